// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"
#include "core/project/project_file.h"
#include "core/store/ledger_table.h"
#include "core/store/oversight_table.h"

namespace cuntu {

namespace {

Error refused(const char *rule, ErrorCode code, const QString &sentence, const QString &advice)
{
    return {code, sentence, {.rule = QString::fromLatin1(rule)}, advice, {}, {}};
}

Result<void> keepChanges(Database &database, const AlertChanges &changes, ActionId action)
{
    for (const Case &alert : changes.raised) {
        if (auto added = insertCase(database, alert, action); !added) {
            return added.error();
        }
    }
    for (const Case &alert : changes.seenAgain) {
        if (auto done = updateSighting(database, alert); !done) {
            return done;
        }
    }
    for (const auto &[id, step] : changes.steps) {
        if (auto done = insertCaseStep(database, id, step, action); !done) {
            return done;
        }
    }
    return {};
}

} // namespace

Result<void> ProjectFile::closePeriod(Day until, const QString &reason, const QString &who)
{
    auto closed = closedPeriods();
    if (!closed) {
        return closed.error();
    }
    if (reason.trimmed().isEmpty()) {
        return refused("period.reason", ErrorCode::Invalid, Core::tr("closing a period needs a reason"),
                       Core::tr("Say on what grounds it is closed."));
    }
    if (until >= Day::today()) {
        return refused("period.future", ErrorCode::OutOfRange, Core::tr("%1 is not over yet").arg(until.toIso()),
                       Core::tr("Close a period after its last day."));
    }
    for (const ClosedPeriod &period : *closed) {
        if (until <= period.until) {
            return refused("period.closed", ErrorCode::Invalid,
                           Core::tr("the time until %1 is closed already").arg(period.until.toIso()), {});
        }
    }
    return write([&](Database &database) -> Result<Change> {
        auto action =
            recordAction(database, {QStringLiteral("period"), Core::tr("closed the time until %1").arg(until.toIso()),
                                    who, QStringLiteral("{}")});
        auto done = action ? insertClosedPeriod(database, until, reason, *action) : Result<void>(action.error());
        return done ? Result<Change>(Change{}) : Result<Change>(done.error());
    });
}

Result<std::vector<ClosedPeriod>> ProjectFile::closedPeriods() const
{
    auto reader = openReader();
    return reader ? readClosedPeriods(*reader) : Result<std::vector<ClosedPeriod>>(reader.error());
}

Result<std::vector<Case>> ProjectFile::cases(CaseKind kind) const
{
    auto reader = openReader();
    return reader ? readCases(*reader, kind) : Result<std::vector<Case>>(reader.error());
}

Result<qint64> ProjectFile::listCase(const Case &item, const QString &who)
{
    if (who.trimmed().isEmpty()) {
        return refused("case.nobody", ErrorCode::Misused, Core::tr("who does it is not said"),
                       Core::tr("Give a name."));
    }
    if (item.text.trimmed().isEmpty()) {
        return refused("case.text", ErrorCode::Invalid, Core::tr("what is wrong is not said"),
                       Core::tr("Describe the problem in a sentence."));
    }
    if (item.firstSeen > Day::today()) {
        return refused("case.future", ErrorCode::OutOfRange,
                       Core::tr("%1 is in the future").arg(item.firstSeen.toIso()),
                       Core::tr("Give the day on which it happened."));
    }
    qint64 id = 0;
    auto done = write([&](Database &database) -> Result<Change> {
        auto action = recordAction(database, {QStringLiteral("case"),
                                              Core::tr("listed '%1' for rectification").arg(item.text.left(40)), who,
                                              QStringLiteral("{}")});
        Case listed = item;
        listed.steps = {{firstState(item.kind), item.firstSeen, Instant::now(), who, {}, 0}};
        auto added = action ? insertCase(database, listed, *action) : Result<qint64>(action.error());
        if (!added) {
            return added.error();
        }
        id = *added;
        return Change{};
    });
    if (!done) {
        return done.error();
    }
    return id;
}

Result<void> ProjectFile::moveCase(qint64 id, const CaseStep &step, const QString &evidenceFile)
{
    return write([&](Database &database) -> Result<Change> {
        auto item = readCase(database, id);
        if (!item) {
            return item.error();
        }
        const Status *state = caseLifeCycle(item->kind).findStatus(step.state);
        auto action = recordAction(database, {QStringLiteral("case"),
                                              Core::tr("case %1 is %2")
                                                  .arg(item->number.isEmpty() ? QString::number(id) : item->number,
                                                       state ? state->name.toString() : step.state),
                                              step.who, QStringLiteral("{}")});
        CaseStep taken = step;
        taken.recorded = Instant::now();
        if (action && !evidenceFile.isEmpty()) {
            auto stored = storeEvidence(database, evidenceFile, *action);
            if (!stored) {
                return stored.error();
            }
            taken.evidence = *stored;
        }
        auto done = action ? checkStep(*item, taken, Day::today()) : Result<void>(action.error());
        done = done ? insertCaseStep(database, id, taken, *action) : done;
        return done ? Result<Change>(Change{}) : Result<Change>(done.error());
    });
}

Result<std::vector<Case>> ProjectFile::refreshAlerts(const std::vector<Sighting> &seen, Day day, const QString &who)
{
    auto before = cases(CaseKind::Alert);
    if (!before) {
        return before;
    }
    const AlertChanges changes = alertChanges(*before, seen, day, who);
    if (changes.raised.empty() && changes.seenAgain.empty() && changes.steps.empty()) {
        return before;
    }
    auto done = write([&](Database &database) -> Result<Change> {
        auto action = recordAction(
            database, {QStringLiteral("alerts"), Core::tr("looked for alerts as of %1").arg(day.toIso()), who, {}});
        auto kept = action ? keepChanges(database, changes, *action) : Result<void>(action.error());
        return kept ? Result<Change>(Change{}) : Result<Change>(kept.error());
    });
    if (!done) {
        return done.error();
    }
    return cases(CaseKind::Alert);
}

} // namespace cuntu
