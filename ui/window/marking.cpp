// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/marking.h"

#include <QRegularExpression>
#include <QSet>

namespace cuntu::ui {
namespace {

/// Rows of @p layer by normalised key.
QHash<QString, std::uint32_t> rowsByKey(const LayerSnapshot &layer)
{
    QHash<QString, std::uint32_t> rows;
    const Column *keys = layer.column(layer.schema().keyField);
    for (std::uint32_t row = 0; keys != nullptr && row < layer.size(); ++row) {
        rows.insert(normalised(keys->display(row)), row);
    }
    return rows;
}

} // namespace

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
    QStringList fields;
    if (info != nullptr) {
        fields = {info->schema.keyField, info->schema.nameField};
        fields.removeAll(QString());
        fields.removeDuplicates();
    }
    auto loaded = state.snapshot->layer(layer, fields, job);
    if (!loaded) {
        return loaded.error();
    }
    const QHash<QString, std::uint32_t> rows = rowsByKey(**loaded);
    const Column *names = (*loaded)->column((*loaded)->schema().nameField);
    QSet<QString> before;
    std::vector<CodeLine> lines;
    for (const QString &code : codes) {
        CodeLine line{code, CodeLine::Found::No, {}, {}};
        const QString key = normalised(code);
        if (const auto found = rows.find(key); found != rows.end()) {
            line.found = before.contains(key) ? CodeLine::Found::Twice : CodeLine::Found::Yes;
            line.feature = (*loaded)->id(*found);
            line.name = names ? names->display(*found) : QString();
        }
        before.insert(key);
        lines.push_back(std::move(line));
    }
    return lines;
}

} // namespace cuntu::ui
