// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "areas.hpp"

namespace cuntu::sample {

/// A table as counties keep it: one heading, then rows of text, one text for each column.
struct Table {
    std::vector<std::string> heading;
    std::vector<std::vector<std::string>> rows;
};

/// 供水工程: town works, small works for a village, wells and springs.
Table makeWaterWorks(const Terrain &land, const Areas &areas, const std::vector<Settlement> &settlements,
                     const Request &request);
/// 停水记录: the days of the year before the hand-over on which those works gave no water, as many as they state.
Table makeOutages(const Table &waterWorks, const Request &request);
/// 水利项目: rivers, small works, farmland and the like, with their status.
Table makeWaterProjects(const Areas &areas, const std::vector<Settlement> &settlements, const Request &request);

/// 饮水目标: what the plans promise about water.
Table makeWaterTargets();
/// 安置点: relocation sites near the seats and in central villages.
Table makeResettlementSites(const Areas &areas, const std::vector<Settlement> &settlements, const Request &request);

} // namespace cuntu::sample
