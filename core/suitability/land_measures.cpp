// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/suitability/land_measures.h"

#include "core/base/blocks.h"
#include "core/terrain/distance.h"
#include "core/terrain/relief.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace cuntu {

namespace {

using Measure = CriterionSpec::Measure;

Error failure(ErrorCode code, const QString &sentence, const QString &advice)
{
    return {code, sentence, {}, advice, {}, {}};
}

/// Measures one criterion after the other on the same grid; layers are burnt once.
class LandMeasurer {
public:
    LandMeasurer(const LandQuery &query, const ProjectSnapshot &project, const JobContext &job)
        : m_query(query), m_project(project), m_job(job)
    {
    }

    Result<Immutable<WeighedLand>> run();

private:
    Result<void> layGrid();
    Result<Box> windowOf() const;
    Result<void> checkCover();
    Result<void> add(const CriterionSpec &spec);
    Result<std::vector<float>> measure(const CriterionSpec &spec);
    Result<std::vector<float>> reach(const CriterionSpec &spec, const CellMask &there);
    Result<CellMask> cellsOf(const QString &layer, const QString &field, const QStringList &values);
    bool isMissing(const CriterionSpec &spec);
    void addCriterion(const CriterionSpec &spec, std::vector<float> measures);
    void addExclusion(const CriterionSpec &spec, std::vector<float> measures);

