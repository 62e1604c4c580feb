// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/layer_loader.h"
#include "core/snapshot/snapshot_keeper.h"

#include <functional>
#include <map>
#include <memory>
#include <mutex>

namespace cuntu {

/// Rows of layers that a change touches.
struct TouchedRows {
    std::map<QString, std::optional<std::vector<FeatureId>>> ofLayer; ///< ascending; empty: nobody knows which
    bool areTablesOthers = false; ///< tables were made or dropped: what was known of any layer's rows is void
};

/// Builds layer snapshots from the project file and keeps the newest of each layer. After a change of few features only
/// those are read, and what was known of the others stays. Any thread; loads of one layer wait for each other, those of
/// different layers do not.
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
    /// Says, before it is committed, what a change touches that gives its layers @p revision. Every change must be
    /// said.
    void willChange(qint64 revision, const TouchedRows &touched);
    /// That change was not committed.
    void didNotChange(qint64 revision);
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
    /// What one change touched of a layer.
    struct Step {
        qint64 revision = 0;
        std::optional<std::vector<FeatureId>> rows;
    };
    std::shared_ptr<Slot> slotOf(const QString &layer);
    std::optional<std::vector<FeatureId>> rowsSince(qint64 revision, const LayerRequest &request);
    void keepNewest(Slot &slot, const Immutable<LayerSnapshot> &layer, bool isOfTable);
    Result<Immutable<LayerSnapshot>> bringUpToDate(const Immutable<LayerSnapshot> &newest, const LayerRequest &request,
                                                   const JobContext &job);

    /// What the files have of what is asked for; null where they do not have the shapes.
    Immutable<LayerSnapshot> readFiles(const LayerRequest &request, Immutable<LayerSnapshot> known) const;

    std::function<Result<Database>()> m_openReader;
    std::shared_ptr<const SnapshotFolder> m_folder;
    std::mutex m_mutex; ///< guards the rest
    std::unique_ptr<SnapshotKeeper> m_keeper;
    std::map<QString, std::shared_ptr<Slot>> m_slots;
    std::map<QString, std::vector<Step>> m_steps; ///< since the newest snapshot of a layer
    qint64 m_knownSince = 0;                      ///< what was touched before is not known
};

} // namespace cuntu
