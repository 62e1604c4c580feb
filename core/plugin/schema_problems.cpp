// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plugin/findings.h"

#include <algorithm>

namespace cuntu {

namespace {

bool isNumber(FieldType type)
{
    return type == FieldType::Integer || type == FieldType::Real;
}

void checkField(const QString &thing, const Field &field, Findings &findings)
{
    findings.requireLowerCase(thing, field.id);
    findings.requireBothLanguages(thing, field.name);
    findings.requireAllOrNone(thing, field.help);
    // Whole numbers may be counts, years or grades; a measured one means nothing without its unit.
    if (field.type == FieldType::Real && field.unit.isEmpty()) {
        findings.add(thing, Core::tr("is a number without a unit ('1' says that it has none)"));
    }
    if (field.type == FieldType::Choice) {
        findings.requireChoices(thing, field.choices);
    } else if (!field.choices.empty() && field.type != FieldType::Boolean) { // a yes/no field may have words of its own
        findings.add(thing, Core::tr("has choices but is neither of type choice nor yes/no"));
    }
    if (!isNumber(field.type) && (field.min || field.max)) {
        findings.add(thing, Core::tr("has a range but is not a number"));
    }
    findings.requireRange(thing, field.min, field.max);
}

QString fieldName(const QString &layer, const Field &field)
{
    return Core::tr("layer %1, field %2").arg(layer, field.id);
}

/// Fields that the schema names for a purpose must be there.
void checkNamedFields(const QString &thing, const LayerSchema &layer, Findings &findings)
{
    for (const QString &field : {layer.keyField, layer.nameField, layer.areaField}) {
        if (!field.isEmpty() && layer.findField(field) == nullptr) {
            findings.add(thing, Core::tr("names field %1, which it does not have").arg(field));
        }
    }
}

/// References to a programme and a life cycle; both may be empty.
void checkOwner(const Registry &registry, const QString &thing, const QString &programme, const QString &lifeCycle,
                Findings &findings)
{
    if (!programme.isEmpty() && registry.findProgramme(programme) == nullptr) {
        findings.add(thing, Core::tr("belongs to programme %1, which does not exist").arg(programme));
    }
    if (!lifeCycle.isEmpty() && registry.findLifeCycle(lifeCycle) == nullptr) {
        findings.add(thing, Core::tr("uses life cycle %1, which does not exist").arg(lifeCycle));
    }
}

void checkStatuses(const QString &thing, const LifeCycle &cycle, Findings &findings)
{
    SeenIds seen;
    if (cycle.statuses.empty()) {
        findings.add(thing, Core::tr("has no statuses"));
    }
    for (const Status &status : cycle.statuses) {
        const QString which = Core::tr("%1, status %2").arg(thing, status.id);
        if (status.id.isEmpty() || status.id != status.id.toUpper()) {
            findings.add(which, Core::tr("the id must be in upper case"));
        }
        if (seen.isRepeated(status.id)) {
            findings.add(which, Core::tr("occurs twice"));
        }
        findings.requireBothLanguages(which, status.name);
    }
}

void checkShares(const QString &thing, const LifeCycle &cycle, Findings &findings)
{
    for (const Status &status : cycle.statuses) {
        if (!(status.leastShare >= 0 && status.leastShare <= status.mostShare && status.mostShare <= 1)) {
            findings.add(Core::tr("%1, status %2").arg(thing, status.id),
                         Core::tr("the shares of the work must lie within 0 and 1, the least first"));
        }
    }
}

void checkMeasures(const QString &thing, const LifeCycle &cycle, Findings &findings)
{
    SeenIds seen;
    for (const Measure &measure : cycle.measures) {
        const QString which = Core::tr("%1, measured figure %2").arg(thing, measure.id);
        findings.requireLowerCase(which, measure.id);
        findings.requireBothLanguages(which, measure.name);
        if (measure.unit.isEmpty()) {
            findings.add(which, Core::tr("is a number without a unit ('1' says that it has none)"));
        }
        if (seen.isRepeated(measure.id)) {
            findings.add(which, Core::tr("occurs twice"));
        }
    }
    if (!cycle.workMeasure.isEmpty() && cycle.findMeasure(cycle.workMeasure) == nullptr) {
        findings.add(thing, Core::tr("there is no measured figure %1").arg(cycle.workMeasure));
    }
}

void checkTransitions(const QString &thing, const LifeCycle &cycle, Findings &findings)
{
    SeenIds seen;
    for (const Transition &step : cycle.transitions) {
        const QString which = Core::tr("%1, step from %2 to %3").arg(thing, step.from, step.to);
        for (const QString &end : {step.from, step.to}) {
            if (cycle.findStatus(end) == nullptr) {
                findings.add(which, Core::tr("there is no status %1").arg(end));
            }
        }
        if (seen.isRepeated(step.from + QLatin1Char('>') + step.to)) {
            findings.add(which, Core::tr("occurs twice"));
        }
    }
}

} // namespace

void checkLifeCycles(const Registry &registry, Findings &findings)
{
    SeenIds seen;
    for (const LifeCycle &cycle : registry.lifeCycles) {
        const QString thing = Core::tr("life cycle %1").arg(cycle.id);
        findings.requireLowerCase(thing, cycle.id);
        findings.requireBothLanguages(thing, cycle.name);
        if (seen.isRepeated(cycle.id)) {
            findings.add(thing, Core::tr("occurs twice"));
        }
        checkStatuses(thing, cycle, findings);
        checkTransitions(thing, cycle, findings);
        checkShares(thing, cycle, findings);
        checkMeasures(thing, cycle, findings);
    }
}

void checkLayers(const Registry &registry, Findings &findings)
{
    SeenIds seen;
    for (const LayerSchema &layer : registry.layers) {
        const QString thing = Core::tr("layer %1").arg(layer.id);
        findings.requireLowerCase(thing, layer.id);
        findings.requireBothLanguages(thing, layer.name);
        if (seen.isRepeated(layer.id)) {
            findings.add(thing, Core::tr("occurs twice"));
        }
        checkOwner(registry, thing, layer.programme, {}, findings);
        for (const LayerTrack &track : layer.tracks) {
            checkOwner(registry, thing, track.programme, track.lifeCycle, findings);
        }
        checkNamedFields(thing, layer, findings);
        SeenIds fields;
        for (const Field &field : layer.fields) {
            checkField(fieldName(layer.id, field), field, findings);
            if (fields.isRepeated(field.id)) {
                findings.add(fieldName(layer.id, field), Core::tr("occurs twice"));
            }
        }
    }
}

void checkExtensions(const Registry &registry, Findings &findings)
{
    std::map<QString, SeenIds> seen;
    for (const LayerExtension &extension : registry.extensions) {
        const QString thing = Core::tr("extension of layer %1 by %2").arg(extension.layer, extension.programme);
        if (extension.programme.isEmpty()) {
            findings.add(thing, Core::tr("belongs to no programme"));
        }
        checkOwner(registry, thing, extension.programme, extension.lifeCycle, findings);
        const auto layer = registry.layerSchema(extension.layer);
        if (!layer) {
            findings.add(thing, Core::tr("there is no such layer"));
            continue;
        }
        const auto sameProgramme = std::count_if(layer->tracks.begin(), layer->tracks.end(), [&](const LayerTrack &t) {
            return t.programme == extension.programme;
        });
        if (!extension.lifeCycle.isEmpty() && sameProgramme > 1) {
            findings.add(thing, Core::tr("gives the layer a second life cycle"));
        }
        for (const Field &field : extension.fields) {
            checkField(fieldName(extension.layer, field), field, findings);
            const auto count = std::count_if(layer->fields.begin(), layer->fields.end(),
                                             [&](const Field &other) { return other.id == field.id; });
            if (count > 1 && !seen[extension.layer].isRepeated(field.id)) {
                findings.add(fieldName(extension.layer, field), Core::tr("occurs twice"));
            }
        }
    }
}

} // namespace cuntu
