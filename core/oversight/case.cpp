// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/oversight/case.h"

#include <algorithm>
#include <array>
#include <set>

using namespace Qt::Literals::StringLiterals;

namespace cuntu {

namespace {

constexpr int k_redCard = 3;

// Colours: Okabe and Ito's colour-blind safe set.
LifeCycle alertCycle()
{
    LifeCycle cycle;
    cycle.id = u"alert"_s;
    cycle.name = {u"预警"_s, u"Alert"_s};
    cycle.statuses = {{u"OPEN"_s, {u"未处理"_s, u"Open"_s}, StatusClass::Need, {}, 0xD55E00},
                      {u"ACKNOWLEDGED"_s, {u"已认领"_s, u"Acknowledged"_s}, StatusClass::Plan, {}, 0xE69F00},
                      {u"SUPERVISED"_s, {u"督办中"_s, u"Supervised"_s}, StatusClass::Started, {u"督办"_s}, 0xCC79A7},
                      {u"RESOLVED"_s, {u"已解决"_s, u"Resolved"_s}, StatusClass::Finished, {}, 0x56B4E9},
                      {u"VERIFIED"_s, {u"已销号"_s, u"Verified"_s}, StatusClass::Done, {u"销号"_s}, 0x009E73}};
    cycle.transitions = {{u"OPEN"_s, u"ACKNOWLEDGED"_s, false},    {u"OPEN"_s, u"SUPERVISED"_s, false},
                         {u"OPEN"_s, u"RESOLVED"_s, true},         {u"ACKNOWLEDGED"_s, u"SUPERVISED"_s, false},
                         {u"ACKNOWLEDGED"_s, u"RESOLVED"_s, true}, {u"SUPERVISED"_s, u"RESOLVED"_s, true},
                         {u"RESOLVED"_s, u"VERIFIED"_s, false},    {u"RESOLVED"_s, u"OPEN"_s, true},
                         {u"VERIFIED"_s, u"OPEN"_s, true}};
    return cycle;
}

LifeCycle rectificationCycle()
{
    LifeCycle cycle;
    cycle.id = u"rectification"_s;
    cycle.name = {u"整改"_s, u"Rectification"_s};
    cycle.statuses = {
        {u"LISTED"_s, {u"已列入清单"_s, u"Listed"_s}, StatusClass::Need, {u"列入"_s}, 0xD55E00},
        {u"ASSIGNED"_s, {u"已交办"_s, u"Assigned"_s}, StatusClass::Plan, {u"交办"_s}, 0xE69F00},
        {u"RECTIFYING"_s, {u"整改中"_s, u"Being put right"_s}, StatusClass::Started, {u"整改"_s}, 0xF0E442},
        {u"SUBMITTED"_s, {u"已报送"_s, u"Submitted"_s}, StatusClass::Finished, {u"报送"_s}, 0x56B4E9},
        {u"CHECKED"_s, {u"已核查"_s, u"Checked"_s}, StatusClass::Finished, {u"核查"_s}, 0x0072B2},
        {u"CLOSED"_s, {u"已销号"_s, u"Closed"_s}, StatusClass::Done, {u"销号"_s}, 0x009E73},
        {u"REOPENED"_s, {u"重新整改"_s, u"Reopened"_s}, StatusClass::Broken, {u"反弹"_s}, 0xCC79A7}};
    cycle.transitions = {{u"LISTED"_s, u"ASSIGNED"_s, false},      {u"ASSIGNED"_s, u"RECTIFYING"_s, false},
                         {u"RECTIFYING"_s, u"SUBMITTED"_s, false}, {u"SUBMITTED"_s, u"CHECKED"_s, false},
                         {u"CHECKED"_s, u"CLOSED"_s, false},       {u"CHECKED"_s, u"RECTIFYING"_s, true},
                         {u"CLOSED"_s, u"REOPENED"_s, true},       {u"REOPENED"_s, u"RECTIFYING"_s, false}};
    return cycle;
}

Error broken(const char *rule, const QString &sentence, const QString &advice)
{
    return {ErrorCode::Invalid, sentence, {.rule = QString::fromLatin1(rule)}, advice, {}, {}};
}

/// Names of those who put the case right since it was opened last.
std::set<QString> executors(const Case &item)
{
    std::set<QString> names;
    for (const CaseStep &step : item.steps) {
        const bool executed = item.kind == CaseKind::Alert
                                  ? step.state == u"RESOLVED"_s
                                  : step.state == u"RECTIFYING"_s || step.state == u"SUBMITTED"_s;
        // A check that failed is recorded as a return to RECTIFYING by the checker.
        const bool returned = &step != &item.steps.front() && (&step - 1)->state == u"CHECKED"_s;
        if (executed && !returned) {
            names.insert(step.who.trimmed());
        }
    }
    return names;
}

bool isChecking(const QString &state)
{
    return state == u"CHECKED"_s || state == u"CLOSED"_s || state == u"VERIFIED"_s;
}

bool hasEvidence(const Case &item, const CaseStep &last)
{
    return last.evidence != 0 ||
           std::any_of(item.steps.begin(), item.steps.end(), [](const CaseStep &step) { return step.evidence != 0; });
}

/// The last step that @p item had taken by the end of @p day; null: none.
const CaseStep *stepOn(const Case &item, Day day)
{
    const CaseStep *last = nullptr;
    for (const CaseStep &step : item.steps) {
        last = step.date <= day ? &step : last;
    }
    return last;
}

bool isFinal(CaseKind kind, const QString &state)
{
    return state == (kind == CaseKind::Alert ? u"VERIFIED"_s : u"CLOSED"_s);
}

} // namespace

QString toString(CaseKind kind)
{
    return kind == CaseKind::Alert ? u"alert"_s : u"rectification"_s;
}

std::optional<CaseKind> caseKindFromString(QStringView text)
{
    for (const CaseKind kind : {CaseKind::Alert, CaseKind::Rectification}) {
        if (text == toString(kind)) {
            return kind;
        }
    }
    return std::nullopt;
}

const LifeCycle &caseLifeCycle(CaseKind kind)
{
    static const LifeCycle alert = alertCycle();
    static const LifeCycle rectification = rectificationCycle();
    return kind == CaseKind::Alert ? alert : rectification;
}

QString firstState(CaseKind kind)
{
    return caseLifeCycle(kind).statuses.front().id;
}

bool isSettled(const Case &item)
{
    return isFinal(item.kind, item.state());
}

Result<void> checkStep(const Case &item, const CaseStep &step, Day today)
{
    const LifeCycle &cycle = caseLifeCycle(item.kind);
    const Status *to = cycle.findStatus(step.state);
    const Transition *allowed = to ? cycle.findTransition(item.state(), step.state) : nullptr;
    if (!allowed) {
        QStringList next;
        for (const Transition &each : cycle.transitions) {
            if (each.from == item.state()) {
                next << QStringLiteral("%1 (%2)").arg(cycle.findStatus(each.to)->name.toString(), each.to);
            }
        }
        return broken("case.step",
                      Core::tr("it is %1 and cannot become %2")
                          .arg(cycle.findStatus(item.state())->name.toString(), to ? to->name.toString() : step.state),
                      Core::tr("Allowed next: %1.").arg(next.join(QStringLiteral(", "))));
    }
    if (step.who.trimmed().isEmpty()) {
        return broken("case.nobody", Core::tr("who does it is not said"), Core::tr("Give a name."));
    }
    if (step.date > today) {
        return broken("case.future", Core::tr("%1 is in the future").arg(step.date.toIso()),
                      Core::tr("Give the day on which it happened."));
    }
    if (step.date < item.steps.back().date) {
        return broken(
            "case.order",
            Core::tr("%1 is before the last step, of %2").arg(step.date.toIso(), item.steps.back().date.toIso()),
            Core::tr("Give the day on which it happened."));
    }
    if (allowed->needsNote && step.note.trimmed().isEmpty()) {
        return broken("case.reason", Core::tr("this step needs a reason"), Core::tr("Give a note that says why."));
    }
    if (isChecking(step.state) && executors(item).contains(step.who.trimmed())) {
        return broken("case.same_checker",
                      Core::tr("%1 put it right and cannot check it as well").arg(step.who.trimmed()),
                      Core::tr("Somebody else must check it."));
    }
    if (step.state == u"CLOSED"_s && !hasEvidence(item, step)) {
        return broken("case.evidence", Core::tr("it cannot be closed without evidence"),
                      Core::tr("Attach a photo or document to this or an earlier step."));
    }
    return {};
}

namespace {

/// The day up to which @p item can be late: @p day, or that on which it was settled.
Day lateUntil(const Case &item, Day day)
{
    const CaseStep *last = stepOn(item, day);
    return last && isFinal(item.kind, last->state) ? last->date : day;
}

} // namespace

int overdue_days(const Case &item, Day day)
{
    return item.deadline ? std::max(0, daysBetween(*item.deadline, lateUntil(item, day))) : 0;
}

int overdue_workingDays(const Case &item, Day day, const WorkCalendar &calendar)
{
    return item.deadline ? std::max(0, calendar.workingDaysBetween(*item.deadline, lateUntil(item, day))) : 0;
}

int levelOn(const Case &item, Day day, const Escalation &escalation)
{
    const CaseStep *last = stepOn(item, day);
    const bool waits = item.kind == CaseKind::Alert && last && last->state == firstState(item.kind);
    if (!waits || escalation.after_days <= 0) {
        return item.level;
    }
    const int waited = escalation.inWorkingDays ? escalation.calendar.workingDaysBetween(last->date, day)
                                                : daysBetween(last->date, day);
    return std::min(k_redCard, item.level + waited / escalation.after_days);
}

CaseFigures caseFigures(const std::vector<Case> &items, Day day)
{
    CaseFigures figures;
    std::vector<int> durations;
    for (const Case &item : items) {
        const CaseStep *last = stepOn(item, day);
        if (!last) {
            continue;
        }
        ++figures.listed;
        if (isFinal(item.kind, last->state)) {
            ++figures.closed;
            durations.push_back(daysBetween(item.steps.front().date, last->date));
        } else if (overdue_days(item, day) > 0) {
            ++figures.overdue;
        }
    }
    if (!durations.empty()) {
        std::sort(durations.begin(), durations.end());
        const std::size_t middle = durations.size() / 2;
        figures.median_days =
            durations.size() % 2 == 1 ? durations[middle] : (durations[middle - 1] + durations[middle]) / 2.0;
    }
    return figures;
}

} // namespace cuntu
