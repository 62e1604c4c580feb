// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "works.hpp"

#include <map>

namespace cuntu::sample {

/// The tables of 光伏扶贫, one for each file.
struct PhotovoltaicTables {
    Table stations;      ///< 光伏电站
    Table shares;        ///< 光伏份额: villages of joint stations
    Table readings;      ///< 光伏发电量: by month, with some mistakes
    Table received;      ///< 光伏到账
    Table paid;          ///< 光伏分配: also to households
    Table beneficiaries; ///< 光伏受益户
    Table faults;        ///< 光伏故障
    Table climate;       ///< 太阳能资源: by month
    Table targets;       ///< 光伏目标

    /// What is connected on a day.
    struct Connected {
        int stations = 0;
        int villages = 0;
        double kw = 0;
    };
    std::map<Date, Connected> connectedOn;       ///< on the days of report
    std::map<std::string, std::string> mistakes; ///< station and what is wrong with its readings
};

/// One station for most poor villages, joint ones among them; what they gave until the hand-over, and to whom.
PhotovoltaicTables makePhotovoltaics(const Areas &areas, const std::vector<Settlement> &settlements,
                                     const std::vector<Household> &households, const Request &request);

} // namespace cuntu::sample
