// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/plugins/support/small_county.h"

#include <stdexcept>

using namespace Qt::Literals::StringLiterals;

namespace cuntu::test {

namespace {

Column columnOf(const Field &field, const std::vector<Fields> &rows)
{
    const bool text = field.type == FieldType::Text || field.type == FieldType::Choice;
    Column column(text ? Column::Kind::Text : Column::Kind::Number);
    for (const Fields &row : rows) {
        const auto found = row.find(field.id);
        if (found == row.end()) {
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

Geometry geometryOf(const Fields &fields, GeometryType type)
{
    if (fields.contains(u"@x"_s)) {
        return Geometry::point({fields.at(u"@x"_s).toDouble(), fields.at(u"@y"_s).toDouble()});
    }
    Geometry geometry;
    if (fields.contains(u"@points"_s)) {
        std::vector<Point> points;
        for (const QString &each : fields.at(u"@points"_s).split(u',')) {
            const QStringList numbers = each.trimmed().split(u' ');
            points.push_back({numbers.at(0).toDouble(), numbers.at(1).toDouble()});
        }
        geometry.type = type;
        geometry.addPart(points);
    }
    return geometry;
}

} // namespace

std::size_t SmallCounty::add(const char16_t *layer, Fields fields)
{
    std::vector<Fields> &rows = m_rows[QString::fromUtf16(layer)];
    rows.push_back(std::move(fields));
    return rows.size() - 1;
}

void SmallCounty::mark(const char16_t *layer, std::size_t row, const QString &status, const QString &iso,
                       std::int64_t evidence)
{
    Entry entry;
    entry.id = {static_cast<std::int64_t>(m_entries.size()) + 1};
    entry.track = {m_programme, QString::fromUtf16(layer), {}};
    entry.feature = {static_cast<std::int64_t>(row) + 1};
    entry.status = status;
    entry.effective = *Day::fromIso(iso);
    if (evidence != 0) {
        entry.evidence = {evidence};
    }
    m_entries.push_back(entry);
    m_ledger.reset();
}

std::pair<double, double> SmallCounty::figure(const QString &indicator, const QMap<QString, QString> &given,
                                              const char *iso) const
{
    const Indicator *found = m_registry.findIndicator(indicator);
    const auto set =
        found->evaluate({*this, *ParameterValues::parse(found->parameters, given), day(iso)}, JobContext());
    if (!set) {
        throw std::runtime_error(set.error().toText().toStdString());
    }
    std::pair<double, double> sum;
    for (const Contribution &item : set->items) {
        sum.first += item.numerator;
        sum.second += item.denominator;
    }
    return sum;
}

std::vector<CheckFinding> SmallCounty::found(const QString &checkId) const
{
    for (const Check &check : m_registry.checks) {
        if (check.id == checkId) {
            return *check.run(*this, JobContext());
        }
    }
    throw std::logic_error("no such check");
}

Result<Immutable<LayerSnapshot>> SmallCounty::layer(const QString &id, const QStringList &names,
                                                    const JobContext &) const
{
    const LayerSchema schema = m_registry.layerSchema(id).value();
    const std::vector<Fields> rows = m_rows.value(id);
    std::map<QString, Immutable<Column>> columns;
    for (const QString &name : names + QStringList{schema.areaField}) {
        const Field *field = schema.findField(name);
        if (field == nullptr && !name.isEmpty()) {
            throw std::logic_error("no such field: " + name.toStdString());
        }
        if (field != nullptr) {
            columns.emplace(name, freeze(columnOf(*field, rows)));
        }
    }
    std::vector<FeatureId> ids;
    PackedGeometry geometry;
    geometry.type = schema.geometry;
    for (std::size_t row = 0; row < rows.size(); ++row) {
        ids.push_back({static_cast<std::int64_t>(row) + 1});
        geometry.append(geometryOf(rows[row], schema.geometry));
    }
    geometry.finish();
    return freeze(
        LayerSnapshot(schema, m_crs, 1, freeze(std::move(ids)), freeze(std::move(geometry)), std::move(columns)));
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

Registry registryWith(void (*addAll)(Registry &))
{
    Registry draft;
    addAll(draft);
    Registry whole = hostRegistry();
    whole.merge(std::move(draft));
    return whole;
}

Day day(const char *iso)
{
    return *Day::fromIso(QString::fromLatin1(iso));
}

} // namespace cuntu::test
