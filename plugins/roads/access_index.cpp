// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/algorithm/parameter_makers.h"
#include "core/snapshot/known_columns.h"
#include "plugins/roads/distance.h"
#include "plugins/roads/indicator_parts.h"
#include "plugins/roads/segments.h"
#include "plugins/roads/surfaces.h"

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace cuntu::roads {

namespace {

/// Roads that can be driven all year: hardened ones that are accepted, or of which nothing is said about works; gravel
/// in good condition. None that is not passable or damaged.
std::vector<bool> allSeasonRoads(const LayerSnapshot &roads, const LedgerView &ledger, Day day)
{
    const Segments segments = judgeSegments(roads, ledger, day, Rule());
    const Column *surface = roads.column(u"surface_type"_s);
    const Column *condition = roads.column(u"condition"_s);
    const Column *passable = roads.column(u"passable"_s);
    const Column *accepted = roads.column(u"accepted_on"_s);
    std::vector<bool> used(roads.size());
    for (std::size_t row = 0; row < used.size(); ++row) {
        const SegmentState state = segments.states[row];
        const bool unmarked = state == SegmentState::AcceptanceUnknown && std::isnan(numberAt(accepted, row));
        const bool gravel =
            isGravelSurface(textAt(surface, row)) && textAt(condition, row) == "GOOD" && numberAt(passable, row) != 0;
        used[row] = state == SegmentState::Usable || unmarked || gravel;
    }
    return used;
}

/// Who lives where: the households where there is one with a position and members, else the settlements.
struct People {
    Immutable<LayerSnapshot> layer;
    const Column *persons = nullptr;

    bool counts(std::size_t row) const
    {
        const Point at = layer->geometry().firstPoint(row);
        return numberAt(persons, row) > 0 && std::isfinite(at.x) && std::isfinite(at.y);
    }
    bool anyCounts() const
    {
        for (std::size_t row = 0; row < layer->size(); ++row) {
            if (counts(row)) {
                return true;
            }
        }
        return false;
    }
};

Result<People> peopleOf(const ProjectSnapshot &project, const JobContext &job)
{
    auto households = layerWith(project, id(k_households), {u"village_code"_s, u"members"_s}, job);
    if (!households) {
        return households.error();
    }
    const People people{*households, (*households)->column(u"members"_s)};
    if (people.anyCounts()) {
        return people;
    }
    auto settlements = layerWith(project, id(k_settlements), {u"village_code"_s, u"pop_registered"_s}, job);
    if (!settlements) {
        return settlements.error();
    }
    return People{*settlements, (*settlements)->column(u"pop_registered"_s)};
}

Result<IndicatorSet> evaluate(const IndicatorInput &input, const JobContext &job)
{
    const auto people = peopleOf(input.project, job);
    if (!people) {
        return people.error();
    }
    const auto roads = layerWith(input.project, id(k_roads), segmentFields() + QStringList{u"condition"_s}, job);
    if (!roads) {
        return roads.error();
    }
    const auto nearest =
        nearestRoads(**roads, allSeasonRoads(**roads, input.project.ledger(), input.asOf), *people->layer, job);
    if (!nearest) {
        return nearest.error();
    }
    const double reach_m = input.parameters.number(u"reach_m"_s);
    IndicatorSet set{people->layer, {}};
    for (std::uint32_t row = 0; row < people->layer->size(); ++row) {
        if (people->counts(row)) {
            const double persons = people->persons->number(row);
            set.items.push_back({row, (*nearest)[row].distance <= reach_m ? persons : 0, persons});
        }
    }
    return set;
}

} // namespace

void addAccessIndex(Registry &draft)
{
    Indicator index = ratioIndicator(
        u"rai"_s, {u"农村道路可达指数（补充）"_s, u"Rural access index (supplementary)"_s},
        {u"居住在全天候道路 2 公里直线距离以内的农村人口比例（SDG 9.1.1）。仅作补充，不能代替官方完成率。"
         u"全天候道路：已硬化且已验收或没有工程记录的路段，以及路况优良的砂石路；不能通行或损毁的除外。"
         u"人口按农户图层的家庭人口（有坐标和人口的农户）；没有这样的农户时按自然村户籍人口。"_s,
         u"Share of the rural persons within 2 km, in a straight line, of a road that can be driven all year (SDG "
         u"9.1.1). Supplementary: it never stands for the official rate. Such roads are hardened ones that are "
         u"accepted or of which no works are recorded, and gravel ones in good condition, unless not passable or "
         u"damaged. Persons are the members of the households that have a position and a number of members; where "
         u"there are none, the registered persons of the settlements."_s},
        u"人"_s);
    index.source = u"DOMAIN B.1, SDG 9.1.1"_s;
    index.parameters = {
        numberParameter(u"reach_m"_s, {u"距离"_s, u"Within"_s},
                        {u"到全天候道路的直线距离上限。"_s, u"Greatest straight distance from an all-season road."_s},
                        u"m"_s, 100, 20000, 2000)};
    index.evaluate = evaluate;
    draft.indicators.push_back(std::move(index));
}

} // namespace cuntu::roads
