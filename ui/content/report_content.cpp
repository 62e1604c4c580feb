// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/content/report_content.h"

#include "core/progress/figure_text.h"
#include "core/project/figures.h"
#include "maps/compose/map_page.h"
#include "ui/content/map_sheet.h"

#include <QBuffer>
#include <QCoreApplication>

namespace cuntu {

namespace {

constexpr std::size_t k_listedFeatures =
    200; // more of what is left than anybody reads on paper; the count of all is printed

class Reports {
    Q_DECLARE_TR_FUNCTIONS(cuntu::Reports)
};

/// Gathers one report; the steps in their order.
class Collector {
public:
    Collector(const Project &project, const ProjectSnapshot &snapshot, const ReportRequest &request,
              const JobContext &job)
        : m_project(project), m_snapshot(snapshot), m_request(request), m_job(job)
    {
    }

    Result<ReportInput> run();

private:
    Result<void> addMilestones();
    Result<void> addProgramme(const Programme &programme);
    Result<ReportIndicator> indicatorTable(const Indicator &indicator) const;
    Result<std::optional<ReportList>> leftOver(const Indicator &indicator) const;
    Result<std::vector<Figure>> figures(const Indicator &indicator, AreaLevel level, Day day) const;
    Result<std::optional<Figure>> total(const Indicator &indicator, Day day) const;
    Result<void> addMap();

