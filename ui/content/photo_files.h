// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job.h"
#include "core/project/photo_plan.h"

#include <QImage>

namespace cuntu {

/// The difference hash of a picture: it is made 9 by 8 pixels of grey, and each of 64 bits says whether a pixel is
/// darker than its right neighbour (N. Krawetz, 'Kind of Like That', The Hacker Factor Blog, 21 January 2013). Sizes,
/// brightness and compression change few bits of it. Empty for a null image.
std::optional<std::uint64_t> differenceHash(const QImage &image);

/// Files that were read, and those that could not be.
struct PhotoFiles {
    std::vector<PhotoCandidate> candidates;
    struct Refused {
        QString file;
        Error why;
    };
    std::vector<Refused> refused;
};

/// True where @p path ends like a photo (jpg, png, webp), or is a folder in which nothing but such files is.
bool isPhotoPath(const QString &path);

/// Reads pictures: facts, digest, hash. @p paths: files, and folders with all that is in them. Files that are no
/// pictures are refused one by one. Cancelled. Any thread.
Result<PhotoFiles> readPhotoFiles(const QStringList &paths, const JobContext &job);

/// A picture of at most @p size for a screen, turned as the camera was held; null for bytes that cannot be drawn.
QImage thumbnail(const QByteArray &bytes, QSize size);

} // namespace cuntu
