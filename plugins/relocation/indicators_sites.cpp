// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snapshot/known_columns.h"
#include "plugins/relocation/sites.h"

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace cuntu::relocation {

namespace {

/// The part of site @p row: above and below the line; empty where it does not count.
using Part = std::optional<Contribution> (*)(const Sites &, std::uint32_t row);

std::function<Result<IndicatorSet>(const IndicatorInput &, const JobContext &)> evaluator(Part part)
{
    return [part](const IndicatorInput &input, const JobContext &job) -> Result<IndicatorSet> {
        const auto sites = readSites(input.project, input.asOf, {}, job);
        if (!sites) {
            return sites.error();
        }
        IndicatorSet set{sites->layer, {}};
        for (std::uint32_t row = 0; row < sites->stages.size(); ++row) {
            if (const auto found = sites->counted[row] ? part(*sites, row) : std::nullopt) {
                set.items.push_back(*found);
            }
        }
        return set;
    };
}

void add(Registry &draft, const QString &indicatorId, const Text &name, const Text &what, const QString &counted,
         Part part)
{
    static const Text rule{u"状态以记录为准，没有记录的按表中开工、竣工日期；凭批文取消的安置点不计。"_s,
                           u"As recorded; where nothing is, by the days of start and completion in the table. Sites "
                           u"given up with an approval are not counted."_s};
    Indicator made = newIndicator(indicatorId, name, {what.zh + rule.zh, what.en + u" "_s + rule.en}, counted);
    made.evaluate = evaluator(part);
    draft.indicators.push_back(made);
}

Contribution ofSites(std::uint32_t row, bool holds)
{
    return {row, holds ? 1.0 : 0.0, 1};
}

/// Dwellings, where it is known how many are planned; never more than that.
std::optional<Contribution> ofDwellings(const Sites &sites, std::uint32_t row, double dwellings)
{
    const double planned = sites.planned[row];
    return planned > 0 ? std::optional(Contribution{row, std::min(dwellings, planned), planned}) : std::nullopt;
}

Result<IndicatorSet> acceptedBuildings(const IndicatorInput &input, const JobContext &job)
{
    const auto layer = layerWith(input.project, id(k_buildings), {u"village_code"_s, u"completed_on"_s}, job);
    if (!layer) {
        return layer.error();
    }
    const LifeCycle cycle = buildingCycle();
    const std::vector<std::uint8_t> positions = statusPositions(input.project, **layer, cycle, input.asOf);
    IndicatorSet set{*layer, {}};
    for (std::uint32_t row = 0; row < (*layer)->size(); ++row) {
        const Status *status = positions[row] > 0 ? &cycle.statuses[positions[row] - 1U] : nullptr;
        if (status != nullptr && status->countsAs == StatusClass::Removed &&
            isDocumented(input.project, **layer, row, input.asOf)) {
            continue;
        }
        const bool done = status != nullptr
                              ? status->countsAs == StatusClass::Finished || status->countsAs == StatusClass::Done
                              : numberAt((*layer)->column(u"completed_on"_s), row) <= input.asOf.number();
        set.items.push_back({row, done ? 1.0 : 0.0, 1});
    }
    return set;
}

void addAmounts(Registry &draft)
{
    add(draft, u"reloc_dwellings"_s, {u"建成安置住房"_s, u"Dwellings completed"_s},
        {u"已竣工的住房套数；有楼栋登记的按楼栋。"_s, u"Dwellings completed; by buildings where they are listed."_s},
        u"套"_s, [](const Sites &sites, std::uint32_t row) { return ofDwellings(sites, row, sites.built[row]); });
    draft.indicators.back().kind = Indicator::Kind::Sum;
    draft.indicators.back().unit = u"套"_s;

    Indicator buildings =
        newIndicator(u"reloc_buildings"_s, {u"建成安置楼栋"_s, u"Buildings completed"_s},
                     {u"已完工及以后的楼栋数；凭批文取消的不计。"_s,
                      u"Buildings completed or later; those given up with an approval are not counted."_s},
                     u"栋"_s);
    buildings.kind = Indicator::Kind::Sum;
    buildings.unit = u"栋"_s;
    buildings.evaluate = acceptedBuildings;
    draft.indicators.push_back(buildings);
}

} // namespace

void addSiteIndicators(Registry &draft)
{
    add(draft, u"reloc_start_rate"_s, {u"开工率"_s, u"Dwellings begun"_s},
        {u"已开工的住房套数占规划套数。"_s, u"Dwellings begun, of those planned."_s}, u"套"_s,
        [](const Sites &sites, std::uint32_t row) { return ofDwellings(sites, row, sites.begun[row]); });
    add(draft, u"reloc_finish_rate"_s, {u"竣工率"_s, u"Dwellings completed, share"_s},
        {u"已竣工的住房套数占规划套数；有楼栋登记的按楼栋。"_s,
         u"Dwellings completed, of those planned; by buildings where they are listed."_s},
        u"套"_s, [](const Sites &sites, std::uint32_t row) { return ofDwellings(sites, row, sites.built[row]); });
    add(draft, u"reloc_site_start_rate"_s, {u"项目开工率"_s, u"Sites begun"_s},
        {u"前期手续办结并已开工的安置点占比。"_s, u"Share of the sites with their permits that are begun."_s}, u"个"_s,
        [](const Sites &sites, std::uint32_t row) -> std::optional<Contribution> {
            return ofSites(row, isReached(sites.stages[row], SiteStage::Started));
        });
    add(draft, u"reloc_site_utility_rate"_s, {u"配套齐全的安置点"_s, u"Sites with all utilities"_s},
        {u"水、电、路、气、暖、讯齐全的安置点占比。"_s,
         u"Share of the sites with water, power, access, gas, heating and telecommunication."_s},
        u"个"_s, [](const Sites &sites, std::uint32_t row) -> std::optional<Contribution> {
            return ofSites(row, sites.utilities[row] == k_allUtilities);
        });
    add(draft, u"reloc_community_rate"_s, {u"社区化管理率"_s, u"Sites run as communities"_s},
        {u"实行社区化管理的安置点占比。"_s, u"Share of the sites that are run as communities."_s}, u"个"_s,
        [](const Sites &sites, std::uint32_t row) -> std::optional<Contribution> {
            return ofSites(row, sites.stages[row] == SiteStage::CommunityRun);
        });
    addAmounts(draft);
}

} // namespace cuntu::relocation
