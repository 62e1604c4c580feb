// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/layer_cache.h"

#include "core/base/text.h"
#include "core/snapshot/layer_patch.h"
#include "core/store/layer_table.h"
#include "core/store/row_watch.h"

#include <algorithm>
#include <cstring>

namespace cuntu {

namespace {

constexpr std::size_t k_pointBlobBytes = 60; // SpatiaLite's BLOB of one POINT XY

Column::Kind kindOf(FieldType type)
{
    return type == FieldType::Text || type == FieldType::Choice ? Column::Kind::Text : Column::Kind::Number;
}

void appendCell(Column &column, FieldType type, const Statement &rows, int at)
{
    if (rows.isNull(at)) {
        column.appendNull();
    } else if (column.kind() == Column::Kind::Text) {
        column.appendText(rows.utf8(at));
    } else if (type == FieldType::Date) {
        const auto day = Day::fromIso(rows.text(at));
        day ? column.appendNumber(day->number()) : column.appendNull();
    } else {
        column.appendNumber(rows.real(at));
    }
}

/// The position in the BLOB of a single point as we write them; empty for anything else.
std::optional<Point> plainPoint(std::span<const std::uint8_t> blob)
{
    if (blob.size() != k_pointBlobBytes || blob[0] != 0 || blob[1] != 1 || blob[38] != 0x7C || blob[39] != 1) {
        return std::nullopt;
    }
    Point point;
    std::memcpy(&point.x, blob.data() + 43, 8);
    std::memcpy(&point.y, blob.data() + 51, 8);
    return point;
}

Result<void> appendGeometry(PackedGeometry &packed, std::span<const std::uint8_t> blob)
{
    if (blob.empty()) {
        packed.append(Geometry());
        return {};
    }
    if (const auto point = plainPoint(blob)) {
        packed.appendPoint(*point);
        return {};
    }
    auto geometry = fromSpatialiteBlob(blob);
    if (!geometry) {
        return geometry.error();
    }
    if (packed.type == GeometryType::None || packed.type == GeometryType::Any) {
        packed.type = geometry->type;
    }
    packed.append(*geometry);
    return {};
}

/// Numbers of rows as an array that SQLite's json_each() reads.
std::string jsonOf(std::span<const FeatureId> rows)
{
    std::string json(1, '[');
    for (const FeatureId row : rows) {
        json.append(json.size() > 1 ? "," : "").append(std::to_string(row.value));
    }
    json.push_back(']');
    return json;
}

/// One pass over a layer's table that collects what is missing, or over some of its rows.
class Loader {
public:
    Loader(const LayerRequest &request, const LayerSnapshot *known) : m_request(request), m_known(known) {}
    /// @p rows only, those of them that are there, as a layer of their own.
    Loader(const LayerRequest &request, std::span<const FeatureId> rows) : m_request(request), m_rows(rows) {}

    Result<Immutable<LayerSnapshot>> run(Database &database, const JobContext &job);

private:
    Result<void> scan(Database &database, const JobContext &job);
    Result<bool> prepareColumns();
    Immutable<LayerSnapshot> assemble();

