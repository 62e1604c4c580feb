// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/water/declare.h"
#include "plugins/water/plan_outcome.h"
#include "plugins/water/units.h"

#include <algorithm>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace cuntu::water {

namespace {

/// The steps of a run, in order.
class Planning {
public:
    Planning(const AlgorithmInput &input, const JobContext &job)
        : m_input(input), m_job(job), m_request(SupplyRequest::from(input.parameters, input.asOf))
    {
    }

    Result<Outcome> run();

private:
    Result<void> readPlaces();
    void addUnserved(std::uint32_t row);
    Result<void> readSites();
    Result<void> readHeights();
    Result<void> choose();
    PlanGoal goalFor(double share_percent) const;
    OutcomeCurve curve(const SupplyPlan &plan) const;

    const AlgorithmInput &m_input;
    const JobContext &m_job;
    SupplyRequest m_request;
    Survey m_survey;
    std::vector<Unserved> m_unserved;
    std::vector<SystemSite> m_sites;
    MetrePlane m_plane;
    SupplyChoice m_choice;
    double m_before = 0;
    double m_counted = 0;
    std::size_t m_withoutPosition = 0;
    std::size_t m_withdrawn = 0;
};

Result<void> Planning::readPlaces()
{
    m_job.report(0, Text{u"统计未通自来水的自然村"_s, u"looking for settlements without a tap"_s}.toString());
    auto found = survey(m_input.project, Rule::from(m_input.parameters, true), m_input.asOf, m_job,
                        {u"hh_registered"_s, u"hh_resident"_s, u"elevation_m"_s, u"to_be_withdrawn"_s}, siteFields());
    if (!found) {
        return found.error();
    }
    m_survey = std::move(*found);
    for (std::uint32_t row = 0; row < m_survey.places.size(); ++row) {
        if (m_survey.places[row].counted) {
            addUnserved(row);
        }
    }
    return {};
}

void Planning::addUnserved(std::uint32_t row)
{
    const LayerSnapshot &layer = *m_survey.layer;
    const double persons = m_survey.places[row].persons;
    const double tap = m_survey.tapShare(row);
    m_counted += persons;
    m_before += persons * tap;
    const double households =
        std::fmax(numberAt(layer.column(u"hh_registered"_s), row), numberAt(layer.column(u"hh_resident"_s), row));
    Unserved who{row,
                 persons * (1 - tap),
                 households * (1 - tap),
                 m_request.needs.ofTarget(persons * (1 - tap)),
                 persons * (1 - m_survey.share(row, [](const Part &part) { return part.supply.isSupplied(); })),
                 layer.geometry().firstPoint(row),
                 numberAt(layer.column(u"elevation_m"_s), row)};
    constexpr double k_nobody = 1e-6;
    if (who.persons < k_nobody) {
        return;
    }
    if (numberAt(layer.column(u"to_be_withdrawn"_s), row) == 1) {
        ++m_withdrawn;
    } else if (!std::isfinite(who.position.x)) {
        ++m_withoutPosition;
    } else {
        m_unserved.push_back(who);
    }
}

Result<void> Planning::readSites()
{
    auto sites = sitesOf(m_input.project, m_survey, m_request, m_job);
    if (!sites) {
        return sites.error();
    }
    m_sites = std::move(*sites);
    return {};
}

Result<void> Planning::readHeights()
{
    Box window;
    for (const Unserved &who : m_unserved) {
        window.add(who.position);
    }
    for (const SystemSite &site : m_sites) {
        window.add(site.position);
    }
    const auto heights = Heights::read(m_request.terrain, m_input.project.crs(), window);
    if (!heights) {
        return heights.error();
    }
    for (Unserved &who : m_unserved) {
        who.height_m = heights->at(who.position, who.height_m);
    }
    for (SystemSite &site : m_sites) {
        site.height_m = heights->at(site.position, site.height_m);
    }
    return {};
}

Result<void> Planning::choose()
{
    std::vector<Point> places;
    for (const Unserved &who : m_unserved) {
        places.push_back(who.position);
    }
    for (const SystemSite &site : m_sites) {
        places.push_back(site.position);
    }
    auto plane = MetrePlane::fitting(m_input.project.crs(), places);
    if (!plane) {
        return plane.error();
    }
    m_plane = std::move(*plane);
    m_plane.flatten(places);
    auto lines = mainsOf(m_input.project, m_sites, m_input.asOf, m_plane, m_job);
    if (!lines) {
        return lines.error();
    }
    if (!m_request.routes.isEmpty()) {
        const auto routes = m_input.project.layer(m_request.routes, {}, m_job);
        if (!routes) {
            return routes.error();
        }
        const std::vector<PipeLine> more = linesOf(**routes, m_plane);
        lines->insert(lines->end(), more.begin(), more.end());
    }
    const PipeOptions options{m_request.limits.link_m, m_request.limits.detour,
                              static_cast<std::size_t>(m_request.limits.neighbours)};
    auto network = buildPipeNetwork(*lines, places, options, m_job);
    if (!network) {
        return network.error();
    }
    auto choice = supplyChoice(std::move(m_sites), std::move(m_unserved), std::move(*network), m_request, m_job);
    if (!choice) {
        return choice.error();
    }
    m_choice = std::move(*choice);
    return {};
}

PlanGoal Planning::goalFor(double share_percent) const
{
    PlanGoal goal = m_request.goal;
    if (!goal.budget && share_percent < k_hundred) {
        goal.wanted = std::max(0.0, share_percent / k_hundred * m_counted - m_before);
    }
    return goal;
}

/// The least cost of every fifth percent that is more than there is now. What reaches more reaches less too, so that a
/// point is never dearer than one behind it.
OutcomeCurve Planning::curve(const SupplyPlan &plan) const
{
    OutcomeCurve curve{u"cost_by_share"_s,
                       {u"投资与普及率"_s, u"Cost against coverage"_s},
                       {u"自来水普及率"_s, u"Share with a tap"_s},
                       u"%"_s,
                       {u"投资"_s, u"Cost"_s},
                       u"元"_s,
                       {}};
    constexpr int k_step = 5;
    const double now = m_counted > 0 ? k_hundred * m_before / m_counted : 0;
    curve.points.push_back({now, 0});
    std::vector<OutcomeCurve::Point> found;
    if (!m_request.goal.budget && plan.isEnough) {
        found.push_back({m_request.share_percent, plan.cost});
    }
    const int first = static_cast<int>(now / k_step) * k_step + k_step;
    const int count = std::max(1, (100 - first) / k_step + 1);
    for (int share = first; share <= 100 && !m_job.isCancelled(); share += k_step) {
        PlanGoal goal = m_request.goal;
        goal.budget.reset();
        goal.wanted = share / k_hundred * m_counted - m_before;
        goal.timeLimit_s = *goal.timeLimit_s / 2 / count;
        m_job.report(-1, Text{u"求普及率 %1% 的投资"_s, u"planning for %1 %"_s}.toString().arg(share));
        const SupplyPlan other = planSupply(m_choice.problem, goal, m_job);
        const double reached = m_counted > 0 ? k_hundred * (m_before + other.weight) / m_counted : 0;
        if (other.weight > 0) {
            found.push_back({other.isEnough ? std::max<double>(share, now) : reached, other.cost});
        }
        if (!other.isEnough) {
            break;
        }
    }
    std::sort(found.begin(), found.end(), [](const auto &a, const auto &b) { return a.x < b.x; });
    for (std::size_t i = found.size(); i-- > 1;) {
        found[i - 1].y = std::min(found[i - 1].y, found[i].y);
    }
    for (const auto &point : found) {
        if (point.x > curve.points.back().x) {
            curve.points.push_back(point);
        }
    }
    return curve;
}

Result<Outcome> Planning::run()
{
    for (const auto step : {&Planning::readPlaces, &Planning::readSites, &Planning::readHeights, &Planning::choose}) {
        if (auto done = (this->*step)(); !done) {
            return done.error();
        }
        if (m_job.isCancelled()) {
            return cancelledError();
        }
    }
    m_job.report(-1, Text{u"求供水方案"_s, u"planning"_s}.toString());
    const SupplyPlan plan = planSupply(m_choice.problem, goalFor(m_request.share_percent), m_job);
    const TrackView works = m_input.project.ledger().track({id(k_programme), id(k_works), {}});
    Outcome outcome = supplyOutcome(
        {m_survey, m_request, m_choice, plan, m_plane, works, m_before, m_counted, m_withoutPosition, m_withdrawn},
        m_input.asOf);
    if (m_request.curve) {
        outcome.curves.push_back(curve(plan));
    }
    return outcome;
}

std::vector<Parameter> parameters()
{
    std::vector<Parameter> all = SupplyRequest::parameters();
    const std::vector<Parameter> rule = Rule::parametersOfPlaces();
    all.insert(all.end(), rule.begin(), rule.end());
    return all;
}

} // namespace

