// SPDX-License-Identifier: GPL-3.0-or-later
// Codes of areas and keys of features (DOMAIN C.4).
#include "core/check/rules.h"

namespace cuntu {

namespace {

/// The field that holds the code of the area a feature is in, or is.
QString codeFieldOf(const LayerSchema &schema)
{
    const bool isTownships = schema.id == QStringLiteral("townships"); // is its own area, and has no village
    return schema.areaField.isEmpty() && isTownships ? schema.keyField : schema.areaField;
}

std::optional<QStringList> withCode(const LayerSchema &schema)
{
    const QString field = codeFieldOf(schema);
    return field.isEmpty() ? std::nullopt : std::optional(QStringList{field});
}

/// Calls @p judge once for each text of @p column, and reports the rows of those for which it has a sentence.
void reportTexts(const LayerSnapshot &layer, const Column &column, FindingList &findings,
                 const std::function<QString(const QString &)> &judge)
{
    if (column.kind() != Column::Kind::Text) {
        return;
    }
    std::vector<QString> sentences(column.distinct());
    for (std::uint32_t code = 0; code < sentences.size(); ++code) {
        const std::string_view text = column.textOf(code);
        sentences[code] = judge(QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())));
    }
    for (std::size_t row = 0; row < layer.size(); ++row) {
        const std::uint32_t code = column.code(row);
        if (code != Column::k_null && !sentences[code].isEmpty()) {
            findings.add(layer, row, sentences[code]);
        }
    }
}

/// Runs @p judge over the area codes of all layers.
FoundResult judgeCodes(const ProjectSnapshot &project, const JobContext &job,
                       const std::function<QString(const QString &)> &judge)
{
    return findInLayers(project, job, withCode, [&](const LayerSnapshot &layer, FindingList &findings) -> Result<void> {
        if (const Column *column = layer.column(codeFieldOf(layer.schema()))) {
            reportTexts(layer, *column, findings, judge);
        }
        return {};
    });
}

/// Fields of @p schema that name the township or county a feature is in, beside its own code.
QStringList parentFields(const LayerSchema &schema)
{
    QStringList fields;
    for (const char *id : {"township_code", "county_code"}) {
        const QString field = QString::fromLatin1(id);
        if (field != codeFieldOf(schema) && schema.findField(field)) {
            fields << field;
        }
    }
    return fields;
}

void reportParents(const LayerSnapshot &layer, const QString &field, FindingList &findings)
{
    const Column *codes = layer.column(codeFieldOf(layer.schema()));
    const Column *parents = layer.column(field);
    for (std::size_t row = 0; codes && parents && row < layer.size(); ++row) {
        const auto code = AreaCode::parse(codes->display(row));
        const QString said = parents->display(row);
        const auto parent = AreaCode::parse(said);
        if (code && !said.isEmpty() && (!parent || !parent->covers(*code))) {
            findings.add(layer, row, Core::tr("the code %1 does not lie under %2").arg(code->toString(), said));
        }
    }
}

} // namespace

FoundResult checkMissingCodes(const ProjectSnapshot &project, const JobContext &job)
{
    if (project.areas().all().empty()) {
        return std::vector<CheckFinding>();
    }
    return findInLayers(project, job, withCode, [](const LayerSnapshot &layer, FindingList &findings) -> Result<void> {
        const Column *column = layer.column(codeFieldOf(layer.schema()));
        for (std::size_t row = 0; column && row < layer.size(); ++row) {
            if (column->isNull(row) || column->display(row).isEmpty()) {
                findings.add(layer, row, Core::tr("belongs to no village"));
            }
        }
        return {};
    });
}

FoundResult checkMalformedCodes(const ProjectSnapshot &project, const JobContext &job)
{
    return judgeCodes(project, job, [](const QString &text) {
        return text.isEmpty() || AreaCode::parse(text) ? QString() : Core::tr("'%1' is no area code").arg(text);
    });
}

FoundResult checkUnknownCodes(const ProjectSnapshot &project, const JobContext &job)
{
    const AreaTree &areas = project.areas();
    if (areas.all().empty()) {
        return std::vector<CheckFinding>();
    }
    return judgeCodes(project, job, [&](const QString &text) {
        const auto code = AreaCode::parse(text);
        return !code || areas.findEver(*code) ? QString()
                                              : Core::tr("area %1 is not in the list of villages").arg(text);
    });
}

FoundResult checkParents(const ProjectSnapshot &project, const JobContext &job)
{
    auto found = findInLayers(
        project, job,
        [](const LayerSchema &schema) -> std::optional<QStringList> {
            const QStringList parents = parentFields(schema);
            const QString own = codeFieldOf(schema);
            return parents.isEmpty() || own.isEmpty() ? std::nullopt : std::optional(parents + QStringList{own});
        },
        [](const LayerSnapshot &layer, FindingList &findings) -> Result<void> {
            for (const QString &field : parentFields(layer.schema())) {
                reportParents(layer, field, findings);
            }
            return {};
        });
    if (!found) {
        return found;
    }
    FindingList orphans;
    for (const Area &area : project.areas().all()) {
        if (!area.parent.isEmpty() && !project.areas().findEver(area.parent)) {
            orphans.addGeneral(area.level == AreaLevel::Village ? QStringLiteral("villages")
                                                                : QStringLiteral("townships"),
                               Core::tr("%1 %2 lies under %3, which is not in the list")
                                   .arg(area.code.toString(), area.name, area.parent.toString()));
        }
    }
    const auto more = orphans.take();
    found->insert(found->end(), more.begin(), more.end());
    return found;
}

FoundResult checkRepeatedKeys(const ProjectSnapshot &project, const JobContext &job)
{
    return findInLayers(
        project, job,
        [](const LayerSchema &schema) -> std::optional<QStringList> {
            return schema.keyField.isEmpty() ? std::nullopt : std::optional(QStringList{schema.keyField});
        },
        [](const LayerSnapshot &layer, FindingList &findings) -> Result<void> {
            reportRepeats(layer, layer.column(layer.schema().keyField), findings, [](const QString &text) {
                return Core::tr("the code %1 is that of feature %2 too").arg(text);
            });
            return {};
        });
}

} // namespace cuntu
