// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/relocation/flows.h"

#include "core/snapshot/home_finder.h"
#include "core/snapshot/made_layer.h"

#include <cmath>
#include <map>

using namespace Qt::Literals::StringLiterals;

namespace cuntu::relocation {

namespace {

bool isThere(Point position)
{
    return std::isfinite(position.x) && std::isfinite(position.y);
}

Immutable<LayerSnapshot> layOut(const std::vector<Flow> &flows, const LayerSnapshot &settlements,
                                const LayerSnapshot &sites)
{
    LayerSchema schema;
    schema.id = u"relocation_flows"_s;
    schema.name = {u"搬迁流向"_s, u"Who moves where"_s};
    schema.geometry = GeometryType::Line;
    schema.programme = id(k_programme);
    std::vector<Geometry> lines;
    for (const Flow &flow : flows) {
        Geometry line;
        line.type = GeometryType::Line;
        const Point ends[]{settlements.geometry().firstPoint(flow.settlement), sites.geometry().firstPoint(flow.site)};
        line.addPart(ends);
        lines.push_back(std::move(line));
    }
    return madeLayer(std::move(schema), lines, settlements);
}

} // namespace

Flows flowsOf(const Movers &movers, const Withdrawals &withdrawals)
{
    const LayerSnapshot &settlements = *withdrawals.layer;
    const LayerSnapshot &sites = *movers.sites.layer;
    std::map<std::pair<std::uint32_t, std::uint32_t>, Flow> flows;
    for (std::size_t row = 0; row < movers.households.size(); ++row) {
        const Mover &mover = movers.households[row];
        if (!mover.counted || mover.site == Sites::k_none) {
            continue;
        }
        const std::uint32_t home = (*withdrawals.homes)[row];
        if (home == HomeFinder::k_nowhere || !isThere(settlements.geometry().firstPoint(home)) ||
            !isThere(sites.geometry().firstPoint(mover.site))) {
            continue;
        }
        Flow &flow = flows[std::pair(home, mover.site)];
        flow.settlement = home;
        flow.site = mover.site;
        ++flow.households;
        flow.moved += hasMovedIn(mover.stage) ? 1 : 0;
        flow.persons += mover.persons;
    }
    Flows made;
    for (const auto &[ends, flow] : flows) {
        made.flows.push_back(flow);
    }
    made.layer = layOut(made.flows, settlements, sites);
    return made;
}

} // namespace cuntu::relocation
