// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/algorithm/outcome_cell.h"
#include "core/algorithm/parameter_makers.h"
#include "core/solve/track_matching.h"
#include "plugins/roads/declare.h"
#include "plugins/roads/reasons.h"

#include <QJsonObject>

#include <algorithm>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace cuntu::roads {

namespace {

constexpr double k_join_m = 30;      ///< ends so near are joined (DOMAIN B.1)
constexpr double k_leastSigmas = 4;  ///< a shorter stretch beside a junction is chance
constexpr double k_betaPerSigma = 3; ///< how much longer a way is than straight, in sigmas between positions

/// Roads and tracks in metres in one plane.
struct Ground {
    std::vector<Point> roads;
    std::vector<Point> tracks;
};

Result<Ground> layOut(const LayerSnapshot &roads, const LayerSnapshot &tracks)
{
    Ground ground{roads.geometry().points.copy(), tracks.geometry().points.copy()};
    if (roads.crs().isGeographic()) {
        const auto transform = planeTransform(roads.crs(), ground.roads);
        if (!transform) {
            return transform.error();
        }
        transform->apply(ground.roads);
        transform->apply(ground.tracks);
    }
    return ground;
}

/// The points of a line in the layer's CRS between two measures of the plane.
Geometry stretchOf(const LayerSnapshot &roads, const LineLocator &locator, const CoveredStretch &stretch)
{
    const auto points = roads.geometry().part(stretch.line);
    const std::uint32_t first = roads.geometry().partStart[stretch.line];
    std::vector<Point> part;
    for (std::uint32_t i = 0; i + 1 < points.size(); ++i) {
        const double begin = locator.measureOf(first + i);
        const double end = locator.measureOf(first + i + 1);
        const double from = std::max(begin, stretch.from);
        const double to = std::min(end, stretch.to);
        if (from > to || end == begin) {
            continue;
        }
        const auto at = [&](double measure) {
            const double share = (measure - begin) / (end - begin);
            return share >= 1 ? points[i + 1]
                              : Point{points[i].x + share * (points[i + 1].x - points[i].x),
                                      points[i].y + share * (points[i + 1].y - points[i].y)};
        };
        for (const Point place : {at(from), at(to)}) {
            if (part.empty() || !(part.back() == place)) {
                part.push_back(place);
            }
        }
    }
    Geometry geometry;
    geometry.type = GeometryType::Line;
    geometry.addPart(part);
    return geometry;
}

LayerSchema coveredSchema()
{
    LayerSchema layer;
    layer.id = u"roads_match"_s;
    layer.name = {u"轨迹经过的路段"_s, u"Segments that tracks cover"_s};
    layer.geometry = GeometryType::Line;
    layer.nameField = u"segment"_s;
    layer.fields = {outcomeField(u"segment"_s, {u"路段"_s, u"Segment"_s}, FieldType::Text),
                    outcomeField(u"track"_s, {u"轨迹"_s, u"Track"_s}, FieldType::Real),
                    outcomeField(u"from_km"_s, {u"起点里程"_s, u"From"_s}, FieldType::Real, u"km"_s),
                    outcomeField(u"to_km"_s, {u"终点里程"_s, u"To"_s}, FieldType::Real, u"km"_s),
                    outcomeField(u"share"_s, {u"占路段"_s, u"Share of the segment"_s}, FieldType::Real, u"%"_s)};
    return layer;
}

LayerSchema newSchema()
{
    LayerSchema layer;
    layer.id = u"roads_match_new"_s;
    layer.name = {u"路网上没有的轨迹"_s, u"Tracks along no road"_s};
    layer.geometry = GeometryType::Line;
    layer.nameField = u"track"_s;
    layer.fields = {outcomeField(u"track"_s, {u"轨迹"_s, u"Track"_s}, FieldType::Real),
                    outcomeField(u"length_km"_s, {u"长度"_s, u"Length"_s}, FieldType::Real, u"km"_s)};
    return layer;
}

/// What is found of one track after the other.
class Matching {
public:
    Matching(const LayerSnapshot &roads, const LayerSnapshot &tracks, const LineLocator &locator,
             const LineNetwork &network, const TrackMatchOptions &options)
        : m_roads(roads), m_tracks(tracks), m_locator(locator), m_network(network), m_options(options)
    {
        m_outcome.layers = {{coveredSchema(), {}}, {newSchema(), {}}};
        for (std::uint32_t row = 0; row < roads.geometry().size(); ++row) {
            m_rowOfLine.resize(roads.geometry().endPart(row), row);
        }
    }

    Result<void> add(std::size_t row, std::size_t part, std::span<const Point> track, const JobContext &job)
    {
        const auto match = matchTrack(m_locator, m_network, track, m_options, job);
        if (!match) {
            return match.error();
        }
        m_length_m += match->length;
        m_new_m += match->unmatchedLength;
        const double number = static_cast<double>(m_tracks.id(row).value);
        for (const CoveredStretch &stretch : coveredOnce(match->stretches, k_leastSigmas * m_options.sigma)) {
            addStretch(number, stretch);
        }
        addNew(number, m_tracks.geometry().part(part), track, *match);
        return {};
    }