    const Project &m_project;
    const ProjectSnapshot &m_snapshot;
    const ReportRequest &m_request;
    const JobContext &m_job;
    ReportInput m_input;
};

Result<std::vector<Figure>> Collector::figures(const Indicator &indicator, AreaLevel level, Day day) const
{
    return computeFigures(m_snapshot, m_project.registry(),
                          {indicator.programme, indicator.id, day, level, m_request.where}, m_job);
}

Result<std::optional<Figure>> Collector::total(const Indicator &indicator, Day day) const
{
    const AreaLevel level = m_request.where.isEmpty() ? AreaLevel::County : m_request.where.level();
    auto rows = figures(indicator, level, day);
    if (!rows) {
        return rows.error();
    }
    return rows->empty() ? std::optional<Figure>() : std::optional<Figure>(rows->front());
}

Result<ReportIndicator> Collector::indicatorTable(const Indicator &indicator) const
{
    const bool inTownship = !m_request.where.isEmpty() && m_request.where.level() != AreaLevel::County;
    const AreaLevel level = inTownship ? AreaLevel::Village : AreaLevel::Township;
    ReportIndicator table;
    table.name = indicator.name.toString();
    table.rule = indicator.help.toString();
    table.source = indicator.source;
    table.countedThing = indicator.countedThing;
    auto now = figures(indicator, level, m_request.asOf);
    auto whole = total(indicator, m_request.asOf);
    if (!now || !whole) {
        return now ? whole.error() : now.error();
    }
    table.areas = std::move(*now);
    table.total = std::move(*whole);
    if (m_request.period) {
        auto before = figures(indicator, level, m_request.period->eve());
        auto wholeBefore = total(indicator, m_request.period->eve());
        if (!before || !wholeBefore) {
            return before ? wholeBefore.error() : before.error();
        }
        table.before = std::move(*before);
        table.totalBefore = std::move(*wholeBefore);
    }
    return table;
}

Result<std::optional<ReportList>> Collector::leftOver(const Indicator &indicator) const
{
    auto parameters = ParameterValues::parse(indicator.parameters, {});
    if (!parameters) {
        return parameters.error();
    }
    auto set = indicator.evaluate({m_snapshot, *parameters, m_request.asOf}, m_job);
    if (!set) {
        return set.error();
    }
    const LayerSchema &schema = set->layer->schema();
    const Field *name = schema.findField(schema.nameField);
    if (!name || name->personal != Personal::No) {
        return std::optional<ReportList>(); // a list without names helps nobody, and people are not listed
    }
    auto layer = m_snapshot.layer(schema.id, {schema.nameField, schema.areaField}, m_job);
    if (!layer) {
        return layer.error();
    }
    ReportList list;
    list.title = Reports::tr("Left: %1").arg(schema.name.toString());
    list.columns = {{Reports::tr("Area"), false}, {schema.name.toString(), false}};
    for (const Contribution &item : set->items) {
        if (item.numerator >= item.denominator) {
            continue;
        }
        const auto code = AreaCode::parse((*layer)->column(schema.areaField)->display(item.row));
        if (!m_request.where.isEmpty() && !(code && m_request.where.covers(*code))) {
            continue;
        }
        ++list.all;
        if (list.rows.size() < k_listedFeatures) {
            list.rows.push_back({code ? m_snapshot.areas().nameOf(*code, m_request.asOf) : QString(),
                                 (*layer)->column(schema.nameField)->display(item.row)});
        }
    }
    return std::optional<ReportList>(std::move(list));
}

Result<void> Collector::addProgramme(const Programme &programme)
{
    ReportProgramme section;
    section.name = programme.name.toString();
    for (const Indicator &indicator : m_project.registry().indicators) {
        if (indicator.programme != programme.id) {
            continue;
        }
        auto table = indicatorTable(indicator);
        if (!table) {
            return table.error();
        }
        section.indicators.push_back(std::move(*table));
        if (indicator.id == programme.mainIndicator) {
            auto list = leftOver(indicator);
            if (!list) {
                return list.error();
            }
            if (*list && (*list)->all > 0) {
                section.left.push_back(std::move(**list));
            }
        }
    }
    m_input.programmes.push_back(std::move(section));
    return {};
}

Result<void> Collector::addMilestones()
{
    auto targets = m_project.targets();
    if (!targets) {
        return targets.error();
    }
    auto milestones = computeMilestones(m_snapshot, m_project.registry(), *targets, {}, m_request.asOf, m_job);
    if (!milestones) {
        return milestones.error();
    }
    for (Milestone &milestone : *milestones) {
        if (!m_request.where.isEmpty() && !m_request.where.covers(milestone.target.area) &&
            !milestone.target.area.covers(m_request.where)) {
            continue;
        }
        const Indicator *indicator = m_project.registry().findIndicator(milestone.target.indicator);
        const Programme *programme = m_project.registry().findProgramme(milestone.target.programme);
        const QString area = m_snapshot.areas().nameOf(milestone.target.area, m_request.asOf);
        m_input.milestones.push_back({std::move(milestone), programme ? programme->name.toString() : QString(),
                                      indicator->name.toString(), area, indicator->unit});
    }
    return {};
}

Result<void> Collector::addMap()
{
    const auto &programmes = m_project.registry().programmes;
    const auto withOverlay =
        std::find_if(programmes.begin(), programmes.end(), [](const Programme &p) { return !p.mainOverlay.isEmpty(); });
    SheetRequest sheet;
    sheet.content.asOf = m_request.asOf;
    sheet.content.overlay = withOverlay == programmes.end() ? QString() : withOverlay->mainOverlay;
    sheet.size = m_request.mapSize;
    auto page = mapSheet(m_project, m_snapshot, sheet, m_job);
    if (!page) {
        return page.error().code == ErrorCode::NotFound ? Result<void>() : Result<void>(page.error());
    }
    auto drawn = renderPage(*page, m_job);
    if (!drawn) {
        return drawn.error();
    }
    QBuffer buffer(&m_input.map.image);
    buffer.open(QIODevice::WriteOnly);
    drawn->image.save(&buffer, "PNG");
    m_input.map.caption = page->title;
    return {};
}

Result<ReportInput> Collector::run()
{
    const AreaTree &areas = m_snapshot.areas();
    m_input.areaName =
        m_request.where.isEmpty() ? m_snapshot.projectName() : areas.nameOf(m_request.where, m_request.asOf);
    m_input.period = m_request.period;
    m_input.asOf = m_request.asOf;
    m_input.revision = m_snapshot.revision();
    m_input.rules = milestoneRules(m_snapshot);
    auto done = addMilestones();
    for (const Programme &programme : m_project.registry().programmes) {
        if (done) {
            done = addProgramme(programme);
        }
    }
    if (done) {
        done = addMap();
    }
    if (!done) {
        return done.error();
    }
    return std::move(m_input);
}

} // namespace

Result<ReportInput> reportInput(const Project &project, const ProjectSnapshot &snapshot, const ReportRequest &request,
                                const JobContext &job)
{
    return Collector(project, snapshot, request, job).run();
}

} // namespace cuntu
