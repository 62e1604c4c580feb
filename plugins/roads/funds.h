// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snapshot/project_snapshot.h"

#include <array>

namespace cuntu::roads {

/// Sources of a road's money, in the order of fundFields().
inline constexpr std::size_t k_fundSources = 6;
/// Fields of layer roads with the budget by source, in yuan.
QStringList fundFields();
/// Fields of layer roads that fundsOn() reads.
QStringList fundedRoadFields();

/// Money of one road up to a day, in yuan.
struct RoadFunds {
    std::array<double, k_fundSources> sources{}; ///< budget by source, 0 where nothing is said
    double budget = 0;                           ///< their sum
    double issued = 0;                           ///< 下达: made available to those who build
    double paid = 0;                             ///< 支付: to those who built
};

/// One row of layer road_payments.
struct Payment {
    std::uint32_t row = 0;
    std::uint32_t road = 0; ///< row in layer roads; k_noIndex: there is no such road
    Day day;
    bool isPaid = false; ///< else it was issued
    double amount = 0;   ///< yuan; below 0: taken back
};

/// The money of all roads.
struct Funds {
    Immutable<LayerSnapshot> roads;
    Immutable<LayerSnapshot> payments;
    std::vector<RoadFunds> byRoad;
    std::vector<Payment> list; ///< all payments up to the day, by day; of one day those issued first
};

/// Adds up what was issued and paid until the end of @p day. Rows without an amount or a day are left out.
/// @p moreRoadFields are loaded, too. What loading reports.
Result<Funds> fundsOn(const ProjectSnapshot &project, Day day, const JobContext &job,
                      const QStringList &moreRoadFields = {});

/// Per road the share of its works that is built on @p day, 0..1 (形象进度, as road_physical_rate has it); 0 where
/// nothing is said of it.
Result<std::vector<double>> builtShares(const ProjectSnapshot &project, Day day, const JobContext &job);

} // namespace cuntu::roads
