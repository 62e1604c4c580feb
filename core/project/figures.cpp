// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/figures.h"

#include "core/base/text.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <future>

namespace cuntu {

namespace {

constexpr int k_windowPoints = 7; // DOMAIN E.2: the last 90 days or the last 6 reports; 7 days bound 6 intervals

/// Sum of @p set over the features inside @p area (all, where it is empty).
Observation observe(const Indicator &indicator, const IndicatorSet &set, const AreaTree &tree, const AreaCode &area,
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

Result<Milestone> milestoneOf(const ProjectSnapshot &project, const Indicator &indicator, const Target &target,
                              Day asOf, const MilestoneRules &rules, const JobContext &job)
{
    auto parameters = ParameterValues::parse(indicator.parameters, target.parameters);
    if (!parameters) {
        return parameters.error().during(Core::tr("target %1").arg(target.label));
    }
    std::vector<Observation> series;
    for (const Day day : observationDays(target, asOf, rules)) {
        auto set = indicator.evaluate({project, *parameters, day}, job);
        if (!set) {
            return set.error().during(Core::tr("target %1").arg(target.label));
        }
        series.push_back(observe(indicator, *set, project.areas(), target.area, day));
    }
    return judge(target, indicator, series, asOf, rules);
}

/// Does work number 0 to @p count - 1 on this thread and one beside it, each with a worker of its own:
/// makeWorker()(number, job). After a failure nothing new is begun; of several the one with the lowest number is given.
template <class MakeWorker>
Result<void> onTwoThreads(std::size_t count, const MakeWorker &makeWorker, const JobContext &job)
{
    std::atomic<std::size_t> next = 0;
    std::atomic<bool> failed = false;
    std::vector<std::optional<Error>> errors(count);
    const auto run = [&](const JobContext &own) {
        auto worker = makeWorker();
        for (std::size_t number = next++; number < count && !failed; number = next++) {
            const Result<void> done = own.isCancelled() ? Result<void>(cancelledError()) : worker(number, own);
            if (!done) {
                errors[number] = done.error();
                failed = true;
            }
        }
    };
    std::future<void> beside;
    if (count > 1) {
        beside = std::async(std::launch::async, run, JobContext{job.cancel, {}}); // progress is this thread's
    }
    run(job);
    if (beside.valid()) {
        beside.get();
    }
    for (const std::optional<Error> &error : errors) {
        if (error) {
            return *error;
        }
    }
    return {};
}

bool isAsked(const Indicator &indicator, const FigureRequest &request)
{
    return (request.programme.isEmpty() || indicator.programme == request.programme) &&
           (request.indicator.isEmpty() || indicator.id == request.indicator);
}

/// Days on which something about the areas is different from the day before, ascending.
std::vector<Day> daysOfChange(const AreaTree &tree)
{
    std::vector<Day> days;
    for (const Area &area : tree.all()) {
        if (area.validFrom) {
            days.push_back(*area.validFrom);
        }
        if (area.validUntil) {
            days.push_back(area.validUntil->plusDays(1));
        }
    }
    for (const AreaEvent &event : tree.events()) {
        days.push_back(event.date);
    }
    std::sort(days.begin(), days.end());
    days.erase(std::unique(days.begin(), days.end()), days.end());
    return days;
}

/// Sums sets up by the areas of one day after the other; while nothing changes they are found out once.
class DatedSummer {
public:
    DatedSummer(const AreaTree &tree, const std::vector<Day> &changes, AreaLevel by, const AreaCode &where)
        : m_tree(tree), m_changes(changes), m_by(by), m_where(where)
    {
    }

    AreaSums sum(const IndicatorSet &set, Day areasOn)
    {
        const auto era = std::upper_bound(m_changes.begin(), m_changes.end(), areasOn) - m_changes.begin();
        if (!m_summer || era != m_era) {
            m_summer = std::make_unique<AreaSummer>(m_tree, m_by, areasOn, m_where);
            m_era = era;
        }
        return m_summer->sum(set);
    }

private:
    const AreaTree &m_tree;
    const std::vector<Day> &m_changes;
    AreaLevel m_by;
    AreaCode m_where;
    std::unique_ptr<AreaSummer> m_summer;
    std::ptrdiff_t m_era = 0; ///< how many of the changes were made by the day of m_summer
};

} // namespace

Result<std::vector<Figure>> computeFigures(const ProjectSnapshot &project, const Registry &registry,
                                           const FigureRequest &request, const JobContext &job)
{
    std::vector<const Indicator *> asked;
    for (const Indicator &indicator : registry.indicators) {
        if (isAsked(indicator, request)) {
            asked.push_back(&indicator);
        }
    }
    std::vector<std::vector<Figure>> parts(asked.size());
    const auto makeWorker = [&] {
        return [&, summer = std::unique_ptr<AreaSummer>()](std::size_t number,
                                                           const JobContext &own) mutable -> Result<void> {
            const Indicator &indicator = *asked[number];
            auto parameters = ParameterValues::parse(indicator.parameters, {});
            if (!parameters) {
                return parameters.error();
            }
            auto set = indicator.evaluate({project, *parameters, request.asOf}, own);
            if (!set) {
                return set.error().during(Core::tr("computing %1").arg(indicator.name.toString()));
            }
            if (!summer) {
                summer = std::make_unique<AreaSummer>(project.areas(), request.by,
                                                      request.areasOn.value_or(request.asOf), request.where);
            }
            parts[number] = figuresOf(indicator, summer->sum(*set));
            return {};
        };
    };
    if (auto done = onTwoThreads(asked.size(), makeWorker, job); !done) {
        return done.error();
    }
    std::vector<Figure> figures;
    for (std::vector<Figure> &part : parts) {
        figures.insert(figures.end(), std::make_move_iterator(part.begin()), std::make_move_iterator(part.end()));
    }
    return figures;
}

Result<std::vector<AreaSums>> computeSeries(const ProjectSnapshot &project, const Registry &registry,
                                            const SeriesRequest &request, const JobContext &job)
{
    const Indicator *indicator = registry.findIndicator(request.indicator);
    if (indicator == nullptr) {
        return Error{ErrorCode::NotFound, Core::tr("there is no indicator %1").arg(request.indicator), {}, {}, {}, {}};
    }
    auto parameters = ParameterValues::parse(indicator->parameters, request.parameters);
    if (!parameters) {
        return parameters.error();
    }
    const std::vector<Day> changes = daysOfChange(project.areas());
    std::vector<AreaSums> series(request.days.size());
    const auto makeWorker = [&] {
        return [&, summer = DatedSummer(project.areas(), changes, request.by, request.where)](
                   std::size_t number, const JobContext &own) mutable -> Result<void> {
            const Day day = request.days[number];
            auto set = indicator->evaluate({project, *parameters, day}, own);
            if (!set) {
                return set.error().during(Core::tr("computing %1").arg(indicator->name.toString()));
            }
            series[number] = summer.sum(*set, request.areasOn.value_or(day));
            return {};
        };
    };
    if (auto done = onTwoThreads(request.days.size(), makeWorker, job); !done) {
        return done.error();
    }
    return series;
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
