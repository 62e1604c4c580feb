// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/project_check.h"

#include "core/base/text.h"
#include "core/geo/clean.h"
#include "core/store/database.h"

#include <QSet>

namespace cuntu {

namespace {

constexpr double k_outsideTolerance_m = 500; // DOMAIN C.1: village polygon + 500 m
constexpr double k_degreesPerMetre = 1.0 / 111320.0;

Result<void> checkFile(const Project &project, std::vector<CheckFinding> &findings)
{
    auto database = Database::open(project.path(), Database::Mode::ReadOnly);
    if (!database) {
        return database.error();
    }
    auto verdict = database->text(QStringLiteral("PRAGMA integrity_check(1)"));
    if (!verdict) {
        return verdict.error();
    }
    if (*verdict != QStringLiteral("ok")) {
        findings.push_back({{}, {}, Core::tr("the project file is damaged: %1").arg(*verdict)});
    }
    return {};
}

void checkGeometry(const LayerSnapshot &layer, std::vector<CheckFinding> &findings)
{
    if (layer.geometry().type != GeometryType::Polygon) {
        return; // points are always valid, and lines that cross themselves are common and harmless
    }
    for (std::size_t row = 0; row < layer.size(); ++row) {
        const QString reason = invalidityReason(layer.geometry().geometry(row));
        if (!reason.isEmpty()) {
            findings.push_back({layer.schema().id, layer.id(row), Core::tr("invalid geometry: %1").arg(reason)});
        }
    }
}

void checkAreas(const ProjectSnapshot &project, const LayerSnapshot &layer, std::vector<CheckFinding> &findings)
{
    const Column *codes = layer.column(layer.schema().areaField);
    if (!codes || project.areas().all().empty()) {
        return;
    }
    for (std::size_t row = 0; row < layer.size(); ++row) {
        const QString text = codes->display(row);
        const auto code = AreaCode::parse(text);
        if (text.isEmpty()) {
            findings.push_back({layer.schema().id, layer.id(row), Core::tr("belongs to no village")});
        } else if (!code) {
            findings.push_back({layer.schema().id, layer.id(row), Core::tr("'%1' is no area code").arg(text)});
        } else if (!project.areas().findEver(*code)) {
            findings.push_back(
                {layer.schema().id, layer.id(row), Core::tr("area %1 is not in the list of villages").arg(text)});
        }
    }
}

/// Features that lie outside the village they are said to belong to.
void checkPositions(const LayerSnapshot &villages, const LayerSnapshot &layer, std::vector<CheckFinding> &findings)
{
    const Column *codes = layer.column(layer.schema().areaField);
    const Column *villageCodes = villages.column(QStringLiteral("code"));
    if (!codes || !villageCodes || layer.geometry().type != GeometryType::Point) {
        return;
    }
    QHash<QString, std::size_t> rowOf;
    for (std::size_t row = 0; row < villages.size(); ++row) {
        rowOf[villageCodes->display(row)] = row;
    }
    const double margin = k_outsideTolerance_m * (layer.crs().isGeographic() ? k_degreesPerMetre : 1.0);
    for (std::size_t row = 0; row < layer.size(); ++row) {
        const auto village = rowOf.constFind(codes->display(row));
        if (village == rowOf.cend() || !layer.geometry().hasGeometry(row) ||
            !villages.geometry().hasGeometry(*village)) {
            continue;
        }
        const Point position = layer.geometry().part(layer.geometry().firstPart(row)).front();
        if (!villages.geometry().boxes[*village].grown(margin).contains(position)) {
            findings.push_back(
                {layer.schema().id, layer.id(row),
                 Core::tr("lies more than 500 m outside its village %1").arg(villageCodes->display(*village))});
        }
    }
}

} // namespace

Result<std::vector<CheckFinding>> checkProject(const Project &project, const JobContext &job)
{
    std::vector<CheckFinding> findings;
    auto file = checkFile(project, findings);
    auto snapshot = project.snapshot();
    if (!file || !snapshot) {
        return file ? snapshot.error() : file.error();
    }
    auto villages = (*snapshot)->layer(QStringLiteral("villages"), {QStringLiteral("code")}, job);
    if (!villages) {
        return villages.error();
    }
    auto layers = project.layers();
    if (!layers) {
        return layers.error();
    }
    for (const LayerInfo &info : *layers) {
        const QStringList fields = info.schema.areaField.isEmpty() ? QStringList() : QStringList{info.schema.areaField};
        auto layer = (*snapshot)->layer(info.schema.id, fields, job);
        if (!layer) {
            return layer.error();
        }
        checkGeometry(**layer, findings);
        checkAreas(**snapshot, **layer, findings);
        checkPositions(**villages, **layer, findings);
    }
    for (const Check &check : project.registry().checks) {
        job.report(-1, check.name.toString());
        auto found = check.run(**snapshot, job);
        if (!found) {
            return found.error().during(check.name.toString());
        }
        findings.insert(findings.end(), found->begin(), found->end());
    }
    return findings;
}

} // namespace cuntu