Algorithm planAlgorithm()
{
    Algorithm algorithm;
    algorithm.id = u"water.plan"_s;
    algorithm.programme = id(k_programme);
    algorithm.name = {u"供水方案"_s, u"How to bring water to the rest"_s};
    algorithm.help = {
        u"按规划的先后（城镇管网延伸，不能时集中供水，再不能时分散供水）为每个未通自来水的自然村定供水方式："
        u"管道共沟，水头不足则提水，不超过工程能力和水源可供水量（按设计年需水量）。求以最少投资达到目标普及率，"
        u"或在预算内使通水人口最多，给出与最优值的可证明差距、投资与普及率曲线，以及每村为何如此、其他方式要多少钱。"_s,
        u"For each settlement without a tap the way of supply by the order of the plans (urban network, else "
        u"centralised works, else dispersed): pipes share trenches, water is pumped where the head is not enough, "
        u"works "
        u"and sources give no more than they can in the target year. Reaches a share for the least cost, or gives a "
        u"tap "
        u"to most persons within a budget, with the proven distance to the optimum, the curve of cost against "
        u"coverage, "
        u"and for each settlement why it is so and what the other ways would cost."_s};
    algorithm.parameters = parameters();
    algorithm.figures = supplyFigures();
    algorithm.run = [](const AlgorithmInput &input, const JobContext &job) { return Planning(input, job).run(); };
    return algorithm;
}

} // namespace cuntu::water
