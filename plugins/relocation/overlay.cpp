// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snapshot/home_finder.h"
#include "plugins/relocation/flows.h"
#include "plugins/relocation/homesteads.h"
#include "plugins/relocation/withdrawal.h"

using namespace Qt::Literals::StringLiterals;

namespace cuntu::relocation {

namespace {

/// Numbers of the classes, in the order of classes().
enum Class : std::uint8_t {
    FlowPlanned,
    FlowMoved,
    StillThere,
    PartlyMoved,
    AllMoved,
    Withdrawn,
    OldKept,
    OldVacated,
    OldReclaimed,
    OldExcepted,
    SitePlanned,
    SiteBuilding,
    SiteReady,
    SiteLived
};

/// Okabe & Ito's colours; what is missing is also told apart by its marking.
std::vector<OverlayClass> classes()
{
    return {{u"flow_planned"_s, {u"搬往：未搬完"_s, u"moving: not all there"_s}, 0xCC79A7, Marking::Dashed},
            {u"flow_moved"_s, {u"搬往：已搬到"_s, u"moving: all there"_s}, 0x0072B2, Marking::Plain},
            {u"still_there"_s, {u"村：尚无人搬走"_s, u"village: nobody moved"_s}, 0xD55E00, Marking::Crossed},
            {u"partly_moved"_s, {u"村：部分搬走"_s, u"village: some moved"_s}, 0xE69F00, Marking::Hatched},
            {u"all_moved"_s, {u"村：全部搬走"_s, u"village: all moved"_s}, 0x56B4E9, Marking::Plain},
            {u"withdrawn"_s, {u"村：已撤并"_s, u"village: withdrawn"_s}, 0x999999, Marking::Hollow},
            {u"old_kept"_s, {u"旧宅：未腾退"_s, u"homestead: kept"_s}, 0xD55E00, Marking::Plain},
            {u"old_vacated"_s, {u"旧宅：已腾退"_s, u"homestead: vacated"_s}, 0xF0E442, Marking::Plain},
            {u"old_reclaimed"_s, {u"旧宅：已复垦"_s, u"homestead: reclaimed"_s}, 0x009E73, Marking::Plain},
            {u"old_excepted"_s, {u"旧宅：例外"_s, u"homestead: exception"_s}, 0xBBBBBB, Marking::Hollow},
            {u"site_planned"_s, {u"安置点：未开工"_s, u"site: not begun"_s}, 0x666666, Marking::Hollow},
            {u"site_building"_s, {u"安置点：在建"_s, u"site: being built"_s}, 0xF0E442, Marking::Hatched},
            {u"site_ready"_s, {u"安置点：已竣工"_s, u"site: completed"_s}, 0x332288, Marking::Plain},
            {u"site_lived"_s, {u"安置点：已入住"_s, u"site: lived in"_s}, 0x117733, Marking::Plain}};
}

std::uint8_t siteClass(SiteStage stage)
{
    if (isReached(stage, SiteStage::Occupied)) {
        return SiteLived;
    }
    if (isReached(stage, SiteStage::Completed)) {
        return SiteReady;
    }
    return isReached(stage, SiteStage::Started) ? SiteBuilding : SitePlanned;
}

std::uint8_t homesteadClass(const Homesteads &homesteads, std::size_t row)
{
    const HomesteadStage stage = homesteads.stages[row];
    if (isReached(stage, HomesteadStage::Reclaimed)) {
        return OldReclaimed;
    }
    if (isReached(stage, HomesteadStage::Vacated)) {
        return OldVacated;
    }
    return homesteads.mustGo[row] ? OldKept : OldExcepted;
}

std::uint8_t settlementClass(const Withdrawals &withdrawals, std::size_t row)
{
    switch (withdrawals.leaving[row]) {
    case Leaving::NobodyYet:
        return StillThere;
    case Leaving::Partly:
        return PartlyMoved;
    case Leaving::AllMoved:
        return AllMoved;
    case Leaving::Withdrawn:
        return Withdrawn;
    case Leaving::NotPlanned:
        break;
    }
    return OverlayFeatures::k_noClass;
}

/// Households and persons of a site: to move there, and there already.
struct Filling {
    std::uint32_t planned = 0;
    std::uint32_t there = 0;
};

OverlayFeatures siteFeatures(const Movers &movers)
{
    const Sites &sites = movers.sites;
    std::vector<Filling> fillings(sites.stages.size());
    for (const Mover &mover : movers.households) {
        if (mover.counted && mover.site != Sites::k_none) {
            ++fillings[mover.site].planned;
            fillings[mover.site].there += hasMovedIn(mover.stage) ? 1 : 0;
        }
    }
    static const LifeCycle cycle = siteCycle();
    OverlayFeatures features{sites.layer, {}, {}};
    for (std::size_t row = 0; row < sites.stages.size(); ++row) {
        const SiteStage stage = sites.stages[row];
        features.classes.push_back(stage == SiteStage::Cancelled ? OverlayFeatures::k_noClass : siteClass(stage));
        const Text word = stage == SiteStage::None ? Text{u"状态不明"_s, u"status unknown"_s}
                                                   : cycle.statuses[static_cast<std::size_t>(stage) - 1].name;
        features.reasons.push_back(Text{u"%1；列入 %2 户，已入住 %3 户"_s, u"%1; %2 households listed, %3 live there"_s}
                                       .toString()
                                       .arg(word.toString())
                                       .arg(fillings[row].planned)
                                       .arg(fillings[row].there));
    }
    return features;
}

OverlayFeatures homesteadFeatures(const Homesteads &homesteads)
{
    static const LifeCycle cycle = homesteadCycle();
    OverlayFeatures features{homesteads.layer, {}, {}};
    for (std::size_t row = 0; row < homesteads.stages.size(); ++row) {
        features.classes.push_back(homesteadClass(homesteads, row));
        const auto stage = static_cast<std::size_t>(homesteads.stages[row]);
        features.reasons.push_back((stage == 0 ? Text{u"没有记录，按未腾退"_s, u"nothing recorded: taken as kept"_s}
                                               : cycle.statuses[stage - 1].name)
                                       .toString());
    }
    return features;
}

OverlayFeatures settlementFeatures(const Withdrawals &withdrawals)
{
    OverlayFeatures features{withdrawals.layer, {}, {}};
    for (std::size_t row = 0; row < withdrawals.leaving.size(); ++row) {
        features.classes.push_back(settlementClass(withdrawals, row));
        features.reasons.push_back(
            Text{u"已搬走 %1 户，还有 %2 户；撤并%3"_s, u"%1 households moved, %2 still there; withdrawal %3"_s}
                .toString()
                .arg(withdrawals.moved[row])
                .arg(withdrawals.stillThere[row])
                .arg((withdrawals.leaving[row] == Leaving::Withdrawn ? Text{u"已批复"_s, u"approved"_s}
                                                                     : Text{u"未完成"_s, u"not complete"_s})
                         .toString()));
    }
    return features;
}

OverlayFeatures flowFeatures(const Flows &flows)
{
    OverlayFeatures features{flows.layer, {}, {}};
    for (const Flow &flow : flows.flows) {
        features.classes.push_back(flow.moved == flow.households ? FlowMoved : FlowPlanned);
        features.reasons.push_back(Text{u"%1 户 %2 人，已入住 %3 户"_s, u"%1 households, %2 persons, %3 moved in"_s}
                                       .toString()
                                       .arg(flow.households)
                                       .arg(flow.persons)
                                       .arg(flow.moved));
    }
    return features;
}

Result<std::vector<OverlayFeatures>> classify(const OverlayInput &input, const JobContext &job)
{
    const auto movers = readMovers(input.project, input.asOf, HomeFinder::householdFields(), job);
    if (!movers) {
        return movers.error();
    }
    const auto withdrawals = readWithdrawals(input.project, *movers, input.asOf, {}, job);
    if (!withdrawals) {
        return withdrawals.error();
    }
    const auto homesteads = readHomesteads(input.project, input.asOf, {}, job);
    if (!homesteads) {
        return homesteads.error();
    }
    std::vector<OverlayFeatures> all;
    all.push_back(flowFeatures(flowsOf(*movers, *withdrawals)));
    all.push_back(settlementFeatures(*withdrawals));
    all.push_back(homesteadFeatures(*homesteads));
    all.push_back(siteFeatures(*movers));
    return all;
}

} // namespace

void addOverlays(Registry &draft)
{
    Overlay progress;
    progress.id = u"relocation.progress"_s;
    progress.programme = id(k_programme);
    progress.name = {u"搬迁进度"_s, u"How far the move is"_s};
    progress.help = {u"安置点建到哪一步，谁从哪里搬到哪里，哪些自然村还有人，旧宅基地是否腾退复垦。"_s,
                     u"How far the sites are, who moves from where to where, where people are still left, and whether "
                     u"the old homesteads are given back."_s};
    progress.classes = classes();
    progress.classify = classify;
    draft.overlays.push_back(progress);
}

} // namespace cuntu::relocation
