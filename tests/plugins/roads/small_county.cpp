// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/plugins/roads/small_county.h"

#include "plugins/roads/declare.h"

#include <stdexcept>

using namespace Qt::Literals::StringLiterals;

namespace cuntu::roads {

namespace {

Column columnOf(const Field &field, const std::vector<Made> &features)
{
    const bool text = field.type == FieldType::Text || field.type == FieldType::Choice;
    Column column(text ? Column::Kind::Text : Column::Kind::Number);
    for (const Made &feature : features) {
        const auto found = feature.fields.find(field.id);
        if (found == feature.fields.end()) {
            column.appendNull();
        } else if (text) {
            column.appendText(found->second.toStdString());
        } else if (field.type == FieldType::Date) {
            column.appendNumber(Day::fromIso(found->second)->number());
        } else {
            column.appendNumber(found->second.toDouble());
        }
    }
    column.finish();
    return column;
}

PackedGeometry geometryOf(GeometryType type, const std::vector<Made> &features)
{
    PackedGeometry packed;
    packed.type = type;
    for (const Made &feature : features) {
        Geometry geometry;
        if (!feature.line.empty()) {
            geometry.type = type;
            geometry.addPart(feature.line);
        }
        packed.append(geometry);
    }
    packed.finish();
    return packed;
}

} // namespace

std::size_t SmallCounty::settlement(Point at, int households, std::map<QString, QString> fields)
{
    std::vector<Made> &all = m_made[u"settlements"_s];
    fields.emplace(u"hh_registered"_s, QString::number(households));
    fields.emplace(u"name"_s, u"S%1"_s.arg(all.size()));
    all.push_back({std::move(fields), {at}});
    return all.size() - 1;
}

std::size_t SmallCounty::road(const QString &code, std::vector<Point> line, std::map<QString, QString> fields)
{
    std::vector<Made> &all = m_made[u"roads"_s];
    fields.emplace(u"route_code"_s, code);
    all.push_back({std::move(fields), std::move(line)});
    return all.size() - 1;
}

std::size_t SmallCounty::goodRoad(const QString &code, std::vector<Point> line, std::map<QString, QString> fields)
{
    fields.emplace(u"surface_type"_s, u"CEMENT_CONC"_s);
    const std::size_t row = road(code, std::move(line), std::move(fields));
    mark(u"roads"_s, row, u"ACCEPTED"_s, u"2000-01-01"_s);
    return row;
}

std::size_t SmallCounty::stretch(const QString &code, double from_km, double to_km, std::map<QString, QString> fields)
{
    std::vector<Made> &all = m_made[u"road_stretches"_s];
    fields.emplace(u"route_code"_s, code);
    fields.emplace(u"from_km"_s, QString::number(from_km, 'g', 17));
    fields.emplace(u"to_km"_s, QString::number(to_km, 'g', 17));
    all.push_back({std::move(fields), {}});
    return all.size() - 1;
}

void SmallCounty::payment(const QString &code, const QString &iso, const QString &kind, double yuan)
{
    m_made[u"road_payments"_s].push_back({{{u"route_code"_s, code},
                                           {u"paid_on"_s, iso},
                                           {u"payment_kind"_s, kind},
                                           {u"amount"_s, QString::number(yuan, 'f', 2)}},
                                          {}});
}

void SmallCounty::village(const QString &code, bool poor, std::map<QString, QString> fields)
{
    fields.emplace(u"code"_s, code);
    fields.emplace(u"poor_village"_s, poor ? u"1"_s : u"0"_s);
    m_made[u"villages"_s].push_back({std::move(fields), {}});
}

void SmallCounty::household(Point at, std::map<QString, QString> fields)
{
    m_made[u"households"_s].push_back({std::move(fields), {at}});
}

void SmallCounty::mark(const QString &layer, std::size_t row, const QString &status, const QString &iso,
                       std::int64_t evidence)
{
    Entry entry;
    entry.id = {static_cast<std::int64_t>(m_entries.size()) + 1};
    entry.track = {u"roads"_s, layer, {}};
    entry.feature = {static_cast<std::int64_t>(row) + 1};
    entry.status = status;
    entry.effective = *Day::fromIso(iso);
    if (evidence != 0) {
        entry.evidence = {evidence};
    }
    m_entries.push_back(entry);
    m_ledger.reset();
}

Result<Immutable<LayerSnapshot>> SmallCounty::layer(const QString &id, const QStringList &fields,
                                                    const JobContext &) const
{
    const LayerSchema schema = schemaOf(id);
    const std::vector<Made> features = m_made.value(id);
    std::map<QString, Immutable<Column>> columns;
    QStringList wanted = fields;
    wanted << schema.areaField;
    for (const QString &name : wanted) {
        const Field *field = schema.findField(name);
        if (field == nullptr && !name.isEmpty()) {
            throw std::logic_error("no such field: " + name.toStdString());
        }
        if (field != nullptr) {
            columns.emplace(name, freeze(columnOf(*field, features)));
        }
    }
    std::vector<FeatureId> ids;
    for (std::size_t row = 0; row < features.size(); ++row) {
        ids.push_back({static_cast<std::int64_t>(row) + 1});
    }
    return freeze(LayerSnapshot(schema, m_crs, 1, freeze(std::move(ids)), freeze(geometryOf(schema.geometry, features)),
                                std::move(columns)));
}

const LedgerView &SmallCounty::ledger() const
{
    if (!m_ledger) {
        LedgerRows rows;
        for (const Entry &entry : m_entries) {
            rows.add(entry);
        }
        m_ledger.emplace(std::move(rows));
    }
    return *m_ledger;
}

Registry wholeRegistry()
{
    Registry draft;
    addProgramme(draft);
    addLifeCycle(draft);
    addLayers(draft);
    addRowChecks(draft);
    addIndicators(draft);
    addOverlay(draft);
    addAlgorithms(draft);
    addChecks(draft);
    addTargets(draft);
    addStyle(draft);
    Registry registry = hostRegistry();
    registry.merge(std::move(draft));
    return registry;
}

LayerSchema schemaOf(const QString &layer)
{
    static const Registry registry = wholeRegistry();
    return registry.layerSchema(layer).value();
}

Day day(const char *iso)
{
    return *Day::fromIso(QString::fromLatin1(iso));
}

ParameterValues values(const QMap<QString, QString> &given)
{
    return *ParameterValues::parse(Rule::parameters(), given);
}

} // namespace cuntu::roads
