// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/geo/stationing.h"
#include "core/snapshot/layer_snapshot.h"

#include <optional>

namespace cuntu::roads {

/// Makes stationings of roads. Holds the geodesic of their CRS; without a CRS positions are in metres.
class RoadStations {
public:
    /// UnknownCrs.
    static Result<RoadStations> create(const LayerSnapshot &roads);
    /// Of segment @p row, scaled to its reported length where layer roads has length_km loaded.
    Stationing of(std::uint32_t row) const;

private:
    RoadStations(const LayerSnapshot &roads, std::optional<Geodesic> geodesic)
        : m_roads(&roads), m_geodesic(std::move(geodesic))
    {
    }

    const LayerSnapshot *m_roads;
    std::optional<Geodesic> m_geodesic;
};

} // namespace cuntu::roads
