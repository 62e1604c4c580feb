// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/progress/baseline.h"

#include <algorithm>

namespace cuntu {

namespace {

/// What is done of @p now as far as it was in the baseline as @p old.
double doneOf(const Contribution &old, const Contribution &now)
{
    const bool counted = old.denominator > 0; // a plain amount has no denominator to hold it to
    return counted ? std::min(now.numerator, old.denominator) : now.numerator;
}

} // namespace

FrozenFigure frozenFigure(const std::vector<Contribution> &base, const std::vector<Contribution> &now)
{
    FrozenFigure figure;
    auto old = base.begin();
    for (const Contribution &item : now) {
        for (; old != base.end() && old->row < item.row; ++old) {
            figure.base.denominator += old->denominator;
        }
        if (old == base.end() || old->row != item.row) {
            figure.added.numerator += item.numerator;
            figure.added.denominator += item.denominator;
            continue;
        }
        figure.base.numerator += doneOf(*old, item);
        figure.base.denominator += old->denominator;
        ++old;
    }
    for (; old != base.end(); ++old) {
        figure.base.denominator += old->denominator;
    }
    return figure;
}

std::vector<Contribution> frozenItems(const std::vector<Contribution> &base, const std::vector<Contribution> &now)
{
    std::vector<Contribution> items;
    auto old = base.begin();
    for (const Contribution &item : now) {
        while (old != base.end() && old->row < item.row) {
            ++old;
        }
        if (old != base.end() && old->row == item.row) {
            items.push_back({item.row, doneOf(*old, item), old->denominator});
        }
    }
    return items;
}

} // namespace cuntu
