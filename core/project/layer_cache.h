// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job.h"
#include "core/snapshot/layer_snapshot.h"
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
class LayerCache {
public:
    /// @p openReader gives a fresh read-only connection; called on the loading thread.
    explicit LayerCache(std::function<Result<Database>()> openReader) : m_openReader(std::move(openReader)) {}

    /// Conflict where the layer has another revision by now.
    Result<Immutable<LayerSnapshot>> load(const LayerRequest &request, const JobContext &job);

private:
    struct Slot {
        std::mutex loading;
        Immutable<LayerSnapshot> newest; ///< may be null
    };
    std::shared_ptr<Slot> slotOf(const QString &layer);

    std::function<Result<Database>()> m_openReader;
    std::mutex m_mutex;
    std::map<QString, std::shared_ptr<Slot>> m_slots;
};

} // namespace cuntu
