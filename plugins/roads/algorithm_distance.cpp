// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/algorithm/outcome_cell.h"
#include "core/algorithm/parameter_makers.h"
#include "core/snapshot/known_columns.h"
#include "plugins/roads/declare.h"
#include "plugins/roads/distance.h"
#include "plugins/roads/reasons.h"

#include <algorithm>
#include <array>
#include <numeric>

using namespace Qt::Literals::StringLiterals;

namespace cuntu::roads {

namespace {

constexpr std::array<int, 4> k_limits_m{100, 500, 1000, 2000};

/// How many households and persons a feature stands for: a household is one, with its members.
class People {
public:
    explicit People(const LayerSnapshot &features)
        : m_members(features.column(u"members"_s)),
          m_households(features.column(u"hh_registered"_s)),
          m_persons(features.column(u"pop_registered"_s))
    {
    }
    static QStringList fields() { return {u"members"_s, u"hh_registered"_s, u"pop_registered"_s}; }

    bool areKnown() const { return m_members != nullptr || m_households != nullptr; }
    double households(std::size_t row) const { return m_members != nullptr ? 1 : orZero(numberAt(m_households, row)); }
    double persons(std::size_t row) const
    {
        return orZero(numberAt(m_members != nullptr ? m_members : m_persons, row));
    }

private:
    static double orZero(double value) { return std::isnan(value) ? 0 : value; }

