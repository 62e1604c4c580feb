// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/run_comparison.h"

#include "core/base/text.h"
#include "core/io/export.h"
#include "core/plugin/registry.h"
#include "core/project/export_source.h"
#include "core/report/html.h"
#include "core/schema/field_makers.h"

#include <QFileInfo>

#include <algorithm>

namespace cuntu {

namespace {

/// What the algorithms of @p runs declare; of one name the first.
std::vector<OutcomeFigure> declaredOf(const Registry &registry, const std::vector<KeptRun> &runs)
{
    std::vector<OutcomeFigure> declared;
    for (const KeptRun &run : runs) {
        const Algorithm *algorithm = registry.findAlgorithm(run.algorithm);
        for (const OutcomeFigure &figure : algorithm ? algorithm->figures : std::vector<OutcomeFigure>()) {
            const bool isKnown = std::any_of(declared.begin(), declared.end(),
                                             [&](const OutcomeFigure &each) { return each.id == figure.id; });
            if (!isKnown) {
                declared.push_back(figure);
            }
        }
    }
    return declared;
}

QString betterText(Better better)
{
    return better == Better::More ? Core::tr("more") : better == Better::Less ? Core::tr("less") : QString();
}

/// Names of the results that are the best in @p figure.
QString bestOf(const RunComparison &comparison, const ComparedFigure &figure)
{
    QStringList best;
    for (std::size_t run = 0; run < figure.isBest.size(); ++run) {
        if (figure.isBest[run]) {
            best << comparison.names[static_cast<qsizetype>(run)];
        }
    }
    return best.join(QStringLiteral(", "));
}

bool hasText(const RunComparison &comparison)
{
    return std::any_of(comparison.figures.begin(), comparison.figures.end(), [](const ComparedFigure &figure) {
        for (std::size_t run = 0; run < figure.numbers.size(); ++run) {
            if (!figure.numbers[run] && !figure.texts[static_cast<qsizetype>(run)].isEmpty()) {
                return true;
            }
        }
        return false;
    });
}

LayerSchema tableSchema(const RunComparison &comparison, const QString &title)
{
    using namespace field_makers;
    const auto named = [](const QString &id, const QString &name, FieldType type) {
        return field(id, {name, name}, type);
    };
    LayerSchema schema;
    schema.id = QStringLiteral("comparison");
    schema.name = {title, title};
    schema.fields = {named(QStringLiteral("figure"), Core::tr("Figure"), FieldType::Text),
                     named(QStringLiteral("unit"), Core::tr("Unit"), FieldType::Text),
                     named(QStringLiteral("better"), Core::tr("Better"), FieldType::Text)};
    for (qsizetype run = 0; run < comparison.names.size(); ++run) {
        schema.fields.push_back(
            named(QStringLiteral("result_%1").arg(run + 1), comparison.names[run], FieldType::Real));
    }
    schema.fields.push_back(named(QStringLiteral("best"), Core::tr("Best"), FieldType::Text));
    for (qsizetype run = 0; hasText(comparison) && run < comparison.names.size(); ++run) {
        schema.fields.push_back(named(QStringLiteral("text_%1").arg(run + 1),
                                      Core::tr("%1 (in words)").arg(comparison.names[run]), FieldType::Text));
    }
    return schema;
}

void addText(FeatureRow &row, const QString &text)
{
    row.values.emplace_back();
    if (!text.isEmpty()) {
        row.values.back() = text.toStdString();
    }
}

void addNumber(FeatureRow &row, std::optional<double> number)
{
    row.values.emplace_back();
    if (number) {
        row.values.back() = *number;
    }
}

std::vector<FeatureRow> tableRows(const RunComparison &comparison)
{
    const bool withTexts = hasText(comparison);
    std::vector<FeatureRow> rows;
    for (const ComparedFigure &figure : comparison.figures) {
        FeatureRow &row = rows.emplace_back();
        addText(row, figure.name);
        addText(row, figure.unit);
        addText(row, betterText(figure.better));
        for (const std::optional<double> &number : figure.numbers) {
            addNumber(row, number);
        }
        addText(row, bestOf(comparison, figure));
        for (std::size_t run = 0; withTexts && run < figure.numbers.size(); ++run) {
            addText(row, figure.numbers[run] ? QString() : figure.texts[static_cast<qsizetype>(run)]);
        }
    }
    const std::size_t columns = rows.empty() ? 0 : rows.front().values.size();
    FeatureRow &total = rows.emplace_back();
    addText(total, Core::tr("best in figures, of %1").arg(comparison.judged));
    addText(total, {});
    addText(total, {});
    for (const int best : comparison.bestIn) {
        addNumber(total, best);
    }
    total.values.resize(std::max(columns, total.values.size() + 1));
    return rows;
}

Report page(const RunComparison &comparison, const QString &title)
{
    ReportTable table;
    table.columns = {{Core::tr("Figure"), false}, {Core::tr("Unit"), false}};
    for (const QString &name : comparison.names) {
        table.columns.push_back({name, true});
    }
    for (const ComparedFigure &figure : comparison.figures) {
        std::vector<ReportCell> row{{figure.name, {}, {}}, {figure.unit, {}, {}}};
        for (std::size_t run = 0; run < figure.numbers.size(); ++run) {
            const QString text = figure.texts[static_cast<qsizetype>(run)];
            row.push_back({figure.isBest[run] ? QStringLiteral("★ ") + text : text, {}, {}});
        }
        table.rows.push_back(std::move(row));
    }
    std::vector<ReportCell> total{{Core::tr("best in figures, of %1").arg(comparison.judged), {}, {}}, {}};
    for (const int best : comparison.bestIn) {
        total.push_back({QString::number(best), {}, {}});
    }
    table.rows.push_back(std::move(total));
    table.totals = 1;
    Report report;
    report.head.title = title;
    report.blocks = {table, ReportParagraph{Core::tr("★ marks the best value of a row, where it is declared which way "
                                                     "is better."),
                                            true}};
    return report;
}

} // namespace

RunComparison compareRuns(const Registry &registry, const std::vector<KeptRun> &runs)
{
    RunComparison comparison;
    std::vector<QJsonObject> figures;
    for (const KeptRun &run : runs) {
        comparison.names << run.name;
        figures.push_back(run.figures);
    }
    comparison.figures = compareFigures(declaredOf(registry, runs), figures);
    comparison.bestIn.assign(runs.size(), 0);
    for (const ComparedFigure &figure : comparison.figures) {
        comparison.judged += std::find(figure.isBest.begin(), figure.isBest.end(), true) != figure.isBest.end() ? 1 : 0;
        for (std::size_t run = 0; run < figure.isBest.size(); ++run) {
            comparison.bestIn[run] += figure.isBest[run] ? 1 : 0;
        }
    }
    return comparison;
}

QStringList comparisonEndings()
{
    return {QStringLiteral("xlsx"), QStringLiteral("csv"), QStringLiteral("ods"), QStringLiteral("html")};
}

Result<void> writeComparison(const RunComparison &comparison, const QString &title, const QString &file,
                             const JobContext &job)
{
    const QString ending = QFileInfo(file).suffix().toLower();
    if (!comparisonEndings().contains(ending)) {
        return Error{ErrorCode::Invalid,
                     Core::tr("a comparison cannot be written as '%1'").arg(ending),
                     {},
                     Core::tr("Known: %1").arg(comparisonEndings().join(QStringLiteral(", "))),
                     {},
                     {}};
    }
    if (ending == QStringLiteral("html")) {
        return writeHtml(page(comparison, title), file);
    }
    ExportRequest request;
    request.file = file;
    request.schema = tableSchema(comparison, title);
    const auto written = exportFeatures(request, sourceOf(tableRows(comparison)), job);
    return written ? Result<void>() : Result<void>(written.error());
}

} // namespace cuntu
