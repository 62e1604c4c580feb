// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/height_grid.h"
#include "plugins/water/pipe_network.h"
#include "plugins/water/plan_request.h"
#include "plugins/water/survey.h"

namespace cuntu::water {

/// Works that could give more water, or a source that works could be built at.
struct SystemSite {
    std::uint32_t works = k_noIndex;  ///< row of layer water_sources; or:
    std::uint32_t intake = k_noIndex; ///< row of layer water_intakes
    QString code;
    QString name;
    Mode mode = Mode::Unknown;
    bool isThere = false;    ///< in service; else it is built, or repaired
    bool isBroken = false;   ///< to be repaired
    Point position;          ///< in the project's CRS; not-a-number: unknown
    double height_m = 0;     ///< of the water; not-a-number: unknown
    double capacity_m3d = 0; ///< design capacity, at most what the sources yield; not-a-number: unknown
    double yield_m3d = 0;    ///< of its sources; not-a-number: unknown
    double persons = 0;      ///< served now
    double now_m3d = 0;      ///< demand of them on the largest day
    double target_m3d = 0;   ///< the same in the target year
    double opening_yuan = 0;

    /// What it can still give in the target year; 0 where the capacity is not known.
    double spare_m3d() const;
};

/// Fields of works and of sources that sitesOf() needs.
QStringList siteFields();

/// Every works that is not dispersed, and every source that names none; those that were cancelled are left out.
/// @p survey with siteFields() of the works loaded. Errors of reading.
Result<std::vector<SystemSite>> sitesOf(const ProjectSnapshot &project, const Survey &survey,
                                        const SupplyRequest &request, const JobContext &job);

/// Heights from a terrain model, else from the tables.
class Heights {
public:
    /// @p file empty: no model. What readHeights() reports.
    static Result<Heights> read(const QString &file, const Crs &crs, const Box &window);

    /// The model's height at @p position in the project's CRS, else @p stated; not-a-number where neither is known.
    double at(Point position, double stated) const;

private:
    std::optional<HeightGrid> m_grid;
    std::optional<CrsTransform> m_toGrid;
};

/// The mains that are there, as lines in @p plane; their owner is a number among @p sites. Those whose works are not in
/// service are left out. Errors of reading.
Result<std::vector<PipeLine>> mainsOf(const ProjectSnapshot &project, const std::vector<SystemSite> &sites, Day day,
                                      const MetrePlane &plane, const JobContext &job);

/// The parts of the features of @p layer as lines in @p plane, without an owner.
std::vector<PipeLine> linesOf(const LayerSnapshot &layer, const MetrePlane &plane);

} // namespace cuntu::water
