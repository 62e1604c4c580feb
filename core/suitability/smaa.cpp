// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/suitability/smaa.h"

#include "core/base/text.h"
#include "core/suitability/weight_sampler.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace cuntu {

namespace {

using Alternatives = std::span<const std::vector<double>>;

double scoreOf(const std::vector<double> &values, std::span<const double> weights)
{
    return std::inner_product(weights.begin(), weights.end(), values.begin(), 0.0);
}

/// Scores of alternatives at one weighting, with values that may be drawn anew.
class Scorer {
public:
    Scorer(Alternatives alternatives, double spread) : m_alternatives(alternatives), m_spread(spread) {}

    const std::vector<double> &scores(std::span<const double> weights, WeightSampler &sampler)
    {
        m_scores.clear();
        for (const std::vector<double> &values : m_alternatives) {
            m_drawn = values;
            for (double &value : m_drawn) {
                value = m_spread > 0 ? std::clamp(value + m_spread * (2 * sampler.even() - 1), 0.0, 1.0) : value;
            }
            m_scores.push_back(scoreOf(m_drawn, weights));
        }
        return m_scores;
    }

private:
    Alternatives m_alternatives;
    double m_spread;
    std::vector<double> m_drawn;
    std::vector<double> m_scores;
};

std::size_t bestOf(const std::vector<double> &scores)
{
    return static_cast<std::size_t>(std::max_element(scores.begin(), scores.end()) - scores.begin());
}

Result<void> checkSizes(Alternatives alternatives, const WeightRange &range)
{
    const std::size_t criteria = range.least.size();
    bool fits = criteria > 0 && range.most.size() == criteria;
    for (const std::vector<double> &each : alternatives) {
        fits = fits && each.size() == criteria;
    }
    for (const WeightRange::Order &order : range.orders) {
        fits = fits && order.more < criteria && order.less < criteria;
    }
    return fits ? Result<void>() : Error{ErrorCode::Invalid,
                                         Core::tr("values and limits of weights are not given for the same criteria"),
                                         {},
                                         {},
                                         {},
                                         {}};
}

Result<void> drawRanks(Alternatives alternatives, const AcceptabilityOptions &options, WeightSampler &sampler,
                       const JobContext &job, Acceptability &found)
{
    Scorer scorer(alternatives, options.valueSpread);
    std::vector<std::size_t> order(alternatives.size());
    constexpr std::size_t k_between = 64;
    for (std::size_t sample = 0; sample < options.samples; ++sample) {
        if (sample % k_between == 0 && job.isCancelled()) {
            return cancelledError();
        }
        const std::vector<double> weights = sampler.next();
        const std::vector<double> &scores = scorer.scores(weights, sampler);
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
            return scores[a] > scores[b] || (scores[a] == scores[b] && a < b);
        });
        for (std::size_t rank = 0; rank < order.size(); ++rank) {
            found.ranks[order[rank]][rank] += 1;
        }
        std::vector<double> &central = found.centralWeights[order.front()];
        central.resize(weights.size());
        for (std::size_t i = 0; i < weights.size(); ++i) {
            central[i] += weights[i];
        }
    }
    return {};
}

/// Share of drawn values with which @p alternative is the best at @p weights.
double confidenceOf(Alternatives alternatives, const AcceptabilityOptions &options, std::size_t alternative,
                    std::span<const double> weights, WeightSampler &sampler)
{
    Scorer scorer(alternatives, options.valueSpread);
    const std::size_t draws = options.valueSpread > 0 ? options.samples : 1;
    std::size_t best = 0;
    for (std::size_t i = 0; i < draws; ++i) {
        best += bestOf(scorer.scores(weights, sampler)) == alternative ? 1 : 0;
    }
    return static_cast<double>(best) / static_cast<double>(draws);
}

/// Where the line of another alternative rises above that of the best one, from @p at on in one direction.
std::optional<WeightFlip> nextFlip(const std::vector<double> &own, const std::vector<double> &rest, std::size_t best,
                                   double at, bool upwards)
{
    // Score at weight t: t own + (1 - t) rest. It meets the best one's where the differences cancel out.
    std::optional<WeightFlip> found;
    for (std::size_t other = 0; other < own.size(); ++other) {
        const double atNone = rest[other] - rest[best];
        const double rise = own[other] - own[best] - atNone;
        if (other == best || rise == 0 || (rise > 0) != upwards) {
            continue;
        }
        const double meets = std::max(0.0, std::min(1.0, -atNone / rise));
        const bool isBetter = upwards ? own[other] > own[best] : rest[other] > rest[best]; // at the far end
        if (isBetter && (!found || (upwards ? meets < found->weight : meets > found->weight))) {
            found = WeightFlip{upwards ? std::max(meets, at) : std::min(meets, at), other};
        }
    }
    return found;
}

} // namespace

Result<Acceptability> acceptability(Alternatives alternatives, const WeightRange &range,
                                    const AcceptabilityOptions &options, const JobContext &job)
{
    if (auto checked = checkSizes(alternatives, range); !checked) {
        return checked.error();
    }
    auto sampler = WeightSampler::create(range, options.seed);
    if (!sampler) {
        return sampler.error();
    }
    const std::size_t count = alternatives.size();
    Acceptability found{options.samples, std::vector(count, std::vector<double>(count)),
                        std::vector<std::vector<double>>(count), std::vector<double>(count)};
    if (count == 0) {
        return found;
    }
    if (auto drawn = drawRanks(alternatives, options, *sampler, job, found); !drawn) {
        return drawn.error();
    }
    for (std::size_t i = 0; i < count; ++i) {
        const double best = found.ranks[i].front();
        for (double &weight : found.centralWeights[i]) {
            weight /= best;
        }
        for (double &rank : found.ranks[i]) {
            rank /= static_cast<double>(options.samples);
        }
        if (!found.centralWeights[i].empty()) {
            found.confidence[i] = confidenceOf(alternatives, options, i, found.centralWeights[i], *sampler);
        }
    }
    return found;
}

std::vector<WeightSensitivity> weightSensitivity(Alternatives alternatives, std::span<const double> weights)
{
    std::vector<WeightSensitivity> found;
    if (alternatives.empty()) {
        return found;
    }
    std::vector<double> scores;
    for (const std::vector<double> &values : alternatives) {
        scores.push_back(scoreOf(values, weights));
    }
    const std::size_t best = bestOf(scores);
    for (std::size_t k = 0; k < weights.size(); ++k) {
        const double others = 1 - weights[k];
        std::vector<double> own;
        std::vector<double> rest;
        for (std::size_t i = 0; i < alternatives.size(); ++i) {
            const std::vector<double> &values = alternatives[i];
            own.push_back(values[k]);
            // Where the one has all the weight, the others share it evenly.
            const double even = (std::accumulate(values.begin(), values.end(), 0.0) - values[k]) /
                                std::max(1.0, static_cast<double>(weights.size()) - 1);
            rest.push_back(others > 1e-12 ? (scores[i] - weights[k] * values[k]) / others : even);
        }
        found.push_back({nextFlip(own, rest, best, weights[k], false), nextFlip(own, rest, best, weights[k], true)});
    }
    return found;
}

} // namespace cuntu
