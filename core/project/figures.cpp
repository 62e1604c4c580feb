// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/figures.h"

#include "core/base/text.h"
#include "core/progress/area_paths.h"
#include "core/progress/baseline.h"
#include "core/progress/figure_change.h"
#include "core/project/as_known.h"
#include "core/project/late_reports.h"
#include "core/project/settings.h"

#include <array>
#include <atomic>
#include <future>
#include <numeric>

namespace cuntu {

namespace {

constexpr int k_windowPoints = 7; // DOMAIN E.2: the last 90 days or the last 6 reports; 7 days bound 6 intervals

/// Evaluations that several targets share: parts of one promise differ by their area only.
class Evaluations {
public:
    Evaluations(const ProjectSnapshot &project, const JobContext &job) : m_project(project), m_job(job) {}

    /// The reports that are late on the track that features of @p layer have for @p programme; null: there is none.
    const LateReports *lateReportsOf(const Registry &registry, const QString &programme, const LayerSchema &layer,
                                     Day asOf)
    {
        const auto track = std::find_if(layer.tracks.begin(), layer.tracks.end(),
                                        [&](const LayerTrack &each) { return each.programme == programme; });
        const LifeCycle *cycle = track == layer.tracks.end() ? nullptr : registry.findLifeCycle(track->lifeCycle);
        if (!cycle) {
            return nullptr;
        }
        auto [known, isNew] = m_late.try_emplace(std::pair(programme, layer.id));
        if (isNew) {
            known->second =
                lateReports(m_project.ledger().track({programme, layer.id, {}}), *cycle, asOf, knowledgeDay());
        }
        return &known->second;
    }
    /// The day on which the ledger is looked at.
    Day knowledgeDay() const
    {
        const auto known = m_project.ledger().known();
        return known ? known->day() : Day::today();
    }

    /// What @p indicator gives on @p day by the parameters of @p target.
    Result<Immutable<IndicatorSet>> on(const Indicator &indicator, const Target &target, Day day)
    {
        if (indicator.id != m_indicator || target.parameters != m_parameters) {
            m_known.clear(); // one question at a time: a province's sets are large
            m_indicator = indicator.id;
            m_parameters = target.parameters;
        }
        Immutable<IndicatorSet> &known = m_known[day];
        if (!known) {
            auto parameters = ParameterValues::parse(indicator.parameters, target.parameters);
            auto set = parameters ? indicator.evaluate({m_project, *parameters, day}, m_job)
                                  : Result<IndicatorSet>(parameters.error());
            if (!set) {
                return set.error();
            }
            known = freeze(std::move(*set));
        }
        return known;
    }

    const ProjectSnapshot &project() const { return m_project; }
    const JobContext &job() const { return m_job; }

private:
    const ProjectSnapshot &m_project;
    const JobContext &m_job;
    QString m_indicator;
    QMap<QString, QString> m_parameters;
    std::map<Day, Immutable<IndicatorSet>> m_known;
    std::map<std::pair<QString, QString>, LateReports> m_late; ///< by programme and layer; of one day
};

/// Works out one target's figures on any day.
class TargetFigures {
public:
    static Result<TargetFigures> of(Evaluations &evaluations, const Indicator &indicator, const Target &target)
    {
        TargetFigures figures(evaluations, indicator, target);
        if (target.baseline) {
            auto base = figures.setOn(*target.baseline);
            if (!base) {
                return base.error();
            }
            figures.m_base = std::move(base->items);
        }
        return figures;
    }

    /// What counts on @p day: with a baseline its features with their denominators of that day.
    Result<FrozenFigure> figureOn(Day day) const
    {
        auto set = setOn(day);
        if (!set) {
            return set.error();
        }
        if (!m_target->baseline) {
            const Contribution sum = sumOf(*set);
            return FrozenFigure{{day, sum.numerator, sum.denominator}, {day, 0, 0}};
        }
        FrozenFigure figure = frozenFigure(m_base, set->items);
        figure.base.day = day;
        figure.added.day = day;
        return figure;
    }

    /// What figureOn() is going to be when late reports are in.
    Result<std::optional<ExpectedFigure>> expectedOn(Day day, const Observation &reported,
                                                     const Registry &registry) const
    {
        const Day known = m_evaluations->knowledgeDay();
        if (daysBetween(day, known) > LagRules().longestLag_days) {
            return std::optional<ExpectedFigure>(); // nothing can be late any more
        }
        auto set = setOn(day);
        if (!set) {
            return set.error();
        }
        const LateReports *late =
            m_evaluations->lateReportsOf(registry, m_target->programme, set->layer->schema(), day);
        if (!late) {
            return std::optional<ExpectedFigure>();
        }
        const std::vector<Contribution> counted = m_target->baseline ? frozenParts(m_base, set->items) : set->items;
        return expectedFigure(*m_indicator, *set->layer, counted, reported, *late, known);
    }

private:
    TargetFigures(Evaluations &evaluations, const Indicator &indicator, const Target &target)
        : m_evaluations(&evaluations), m_indicator(&indicator), m_target(&target)
    {
    }

