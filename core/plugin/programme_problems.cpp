// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/special_columns.h"
#include "core/plugin/findings.h"

#include <QJsonDocument>

#include <algorithm>

namespace cuntu {

namespace {

/// Default of @p parameter, where there is one, must be a value it would take.
void checkDefault(const QString &thing, const Parameter &parameter, Findings &findings)
{
    const QString &value = parameter.defaultValue;
    const bool isNumber = parameter.type == ParameterType::Number || parameter.type == ParameterType::Integer;
    if (value.isEmpty()) {
        return;
    }
    if (isNumber) {
        const std::optional<double> number = parseNumber(value);
        if (!number || (parameter.min && *number < *parameter.min) || (parameter.max && *number > *parameter.max)) {
            findings.add(thing, Core::tr("the default '%1' is outside its range").arg(value));
        }
    } else if (parameter.type == ParameterType::Choice &&
               std::none_of(parameter.choices.begin(), parameter.choices.end(),
                            [&](const Choice &choice) { return choice.id == value; })) {
        findings.add(thing, Core::tr("the default '%1' is not one of its choices").arg(value));
    }
}

enum class Defaults { Demanded, Optional };

void checkParameters(const QString &owner, const std::vector<Parameter> &parameters, Defaults defaults,
                     Findings &findings)
{
    SeenIds seen;
    for (const Parameter &parameter : parameters) {
        const QString thing = Core::tr("%1, parameter %2").arg(owner, parameter.id);
        findings.requireLowerCase(thing, parameter.id);
        findings.requireBothLanguages(thing, parameter.name);
        findings.requireAllOrNone(thing, parameter.help);
        findings.requireRange(thing, parameter.min, parameter.max);
        if (seen.isRepeated(parameter.id)) {
            findings.add(thing, Core::tr("occurs twice"));
        }
        if (parameter.type == ParameterType::Number && parameter.unit.isEmpty()) {
            findings.add(thing, Core::tr("is a number without a unit ('1' says that it has none)"));
        }
        if (parameter.type == ParameterType::Choice) {
            findings.requireChoices(thing, parameter.choices);
        }
        if (defaults == Defaults::Demanded && parameter.required && parameter.defaultValue.isEmpty()) {
            findings.add(thing, Core::tr("has no default"));
        }
        checkDefault(thing, parameter, findings);
    }
}

/// What indicators, overlays and algorithms have in common.
template <class T>
void checkDeclared(const Registry &registry, const QString &thing, const T &declared, Findings &findings)
{
    findings.requireBothLanguages(thing, declared.name);
    findings.requireBothLanguages(thing, declared.help);
    if (registry.findProgramme(declared.programme) == nullptr) {
        findings.add(thing, Core::tr("belongs to programme %1, which does not exist").arg(declared.programme));
    }
}

void requireCode(const QString &thing, bool isThere, Findings &findings)
{
    if (!isThere) {
        findings.add(thing, Core::tr("has no function"));
    }
}

bool hasLayer(const Registry &registry, const QString &id)
{
    return std::any_of(registry.layers.begin(), registry.layers.end(),
                       [&](const LayerSchema &l) { return l.id == id; });
}

void checkClasses(const QString &thing, const Overlay &overlay, Findings &findings)
{
    SeenIds seen;
    SeenIds looks;
    if (overlay.classes.empty() || overlay.classes.size() >= OverlayFeatures::k_noClass) {
        findings.add(thing, Core::tr("must have between 1 and 254 classes"));
    }
    for (const OverlayClass &each : overlay.classes) {
        const QString which = Core::tr("%1, class %2").arg(thing, each.id);
        findings.requireBothLanguages(which, each.name);
        if (each.id.isEmpty() || seen.isRepeated(each.id)) {
            findings.add(which, Core::tr("has no id of its own"));
        }
        if (looks.isRepeated(QStringLiteral("%1 %2").arg(each.colour).arg(static_cast<int>(each.marking)))) {
            findings.add(which, Core::tr("looks like another class: colour and marking are the same"));
        }
    }
}

} // namespace

void checkProgrammes(const Registry &registry, Findings &findings)
{
    SeenIds seen;
    for (const Programme &programme : registry.programmes) {
        const QString thing = Core::tr("programme %1").arg(programme.id);
        findings.requireLowerCase(thing, programme.id);
        findings.requireBothLanguages(thing, programme.name);
        findings.requireBothLanguages(thing, programme.help);
        if (seen.isRepeated(programme.id)) {
            findings.add(thing, Core::tr("occurs twice"));
        }
        if (!programme.mainIndicator.isEmpty() && registry.findIndicator(programme.mainIndicator) == nullptr) {
            findings.add(thing, Core::tr("shows indicator %1, which does not exist").arg(programme.mainIndicator));
        }
        if (!programme.mainOverlay.isEmpty() && registry.findOverlay(programme.mainOverlay) == nullptr) {
            findings.add(thing, Core::tr("shows overlay %1, which does not exist").arg(programme.mainOverlay));
        }
    }
}

void checkIndicators(const Registry &registry, Findings &findings)
{
    SeenIds seen;
    for (const Indicator &indicator : registry.indicators) {
        const QString thing = Core::tr("indicator %1").arg(indicator.id);
        findings.requireLowerCase(thing, indicator.id);
        checkDeclared(registry, thing, indicator, findings);
        checkParameters(thing, indicator.parameters, Defaults::Demanded, findings);
        requireCode(thing, bool(indicator.evaluate), findings);
        if (seen.isRepeated(indicator.id)) {
            findings.add(thing, Core::tr("occurs twice"));
        }
        if (indicator.unit.isEmpty() || indicator.countedThing.isEmpty()) {
            findings.add(thing, Core::tr("is a number without a unit, or does not say the unit of what it counts"));
        }
        if (indicator.kind == Indicator::Kind::Ratio && indicator.unit != QStringLiteral("%")) {
            findings.add(thing, Core::tr("is a ratio, so its unit must be %"));
        }
    }
}

void checkOverlays(const Registry &registry, Findings &findings)
{
    SeenIds seen;
    for (const Overlay &overlay : registry.overlays) {
        const QString thing = Core::tr("overlay %1").arg(overlay.id);
        findings.requirePrefixed(thing, overlay.id, overlay.programme);
        checkDeclared(registry, thing, overlay, findings);
        checkParameters(thing, overlay.parameters, Defaults::Demanded, findings);
        checkClasses(thing, overlay, findings);
        requireCode(thing, bool(overlay.classify), findings);
        if (seen.isRepeated(overlay.id)) {
            findings.add(thing, Core::tr("occurs twice"));
        }
    }
}

void checkAlgorithms(const Registry &registry, Findings &findings)
{
    SeenIds seen;
    for (const Algorithm &algorithm : registry.algorithms) {
        const QString thing = Core::tr("algorithm %1").arg(algorithm.id);
        findings.requirePrefixed(thing, algorithm.id, algorithm.programme);
        checkDeclared(registry, thing, algorithm, findings);
        checkParameters(thing, algorithm.parameters, Defaults::Optional, findings);
        for (const OutcomeFigure &figure : algorithm.figures) {
            findings.requireBothLanguages(Core::tr("%1, figure %2").arg(thing, figure.id), figure.name);
        }
        requireCode(thing, bool(algorithm.run), findings);
        if (seen.isRepeated(algorithm.id)) {
            findings.add(thing, Core::tr("occurs twice"));
        }
    }
}

void checkDayCalendars(const Registry &registry, Findings &findings)
{
    SeenIds seen;
    for (const DayCalendar &calendar : registry.dayCalendars) {
        const QString thing = Core::tr("calendar %1").arg(calendar.id);
        findings.requirePrefixed(thing, calendar.id, calendar.programme);
        checkDeclared(registry, thing, calendar, findings);
        requireCode(thing, bool(calendar.values), findings);
        if (seen.isRepeated(calendar.id)) {
            findings.add(thing, Core::tr("occurs twice"));
        }
        if (!hasLayer(registry, calendar.layer)) {
            findings.add(thing, Core::tr("there is no layer %1").arg(calendar.layer));
        }
        if (calendar.unit.isEmpty()) {
            findings.add(thing, Core::tr("is a number without a unit ('1' says that it has none)"));
        }
    }
}

void checkTargetTemplates(const Registry &registry, Findings &findings)
{
    for (const TargetTemplate &target : registry.targetTemplates) {
        const QString thing = Core::tr("target %1").arg(target.label);
        findings.requireBothLanguages(thing, target.phrase);
        const Indicator *indicator = registry.findIndicator(target.indicator);
        if (indicator == nullptr) {
            findings.add(thing, Core::tr("is about indicator %1, which does not exist").arg(target.indicator));
            continue;
        }
        for (const QString &id : target.parameters.keys()) {
            if (std::none_of(indicator->parameters.begin(), indicator->parameters.end(),
                             [&](const Parameter &parameter) { return parameter.id == id; })) {
                findings.add(thing, Core::tr("indicator %1 has no parameter %2").arg(indicator->id, id));
            }
        }
    }
}

void checkStyles(const Registry &registry, Findings &findings)
{
    for (const DefaultStyle &style : registry.defaultStyles) {
        const QString thing = Core::tr("style of layer %1").arg(style.layer);
        const QJsonDocument json = QJsonDocument::fromJson(style.json.toUtf8());
        // Layers of results are declared nowhere: such a style says that it is of one.
        if (!hasLayer(registry, style.layer) && !json[u"of_result"].toBool()) {
            findings.add(thing, Core::tr("there is no such layer"));
        }
        if (!json.isObject()) {
            findings.add(thing, Core::tr("is not a JSON object"));
        }
    }
}

void checkChecks(const Registry &registry, Findings &findings)
{
    SeenIds seen;
    for (const Check &check : registry.checks) {
        const QString thing = Core::tr("check %1").arg(check.id);
        if (check.programme.isEmpty()) {
            findings.requireLowerCase(thing, check.id); // the host's own
        } else {
            findings.requirePrefixed(thing, check.id, check.programme);
        }
        findings.requireBothLanguages(thing, check.name);
        requireCode(thing, bool(check.run), findings);
        if (seen.isRepeated(check.id)) {
            findings.add(thing, Core::tr("occurs twice"));
        }
    }
    for (const auto &[layer, rowChecks] : registry.rowChecks) {
        const QString thing = Core::tr("row checks of layer %1").arg(layer);
        if (!hasLayer(registry, layer)) {
            findings.add(thing, Core::tr("there is no such layer"));
        }
        for (const RowCheck &check : rowChecks) {
            requireCode(thing, bool(check), findings);
        }
    }
}

void checkImportProfiles(const Registry &registry, Findings &findings)
{
    SeenIds seen;
    for (const ImportProfile &profile : registry.importProfiles) {
        const QString thing = Core::tr("import profile %1").arg(profile.id);
        findings.requireLowerCase(thing, profile.id);
        findings.requireBothLanguages(thing, profile.name);
        if (seen.isRepeated(profile.id)) {
            findings.add(thing, Core::tr("occurs twice"));
        }
        const auto layer = registry.layerSchema(profile.role);
        if (!layer) {
            findings.add(thing, Core::tr("there is no layer %1").arg(profile.role));
            continue;
        }
        const QMap<QString, QString> named[] = {profile.fieldMap, profile.rules.constants};
        for (const QMap<QString, QString> &fields : named) {
            for (const QString &field : fields.keys()) {
                if (!isSpecialColumn(field) && !layer->findField(field)) {
                    findings.add(thing, Core::tr("there is no field %1").arg(field));
                }
            }
        }
    }
}

} // namespace cuntu
