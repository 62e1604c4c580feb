// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/progress/baseline.h"

#include <algorithm>

namespace cuntu {

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
        const bool counted = old->denominator > 0; // a plain amount has no denominator to hold it to
        figure.base.numerator += counted ? std::min(item.numerator, old->denominator) : item.numerator;
        figure.base.denominator += old->denominator;
        ++old;
    }
    for (; old != base.end(); ++old) {
        figure.base.denominator += old->denominator;
    }
    return figure;
}

} // namespace cuntu
