// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snapshot/project_snapshot.h"
#include "plugins/roads/connection.h"

namespace cuntu::roads {

/// What is done to a piece of road so that it carries a connection.
enum class WorkKind : std::uint8_t {
    Build,  ///< harden it
    Reopen, ///< make it passable: a bridge, a washed-out piece
    Widen,
    Mend,   ///< put right what is damaged or substandard
    Accept, ///< have it accepted, or its width recorded: nothing is built
    Gap,    ///< build the gap between two roads
};

/// What a segment in that state needs. Not for usable ones.
WorkKind workOf(SegmentState state);
Text workName(WorkKind kind);
/// Stable id: BUILD, REOPEN, ...
QString workId(WorkKind kind);

/// What works cost. All of these are settings of a plan, none is a fact: see their help.
struct PlanCosts {
    double build_yuan_km = 120'000;
    double widen_yuan_km = 60'000;
    double mend_yuan_km = 60'000;
    double hillSlope_percent = 5;
    double mountainSlope_percent = 12;
    double hillFactor = 1.3;
    double mountainFactor = 1.8;
    QString heights; ///< file of a terrain model; empty: all ground counts as flat

    static std::vector<Parameter> parameters();
    static PlanCosts from(const ParameterValues &values);
    double yuanPerKm(WorkKind kind) const;
};

/// What a metre of each line of a network costs, in yuan.
struct LineCosts {
    std::vector<double> yuanPerMetre; ///< per line; of usable ones 0
    double terrainMissing_km = 0;     ///< of lines to be built that the terrain model does not cover
};

/// Prices the lines of @p connection. Field estimate_yuan of layer roads, where it is loaded and given, is what the
/// whole of a segment costs, and goes before the rates. The terrain's factor is by the mean slope along the line, up
/// and down alike. UnknownCrs, cancelled, or what reading the terrain reports.
Result<LineCosts> lineCosts(const Connection &connection, const PlanCosts &costs, const JobContext &job);

} // namespace cuntu::roads
