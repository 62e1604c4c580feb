// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QMap>

#include <optional>
#include <span>
#include <vector>

namespace cuntu {

/// Weights of criteria that sum to 1.
struct ScaledWeights {
    std::vector<double> weights;
    double sum = 1; ///< of those that were given

    bool isScaled() const { return sum < 1 - 1e-9 || sum > 1 + 1e-9; }
};

/// @p given over their sum. Invalid where one is negative or not finite, or all are 0.
CUNTU_CORE_EXPORT Result<ScaledWeights> scaledWeights(std::span<const double> given);

/// "slope=3; walk=1" as numbers by id; separated by ';', ',' or '；'. Invalid for what is no id and number from 0 on,
/// or an id named twice.
CUNTU_CORE_EXPORT Result<QMap<QString, double>> parseWeights(const QString &text);
/// The inverse.
CUNTU_CORE_EXPORT QString weightsToText(const QMap<QString, double> &weights);

/// How many times as important as criterion `b` criterion `a` is: 1/9 to 9 by Saaty's scale (1 equal, 3 moderately, 5
/// strongly, 7 very strongly, 9 extremely).
struct PairwiseJudgement {
    std::size_t a = 0;
    std::size_t b = 0;
    double ratio = 1;
};

/// What pairs of criteria, held against each other, come to.
struct PairwiseWeights {
    std::vector<double> weights; ///< sum 1
    double eigenvalue = 0;       ///< the largest one of the matrix; the number of criteria where all agree
    double index = 0;            ///< (eigenvalue - n) / (n - 1)
    double ratio = 0;            ///< index over that of random judgements
    /// The judgement that is farthest from what all others say, and what they say; empty where all agree.
    std::optional<PairwiseJudgement> worst;
    double worstWouldBe = 1;

    /// Saaty asks for a ratio of at most 0.1.
    bool isConsistent() const { return ratio <= 0.1; }
};

/// Weights of @p count criteria from @p judgements, by the principal eigenvector of the matrix of ratios; a pair that
/// nobody judged counts as equal. Consistency ratio with the random indices of Saaty (Saaty 1980, 'The Analytic
/// Hierarchy Process', p. 21: 0 0 0.58 0.90 1.12 1.24 1.32 1.41 1.45 1.49 1.51 1.48 1.56 1.57 1.59, the last one for
/// more criteria, too). The worst judgement is that with the largest ratio x weight of b / weight of a, or its inverse
/// (Saaty 2003, doi:10.1016/S0377-2217(02)00227-8). Invalid for a ratio outside 1/9 to 9, a criterion against itself or
/// that is not there, or a pair that is judged twice.
CUNTU_CORE_EXPORT Result<PairwiseWeights> weightsFromPairs(std::size_t count,
                                                           std::span<const PairwiseJudgement> judgements);

} // namespace cuntu
