// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/what_if.h"

#include "core/base/text.h"
#include "core/progress/baseline.h"
#include "core/progress/planned_curve.h"
#include "core/project/as_known.h"
#include "core/project/figures.h"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace cuntu {

namespace {

constexpr double k_rounding = 1e-9;

Result<const Indicator *> indicatorOf(const Registry &registry, const QString &id)
{
    const Indicator *indicator = registry.findIndicator(id);
    if (!indicator) {
        return Error{ErrorCode::NotFound, Core::tr("there is no indicator %1").arg(id), {}, {}, {}, {}};
    }
    return indicator;
}

void layOver(QMap<QString, QString> &parameters, const QMap<QString, QString> &tried)
{
    for (auto it = tried.begin(); it != tried.end(); ++it) {
        parameters.insert(it.key(), it.value());
    }
}

/// What @p question counts on @p day, whatever its baseline.
Result<IndicatorSet> countedOn(const ProjectSnapshot &project, const Registry &registry, const FigureQuestion &question,
                               Day day, const JobContext &job)
{
    auto indicator = indicatorOf(registry, question.indicator);
    auto parameters = indicator ? ParameterValues::parse((*indicator)->parameters, question.parameters)
                                : Result<ParameterValues>(indicator.error());
    auto set = parameters ? (*indicator)->evaluate({project, *parameters, day}, job)
                          : Result<IndicatorSet>(parameters.error());
    if (!set || question.area.isEmpty()) {
        return set;
    }
    return partInside(*set, project.areas(), day, question.scope.empty() ? std::vector{question.area} : question.scope);
}

/// The figures of the areas below @p question's in which @p before and @p after differ.
std::vector<std::pair<Figure, Figure>> areasBetween(const Indicator &indicator, const FigureQuestion &question,
                                                    const AreaTree &tree, Day day, const IndicatorSet &before,
                                                    const IndicatorSet &after)
{
    std::vector<std::pair<Figure, Figure>> areas;
    const AreaLevel level = levelBelow(question.area);
    const std::vector<Figure> usual = figuresByArea(indicator, before, tree, level, day, question.area);
    for (const Figure &tried : figuresByArea(indicator, after, tree, level, day, question.area)) {
        const auto same =
            std::find_if(usual.begin(), usual.end(), [&](const Figure &figure) { return figure.area == tried.area; });
        Figure nothing = tried;
        nothing.numerator = nothing.denominator = 0;
        nothing.value.reset();
        const Figure &figure = same == usual.end() ? nothing : *same;
        if (figure.numerator != tried.numerator || figure.denominator != tried.denominator) {
            areas.emplace_back(figure, tried);
        }
    }
    return areas;
}

/// Features in which the two sets differ.
std::vector<Flip> flipsBetween(const IndicatorSet &before, const IndicatorSet &after)
{
    std::vector<Flip> flips;
    for (const ContributionPair &pair : paired(before, after)) {
        if (pair.wasThere != pair.isThere || pair.before.numerator != pair.after.numerator ||
            pair.before.denominator != pair.after.denominator) {
            flips.push_back({before.layer->id(pair.row), pair.before, pair.after});
        }
    }
    return flips;
}

} // namespace

FigureQuestion questionOf(const Target &target)
{
    return {target.indicator, target.parameters, target.area, target.scope, target.baseline};
}

Result<IndicatorSet> featuresBehind(const ProjectSnapshot &project, const Registry &registry,
                                    const FigureQuestion &question, Day day, const JobContext &job)
{
    auto now = countedOn(project, registry, question, day, job);
    if (!now || !question.baseline) {
        return now;
    }
    auto base = countedOn(project, registry, question, *question.baseline, job);
    if (!base) {
        return base.error();
    }
    now->items = frozenParts(base->items, now->items);
    return now;
}

Result<FigureChange> explainChange(const Immutable<ProjectSnapshot> &project, const Registry &registry,
                                   const FigureQuestion &question, Day from, std::optional<Instant> known, Day to,
                                   const JobContext &job)
{
    const Immutable<ProjectSnapshot> then = asKnown(project, known, Rung::Reported);
    auto before = featuresBehind(*then, registry, question, from, job);
    auto asKnownNow = before ? featuresBehind(*project, registry, question, from, job) : before;
    auto after = asKnownNow ? featuresBehind(*project, registry, question, to, job) : asKnownNow;
    if (!after) {
        return after.error();
    }
    const Indicator &indicator = *registry.findIndicator(question.indicator);
    std::unordered_set<FeatureId> corrected;
    for (const Track &track : known ? project->ledger().tracks() : std::vector<Track>()) {
        if (track.layer == after->layer->schema().id) {
            for (const FeatureId feature : project->ledger().track(track).correctedAfter(*known)) {
                corrected.insert(feature);
            }
        }
    }
    return whyChanged(indicator, *before, *asKnownNow, *after, corrected);
}

