// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plugins/roads/plan_outcome.h"
#include "plugins/roads/stretches.h"

namespace cuntu::roads {

/// What a work is, for a note: "2027: harden K0+000 to K0+850, 102,000 yuan".
QString workNote(const RoadStations &stations, const PlanWork &work);

/// The works in the order of building, each with its piece of road.
OutcomeLayer worksLayer(const PlanResult &result, const RoadStations &stations);
/// The settlements that are not connected yet: what the plan does for them, or what it would take.
OutcomeLayer plannedSettlementsLayer(const PlanResult &result);

} // namespace cuntu::roads
