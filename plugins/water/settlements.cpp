// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/water/settlements.h"

#include "core/snapshot/home_finder.h"
#include "plugins/water/declare.h"

#include <QSet>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace cuntu::water {

namespace {

constexpr std::uint32_t k_nowhere = std::numeric_limits<std::uint32_t>::max();

const QStringList &ownFields()
{
    static const QStringList fields{u"water_kind"_s,  u"fetch_min"_s,  u"fetch_h_m"_s,
                                    u"fetch_v_m"_s,   u"is_scarce"_s,  u"refused"_s,
                                    u"supplied_on"_s, u"works_code"_s, u"supplied_pop"_s};
    return fields;
}

double larger(double registered, double resident)
{
    const double persons = std::fmax(registered, resident);
    return std::isnan(persons) ? 0 : persons;
}

/// Code on @p day of each distinct text of @p column.
std::vector<QString> codesOn(const Column *column, const AreaTree &areas, Day day)
{
    std::vector<QString> codes;
    for (std::uint32_t code = 0; column != nullptr && code < column->distinct(); ++code) {
        codes.push_back(codeOn(areas, toQString(column->textOf(code)), day));
    }
    return codes;
}

QString codeAt(const Column *column, const std::vector<QString> &codes, std::size_t row)
{
    return column == nullptr || column->isNull(row) ? QString() : codes[column->code(row)];
}

Result<Immutable<LayerSnapshot>> loadHouseholds(const ProjectSnapshot &project, const QStringList &more,
                                                const JobContext &job)
{
    return layerWith(
        project, id(k_households),
        HomeFinder::householdFields() + QStringList{u"members"_s, u"members_resident"_s, u"site_code"_s} + more, job);
}

/// Persons of registered households that moved leave one settlement and join another. Those of a site that is no
/// settlement stay where they are registered, so that nobody gets lost; check water.sites names them.
Result<void> move(const ProjectSnapshot &project, const Settlements &settlements, Day day, const JobContext &job,
                  std::vector<double> &registered)
{
    const auto layer = loadHouseholds(project, {}, job);
    if (!layer) {
        return layer.error();
    }
    const Column *sites = (*layer)->column(u"site_code"_s);
    if (sites == nullptr || sites->distinct() == 0) {
        return {};
    }
    HomeFinder homes(*settlements.layer, **layer, project.areas(), day);
    for (std::size_t row = 0; row < (*layer)->size(); ++row) {
        const std::string_view site = textAt(sites, row);
        const std::uint32_t to = site.empty() ? k_nowhere : settlements.byCode.value(toQString(site), k_nowhere);
        const std::uint32_t from = to == k_nowhere ? k_nowhere : homes.at(row);
        const double members = numberAt((*layer)->column(u"members"_s), row);
        if (from != k_nowhere && from != to && members > 0) {
            registered[from] = std::max(0.0, registered[from] - members);
            registered[to] = (std::isnan(registered[to]) ? 0 : registered[to]) + members;
        }
    }
    return {};
}

} // namespace

std::vector<std::uint32_t> Settlements::listed(const QStringList &parts, const AreaTree &areas, Day day,
                                               QStringList &unknown) const
{
    std::vector<std::uint32_t> rows;
    for (const QString &part : parts) {
        QString code = codeOn(areas, part, day);
        if (const auto row = byCode.constFind(part); row != byCode.cend()) {
            rows.push_back(*row);
            continue;
        }
        if (!AreaCode::parse(part)) {
            const auto named = areas.named(AreaLevel::Village, part);
            code = named.size() == 1 ? areas.codeOn(named.front()->code, day).toString() : QString();
        }
        const auto inside = ofVillage.constFind(code);
        if (code.isEmpty() || inside == ofVillage.cend()) { // settlements of no village are under an empty code
            unknown << part;
        } else {
            rows.insert(rows.end(), inside->begin(), inside->end());
        }
    }
    std::sort(rows.begin(), rows.end());
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    return rows;
}

