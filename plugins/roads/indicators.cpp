// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/roads/connection.h"
#include "plugins/roads/indicator_parts.h"

#include <algorithm>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace cuntu::roads {

namespace {

double orZero(double value)
{
    return std::isnan(value) ? 0 : value;
}

/// Kilometres of a settlement's access road.
struct Kilometres {
    double done = 0;
    double left = 0;
    double whole = 0;
};

/// The table's own kilometres, where it has them.
struct TableColumns {
    const Column *needed_km = nullptr;
    const Column *hardened_km = nullptr;
};

/// By the table where it gives the kilometres needed, else by the settlement's share of the paths on the map. What is
/// connected has nothing left, whatever the table says: it may be older than the day asked about.
Kilometres kilometresOf(const Connection &connection, const TableColumns &columns, std::size_t row)
{
    const Access &access = connection.accesses[row];
    const double needed = columns.needed_km == nullptr ? std::nan("") : columns.needed_km->number(row);
    if (std::isnan(needed)) {
        return {access.doneShare_km, access.leftShare_km, access.pathShare_km};
    }
    const double hardened = columns.hardened_km == nullptr ? 0 : orZero(columns.hardened_km->number(row));
    const double done = access.connected ? needed : std::min(hardened, needed);
    return {done, needed - done, needed};
}

using Count = Contribution (*)(const Connection &, const TableColumns &, std::size_t row);

Contribution countSettlement(const Connection &connection, const TableColumns &, std::size_t row)
{
    return {0, connection.accesses[row].connected ? 1.0 : 0.0, 1};
}

Contribution countHouseholds(const Connection &connection, const TableColumns &, std::size_t row)
{
    const double households = orZero(connection.standings[row].households);
    return {0, connection.accesses[row].connected ? households : 0, households};
}

Contribution countPersons(const Connection &connection, const TableColumns &, std::size_t row)
{
    const double persons = orZero(connection.standings[row].persons);
    return {0, connection.accesses[row].connected ? persons : 0, persons};
}

Contribution countLeft(const Connection &connection, const TableColumns &columns, std::size_t row)
{
    const Kilometres km = kilometresOf(connection, columns, row);
    return {0, km.left, km.whole};
}

Contribution countDone(const Connection &connection, const TableColumns &columns, std::size_t row)
{
    const Kilometres km = kilometresOf(connection, columns, row);
    return {0, km.done, km.whole};
}

/// The eligible settlements, each with what @p count makes of it.
std::function<Result<IndicatorSet>(const IndicatorInput &, const JobContext &)> evaluator(Detail detail, Count count)
{
    return [detail, count](const IndicatorInput &input, const JobContext &job) -> Result<IndicatorSet> {
        const Rule rule = Rule::from(input.parameters);
        const QStringList more =
            detail == Detail::Reasons ? QStringList{u"needed_km"_s, u"hardened_km"_s} : QStringList();
        const auto connection = connect(input.project, rule, input.asOf, detail, job, more);
        if (!connection) {
            return connection.error();
        }
        const TableColumns columns{connection->settlements->column(u"needed_km"_s),
                                   connection->settlements->column(u"hardened_km"_s)};
        IndicatorSet set{connection->settlements, {}};
        set.items.reserve(connection->standings.size());
        for (std::uint32_t row = 0; row < connection->standings.size(); ++row) {
            if (connection->standings[row].eligibility == Eligibility::Eligible) {
                set.items.push_back(count(*connection, columns, row));
                set.items.back().row = row;
            }
        }
        return set;
    };
}

Indicator ratio(const QString &indicatorId, const Text &name, const Text &what, const QString &counted, Count count)
{
    Indicator made =
        ratioIndicator(indicatorId, name, {what.zh + ruleText().zh, what.en + u" "_s + ruleText().en}, counted);
    made.parameters = Rule::parameters();
    made.evaluate = evaluator(Detail::Connected, count);
    return made;
}

Indicator kilometres(const QString &indicatorId, const Text &name, const Text &what, Count count)
{
    const Text how{
        u"表中有需硬化里程的按表；没有的按图上路径计算，几个自然村共用的路只算一次，平均分摊。"
        u"没有任何道路可到的自然村无法计算，不计入。"_s,
        u" By the table where it gives the kilometres needed, else along the path on the map with the least to build; "
        u"kilometres that several settlements share are counted once, in equal parts. Settlements that no road leads "
        u"to cannot be measured and add nothing. "_s};
    Indicator made = ratioIndicator(indicatorId, name,
                                    {what.zh + how.zh + ruleText().zh, what.en + how.en + ruleText().en}, u"km"_s);
    made.kind = Indicator::Kind::Sum;
    made.unit = u"km"_s;
    made.parameters = Rule::parameters();
    made.evaluate = evaluator(Detail::Reasons, count);
    return made;
}

} // namespace

