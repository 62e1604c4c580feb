// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plugins/water/supply_systems.h"

namespace cuntu::water {

/// How the ground that works serve is known.
enum class AreaKind : std::uint8_t {
    Drawn, ///< outlines of layer water_service_areas
    Mains, ///< around the mains, as far as the head carries
    Lists, ///< the villages and settlements that the works list
};

/// How far works serve around their mains.
struct MainsReach {
    double aside_m = 500;
    double along_m = 1e9;     ///< along the mains from the works
    double residual_m = 12;   ///< head that is left at the settlement
    double friction_m_km = 5; ///< head that a kilometre takes
    bool byHead = true;       ///< settlements that are too high for the works are not served
};

/// The ground that one works serves, and who is in it.
struct ServiceArea {
    std::uint32_t works = k_noIndex; ///< row; none: the outline names works that are not there
    QString name;
    Geometry outline;                       ///< in the project's CRS; empty: nothing is drawn for it
    std::vector<std::uint32_t> settlements; ///< rows inside, ascending
    double persons = 0;                     ///< of them
    std::uint32_t tooHigh = 0;              ///< settlements inside that the head does not reach
};

/// The areas of the works in service of @p survey, which is of the settlements, with siteFields() of the works and
/// elevation_m of the settlements loaded. A settlement is inside where its position is, borders included. @p heights
/// go before those of the tables. Errors of reading and of GEOS, cancelled.
Result<std::vector<ServiceArea>> serviceAreas(const ProjectSnapshot &project, const Survey &survey, AreaKind kind,
                                              const MainsReach &reach, const QString &terrain, const JobContext &job);

} // namespace cuntu::water
