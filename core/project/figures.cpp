// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/figures.h"

#include "core/base/text.h"

#include <array>

namespace cuntu {

namespace {

constexpr int k_windowPoints = 7; // DOMAIN E.2: the last 90 days or the last 6 reports; 7 days bound 6 intervals

/// Sum of @p set over the features inside @p area (all, where it is empty).
Observation sumOf(const Indicator &indicator, const IndicatorSet &set, const AreaTree &tree, const AreaCode &area,
                  Day day)
{
    Observation observation{day, 0, 0};
    const AreaLevel level = area.isEmpty() ? AreaLevel::County : area.level();
    for (const Figure &figure : figuresByArea(indicator, set, tree, level, day, area)) {
        if (area.isEmpty() || figure.area == area) {
            observation.numerator += figure.numerator;
            observation.denominator += figure.denominator;
        }
    }
    return observation;
}

/// Evaluates @p indicator with the parameters of @p target on each of @p days, and hands each set to @p take.
Result<void> evaluateOn(const ProjectSnapshot &project, const Indicator &indicator, const Target &target,
                        const std::vector<Day> &days, const JobContext &job,
                        const std::function<void(const IndicatorSet &, Day)> &take)
{
    auto parameters = ParameterValues::parse(indicator.parameters, target.parameters);
    if (!parameters) {
        return parameters.error().during(Core::tr("target %1").arg(target.label));
    }
    for (const Day day : days) {
        if (job.isCancelled()) {
            return cancelledError();
        }
        auto set = indicator.evaluate({project, *parameters, day}, job);
        if (!set) {
            return set.error().during(Core::tr("target %1").arg(target.label));
        }
        take(*set, day);
    }
    return {};
}

Result<Milestone> milestoneOf(const ProjectSnapshot &project, const Indicator &indicator, const Target &target,
                              Day asOf, const MilestoneRules &rules, const JobContext &job)
{
    auto series = observe(project, indicator, target, observationDays(target, asOf, rules), job);
    return series ? Result<Milestone>(judge(target, indicator, *series, asOf, rules))
                  : Result<Milestone>(series.error());
}

} // namespace

Result<std::vector<Figure>> computeFigures(const ProjectSnapshot &project, const Registry &registry,
                                           const FigureRequest &request, const JobContext &job)
{
    std::vector<Figure> figures;
    for (const Indicator &indicator : registry.indicators) {
        if ((!request.programme.isEmpty() && indicator.programme != request.programme) ||
            (!request.indicator.isEmpty() && indicator.id != request.indicator)) {
            continue;
        }
        auto parameters = ParameterValues::parse(indicator.parameters, {});
        if (!parameters) {
            return parameters.error();
        }
        auto set = indicator.evaluate({project, *parameters, request.asOf}, job);
        if (!set) {
            return set.error().during(Core::tr("computing %1").arg(indicator.name.toString()));
        }
        auto rows = figuresByArea(indicator, *set, project.areas(), request.by, request.areasOn.value_or(request.asOf),
                                  request.where);
        figures.insert(figures.end(), std::make_move_iterator(rows.begin()), std::make_move_iterator(rows.end()));
    }
    return figures;
}

std::vector<Day> observationDays(const Target &target, Day asOf, const MilestoneRules &rules)
{
    std::vector<Day> days;
    const Day windowStart = asOf.plusDays(-rules.window_days);
    if (target.start && *target.start < windowStart) {
        days.push_back(*target.start);
    }
    for (int i = 0; i < k_windowPoints; ++i) {
        const Day day = windowStart.plusDays(rules.window_days * i / (k_windowPoints - 1));
        if (!target.start || day >= *target.start) {
            days.push_back(day);
        }
    }
    return days;
}

Result<std::vector<Observation>> observe(const ProjectSnapshot &project, const Indicator &indicator,
                                         const Target &target, const std::vector<Day> &days, const JobContext &job)
{
    std::vector<Observation> series;
    auto done = evaluateOn(project, indicator, target, days, job, [&](const IndicatorSet &set, Day day) {
        series.push_back(sumOf(indicator, set, project.areas(), target.area, day));
    });
    return done ? Result<std::vector<Observation>>(std::move(series)) : done.error();
}

Result<std::map<AreaCode, std::vector<Observation>>>
observeByArea(const ProjectSnapshot &project, const Indicator &indicator, const Target &target,
              const std::vector<Day> &days, AreaLevel level, const AreaCode &inside, Day areasOn, const JobContext &job)
{
    std::map<AreaCode, std::vector<Observation>> series;
    auto done = evaluateOn(project, indicator, target, days, job, [&](const IndicatorSet &set, Day day) {
        for (const Figure &figure : figuresByArea(indicator, set, project.areas(), level, areasOn, inside)) {
            series[figure.area].push_back({day, figure.numerator, figure.denominator});
        }
    });
    return done ? Result<std::map<AreaCode, std::vector<Observation>>>(std::move(series)) : done.error();
}

MilestoneRules milestoneRules(const ProjectSnapshot &project)
{
    MilestoneRules rules;
    const std::array<std::pair<const char *, double *>, 6> numbers{
        {{"milestone.risk_gap", &rules.riskGap_pp},
         {"milestone.behind_gap", &rules.behindGap_pp},
         {"milestone.ensure_behind_gap", &rules.ensureBehindGap_pp},
         {"milestone.risk_speed_up", &rules.riskSpeedUp},
         {"milestone.behind_speed_up", &rules.behindSpeedUp},
         {"milestone.early_share", &rules.earlyShare}}};
    for (const auto &[key, number] : numbers) {
        if (const auto value = parseNumber(project.setting(QString::fromLatin1(key)))) {
            *number = *value;
        }
    }
    const std::array<std::pair<const char *, int *>, 3> counts{{{"milestone.standstill_days", &rules.standstill_days},
                                                                {"milestone.window_days", &rules.window_days},
                                                                {"milestone.few_pieces", &rules.fewPieces}}};
    for (const auto &[key, count] : counts) {
        if (const auto value = parseNumber(project.setting(QString::fromLatin1(key)));
            value && *value >= 1 && *value < 1e5) {
            *count = static_cast<int>(*value);
        }
    }
    return rules;
}

Result<std::vector<Milestone>> computeMilestones(const ProjectSnapshot &project, const Registry &registry,
                                                 const std::vector<Target> &targets, const QString &programme, Day asOf,
                                                 const JobContext &job)
{
    const MilestoneRules rules = milestoneRules(project);
    std::vector<Milestone> milestones;
    for (const Target &target : targets) {
        const Indicator *indicator = registry.findIndicator(target.indicator);
        if (!indicator || (!programme.isEmpty() && target.programme != programme)) {
            continue; // of a plugin that is not there: its targets wait for it
        }
        if (job.isCancelled()) {
            return cancelledError();
        }
        auto milestone = milestoneOf(project, *indicator, target, asOf, rules, job);
        if (!milestone) {
            return milestone.error();
        }
        milestones.push_back(std::move(*milestone));
    }
    return milestones;
}

} // namespace cuntu