    /// The features that count for the target on @p day.
    Result<IndicatorSet> setOn(Day day) const
    {
        auto set = m_evaluations->on(*m_indicator, *m_target, day);
        if (!set) {
            return set.error();
        }
        const std::vector<AreaCode> areas = m_target->scope.empty() ? std::vector{m_target->area} : m_target->scope;
        return m_target->area.isEmpty() ? **set : partInside(**set, m_evaluations->project().areas(), day, areas);
    }

    Evaluations *m_evaluations;
    const Indicator *m_indicator;
    const Target *m_target;
    std::vector<Contribution> m_base;
};

Result<Milestone> milestoneOf(Evaluations &evaluations, const Registry &registry, const Target &target, Day asOf,
                              const MilestoneRules &rules)
{
    const Indicator &indicator = *registry.findIndicator(target.indicator);
    auto figures = TargetFigures::of(evaluations, indicator, target);
    if (!figures) {
        return figures.error();
    }
    std::vector<Observation> series;
    Observation added;
    for (const Day day : observationDays(target, asOf, rules)) {
        auto figure = figures->figureOn(day);
        if (!figure) {
            return figure.error();
        }
        series.push_back(figure->base);
        added = figure->added;
    }
    JudgeContext context;
    if (target.due && asOf > *target.due) {
        auto figure = figures->figureOn(*target.due);
        if (!figure) {
            return figure.error();
        }
        context.atDue = figure->base;
    }
    auto last = lastReport(evaluations.project(), target, asOf, evaluations.job());
    if (!last) {
        return last.error();
    }
    context.lastReport = *last;
    Milestone milestone = judge(target, indicator, series, asOf, rules, context);
    auto expected = series.empty() ? Result<std::optional<ExpectedFigure>>(std::optional<ExpectedFigure>())
                                   : figures->expectedOn(asOf, series.back(), registry);
    if (!expected) {
        return expected.error();
    }
    milestone.expected = *expected;
    milestone.addedNumerator = added.numerator;
    milestone.addedDenominator = added.denominator;
    return milestone;
}

/// An indicator and the values of its parameters.
struct Question {
    const Indicator *indicator = nullptr;
    ParameterValues parameters;
};

Result<std::vector<Figure>> figuresOn(const ProjectSnapshot &project, const std::vector<Question> &questions,
                                      const FigureRequest &request, Day day, AreaPathCache &cache,
                                      const JobContext &job)
{
    std::vector<Figure> figures;
    for (const Question &question : questions) {
        auto set = question.indicator->evaluate({project, question.parameters, day}, job);
        if (!set) {
            return set.error().during(Core::tr("computing %1").arg(question.indicator->name.toString()));
        }
        auto rows = figuresByArea(*question.indicator, *set, project.areas(), request.by, request.areasOn.value_or(day),
                                  request.where, cache);
        figures.insert(figures.end(), std::make_move_iterator(rows.begin()), std::make_move_iterator(rows.end()));
    }
    return figures;
}

} // namespace

Result<std::vector<Figure>> computeFigures(const ProjectSnapshot &project, const Registry &registry,
                                           const FigureRequest &request, const JobContext &job)
{
    auto series = computeSeries(project, registry, request, {request.asOf}, job);
    if (!series) {
        return series.error();
    }
    return std::move(series->front());
}

Result<std::vector<std::vector<Figure>>> computeSeries(const ProjectSnapshot &project, const Registry &registry,
                                                       const FigureRequest &request, const std::vector<Day> &days,
                                                       const JobContext &job)
{
    std::vector<Question> questions;
    for (const Indicator &indicator : registry.indicators) {
        if ((!request.programme.isEmpty() && indicator.programme != request.programme) ||
            (!request.indicator.isEmpty() && indicator.id != request.indicator)) {
            continue;
        }
        auto parameters = ParameterValues::parse(indicator.parameters, {});
        if (!parameters) {
            return parameters.error();
        }
        questions.push_back({&indicator, std::move(*parameters)});
    }
    std::vector<std::vector<Figure>> series(days.size());
    std::vector<std::optional<Error>> failures(days.size());
    AreaPathCache cache;
    std::atomic<std::size_t> next = 0;
    const auto work = [&] {
        for (std::size_t i = next++; i < days.size(); i = next++) {
            auto figures = figuresOn(project, questions, request, days[i], cache, job);
            if (figures) {
                series[i] = std::move(*figures);
            } else {
                failures[i] = figures.error();
            }
        }
    };
    if (days.size() > 1) {
        auto helper = std::async(std::launch::async, work);
        work();
        helper.get();
    } else {
        work();
    }
    for (const std::optional<Error> &failure : failures) {
        if (failure) {
            return *failure;
        }
    }
    return series;
}

Result<std::optional<Day>> lastReport(const ProjectSnapshot &project, const Target &target, Day asOf,
                                      const JobContext &job)
{
    std::optional<Day> last;
    if (target.cadence == Cadence::None) {
        return last;
    }
    for (const Track &track : project.ledger().tracks()) {
        if (track.programme != target.programme) {
            continue;
        }
        auto layer = project.layer(track.layer, {}, job);
        const QString field = layer ? (*layer)->schema().areaField : QString();
        if (layer && !field.isEmpty()) {
            layer = project.layer(track.layer, {field}, job);
        }
        if (!layer) {
            return layer.error();
        }
        std::vector<FeatureId> features;
        if (!field.isEmpty() && !target.area.isEmpty()) {
            IndicatorSet all{*layer, {}};
            for (std::size_t row = 0; row < (*layer)->size(); ++row) {
                all.items.push_back({static_cast<std::uint32_t>(row), 0, 0});
            }
            for (const Contribution &item : partInside(all, project.areas(), asOf, {target.area}).items) {
                features.push_back((*layer)->id(item.row));
            }
            if (features.empty()) {
                continue;
            }
        }
        const std::optional<Day> day = project.ledger().track(track).lastDay(asOf, features);
        last = day ? std::max(last.value_or(*day), *day) : last;
    }
    return last;
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
    Evaluations evaluations(project, job);
    auto figures = TargetFigures::of(evaluations, indicator, target);
    if (!figures) {
        return figures.error().during(Core::tr("target %1").arg(target.label));
    }
    std::vector<Observation> series;
    for (const Day day : days) {
        auto figure = job.isCancelled() ? Result<FrozenFigure>(cancelledError()) : figures->figureOn(day);
        if (!figure) {
            return figure.error().during(Core::tr("target %1").arg(target.label));
        }
        series.push_back(figure->base);
    }
    return series;
}

Result<std::map<AreaCode, std::vector<Observation>>>
observeByArea(const ProjectSnapshot &project, const Indicator &indicator, const Target &target,
              const std::vector<Day> &days, AreaLevel level, const AreaCode &inside, Day areasOn, const JobContext &job)
{
    auto parameters = ParameterValues::parse(indicator.parameters, target.parameters);
    if (!parameters) {
        return parameters.error().during(Core::tr("target %1").arg(target.label));
    }
    AreaPathCache cache;
    std::map<AreaCode, std::vector<Observation>> series;
    for (const Day day : days) {
        auto set = job.isCancelled() ? Result<IndicatorSet>(cancelledError())
                                     : indicator.evaluate({project, *parameters, day}, job);
        if (!set) {
            return set.error().during(Core::tr("target %1").arg(target.label));
        }
        const IndicatorSet counted =
            target.scope.empty() ? std::move(*set) : partInside(*set, project.areas(), areasOn, target.scope);
        for (const Figure &figure : figuresByArea(indicator, counted, project.areas(), level, areasOn, inside, cache)) {
            series[figure.area].push_back({day, figure.numerator, figure.denominator});
        }
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
    if (parseYesNo(project.setting(QStringLiteral("milestone.working_days"))).value_or(false)) {
        rules.workingDays = WorkCalendar::fromText(project.setting(QString::fromUtf16(k_calendarSetting)));
    }
    rules.improvementRung =
        rungFromString(project.setting(QStringLiteral("milestone.improvement_rung"))).value_or(Rung::Reported);
    return rules;
}

Result<std::vector<Milestone>> computeMilestones(const ProjectSnapshot &project, const Registry &registry,
                                                 const std::vector<Target> &targets, const QString &programme, Day asOf,
                                                 const JobContext &job)
{
    const MilestoneRules rules = milestoneRules(project);
    std::vector<const Target *> asked;
    for (const Target &target : targets) {
        const bool wanted = programme.isEmpty() || target.programme == programme;
        // Of a plugin that is not there: its targets wait for it. A draft promises nothing.
        if (wanted && registry.findIndicator(target.indicator) && target.state != TargetState::Draft) {
            asked.push_back(&target);
        }
    }
    // Those that ask the same question one after the other, so that it is answered once.
    std::vector<std::size_t> order(asked.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return std::pair(asked[a]->indicator, asked[a]->parameters.values() + asked[a]->parameters.keys()) <
               std::pair(asked[b]->indicator, asked[b]->parameters.values() + asked[b]->parameters.keys());
    });
    Evaluations evaluations(project, job);
    const Immutable<ProjectSnapshot> borrowed(Immutable<ProjectSnapshot>(), &project);
    const Immutable<ProjectSnapshot> confirmedProject = asKnown(borrowed, {}, rules.improvementRung);
    Evaluations confirmations(*confirmedProject, job);
    std::vector<Milestone> milestones(asked.size());
    for (const std::size_t i : order) {
        if (job.isCancelled()) {
            return cancelledError();
        }
        auto milestone = milestoneOf(evaluations, registry, *asked[i], asOf, rules);
        if (milestone && rules.improvementRung != Rung::Reported) {
            auto confirmed = milestoneOf(confirmations, registry, *asked[i], asOf, rules);
            if (!confirmed) {
                return confirmed.error().during(Core::tr("target %1").arg(asked[i]->label));
            }
            holdBack(*milestone, confirmed->state, rules.improvementRung);
        }
        if (!milestone) {
            return milestone.error().during(Core::tr("target %1").arg(asked[i]->label));
        }
        milestones[i] = std::move(*milestone);
    }
    return milestones;
}

} // namespace cuntu
