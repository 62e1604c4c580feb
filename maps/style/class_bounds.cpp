// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/style/style.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace cuntu {
namespace {

/// The value below which share @p share of the ascending @p sorted lies (R's type 7: linear between order statistics,
/// Hyndman & Fan 1996).
double quantile(const std::vector<double> &sorted, double share)
{
    const double position = share * static_cast<double>(sorted.size() - 1);
    const auto below = static_cast<std::size_t>(position);
    if (below + 1 >= sorted.size()) {
        return sorted.back();
    }
    return std::lerp(sorted[below], sorted[below + 1], position - static_cast<double>(below));
}

/// Fisher's partition of ascending values into classes with the least sum of squares in them. The best beginning of the
/// last class moves up with the end of the values, so that each layer is found by halving.
class NaturalBreaks {
public:
    explicit NaturalBreaks(const std::vector<double> &sorted) : m_values(sorted)
    {
        const double middle = sorted[sorted.size() / 2]; // sums of what is near nothing lose no digits
        m_sum.reserve(sorted.size() + 1);
        m_squares.reserve(sorted.size() + 1);
        m_sum.push_back(0);
        m_squares.push_back(0);
        for (const double value : sorted) {
            const double from = value - middle;
            m_sum.push_back(m_sum.back() + from);
            m_squares.push_back(m_squares.back() + from * from);
        }
    }

    /// The first value of each class but the first.
    std::vector<double> breaks(std::size_t count)
    {
        const std::size_t n = m_values.size();
        m_best.assign(n + 1, 0);
        for (std::size_t end = 1; end <= n; ++end) {
            m_best[end] = within(0, end);
        }
        std::vector<std::vector<std::size_t>> begins;
        for (std::size_t k = 1; k < count; ++k) {
            m_before = m_best;
            m_begin.assign(n + 1, 0);
            solve(k + 1, n, k, n - 1);
            begins.push_back(m_begin);
        }
        std::vector<double> result;
        std::size_t end = n;
        for (auto layer = begins.rbegin(); layer != begins.rend(); ++layer) {
            end = (*layer)[end];
            result.push_back(m_values[end]);
        }
        std::reverse(result.begin(), result.end());
        return result;
    }

private:
    /// Sum of squares of the values [begin, end) about their mean.
    double within(std::size_t begin, std::size_t end) const
    {
        const double sum = m_sum[end] - m_sum[begin];
        return std::max(0.0, m_squares[end] - m_squares[begin] - sum * sum / static_cast<double>(end - begin));
    }

    /// The best of one class more for all ends in [low, high], whose last class begins in [first, last].
    void solve(std::size_t low, std::size_t high, std::size_t first, std::size_t last)
    {
        if (low > high) {
            return;
        }
        const std::size_t end = (low + high) / 2;
        m_best[end] = std::numeric_limits<double>::infinity();
        for (std::size_t begin = first; begin <= std::min(last, end - 1); ++begin) {
            const double cost = m_before[begin] + within(begin, end);
            if (cost < m_best[end]) {
                m_best[end] = cost;
                m_begin[end] = begin;
            }
        }
        solve(low, end - 1, first, m_begin[end]);
        solve(end + 1, high, m_begin[end], last);
    }

    const std::vector<double> &m_values;
    std::vector<double> m_sum;     ///< of the first values, from the middle one
    std::vector<double> m_squares; ///< likewise of their squares
    std::vector<double> m_before;  ///< least sums with one class less, by end
    std::vector<double> m_best;
    std::vector<std::size_t> m_begin; ///< of the last class, by end
};

std::vector<double> naturalBounds(const std::vector<double> &sorted, int count)
{
    std::size_t distinct = 1;
    for (std::size_t i = 1; i < sorted.size(); ++i) {
        distinct += sorted[i] > sorted[i - 1] ? 1U : 0U;
    }
    std::vector<double> bounds{sorted.front()};
    for (const double each : NaturalBreaks(sorted).breaks(std::min(static_cast<std::size_t>(count), distinct))) {
        bounds.push_back(each);
    }
    bounds.push_back(sorted.back());
    return bounds;
}

std::vector<double> roundBounds(double least, double most, int count)
{
    const double rough = (most - least) / count;
    const double power = std::pow(10, std::floor(std::log10(rough)));
    const double part = rough / power;
    const double step = power * (part < 1.5 ? 1 : part < 3.5 ? 2 : part < 7.5 ? 5 : 10);
    const double first = std::floor(least / step);
    if (std::abs(first) > 1e15 || std::abs(most / step) > 1e15) {
        return {least, most}; // the values differ in digits that no round number has
    }
    std::vector<double> bounds;
    for (double n = first; bounds.size() < 2 || bounds.back() < most; ++n) {
        bounds.push_back(n * step);
    }
    return bounds;
}

} // namespace

std::vector<double> classBounds(std::vector<double> values, int count, Classification method)
{
    std::erase_if(values, [](double value) { return !std::isfinite(value); });
    if (values.empty() || count < 1) {
        return {};
    }
    std::sort(values.begin(), values.end());
    if (values.front() < values.back() && method == Classification::NaturalBreaks) {
        return naturalBounds(values, count);
    }
    if (values.front() < values.back() && method == Classification::RoundNumbers) {
        return roundBounds(values.front(), values.back(), count);
    }
    std::vector<double> bounds;
    for (int i = 0; i <= count; ++i) {
        const double share = static_cast<double>(i) / count;
        const double bound = method == Classification::Quantile ? quantile(values, share)
                                                                : std::lerp(values.front(), values.back(), share);
        if (bounds.empty() || bound > bounds.back()) {
            bounds.push_back(bound);
        }
    }
    if (bounds.size() == 1) {
        bounds.push_back(bounds.front()); // all values alike: one class that holds them
    }
    return bounds;
}

} // namespace cuntu
