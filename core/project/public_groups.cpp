// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"
#include "core/geo/clean.h"
#include "core/project/public_list.h"
#include "core/project/settings.h"
#include "core/schema/field_makers.h"
#include "core/snapshot/home_finder.h"
#include "core/snapshot/known_columns.h"

#include <cmath>

namespace cuntu {

namespace {

LayerSchema groupSchema(const LayerSchema &of)
{
    using namespace field_makers;
    LayerSchema schema;
    schema.id = of.id + QStringLiteral("_groups");
    schema.name = {of.name.zh + QStringLiteral("分组计数"), of.name.en + QStringLiteral(" counted by group")};
    schema.geometry = GeometryType::Point;
    schema.nameField = QStringLiteral("name");
    schema.areaField = QStringLiteral("village_code");
    schema.fields = {
        field(QStringLiteral("level"), {QStringLiteral("级别"), QStringLiteral("Level")}, FieldType::Text),
        field(QStringLiteral("code"), {QStringLiteral("代码"), QStringLiteral("Code")}, FieldType::Text),
        field(QStringLiteral("name"), {QStringLiteral("名称"), QStringLiteral("Name")}, FieldType::Text),
        field(QStringLiteral("village_code"), {QStringLiteral("行政村代码"), QStringLiteral("Village code")},
              FieldType::Text),
        field(QStringLiteral("village"), {QStringLiteral("行政村"), QStringLiteral("Village")}, FieldType::Text),
        field(QStringLiteral("count"), {QStringLiteral("数量"), QStringLiteral("Count")}, FieldType::Integer, {},
              QStringLiteral("户"))};
    return schema;
}

bool isThere(Point point)
{
    return std::isfinite(point.x) && std::isfinite(point.y);
}

/// Counts features by settlement and by village.
class Groups {
public:
    Groups(const ProjectSnapshot &snapshot, Immutable<LayerSnapshot> settlements, Immutable<LayerSnapshot> villages,
           qint64 smallest, Day day)
        : m_areas(snapshot.areas()),
          m_settlements(std::move(settlements)),
          m_villages(std::move(villages)),
          m_smallest(smallest),
          m_day(day)
    {
    }

    void add(std::uint32_t settlement, const QString &village)
    {
        if (settlement != HomeFinder::k_nowhere) {
            ++m_bySettlement[settlement];
        } else {
            ++m_byVillage[village];
        }
    }

    std::vector<FeatureRow> rows()
    {
        std::vector<FeatureRow> rows;
        for (const auto &[row, count] : m_bySettlement) {
            const Point point = m_settlements->geometry().firstPoint(row);
            if (count >= m_smallest && isThere(point)) {
                rows.push_back(settlementRow(row, count, point));
            } else {
                m_byVillage[villageOf(row)] += count;
                m_joined += count;
            }
        }
        placeVillages();
        for (const auto &[code, count] : m_byVillage) {
            const auto place = m_places.find(code);
            if (count >= m_smallest && place != m_places.end() && !code.isEmpty()) {
                rows.push_back(villageRow(code, count, place->second));
            } else {
                m_leftOut += count;
            }
        }
        return rows;
    }

    QStringList notes() const
    {
        QStringList notes;
        if (m_joined > 0) {
            notes << Core::tr("%1 in groups of fewer than %2, or without a position, are counted by their village")
                         .arg(m_joined)
                         .arg(m_smallest);
        }
        if (m_leftOut > 0) {
            notes << Core::tr("%1 are left out: fewer than %2 in their village, or no place to show them")
                         .arg(m_leftOut)
                         .arg(m_smallest);
        }
        return notes;
    }

private:
    QString villageOf(std::uint32_t settlement) const
    {
        return codeOn(m_areas, textAt(m_settlements->column(QStringLiteral("village_code")), settlement), m_day);
    }

    static FeatureRow groupRow(const QStringList &texts, qint64 count, Point point)
    {
        FeatureRow row;
        for (const QString &text : texts) {
            row.values.push_back(text.isEmpty() ? Value() : Value(text.toStdString()));
        }
        row.values.emplace_back(std::int64_t{count});
        row.geometry = Geometry::point(point);
        return row;
    }

