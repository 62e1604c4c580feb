// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/target_split.h"

#include <cmath>

namespace cuntu::ui {
namespace {

constexpr double k_rounding = 1e-6;

} // namespace

Result<TargetSplit> workOutSplit(const ProjectState &state, const Target &whole, AreaLevel level, Day day,
                                 const JobContext &job)
{
    auto parts = splitTarget(*state.snapshot, *state.registry, whole, level, day, job);
    if (!parts) {
        return parts.error();
    }
    const Indicator &indicator = *state.registry->findIndicator(whole.indicator);
    return TargetSplit{whole, indicator.kind, indicator.higherIsBetter, indicator.unit, std::move(*parts)};
}

double sumOfParts(const TargetSplit &split)
{
    const bool isSum = split.kind == Indicator::Kind::Sum;
    double sum = 0;
    double counted = 0;
    for (const TargetPart &part : split.parts) {
        sum += isSum ? part.target.value : part.target.value * part.counted;
        counted += part.counted;
    }
    if (isSum) {
        return sum;
    }
    return counted > 0 ? sum / counted : 0;
}

bool addsUp(const TargetSplit &split)
{
    if (split.parts.empty()) {
        return false;
    }
    const double missing = split.whole.value - sumOfParts(split);
    const double allowed = k_rounding * std::max(1.0, std::abs(split.whole.value));
    if (split.kind == Indicator::Kind::Sum) {
        return std::abs(missing) <= allowed;
    }
    return split.higherIsBetter ? missing <= allowed : missing >= -allowed;
}

} // namespace cuntu::ui
