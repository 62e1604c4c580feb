// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/geo/stationing.h"
#include "core/snapshot/project_snapshot.h"
#include "plugins/roads/plane.h"
#include "plugins/roads/segments.h"

namespace cuntu::roads {

/// judgeStretches() for all stretches of @p project; nothing is loaded where there are none. @p roads with
/// stretchedRoadFields() loaded. What loading reports.
Result<std::vector<StretchState>> stretchesOn(const ProjectSnapshot &project, const LayerSnapshot &roads,
                                              const Rule &rule, Day day, const JobContext &job);

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

/// Where a road is cut, in km: from where to where one of its stretches goes, whatever is said of it.
struct StretchBounds {
    std::uint32_t road = 0; ///< row in layer roads
    double from_km = 0;
    double to_km = 0;
};

/// The bounds of all @p stretches, by road. @p stretches with stretchFields() loaded, @p roads with route_code; those
/// that fit no road are left out.
std::vector<StretchBounds> boundsOf(const LayerSnapshot &stretches, const LayerSnapshot &roads);

/// Cuts the lines of @p plane at @p bounds, so that each has one state on any day. Lines of roads without stretches
/// stay as they are, and without any nothing is done. UnknownCrs.
Result<void> cutAtStretches(Plane &plane, const LayerSnapshot &roads, const std::vector<StretchBounds> &bounds);

/// Per line of @p plane the place in @p stretches of the stretch whose state it has, k_noIndex: it has its road's. Of
/// several over it the last counts. Empty where no line was cut.
std::vector<std::uint32_t> stretchesOfLines(const Plane &plane, const std::vector<StretchState> &stretches);

} // namespace cuntu::roads
