// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/target_words.h"

#include "core/progress/planned_curve.h"
#include "ui/window/text.h"

namespace cuntu::ui {
namespace {

const QString k_even = QStringLiteral("even");
const QString k_sCurve = QStringLiteral("s_curve");

} // namespace

QString targetStateName(TargetState state)
{
    switch (state) {
    case TargetState::Draft:
        return Ui::tr("draft");
    case TargetState::Issued:
        return Ui::tr("issued");
    case TargetState::Active:
        return Ui::tr("active");
    case TargetState::Adjusted:
        return Ui::tr("adjusted");
    case TargetState::Closed:
        return Ui::tr("closed");
    case TargetState::Failed:
        return Ui::tr("given up");
    case TargetState::CarriedOver:
        return Ui::tr("carried over");
    }
    return {};
}

QString cadenceName(Cadence cadence)
{
    switch (cadence) {
    case Cadence::None:
        return Ui::tr("not laid down");
    case Cadence::Weekly:
        return Ui::tr("weekly");
    case Cadence::Monthly:
        return Ui::tr("monthly");
    case Cadence::Quarterly:
        return Ui::tr("quarterly");
    case Cadence::HalfYearly:
        return Ui::tr("every half year");
    case Cadence::Yearly:
        return Ui::tr("yearly");
    }
    return {};
}

QString commitmentName(Commitment commitment)
{
    return commitment == Commitment::Ensure ? Ui::tr("ensure") : Ui::tr("strive for");
}

QString dueText(const Target &target)
{
    if (target.due) {
        return target.due->toIso();
    }
    return target.dueText.isEmpty() ? Ui::tr("no year") : target.dueText;
}

std::vector<CurveChoice> curveChoices()
{
    std::vector<CurveChoice> choices{{k_even, Ui::tr("evenly, as time passes")},
                                     {k_sCurve, Ui::tr("slow, fast, slow (S-curve)")}};
    for (const SeasonalTable &table : seasonalTables()) {
        if (table.id != k_even) {
            choices.push_back({table.id, table.name.toString()});
        }
    }
    return choices;
}

std::optional<PlannedCurve> curveCalled(const QString &id, const std::optional<Day> &start,
                                        const std::optional<Day> &due)
{
    PlannedCurve curve;
    if (id == k_sCurve) {
        curve.kind = PlannedCurve::Kind::SCurve;
    }
    for (const SeasonalTable &table : seasonalTables()) {
        if (table.id == id && id != k_even) {
            return start && due && *start <= *due ? std::optional(curveFromQuarters(table.shares, *start, *due))
                                                  : std::nullopt;
        }
    }
    return curve;
}

} // namespace cuntu::ui
