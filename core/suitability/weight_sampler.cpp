// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/suitability/weight_sampler.h"

#include "core/base/text.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace cuntu {

namespace {

constexpr double k_tolerance = 1e-9;

Error nothingInRange(const QString &why)
{
    return {ErrorCode::Invalid,
            Core::tr("no weighting is within the limits and orders: %1").arg(why),
            {},
            Core::tr("Widen the limits of a weight, or drop an order."),
            {},
            {}};
}

Result<void> checkLimits(const WeightRange &range)
{
    for (std::size_t i = 0; i < range.least.size(); ++i) {
        if (!(range.least[i] >= 0 && range.most[i] <= 1 && range.least[i] <= range.most[i])) {
            return nothingInRange(Core::tr("a weight from %1 to %2 cannot be").arg(range.least[i]).arg(range.most[i]));
        }
    }
    const double least = std::accumulate(range.least.begin(), range.least.end(), 0.0);
    const double most = std::accumulate(range.most.begin(), range.most.end(), 0.0);
    if (least > 1 + k_tolerance) {
        return nothingInRange(Core::tr("the least weights sum to %1, more than 1").arg(least));
    }
    if (most < 1 - k_tolerance) {
        return nothingInRange(Core::tr("the largest weights sum to %1, less than 1").arg(most));
    }
    return {};
}

} // namespace

Result<WeightSampler> WeightSampler::create(const WeightRange &range, quint64 seed)
{
    if (auto checked = checkLimits(range); !checked) {
        return checked.error();
    }
    WeightSampler sampler(range, seed);
    sampler.m_free = std::max(0.0, 1 - std::accumulate(range.least.begin(), range.least.end(), 0.0));
    constexpr int k_tries = 2000;
    int inside = 0;
    for (int i = 0; i < k_tries; ++i) {
        sampler.drawFromSimplex();
        inside += sampler.isInRange() ? 1 : 0;
    }
    sampler.m_random.seed(seed);
    sampler.m_walks = inside < k_tries / 100;
    if (sampler.m_walks) {
        if (auto found = sampler.findStart(); !found) {
            return found.error();
        }
    }
    return sampler;
}

double WeightSampler::even()
{
    constexpr double k_step = 1.0 / 9007199254740992.0; // 2^-53: the same on every machine, unlike the standard's own
    return static_cast<double>(m_random() >> 11) * k_step;
}

const std::vector<double> &WeightSampler::next()
{
    if (m_walks) {
        walk();
        return m_place;
    }
    do {
        drawFromSimplex();
    } while (!isInRange());
    return m_weights;
}

void WeightSampler::drawFromSimplex()
{
    // Exponential numbers over their sum are as even as the gaps between sorted even numbers.
    m_weights.resize(m_range.least.size());
    double sum = 0;
    for (double &weight : m_weights) {
        weight = -std::log1p(-even());
        sum += weight;
    }
    for (std::size_t i = 0; i < m_weights.size(); ++i) {
        m_weights[i] = m_range.least[i] + m_free * (sum > 0 ? m_weights[i] / sum : 0);
    }
}

bool WeightSampler::isInRange() const
{
    for (std::size_t i = 0; i < m_weights.size(); ++i) {
        if (m_weights[i] > m_range.most[i] + k_tolerance) {
            return false;
        }
    }
    return std::all_of(m_range.orders.begin(), m_range.orders.end(), [this](const WeightRange::Order &order) {
        return m_weights[order.more] >= m_weights[order.less] - k_tolerance;
    });
}

/// A weighting in the range, by going from one broken condition to the next onto its border (projections onto convex
/// sets, with a little over-relaxation to come inside).
Result<void> WeightSampler::findStart()
{
    const auto n = static_cast<double>(m_range.least.size());
    m_place.assign(m_range.least.size(), 1 / n);
    constexpr int k_rounds = 20000;
    for (int round = 0; round < k_rounds; ++round) {
        double worst = 0;
        for (std::size_t i = 0; i < m_place.size(); ++i) {
            const double kept = std::clamp(m_place[i], m_range.least[i], m_range.most[i]);
            worst = std::max(worst, std::abs(kept - m_place[i]));
            m_place[i] = kept;
        }
        for (const WeightRange::Order &order : m_range.orders) {
            const double lack = m_place[order.less] - m_place[order.more];
            if (lack > 0) {
                worst = std::max(worst, lack);
                m_place[order.more] += lack / 2;
                m_place[order.less] -= lack / 2;
            }
        }
        const double over = (std::accumulate(m_place.begin(), m_place.end(), 0.0) - 1) / n;
        for (double &weight : m_place) {
            weight -= over;
        }
        if (std::max(worst, std::abs(over)) < k_tolerance / 10) {
            constexpr int k_forgetStart = 2000;
            for (int i = 0; i < k_forgetStart; ++i) {
                step();
            }
            return {};
        }
    }
    return nothingInRange(Core::tr("limits and orders contradict each other"));
}

void WeightSampler::walk()
{
    // Between two that are taken the walk crosses the range several times.
    const std::size_t steps = 4 * m_place.size() + 10;
    for (std::size_t i = 0; i < steps; ++i) {
        step();
    }
}

/// To an even place on a line through the range; lines move weight from one criterion to another, or in any direction.
void WeightSampler::step()
{
    std::vector<double> direction(m_place.size());
    double mean = 0;
    for (double &each : direction) {
        // The sum of twelve even numbers is normal enough to favour no direction.
        each = -6;
        for (int i = 0; i < 12; ++i) {
            each += even();
        }
        mean += each / static_cast<double>(direction.size());
    }
    double from = -1e9;
    double to = 1e9;
    const auto keep = [&](double room, double speed) { // room - t speed >= 0
        if (speed > 1e-15) {
            to = std::min(to, std::max(room, 0.0) / speed);
        } else if (speed < -1e-15) {
            from = std::max(from, std::max(room, 0.0) / speed);
        }
    };
    for (std::size_t i = 0; i < direction.size(); ++i) {
        direction[i] = m_range.most[i] > m_range.least[i] ? direction[i] - mean : 0;
    }
    const double drift = std::accumulate(direction.begin(), direction.end(), 0.0);
    const auto open =
        static_cast<double>(std::count_if(direction.begin(), direction.end(), [](double each) { return each != 0; }));
    for (std::size_t i = 0; i < direction.size(); ++i) {
        direction[i] -= direction[i] != 0 ? drift / open : 0; // the sum stays, and what is fixed does
        keep(m_range.most[i] - m_place[i], direction[i]);
        keep(m_place[i] - m_range.least[i], -direction[i]);
    }
    for (const WeightRange::Order &order : m_range.orders) {
        keep(m_place[order.more] - m_place[order.less], direction[order.less] - direction[order.more]);
    }
    if (to > from && to < 1e9 && from > -1e9) {
        const double at = from + (to - from) * even();
        for (std::size_t i = 0; i < direction.size(); ++i) {
            m_place[i] += at * direction[i];
        }
    }
}

} // namespace cuntu
