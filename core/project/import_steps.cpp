// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/import_steps.h"

#include "core/base/ahead.h"
#include "core/base/text.h"
#include "core/geo/clean.h"
#include "core/io/crs_choice.h"
#include "core/store/project_schema.h"

#include <algorithm>
#include <cmath>

namespace cuntu {

namespace {

constexpr std::size_t k_batchRows = 2048; // a batch stays in the cache of the processor
constexpr std::size_t k_keptFindings = 10000;
constexpr int k_wgs84 = 4490; // CGCS2000 longitude/latitude, for our purpose WGS 84 (DOMAIN D.1)

/// Rows of a file that were read and checked together.
struct Batch {
    std::vector<FeatureRow> taken;
    std::vector<RowFinding> findings;
    qint64 read = 0; ///< rows of the file up to its end
};

/// Reads and checks a file batch by batch. On one thread, which need not be the job's.
class BatchReader {
public:
    BatchReader(Source &source, RowChecker checker, CancelToken cancel)
        : m_source(source), m_checker(std::move(checker)), m_cancel(std::move(cancel))
    {
    }

    /// Fills @p batch; false at the end.
    Result<bool> next(Batch &batch)
    {
        auto read = readRows();
        if (!read) {
            return read.error();
        }
        m_checker.reuse(std::move(batch.taken));
        batch.taken.clear();
        batch.findings.clear();
        if (m_rows.empty()) {
            return false;
        }
        m_checker.check(m_rows, batch.taken, batch.findings);
        batch.read = m_read;
        return true;
    }

private:
    /// Reads up to k_batchRows data rows; none at the end.
    Result<void> readRows()
    {
        m_rows.resize(k_batchRows); // rows keep the memory of their cells from batch to batch
        std::size_t count = 0;
        while (count < k_batchRows) {
            if (m_cancel.isCancelled()) {
                return cancelledError();
            }
            auto more = m_source.next(m_rows[count]);
            if (!more) {
                return more.error();
            }
            if (!*more) {
                break;
            }
            ++count;
        }
        m_rows.resize(count);
        m_read += static_cast<qint64>(count);
        return {};
    }

public:
    /// Of the rows that were read so far; when none is being read.
    const RowChecker &checker() const { return m_checker; }

private:
    Source &m_source;
    RowChecker m_checker;
    CancelToken m_cancel;
    std::vector<SourceRow> m_rows;
    qint64 m_read = 0;
};

} // namespace

void addFindings(ImportReport &report, std::vector<RowFinding> &findings)
{
    for (RowFinding &finding : findings) {
        (finding.rejected ? report.rejected : report.warnings) += 1;
        // Every rejected row is kept for the rejects file; warnings only as far as a person would read them.
        if (finding.rejected || report.findings.size() < k_keptFindings) {
            report.findings.push_back(std::move(finding));
        }
    }
    findings.clear();
}

SourceOptions sourceOptions(const ImportRequest &request)
{
    return {request.file, request.sheet, request.encoding, request.sourceCrs, request.fieldMap, request.rules};
}

Result<void> readChecked(const SourceOptions &options, const CheckContext &context, ImportReport &report,
                         const std::function<Result<void>(std::vector<FeatureRow> &)> &sink, const JobContext &job)
{
    auto source = Source::open(options, context.schema, job);
    if (!source) {
        return source.error();
    }
    const SourceInfo &info = (*source)->info();
    report.encoding = info.encoding;
    report.crs = info.crs.isValid() ? info.crs.id() : QString();
    report.notes += info.notes;
    if (!info.encodingReason.isEmpty()) {
        report.notes << Core::tr("encoding %1: %2").arg(info.encoding, info.encodingReason);
    }
    if (!info.crsReason.isEmpty()) {
        report.notes << Core::tr("coordinates %1: %2").arg(report.crs, info.crsReason);
    }
    if (info.crs.isValid() && context.projectCrs.isValid()) {
        auto way = CrsTransform::create(info.crs, context.projectCrs);
        if (way && way->isBallpark()) {
            report.notes << ballparkNote(info.crs);
        }
    }
    auto checker = RowChecker::create(info, context);
    if (!checker) {
        return checker.error();
    }
    // Reading and checking take about as long as storing, so they go on at the same time, on a thread of their own.
    BatchReader reader(**source, std::move(*checker), job.cancel);
    Ahead<Batch> batches([&reader](Batch &batch) { return reader.next(batch); });
    Batch batch;
    auto more = batches.take(batch);
    for (; more && *more; more = batches.take(batch)) {
        report.read = batch.read;
        addFindings(report, batch.findings);
        auto done = sink(batch.taken);
        if (!done) {
            return done;
        }
        if (job.isCancelled()) {
            return cancelledError();
        }
        const double share =
            info.rowsExpected > 0 ? static_cast<double>(report.read) / static_cast<double>(info.rowsExpected) : -1;
        job.report(share, Core::tr("%n rows read", nullptr, static_cast<int>(report.read)));
    }
    if (!more) {
        return more.error();
    }
    report.leftOut = (*source)->leftOut();
    report.unknownPlaces = reader.checker().unknownPlaces();
    report.unknownWords = reader.checker().unknownWords();
    return {};
}

namespace {

/// The middle 98 % of @p values.
std::pair<double, double> middle(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    const std::size_t cut = values.size() / 100;
    return {values[cut], values[values.size() - 1 - cut]};
}

} // namespace

Result<std::optional<SourcePlace>> findPlace(const SourceOptions &options, const LayerSchema *schema,
                                             const JobContext &job)
{
    auto source = Source::open(options, schema, job);
    if (!source) {
        return source.error();
    }
    const Crs crs = (*source)->info().crs;
    if (!crs.isValid()) {
        return std::optional<SourcePlace>();
    }
    std::vector<Point> points;
    SourceRow row;
    auto more = (*source)->next(row);
    for (; more && *more; more = (*source)->next(row)) {
        if (!row.geometry.isEmpty() && std::isfinite(row.geometry.points.front().x)) {
            points.push_back(row.geometry.points.front());
        }
        if (points.size() % 4096 == 0 && job.isCancelled()) {
            return cancelledError();
        }
    }
    if (!more) {
        return more.error();
    }
    auto geographic = Crs::fromEpsg(k_wgs84);
    auto transform = geographic ? CrsTransform::create(crs, *geographic) : Result<CrsTransform>(geographic.error());
    if (!transform) {
        return transform.error();
    }
    transform->apply(points);
    std::vector<double> lon;
    std::vector<double> lat;
    for (const Point &point : points) {
        if (std::isfinite(point.x) && std::isfinite(point.y) && std::abs(point.x) <= 180 && std::abs(point.y) <= 90) {
            lon.push_back(point.x);
            lat.push_back(point.y);
        }
    }
    if (lon.empty()) {
        return std::optional<SourcePlace>();
    }
    const auto [west, east] = middle(std::move(lon));
    const auto [south, north] = middle(std::move(lat));
    return std::optional(SourcePlace{crs, {west, south, east, north}});
}

Crs projectCrsFor(const SourcePlace &place)
{
    constexpr int k_firstZone = 4513;
    constexpr int k_lastZone = 4533;
    if (place.crs.epsg() >= k_firstZone && place.crs.epsg() <= k_lastZone) {
        return place.crs;
    }
    return fittingCrs(place.lonLat.centre(), place.lonLat.width());
}

LayerSchema plainSchema(const QString &id, const SourceInfo &info)
{
    LayerSchema schema;
    schema.id = id;
    schema.name = {id, id};
    schema.geometry = info.geometry;
    QStringList used{QStringLiteral("id"), QStringLiteral("uuid"), QStringLiteral("geom")};
    for (const SourceColumn &column : info.columns) {
        if (column.field.startsWith(QLatin1Char('@')) && column.field != QStringLiteral("@status")) {
            continue; // coordinates become the geometry
        }
        Field field;
        field.id = column.field.isEmpty() || column.field.startsWith(QLatin1Char('@')) ? column.heading : column.field;
        if (field.id.isEmpty()) {
            field.id = QStringLiteral("column_%1").arg(schema.fields.size() + 1);
        }
        const QString base = field.id;
        for (int i = 2; used.contains(field.id, Qt::CaseInsensitive); ++i) {
            field.id = QStringLiteral("%1_%2").arg(base).arg(i);
        }
        used << field.id;
        field.name = {column.heading, column.heading};
        field.type = column.type;
        field.synonyms = {column.heading};
        schema.fields.push_back(std::move(field));
    }
    return schema;
}

namespace {

QString textOf(const LayerSchema &schema, const FeatureRow &row, const QString &field)
{
    for (std::size_t i = 0; i < schema.fields.size(); ++i) {
        if (schema.fields[i].id == field) {
            const auto *text = std::get_if<std::string>(&row.values[i]);
            return text ? QString::fromStdString(*text) : QString();
        }
    }
    return {};
}

} // namespace

Result<bool> storeAreas(Database &database, const LayerSchema &schema, const std::vector<FeatureRow> &rows,
                        ActionId action)
{
    bool changed = false;
    const auto add = [&](const AreaCode &code, const QString &name) -> Result<void> {
        auto added =
            upsertArea(database, {code, name, code.level(), code.parent(), std::nullopt, std::nullopt}, action);
        if (!added) {
            return added.error();
        }
        changed = changed || *added;
        return {};
    };
    for (const FeatureRow &row : rows) {
        const auto code = AreaCode::parse(textOf(schema, row, schema.keyField));
        if (!code) {
            continue;
        }
        auto done = add(*code, textOf(schema, row, schema.nameField));
        if (done && code->level() != AreaLevel::County) {
            done = add(code->at(AreaLevel::County), textOf(schema, row, QStringLiteral("county_name")));
        }
        if (done && code->level() == AreaLevel::Village) {
            done = add(code->at(AreaLevel::Township), textOf(schema, row, QStringLiteral("township_name")));
        }
        if (!done) {
            return done.error();
        }
    }
    return changed;
}

namespace {

/// Outlines of the villages, by the first nine digits of their code.
Result<std::map<QString, std::vector<Geometry>>> villageOutlines(Database &database)
{
    auto rows =
        database.prepare(QStringLiteral("SELECT substr(code, 1, 9), geom FROM villages WHERE geom IS NOT NULL"));
    if (!rows) {
        return rows.error();
    }
    std::map<QString, std::vector<Geometry>> outlines;
    auto more = rows->step();
    for (; more && *more; more = rows->step()) {
        auto geometry = fromSpatialiteBlob(rows->blob(1));
        if (!geometry) {
            return geometry.error();
        }
        outlines[rows->text(0)].push_back(std::move(*geometry));
    }
    if (!more) {
        return more.error();
    }
    return outlines;
}

Result<bool> isReady(Database &database)
{
    for (const char *layer : {"villages", "townships"}) {
        auto spatial = hasGeometryColumn(database, QString::fromLatin1(layer));
        if (!spatial || !*spatial) {
            return spatial;
        }
    }
    return true;
}

} // namespace

Result<bool> deriveOutlines(Database &database, int srid, const JobContext &job)
{
    auto ready = isReady(database);
    if (!ready || !*ready) {
        return ready;
    }
    auto derivedBefore = readMeta(database, QStringLiteral("derived_outlines"));
    auto outlines = villageOutlines(database);
    if (!derivedBefore || !outlines) {
        return derivedBefore ? outlines.error() : derivedBefore.error();
    }
    bool changed = false;
    for (const auto &[code, villages] : *outlines) {
        if (job.isCancelled()) {
            return cancelledError();
        }
        auto whole = dissolved(villages);
        if (!whole) {
            return whole.error().during(Core::tr("joining the villages of %1").arg(code));
        }
        const QByteArray blob = toSpatialiteBlob(*whole, srid, true);
        auto update =
            database.prepare(QStringLiteral("UPDATE townships SET geom = ? WHERE code = ? AND (geom IS NULL OR ?)"));
        if (!update) {
            return update.error();
        }
        update->bindStatic(0, std::span(reinterpret_cast<const std::uint8_t *>(blob.constData()),
                                        static_cast<std::size_t>(blob.size())));
        update->bind(1, code);
        update->bind(2, std::int64_t{derivedBefore->isEmpty() ? 0 : 1});
        auto done = update->run();
        if (!done) {
            return done.error();
        }
        changed = changed || database.changes() > 0;
    }
    if (changed) {
        auto noted = writeMeta(database, QStringLiteral("derived_outlines"), QStringLiteral("townships"));
        if (!noted) {
            return noted.error();
        }
    }
    return changed;
}

} // namespace cuntu
