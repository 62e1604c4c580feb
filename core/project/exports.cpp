// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/exports.h"

#include "core/base/text.h"
#include "core/project/export_tables.h"
#include "core/project/public_list.h"

#include <QFileInfo>

namespace cuntu {

namespace {

const QString k_indicators = QStringLiteral("indicators:");
const QString k_overlay = QStringLiteral("overlay:");

Result<std::vector<SelectedFeatures>> oneTable(Result<SelectedFeatures> table)
{
    if (!table) {
        return table.error();
    }
    std::vector<SelectedFeatures> tables;
    tables.push_back(std::move(*table));
    return tables;
}

Result<std::vector<SelectedFeatures>> tablesOf(const Project &project, const ProjectSnapshot &snapshot,
                                               const ExportOrder &order, const JobContext &job)
{
    if (order.what.startsWith(k_indicators)) {
        return oneTable(figureTable(snapshot, project.registry(), order.what.mid(k_indicators.size()), order, job));
    }
    if (order.what.startsWith(k_overlay)) {
        return overlayTables(project, snapshot, order.what.mid(k_overlay.size()), order, job);
    }
    return oneTable(selectedFeatures(project, snapshot, order.what, order, job));
}

/// What of @p table may leave by the order's privacy.
Result<SelectedFeatures> withPrivacy(const ProjectSnapshot &snapshot, SelectedFeatures table, const ExportOrder &order,
                                     const JobContext &job)
{
    if (order.privacy != Privacy::Public) {
        return table;
    }
    if (table.schema.positionPersonal && isMapFormat(order.file)) {
        return publicGroups(snapshot, std::move(table), smallestGroup(snapshot), order.asOf, job);
    }
    return publicList(std::move(table));
}

/// @p features that say how far they are; @p all: how many are expected.
FeatureSource withProgress(FeatureSource features, qint64 all, const QString &name, const JobContext &job)
{
    return [features = std::move(features), all, name, job, count = qint64{0}](FeatureRow &row) mutable {
        constexpr qint64 step = 4096;
        if (++count % step == 0) {
            job.report(all > 0 ? std::min(1.0, static_cast<double>(count) / static_cast<double>(all)) : -1, name);
        }
        return features(row);
    };
}

ExportRequest requestFor(const SelectedFeatures &table, const ExportOrder &order)
{
    return {order.file, table.schema, table.crs, order.privacy == Privacy::Full, order.encoding, order.targetCrs};
}

Result<ExportReport> writeTables(const std::vector<SelectedFeatures> &tables, const ExportOrder &order,
                                 const JobContext &job)
{
    if (tables.size() == 1) {
        return exportFeatures(requestFor(tables.front(), order), tables.front().features, job);
    }
    if (QFileInfo(order.file).suffix().toLower() != QStringLiteral("gpkg")) {
        QStringList layers;
        for (const SelectedFeatures &table : tables) {
            layers << order.what + QLatin1Char('/') + table.schema.id;
        }
        return Error{ErrorCode::Misused,
                     Core::tr("%1 is about several layers, which only a GeoPackage (.gpkg) holds").arg(order.what),
                     {.file = order.file},
                     Core::tr("Or name one of them: %1").arg(layers.join(QStringLiteral(", "))),
                     {},
                     {}};
    }
    std::vector<ExportLayer> layers;
    for (const SelectedFeatures &table : tables) {
        layers.push_back({requestFor(table, order), table.features});
    }
    auto reports = exportLayers(order.file, layers, job);
    if (!reports) {
        return reports.error();
    }
    ExportReport whole;
    for (const ExportReport &report : *reports) {
        whole.features += report.features;
        whole.notes << report.notes;
    }
    return whole;
}

QString selectionText(const ExportOrder &order)
{
    QStringList parts;
    if (!order.where.isEmpty()) {
        parts << order.where.toString();
    }
    constexpr qsizetype some = 20;
    if (!order.keys.isEmpty()) {
        parts << order.keys.mid(0, some).join(QLatin1Char(',')) +
                     (order.keys.size() > some ? QStringLiteral(",… (%1)").arg(order.keys.size()) : QString());
    }
    if (!order.features.empty()) {
        parts << Core::tr("%1 picked").arg(order.features.size());
    }
    return parts.join(QStringLiteral("; "));
}

} // namespace

Result<void> recordBefore(Project &project, const ExportOrder &order)
{
    if (order.privacy != Privacy::Full) {
        return {};
    }
    QString what = QStringLiteral("export %1 -> %2").arg(order.what, order.file);
    if (!order.reason.isEmpty()) {
        what += QStringLiteral(" (%1)").arg(order.reason);
    }
    return project.recordUnmasking(order.who, what);
}

void recordExported(Project &project, const ExportOrder &order, ExportOutcome &outcome)
{
    ExportRecord record;
    record.recorded = Instant::now();
    record.who = order.who;
    record.what = order.what;
    record.file = order.file;
    record.features = outcome.features;
    record.privacy = order.privacy;
    record.selection = selectionText(order);
    record.reason = order.reason;
    record.asOf = order.asOf;
    const auto recorded = project.recordExport(record);
    outcome.recorded = recorded.has_value();
    if (!recorded) {
        outcome.notes << Core::tr("the export could not be recorded: %1").arg(recorded.error().sentence);
    }
}

Result<std::vector<ExportedLayer>> exportProjectLayers(Project &project, const ExportOrder &order,
                                                       const QStringList &layers, const JobContext &job)
{
    auto snapshot = project.snapshot();
    if (!snapshot) {
        return snapshot.error();
    }
    std::vector<SelectedFeatures> tables;
    for (const QString &layer : layers) {
        auto selected = selectedFeatures(project, **snapshot, layer, order, job);
        auto allowed = selected ? withPrivacy(**snapshot, std::move(*selected), order, job) : std::move(selected);
        if (!allowed) {
            return allowed.error();
        }
        tables.push_back(std::move(*allowed));
    }
    if (auto recorded = recordBefore(project, order); !recorded) {
        return recorded.error();
    }
    std::vector<ExportLayer> toWrite;
    for (const SelectedFeatures &table : tables) {
        toWrite.push_back({requestFor(table, order), table.features});
    }
    auto reports = exportLayers(order.file, toWrite, job);
    if (!reports) {
        return reports.error();
    }
    std::vector<ExportedLayer> written;
    for (std::size_t i = 0; i < tables.size(); ++i) {
        const LayerSchema &schema = tables[i].schema;
        const bool withPositions =
            schema.geometry != GeometryType::None && (order.privacy == Privacy::Full || !schema.positionPersonal);
        written.push_back({schema, withPositions, (*reports)[i].features, (*reports)[i].notes + *tables[i].notes});
    }
    return written;
}

Result<ExportOutcome> runExport(Project &project, const ExportOrder &order, const JobContext &job)
{
    auto snapshot = project.snapshot();
    auto tables =
        snapshot ? tablesOf(project, **snapshot, order, job) : Result<std::vector<SelectedFeatures>>(snapshot.error());
    if (!tables) {
        return tables.error();
    }
    std::vector<SelectedFeatures> leaving;
    for (SelectedFeatures &table : *tables) {
        auto allowed = withPrivacy(**snapshot, std::move(table), order, job);
        if (!allowed) {
            return allowed.error();
        }
        allowed->features = withProgress(std::move(allowed->features), (*snapshot)->featureCount(allowed->schema.id),
                                         allowed->schema.name.toString(), job);
        leaving.push_back(std::move(*allowed));
    }
    if (auto recorded = recordBefore(project, order); !recorded) {
        return recorded.error();
    }
    auto written = writeTables(leaving, order, job);
    if (!written) {
        return written.error();
    }
    ExportOutcome outcome{written->features, written->notes, true};
    for (const SelectedFeatures &table : leaving) {
        outcome.notes << *table.notes;
    }
    recordExported(project, order, outcome);
    return outcome;
}

} // namespace cuntu
