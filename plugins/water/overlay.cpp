// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plugin/bar_features.h"
#include "plugins/water/declare.h"
#include "plugins/water/reasons.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace cuntu::water {

namespace {

/// Numbers of the classes of water.coverage, in the order of coverageClasses().
enum Coverage : std::uint8_t {
    Urban,
    Large,
    Small,
    Dispersed,
    Gap,
    NotCounted,
    LoadFits,
    LoadHigh,
    LoadOver,
    LoadFarOver,
    Idle,
    LoadFrame
};
/// Likewise of water.rating.
enum Safety : std::uint8_t { Safe, BasicSafe, Unsafe, Untested, Unsupplied, Outside };

constexpr double k_highLoad = 0.9; ///< of the design capacity, from which on works are shown as nearly full
constexpr double k_farOver = 1.2;  ///< likewise as far over it

/// Okabe & Ito's colours; what is missing is also told apart by its marking.
std::vector<OverlayClass> coverageClasses()
{
    return {
        {u"urban"_s, {u"城镇管网延伸"_s, u"urban network"_s}, 0x0072B2, Marking::Plain},
        {u"large"_s, {u"规模化集中"_s, u"large works"_s}, 0x56B4E9, Marking::Plain},
        {u"small"_s, {u"小型集中"_s, u"small works"_s}, 0x009E73, Marking::Plain},
        {u"dispersed"_s, {u"分散供水"_s, u"dispersed"_s}, 0xE69F00, Marking::Hatched},
        {u"gap"_s, {u"未供水"_s, u"no supply"_s}, 0xD55E00, Marking::Crossed},
        {u"not_counted"_s, {u"不计入"_s, u"not counted"_s}, 0x999999, Marking::Hollow},
        {u"load_fits"_s, {u"工程：负荷正常"_s, u"works: load fits"_s}, 0x117733, Marking::Plain},
        {u"load_high"_s, {u"工程：接近满负荷"_s, u"works: nearly full"_s}, 0xF0E442, Marking::Hatched},
        {u"load_over"_s, {u"工程：超负荷"_s, u"works: over capacity"_s}, 0xCC79A7, Marking::Crossed},
        {u"load_far_over"_s, {u"工程：超负荷 120% 以上"_s, u"works: over 120 %"_s}, 0x882255, Marking::Crossed},
        {u"idle"_s, {u"工程：未供水"_s, u"works: not in service"_s}, 0x555555, Marking::Hollow},
        {u"load_frame"_s,
         {u"负荷柱的框：设计能力"_s, u"frame of a bar: the design capacity"_s},
         0x333333,
         Marking::Hollow},
    };
}

std::vector<OverlayClass> ratingClasses()
{
    return {
        {u"safe"_s, {u"饮水安全"_s, u"safe"_s}, 0x009E73, Marking::Plain},
        {u"basic_safe"_s, {u"基本安全"_s, u"basically safe"_s}, 0x56B4E9, Marking::Plain},
        {u"unsafe"_s, {u"不安全"_s, u"not safe"_s}, 0xD55E00, Marking::Crossed},
        {u"untested"_s, {u"未检测或不明"_s, u"untested or unknown"_s}, 0xE69F00, Marking::Hatched},
        {u"unsupplied"_s, {u"未供水"_s, u"no supply"_s}, 0xCC79A7, Marking::Dashed},
        {u"not_counted"_s, {u"不计入"_s, u"not counted"_s}, 0x999999, Marking::Hollow},
    };
}

std::uint8_t coverageClass(const Survey &survey, std::size_t row)
{
    const Place &place = survey.places[row];
    if (!place.counted) {
        return NotCounted;
    }
    const Part *largest = nullptr;
    for (std::uint32_t k = place.firstPart; k < place.endPart; ++k) {
        const Part &part = survey.parts[k];
        if (part.supply.isSupplied() && part.share > 0 && (largest == nullptr || part.share > largest->share)) {
            largest = &part;
        }
    }
    if (largest == nullptr) {
        return Gap;
    }
    static constexpr Coverage of[]{Gap, Urban, Large, Small, Dispersed, Gap}; // by Mode
    return of[static_cast<int>(largest->supply.mode)];
}

/// The worst of the parts, by people's own order: not safe before untested.
std::uint8_t ratingClass(const Survey &survey, std::size_t row)
{
    const Place &place = survey.places[row];
    switch (place.service) {
    case Service::Safe:
        return place.counted ? Safe : Outside;
    case Service::BasicSafe:
        return place.counted ? BasicSafe : Outside;
    case Service::Unsafe:
        return place.counted ? Unsafe : Outside;
    default:
        break;
    }
    if (!place.counted) {
        return Outside;
    }
    int worst = -1;
    for (std::uint32_t k = place.firstPart; k < place.endPart; ++k) {
        if (survey.parts[k].share > 0) {
            static constexpr Safety of[]{Unsafe, BasicSafe, Safe, Untested}; // by Rating
            const Safety safety = of[static_cast<int>(survey.parts[k].ratings.overall())];
            const auto order = [](int s) { return s == Unsafe ? 10 : s; };
            worst = order(safety) > order(worst) ? safety : worst;
        }
    }
    return worst < 0 ? static_cast<std::uint8_t>(Unsupplied) : static_cast<std::uint8_t>(worst);
}

Coverage loadClass(const Load &load)
{
    if (load.share > k_farOver) {
        return LoadFarOver;
    }
    const bool over = load.share > 1 || load.crowding > k_mostCrowding;
    return over ? LoadOver : load.share > k_highLoad ? LoadHigh : LoadFits;
}

OverlayFeatures loads(const Survey &survey)
{
    OverlayFeatures features{survey.works.layer, {}, {}};
    for (std::size_t row = 0; row < survey.works.layer->size(); ++row) {
        const Load load = loadOf(*survey.works.layer, row);
        features.classes.push_back(survey.works.supplying[row] ? loadClass(load) : Idle);
        features.reasons.push_back(loadReason(survey, load, row));
    }
    return features;
}

/// A bar beside each works in service whose load is known, as @p works, what loads() says, has it; full where all that
/// it can give is used.
OverlayFeatures loadBars(const Survey &survey, const OverlayFeatures &works)
{
    const LayerSnapshot &layer = *survey.works.layer;
    BarFeatures bars(LoadFrame);
    for (std::size_t row = 0; row < layer.size(); ++row) {
        if (works.classes[row] != Idle) {
            bars.add(layer, row, loadOf(layer, row).share, works.classes[row], works.reasons[row]);
        }
    }
    return bars.laidOut(u"water_load_bars"_s, {u"供水工程负荷"_s, u"Load of water works"_s}, id(k_programme), layer);
}

Result<std::vector<OverlayFeatures>> classify(const OverlayInput &input, const JobContext &job, bool rated)
{
    const auto found =
        survey(input.project, Rule::from(input.parameters), input.asOf, job, {}, loadFields() + QStringList{u"name"_s});
    if (!found) {
        return found.error();
    }
    OverlayFeatures places{found->layer, {}, {}};
    for (std::size_t row = 0; row < found->places.size(); ++row) {
        places.classes.push_back(rated ? ratingClass(*found, row) : coverageClass(*found, row));
        places.reasons.push_back(rated ? ratingReason(*found, row) : supplyReason(*found, row));
    }
    std::vector<OverlayFeatures> all;
    all.push_back(std::move(places));
    if (!rated) {
        all.push_back(loads(*found));
        all.push_back(loadBars(*found, all.back()));
    }
    return all;
}

} // namespace

