// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <vector>

namespace cuntu {

/// How good a measured number is, from 0 (worst) to 1 (best). A value; any thread.
struct CUNTU_CORE_EXPORT ValueCurve {
    enum class Kind {
        Linear,  ///< straight between points, level beyond the first and the last
        Sigmoid, ///< 1 / (1 + exp(-(x - middle) / spread)); a negative spread falls
        Classes, ///< exactly the numbers of the points, `otherwise` for all others
    };
    struct Point {
        double x = 0;
        double value = 0; ///< 0 to 1
        bool operator==(const Point &) const = default;
    };
    Kind kind = Kind::Linear;
    std::vector<Point> points; ///< ascending by x; of a sigmoid none
    double middle = 0;
    double spread = 1;
    double otherwise = 0;

    /// The value of @p x; not-a-number for not-a-number.
    double at(double x) const;
    /// The numbers between which the curve is worth drawing.
    std::pair<double, double> span() const;

    /// "linear 0=1 15=0.6 25=0", "sigmoid 1000 -200" (middle, spread), "classes 1=1 2=0.5 else=0". Invalid, saying
    /// what of it is not understood.
    static Result<ValueCurve> parse(const QString &text);
    /// The inverse of parse().
    QString toString() const;
    bool operator==(const ValueCurve &) const = default;
};

} // namespace cuntu