Result<Settlements> readSettlements(const ProjectSnapshot &project, Day day, const QStringList &moreFields,
                                    const JobContext &job)
{
    auto layer =
        layerWith(project, id(k_settlements),
                  SupplyColumns::fields() + ownFields() + moreFields +
                      QStringList{u"code"_s, u"name"_s, u"village_code"_s, u"pop_registered"_s, u"pop_resident"_s},
                  job);
    if (!layer) {
        return layer.error();
    }
    Settlements settlements;
    settlements.layer = *layer;
    const Column *villages = (*layer)->column(u"village_code"_s);
    const std::vector<QString> codes = codesOn(villages, project.areas(), day);
    std::vector<double> registered;
    for (std::uint32_t row = 0; row < (*layer)->size(); ++row) {
        settlements.codes.push_back(stringAt((*layer)->column(u"code"_s), row));
        settlements.villages.push_back(codeAt(villages, codes, row));
        settlements.byCode.insert(settlements.codes.back(), row);
        settlements.ofVillage[settlements.villages.back()].push_back(row);
        registered.push_back(numberAt((*layer)->column(u"pop_registered"_s), row));
    }
    if (auto moved = move(project, settlements, day, job, registered); !moved) {
        return moved.error();
    }
    for (std::size_t row = 0; row < registered.size(); ++row) {
        settlements.persons.push_back(larger(registered[row], numberAt((*layer)->column(u"pop_resident"_s), row)));
    }
    return settlements;
}

Result<Households> readHouseholds(const ProjectSnapshot &project, const Settlements &settlements, Day day,
                                  const QStringList &moreFields, const JobContext &job)
{
    auto layer = loadHouseholds(project, SupplyColumns::fields() + ownFields() + moreFields, job);
    if (!layer) {
        return layer.error();
    }
    Households households;
    HomeFinder homes(*settlements.layer, **layer, project.areas(), day);
    const Column *sites = (*layer)->column(u"site_code"_s);
    const bool moves = sites != nullptr && sites->distinct() > 0;
    Column where(Column::Kind::Text);
    for (std::size_t row = 0; row < (*layer)->size(); ++row) {
        std::uint32_t home = homes.at(row);
        const QString site = moves ? toQString(sites->text(row)) : QString();
        const std::uint32_t to = site.isEmpty() ? k_nowhere : settlements.byCode.value(site, k_nowhere);
        const bool toVillage = to == k_nowhere && settlements.ofVillage.contains(codeOn(project.areas(), site, day));
        home = to != k_nowhere ? to : toVillage ? k_nowhere : home;
        if (moves) {
            const QString village = to != k_nowhere ? settlements.villages[to] : toVillage ? site : homes.village(row);
            village.isEmpty() ? where.appendNull() : where.appendText(village.toStdString());
        }
        households.settlementOf.push_back(home);
        households.persons.push_back(larger(numberAt((*layer)->column(u"members"_s), row),
                                            numberAt((*layer)->column(u"members_resident"_s), row)));
    }
    households.layer = *layer;
    if (moves) {
        where.finish();
        std::map<QString, Immutable<Column>> columns = (*layer)->columns();
        columns.insert_or_assign(u"village_code"_s, freeze(std::move(where)));
        households.layer = freeze(LayerSnapshot((*layer)->schema(), (*layer)->crs(), (*layer)->revision(),
                                                (*layer)->sharedIds(), (*layer)->sharedGeometry(), std::move(columns)));
    }
    return households;
}

Result<std::vector<bool>> inPoorVillages(const ProjectSnapshot &project, const LayerSnapshot &layer, Day day,
                                         const JobContext &job)
{
    const auto villages = layerWith(project, id(k_villages), {u"code"_s, u"poor_village"_s}, job);
    if (!villages) {
        return villages.error();
    }
    QSet<QString> poor;
    for (std::size_t row = 0; row < (*villages)->size(); ++row) {
        if (numberAt((*villages)->column(u"poor_village"_s), row) == 1) {
            poor.insert(codeOn(project.areas(), stringAt((*villages)->column(u"code"_s), row), day));
        }
    }
    const Column *column = layer.column(layer.schema().areaField);
    const std::vector<QString> codes = codesOn(column, project.areas(), day);
    std::vector<bool> result;
    for (std::size_t row = 0; row < layer.size(); ++row) {
        result.push_back(poor.contains(codeAt(column, codes, row)));
    }
    return result;
}

} // namespace cuntu::water
