// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/algorithm/parameter_makers.h"
#include "core/snapshot/known_columns.h"
#include "plugins/roads/indicator_parts.h"

#include <QSet>

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace cuntu::roads {

namespace {

/// Codes on the day of the villages whose committee sits in a settlement with a bus.
Result<QSet<QString>> seatsWithBus(const ProjectSnapshot &project, Day day, const JobContext &job)
{
    const auto settlements =
        layerWith(project, id(k_settlements), {u"village_code"_s, u"has_bus"_s, u"has_committee"_s}, job);
    if (!settlements) {
        return settlements.error();
    }
    const Column *village = (*settlements)->column(u"village_code"_s);
    const Column *bus = (*settlements)->column(u"has_bus"_s);
    const Column *seat = (*settlements)->column(u"has_committee"_s);
    QSet<QString> codes;
    for (std::size_t row = 0; village != nullptr && row < (*settlements)->size(); ++row) {
        if (numberAt(bus, row) == 1 && numberAt(seat, row) == 1) {
            codes.insert(codeOn(project.areas(), village->text(row), day));
        }
    }
    return codes;
}

/// Whether the village's own row says that a bus comes on @p day; empty: it says nothing.
std::optional<bool> statedBus(double bus, double since, Day day)
{
    if (!std::isnan(since) && bus != 0) {
        return since <= day.number();
    }
    return std::isnan(bus) ? std::nullopt : std::optional(bus == 1);
}

Result<IndicatorSet> evaluate(const IndicatorInput &input, const JobContext &job)
{
    const auto villages =
        layerWith(input.project, id(k_villages), {u"code"_s, u"poor_village"_s, u"has_bus"_s, u"bus_since"_s}, job);
    if (!villages) {
        return villages.error();
    }
    const auto seats = seatsWithBus(input.project, input.asOf, job);
    if (!seats) {
        return seats.error();
    }
    const LayerSnapshot &layer = **villages;
    const bool poorOnly = input.parameters.boolean(u"poor_only"_s);
    IndicatorSet set{*villages, {}};
    for (std::uint32_t row = 0; row < layer.size(); ++row) {
        if (poorOnly && numberAt(layer.column(u"poor_village"_s), row) != 1) {
            continue;
        }
        const auto stated = statedBus(numberAt(layer.column(u"has_bus"_s), row),
                                      numberAt(layer.column(u"bus_since"_s), row), input.asOf);
        const QString code = codeOn(input.project.areas(), textAt(layer.column(u"code"_s), row), input.asOf);
        set.items.push_back({row, stated.value_or(seats->contains(code)) ? 1.0 : 0.0, 1});
    }
    return set;
}

} // namespace

void addBusIndicator(Registry &draft)
{
    Indicator bus = ratioIndicator(
        u"bus_av_rate"_s, {u"建制村通客车率"_s, u"Villages with a bus"_s},
        {u"通客车的建制村占全部建制村的比例。按行政村的“是否通客车”和“通客车日期”（自该日起算）；行政村没有填写的，"
         u"看村委会驻地自然村的“是否通客车”；都没有填写的视为未通。"_s,
         u"Share of the administrative villages with a regular bus. As the village's row says, from the day given "
         u"there on; where it says nothing, as that of the settlement in which its committee sits; where that says "
         u"nothing either, there is none."_s},
        u"个"_s);
    bus.parameters = {yesNoParameter(u"poor_only"_s, {u"仅贫困村"_s, u"Poor villages only"_s},
                                     {u"只计入贫困村。"_s, u"Count only villages that are marked as poor."_s})};
    bus.evaluate = evaluate;
    draft.indicators.push_back(std::move(bus));
}

} // namespace cuntu::roads
