// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job.h"
#include "core/snapshot/snapshot_folder.h"

#include <chrono>
#include <condition_variable>
#include <thread>

namespace cuntu {

/// Writes large layers into a SnapshotFolder on a thread of its own, when no more of them have come for a while: not
/// while the map waits for layers, and not for each of several edits. What is not written when it ends stays unwritten.
class CUNTU_CORE_EXPORT SnapshotKeeper {
public:
    /// @p folder is owned (SnapshotFolder::own()).
    explicit SnapshotKeeper(std::shared_ptr<const SnapshotFolder> folder,
                            std::chrono::milliseconds rest = std::chrono::seconds(3));
    /// Waits for the file that is being written.
    ~SnapshotKeeper();

    /// Takes @p layer, in the place of what was given of it before. Any thread.
    void keep(Immutable<LayerSnapshot> layer);

private:
    void run();

    std::shared_ptr<const SnapshotFolder> m_folder;
    std::chrono::milliseconds m_rest;
    JobContext m_job;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::map<QString, Immutable<LayerSnapshot>> m_waiting; ///< by the layer's id
    bool m_ends = false;
    std::thread m_thread; // last: it uses all of the above
};

} // namespace cuntu