    QString nameOf(const QString &village) const
    {
        const auto code = AreaCode::parse(village);
        return code ? m_areas.nameOf(*code, m_day) : QString();
    }

    FeatureRow settlementRow(std::uint32_t row, qint64 count, Point point) const
    {
        const QString village = villageOf(row);
        return groupRow({QStringLiteral("settlement"), stringAt(m_settlements->column(QStringLiteral("code")), row),
                         stringAt(m_settlements->column(QStringLiteral("name")), row), village, nameOf(village)},
                        count, point);
    }

    FeatureRow villageRow(const QString &code, qint64 count, Point point) const
    {
        return groupRow({QStringLiteral("village"), code, nameOf(code), code, nameOf(code)}, count, point);
    }

    /// A point for each village: inside its border, else the middle of its settlements.
    void placeVillages()
    {
        const Column *codes = m_villages->column(QStringLiteral("code"));
        for (std::size_t row = 0; codes != nullptr && row < m_villages->size(); ++row) {
            const QString code = codeOn(m_areas, codes->text(row), m_day);
            if (m_byVillage.contains(code) && m_villages->geometry().hasGeometry(row)) {
                m_places[code] = pointInside(m_villages->geometry().geometry(row));
            }
        }
        std::map<QString, std::pair<Point, int>> sums;
        for (std::uint32_t row = 0; row < m_settlements->size(); ++row) {
            const Point point = m_settlements->geometry().firstPoint(row);
            if (isThere(point)) {
                auto &[sum, count] = sums[villageOf(row)];
                sum = {sum.x + point.x, sum.y + point.y};
                ++count;
            }
        }
        for (const auto &[code, sum] : sums) {
            m_places.emplace(code, Point{sum.first.x / sum.second, sum.first.y / sum.second});
        }
    }

    const AreaTree &m_areas;
    Immutable<LayerSnapshot> m_settlements;
    Immutable<LayerSnapshot> m_villages;
    qint64 m_smallest;
    Day m_day;
    std::map<std::uint32_t, qint64> m_bySettlement;
    std::map<QString, qint64> m_byVillage;
    std::map<QString, Point> m_places;
    qint64 m_joined = 0;
    qint64 m_leftOut = 0;
};

} // namespace

qint64 smallestGroup(const ProjectSnapshot &snapshot)
{
    return static_cast<qint64>(std::max(numberSetting(snapshot, k_smallestGroupSetting), k_smallestGroup));
}

Result<SelectedFeatures> publicGroups(const ProjectSnapshot &snapshot, SelectedFeatures selected, qint64 smallest,
                                      Day day, const JobContext &job)
{
    auto settlements = layerWith(snapshot, QStringLiteral("settlements"),
                                 {QStringLiteral("code"), QStringLiteral("name"), QStringLiteral("village_code")}, job);
    auto villages = layerWith(snapshot, QStringLiteral("villages"), {QStringLiteral("code")}, job);
    QStringList fields = HomeFinder::householdFields();
    erase_if(fields, [&](const QString &id) { return selected.schema.findField(id) == nullptr; });
    auto people = snapshot.layer(selected.schema.id, fields, job);
    for (const auto *layer : {&settlements, &villages, &people}) {
        if (!*layer) {
            return layer->error();
        }
    }
    HomeFinder homes(**settlements, **people, snapshot.areas(), day);
    Groups groups(snapshot, *settlements, *villages, smallest, day);
    FeatureRow row;
    qint64 count = 0;
    auto more = selected.features(row);
    for (; more && *more; more = selected.features(row)) {
        if (const auto at = (*people)->rowOf(row.id)) {
            groups.add(homes.at(*at), homes.village(*at));
        }
        if (++count % 256 == 0 && job.isCancelled()) {
            return cancelledError();
        }
    }
    if (!more) {
        return more.error();
    }
    SelectedFeatures result{groupSchema(selected.schema), selected.crs, sourceOf(groups.rows()), selected.notes};
    *result.notes << groups.notes();
    return result;
}

} // namespace cuntu
