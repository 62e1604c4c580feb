// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/suitability/weights.h"

#include "core/base/text.h"

#include <QRegularExpression>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace cuntu {

namespace {

Error invalid(const QString &sentence, const QString &advice)
{
    return {ErrorCode::Invalid, sentence, {}, advice, {}, {}};
}

/// The ratios of all pairs, row by row.
Result<std::vector<double>> matrixOf(std::size_t count, std::span<const PairwiseJudgement> judgements)
{
    std::vector<double> matrix(count * count, 1);
    std::vector<bool> judged(count * count);
    for (const PairwiseJudgement &each : judgements) {
        if (each.a >= count || each.b >= count || each.a == each.b || judged[each.a * count + each.b]) {
            return invalid(Core::tr("a pair of criteria is judged twice, or is none"),
                           Core::tr("Judge each pair of two criteria once."));
        }
        if (!(each.ratio >= 1 / 9.0 - 1e-12 && each.ratio <= 9 + 1e-12)) {
            return invalid(Core::tr("a judgement of %1 is outside 1/9 to 9").arg(each.ratio),
                           Core::tr("Say from 1 (as important) to 9 (extremely more), or one over that."));
        }
        judged[each.a * count + each.b] = judged[each.b * count + each.a] = true;
        matrix[each.a * count + each.b] = each.ratio;
        matrix[each.b * count + each.a] = 1 / each.ratio;
    }
    return matrix;
}

/// The principal eigenvector, sum 1, and the eigenvalue, by repeated multiplication: the matrix is positive (Perron).
double eigenvector(const std::vector<double> &matrix, std::vector<double> &weights)
{
    const std::size_t count = weights.size();
    double eigenvalue = 0;
    constexpr int k_rounds = 10000;
    for (int round = 0; round < k_rounds; ++round) {
        std::vector<double> next(count);
        for (std::size_t i = 0; i < count; ++i) {
            next[i] =
                std::inner_product(weights.begin(), weights.end(), matrix.begin() + static_cast<long>(i * count), 0.0);
        }
        eigenvalue = std::accumulate(next.begin(), next.end(), 0.0); // as the weights sum to 1
        double change = 0;
        for (std::size_t i = 0; i < count; ++i) {
            next[i] /= eigenvalue;
            change = std::max(change, std::abs(next[i] - weights[i]));
        }
        weights = std::move(next);
        if (change < 1e-15) {
            break;
        }
    }
    return eigenvalue;
}

double randomIndex(std::size_t count)
{
    constexpr double k_random[] = {0,    0,    0,    0.58, 0.90, 1.12, 1.24, 1.32,
                                   1.41, 1.45, 1.49, 1.51, 1.48, 1.56, 1.57, 1.59};
    return k_random[std::min(count, std::size(k_random) - 1)];
}

void findWorst(const std::vector<double> &matrix, PairwiseWeights &found)
{
    const std::size_t count = found.weights.size();
    double farthest = 1 + 1e-6;
    for (std::size_t a = 0; a < count; ++a) {
        for (std::size_t b = a + 1; b < count; ++b) {
            const double would = found.weights[a] / found.weights[b];
            const double apart = std::max(matrix[a * count + b] / would, would / matrix[a * count + b]);
            if (apart > farthest) {
                farthest = apart;
                found.worst = PairwiseJudgement{a, b, matrix[a * count + b]};
                found.worstWouldBe = would;
            }
        }
    }
}

} // namespace

Result<ScaledWeights> scaledWeights(std::span<const double> given)
{
    ScaledWeights scaled{{given.begin(), given.end()}, 0};
    for (const double weight : given) {
        if (!(weight >= 0) || std::isinf(weight)) {
            return invalid(Core::tr("a weight of %1 is not a number from 0 on").arg(weight),
                           Core::tr("Give each criterion a weight of 0 or more."));
        }
        scaled.sum += weight;
    }
    if (scaled.sum <= 0) {
        return invalid(Core::tr("all weights are 0"), Core::tr("Give at least one criterion a weight above 0."));
    }
    for (double &weight : scaled.weights) {
        weight /= scaled.sum;
    }
    return scaled;
}

Result<QMap<QString, double>> parseWeights(const QString &text)
{
    static const QRegularExpression k_between(QStringLiteral("[;,；，]"));
    QMap<QString, double> weights;
    for (const QString &part : text.split(k_between, Qt::SkipEmptyParts)) {
        if (part.trimmed().isEmpty()) {
            continue;
        }
        const QStringList sides = part.split(QLatin1Char('='));
        bool ok = false;
        const double weight = sides.value(1).trimmed().toDouble(&ok);
        const QString id = sides[0].trimmed();
        if (sides.size() != 2 || id.isEmpty() || !ok || !(weight >= 0) || std::isinf(weight) || weights.contains(id)) {
            return invalid(Core::tr("'%1' gives no criterion a weight").arg(part.trimmed()),
                           Core::tr("Write weights as 'slope=3; walk=1', each criterion once, from 0 on."));
        }
        weights[id] = weight;
    }
    return weights;
}

QString weightsToText(const QMap<QString, double> &weights)
{
    QStringList parts;
    for (auto it = weights.begin(); it != weights.end(); ++it) {
        parts << QStringLiteral("%1=%2").arg(it.key()).arg(it.value());
    }
    return parts.join(QStringLiteral("; "));
}

Result<PairwiseWeights> weightsFromPairs(std::size_t count, std::span<const PairwiseJudgement> judgements)
{
    const auto matrix = matrixOf(count, judgements);
    if (!matrix) {
        return matrix.error();
    }
    PairwiseWeights found;
    found.weights.assign(count, 1 / static_cast<double>(std::max<std::size_t>(count, 1)));
    found.eigenvalue = eigenvector(*matrix, found.weights);
    if (count > 2) {
        const auto n = static_cast<double>(count);
        found.index = std::max(0.0, (found.eigenvalue - n) / (n - 1));
        found.ratio = found.index / randomIndex(count);
        findWorst(*matrix, found);
    }
    return found;
}

} // namespace cuntu
