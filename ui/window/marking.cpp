// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/marking.h"

#include "core/project/feature_keys.h"
#include "ui/window/text.h"

#include <QRegularExpression>
#include <QSet>

namespace cuntu::ui {
Step stepTo(const LifeCycle &cycle, const std::optional<HeldEntry> &standing, const QString &status)
{
    if (!standing) {
        return {true, false, false, {}};
    }
    const Status *now = cycle.findStatus(standing->status);
    Step step{false, standing->status == status, false, now ? now->name.toString() : standing->status};
    if (step.isSame) {
        step.allowed = true;
    } else if (const Transition *transition = cycle.findTransition(standing->status, status)) {
        step.allowed = true;
        step.needsNote = transition->needsNote;
    }
    return step;
}

MarkSplit splitForMark(const LifeCycle &cycle, const TrackView &track, const std::vector<FeatureId> &features,
                       const QString &status, Day day)
{
    MarkSplit split;
    for (const FeatureId feature : features) {
        const Step step = stepTo(cycle, track.standingOn(feature, day), status);
        if (step.isSame) {
            split.same.push_back(feature);
        } else if (step.allowed) {
            split.allowed.push_back(feature);
            split.needsNote = split.needsNote || step.needsNote;
        } else {
            split.refused.push_back(feature);
            split.refusedFrom = step.from;
        }
    }
    return split;
}

QStringList codesIn(const QString &text)
{
    static const QRegularExpression lineEnds(QStringLiteral("[\\r\\n]+"));
    static const QRegularExpression between(QStringLiteral("[\\s,;，；、\u3000]+"));
    QStringList codes;
    for (const QString &line : text.split(lineEnds, Qt::SkipEmptyParts)) {
        if (line.contains(QLatin1Char('\t'))) {
            codes << line.section(QLatin1Char('\t'), 0, 0).trimmed();
        } else {
            codes << line.split(between, Qt::SkipEmptyParts);
        }
    }
    codes.removeAll(QString());
    return codes;
}

Result<std::vector<CodeLine>> findCodes(const ProjectState &state, const QString &layer, const QStringList &codes,
                                        const JobContext &job)
{
    const LayerInfo *info = state.findLayer(layer);
    if (info == nullptr) {
        return Error{ErrorCode::NotFound, Ui::tr("there is no layer %1").arg(layer), {}, {}, {}, {}};
    }
    auto keys = FeatureKeys::of(*state.snapshot, info->schema, job);
    const QString &nameField = info->schema.nameField;
    auto loaded = keys ? state.snapshot->layer(layer, nameField.isEmpty() ? QStringList() : QStringList{nameField}, job)
                       : Result<Immutable<LayerSnapshot>>(keys.error());
    if (!loaded) {
        return loaded.error();
    }
    const Column *names = (*loaded)->column(nameField);
    QSet<FeatureId> before;
    std::vector<CodeLine> lines;
    for (const QString &code : codes) {
        CodeLine line{code, CodeLine::Found::No, keys->find(code), {}};
        if (!line.feature.isNone()) {
            line.found = before.contains(line.feature) ? CodeLine::Found::Twice : CodeLine::Found::Yes;
            line.name = names ? names->display(*(*loaded)->rowOf(line.feature)) : QString();
            before.insert(line.feature);
        }
        lines.push_back(std::move(line));
    }
    return lines;
}

} // namespace cuntu::ui
