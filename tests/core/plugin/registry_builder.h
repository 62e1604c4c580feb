// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plugin/registry.h"

namespace cuntu::test {

/// The same text in both languages.
inline Text text(const QString &both)
{
    return {both, both};
}

inline Field field(const QString &id, FieldType type = FieldType::Text)
{
    Field field;
    field.id = id;
    field.name = text(id);
    field.type = type;
    return field;
}

inline Status status(const QString &id)
{
    Status status;
    status.id = id;
    status.name = text(id);
    return status;
}

inline Indicator indicator(const QString &programme, const QString &id)
{
    Indicator indicator;
    indicator.id = id;
    indicator.programme = programme;
    indicator.name = text(id);
    indicator.help = text(id);
    indicator.unit = QStringLiteral("%");
    indicator.countedThing = QStringLiteral("个");
    indicator.evaluate = [](const IndicatorInput &, const JobContext &) -> Result<IndicatorSet> {
        return IndicatorSet{};
    };
    return indicator;
}

inline Overlay overlay(const QString &programme, const QString &id)
{
    Overlay overlay;
    overlay.id = id;
    overlay.programme = programme;
    overlay.name = text(id);
    overlay.help = text(id);
    overlay.classes = {{QStringLiteral("lit"), text(QStringLiteral("lit")), 0xffcc00, Marking::Plain},
                       {QStringLiteral("dark"), text(QStringLiteral("dark")), 0x333333, Marking::Hatched}};
    overlay.classify = [](const OverlayInput &, const JobContext &) -> Result<std::vector<OverlayFeatures>> {
        return std::vector<OverlayFeatures>{};
    };
    return overlay;
}

inline Algorithm algorithm(const QString &programme, const QString &id)
{
    Algorithm algorithm;
    algorithm.id = id;
    algorithm.programme = programme;
    algorithm.name = text(id);
    algorithm.help = text(id);
    algorithm.run = [](const AlgorithmInput &, const JobContext &) -> Result<Outcome> { return Outcome{}; };
    return algorithm;
}

inline Check check(const QString &programme, const QString &id)
{
    Check check;
    check.id = id;
    check.programme = programme;
    check.name = text(id);
    check.run = [](const ProjectSnapshot &, const JobContext &) -> Result<std::vector<CheckFinding>> {
        return std::vector<CheckFinding>{};
    };
    return check;
}

/// A small programme without a fault: street lamps, from needed to lit.
inline Registry lamps()
{
    const QString id = QStringLiteral("lamps");
    Registry registry;
    registry.programmes = {{id, text(id), text(id), QStringLiteral("lit_share"), QStringLiteral("lamps.light")}};
    LifeCycle cycle;
    cycle.id = QStringLiteral("lamp_life");
    cycle.name = text(cycle.id);
    cycle.statuses = {status(QStringLiteral("NEEDED")), status(QStringLiteral("LIT"))};
    cycle.transitions = {{QStringLiteral("NEEDED"), QStringLiteral("LIT"), false}};
    registry.lifeCycles = {cycle};
    LayerSchema layer;
    layer.id = id;
    layer.name = text(id);
    layer.geometry = GeometryType::Point;
    layer.programme = id;
    layer.tracks = {{id, cycle.id}};
    layer.keyField = QStringLiteral("code");
    layer.fields = {field(layer.keyField), field(QStringLiteral("watts"), FieldType::Integer)};
    registry.layers = {layer};
    registry.indicators = {indicator(id, QStringLiteral("lit_share"))};
    registry.overlays = {overlay(id, QStringLiteral("lamps.light"))};
    registry.algorithms = {algorithm(id, QStringLiteral("lamps.place"))};
    registry.checks = {check(id, QStringLiteral("lamps.in_order"))};
    return registry;
}

} // namespace cuntu::test
