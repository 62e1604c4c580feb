// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/roads/reasons.h"

#include "core/geo/station_text.h"
#include "plugins/roads/declare.h"

using namespace Qt::Literals::StringLiterals;

namespace cuntu::roads {

namespace {

QString metres(double value)
{
    return QString::number(value, 'f', 0);
}

QString kilometres(double value)
{
    return QString::number(value, 'f', 2);
}

Text eligibilityText(Eligibility eligibility)
{
    switch (eligibility) {
    case Eligibility::Eligible:
        return {u"计入"_s, u"counted"_s};
    case Eligibility::TooFewHouseholds:
        return {u"不计入：%1 户，不足 %2 户"_s, u"not counted: %1 households, fewer than %2"_s};
    case Eligibility::HouseholdsUnknown:
        return {u"不计入：户数不明"_s, u"not counted: the number of households is not known"_s};
    case Eligibility::NotLivable:
        return {u"不计入：不宜居"_s, u"not counted: not livable"_s};
    case Eligibility::LivableUnknown:
        return {u"不计入：未注明是否宜居"_s, u"not counted: it is not stated to be livable"_s};
    case Eligibility::NotInPoorVillage:
        return {u"不计入：不属于贫困村"_s, u"not counted: not in a poor village"_s};
    case Eligibility::ToBeWithdrawn:
        return {u"不计入：拟撤并"_s, u"not counted: it is to be withdrawn"_s};
    case Eligibility::Withdrawn:
        return {u"不计入：已批复撤并，且无常住户"_s,
                u"not counted: its withdrawal is approved, and nobody is said to live there"_s};
    case Eligibility::Cancelled:
        return {u"不计入：已凭批文取消"_s, u"not counted: its works were cancelled by an approval document"_s};
    }
    return {};
}

QString eligibilityId(Eligibility eligibility)
{
    switch (eligibility) {
    case Eligibility::Eligible:
        return u"ELIGIBLE"_s;
    case Eligibility::TooFewHouseholds:
        return u"TOO_FEW_HOUSEHOLDS"_s;
    case Eligibility::HouseholdsUnknown:
        return u"HOUSEHOLDS_UNKNOWN"_s;
    case Eligibility::NotLivable:
        return u"NOT_LIVABLE"_s;
    case Eligibility::LivableUnknown:
        return u"LIVABLE_UNKNOWN"_s;
    case Eligibility::NotInPoorVillage:
        return u"NOT_IN_POOR_VILLAGE"_s;
    case Eligibility::ToBeWithdrawn:
        return u"TO_BE_WITHDRAWN"_s;
    case Eligibility::Withdrawn:
        return u"WITHDRAWN"_s;
    case Eligibility::Cancelled:
        return u"CANCELLED"_s;
    }
    return {};
}

QString stateId(SegmentState state)
{
    switch (state) {
    case SegmentState::Usable:
        return u"USABLE"_s;
    case SegmentState::AcceptanceUnknown:
        return u"ACCEPTANCE_UNKNOWN"_s;
    case SegmentState::NotAccepted:
        return u"NOT_ACCEPTED"_s;
    case SegmentState::Defective:
        return u"DEFECTIVE"_s;
    case SegmentState::WidthUnknown:
        return u"WIDTH_UNKNOWN"_s;
    case SegmentState::TooNarrow:
        return u"TOO_NARROW"_s;
    case SegmentState::Impassable:
        return u"IMPASSABLE"_s;
    case SegmentState::OtherSurface:
        return u"OTHER_SURFACE"_s;
    case SegmentState::SurfaceUnknown:
        return u"SURFACE_UNKNOWN"_s;
    case SegmentState::Unhardened:
        return u"UNHARDENED"_s;
    }
    return {};
}

QString statusSentence(const Connection &connection, std::size_t row)
{
    const LifeCycle works = worksLifeCycle();
    const auto entry = connection.works.standingOn(connection.settlements->id(row), connection.day);
    const Status *status = works.findStatus(entry->status);
    return Text{u"进村路自 %2 起的状态：%1"_s, u"its access road is recorded as '%1' since %2"_s}.toString().arg(
        status == nullptr ? entry->status : status->name.toString(), entry->effective.toText());
}

QString brokenSentence(const Connection &connection, const Access &access)
{
    QString where = segmentName(*connection.roads, access.road);
    if (const StretchState *stretch = connection.stretchAt(access)) {
        where += u" %1–%2"_s.arg(stationText(stretch->from_km), stationText(stretch->to_km));
    }
    const QString what = stateText(connection.stateAt(access)).toString();
    QString sentence =
        Text{u"路径在距本村 %1 公里处的路段 %2 中断：%3"_s, u"the path breaks %1 km away at segment %2: %3"_s}
            .toString()
            .arg(kilometres(access.breakAt_km), where, what);
    if (access.breakAt_km <= 0) {
        sentence = Text{u"村旁路段 %1：%2"_s, u"segment %1 at the settlement: %2"_s}.toString().arg(where, what);
    }
    if (access.toHarden_km > 0) {
        sentence +=
            Text{u"；还需硬化 %1 公里"_s, u"; %1 km left to harden"_s}.toString().arg(kilometres(access.toHarden_km));
    }
    return sentence;
}

QString networkSentence(const Connection &connection, const Access &access, const Rule &rule)
{
    switch (access.byNetwork) {
    case Reason::ByNetwork:
        return Text{u"经路段 %1 通硬化路 %2 公里至%3"_s, u"by segment %1, %2 km of hardened road to %3"_s}
            .toString()
            .arg(segmentName(*connection.roads, access.road), kilometres(access.route_km),
                 destinationText(connection.destination).toString());
    case Reason::NoPosition:
        return Text{u"没有坐标，无法判断"_s, u"it has no position, so nothing can be said"_s}.toString();
    case Reason::NoRoadNear:
        return Text{u"%1 米内没有道路"_s, u"no road within %1 m"_s}.toString().arg(metres(rule.snap_m));
    case Reason::PathBroken:
        return brokenSentence(connection, access);
    case Reason::Isolated:
        return Text{u"村旁的路不通到%1"_s, u"no road from here leads to %1"_s}.toString().arg(
            destinationText(connection.destination).toString());
    case Reason::NoDestination:
        return Text{u"数据中没有%1"_s, u"these data have no %1"_s}.toString().arg(
            destinationText(connection.destination).toString());
    case Reason::ByStatus:
    case Reason::StatusSaysNot:
        break;
    }
    return {};
}

} // namespace

QStringList segmentNameFields()
{
    return {u"route_code"_s, u"name"_s};
}

QString segmentName(const LayerSnapshot &roads, std::size_t row)
{
    for (const QString &field : segmentNameFields()) {
        const Column *column = roads.column(field);
        if (column != nullptr && !column->isNull(row)) {
            return column->display(row);
        }
    }
    return u"#%1"_s.arg(roads.id(row).value);
}

QString statedRoute(const Connection &connection, std::size_t row)
{
    const Column *column = connection.settlements->column(u"access_route"_s);
    return column == nullptr || column->isNull(row) ? QString() : column->display(row);
}

QString accessRoute(const Connection &connection, std::size_t row)
{
    const QString stated = statedRoute(connection, row);
    const std::vector<std::uint32_t> &route = connection.accesses[row].route;
    return stated.isEmpty() && !route.empty() ? segmentName(*connection.roads, route.front()) : stated;
}

Text stateText(SegmentState state)
{
    switch (state) {
    case SegmentState::Usable:
        return {u"已硬化并验收"_s, u"hardened and accepted"_s};
    case SegmentState::AcceptanceUnknown:
        return {u"已硬化，但没有验收记录"_s, u"hardened, but acceptance not recorded"_s};
    case SegmentState::NotAccepted:
        return {u"已硬化，但尚未验收"_s, u"hardened, but not accepted yet"_s};
    case SegmentState::Defective:
        return {u"损毁或不达标"_s, u"damaged or substandard"_s};
    case SegmentState::WidthUnknown:
        return {u"路面宽度不明"_s, u"the surface width is not known"_s};
    case SegmentState::TooNarrow:
        return {u"路面过窄"_s, u"too narrow"_s};
    case SegmentState::Impassable:
        return {u"不能通行"_s, u"not passable"_s};
    case SegmentState::OtherSurface:
        return {u"已硬化，但不是所要求的路面"_s, u"hardened, but not with the surface that is asked for"_s};
    case SegmentState::SurfaceUnknown:
        return {u"路面类型不明"_s, u"the surface is not known"_s};
    case SegmentState::Unhardened:
        return {u"未硬化"_s, u"not hardened"_s};
    }
    return {};
}

QString settlementReason(const Connection &connection, const Rule &rule, std::size_t row)
{
    const Standing &standing = connection.standings[row];
    if (standing.eligibility != Eligibility::Eligible) {
        const QString text = eligibilityText(standing.eligibility).toString();
        return standing.eligibility == Eligibility::TooFewHouseholds
                   ? text.arg(metres(standing.households)).arg(rule.minHouseholds)
                   : text;
    }
    const QString sentence = standing.hasStatus ? statusSentence(connection, row)
                                                : networkSentence(connection, connection.accesses[row], rule);
    if (!standing.belowThresholdNow) {
        return sentence;
    }
    return sentence +
           Text{u"（按基期户数计入，现为 %1 户）"_s, u" (counted by its households of the baseline; now %1)"_s}
               .toString()
               .arg(metres(standing.households));
}

QString segmentReason(const Connection &connection, std::size_t row)
{
    return stateText(connection.segments.states[row]).toString();
}

QString reasonId(const Connection &connection, std::size_t row)
{
    if (connection.standings[row].eligibility != Eligibility::Eligible) {
        return eligibilityId(connection.standings[row].eligibility);
    }
    switch (connection.accesses[row].reason) {
    case Reason::ByStatus:
        return u"BY_STATUS"_s;
    case Reason::StatusSaysNot:
        return u"STATUS_SAYS_NOT"_s;
    case Reason::ByNetwork:
        return u"BY_NETWORK"_s;
    case Reason::NoPosition:
        return u"NO_POSITION"_s;
    case Reason::NoRoadNear:
        return u"NO_ROAD_NEAR"_s;
    case Reason::PathBroken:
        return u"BROKEN_"_s + stateId(connection.stateAt(connection.accesses[row]));
    case Reason::Isolated:
        return u"ISOLATED"_s;
    case Reason::NoDestination:
        return u"NO_DESTINATION"_s;
    }
    return {};
}

Text destinationText(Destination destination)
{
    switch (destination) {
    case Destination::Auto:
        break;
    case Destination::Classified:
        return {u"乡道及以上路网"_s, u"network of township roads and higher"_s};
    case Destination::Committees:
        return {u"村委会驻地"_s, u"seat of a village committee"_s};
    case Destination::OwnCommittee:
        return {u"本村村委会驻地"_s, u"seat of its own village's committee"_s};
    case Destination::Largest:
        return {u"最大的硬化路网"_s, u"largest hardened network"_s};
    }
    return {u"自动"_s, u"automatic"_s};
}

QString destinationId(Destination destination)
{
    switch (destination) {
    case Destination::Auto:
        break;
    case Destination::Classified:
        return u"classified"_s;
    case Destination::Committees:
        return u"committees"_s;
    case Destination::OwnCommittee:
        return u"own_committee"_s;
    case Destination::Largest:
        return u"largest"_s;
    }
    return u"auto"_s;
}

} // namespace cuntu::roads
