// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "works.hpp"

namespace cuntu::sample {

/// Money and stretches of the road works.
struct RoadTables {
    Table budgets;   ///< 道路资金: budget of each road that is in the register of progress, by source
    Table payments;  ///< 道路资金拨付: what was issued and paid, by date
    Table stretches; ///< 道路桩号区间: parts of roads under construction
};

/// Made from the histories of @p roads. Some payments are wrong on purpose: see sample-data/README.md.
RoadTables makeRoadTables(const std::vector<Road> &roads, const Request &request);

} // namespace cuntu::sample
