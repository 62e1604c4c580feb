// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/content/photo_files.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QImageReader>

namespace cuntu {

namespace {

class Photos {
    Q_DECLARE_TR_FUNCTIONS(cuntu::Photos)
};

constexpr qint64 k_largest_bytes = 200LL * 1024 * 1024;

/// All files that @p paths name, those of folders in the order of their names.
QStringList filesOf(const QStringList &paths)
{
    QStringList files;
    for (const QString &path : paths) {
        if (!QFileInfo(path).isDir()) {
            files << path;
            continue;
        }
        QStringList inside;
        QDirIterator found(path, QDir::Files, QDirIterator::Subdirectories);
        while (found.hasNext()) {
            inside << found.next();
        }
        inside.sort();
        files << inside;
    }
    return files;
}

Result<PhotoCandidate> readPhotoFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return Error{ErrorCode::Unreadable, file.errorString(), {.file = path}, {}, {}, {}};
    }
    if (file.size() > k_largest_bytes) {
        return Error{
            ErrorCode::OutOfRange, Photos::tr("the picture is larger than 200 MB"), {.file = path}, {}, {}, {}};
    }
    const QByteArray bytes = file.readAll();
    auto facts = readPhotoFacts(bytes);
    if (!facts) {
        Error error = facts.error();
        error.where.file = path;
        return error;
    }
    constexpr int enough = 256;
    PhotoCandidate candidate{path,
                             QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex()),
                             *facts, differenceHash(thumbnail(bytes, {enough, enough}))};
    return candidate;
}

} // namespace

std::optional<std::uint64_t> differenceHash(const QImage &image)
{
    if (image.isNull()) {
        return std::nullopt;
    }
    const QImage grey =
        image.scaled(9, 8, Qt::IgnoreAspectRatio, Qt::SmoothTransformation).convertToFormat(QImage::Format_Grayscale8);
    std::uint64_t hash = 0;
    for (int y = 0; y < 8; ++y) {
        const uchar *line = grey.constScanLine(y);
        for (int x = 0; x < 8; ++x) {
            hash = (hash << 1) | (line[x] < line[x + 1] ? 1U : 0U);
        }
    }
    return hash;
}

QImage thumbnail(const QByteArray &bytes, QSize size)
{
    QBuffer buffer;
    buffer.setData(bytes);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer);
    reader.setAutoTransform(true);
    const QSize whole = reader.size();
    if (whole.isValid() && (whole.width() > size.width() || whole.height() > size.height())) {
        reader.setScaledSize(whole.scaled(size, Qt::KeepAspectRatio)); // JPEG is then decoded small
    }
    return reader.read();
}

bool isPhotoPath(const QString &path)
{
    // A TIFF that is dropped is a raster to lie below the map.
    static const QStringList endings{QStringLiteral("jpg"), QStringLiteral("jpeg"), QStringLiteral("png"),
                                     QStringLiteral("webp")};
    const QFileInfo info(path);
    if (!info.isDir()) {
        return endings.contains(info.suffix().toLower());
    }
    const QStringList inside = filesOf({path});
    return !inside.isEmpty() && std::all_of(inside.begin(), inside.end(), [](const QString &file) {
        return endings.contains(QFileInfo(file).suffix().toLower());
    });
}

Result<PhotoFiles> readPhotoFiles(const QStringList &paths, const JobContext &job)
{
    PhotoFiles read;
    const QStringList files = filesOf(paths);
    for (qsizetype i = 0; i < files.size(); ++i) {
        if (job.isCancelled()) {
            return cancelledError();
        }
        job.report(static_cast<double>(i) / static_cast<double>(files.size()), QFileInfo(files[i]).fileName());
        auto candidate = readPhotoFile(files[i]);
        if (candidate) {
            read.candidates.push_back(std::move(*candidate));
        } else {
            read.refused.push_back({files[i], candidate.error()});
        }
    }
    return read;
}

} // namespace cuntu
