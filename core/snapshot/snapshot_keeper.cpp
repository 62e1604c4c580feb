// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snapshot/snapshot_keeper.h"

namespace cuntu {

SnapshotKeeper::SnapshotKeeper(std::shared_ptr<const SnapshotFolder> folder, std::chrono::milliseconds rest)
    : m_folder(std::move(folder)), m_rest(rest), m_thread([this] { run(); })
{
}

SnapshotKeeper::~SnapshotKeeper()
{
    {
        const std::lock_guard lock(m_mutex);
        m_ends = true;
        m_job.cancel.cancel();
    }
    m_changed.notify_one();
    m_thread.join();
}

void SnapshotKeeper::keep(Immutable<LayerSnapshot> layer)
{
    if (layer->size() < SnapshotFolder::k_leastFeatures) {
        return;
    }
    const QString &id = layer->schema().id;
    {
        const std::lock_guard lock(m_mutex);
        m_waiting[id] = std::move(layer);
    }
    m_changed.notify_one();
}

void SnapshotKeeper::run()
{
    std::unique_lock lock(m_mutex);
    while (!m_ends) {
        if (m_waiting.empty()) {
            m_changed.wait(lock);
        } else if (m_changed.wait_for(lock, m_rest) == std::cv_status::timeout) {
            const auto layers = std::exchange(m_waiting, {});
            lock.unlock();
            for (const auto &[id, layer] : layers) {
                m_folder->write(*layer, m_job);
            }
            lock.lock();
        }
    }
}

} // namespace cuntu
