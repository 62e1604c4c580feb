// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/roads/road_stations.h"

using namespace Qt::Literals::StringLiterals;

namespace cuntu::roads {

Result<RoadStations> RoadStations::create(const LayerSnapshot &roads)
{
    if (!roads.crs().isValid()) {
        return RoadStations(roads, std::nullopt);
    }
    auto geodesic = Geodesic::create(roads.crs());
    return geodesic ? Result<RoadStations>(RoadStations(roads, std::move(*geodesic)))
                    : Result<RoadStations>(geodesic.error());
}

Stationing RoadStations::of(std::uint32_t row) const
{
    const Column *reported = m_roads->column(u"length_km"_s);
    return Stationing(m_roads->geometry().geometry(row), m_geodesic ? &*m_geodesic : nullptr,
                      reported == nullptr ? 0 : reported->number(row));
}

} // namespace cuntu::roads
