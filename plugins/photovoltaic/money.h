// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plugins/photovoltaic/stations.h"

namespace cuntu::photovoltaic {

/// What became of the money of a station within a window.
struct StationMoney {
    double received = 0;
    double distributed = 0; ///< without what is kept in reserve
    double costs = 0;       ///< operation, rent, loan, tax: part of distributed
    double wages = 0;       ///< of posts and public works: part of distributed
};

/// A row of layer pv_paid.
struct Payment {
    std::optional<std::uint32_t> station;
    QString household; ///< its number; empty: none
    QString use;
    double amount = 0;
    double paid = 0; ///< number of the day
    double earnedYear = 0;
    std::uint32_t row = 0;
};

/// True for the uses that the net income is less by.
bool isCost(const QString &use);

/// Rows of pv_paid in order.
Result<std::vector<Payment>> readPayments(const ProjectSnapshot &project, const Stations &stations,
                                          const JobContext &job);

/// Money of each station within @p window; rows without a station are in none (check photovoltaic.unknown_station).
Result<std::vector<StationMoney>> moneyOf(const ProjectSnapshot &project, const Stations &stations,
                                          const MoneyWindow &window, const JobContext &job);

/// The households of the register and what the stations give them in a year.
struct Incomes {
    Immutable<LayerSnapshot> layer; ///< households
    std::vector<bool> registered;   ///< poor by the register: every kind but an ordinary household
    std::vector<bool> linked;       ///< to a station, in the year
    std::vector<double> yuan;       ///< paid to it within the window
    std::vector<bool> paid;
    QHash<QString, std::uint32_t> byNumber;
    std::vector<std::vector<std::uint32_t>> householdsOf; ///< by station: linked ones, each once, ascending

    bool benefits(std::size_t row) const { return linked[row] || paid[row]; }
};

/// Links of @p window's year and payments within it.
Result<Incomes> readIncomes(const ProjectSnapshot &project, const Stations &stations, const MoneyWindow &window,
                            const JobContext &job);

} // namespace cuntu::photovoltaic
