// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/algorithm/algorithm.h"
#include "plugins/photovoltaic/siting.h"

namespace cuntu::photovoltaic {

/// What stands around a place where an array may stand: houses, the grid, kinds of land, roofs. Layers of the project,
/// all but the settlements optional. Immutable once made; any thread.
class Surroundings {
public:
    /// grid_layer, grid_kw_field, land_layer, land_field, land_excluded, building_layer, roof_share, roof_m2_per_kw.
    static std::vector<Parameter> parameters();
    /// NotFound for a layer or field that is not there, Invalid for a land layer without the field that says its kind.
    static Result<Surroundings> read(const AlgorithmInput &input, const JobContext &job);

    /// To the nearest building or settlement, in units of the project's CRS; infinite beyond @p limit.
    double house_m(Point position, double limit) const;
    /// The nearest point of a building or settlement; empty beyond @p limit.
    std::optional<Point> house(Point position, double limit) const;
    /// The nearest point of the grid, lines included, and how much it can take (infinite: not known).
    struct GridPoint {
        Point position;
        double line_m = 0;
        double free_kW = 0;
    };
    /// Empty: no grid is given.
    std::optional<GridPoint> grid(Point position) const;
    /// True on land of a kind that must not be built on.
    bool isExcluded(Point position) const;
    /// Roofs of a village as one place: at the largest, for as much as all can carry; empty where there are none.
    std::optional<Site> roofsIn(const Geometry &village, const Box &box) const;

    /// Outlines of buildings, lines and points of the grid, kinds of land; empty: not given.
    const std::optional<Immutable<LayerSnapshot>> &buildings() const { return m_buildings; }
    const std::optional<Immutable<LayerSnapshot>> &gridLayer() const { return m_grid; }
    const std::optional<Immutable<LayerSnapshot>> &land() const { return m_land; }
    /// Which rows of land() are of a kind that @p words name: one that holds any of them.
    std::vector<bool> landOfKinds(const QString &words) const;

private:
    Immutable<LayerSnapshot> m_settlements;
    std::optional<Immutable<LayerSnapshot>> m_buildings;
    std::optional<Immutable<LayerSnapshot>> m_grid;
    std::optional<Immutable<LayerSnapshot>> m_land;
    QString m_gridField;
    QString m_landField;
    std::vector<bool> m_excluded; ///< by row of the land
    double m_roofShare = 0;
    double m_roofM2PerKw = 1;
};

/// The layer that @p parameter names; empty where it names none. Errors of the project's.
Result<std::optional<Immutable<LayerSnapshot>>> optionalLayer(const AlgorithmInput &input, const QString &parameter,
                                                              const QStringList &fields, const JobContext &job);

/// Planar area of a polygon, holes taken off.
double planarArea(const Geometry &polygon);

} // namespace cuntu::photovoltaic
