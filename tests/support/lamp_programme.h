// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plugin/registry.h"

namespace cuntu::test {

/// The host's registry and a small programme of its own: street lamps, with a life cycle and one indicator, the share
/// of settlements that stand as LIT. So the host is tested without any of the programmes that ship with it.
inline Registry lampDraft()
{
    Registry registry = hostRegistry();
    registry.programmes.push_back(
        {QStringLiteral("lamps"), {QStringLiteral("路灯"), QStringLiteral("Lamps")}, {}, {}, {}});
    LifeCycle cycle;
    cycle.id = QStringLiteral("lighting");
    cycle.name = {QStringLiteral("照明"), QStringLiteral("Lighting")};
    cycle.statuses = {
        {QStringLiteral("DARK"), {QStringLiteral("未装"), QStringLiteral("Dark")}, StatusClass::Need, {}, 0x888888},
        {QStringLiteral("WIRED"),
         {QStringLiteral("布线"), QStringLiteral("Wired")},
         StatusClass::Started,
         {},
         0xE69F00},
        {QStringLiteral("LIT"),
         {QStringLiteral("已亮"), QStringLiteral("Lit")},
         StatusClass::Done,
         {QStringLiteral("亮")},
         0x0072B2},
        {QStringLiteral("BROKEN"),
         {QStringLiteral("损坏"), QStringLiteral("Broken")},
         StatusClass::Broken,
         {},
         0xD55E00}};
    cycle.transitions = {{QStringLiteral("DARK"), QStringLiteral("WIRED"), false},
                         {QStringLiteral("WIRED"), QStringLiteral("LIT"), false},
                         {QStringLiteral("LIT"), QStringLiteral("BROKEN"), true}};
    cycle.measures = {
        {QStringLiteral("progress"), {QStringLiteral("形象进度"), QStringLiteral("Progress")}, QStringLiteral("%")},
        {QStringLiteral("cable"), {QStringLiteral("电缆"), QStringLiteral("Cable laid")}, QStringLiteral("km")},
        {QStringLiteral("load"), {QStringLiteral("负荷"), QStringLiteral("Load")}, QStringLiteral("kW"), false}};
    cycle.workMeasure = QStringLiteral("progress");
    cycle.statuses[1].mostShare = 0.9;
    cycle.statuses[2].leastShare = 1;
    cycle.statuses[2].mostShare = 1;
    registry.lifeCycles.push_back(cycle);
    LayerExtension extension;
    extension.layer = QStringLiteral("settlements");
    extension.programme = QStringLiteral("lamps");
    extension.lifeCycle = QStringLiteral("lighting");
    registry.extensions.push_back(extension);

    Parameter least;
    least.id = QStringLiteral("min_hh");
    least.name = {QStringLiteral("户数门槛"), QStringLiteral("Least households")};
    least.type = ParameterType::Integer;
    least.unit = QStringLiteral("户");
    least.defaultValue = QStringLiteral("0");
    Indicator lit;
    lit.id = QStringLiteral("lit_rate");
    lit.programme = QStringLiteral("lamps");
    lit.name = {QStringLiteral("亮灯率"), QStringLiteral("Lit share")};
    lit.help = {QStringLiteral("已亮的自然村占比"), QStringLiteral("Share of settlements that are lit")};
    lit.unit = QStringLiteral("%");
    lit.countedThing = QStringLiteral("个");
    lit.parameters = {least};
    lit.evaluate = [](const IndicatorInput &input, const JobContext &job) -> Result<IndicatorSet> {
        auto layer = input.project.layer(QStringLiteral("settlements"),
                                         {QStringLiteral("village_code"), QStringLiteral("hh_registered")}, job);
        if (!layer) {
            return layer.error();
        }
        IndicatorSet set{*layer, {}};
        for (std::size_t row = 0; row < (*layer)->size(); ++row) {
            if ((*layer)->column(QStringLiteral("hh_registered"))->number(row) <
                input.parameters.number(QStringLiteral("min_hh"))) {
                continue;
            }
            const Track track{QStringLiteral("lamps"), QStringLiteral("settlements"), {}};
            const bool done =
                input.project.ledger().statusOn(track, (*layer)->id(row), input.asOf) == QStringLiteral("LIT");
            set.items.push_back({static_cast<std::uint32_t>(row), done ? 1.0 : 0.0, 1.0});
        }
        return set;
    };
    registry.indicators.push_back(lit);
    return registry;
}

/// lampDraft(), frozen.
inline Immutable<Registry> lampRegistry()
{
    return freeze(lampDraft());
}

/// Lamps, and wells that are dug in the same settlements. Both programmes know the status BROKEN.
inline Immutable<Registry> lampAndWellRegistry()
{
    Registry registry = lampDraft();
    registry.programmes.push_back(
        {QStringLiteral("wells"), {QStringLiteral("水井"), QStringLiteral("Wells")}, {}, {}, {}});
    LifeCycle cycle;
    cycle.id = QStringLiteral("digging");
    cycle.name = {QStringLiteral("打井"), QStringLiteral("Digging")};
    cycle.statuses = {
        {QStringLiteral("DRY"), {QStringLiteral("无井"), QStringLiteral("Dry")}, StatusClass::Need, {}, 0x888888},
        {QStringLiteral("DUG"), {QStringLiteral("有井"), QStringLiteral("Dug")}, StatusClass::Done, {}, 0x0072B2},
        {QStringLiteral("BROKEN"),
         {QStringLiteral("井坏"), QStringLiteral("Out of order")},
         StatusClass::Broken,
         {},
         0xD55E00}};
    cycle.transitions = {{QStringLiteral("DRY"), QStringLiteral("DUG"), false},
                         {QStringLiteral("DUG"), QStringLiteral("BROKEN"), false}};
    registry.lifeCycles.push_back(cycle);
    LayerExtension extension;
    extension.layer = QStringLiteral("settlements");
    extension.programme = QStringLiteral("wells");
    extension.lifeCycle = cycle.id;
    registry.extensions.push_back(extension);
    return freeze(std::move(registry));
}

} // namespace cuntu::test
