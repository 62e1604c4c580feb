// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job.h"
#include "core/snapshot/layer_snapshot.h"

#include <mutex>

namespace cuntu {

/// Files of large layers as they were read, in the folder `PROJECT-cache` beside a project, so that the next start maps
/// them into memory instead of reading the tables. A cache: it may be deleted at any time, holds no fields that
/// identify persons, and is readable for its owner only.
///
/// Files are of a layer's revision. They are trusted only while the project's file is as the last seal() found it: a
/// change that this program did not make, or did not live to seal, throws them away.
///
/// Any thread, but for own() and seal().
class CUNTU_CORE_EXPORT SnapshotFolder {
public:
    /// Layers of fewer features are read faster than found.
    static constexpr std::size_t k_leastFeatures = 20000;

    /// The folder of @p project, for reading. Call before the project's file is opened, which may change it.
    explicit SnapshotFolder(const QString &project);
    /// Allows writing, which only one program may that has locked the project; throws away what is not trusted.
    void own();

    /// What a file of shapes holds.
    struct Shapes {
        Immutable<std::vector<FeatureId>> ids;
        Immutable<PackedGeometry> geometry;
    };
    /// The shapes of @p layer at @p revision; empty where no file has them or it is not sound.
    std::optional<Shapes> readShapes(const QString &layer, qint64 revision) const;
    /// Column @p field of @p layer at @p revision with @p rows rows, likewise.
    std::optional<Column> readColumn(const QString &layer, const QString &field, qint64 revision,
                                     std::size_t rows) const;
    /// Writes what is not there yet of @p layer; nothing where it is small, not owned, or cannot be written. Between
    /// files it looks whether @p job is cancelled.
    void write(const LayerSnapshot &layer, const JobContext &job) const;
    /// Says that the files are of the project's file as it is now. Call when that is closed.
    void seal() const;

private:
    QString shapesFile(const QString &layer) const;
    QString columnFile(const QString &layer, const QString &field) const;
    QString sealFile() const;
    QByteArray projectState() const;
    void clear() const;
    bool isSound(const QString &file, qint64 revision) const;
    void noteSound(const QString &file, qint64 revision) const;

    QString m_project;
    QString m_folder;
    bool m_owned = false;
    bool m_trusted = false;
    mutable std::mutex m_mutex;
    mutable std::map<QString, qint64> m_sound; ///< revision of the files that were read or written, by path
};

} // namespace cuntu
