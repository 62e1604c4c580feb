// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/algorithm/unit.h"
#include "core/progress/figure_text.h"
#include "core/progress/milestone_facts.h"

#include <QLocale>

#include <algorithm>
#include <cmath>

namespace cuntu {

namespace {

/// 'sixty of the promised hundred'
QString standing(const MilestoneFacts &facts)
{
    const Milestone &milestone = facts.milestone;
    if (!milestone.value) {
        return Core::tr("there is no figure yet");
    }
    const double promised = milestone.target.value;
    const QString unit = unitText(facts.unit);
    return Core::tr("%1 of the promised %2")
        .arg(figureText(*milestone.value, facts.unit, promised),
             (QString::number(promised, 'g', QLocale::FloatingPointShortest) + u' ' + unit).trimmed());
}

QString againstPlan(const MilestoneFacts &facts)
{
    const Milestone &milestone = facts.milestone;
    const double shortage = milestone.shortage.value_or(0);
    const double atLeast = countsWholes(facts.countedThing) ? std::ceil(shortage) : shortage; // of a person is a person
    const QString missing = figureText(atLeast, facts.countedThing);
    if (facts.countsPieces) {
        return shortage > 0 ? Core::tr("%1 missing to the plan").arg(missing) : Core::tr("as planned");
    }
    const QString points = QString::number(std::abs(*milestone.gap_pp), 'f', 1);
    if (points == QStringLiteral("0.0")) {
        return Core::tr("as planned");
    }
    if (*milestone.gap_pp > 0) {
        return Core::tr("%1 percentage points ahead of the plan").arg(points);
    }
    return shortage > 0 ? Core::tr("%1 percentage points behind the plan (%2 missing)").arg(points, missing)
                        : Core::tr("%1 percentage points behind the plan").arg(points);
}

QString forecast(const Milestone &milestone)
{
    if (!milestone.observedRate) {
        return Core::tr("too few figures, no forecast");
    }
    if (!milestone.projected) {
        return Core::tr("at the present pace never reached");
    }
    const QString day = milestone.projected->toText();
    const int late_days = daysBetween(*milestone.target.due, *milestone.projected);
    if (late_days <= 0) {
        return Core::tr("at the present pace reached on %1, in time").arg(day);
    }
    const QString late = late_days == 1 ? Core::tr("one day late") : Core::tr("%1 days late").arg(late_days);
    if (!milestone.speedUp) {
        return Core::tr("at the present pace reached on %1, %2").arg(day, late);
    }
    const double faster_percent = std::max(1.0, std::round((*milestone.speedUp - 1) * 100));
    return Core::tr("at the present pace reached on %1, %2; must become %3 % faster")
        .arg(day, late, QString::number(faster_percent, 'f', 0));
}

QStringList courseOf(const MilestoneFacts &facts, const MilestoneRules &rules)
{
    const Milestone &milestone = facts.milestone;
    if (milestone.asOf < *facts.start) {
        return {Core::tr("begins on %1").arg(facts.start->toText())};
    }
    if (facts.isEarly) {
        const QString percent = QString::number(milestone.timeShare.value_or(0) * 100, 'f', 1);
        return {Core::tr("only %1 % of the time has passed, too early to judge").arg(percent)};
    }
    QStringList parts;
    if (milestone.gap_pp) {
        parts << againstPlan(facts);
    }
    if (facts.standstill_days.value_or(0) >= rules.standstill_days) {
        parts << Core::tr("nothing was added for %1 days").arg(*facts.standstill_days);
    }
    return parts << forecast(milestone);
}

} // namespace

QString reasonOf(const MilestoneFacts &facts, const MilestoneRules &rules)
{
    const Milestone &milestone = facts.milestone;
    QStringList parts{standing(facts)};
    if (facts.reached) {
        parts << (milestone.late ? Core::tr("reached, but after the deadline %1").arg(milestone.target.due->toText())
                                 : Core::tr("reached"));
    } else if (!milestone.target.due) {
        const QString &words = milestone.target.dueText;
        parts << (words.isEmpty() ? Core::tr("the plan gives no year, so there is no forecast")
                                  : Core::tr("the plan gives no year (%1), so there is no forecast").arg(words));
    } else if (milestone.asOf > *milestone.target.due) {
        const QString due = milestone.target.due->toText();
        parts << (milestone.lost ? Core::tr("it was reached on the deadline %1 and is lost since").arg(due)
                                 : Core::tr("the deadline %1 has passed").arg(due))
              << forecast(milestone);
    } else {
        parts << courseOf(facts, rules);
        if (facts.startAssumed) {
            parts << Core::tr("the plan gives no start, time is counted from %1").arg(facts.start->toText());
        }
    }
    if (milestone.stale) {
        parts << Core::tr("nobody reported in time, the figures are out of date");
    }
    return parts.join(Core::tr("; "));
}

} // namespace cuntu
