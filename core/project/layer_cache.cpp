// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/layer_cache.h"

#include "core/snapshot/layer_patch.h"
#include "core/store/row_watch.h"

#include <algorithm>

namespace cuntu {

std::shared_ptr<LayerCache::Slot> LayerCache::slotOf(const QString &layer)
{
    const std::lock_guard lock(m_mutex);
    auto &slot = m_slots[layer];
    if (!slot) {
        slot = std::make_shared<Slot>();
    }
    return slot;
}

Immutable<LayerSnapshot> LayerCache::readFiles(const LayerRequest &request, Immutable<LayerSnapshot> known) const
{
    const QString &layer = request.schema.id;
    if (!known) {
        auto shapes = m_folder->readShapes(layer, request.revision);
        if (!shapes) {
            return nullptr;
        }
        known =
            std::make_shared<const LayerSnapshot>(request.schema, request.crs, request.revision, shapes->ids,
                                                  shapes->geometry, std::map<QString, Immutable<Column>>(), nullptr);
    }
    auto columns = known->columns();
    for (const QString &field : request.fields) {
        if (columns.count(field) > 0) {
            continue;
        }
        if (auto column = m_folder->readColumn(layer, field, request.revision, known->size())) {
            columns.emplace(field, freeze(std::move(*column)));
        }
    }
    return std::make_shared<const LayerSnapshot>(request.schema, request.crs, request.revision, known->sharedIds(),
                                                 known->sharedGeometry(), std::move(columns), known->sharedMemo());
}

void LayerCache::startKeeping()
{
    const std::lock_guard lock(m_mutex);
    m_keeper = std::make_unique<SnapshotKeeper>(m_folder);
}

void LayerCache::stopKeeping()
{
    std::unique_ptr<SnapshotKeeper> ended;
    {
        const std::lock_guard lock(m_mutex);
        ended = std::move(m_keeper); // ends without the lock
    }
}

void LayerCache::willChange(qint64 revision, const TouchedRows &touched)
{
    const std::lock_guard lock(m_mutex);
    if (touched.areTablesOthers) {
        m_steps.clear();
        m_knownSince = revision;
        return;
    }
    for (const auto &[layer, rows] : touched.ofLayer) {
        std::vector<Step> &steps = m_steps[layer];
        std::size_t count = rows ? rows->size() : 0;
        for (const Step &step : steps) {
            count += step.rows ? step.rows->size() : 0;
        }
        if (!rows || count > RowWatch::k_mostRows) {
            steps = {{revision, std::nullopt}};
        } else {
            steps.push_back({revision, rows});
        }
    }
}

void LayerCache::didNotChange(qint64 revision)
{
    const std::lock_guard lock(m_mutex);
    m_steps.clear(); // what was collapsed into one step cannot be taken apart
    m_knownSince = revision;
}

/// The rows that changed from @p revision to that of @p request, ascending; empty where that is not known.
std::optional<std::vector<FeatureId>> LayerCache::rowsSince(qint64 revision, const LayerRequest &request)
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_steps.find(request.schema.id);
    if (revision < m_knownSince || found == m_steps.end()) {
        return std::nullopt;
    }
    std::vector<FeatureId> rows;
    for (const Step &step : found->second) {
        if (step.revision <= revision || step.revision > request.revision) {
            continue;
        }
        if (!step.rows) {
            return std::nullopt;
        }
        rows.insert(rows.end(), step.rows->begin(), step.rows->end());
    }
    std::sort(rows.begin(), rows.end());
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    return rows;
}

/// @p isOfTable: the files do not have it.
void LayerCache::keepNewest(Slot &slot, const Immutable<LayerSnapshot> &layer, bool isOfTable)
{
    slot.newest = layer;
    const std::lock_guard lock(m_mutex);
    if (const auto found = m_steps.find(layer->schema().id); found != m_steps.end()) {
        std::erase_if(found->second, [&](const Step &step) { return step.revision <= layer->revision(); });
    }
    if (isOfTable && m_keeper) {
        m_keeper->keep(layer);
    }
}

/// @p newest with what changed since then; null where everything has to be read anew.
Result<Immutable<LayerSnapshot>> LayerCache::bringUpToDate(const Immutable<LayerSnapshot> &newest,
                                                           const LayerRequest &request, const JobContext &job)
{
    const GeometryType type = request.schema.geometry;
    if (newest->revision() > request.revision || !(newest->crs() == request.crs) || type == GeometryType::Any ||
        newest->geometry().type != type) {
        return Immutable<LayerSnapshot>();
    }
    const auto rows = rowsSince(newest->revision(), request);
    if (!rows) {
        return Immutable<LayerSnapshot>();
    }
    LayerRequest some = request;
    some.fields.clear();
    for (const auto &[field, column] : newest->columns()) {
        const Field *declared = request.schema.findField(field);
        if (declared != nullptr && columnKind(declared->type) == column->kind()) {
            some.fields << field;
        }
    }
    auto database = m_openReader();
    if (!database) {
        return database.error();
    }
    const auto now = readLayerRows(*database, some, *rows, job);
    return now ? Result<Immutable<LayerSnapshot>>(patchedLayer(*newest, **now, *rows)) : now;
}

Result<Immutable<LayerSnapshot>> LayerCache::load(const LayerRequest &request, const JobContext &job)
{
    const auto slot = slotOf(request.schema.id);
    const std::lock_guard lock(slot->loading);
    Immutable<LayerSnapshot> known = slot->newest;
    bool isOfTable = false; // rather than of the files
    if (known && known->revision() != request.revision) {
        auto patched = bringUpToDate(known, request, job);
        if (!patched) {
            return patched;
        }
        known = std::move(*patched);
        isOfTable = known != nullptr;
    }
    const auto hasAll = [&] {
        return known && std::all_of(request.fields.begin(), request.fields.end(),
                                    [&](const QString &field) { return known->column(field) != nullptr; });
    };
    if (hasAll()) {
        return known;
    }
    known = readFiles(request, known);
    const bool isNewest = !slot->newest || slot->newest->revision() <= request.revision;
    if (hasAll()) {
        if (isNewest) {
            keepNewest(*slot, known, isOfTable);
        }
        return known;
    }
    auto database = m_openReader();
    if (!database) {
        return database.error();
    }
    auto loaded = readLayerTable(*database, request, known.get(), job);
    if (loaded && isNewest) {
        keepNewest(*slot, *loaded, true);
    }
    return loaded;
}

} // namespace cuntu
