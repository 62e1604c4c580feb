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

/// An interval of a road's stations and the stretch that counts in it.
struct Interval {
    double from_km = 0;
    double to_km = 0;
    std::uint32_t stretch = 0; ///< place in the vector of StretchState
};

/// The intervals of one road in which @p stretches [first, last), of that road and the later behind the earlier,
/// count, by station: where several overlap, the last one does. Those next to each other are kept apart.
std::vector<Interval> intervalsOf(const std::vector<StretchState> &stretches, std::size_t first, std::size_t last);

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

/// Cuts the lines of @p plane where the state of a road changes along the way: each line has one state then. Lines of
/// roads without stretches stay as they are, and without any stretch nothing is done. UnknownCrs.
Result<void> cutAtStretches(Plane &plane, const LayerSnapshot &roads, const std::vector<StretchState> &stretches);

} // namespace cuntu::roads
