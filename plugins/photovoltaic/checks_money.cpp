// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/photovoltaic/declare.h"
#include "plugins/photovoltaic/money.h"
#include "plugins/photovoltaic/words.h"

#include <map>

using namespace Qt::Literals::StringLiterals;

namespace cuntu::photovoltaic {

namespace {

using Findings = Result<std::vector<CheckFinding>>;

/// Rows of pv_paid and pv_beneficiaries that name a household for which @p wrong has something to say.
Findings checkHouseholds(const ProjectSnapshot &project, const JobContext &job,
                         QString (*wrong)(const Incomes &, const QString &household))
{
    const auto stations = readStations(project, StationRule{}, Day::today(), job);
    if (!stations) {
        return stations.error();
    }
    const auto incomes = readIncomes(project, *stations, MoneyWindow{}, job);
    if (!incomes) {
        return incomes.error();
    }
    std::vector<CheckFinding> findings;
    for (const char16_t *layerId : {k_paid, k_beneficiaries}) {
        const auto layer = layerWith(project, id(layerId), {u"hh_id"_s}, job);
        if (!layer) {
            return layer.error();
        }
        for (std::size_t row = 0; row < (*layer)->size(); ++row) {
            const QString household = stringAt((*layer)->column(u"hh_id"_s), row);
            const QString what = household.isEmpty() ? QString() : wrong(*incomes, household);
            if (!what.isEmpty()) {
                findings.push_back({id(layerId), (*layer)->id(row), what.arg(household)});
            }
        }
    }
    return findings;
}

Findings checkUnknown(const ProjectSnapshot &project, const JobContext &job)
{
    return checkHouseholds(project, job, [](const Incomes &incomes, const QString &household) {
        return incomes.byNumber.contains(household) ? QString()
                                                    : Text{u"农户登记中没有 %1；不计入受益户"_s,
                                                           u"the register has no household %1; it does not count"_s}
                                                          .toString();
    });
}

Findings checkOrdinary(const ProjectSnapshot &project, const JobContext &job)
{
    return checkHouseholds(project, job, [](const Incomes &incomes, const QString &household) {
        const auto row = incomes.byNumber.constFind(household);
        return row == incomes.byNumber.cend() || incomes.registered[*row]
                   ? QString()
                   : Text{u"%1 不是建档立卡户，却有光伏收益"_s, u"%1 is not registered as poor, but has income"_s}
                         .toString();
    });
}

/// Everybody gets the same from a station on one day: flat sharing, which is forbidden (DOMAIN B.4, [C20]). Wages are
/// no sharing.
Findings checkFlat(const ProjectSnapshot &project, const JobContext &job)
{
    constexpr int k_leastHouseholds = 5;
    const auto stations = readStations(project, StationRule{}, Day::today(), job);
    if (!stations) {
        return stations.error();
    }
    const auto payments = readPayments(project, *stations, job);
    if (!payments) {
        return payments.error();
    }
    struct Round {
        int households = 0;
        double amount = 0;
        bool equal = true;
    };
    std::map<std::pair<std::uint32_t, int>, Round> rounds;
    for (const Payment &payment : *payments) {
        const bool shared = payment.use == u"DIRECT"_s || payment.use == u"REWARD"_s || payment.use.isEmpty();
        if (payment.station && !payment.household.isEmpty() && shared) {
            Round &round = rounds[{*payment.station, static_cast<int>(payment.paid)}];
            round.equal = round.equal && (round.households == 0 || payment.amount == round.amount);
            round.amount = payment.amount;
            ++round.households;
        }
    }
    std::vector<CheckFinding> findings;
    for (const auto &[key, round] : rounds) {
        if (round.equal && round.households >= k_leastHouseholds) {
            findings.push_back(
                {id(k_stations), stations->layer->id(key.first),
                 Text{u"%1：%2 给 %3 户各发 %4 元，像是平均分配"_s,
                      u"%1: on %2 each of %3 households was paid %4 yuan, which looks like flat sharing"_s}
                     .toString()
                     .arg(stationName(*stations->layer, key.first), Day::fromNumber(key.second).toIso())
                     .arg(round.households)
                     .arg(numberText(round.amount, 2))});
        }
    }
    return findings;
}

} // namespace

void addMoneyChecks(Registry &draft)
{
    const auto add = [&](const QString &rule, const Text &name,
                         Findings (*run)(const ProjectSnapshot &, const JobContext &),
                         Severity severity = Severity::Warning) {
        draft.checks.push_back({u"photovoltaic."_s + rule, id(k_programme), name, run, severity});
    };
    add(u"unknown_household"_s, {u"受益户不在登记中"_s, u"Unknown households"_s}, checkUnknown, Severity::Error);
    add(u"not_registered"_s, {u"收益发给非建档立卡户"_s, u"Income of households that are not registered"_s},
        checkOrdinary);
    add(u"flat_sharing"_s, {u"平均分配"_s, u"Flat sharing"_s}, checkFlat);
}

} // namespace cuntu::photovoltaic
