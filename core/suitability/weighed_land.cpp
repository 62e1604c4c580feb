// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/suitability/weighed_land.h"

#include "core/base/blocks.h"

#include <algorithm>
#include <limits>

namespace cuntu {

namespace {

template <class Items> std::optional<std::size_t> numberOf(const Items &items, const QString &id)
{
    const auto found = std::find_if(items.begin(), items.end(), [&id](const auto &each) { return each.id == id; });
    return found != items.end() ? std::optional(static_cast<std::size_t>(found - items.begin())) : std::nullopt;
}

bool isOn(const ExclusionsOn &on, std::size_t exclusion)
{
    return on.empty() || on[exclusion];
}

} // namespace

std::vector<double> WeighedLand::declaredWeights() const
{
    std::vector<double> weights;
    for (const WeighedCriterion &each : criteria) {
        weights.push_back(each.weight);
    }
    return weights;
}

std::optional<std::size_t> WeighedLand::criterion(const QString &id) const
{
    return numberOf(criteria, id);
}

std::optional<std::size_t> WeighedLand::exclusion(const QString &id) const
{
    return numberOf(exclusions, id);
}

CellMask openCells(const WeighedLand &land, const ExclusionsOn &on)
{
    CellMask open(land.frame.size(), 1);
    for (std::size_t i = 0; i < land.exclusions.size(); ++i) {
        if (isOn(on, i)) {
            for (std::size_t cell = 0; cell < open.size(); ++cell) {
                open[cell] = land.exclusions[i].cells[cell] != 0 ? 0 : open[cell];
            }
        }
    }
    return open;
}

Result<Grid> weightedScores(const WeighedLand &land, std::span<const double> weights, const CellMask &open,
                            const JobContext &job)
{
    Grid scores{land.frame, std::vector<float>(land.frame.size())};
    constexpr std::size_t k_cellsInBlock = 8192; // what stays in the cache while the criteria are added
    inBlocks(scores.values.size(), k_cellsInBlock, job, [&](std::size_t begin, std::size_t end) {
        float *score = scores.values.data();
        for (std::size_t i = 0; i < weights.size(); ++i) {
            const auto weight = static_cast<float>(weights[i]);
            const float *value = land.criteria[i].values.data();
            for (std::size_t cell = begin; weight > 0 && cell < end; ++cell) {
                score[cell] += weight * value[cell];
            }
        }
        for (std::size_t cell = begin; cell < end; ++cell) {
            score[cell] = open[cell] != 0 ? std::min(score[cell], 1.0F) : std::numeric_limits<float>::quiet_NaN();
        }
    });
    return job.isCancelled() ? Result<Grid>(cancelledError()) : Result<Grid>(std::move(scores));
}

std::vector<ExclusionLoss> exclusionLosses(const WeighedLand &land, const ExclusionsOn &on)
{
    std::vector<ExclusionLoss> losses(land.exclusions.size());
    for (std::size_t cell = 0; cell < land.frame.size(); ++cell) {
        std::size_t by = losses.size();
        int count = 0;
        const double area = cellArea_m2(land.frame, land.frame.rowOf(cell));
        for (std::size_t i = 0; i < losses.size(); ++i) {
            if (isOn(on, i) && land.exclusions[i].cells[cell] != 0) {
                losses[i].all_m2 += area;
                by = i;
                ++count;
            }
        }
        if (count == 1) {
            losses[by].alone_m2 += area;
        }
    }
    return losses;
}

} // namespace cuntu
