// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "works.hpp"

namespace cuntu::sample {

/// The relocation bureau's lists: who moves, how far that is, and what became of the old homesteads.
struct Moves {
    Table households;        ///< 搬迁户: by number of the household, as in the register
    Table progress;          ///< 搬迁进度: their statuses, by day
    Table homesteads;        ///< 旧宅基地
    Table homesteadProgress; ///< 旧宅进度
    Table targets;           ///< 搬迁目标
};

/// Fills each of @p sites, a table of makeResettlementSites(), with households of its township, from settlements
/// nobody can thrive in first, settlement by settlement; the town's sites take them from anywhere.
Moves makeMoves(const Areas &areas, const std::vector<Settlement> &settlements,
                const std::vector<Household> &households, const Table &sites, const Request &request);

} // namespace cuntu::sample