    const LandQuery &m_query;
    const ProjectSnapshot &m_project;
    const JobContext &m_job;
    HeightGrid m_heights;
    WeighedLand m_land;
};

Result<Box> LandMeasurer::windowOf() const
{
    if (m_query.area.isEmpty()) {
        return m_query.window;
    }
    const auto layer = m_project.layer(m_query.area, {}, m_job);
    if (!layer) {
        return layer.error();
    }
    const Box all = (*layer)->geometry().index.extent();
    if ((*layer)->geometry().type != GeometryType::Polygon || all.isEmpty()) {
        return failure(ErrorCode::Invalid, Core::tr("layer %1 has no polygons").arg(m_query.area),
                       Core::tr("Choose a layer of areas."));
    }
    return all;
}

Result<void> LandMeasurer::layGrid()
{
    const auto window = windowOf();
    if (!window) {
        return window.error();
    }
    Crs plane = m_project.crs();
    if (plane.isGeographic()) {
        plane = fittingCrs(window->centre(), window->width());
    }
    const double metres = m_project.crs().isGeographic() ? 111'320 : 1;
    const double cells = window->width() * window->height() * metres * metres / (m_query.cell_m * m_query.cell_m);
    constexpr double k_mostCells = 25e6;
    if (cells > k_mostCells) {
        return failure(
            ErrorCode::OutOfRange,
            Core::tr("the land has %1 million cells of %2 m").arg(cells / 1e6, 0, 'f', 0).arg(m_query.cell_m),
            Core::tr("Take cells of at least %1 m, or a smaller area.")
                .arg(std::ceil(m_query.cell_m * std::sqrt(cells / k_mostCells))));
    }
    auto heights = warpHeights(m_query.terrain, *window, m_project.crs(), plane, m_query.cell_m, m_job);
    if (!heights) {
        return heights.error();
    }
    m_heights = std::move(*heights);
    m_land.frame = frameOf(m_heights);
    return {};
}

/// Says how much land has no height; too much is an error.
Result<void> LandMeasurer::checkCover()
{
    CellMask land(m_land.frame.size(), 1);
    if (!m_query.area.isEmpty()) {
        auto inside = cellsOf(m_query.area, {}, {});
        if (!inside) {
            return inside.error();
        }
        land = *inside;
        WeighedExclusion outside{QStringLiteral("outside"),
                                 {QStringLiteral("范围之外"), QStringLiteral("Outside the area")},
                                 {},
                                 std::move(*inside),
                                 std::nullopt,
                                 false,
                                 {}};
        for (std::uint8_t &cell : outside.cells) {
            cell = cell != 0 ? 0 : 1;
        }
        m_land.exclusions.push_back(std::move(outside));
    }
    double all_km2 = 0;
    double unknown_km2 = 0;
    for (std::size_t cell = 0; cell < land.size(); ++cell) {
        const double area_km2 = land[cell] != 0 ? cellArea_m2(m_land.frame, m_land.frame.rowOf(cell)) / 1e6 : 0;
        all_km2 += area_km2;
        unknown_km2 += std::isnan(m_heights.heights_m[cell]) ? area_km2 : 0;
    }
    const QString missing = Core::tr("the terrain model has no heights for %1 of %2 km² (%3 %)")
                                .arg(unknown_km2, 0, 'f', 1)
                                .arg(all_km2, 0, 'f', 1)
                                .arg(100 * unknown_km2 / std::max(all_km2, 1e-9), 0, 'f', 1);
    if (unknown_km2 > m_query.mostUnknown * all_km2) {
        return failure(ErrorCode::OutOfRange, missing, Core::tr("Choose a terrain model that covers the area."));
    }
    if (unknown_km2 > 0) {
        m_land.notes << missing;
    }
    return {};
}

/// The cells in which features of a layer lie, those with one of @p values in @p field.
Result<CellMask> LandMeasurer::cellsOf(const QString &layer, const QString &field, const QStringList &values)
{
    const auto found = m_project.layer(layer, field.isEmpty() ? QStringList() : QStringList{field}, m_job);
    if (!found) {
        return found.error();
    }
    auto transform = CrsTransform::create((*found)->crs(), m_land.frame.crs);
    if (!transform) {
        return transform.error();
    }
    const Column *column = field.isEmpty() ? nullptr : (*found)->column(field);
    CellMask cells(m_land.frame.size());
    for (std::size_t row = 0; row < (*found)->size(); ++row) {
        if (m_job.isCancelled()) {
            return cancelledError();
        }
        if (column == nullptr || values.contains(column->display(row))) {
            Geometry geometry = (*found)->geometry().geometry(row);
            transform->apply(geometry.points);
            burn(geometry, m_land.frame, cells);
        }
    }
    return cells;
}

/// A layer that may be missing and is, or has nothing.
bool LandMeasurer::isMissing(const CriterionSpec &spec)
{
    if (!spec.mayBeMissing || spec.layer.isEmpty() || spec.measure == Measure::Raster) {
        return false;
    }
    if (m_project.layers().contains(spec.layer) && m_project.featureCount(spec.layer) > 0) {
        return false;
    }
    m_land.notes
        << Core::tr("%1 is left out: the project has nothing in layer %2").arg(spec.name.toString(), spec.layer);
    return true;
}

Result<std::vector<float>> LandMeasurer::reach(const CriterionSpec &spec, const CellMask &there)
{
    if (spec.measure == Measure::Distance) {
        auto distances = distanceToCells_m(m_land.frame, there, m_job);
        return distances ? Result<std::vector<float>>(std::move(distances->values)) : distances.error();
    }
    Walking walking = m_query.walking;
    if (spec.measure == Measure::Travel && !m_query.ways.isEmpty()) {
        const auto ways = cellsOf(m_query.ways, {}, {});
        if (!ways) {
            return ways.error();
        }
        for (const std::uint8_t cell : *ways) {
            walking.rideSpeeds_m_min.push_back(cell != 0 ? static_cast<float>(m_query.ride_km_h * 1000 / 60) : 0);
        }
    }
    auto minutes = travelTimesToCells(m_heights, markedCells(there), walking, m_job);
    return minutes ? Result<std::vector<float>>(std::move(minutes->values)) : minutes.error();
}

Result<std::vector<float>> LandMeasurer::measure(const CriterionSpec &spec)
{
    const auto valuesOf = [](Result<Grid> grid) {
        return grid ? Result<std::vector<float>>(std::move(grid->values)) : Result<std::vector<float>>(grid.error());
    };
    switch (spec.measure) {
    case Measure::Slope:
        return valuesOf(slope_deg(m_heights, m_job));
    case Measure::Ruggedness:
        return valuesOf(ruggedness_m(m_heights, m_job));
    case Measure::Elevation:
        return m_heights.heights_m;
    case Measure::Aspect: {
        auto aspects = valuesOf(aspect_deg(m_heights, m_job));
        for (std::size_t cell = 0; aspects && cell < aspects->size(); ++cell) {
            // Level land has none: it gets the sun as a south slope does.
            float &aspect = (*aspects)[cell];
            aspect = !std::isnan(aspect) ? std::abs(aspect - 180) : m_heights.heights_m[cell] * 0;
        }
        return aspects;
    }
    case Measure::Raster: {
        const Box box = m_land.frame.box();
        auto raster = warpHeights(spec.layer, box, m_land.frame.crs, m_land.frame.crs, m_query.cell_m, m_job);
        if (raster && raster->heights_m.size() != m_land.frame.size()) {
            return failure(ErrorCode::Invalid, Core::tr("'%1' does not come onto the grid").arg(spec.layer), {});
        }
        return raster ? Result<std::vector<float>>(std::move(raster->heights_m)) : raster.error();
    }
    default:
        break;
    }
    const auto there = cellsOf(spec.layer, spec.whereField, spec.whereValues);
    if (!there) {
        return there.error();
    }
    if (spec.measure == Measure::Inside) {
        return std::vector<float>(there->begin(), there->end());
    }
    if (std::find(there->begin(), there->end(), 1) == there->end()) {
        return failure(ErrorCode::Invalid,
                       Core::tr("no feature of layer %1 that counts for %2 lies on this land")
                           .arg(spec.layer, spec.name.toString()),
                       Core::tr("Take the criterion out, or mark it as optional."));
    }
    return reach(spec, *there);
}

void LandMeasurer::addCriterion(const CriterionSpec &spec, std::vector<float> measures)
{
    WeighedCriterion made{spec.id,          spec.name,       spec.unit(),         spec.curve, spec.weight,
                          spec.leastWeight, spec.mostWeight, std::move(measures), {}};
    made.values.resize(made.measures.size());
    constexpr std::size_t k_cellsInBlock = 16384;
    inBlocks(made.values.size(), k_cellsInBlock, m_job, [&](std::size_t begin, std::size_t end) {
        for (std::size_t cell = begin; cell < end; ++cell) {
            made.values[cell] = static_cast<float>(made.curve.at(made.measures[cell]));
        }
    });
    m_land.criteria.push_back(std::move(made));
}

void LandMeasurer::addExclusion(const CriterionSpec &spec, std::vector<float> measures)
{
    WeighedExclusion made{spec.id, spec.name, spec.unit(), CellMask(measures.size()), spec.limit, spec.isAbove, {}};
    for (std::size_t cell = 0; cell < measures.size(); ++cell) {
        const double measure = measures[cell];
        const bool isOut = !spec.limit ? measure > 0 : spec.isAbove ? measure > *spec.limit : measure < *spec.limit;
        made.cells[cell] = isOut ? 1 : 0; // not-a-number is not out
    }
    if (spec.limit) {
        made.measures = std::move(measures);
    }
    m_land.exclusions.push_back(std::move(made));
}

Result<void> LandMeasurer::add(const CriterionSpec &spec)
{
    if (isMissing(spec)) {
        return {};
    }
    auto measures = measure(spec);
    if (!measures) {
        if (spec.mayBeMissing && measures.error().code == ErrorCode::Invalid) {
            m_land.notes << Core::tr("%1 is left out: %2").arg(spec.name.toString(), measures.error().sentence);
            return {};
        }
        return measures.error().during(spec.name.toString());
    }
    if (spec.isExclusion) {
        addExclusion(spec, std::move(*measures));
    } else {
        addCriterion(spec, std::move(*measures));
    }
    return {};
}

Result<Immutable<WeighedLand>> LandMeasurer::run()
{
    std::set<QString> ids;
    for (const CriterionSpec &spec : m_query.criteria) {
        if (!ids.insert(spec.id).second) {
            return failure(ErrorCode::Invalid, Core::tr("criterion '%1' is there twice").arg(spec.id),
                           Core::tr("Give each criterion and exclusion an id of its own."));
        }
    }
    m_job.report(0, Core::tr("Reading heights"));
    auto done = layGrid();
    if (done) {
        done = checkCover();
    }
    for (std::size_t i = 0; done && i < m_query.criteria.size(); ++i) {
        m_job.report(0.1 + 0.9 * static_cast<double>(i) / static_cast<double>(m_query.criteria.size()),
                     m_query.criteria[i].name.toString());
        done = m_job.isCancelled() ? Result<void>(cancelledError()) : add(m_query.criteria[i]);
    }
    if (!done) {
        return done.error();
    }
    if (m_land.criteria.empty()) {
        return failure(ErrorCode::Invalid, Core::tr("no criterion can be measured"),
                       m_land.notes.join(QStringLiteral("; ")));
    }
    return freeze(std::move(m_land));
}

} // namespace

Result<Immutable<WeighedLand>> measureLand(const LandQuery &query, const ProjectSnapshot &project,
                                           const JobContext &job)
{
    return LandMeasurer(query, project, job).run();
}

} // namespace cuntu
