// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snapshot/known_columns.h"
#include "plugins/roads/declare.h"
#include "plugins/roads/reasons.h"
#include "plugins/roads/stretches.h"

#include <array>

using namespace Qt::Literals::StringLiterals;

namespace cuntu::roads {

namespace {

/// Numbers of the classes, in the order of classes().
enum Class : std::uint8_t { Done, Unaccepted, Building, Planned, Left, NotCounted };

/// Okabe & Ito's colours; the raw network thin and grey beneath the hardened one.
std::vector<OverlayClass> classes()
{
    return {
        {u"done"_s, {u"已完成（硬化并验收）"_s, u"done: hardened and accepted"_s}, 0x009E73, Marking::Plain},
        {u"unaccepted"_s, {u"已硬化，未验收"_s, u"hardened, not accepted"_s}, 0x56B4E9, Marking::Plain},
        {u"building"_s, {u"在建"_s, u"under construction"_s}, 0xE69F00, Marking::Hatched},
        {u"planned"_s, {u"计划"_s, u"planned"_s}, 0xCC79A7, Marking::Dashed},
        {u"left"_s, {u"未列入"_s, u"left"_s}, 0xD55E00, Marking::Crossed},
        {u"not_counted"_s, {u"不计入"_s, u"not counted"_s}, 0x999999, Marking::Hollow},
    };
}

/// How far the works are where a segment or a stretch has this state and its status counts as that.
std::uint8_t worksClass(SegmentState state, bool hasStatus, StatusClass countsAs)
{
    if (state == SegmentState::Usable) {
        return Done;
    }
    if (hasStatus && countsAs == StatusClass::Removed) {
        return NotCounted;
    }
    if (hasStatus && countsAs == StatusClass::Plan) {
        return Planned;
    }
    const bool started = countsAs == StatusClass::Started || countsAs == StatusClass::Halted;
    if (hasStatus && (started || (countsAs == StatusClass::Finished && !isHardened(state)))) {
        return Building;
    }
    return isHardened(state) && !needsWork(state) ? Unaccepted : Left;
}

/// Roads inside villages, to houses and fields are works of their own.
bool isAccessRoad(std::string_view adminClass)
{
    static constexpr std::array<std::string_view, 3> others{"INNER", "ENTRY", "FIELD"};
    return std::find(others.begin(), others.end(), adminClass) == others.end();
}

OverlayFeatures roadFeatures(const Immutable<LayerSnapshot> &roads, const Segments &segments)
{
    OverlayFeatures features{roads, {}, {}};
    const Column *classColumn = roads->column(u"admin_class"_s);
    for (std::size_t row = 0; row < roads->size(); ++row) {
        features.classes.push_back(
            isAccessRoad(textAt(classColumn, row))
                ? worksClass(segments.states[row], segments.hasStatus[row], segments.statusClasses[row])
                : std::uint8_t{NotCounted});
        features.reasons.push_back(stateText(segments.states[row]).toString());
    }
    return features;
}

Result<std::vector<OverlayFeatures>> classify(const OverlayInput &input, const JobContext &job)
{
    const Rule rule = Rule::from(input.parameters);
    const auto roads = input.project.layer(id(k_roads), stretchedRoadFields(), job);
    const auto stretches = roads ? stretchesOn(input.project, **roads, rule, input.asOf, job)
                                 : Result<std::vector<StretchState>>(roads.error());
    if (!stretches) {
        return stretches.error();
    }
    std::vector<OverlayFeatures> all{
        roadFeatures(*roads, judgeSegments(**roads, input.project.ledger(), input.asOf, rule))};
    if (!stretches->empty()) {
        const auto layer = input.project.layer(id(k_stretches), {}, job);
        if (!layer) {
            return layer.error();
        }
        OverlayFeatures features{*layer, {}, {}};
        features.classes.assign((*layer)->size(), OverlayFeatures::k_noClass);
        features.reasons.resize((*layer)->size());
        for (const StretchState &stretch : *stretches) {
            features.classes[stretch.row] = worksClass(stretch.state, true, stretch.statusClass);
            features.reasons[stretch.row] = stateText(stretch.state).toString();
        }
        all.push_back(std::move(features));
    }
    return all;
}

} // namespace

void addWorksOverlay(Registry &draft)
{
    Overlay overlay;
    overlay.id = u"roads.works"_s;
    overlay.programme = id(k_programme);
    overlay.name = {u"路网硬化与建设"_s, u"Hardened network and works"_s};
    overlay.help = {
        u"硬化路网叠加在全部路网之上：已完成、已硬化未验收、在建、计划、未列入、不计入；有桩号区间的按区间。"_s,
        u"The hardened network over the whole one: done, hardened but not accepted, under construction, "
        u"planned, left, not counted; by stretches where there are any."_s};
    overlay.classes = classes();
    overlay.parameters = Rule::parameters();
    overlay.classify = classify;
    draft.overlays.push_back(overlay);
}

} // namespace cuntu::roads