    Outcome take()
    {
        m_outcome.figures = {{u"tracks_km"_s, m_length_m / 1000},
                             {u"matched_km"_s, (m_length_m - m_new_m) / 1000},
                             {u"new_km"_s, m_new_m / 1000},
                             {u"new_share"_s, m_length_m > 0 ? 100 * m_new_m / m_length_m : 0},
                             {u"segments"_s, static_cast<qint64>(m_outcome.layers[0].rows.size())}};
        return std::move(m_outcome);
    }

private:
    void addStretch(double number, const CoveredStretch &stretch)
    {
        FeatureRow made;
        made.values = {outcomeCell(segmentName(m_roads, m_rowOfLine[stretch.line])), outcomeCell(number),
                       outcomeCell(stretch.from / 1000), outcomeCell(stretch.to / 1000),
                       outcomeCell(100 * (stretch.to - stretch.from) / m_locator.length(stretch.line))};
        made.geometry = stretchOf(m_roads, m_locator, stretch);
        m_outcome.layers[0].rows.push_back(std::move(made));
    }

    /// The parts along no road, with the track's own positions.
    void addNew(double number, std::span<const Point> positions, std::span<const Point> track, const TrackMatch &match)
    {
        for (const std::vector<Point> &part : match.unmatched) {
            const auto begin = std::search(track.begin(), track.end(), part.begin(), part.end());
            FeatureRow made;
            double length_m = 0;
            for (std::size_t i = 1; i < part.size(); ++i) {
                length_m += std::hypot(part[i].x - part[i - 1].x, part[i].y - part[i - 1].y);
            }
            made.values = {outcomeCell(number), outcomeCell(length_m / 1000)};
            made.geometry.type = GeometryType::Line;
            made.geometry.addPart(positions.subspan(static_cast<std::size_t>(begin - track.begin()), part.size()));
            m_outcome.layers[1].rows.push_back(std::move(made));
        }
    }

    const LayerSnapshot &m_roads;
    const LayerSnapshot &m_tracks;
    const LineLocator &m_locator;
    const LineNetwork &m_network;
    const TrackMatchOptions &m_options;
    std::vector<std::uint32_t> m_rowOfLine;
    double m_length_m = 0;
    double m_new_m = 0;
    Outcome m_outcome;
};

Result<Outcome> run(const AlgorithmInput &input, const JobContext &job)
{
    const auto roads = input.project.layer(id(k_roads), segmentNameFields(), job);
    const auto tracks = roads ? input.project.layer(input.parameters.text(u"tracks"_s), {}, job) : roads;
    if (!tracks) {
        return tracks.error();
    }
    const auto ground = layOut(**roads, **tracks);
    if (!ground) {
        return ground.error();
    }
    const LineLocator locator({ground->roads, (*roads)->geometry().partStart});
    LineNetworkOptions joints;
    joints.tolerance = k_join_m;
    const auto network = buildLineNetwork(locator, joints, job);
    if (!network) {
        return network.error();
    }
    TrackMatchOptions options;
    options.sigma = input.parameters.number(u"sigma_m"_s);
    options.radius = input.parameters.number(u"radius_m"_s);
    options.beta = k_betaPerSigma * options.sigma;
    Matching matching(**roads, **tracks, locator, *network, options);
    const PackedGeometry &geometry = (*tracks)->geometry();
    for (std::size_t row = 0; geometry.type == GeometryType::Line && row < geometry.size(); ++row) {
        for (std::size_t part = geometry.firstPart(row); part < geometry.endPart(row); ++part) {
            const auto track =
                std::span<const Point>(ground->tracks)
                    .subspan(geometry.partStart[part], geometry.partStart[part + 1] - geometry.partStart[part]);
            auto done = matching.add(row, part, track, job);
            if (!done) {
                return done.error();
            }
        }
    }
    return matching.take();
}

std::vector<Parameter> matchParameters()
{
    Parameter tracks;
    tracks.id = u"tracks"_s;
    tracks.name = {u"轨迹图层"_s, u"Tracks"_s};
    tracks.help = {u"线图层，例如导入的 GPX 轨迹。"_s, u"A layer of lines, such as imported GPX tracks."_s};
    tracks.type = ParameterType::Layer;
    tracks.required = true;
    return {tracks,
            numberParameter(u"sigma_m"_s, {u"定位误差"_s, u"Accuracy"_s},
                            {u"轨迹点与实际位置相差的标准差。"_s,
                             u"Standard deviation of the track's positions from where they were taken."_s},
                            u"m"_s, 1, 100, 10),
            numberParameter(u"radius_m"_s, {u"搜索半径"_s, u"Search radius"_s},
                            {u"离轨迹点更远的路段不考虑。"_s, u"Segments further away are not considered."_s}, u"m"_s,
                            5, 500, 50)};
}

} // namespace

Algorithm matchAlgorithm()
{
    Algorithm algorithm;
    algorithm.id = u"roads.match"_s;
    algorithm.programme = id(k_programme);
    algorithm.name = {u"轨迹匹配到路网"_s, u"Tracks on the network"_s};
    algorithm.help = {
        u"按隐马尔可夫模型（Newson 与 Krumm，2009）找出每条轨迹最可能经过的路段及其起止里程；不沿任何路段的部分可能是新路。"_s,
        u"The segments that each track most likely ran along, with measures, by a hidden Markov model (Newson and "
        u"Krumm 2009); what runs along none may be a new road."_s};
    algorithm.parameters = matchParameters();
    algorithm.run = run;
    return algorithm;
}

} // namespace cuntu::roads