    const Column *m_members;
    const Column *m_households;
    const Column *m_persons;
};

double medianOf(std::vector<double> values)
{
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return values.size() % 2 == 1 ? *middle : (*middle + *std::max_element(values.begin(), middle)) / 2;
}

/// Of the features with a position the share within each limit, and who is beyond it.
void addLimits(const std::vector<NearestLine> &nearest, const LayerSnapshot &features, double measured,
               QJsonObject &figures)
{
    const People people(features);
    for (const int limit_m : k_limits_m) {
        double within = 0;
        double households = 0;
        double persons = 0;
        for (std::size_t row = 0; row < nearest.size(); ++row) {
            if (nearest[row].distance <= limit_m) {
                ++within;
            } else if (nearest[row].line != k_noIndex) {
                households += people.households(row);
                persons += people.persons(row);
            }
        }
        const QString name = u"_%1_m"_s.arg(limit_m);
        figures[u"within"_s + name] = within / measured * 100;
        if (people.areKnown()) {
            figures[u"households_beyond"_s + name] = households;
            figures[u"persons_beyond"_s + name] = persons;
        }
    }
}

QJsonObject figuresOf(const std::vector<NearestLine> &nearest, const LayerSnapshot &features, std::size_t usable)
{
    std::vector<double> measured;
    measured.reserve(nearest.size());
    for (const NearestLine &each : nearest) {
        if (each.line != k_noIndex) {
            measured.push_back(each.distance);
        }
    }
    QJsonObject figures{{u"features"_s, static_cast<qint64>(nearest.size())},
                        {u"measured"_s, static_cast<qint64>(measured.size())},
                        {u"usable_segments"_s, static_cast<qint64>(usable)}};
    if (measured.empty()) {
        return figures;
    }
    const auto count = static_cast<double>(measured.size());
    figures[u"mean_m"_s] = std::accumulate(measured.begin(), measured.end(), 0.0) / count;
    figures[u"max_m"_s] = *std::max_element(measured.begin(), measured.end());
    figures[u"median_m"_s] = medianOf(std::move(measured));
    addLimits(nearest, features, count, figures);
    return figures;
}

LayerSchema resultSchema(const LayerSnapshot &features)
{
    LayerSchema layer;
    layer.id = u"roads_distance"_s;
    layer.name = {u"到硬化路的距离"_s, u"Distance to a hardened road"_s};
    layer.geometry = GeometryType::Point;
    layer.nameField = u"feature"_s;
    layer.areaField = features.schema().areaField.isEmpty() ? QString() : u"area_code"_s;
    layer.positionPersonal = features.schema().positionPersonal;
    layer.fields = {outcomeField(u"feature"_s, {u"要素"_s, u"Feature"_s}, FieldType::Text),
                    outcomeField(u"area_code"_s, {u"区划代码"_s, u"Area code"_s}, FieldType::Text),
                    outcomeField(u"distance_m"_s, {u"距离"_s, u"Distance"_s}, FieldType::Real, u"m"_s),
                    outcomeField(u"segment"_s, {u"最近路段"_s, u"Nearest segment"_s}, FieldType::Text)};
    return layer;
}

Result<OutcomeLayer> layerOf(const std::vector<NearestLine> &nearest, const LayerSnapshot &features,
                             const LayerSnapshot &roads, const JobContext &job)
{
    OutcomeLayer layer{resultSchema(features), {}};
    const Column *key = features.column(features.schema().keyField);
    const Column *area = features.column(features.schema().areaField);
    layer.rows.reserve(nearest.size());
    for (std::size_t row = 0; row < nearest.size(); ++row) {
        if (row % 4096 == 0 && job.isCancelled()) {
            return cancelledError();
        }
        const bool found = nearest[row].line != k_noIndex;
        FeatureRow made;
        made.values = {outcomeCell(key == nullptr ? u"#%1"_s.arg(features.id(row).value) : key->display(row)),
                       area == nullptr ? Value() : outcomeCell(area->display(row)), outcomeCell(nearest[row].distance),
                       found ? outcomeCell(segmentName(roads, nearest[row].line)) : Value()};
        made.geometry = features.geometry().geometry(row);
        layer.rows.push_back(std::move(made));
    }
    return layer;
}

Result<Immutable<LayerSnapshot>> featuresOf(const AlgorithmInput &input, const JobContext &job)
{
    const QString layer = input.parameters.text(u"of"_s);
    const auto bare = input.project.layer(layer, {}, job);
    if (bare && (*bare)->schema().geometry != GeometryType::Point) {
        return Error{
            ErrorCode::Misused,
            Text{u"图层 %1 不是点图层"_s, u"the features of layer %1 are not points"_s}.toString().arg(layer),
            {},
            Text{u"请选择农户、自然村等点图层。"_s, u"Choose a layer of points: households, settlements."_s}.toString(),
            {},
            {}};
    }
    return bare
               ? layerWith(input.project, layer,
                           People::fields() + QStringList{(*bare)->schema().keyField, (*bare)->schema().areaField}, job)
               : bare;
}

Result<Outcome> run(const AlgorithmInput &input, const JobContext &job)
{
    const auto features = featuresOf(input, job);
    if (!features) {
        return features.error();
    }
    const auto roads = input.project.layer(id(k_roads), segmentFields() + segmentNameFields(), job);
    if (!roads) {
        return roads.error();
    }
    const Segments segments =
        judgeSegments(**roads, input.project.ledger(), input.asOf, Rule::fromSegments(input.parameters));
    std::vector<bool> usable(segments.states.size());
    for (std::size_t row = 0; row < usable.size(); ++row) {
        usable[row] = segments.states[row] == SegmentState::Usable;
    }
    const auto nearest = nearestRoads(**roads, usable, **features, job);
    if (!nearest) {
        return nearest.error();
    }
    Outcome outcome;
    outcome.figures =
        figuresOf(*nearest, **features, static_cast<std::size_t>(std::count(usable.begin(), usable.end(), true)));
    if (input.parameters.boolean(u"rows"_s)) {
        auto layer = layerOf(*nearest, **features, **roads, job);
        if (!layer) {
            return layer.error();
        }
        outcome.layers.push_back(std::move(*layer));
    }
    return outcome;
}

std::vector<Parameter> parameters()
{
    Parameter of;
    of.id = u"of"_s;
    of.name = {u"从哪个图层"_s, u"Features of"_s};
    of.help = {u"量算距离的点图层，如农户、自然村。"_s,
               u"The layer of points from which distances are measured: households, settlements."_s};
    of.type = ParameterType::Layer;
    of.defaultValue = u"households"_s;
    std::vector<Parameter> all = Rule::ofSegments();
    all.insert(all.begin(), of);
    all.push_back(yesNoParameter(u"rows"_s, {u"生成结果图层"_s, u"Make a layer"_s},
                                 {u"每个要素一行：距离和最近路段。"_s,
                                  u"One row for each feature, with its distance and the nearest segment."_s}));
    return all;
}

} // namespace

Algorithm distanceAlgorithm()
{
    Algorithm algorithm;
    algorithm.id = u"roads.distance"_s;
    algorithm.programme = id(k_programme);
    algorithm.name = {u"到硬化路的距离"_s, u"Distance to a hardened road"_s};
    algorithm.help = {
        u"每个农户（或自然村等）到当日最近的可用路段（已硬化、已验收）的直线距离：平均数、中位数，"
        u"0.1、0.5、1、2 公里以内的比例，以外的户数和人数。距离相同的取编号最小的路段。"_s,
        u"The straight distance from every household (or settlement, ...) to the nearest segment that is hardened and "
        u"accepted on the day: mean, median, the share within 0.1, 0.5, 1 and 2 km, households and persons beyond. Of "
        u"equally near segments the one with the lowest id."_s};
    algorithm.parameters = parameters();
    algorithm.run = run;
    return algorithm;
}

} // namespace cuntu::roads
