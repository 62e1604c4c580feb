// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cli/cases.h"

#include "core/project/settings.h"
#include "ui/cli/print.h"

#include <QJsonArray>

namespace cuntu::cli {

Escalation escalationOf(const Project &project)
{
    return escalationBy([&project](const QString &key) { return project.setting(key).value_or(QString()); });
}

QJsonObject caseJson(const Case &item, Day day, const Escalation &escalation)
{
    QJsonArray steps;
    for (const CaseStep &step : item.steps) {
        steps.append(QJsonObject{{QStringLiteral("state"), step.state},
                                 {QStringLiteral("date"), step.date.toIso()},
                                 {QStringLiteral("recorded"), step.recorded.toIso()},
                                 {QStringLiteral("who"), step.who},
                                 {QStringLiteral("note"), step.note},
                                 {QStringLiteral("evidence"), step.evidence}});
    }
    return {{QStringLiteral("id"), item.id},
            {QStringLiteral("kind"), toString(item.kind)},
            {QStringLiteral("number"), item.number},
            {QStringLiteral("rule"), item.rule},
            {QStringLiteral("source"), item.source},
            {QStringLiteral("text"), item.text},
            {QStringLiteral("layer"), item.layer},
            {QStringLiteral("feature"), static_cast<qint64>(item.feature.value)},
            {QStringLiteral("area"), item.area.toString()},
            {QStringLiteral("target"), item.target},
            {QStringLiteral("level"), levelOn(item, day, escalation)},
            {QStringLiteral("state"), item.state()},
            {QStringLiteral("lead_unit"), item.leadUnit},
            {QStringLiteral("other_units"), QJsonArray::fromStringList(item.otherUnits)},
            {QStringLiteral("responsible"), item.responsible},
            {QStringLiteral("deadline"), orNull(item.deadline)},
            {QStringLiteral("overdue_days"), overdue_days(item, day)},
            {QStringLiteral("overdue_working_days"), overdue_workingDays(item, day, escalation.calendar)},
            {QStringLiteral("measure"), item.measure},
            {QStringLiteral("first_seen"), item.firstSeen.toIso()},
            {QStringLiteral("last_seen"), item.lastSeen.toIso()},
            {QStringLiteral("steps"), steps}};
}

void printCases(const std::vector<Case> &items, Day day, const Escalation &escalation)
{
    TextTable table({Cli::tr("case"), Cli::tr("level"), Cli::tr("state"), Cli::tr("area"), Cli::tr("deadline"),
                     Cli::tr("days late"), Cli::tr("responsible"), Cli::tr("what")});
    for (const Case &item : items) {
        const Status *state = caseLifeCycle(item.kind).findStatus(item.state());
        const QString bodies = item.responsible.isEmpty() ? item.leadUnit : item.responsible;
        table.add({item.number.isEmpty() ? QString::number(item.id) : item.number,
                   QString::number(levelOn(item, day, escalation)), state ? state->name.toString() : item.state(),
                   item.area.toString(), item.deadline ? item.deadline->toIso() : QString(),
                   QString::number(overdue_days(item, day)), bodies, item.text});
    }
    table.print();
}

} // namespace cuntu::cli
