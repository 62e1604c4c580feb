// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/roads/settlements.h"

#include "core/snapshot/known_columns.h"

#include "plugins/roads/declare.h"

#include <QHash>
#include <QSet>

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace cuntu::roads {

namespace {

QString householdField(const Rule &rule)
{
    return rule.basis == Basis::Resident ? u"hh_resident"_s : u"hh_registered"_s;
}

QString personField(const Rule &rule)
{
    return rule.basis == Basis::Resident ? u"pop_resident"_s : u"pop_registered"_s;
}

Result<QSet<QString>> poorVillages(const ProjectSnapshot &project, Day day, const JobContext &job)
{
    const auto villages = project.layer(u"villages"_s, {u"code"_s, u"poor_village"_s}, job);
    if (!villages) {
        return villages.error();
    }
    const Column *codes = (*villages)->column(u"code"_s);
    const Column *poor = (*villages)->column(u"poor_village"_s);
    QSet<QString> found;
    for (std::size_t row = 0; row < (*villages)->size(); ++row) {
        if (codes != nullptr && numberAt(poor, row) == 1) {
            found.insert(codeOn(project.areas(), codes->text(row), day));
        }
    }
    return found;
}

/// Per distinct code of @p column whether its village is poor.
std::vector<bool> poorCodes(const Column *column, const QSet<QString> &poor, const AreaTree &areas, Day day)
{
    std::vector<bool> result(column == nullptr ? 0 : column->distinct());
    for (std::uint32_t code = 0; code < result.size(); ++code) {
        result[code] = poor.contains(codeOn(areas, column->textOf(code), day));
    }
    return result;
}

/// The columns of settlements that the rule reads.
struct Columns {
    const Column *households = nullptr;
    const Column *baseline = nullptr; ///< households of the baseline
    const Column *persons = nullptr;
    const Column *livable = nullptr;
    const Column *withdrawn = nullptr;
    const Column *withdrawnOn = nullptr;
    const Column *resident = nullptr;
    const Column *committee = nullptr;
    const Column *village = nullptr;
    std::vector<bool> poor; ///< per distinct village code
};

Columns columnsOf(const LayerSnapshot &settlements, const Rule &rule)
{
    return {settlements.column(householdField(rule)), settlements.column(u"hh_baseline"_s),
            settlements.column(personField(rule)),    settlements.column(u"is_livable"_s),
            settlements.column(u"to_be_withdrawn"_s), settlements.column(u"withdrawn_on"_s),
            settlements.column(u"hh_resident"_s),     settlements.column(u"has_committee"_s),
            settlements.column(u"village_code"_s),    {}};
}

/// Approved by @p day, and nobody is said to live there any more.
bool isWithdrawn(const Columns &columns, std::size_t row, Day day)
{
    return numberAt(columns.withdrawnOn, row) <= day.number() && !(numberAt(columns.resident, row) > 0);
}

/// How a settlement stands by its own columns; what the ledger says of it is not looked at.
Eligibility eligibilityOf(const Columns &columns, std::size_t row, const Rule &rule, Day day, Standing &standing)
{
    const double baseline = numberAt(columns.baseline, row);
    const double deciding = std::isnan(baseline) ? standing.households : baseline;
    if (std::isnan(deciding)) {
        return Eligibility::HouseholdsUnknown;
    }
    if (deciding < rule.minHouseholds) {
        return Eligibility::TooFewHouseholds;
    }
    standing.belowThresholdNow = standing.households < rule.minHouseholds;
    const double livable = numberAt(columns.livable, row);
    if (rule.livableOnly && livable != 1) {
        return std::isnan(livable) ? Eligibility::LivableUnknown : Eligibility::NotLivable;
    }
    if (rule.poorOnly &&
        (columns.village == nullptr || columns.village->isNull(row) || !columns.poor[columns.village->code(row)])) {
        return Eligibility::NotInPoorVillage;
    }
    if (isWithdrawn(columns, row, day)) {
        return Eligibility::Withdrawn;
    }
    if (!rule.countWithdrawn && numberAt(columns.withdrawn, row) == 1) {
        return Eligibility::ToBeWithdrawn;
    }
    return Eligibility::Eligible;
}

} // namespace

QStringList settlementFields(const Rule &rule)
{
    return {householdField(rule), u"hh_baseline"_s, personField(rule),  u"is_livable"_s,  u"to_be_withdrawn"_s,
            u"withdrawn_on"_s,    u"hh_resident"_s, u"has_committee"_s, u"village_code"_s};
}

std::vector<std::uint32_t> villageNumbers(const LayerSnapshot &settlements, const AreaTree &areas, Day day)
{
    std::vector<std::uint32_t> numbers(settlements.size(), k_noIndex);
    const Column *column = settlements.column(u"village_code"_s);
    if (column == nullptr) {
        return numbers;
    }
    QHash<QString, std::uint32_t> numberOf;
    std::vector<std::uint32_t> ofCode;
    for (std::uint32_t code = 0; code < column->distinct(); ++code) {
        const QString village = codeOn(areas, column->textOf(code), day);
        if (!numberOf.contains(village)) {
            numberOf.insert(village, static_cast<std::uint32_t>(numberOf.size()));
        }
        ofCode.push_back(numberOf.value(village));
    }
    for (std::size_t row = 0; row < numbers.size(); ++row) {
        numbers[row] = column->isNull(row) ? k_noIndex : ofCode[column->code(row)];
    }
    return numbers;
}

Result<std::vector<Standing>> judgeSettlements(const ProjectSnapshot &project, const LayerSnapshot &settlements,
                                               const Rule &rule, Day day, const JobContext &job)
{
    Columns columns = columnsOf(settlements, rule);
    if (rule.poorOnly) {
        const auto poor = poorVillages(project, day, job);
        if (!poor) {
            return poor.error();
        }
        columns.poor = poorCodes(columns.village, *poor, project.areas(), day);
    }
    const LifeCycle works = worksLifeCycle();
    const TrackView track = project.ledger().track({id(k_programme), id(k_settlements), {}});
    const std::vector<const Status *> statuses = works.findStatuses(track.statuses());
    const std::vector<LedgerRows::StatusNumber> numbers = track.statusesOn(*settlements.sharedIds(), day);
    std::vector<Standing> standings(settlements.size());
    for (std::size_t row = 0; row < standings.size(); ++row) {
        Standing &standing = standings[row];
        standing.households = numberAt(columns.households, row);
        standing.persons = numberAt(columns.persons, row);
        standing.hasCommittee = numberAt(columns.committee, row) == 1;
        standing.eligibility = eligibilityOf(columns, row, rule, day, standing);
        if (const Status *status = statuses[numbers[row]]) {
            standing.hasStatus = true;
            standing.countsAs = status->countsAs;
        }
        // Cancelled works leave the denominator only with an approval (DOMAIN B.0.3).
        if (standing.countsAs == StatusClass::Removed && standing.eligibility == Eligibility::Eligible &&
            track.standingOn(settlements.id(row), day)->documented) {
            standing.eligibility = Eligibility::Cancelled;
        }
    }
    return standings;
}

} // namespace cuntu::roads
