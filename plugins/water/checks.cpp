// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/water/declare.h"
#include "plugins/water/reasons.h"
#include "plugins/water/settlements.h"

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace cuntu::water {

namespace {

using Findings = Result<std::vector<CheckFinding>>;

/// The survey of today with what sentences and checks of works read.
Result<Survey> today(const ProjectSnapshot &project, const JobContext &job)
{
    Rule rule;
    rule.ruleSet = RuleSet().code;
    return survey(project, rule, Day::today(), job, {u"elevation_m"_s, u"name"_s},
                  loadFields() + QStringList{u"name"_s, u"elevation_m"_s, u"has_pump"_s});
}

/// Works for which @p wrong has something to say.
Findings checkWorks(const ProjectSnapshot &project, const JobContext &job,
                    const std::function<QString(const Survey &, std::uint32_t works)> &wrong)
{
    const auto found = today(project, job);
    if (!found) {
        return found.error();
    }
    std::vector<CheckFinding> findings;
    for (std::uint32_t row = 0; row < found->works.layer->size(); ++row) {
        if (const QString what = wrong(*found, row); !what.isEmpty()) {
            findings.push_back(
                {id(k_works), found->works.layer->id(row), worksName(*found->works.layer, row) + u": "_s + what});
        }
    }
    return findings;
}

Findings checkZero(const ProjectSnapshot &project, const JobContext &job)
{
    return checkWorks(project, job, [](const Survey &survey, std::uint32_t row) {
        const bool zero = numberAt(survey.works.layer->column(u"design_m3d"_s), row) == 0;
        return zero ? Text{u"设计供水规模为 0；供水人口照计"_s,
                           u"the design capacity is 0; the persons served count all the same"_s}
                          .toString()
                    : QString();
    });
}

Findings checkCrowded(const ProjectSnapshot &project, const JobContext &job)
{
    return checkWorks(project, job, [](const Survey &survey, std::uint32_t row) {
        const double crowding = loadOf(*survey.works.layer, row).crowding;
        return crowding > k_mostCrowding
                   ? Text{u"实际供水人口是设计人口的 %1 倍；供水人口照计"_s,
                          u"serves %1 times the persons it was designed for; they count all the same"_s}
                         .toString()
                         .arg(crowding, 0, 'f', 2)
                   : QString();
    });
}

Findings checkLists(const ProjectSnapshot &project, const JobContext &job)
{
    return checkWorks(project, job, [](const Survey &survey, std::uint32_t row) {
        const QStringList unknown = survey.unknownServed[row];
        return unknown.isEmpty() ? QString()
                                 : Text{u"受益名单中没有自然村可对应：%1；不计"_s,
                                        u"no settlement for these of its list: %1; not counted"_s}
                                       .toString()
                                       .arg(unknown.join(u", "_s));
    });
}

/// More persons than live in all that is listed: the list is not complete, or the figure is wrong.
Findings checkServed(const ProjectSnapshot &project, const JobContext &job)
{
    const auto found = today(project, job);
    if (!found) {
        return found.error();
    }
    std::vector<double> listed(found->works.layer->size(), 0);
    for (std::size_t row = 0; row < found->claims.size(); ++row) {
        for (const std::uint32_t works : found->claims[row]) {
            listed[works] += found->places[row].persons;
        }
    }
    std::vector<CheckFinding> findings;
    for (std::uint32_t row = 0; row < listed.size(); ++row) {
        if (listed[row] > 0 && found->works.servedPersons[row] > listed[row]) {
            findings.push_back(
                {id(k_works), found->works.layer->id(row),
                 Text{u"%1：供水人口 %2，名单内只有 %3 人；多出的不计"_s,
                      u"%1: serves %2 persons, but only %3 live in what it lists; the rest does not count"_s}
                     .toString()
                     .arg(worksName(*found->works.layer, row))
                     .arg(found->works.servedPersons[row])
                     .arg(listed[row])});
        }
    }
    return findings;
}

Findings checkTwoWorks(const ProjectSnapshot &project, const JobContext &job)
{
    const auto found = today(project, job);
    if (!found) {
        return found.error();
    }
    std::vector<CheckFinding> findings;
    for (std::size_t row = 0; row < found->claims.size(); ++row) {
        if (found->claims[row].size() > 1) {
            QStringList names;
            for (const std::uint32_t works : found->claims[row]) {
                names << worksName(*found->works.layer, works);
            }
            findings.push_back({id(k_settlements), found->layer->id(row),
                                Text{u"%1：%2 都列为受益；供水人口相加，不超过总人口"_s,
                                     u"%1: listed by %2; their persons add up, to no more than there are"_s}
                                    .toString()
                                    .arg(stringAt(found->layer->column(u"name"_s), row), names.join(u", "_s))});
        }
    }
    return findings;
}

/// Water does not flow uphill by itself.
Findings checkHeight(const ProjectSnapshot &project, const JobContext &job)
{
    const auto found = today(project, job);
    if (!found) {
        return found.error();
    }
    const LayerSnapshot &works = *found->works.layer;
    std::vector<CheckFinding> findings;
    for (std::size_t row = 0; row < found->claims.size(); ++row) {
        const double users_m = numberAt(found->layer->column(u"elevation_m"_s), row);
        for (const std::uint32_t w : found->claims[row]) {
            const double source_m = numberAt(works.column(u"elevation_m"_s), w);
            if (source_m < users_m && numberAt(works.column(u"has_pump"_s), w) != 1) {
                findings.push_back({id(k_works), works.id(w),
                                    Text{u"%1：水源高程 %2 米，低于用户 %3（%4 米），没有提水设备；供水照计"_s,
                                         u"%1: the source lies at %2 m, below its users at %3 (%4 m), and has no pump; "
                                         u"they count all the same"_s}
                                        .toString()
                                        .arg(worksName(works, w))
                                        .arg(source_m)
                                        .arg(stringAt(found->layer->column(u"name"_s), row))
                                        .arg(users_m)});
            }
        }
    }
    return findings;
}

Findings checkSamples(const ProjectSnapshot &project, const JobContext &job)
{
    const auto samples = layerWith(project, id(k_samples), {u"code"_s, u"taken_on"_s}, job);
    if (!samples) {
        return samples.error();
    }
    std::vector<CheckFinding> findings;
    for (std::size_t row = 0; row < (*samples)->size(); ++row) {
        const double taken = numberAt((*samples)->column(u"taken_on"_s), row);
        if (taken > Day::today().number()) {
            findings.push_back({id(k_samples), (*samples)->id(row),
                                Text{u"水样 %1 的采样日期 %2 在今天之后；到那一天才计"_s,
                                     u"sample %1 was taken on %2, after today; it does not count before that day"_s}
                                    .toString()
                                    .arg(stringAt((*samples)->column(u"code"_s), row),
                                         Day::fromNumber(static_cast<std::int32_t>(taken)).toIso())});
        }
    }
    return findings;
}

/// Households that moved to a place that is neither a settlement nor a village of the project.
Findings checkSites(const ProjectSnapshot &project, const JobContext &job)
{
    const auto settlements = readSettlements(project, Day::today(), {}, job);
    const auto households = layerWith(project, id(k_households), {u"site_code"_s}, job);
    if (!settlements || !households) {
        return !settlements ? settlements.error() : households.error();
    }
    std::vector<CheckFinding> findings;
    for (std::size_t row = 0; row < (*households)->size(); ++row) {
        const QString site = stringAt((*households)->column(u"site_code"_s), row);
        if (!site.isEmpty() && !settlements->byCode.contains(site) &&
            !settlements->ofVillage.contains(codeOn(project.areas(), site, Day::today()))) {
            findings.push_back(
                {id(k_households), (*households)->id(row),
                 Text{u"安置点 %1 不存在；按原址统计"_s, u"there is no site %1; counted where it was"_s}.toString().arg(
                     site)});
        }
    }
    return findings;
}

} // namespace

void addChecks(Registry &draft)
{
    const auto add = [&](const QString &rule, const Text &name,
                         Findings (*run)(const ProjectSnapshot &, const JobContext &)) {
        draft.checks.push_back({u"water."_s + rule, id(k_programme), name, run});
    };
    add(u"below_users"_s, {u"水源低于用户而没有提水设备"_s, u"Source below its users without a pump"_s}, checkHeight);
    add(u"capacity_zero"_s, {u"设计供水规模为 0"_s, u"Design capacity of zero"_s}, checkZero);
    add(u"crowded"_s, {u"供水人口超过设计"_s, u"More served than designed for"_s}, checkCrowded);
    add(u"served_beyond_list"_s, {u"供水人口多于名单人口"_s, u"More served than live in what is listed"_s},
        checkServed);
    add(u"two_works"_s, {u"两个工程供同一村"_s, u"Two works claim one place"_s}, checkTwoWorks);
    add(u"unknown_village"_s, {u"受益名单无法对应"_s, u"List of a place that is not there"_s}, checkLists);
    add(u"future_samples"_s, {u"水样日期在将来"_s, u"Samples from the future"_s}, checkSamples);
    add(u"sites"_s, {u"安置点不存在"_s, u"Unknown resettlement sites"_s}, checkSites);
}

} // namespace cuntu::water