void addOverlays(Registry &draft)
{
    Overlay coverage;
    coverage.id = u"water.coverage"_s;
    coverage.programme = id(k_programme);
    coverage.name = {u"供水覆盖"_s, u"Water supply"_s};
    coverage.help = {u"自然村由哪种供水方式供水，哪些还没有供水，各供水工程的负荷：旁边的柱与框等高为满负荷。"_s,
                     u"How each settlement is supplied, which are not, and the load of the works: the bar beside them "
                     u"is as high as its frame at full load."_s};
    coverage.classes = coverageClasses();
    coverage.parameters = Rule::parameters();
    coverage.classify = [](const OverlayInput &input, const JobContext &job) { return classify(input, job, false); };
    draft.overlays.push_back(coverage);

    Overlay rating;
    rating.id = u"water.rating"_s;
    rating.programme = id(k_programme);
    rating.name = {u"饮水安全评价"_s, u"Safety of water"_s};
    rating.help = {u"按评价标准，哪些自然村饮水安全、基本安全、不安全，哪些未检测。"_s,
                   u"By the rule set, where water is safe, basically safe, not safe, or was never tested."_s};
    rating.classes = ratingClasses();
    rating.parameters = Rule::parameters();
    rating.classify = [](const OverlayInput &input, const JobContext &job) { return classify(input, job, true); };
    draft.overlays.push_back(rating);
}

} // namespace cuntu::water
