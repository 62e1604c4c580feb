// SPDX-License-Identifier: GPL-3.0-or-later
// Days that have not come yet, of things that are said to have happened.
#include "core/check/rules.h"

#include <cmath>

namespace cuntu {

namespace {

/// Fields of days that may lie ahead: plans, deadlines, what is to be done again.
bool mayLieAhead(const Field &field)
{
    const QString words = field.id + QLatin1Char(' ') + field.name.zh + QLatin1Char(' ') + field.name.en.toLower();
    for (const char16_t *word : {u"plan", u"due", u"deadline", u"until", u"expect", u"review", u"next", u"to be",
                                 u"计划", u"预计", u"拟", u"截止", u"期限", u"到期", u"复核", u"下次"}) {
        if (words.contains(QStringView(word))) {
            return true;
        }
    }
    return false;
}

std::optional<QStringList> dayFields(const LayerSchema &schema)
{
    QStringList fields;
    for (const Field &field : schema.fields) {
        if (field.type == FieldType::Date && !mayLieAhead(field)) {
            fields << field.id;
        }
    }
    return fields.isEmpty() ? std::nullopt : std::optional(fields);
}

void reportEntries(const ProjectSnapshot &project, const Track &track, Day today, FindingList &findings,
                   const JobContext &job)
{
    const TrackView view = project.ledger().track(track);
    const Day farthest = Day::fromYmd(9999, 12, 31).value_or(today);
    const auto last = view.lastDay(farthest);
    const auto layer = project.layer(track.layer, {}, job);
    if (!last || *last <= today || !layer) {
        return;
    }
    for (const FeatureId feature : view.features()) {
        const std::vector<TrackView::Change> changes = view.changes(feature);
        const auto row = (*layer)->rowOf(feature);
        if (!changes.empty() && changes.back().day > today && row) {
            findings.add(
                **layer, *row,
                Core::tr("the ledger has an entry of %1, which has not come yet").arg(changes.back().day.toIso()));
        }
    }
}

} // namespace

FoundResult checkFutureDates(const ProjectSnapshot &project, const JobContext &job)
{
    FindingList findings;
    const Day today = Day::today();
    auto done = eachLayer(project, job, dayFields, [&](const LayerSnapshot &layer) -> Result<void> {
        for (const Field &field : layer.schema().fields) {
            const Column *days =
                field.type == FieldType::Date && !mayLieAhead(field) ? layer.column(field.id) : nullptr;
            for (std::size_t row = 0; days && days->kind() == Column::Kind::Number && row < layer.size(); ++row) {
                if (days->number(row) > today.number()) {
                    findings.add(layer, row,
                                 Core::tr("%1 is %2, which has not come yet")
                                     .arg(field.name.toString(),
                                          Day::fromNumber(static_cast<std::int32_t>(days->number(row))).toIso()));
                }
            }
        }
        return {};
    });
    if (!done) {
        return done.error();
    }
    for (const Track &track : project.ledger().tracks()) {
        reportEntries(project, track, today, findings, job);
    }
    return findings.take();
}

} // namespace cuntu