const Text &ruleText()
{
    static const Text text{
        u"计入：户数不少于门槛（默认户籍 25 "
        u"户）的自然村，拟撤并的除外；可限宜居、贫困村。相通：有进村路状态记录的，按当日状态，"
        u"已验收或已投用为相通；没有记录的看路网：自然村 100 "
        u"米内有路段，并沿路面已硬化、当日已验收或已投用、宽度够、能通行的路段通到乡道及以上"
        u"的已硬化验收路段（没有这类路段时通到村委会驻地，再否则为最大的硬化路网）。没有人说过已验收的硬化路段不算，除非另行指定。"_s,
        u"Counted: settlements of at least so many households (25 registered ones by default) that are not to be "
        u"withdrawn; "
        u"livable ones or those of poor villages only on request. Connected: where the status of its own access road "
        u"is recorded, "
        u"as that status says (accepted or in service). Else by the network: from a segment within 100 m over "
        u"segments that are hardened, accepted or in service on the day, wide enough and passable to a hardened, "
        u"accepted "
        u"township road or higher (where there is none in the data, to the seat of a village committee, else to the "
        u"largest "
        u"hardened network). A hardened segment of which nobody said that it was accepted does not count unless asked for."_s};
    return text;
}

Indicator ratioIndicator(const QString &indicatorId, const Text &name, const Text &help, const QString &counted)
{
    Indicator made;
    made.id = indicatorId;
    made.programme = id(k_programme);
    made.name = name;
    made.help = help;
    made.source = u"DOMAIN B.1"_s;
    made.kind = Indicator::Kind::Ratio;
    made.unit = u"%"_s;
    made.countedThing = counted;
    return made;
}

void addIndicators(Registry &draft)
{
    draft.indicators.push_back(
        ratio(u"road_nv_rate"_s, {u"自然村硬化率"_s, u"Settlements with a hardened road"_s},
              {u"通硬化路的自然村占计入自然村的比例。"_s, u"Share of the settlements counted that are connected."_s},
              u"个"_s, countSettlement));
    draft.indicators.push_back(
        ratio(u"road_hh_rate"_s, {u"通硬化路户数比例"_s, u"Households with a hardened road"_s},
              {u"通硬化路自然村的户数占比。"_s, u"Share of their households in connected settlements."_s}, u"户"_s,
              countHouseholds));
    draft.indicators.push_back(
        ratio(u"road_pop_rate"_s, {u"通硬化路人口比例"_s, u"Persons with a hardened road"_s},
              {u"通硬化路自然村的人口占比。"_s, u"Share of their persons in connected settlements."_s}, u"人"_s,
              countPersons));
    Indicator left = kilometres(
        u"road_km_left"_s, {u"剩余硬化里程"_s, u"Kilometres left to harden"_s},
        {u"未通自然村还需硬化的里程。"_s, u"What must still be hardened for settlements that are not connected."_s},
        countLeft);
    left.higherIsBetter = false;
    draft.indicators.push_back(left);
    draft.indicators.push_back(kilometres(u"road_km_done"_s, {u"已硬化里程"_s, u"Kilometres hardened"_s},
                                          {u"计入自然村的进村路中已硬化的里程。"_s,
                                           u"What is hardened of the access roads of the settlements counted."_s},
                                          countDone));
    addPhysicalProgress(draft);
    addLevelIndicators(draft);
    addBusIndicator(draft);
    addAccessIndex(draft);
    addFundIndicators(draft);
}

} // namespace cuntu::roads
