// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/report_tables.h"

#include "core/algorithm/unit.h"
#include "core/progress/figure_text.h"
#include "core/progress/milestone_look.h"

#include <QLocale>

#include <algorithm>

namespace cuntu {

namespace {

QString nothing()
{
    return QStringLiteral("—");
}

std::size_t urgencyOf(MilestoneState state)
{
    const auto &states = statesByUrgency();
    return static_cast<std::size_t>(std::find(states.begin(), states.end(), state) - states.begin());
}

bool moreUrgent(const ReportMilestone &a, const ReportMilestone &b)
{
    const std::size_t first = urgencyOf(a.milestone.state);
    const std::size_t second = urgencyOf(b.milestone.state);
    if (first != second) {
        return first < second;
    }
    return a.milestone.target.due.value_or(Day()) < b.milestone.target.due.value_or(Day());
}

ReportCell number(const QString &text)
{
    return {text.isEmpty() ? nothing() : text, {}, {}};
}

QString dueOf(const Target &target)
{
    return target.due ? target.due->toText() : target.dueText;
}

/// The day at the present pace, with the span that the spread of the pace leaves.
QString projectedOf(const Milestone &milestone)
{
    if (!milestone.projected) {
        return nothing();
    }
    const QString day = milestone.projected->toText();
    if (!milestone.projectedLow || *milestone.projectedLow == *milestone.projected) {
        return day;
    }
    const QString latest = milestone.projectedHigh ? milestone.projectedHigh->toText() : Core::tr("never");
    return Core::tr("%1 (%2 to %3)").arg(day, milestone.projectedLow->toText(), latest);
}

QString bodiesOf(const Target &target)
{
    QStringList bodies;
    for (const QString &body : QStringList{target.leadUnit, target.responsible} + target.otherUnits) {
        if (!body.isEmpty()) {
            bodies << body;
        }
    }
    return bodies.join(Core::tr(", "));
}

std::vector<ReportCell> milestoneRow(const ReportMilestone &item)
{
    const Milestone &milestone = item.milestone;
    const Target &target = milestone.target;
    const QString name = target.label.isEmpty() ? item.indicatorName : target.label + u' ' + item.indicatorName;
    const QString promised =
        (QString::number(target.value, 'g', QLocale::FloatingPointShortest) + u' ' + unitText(item.unit)).trimmed();
    const QString value = milestone.value ? figureText(*milestone.value, item.unit, target.value) : QString();
    return {{lookOf(milestone.state).word, milestone.state, {}},
            {name, {}, {}},
            {item.areaName, {}, {}},
            number(promised),
            number(value),
            {dueOf(target), {}, {}},
            {projectedOf(milestone), {}, {}},
            {bodiesOf(target), {}, {}},
            {milestone.reason, {}, {}}};
}

const Figure *findArea(const std::vector<Figure> &figures, const AreaCode &area)
{
    const auto found =
        std::find_if(figures.begin(), figures.end(), [&](const Figure &figure) { return figure.area == area; });
    return found == figures.end() ? nullptr : &*found;
}

QString signedText(double change, const QString &unit)
{
    const QString text = plainFigureText(change, unit, change < 0 ? std::optional(0.0) : std::nullopt);
    return change > 0 && text != QStringLiteral("0") && text != QStringLiteral("0.00") ? u'+' + text : text;
}

/// Which columns the figures of an indicator need.
struct FigureColumns {
    bool parts = false; ///< numerator and denominator: there is something to divide by
    bool change = false;
    bool bar = false;
};

std::vector<ReportCell> figureRow(const Figure &figure, const Figure *before, const FigureColumns &columns)
{
    std::vector<ReportCell> row{{figure.areaName, {}, {}}};
    if (columns.parts) {
        row.push_back(number(plainFigureText(figure.numerator, {})));
        row.push_back(number(plainFigureText(figure.denominator, {})));
    }
    ReportCell value = number(figure.value ? plainFigureText(*figure.value, figure.unit) : QString());
    if (columns.bar && figure.value) {
        value.share = std::clamp(*figure.value / 100, 0.0, 1.0);
    }
    row.push_back(value);
    if (columns.change) {
        const bool known = before != nullptr && before->value && figure.value;
        row.push_back(number(known ? signedText(*figure.value - *before->value, figure.unit) : QString()));
    }
    return row;
}

std::vector<ReportColumn> figureColumns(const ReportIndicator &indicator, const QString &unit,
                                        const FigureColumns &columns)
{
    const auto titled = [](const QString &title, const QString &of) {
        const QString unitOf = unitText(of);
        return ReportColumn{unitOf.isEmpty() ? title : Core::tr("%1 (%2)").arg(title, unitOf), true};
    };
    std::vector<ReportColumn> result{{Core::tr("area"), false}};
    if (columns.parts) {
        result.push_back(titled(Core::tr("counted"), indicator.countedThing));
        result.push_back(titled(Core::tr("of all"), indicator.countedThing));
    }
    result.push_back(titled(columns.bar ? Core::tr("share") : Core::tr("value"), unit));
    if (columns.change) {
        const QString points = Core::tr("percentage points");
        result.push_back(titled(Core::tr("change in the period"), columns.bar ? points : unit));
    }
    return result;
}

} // namespace

ReportTable milestoneTable(const std::vector<ReportMilestone> &milestones)
{
    ReportTable table;
    table.columns = {{Core::tr("state"), false},    {Core::tr("target"), false},      {Core::tr("area"), false},
                     {Core::tr("promised"), true},  {Core::tr("reached"), true},      {Core::tr("deadline"), false},
                     {Core::tr("expected"), false}, {Core::tr("responsible"), false}, {Core::tr("why"), false}};
    std::vector<ReportMilestone> sorted = milestones;
    std::stable_sort(sorted.begin(), sorted.end(), moreUrgent);
    for (const ReportMilestone &item : sorted) {
        table.rows.push_back(milestoneRow(item));
    }
    return table;
}

ReportCounts countsOf(const std::vector<ReportMilestone> &milestones)
{
    ReportCounts result;
    for (const MilestoneState state : statesByUrgency()) {
        const auto count = std::count_if(milestones.begin(), milestones.end(),
                                         [&](const ReportMilestone &item) { return item.milestone.state == state; });
        if (count > 0) {
            result.counts.emplace_back(state, static_cast<int>(count));
        }
    }
    return result;
}

ReportTable indicatorTable(const ReportIndicator &indicator)
{
    std::vector<Figure> all = indicator.areas;
    if (indicator.total) {
        all.push_back(*indicator.total);
    }
    ReportTable table;
    table.caption = indicator.name;
    const QString unit = all.empty() ? QString() : all.front().unit;
    FigureColumns columns;
    columns.bar = unit == QStringLiteral("%");
    columns.parts = std::any_of(all.begin(), all.end(), [](const Figure &figure) { return figure.denominator != 0; });
    columns.change = !indicator.before.empty() || indicator.totalBefore;
    table.columns = figureColumns(indicator, unit, columns);
    for (const Figure &figure : indicator.areas) {
        table.rows.push_back(figureRow(figure, findArea(indicator.before, figure.area), columns));
    }
    if (indicator.total) {
        const Figure *before = indicator.totalBefore ? &*indicator.totalBefore : nullptr;
        table.rows.push_back(figureRow(*indicator.total, before, columns));
        table.rows.back().front().text = Core::tr("total: %1").arg(indicator.total->areaName);
        table.totals = 1;
    }
    return table;
}

ReportTable listTable(const ReportList &list)
{
    ReportTable table;
    const auto shown = static_cast<qint64>(list.rows.size());
    const qint64 all = std::max(list.all, shown);
    table.caption =
        all > shown ? Core::tr("%1: the first %2 of %3").arg(list.title, QString::number(shown), QString::number(all))
                    : Core::tr("%1: %2").arg(list.title, QString::number(all));
    for (const ReportListColumn &column : list.columns) {
        table.columns.push_back({column.title, column.isNumber});
    }
    for (const QStringList &row : list.rows) {
        std::vector<ReportCell> cells;
        for (qsizetype i = 0; i < static_cast<qsizetype>(list.columns.size()); ++i) {
            cells.push_back({row.value(i), {}, {}});
        }
        table.rows.push_back(cells);
    }
    return table;
}

ReportParagraph rulesNote(const MilestoneRules &rules)
{
    const auto text = [](double number) { return QString::number(number, 'g', QLocale::FloatingPointShortest); };
    QStringList parts;
    parts << Core::tr("Pace: median of the slopes of the last %1 days, with too few figures the mean since the start")
                 .arg(rules.window_days);
    parts << Core::tr("at risk: more than %1 percentage points behind a steady course, or faster work needed")
                 .arg(text(rules.riskGap_pp));
    parts << Core::tr(
                 "behind: more than %1 points (%2 for firm promises), more than %3 % faster work needed, or %4 days "
                 "without progress")
                 .arg(text(rules.behindGap_pp), text(rules.ensureBehindGap_pp), text((rules.behindSpeedUp - 1) * 100))
                 .arg(rules.standstill_days);
    return {parts.join(Core::tr("; ")), true};
}

} // namespace cuntu
