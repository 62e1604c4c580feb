// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/roads/distance.h"

#include "plugins/roads/plane.h"

namespace cuntu::roads {

Result<std::vector<NearestLine>> nearestRoads(const LayerSnapshot &roads, const std::vector<bool> &used,
                                              const LayerSnapshot &features, const JobContext &job)
{
    const auto laid = layOutOnce(roads, features, job);
    if (!laid) {
        return laid.error();
    }
    const std::vector<std::uint32_t> &rowOfLine = laid->plane->rowOfLine;
    std::vector<bool> lines(rowOfLine.size());
    for (std::size_t line = 0; line < lines.size(); ++line) {
        lines[line] = used[rowOfLine[line]];
    }
    const NearestLineIndex index(laid->plane->lines(), lines);
    auto found = index.nearest(laid->positions, job);
    for (std::size_t i = 0; found && i < found->size(); ++i) {
        if (std::uint32_t &line = (*found)[i].line; line != k_noIndex) {
            line = rowOfLine[line];
        }
    }
    return found;
}

} // namespace cuntu::roads
