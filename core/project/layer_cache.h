// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job.h"
#include "core/snapshot/layer_snapshot.h"
#include "core/snapshot/snapshot_keeper.h"
#include "core/store/database.h"

#include <functional>
#include <map>
#include <memory>
#include <mutex>

namespace cuntu {

/// What is to be loaded of which layer.
struct LayerRequest {
    LayerSchema schema;
    Crs crs;
    qint64 revision = 0; ///< the revision it must have
    QStringList fields;
};

/// Builds layer snapshots from the project file and keeps the newest of each layer. Any thread; loads of one layer
/// wait for each other, those of different layers do not.
class CUNTU_CORE_EXPORT LayerCache {
public:
    /// @p openReader gives a fresh read-only connection; called on the loading thread. Layers are read from the files
    /// of @p folder where it has them.
    LayerCache(std::function<Result<Database>()> openReader, std::shared_ptr<const SnapshotFolder> folder)
        : m_openReader(std::move(openReader)), m_folder(std::move(folder))
    {
    }

    /// Conflict where the layer has another revision by now.
    Result<Immutable<LayerSnapshot>> load(const LayerRequest &request, const JobContext &job);
    /// From now on large layers that were read from their tables are written to the files of the folder, which must be
    /// owned, a while later.
    void startKeeping();
    /// No more of that. Waits for the file that is being written.
    void stopKeeping();

private:
    struct Slot {
        std::mutex loading;
        Immutable<LayerSnapshot> newest; ///< may be null
    };
    std::shared_ptr<Slot> slotOf(const QString &layer);

    /// What the files have of what is asked for; null where they do not have the shapes.
    Immutable<LayerSnapshot> readFiles(const LayerRequest &request, Immutable<LayerSnapshot> known) const;

    std::function<Result<Database>()> m_openReader;
    std::shared_ptr<const SnapshotFolder> m_folder;
    std::mutex m_mutex; ///< guards the rest
    std::unique_ptr<SnapshotKeeper> m_keeper;
    std::map<QString, std::shared_ptr<Slot>> m_slots;
};

} // namespace cuntu