Result<Trial> tryDefinition(const ProjectSnapshot &project, const Registry &registry, const FigureQuestion &question,
                            const QMap<QString, QString> &tried, Day day, const JobContext &job)
{
    FigureQuestion other = question;
    layOver(other.parameters, tried);
    auto before = featuresBehind(project, registry, question, day, job);
    auto after = before ? featuresBehind(project, registry, other, day, job) : before;
    if (!after) {
        return after.error();
    }
    const Indicator &indicator = *registry.findIndicator(question.indicator);
    Trial trial;
    trial.layer = before->layer;
    const Contribution usual = sumOf(*before);
    const Contribution changed = sumOf(*after);
    trial.numerator = usual.numerator;
    trial.denominator = usual.denominator;
    trial.tried_numerator = changed.numerator;
    trial.tried_denominator = changed.denominator;
    trial.value = valueOf(indicator, trial.numerator, trial.denominator);
    trial.tried_value = valueOf(indicator, trial.tried_numerator, trial.tried_denominator);
    trial.flips = flipsBetween(*before, *after);
    trial.areas = areasBetween(indicator, question, project.areas(), day, *before, *after);
    return trial;
}

Result<std::vector<LightFlip>> flippedLights(const ProjectSnapshot &project, const Registry &registry,
                                             const std::vector<Target> &targets, const QString &indicator,
                                             const QMap<QString, QString> &tried, Day day, const JobContext &job)
{
    std::vector<Target> usual;
    std::copy_if(targets.begin(), targets.end(), std::back_inserter(usual),
                 [&](const Target &target) { return target.indicator == indicator; });
    std::vector<Target> changed = usual;
    for (Target &target : changed) {
        layOver(target.parameters, tried);
    }
    auto before = computeMilestones(project, registry, usual, {}, day, job);
    auto after = before ? computeMilestones(project, registry, changed, {}, day, job) : before;
    if (!after) {
        return after.error();
    }
    std::vector<LightFlip> flips;
    for (std::size_t i = 0; i < before->size(); ++i) {
        if ((*before)[i].state != (*after)[i].state || (*before)[i].value != (*after)[i].value) {
            flips.push_back({std::move((*before)[i]), std::move((*after)[i])});
        }
    }
    return flips;
}

Result<CheapestPlan> cheapestPlan(const ProjectSnapshot &project, const Registry &registry, const Target &target,
                                  const QString &costField, std::optional<double> budget, Day day,
                                  const JobContext &job)
{
    auto set = featuresBehind(project, registry, questionOf(target), day, job);
    if (!set) {
        return set.error();
    }
    const Indicator &indicator = *registry.findIndicator(target.indicator);
    if (indicator.kind != Indicator::Kind::Ratio || !indicator.higherIsBetter) {
        return Error{ErrorCode::Invalid,
                     Core::tr("%1 is not a share that shall rise").arg(indicator.name.toString()),
                     {},
                     Core::tr("The cheapest set is worked out for targets that are shares."),
                     {},
                     {}};
    }
    const Column *costs = nullptr;
    if (!costField.isEmpty()) {
        auto priced = project.layer(set->layer->schema().id, {costField}, job);
        costs = priced ? (*priced)->column(costField) : nullptr;
        if (!costs || costs->kind() != Column::Kind::Number) {
            return priced ? Error{ErrorCode::Misused, Core::tr("%1 is no number field").arg(costField), {}, {}, {}, {}}
                          : priced.error();
        }
        set->layer = *priced;
    }
    CheapestPlan plan;
    plan.layer = set->layer;
    const Contribution sum = sumOf(*set);
    plan.missing = std::max(0.0, std::ceil(target.value / 100 * sum.denominator - k_rounding) - sum.numerator);
    for (const Contribution &item : set->items) {
        const double gain = item.denominator - item.numerator;
        const double cost = costs ? costs->number(item.row) : 1;
        if (gain > 0 && !(cost >= 0)) {
            ++plan.unpriced;
        } else if (gain > 0) {
            plan.offers.push_back({item.row, cost, gain});
        }
    }
    plan.set = cheapestSet(plan.offers, plan.missing, budget);
    return plan;
}

Result<std::vector<TargetPart>> splitTarget(const ProjectSnapshot &project, const Registry &registry,
                                            const Target &target, AreaLevel level, Day day, const JobContext &job)
{
    auto set = featuresBehind(project, registry, questionOf(target), day, job);
    if (!set) {
        return set.error();
    }
    if (level <= target.area.level()) {
        return Error{ErrorCode::Misused,
                     Core::tr("%1 cannot be split into parts of that level").arg(target.label),
                     {},
                     {},
                     {},
                     {}};
    }
    const Indicator &indicator = *registry.findIndicator(target.indicator);
    std::vector<Figure> figures = figuresByArea(indicator, *set, project.areas(), level, day, target.area);
    std::erase_if(figures, [](const Figure &figure) {
        return figure.area.isEmpty() || (figure.denominator == 0 && figure.numerator == 0);
    });
    std::vector<double> weights;
    for (const Figure &figure : figures) {
        weights.push_back(figure.denominator);
    }
    const bool isAmount = indicator.kind == Indicator::Kind::Sum;
    const std::vector<qint64> amounts =
        isAmount ? apportion(static_cast<qint64>(std::llround(target.value)), weights) : std::vector<qint64>();
    std::vector<TargetPart> parts;
    for (std::size_t i = 0; i < figures.size(); ++i) {
        Target part = target;
        part.id = 0;
        part.replaces = 0;
        part.parent = target.id;
        part.area = figures[i].area;
        part.scope.clear();
        part.value = isAmount ? static_cast<double>(amounts[i]) : target.value;
        part.reason.clear();
        parts.push_back({std::move(part), figures[i].denominator});
    }
    return parts;
}

} // namespace cuntu
