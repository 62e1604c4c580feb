// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/algorithm/outcome_cell.h"
#include "plugins/water/declare.h"
#include "plugins/water/fetch.h"
#include "plugins/water/reasons.h"
#include "plugins/water/supply_systems.h"

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace cuntu::water {

namespace {

/// Where water can be fetched.
struct Spring {
    QString name;
    Point position; ///< in the project's CRS
};

/// Sources, and works in service.
Result<std::vector<Spring>> springsOf(const ProjectSnapshot &project, const Works &works, const JobContext &job)
{
    const auto sources = layerWith(project, id(k_intakes), {u"code"_s, u"name"_s}, job);
    if (!sources) {
        return sources.error();
    }
    std::vector<Spring> springs;
    const auto add = [&](const QString &name, Point position) {
        if (std::isfinite(position.x)) {
            springs.push_back({name, position});
        }
    };
    for (std::size_t row = 0; row < (*sources)->size(); ++row) {
        const QString name = stringAt((*sources)->column(u"name"_s), row);
        add(name.isEmpty() ? stringAt((*sources)->column(u"code"_s), row) : name,
            (*sources)->geometry().firstPoint(row));
    }
    for (std::size_t row = 0; row < works.layer->size(); ++row) {
        if (works.supplying[row]) {
            add(worksName(*works.layer, row), works.layer->geometry().firstPoint(row));
        }
    }
    return springs;
}

LayerSchema resultSchema()
{
    const auto metres = [](const QString &fieldId, const Text &name) {
        return outcomeField(fieldId, name, FieldType::Real, u"m"_s);
    };
    LayerSchema layer;
    layer.id = u"water_fetch"_s;
    layer.name = {u"取水距离"_s, u"Ways to fetch water"_s};
    layer.geometry = GeometryType::Line;
    layer.nameField = u"place"_s;
    layer.fields = {outcomeField(u"place"_s, {u"取水处"_s, u"From"_s}, FieldType::Text),
                    outcomeField(u"source"_s, {u"最近水源"_s, u"Nearest water"_s}, FieldType::Text),
                    outcomeField(u"persons"_s, {u"人口"_s, u"Persons"_s}, FieldType::Real, u"人"_s),
                    metres(u"distance_m"_s, {u"水平距离"_s, u"Horizontal distance"_s}),
                    metres(u"ground_m"_s, {u"沿地面距离"_s, u"Distance over the ground"_s}),
                    metres(u"climb_m"_s, {u"垂直距离"_s, u"Vertical distance"_s}),
                    metres(u"ascent_m"_s, {u"往返爬升"_s, u"Climb there and back"_s}),
                    outcomeField(u"rating"_s, {u"用水方便程度"_s, u"Convenience"_s}, FieldType::Text)};
    layer.positionPersonal = true; // a way begins at somebody's house where households are counted
    return layer;
}

Text ratingText(Rating rating)
{
    return rating == Rating::Pass    ? Text{u"达标"_s, u"full"_s}
           : rating == Rating::Basic ? Text{u"基本达标"_s, u"basic"_s}
           : rating == Rating::Fail  ? Text{u"不达标"_s, u"below"_s}
                                     : Text{u"不明"_s, u"unknown"_s};
}

/// The nearest of @p springs to each place that has no tap, in the plane that fits them.
class Fetching {
public:
    Fetching(const AlgorithmInput &input, const JobContext &job) : m_input(input), m_job(job) {}
    Result<Outcome> run();

private:
    Result<void> read();
    Result<void> readTerrain();
    std::size_t nearest(Point place) const;
    Result<FeatureRow> way(std::uint32_t row);
    QString placeName(std::uint32_t row) const;

    const AlgorithmInput &m_input;
    const JobContext &m_job;
    Survey m_survey;
    std::vector<Spring> m_springs;
    std::vector<Point> m_flat; ///< of the springs, in metres
    MetrePlane m_plane;
    HeightGrid m_grid;
    double m_persons[4] = {}; ///< by rating
    double m_farthest_m = 0;
    double m_highest_m = 0;
};

Result<void> Fetching::read()
{
    const bool households = m_input.parameters.text(u"per"_s) == u"households"_s;
    auto found = survey(m_input.project, Rule::from(m_input.parameters), m_input.asOf, m_job,
                        households ? QStringList{u"code"_s} : QStringList{}, {u"name"_s});
    if (!found) {
        return found.error();
    }
    m_survey = std::move(*found);
    auto springs = springsOf(m_input.project, m_survey.works, m_job);
    if (!springs) {
        return springs.error();
    }
    m_springs = std::move(*springs);
    if (m_springs.empty()) {
        return Error{ErrorCode::NotFound,
                     Text{u"没有有位置的水源或供水工程"_s, u"no source or works has a position"_s}.toString(),
                     {},
                     Text{u"导入水源图层 water_intakes，或给供水工程填坐标。"_s,
                          u"Import layer water_intakes, or give the works their coordinates."_s}
                         .toString(),
                     {},
                     {}};
    }
    for (const Spring &spring : m_springs) {
        m_flat.push_back(spring.position);
    }
    auto plane = MetrePlane::fitting(m_input.project.crs(), m_flat);
    if (!plane) {
        return plane.error();
    }
    m_plane = std::move(*plane);
    m_plane.flatten(m_flat);
    return {};
}

Result<void> Fetching::readTerrain()
{
    Box window;
    for (const Spring &spring : m_springs) {
        window.add(spring.position);
    }
    for (std::size_t row = 0; row < m_survey.layer->geometry().size(); ++row) {
        window.add(m_survey.layer->geometry().firstPoint(row));
    }
    auto grid = readHeights(m_input.parameters.text(u"terrain"_s), window, m_input.project.crs());
    if (!grid) {
        return grid.error();
    }
    m_grid = std::move(*grid);
    return {};
}

std::size_t Fetching::nearest(Point place) const
{
    m_plane.flatten({&place, 1});
    std::size_t best = 0;
    double least = std::numeric_limits<double>::infinity();
    for (std::size_t i = 0; i < m_flat.size(); ++i) {
        const double far = std::hypot(m_flat[i].x - place.x, m_flat[i].y - place.y);
        if (far < least) {
            least = far;
            best = i;
        }
    }
    return best;
}

QString Fetching::placeName(std::uint32_t row) const
{
    const QString name = stringAt(m_survey.layer->column(u"name"_s), row);
    return name.isEmpty() ? stringAt(m_survey.layer->column(u"code"_s), row) : name;
}

Result<FeatureRow> Fetching::way(std::uint32_t row)
{
    const Point from = m_survey.layer->geometry().firstPoint(row);
    const Spring &spring = m_springs[nearest(from)];
    const auto way = fetchWay(from, spring.position, m_input.project.crs(), m_grid, m_job);
    if (!way) {
        return way.error();
    }
    const Rating rating = rateWay(*way, m_survey.rules);
    const double persons = m_survey.places[row].persons * (1 - m_survey.tapShare(row));
    m_persons[static_cast<int>(rating)] += persons;
    m_farthest_m = std::fmax(m_farthest_m, way->distance_m);
    m_highest_m = std::fmax(m_highest_m, way->climb_m);
    FeatureRow made;
    made.geometry.type = GeometryType::Line;
    made.geometry.addPart(std::vector<Point>{from, spring.position});
    made.values = {outcomeCell(placeName(row)),      outcomeCell(spring.name),
                   outcomeCell(std::round(persons)), outcomeCell(way->distance_m),
                   outcomeCell(way->ground_m),       outcomeCell(way->climb_m),
                   outcomeCell(way->ascent_m),       outcomeCell(ratingText(rating).toString())};
    return made;
}

Result<Outcome> Fetching::run()
{
    for (const auto step : {&Fetching::read, &Fetching::readTerrain}) {
        if (auto done = (this->*step)(); !done) {
            return done.error();
        }
    }
    Outcome outcome;
    outcome.layers.push_back({resultSchema(), {}});
    qint64 withoutPosition = 0;
    for (std::uint32_t row = 0; row < m_survey.places.size(); ++row) {
        if (row % 256 == 0 && m_job.isCancelled()) {
            return cancelledError();
        }
        constexpr double k_all = 1 - 1e-9;
        if (!m_survey.places[row].counted || m_survey.tapShare(row) >= k_all) {
            continue;
        }
        if (!std::isfinite(m_survey.layer->geometry().firstPoint(row).x)) {
            ++withoutPosition;
            continue;
        }
        auto made = way(row);
        if (!made) {
            return made.error();
        }
        outcome.layers.front().rows.push_back(std::move(*made));
    }
    outcome.figures = {{u"places"_s, static_cast<qint64>(outcome.layers.front().rows.size())},
                       {u"persons_full"_s, std::round(m_persons[static_cast<int>(Rating::Pass)])},
                       {u"persons_basic"_s, std::round(m_persons[static_cast<int>(Rating::Basic)])},
                       {u"persons_below"_s, std::round(m_persons[static_cast<int>(Rating::Fail)])},
                       {u"persons_unknown"_s, std::round(m_persons[static_cast<int>(Rating::Unknown)])},
                       {u"farthest_m"_s, m_farthest_m},
                       {u"highest_m"_s, m_highest_m},
                       {u"without_position"_s, withoutPosition}};
    return outcome;
}

} // namespace

Algorithm fetchAlgorithm()
{
    Algorithm algorithm;
    algorithm.id = u"water.fetch"_s;
    algorithm.programme = id(k_programme);
    algorithm.name = {u"取水距离与高差"_s, u"Ways to fetch water"_s};
    algorithm.help = {
        u"没有自来水的自然村或农户到最近水源（水源、在用供水工程）的直线距离和高差，沿地形计算，按评价标准定用水方便程度。"_s,
        u"How far and how high those without a tap go to the nearest water (sources, works in service): "
        u"straight, over a terrain model, rated by the rule set."_s};
    Parameter terrain;
    terrain.id = u"terrain"_s;
    terrain.name = {u"地形文件"_s, u"Terrain model"_s};
    terrain.help = {u"高程栅格文件。"_s, u"Raster of heights."_s};
    terrain.type = ParameterType::File;
    terrain.required = true;
    algorithm.parameters = Rule::parameters();
    algorithm.parameters.insert(algorithm.parameters.begin(), terrain);
    algorithm.figures = {{u"places"_s, {u"没有自来水之处"_s, u"Places without a tap"_s}, u"个"_s},
                         {u"persons_full"_s, {u"方便程度达标"_s, u"Convenience full"_s}, u"人"_s},
                         {u"persons_basic"_s, {u"基本达标"_s, u"Basic"_s}, u"人"_s},
                         {u"persons_below"_s, {u"不达标"_s, u"Below"_s}, u"人"_s},
                         {u"persons_unknown"_s, {u"高程不明"_s, u"Heights unknown"_s}, u"人"_s},
                         {u"farthest_m"_s, {u"最远"_s, u"Farthest"_s}, u"m"_s},
                         {u"highest_m"_s, {u"最大高差"_s, u"Highest"_s}, u"m"_s},
                         {u"without_position"_s, {u"没有位置"_s, u"Without a position"_s}, u"个"_s}};
    algorithm.run = [](const AlgorithmInput &input, const JobContext &job) { return Fetching(input, job).run(); };
    return algorithm;
}

} // namespace cuntu::water
