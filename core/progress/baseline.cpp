// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/progress/baseline.h"

#include <algorithm>

namespace cuntu {

namespace {

/// What is done now of a feature that the baseline counts as @p base.
double heldTo(const Contribution &base, double numerator)
{
    return base.denominator > 0 ? std::min(numerator, base.denominator) // a plain amount has nothing to hold it to
                                : numerator;
}

} // namespace

std::vector<Contribution> frozenParts(const std::vector<Contribution> &base, const std::vector<Contribution> &now)
{
    std::vector<Contribution> parts = base;
    auto item = now.begin();
    for (Contribution &part : parts) {
        item = std::find_if(item, now.end(), [&](const Contribution &each) { return each.row >= part.row; });
        part.numerator = item != now.end() && item->row == part.row ? heldTo(part, item->numerator) : 0;
    }
    return parts;
}

FrozenFigure frozenFigure(const std::vector<Contribution> &base, const std::vector<Contribution> &now)
{
    FrozenFigure figure;
    for (const Contribution &part : frozenParts(base, now)) {
        figure.base.numerator += part.numerator;
        figure.base.denominator += part.denominator;
    }
    auto old = base.begin();
    for (const Contribution &item : now) {
        old = std::find_if(old, base.end(), [&](const Contribution &each) { return each.row >= item.row; });
        if (old == base.end() || old->row != item.row) {
            figure.added.numerator += item.numerator;
            figure.added.denominator += item.denominator;
        }
    }
    return figure;
}

} // namespace cuntu
