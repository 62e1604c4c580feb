// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snapshot/known_columns.h"
#include "plugins/relocation/homesteads.h"
#include "plugins/relocation/movers.h"

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace cuntu::relocation {

namespace {

using Findings = Result<std::vector<CheckFinding>>;

/// Households that move, as they are today, for which @p wrong has something to say.
Findings checkMovers(const ProjectSnapshot &project, const JobContext &job, const QStringList &fields,
                     const std::function<QString(const Movers &, std::size_t row)> &wrong)
{
    const auto movers = readMovers(project, Day::today(), fields, job);
    if (!movers) {
        return movers.error();
    }
    std::vector<CheckFinding> findings;
    for (std::size_t row = 0; row < movers->households.size(); ++row) {
        const QString what = movers->households[row].moves ? wrong(*movers, row) : QString();
        if (!what.isEmpty()) {
            findings.push_back({id(k_households), movers->layer->id(row), what});
        }
    }
    return findings;
}

Findings checkSites(const ProjectSnapshot &project, const JobContext &job)
{
    return checkMovers(project, job, {}, [](const Movers &movers, std::size_t row) {
        const Mover &mover = movers.households[row];
        return mover.namesUnknownSite ? Text{u"安置点 %1 不存在；配套和梯度不计"_s,
                                             u"there is no site %1; utilities and gradient are not counted"_s}
                                            .toString()
                                            .arg(stringAt(movers.layer->column(u"reloc_site"_s), row))
                                      : QString();
    });
}

Findings checkAreas(const ProjectSnapshot &project, const JobContext &job)
{
    return checkMovers(project, job, {u"floor_area_m2"_s}, [](const Movers &movers, std::size_t row) {
        const double area_m2 = numberAt(movers.layer->column(u"floor_area_m2"_s), row);
        const double persons = numberAt(movers.layer->column(u"persons_at_signing"_s), row);
        const bool over =
            movers.households[row].type == MoverType::Registered && persons >= 1 && area_m2 > k_mostArea_m2 * persons;
        return over ? Text{u"人均住房面积 %1 平方米，超过 25 平方米红线"_s,
                           u"%1 square metres a person, above the red line of 25"_s}
                          .toString()
                          .arg(area_m2 / persons, 0, 'f', 1)
                    : QString();
    });
}

Findings checkWill(const ProjectSnapshot &project, const JobContext &job)
{
    return checkMovers(project, job, {u"voluntary"_s, u"agreement_no"_s}, [](const Movers &movers, std::size_t row) {
        const MoverStage stage = movers.households[row].stage;
        if (stage < MoverStage::Signed || stage > MoverStage::OutOfPoverty) {
            return QString();
        }
        if (numberAt(movers.layer->column(u"voluntary"_s), row) == 0) {
            return Text{u"已签约，但登记为非自愿"_s, u"signed, but not of its own will"_s}.toString();
        }
        return textAt(movers.layer->column(u"agreement_no"_s), row).empty()
                   ? Text{u"已签约，但没有协议编号"_s, u"signed, but without the number of the agreement"_s}.toString()
                   : QString();
    });
}

/// More households than dwellings.
Findings checkFull(const ProjectSnapshot &project, const JobContext &job)
{
    const auto movers = readMovers(project, Day::today(), {}, job);
    if (!movers) {
        return movers.error();
    }
    std::vector<double> households(movers->sites.stages.size(), 0);
    for (const Mover &mover : movers->households) {
        const bool allotted = mover.stage >= MoverStage::Allotted && mover.stage <= MoverStage::OutOfPoverty;
        if (allotted && mover.site != Sites::k_none) {
            ++households[mover.site];
        }
    }
    std::vector<CheckFinding> findings;
    for (std::size_t row = 0; row < households.size(); ++row) {
        if (households[row] > movers->sites.planned[row]) {
            findings.push_back({id(k_sites), movers->sites.layer->id(row),
                                Text{u"已分房 %1 户，多于规划 %2 套"_s,
                                     u"%1 households were allotted a dwelling, more than the %2 planned"_s}
                                    .toString()
                                    .arg(households[row])
                                    .arg(movers->sites.planned[row])});
        }
    }
    return findings;
}

/// One household, one homestead: who has moved in must have given back the old one, and nobody has two.
Findings checkHomesteads(const ProjectSnapshot &project, const JobContext &job)
{
    const auto movers = readMovers(project, Day::today(), {u"hh_id"_s}, job);
    const auto homesteads = readHomesteads(project, Day::today(), {u"hh_id"_s}, job);
    if (!movers || !homesteads) {
        return !movers ? movers.error() : homesteads.error();
    }
    QHash<QString, std::size_t> rowOf;
    for (std::size_t row = 0; row < movers->households.size(); ++row) {
        rowOf.insert(stringAt(movers->layer->column(u"hh_id"_s), row), row);
    }
    QHash<QString, int> kept;
    std::vector<CheckFinding> findings;
    for (std::size_t row = 0; row < homesteads->stages.size(); ++row) {
        const QString household = stringAt(homesteads->layer->column(u"hh_id"_s), row);
        if (household.isEmpty()) {
            continue;
        }
        const auto say = [&](const Text &what) {
            findings.push_back({id(k_homesteads), homesteads->layer->id(row), what.toString().arg(household)});
        };
        const auto found = rowOf.constFind(household);
        if (found == rowOf.cend()) {
            say({u"户 %1 不在农户登记中"_s, u"household %1 is not in the register"_s});
            continue;
        }
        const bool isKept = homesteads->mustGo[row] && !isReached(homesteads->stages[row], HomesteadStage::Vacated);
        if (isKept && hasMovedIn(movers->households[*found].stage)) {
            say({u"户 %1 已入住，旧宅基地未腾退"_s,
                 u"household %1 has moved in, and its old homestead is not vacated"_s});
        }
        if (isKept && ++kept[household] == 2) {
            say({u"户 %1 有两处未腾退的宅基地"_s, u"household %1 has two homesteads that are not vacated"_s});
        }
    }
    return findings;
}

} // namespace

void addChecks(Registry &draft)
{
    const auto add = [&](const QString &rule, const Text &name,
                         Findings (*run)(const ProjectSnapshot &, const JobContext &)) {
        draft.checks.push_back({u"relocation."_s + rule, id(k_programme), name, run});
    };
    add(u"unknown_site"_s, {u"安置点不存在"_s, u"Unknown site"_s}, checkSites);
    add(u"area_over"_s, {u"人均住房面积超红线"_s, u"Floor area above the red line"_s}, checkAreas);
    add(u"will"_s, {u"自愿与协议"_s, u"Will and agreement"_s}, checkWill);
    add(u"overfull"_s, {u"分房户数多于套数"_s, u"More households than dwellings"_s}, checkFull);
    add(u"homesteads"_s, {u"一户一宅"_s, u"One household, one homestead"_s}, checkHomesteads);
}

} // namespace cuntu::relocation
