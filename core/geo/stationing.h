// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/geo/geodesic.h"
#include "core/geo/geometry.h"

namespace cuntu {

/// Stations along a line (linear referencing): how far each place is from the line's beginning.
///
///     drawn   ●────────────●─────────●      vertices, lengths on the ellipsoid
///     stations K0+000   K0+480     K0+800   the drawn lengths, stretched evenly to the reported 0.8 km
///
/// Stations run in the direction in which the line is drawn, through its parts in their order; the gap between two
/// parts has no length. Where the length of the line is known from elsewhere (surveyed, in the register), the drawn one
/// is stretched evenly to it, so that the last station is the reported length: a drawing of a few vertices is shorter
/// than what it shows, and posts on the ground count what is there. Immutable; any thread.
class CUNTU_CORE_EXPORT Stationing {
public:
    /// A place of a line between two of its points.
    struct Place {
        std::size_t point = 0; ///< of Geometry::points: the place lies behind it
        double share = 0;      ///< of the way to the next point, 0..1
    };

    /// Of @p line, in the CRS of @p geodesic; null: positions are in metres in a plane. @p length_km: last station; not
    /// above 0, or not-a-number: as drawn.
    Stationing(Geometry line, const Geodesic *geodesic, double length_km);

    /// The last station; 0 for a line without length.
    double length_km() const { return m_length_km; }
    /// Where @p station is; before the beginning or behind the end: the beginning, the end.
    Place placeAt(double station_km) const;
    Point pointAt(double station_km) const;
    /// The station of a place of the line.
    double stationAt(const Place &place) const;
    /// The part of the line between two stations, of several parts where the line has them. Empty where @p from is not
    /// less than @p to.
    Geometry cut(double from_km, double to_km) const;
    /// The station nearest to @p position, which is in the CRS of the line (longitudes count less towards the poles).
    /// O(points).
    double stationNear(Point position) const;

private:
    double stationOf(std::size_t point) const { return m_stations_km[point]; }

    Geometry m_line;
    std::vector<double> m_stations_km; ///< per point
    double m_length_km = 0;
    bool m_geographic = false;
};

} // namespace cuntu
