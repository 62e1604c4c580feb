// SPDX-License-Identifier: GPL-3.0-or-later
// What relocation.minutes says of what it found.
#include "core/algorithm/outcome_cell.h"
#include "plugins/relocation/minutes_run.h"
#include "plugins/relocation/siting_input.h"
#include "plugins/relocation/siting_layers.h"

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace cuntu::relocation {

namespace {

/// With so many parts of 1; infinite and unknown ones are empty cells.
Value cellOf(double number, double parts = 10)
{
    return std::isfinite(number) ? Value(std::round(number * parts) / parts) : Value();
}

} // namespace

OutcomeLayer Minutes::table() const
{
    OutcomeLayer layer;
    layer.schema.id = u"relocation_minutes"_s;
    layer.schema.name = {u"搬迁前后用时"_s, u"Minutes before and after the move"_s};
    layer.schema.geometry = GeometryType::Point;
    layer.schema.nameField = u"demand"_s;
    layer.schema.fields = {
        outcomeField(u"demand"_s, {u"需求点"_s, u"Demand"_s}, FieldType::Text),
        outcomeField(u"site"_s, {u"安置点"_s, u"Site"_s}, FieldType::Text),
        outcomeField(u"weight"_s, {u"户数或人数"_s, u"Weight"_s}, FieldType::Real),
        outcomeField(u"land_km"_s, {u"离原土地"_s, u"To the old land"_s}, FieldType::Real, u"km"_s),
        outcomeField(u"fields"_s, {u"到原土地用时"_s, u"To the fields"_s}, FieldType::Real, u"min"_s)};
    for (const Service &service : services()) {
        const Text &name = service.name;
        layer.schema.fields.push_back(outcomeField(
            service.id + u"_old"_s, {u"原址到"_s + name.zh, u"Old home to "_s + name.en}, FieldType::Real, u"min"_s));
        layer.schema.fields.push_back(outcomeField(
            service.id + u"_new"_s, {u"新址到"_s + name.zh, u"New home to "_s + name.en}, FieldType::Real, u"min"_s));
    }
    for (std::size_t demand = 0; demand < m_times.size(); ++demand) {
        const Times &times = m_times[demand];
        FeatureRow row;
        row.values = {outcomeCell(featureName(*m_demand, demand)),
                      m_siteOf[demand] == k_none ? Value() : outcomeCell(featureName(*m_sites, m_siteOf[demand])),
                      m_weights[demand], cellOf(times.land_m / 1000, 1000), cellOf(times.fields)};
        for (std::size_t k = 0; k < services().size(); ++k) {
            row.values.push_back(cellOf(times.before[k]));
            row.values.push_back(cellOf(times.after[k]));
        }
        if (const Point at = placeOf(*m_demand, demand); !std::isnan(at.x)) {
            row.geometry = Geometry::point(at);
        }
        layer.rows.push_back(std::move(row));
    }
    return layer;
}

namespace {

/// A mean by weights of those that are known.
struct Mean {
    double weight = 0;
    double sum = 0;

    void add(double value, double by)
    {
        weight += std::isfinite(value) ? by : 0;
        sum += std::isfinite(value) ? by * value : 0;
    }
    QJsonValue value() const { return weight > 0 ? QJsonValue(sum / weight) : QJsonValue(); }
};

} // namespace

void Minutes::addFigures(Outcome &outcome) const
{
    Mean fields;
    double far = 0;
    double homeless = 0;
    for (std::size_t demand = 0; demand < m_times.size(); ++demand) {
        fields.add(m_times[demand].fields, m_weights[demand]);
        far += m_times[demand].land_m > k_far_m ? m_weights[demand] : 0;
        homeless += m_siteOf[demand] == k_none ? m_weights[demand] : 0;
    }
    outcome.figures = {{u"fields_new"_s, fields.value()},
                       {u"beyond_5km"_s, far},
                       {u"without_site"_s, homeless},
                       {u"unknown_site"_s, static_cast<qint64>(m_unknown.size())}};
    for (std::size_t k = 0; k < services().size(); ++k) {
        if (!m_serviceLayers[k]) {
            continue;
        }
        Mean before;
        Mean after;
        double longer = 0;
        double cutOff = 0;
        for (std::size_t demand = 0; demand < m_times.size(); ++demand) {
            const Times &times = m_times[demand];
            before.add(times.before[k], m_weights[demand]);
            after.add(times.after[k], m_weights[demand]);
            longer += times.after[k] > times.before[k] ? m_weights[demand] : 0;
            cutOff += std::isinf(times.after[k]) ? m_weights[demand] : 0;
        }
        const QString &name = services()[k].id;
        outcome.figures[name + u"_old"_s] = before.value();
        outcome.figures[name + u"_new"_s] = after.value();
        outcome.figures[name + u"_longer"_s] = longer;
        outcome.figures[name + u"_cut_off"_s] = cutOff;
    }
}

} // namespace cuntu::relocation
