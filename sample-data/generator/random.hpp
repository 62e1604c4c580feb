// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <numbers>
#include <span>

namespace cuntu::sample {

/// One step of splitmix64 (Steele, Lea and Flood 2014): a good hash of @p x.
constexpr std::uint64_t mix(std::uint64_t x) {
    x += 0x9e3779b97f4a7c15ULL;
    x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9ULL;
    x = (x ^ (x >> 27)) * 0x94d049bb133111ebULL;
    return x ^ (x >> 31);
}

/// xoshiro256** (Blackman and Vigna 2018). The standard's distributions differ between libraries,
/// so the few that are needed are members here: the same seed gives the same county everywhere.
class Random {
public:
    explicit Random(std::uint64_t seed) {
        for (auto &word : m_state)
            word = seed = mix(seed);
    }

    std::uint64_t next() {
        const std::uint64_t result = rotate(m_state[1] * 5, 7) * 9;
        const std::uint64_t shifted = m_state[1] << 17;
        m_state[2] ^= m_state[0];
        m_state[3] ^= m_state[1];
        m_state[1] ^= m_state[2];
        m_state[0] ^= m_state[3];
        m_state[2] ^= shifted;
        m_state[3] = rotate(m_state[3], 45);
        return result;
    }

    /// A number in [0, 1).
    double uniform() { return static_cast<double>(next() >> 11) * 0x1.0p-53; }
    /// A number in [@p low, @p high).
    double uniform(double low, double high) { return low + (high - low) * uniform(); }
    /// A whole number in 0..@p count - 1; @p count is at least 1.
    int below(int count) { return static_cast<int>(uniform() * count); }
    /// A whole number in @p low..@p high, both included.
    int between(int low, int high) { return low + below(high - low + 1); }
    bool chance(double probability) { return uniform() < probability; }
    /// Standard normal (Box and Muller 1958).
    double normal() {
        const double radius = std::sqrt(-2.0 * std::log(1.0 - uniform()));
        return radius * std::cos(2.0 * std::numbers::pi * uniform());
    }

    template <class T, std::size_t N> const T &pick(const std::array<T, N> &items) {
        return items[static_cast<std::size_t>(below(static_cast<int>(N)))];
    }

private:
    static constexpr std::uint64_t rotate(std::uint64_t x, int k) { return (x << k) | (x >> (64 - k)); }
    std::array<std::uint64_t, 4> m_state{};
};

} // namespace cuntu::sample