    const LayerRequest &m_request;
    const LayerSnapshot *m_known = nullptr;
    std::optional<std::span<const FeatureId>> m_rows; ///< empty: all
    bool m_spatial = false;
    std::vector<const Field *> m_fields; ///< to be loaded now
    std::vector<Column> m_columns;
    std::vector<FeatureId> m_ids;
    PackedGeometry m_geometry;
};

Result<bool> Loader::prepareColumns()
{
    for (const QString &id : m_request.fields) {
        const Field *field = m_request.schema.findField(id);
        if (!field) {
            return Error{
                ErrorCode::NotFound, Core::tr("layer %1 has no field %2").arg(m_request.schema.id, id), {}, {}, {}, {}};
        }
        if (!(m_known && m_known->column(id)) && std::find(m_fields.begin(), m_fields.end(), field) == m_fields.end()) {
            m_fields.push_back(field);
            m_columns.emplace_back(kindOf(field->type));
        }
    }
    return !m_known || !m_fields.empty();
}

Result<Immutable<LayerSnapshot>> Loader::run(Database &database, const JobContext &job)
{
    auto needed = prepareColumns();
    if (!needed) {
        return needed.error();
    }
    auto begun = database.execute(QStringLiteral("BEGIN")); // one state of the file for the check and the scan
    if (!begun) {
        return begun.error();
    }
    auto revision = database.integer(QStringLiteral("SELECT revision FROM cuntu_layer WHERE id = ?"),
                                     {m_request.schema.id.toStdString()});
    if (!revision) {
        return revision.error();
    }
    if (*revision != m_request.revision) {
        return Error{
            ErrorCode::Conflict, Core::tr("layer %1 has changed meanwhile").arg(m_request.schema.id), {}, {}, {}, {}};
    }
    auto spatial = hasGeometryColumn(database, m_request.schema.id);
    if (!spatial) {
        return spatial.error();
    }
    m_spatial = *spatial;
    m_geometry.type = m_request.schema.geometry;
    auto scanned = scan(database, job);
    if (!scanned) {
        return scanned.error();
    }
    return assemble();
}

Result<void> Loader::scan(Database &database, const JobContext &job)
{
    const bool first = !m_known;
    QString sql =
        QStringLiteral("SELECT id, %1").arg(first && m_spatial ? QStringLiteral("geom") : QStringLiteral("NULL"));
    for (const Field *field : m_fields) {
        sql += QStringLiteral(", ") + quoted(field->id);
    }
    sql += QStringLiteral(" FROM %1").arg(quoted(m_request.schema.id));
    if (m_rows) {
        sql += QStringLiteral(" WHERE id IN (SELECT value FROM json_each(?))");
    }
    auto rows = database.prepare(sql + QStringLiteral(" ORDER BY id"));
    if (!rows) {
        return rows.error();
    }
    if (m_rows) {
        rows->bind(0, jsonOf(*m_rows));
    }
    std::size_t count = 0;
    auto more = rows->step();
    for (; more && *more; more = rows->step()) {
        if (first) {
            m_ids.push_back(FeatureId{rows->integer(0)});
            auto done = appendGeometry(m_geometry, m_spatial ? rows->blob(1) : std::span<const std::uint8_t>());
            if (!done) {
                return done;
            }
        }
        for (std::size_t i = 0; i < m_fields.size(); ++i) {
            appendCell(m_columns[i], m_fields[i]->type, *rows, static_cast<int>(i) + 2);
        }
        if (++count % 8192 == 0 && job.isCancelled()) {
            return cancelledError();
        }
    }
    if (!more) {
        return more.error();
    }
    return {};
}

Immutable<LayerSnapshot> Loader::assemble()
{
    auto columns = m_known ? m_known->columns() : std::map<QString, Immutable<Column>>();
    for (std::size_t i = 0; i < m_fields.size(); ++i) {
        m_columns[i].finish();
        columns[m_fields[i]->id] = freeze(std::move(m_columns[i]));
    }
    Immutable<std::vector<FeatureId>> ids;
    Immutable<PackedGeometry> geometry;
    if (m_known) {
        ids = m_known->sharedIds();
        geometry = m_known->sharedGeometry();
    } else {
        m_geometry.finish();
        ids = freeze(std::move(m_ids));
        geometry = freeze(std::move(m_geometry));
    }
    return std::make_shared<const LayerSnapshot>(m_request.schema, m_request.crs, m_request.revision, ids, geometry,
                                                 std::move(columns), m_known ? m_known->sharedMemo() : nullptr);
}

} // namespace

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
        if (declared != nullptr && kindOf(declared->type) == column->kind()) {
            some.fields << field;
        }
    }
    auto database = m_openReader();
    if (!database) {
        return database.error();
    }
    const auto now = Loader(some, *rows).run(*database, job);
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
    auto loaded = Loader(request, known.get()).run(*database, job);
    if (loaded && isNewest) {
        keepNewest(*slot, *loaded, true);
    }
    return loaded;
}

} // namespace cuntu
