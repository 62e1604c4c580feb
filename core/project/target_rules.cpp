// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/target_rules.h"

#include "core/base/text.h"

#include <algorithm>
#include <cmath>

namespace cuntu {

namespace {

Error broken(const char *rule, const QString &sentence, const QString &advice = {})
{
    return {ErrorCode::Invalid, sentence, {.rule = QString::fromLatin1(rule)}, advice, {}, {}};
}

/// True where @p code is, or once was, an area of the project, or one that its areas lie in; a project without areas
/// knows all.
bool isKnown(const AreaCode &code, const AreaTree &areas)
{
    return areas.all().empty() || std::any_of(areas.all().begin(), areas.all().end(),
                                              [&](const Area &area) { return area.code.at(code.level()) == code; });
}

Result<void> checkAreas(const Target &target, const AreaTree &areas)
{
    const QString advice = Core::tr("Load the list of areas first, or correct the code.");
    if (!isKnown(target.area, areas)) {
        return broken("target.area", Core::tr("there is no area %1").arg(target.area.toString()), advice);
    }
    for (const AreaCode &code : target.scope) {
        if (!isKnown(code, areas)) {
            return broken("target.area", Core::tr("there is no area %1").arg(code.toString()), advice);
        }
        if (code.level() < target.area.level() || code.at(target.area.level()) != target.area) {
            return broken("target.area",
                          Core::tr("area %1 is not inside %2").arg(code.toString(), target.area.toString()));
        }
    }
    return {};
}

Result<void> checkCurve(const PlannedCurve &curve)
{
    if (curve.kind == PlannedCurve::Kind::SCurve && !(curve.steepness > 0)) {
        return broken("target.curve", Core::tr("the steepness of the planned curve must be above 0"));
    }
    for (std::size_t i = 0; i < curve.points.size(); ++i) {
        const auto &[day, share] = curve.points[i];
        if (!(share >= 0 && share <= 1)) {
            return broken("target.curve", Core::tr("the planned share on %1 is not between 0 and 1").arg(day.toIso()));
        }
        if (i > 0 && (day <= curve.points[i - 1].first || share < curve.points[i - 1].second)) {
            return broken("target.curve", Core::tr("the planned curve does not rise at %1").arg(day.toIso()));
        }
    }
    return {};
}

} // namespace

Result<void> checkTarget(const Target &target, const Registry &registry, const AreaTree &areas)
{
    const Indicator *indicator = registry.findIndicator(target.indicator);
    if (!indicator || (!target.programme.isEmpty() && indicator->programme != target.programme)) {
        return broken("target.indicator", Core::tr("there is no indicator %1").arg(target.indicator));
    }
    if (!std::isfinite(target.value)) {
        return broken("target.value", Core::tr("the target value is no number"));
    }
    if (target.start && target.due && *target.due < *target.start) {
        return broken("target.dates", Core::tr("the target is due on %1, before it starts on %2")
                                          .arg(target.due->toIso(), target.start->toIso()));
    }
    if (auto given = ParameterValues::parse(indicator->parameters, target.parameters); !given) {
        return broken("target.parameters", given.error().sentence, given.error().advice);
    }
    if (auto inside = checkAreas(target, areas); !inside) {
        return inside;
    }
    return checkCurve(target.curve);
}

} // namespace cuntu
