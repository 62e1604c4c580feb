// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/solve/half_cuts.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

namespace cuntu {

namespace {

constexpr double k_hardlyOpen = 0.02; ///< below: taken as closed, above 1 less this: as open
constexpr double k_leastViolation = 0.04;
constexpr std::size_t k_mostGroups = 1200;
constexpr std::size_t k_mostTriples = 400'000;

using Bits = std::vector<std::uint64_t>;

/// Demands that the same partly open sites serve.
struct Group {
    Bits sites;
    double served = 0;                  ///< parts of sites in sum
    double slack = 0;                   ///< how far that is from 1
    std::vector<std::uint32_t> demands; ///< the largest first
};

struct Triple {
    double gain = 0;
    std::array<std::uint32_t, 3> demands{};
};

/// Parts of sites in sum, of a set given as bits: looked up byte by byte.
class Masses {
public:
    explicit Masses(const std::vector<double> &shares) : m_sums((shares.size() + 7) / 8 * 256, 0)
    {
        for (std::size_t place = 0; place < m_sums.size() / 256; ++place) {
            for (std::size_t byte = 1; byte < 256; ++byte) {
                for (std::size_t bit = 0; bit < 8 && 8 * place + bit < shares.size(); ++bit) {
                    m_sums[256 * place + byte] += (byte >> bit & 1U) != 0 ? shares[8 * place + bit] : 0;
                }
            }
        }
    }
    double of(const Bits &bits) const
    {
        double sum = 0;
        for (std::size_t place = 0; place < m_sums.size() / 256; ++place) {
            sum += m_sums[256 * place + (bits[place / 8] >> (8 * (place % 8)) & 255U)];
        }
        return sum;
    }

private:
    std::vector<double> m_sums;
};

bool meet(const Bits &a, const Bits &b)
{
    for (std::size_t k = 0; k < a.size(); ++k) {
        if ((a[k] & b[k]) != 0) {
            return true;
        }
    }
    return false;
}

/// The search for one set of shares.
class Separation {
public:
    Separation(const SitingProblem &problem, const std::vector<double> &shares);

    std::vector<Triple> triples(const std::function<bool()> &mustStop) const;

private:
    void group(const std::vector<double> &shares);
    void addTriples(std::size_t a, std::size_t b, const std::vector<std::size_t> &others,
                    std::vector<Triple> &found) const;
    void emit(double violation, const std::array<const Group *, 3> &groups, std::vector<Triple> &found) const;

    const SitingProblem &m_problem;
    std::vector<double> m_partly; ///< shares of the partly open sites
    std::vector<std::size_t> m_bitOf;
    std::vector<Group> m_groups;
    Masses m_masses;
};

std::vector<double> partlyOpen(const std::vector<double> &shares)
{
    std::vector<double> partly;
    std::copy_if(shares.begin(), shares.end(), std::back_inserter(partly),
                 [](double share) { return share > k_hardlyOpen && share < 1 - k_hardlyOpen; });
    return partly;
}

Separation::Separation(const SitingProblem &problem, const std::vector<double> &shares)
    : m_problem(problem), m_partly(partlyOpen(shares)), m_bitOf(shares.size(), m_partly.size()), m_masses(m_partly)
{
    std::size_t bit = 0;
    for (std::size_t site = 0; site < shares.size(); ++site) {
        if (shares[site] > k_hardlyOpen && shares[site] < 1 - k_hardlyOpen) {
            m_bitOf[site] = bit++;
        }
    }
    group(shares);
}

void Separation::group(const std::vector<double> &shares)
{
    std::map<Bits, Group> groups;
    for (std::uint32_t demand = 0; demand < m_problem.demandCount(); ++demand) {
        Bits bits(m_partly.size() / 64 + 1, 0);
        bool isServed = false;
        bool isPartly = false;
        for (const SitingProblem::Entry &entry : m_problem.entriesOf(demand)) {
            const std::size_t bit = m_bitOf[entry.site];
            isServed = isServed || shares[entry.site] >= 1 - k_hardlyOpen;
            if (bit < m_partly.size()) {
                bits[bit / 64] |= std::uint64_t{1} << (bit % 64);
                isPartly = true;
            }
        }
        if (isPartly && !isServed) {
            groups[bits].demands.push_back(demand);
        }
    }
    for (auto &[bits, group] : groups) {
        group.sites = bits;
        group.served = m_masses.of(bits);
        group.slack = std::abs(1 - group.served);
        std::stable_sort(group.demands.begin(), group.demands.end(), [&](std::uint32_t a, std::uint32_t b) {
            return m_problem.otherwise[a] > m_problem.otherwise[b];
        });
        if (group.slack < 1 - 2 * k_leastViolation) {
            m_groups.push_back(std::move(group));
        }
    }
    std::stable_sort(m_groups.begin(), m_groups.end(), [&](const Group &a, const Group &b) {
        return m_problem.otherwise[a.demands.front()] > m_problem.otherwise[b.demands.front()];
    });
    m_groups.resize(std::min(m_groups.size(), k_mostGroups));
}

/// Demands of the groups side by side, the largest with the largest.
void Separation::emit(double violation, const std::array<const Group *, 3> &groups, std::vector<Triple> &found) const
{
    std::size_t rows = 0;
    for (const Group *group : groups) {
        rows = std::max(rows, group->demands.size());
    }
    for (std::size_t k = 0; k < rows && found.size() < k_mostTriples; ++k) {
        Triple triple;
        double least = std::numeric_limits<double>::infinity();
        for (std::size_t i = 0; i < 3; ++i) {
            triple.demands[i] = groups[i]->demands[std::min(k, groups[i]->demands.size() - 1)];
            least = std::min(least, m_problem.otherwise[triple.demands[i]]);
        }
        std::sort(triple.demands.begin(), triple.demands.end());
        triple.gain = violation * least;
        found.push_back(triple);
    }
}

void Separation::addTriples(std::size_t a, std::size_t b, const std::vector<std::size_t> &others,
                            std::vector<Triple> &found) const
{
    const Group &first = m_groups[a];
    const Group &second = m_groups[b];
    const double slack = first.slack + second.slack;
    if (slack >= 1 - 2 * k_leastViolation) {
        return;
    }
    Bits either(first.sites);
    for (std::size_t k = 0; k < either.size(); ++k) {
        either[k] ^= second.sites[k];
    }
    const double served = m_masses.of(either);
    Bits odd(either.size());
    for (const std::size_t c : others) {
        if (found.size() >= k_mostTriples) {
            return;
        }
        const Group &third = m_groups[c];
        const double room = 1 - 2 * k_leastViolation - slack - third.slack;
        if (c <= b || std::abs(served - third.served) >= room || !meet(second.sites, third.sites)) {
            continue;
        }
        for (std::size_t k = 0; k < odd.size(); ++k) {
            odd[k] = either[k] ^ third.sites[k];
        }
        // Sites that serve one or all three lose half of their share to the rounding.
        if (const double lost = m_masses.of(odd); lost < room) {
            emit((room - lost) / 2 + k_leastViolation, {&first, &second, &third}, found);
        }
    }
}

/// Where two of the three share no site, nothing is violated: what is lost is then as much as is gained.
std::vector<Triple> Separation::triples(const std::function<bool()> &mustStop) const
{
    std::vector<Triple> found;
    bool isOver = false;
    for (std::size_t a = 0; a < m_groups.size() && !isOver; ++a) {
        std::vector<std::size_t> others;
        for (std::size_t b = a + 1; b < m_groups.size(); ++b) {
            if (meet(m_groups[a].sites, m_groups[b].sites)) {
                others.push_back(b);
            }
        }
        for (const std::size_t b : others) {
            isOver = found.size() >= k_mostTriples || mustStop();
            if (isOver) {
                break;
            }
            addTriples(a, b, others, found);
        }
    }
    std::sort(found.begin(), found.end(), [](const Triple &a, const Triple &b) {
        return a.gain > b.gain || (a.gain == b.gain && a.demands < b.demands);
    });
    return found;
}

std::vector<HalfCut::Part> partsOf(const SitingProblem &problem, const std::array<std::uint32_t, 3> &demands)
{
    std::map<std::uint32_t, int> served;
    for (const std::uint32_t demand : demands) {
        for (const SitingProblem::Entry &entry : problem.entriesOf(demand)) {
            ++served[entry.site];
        }
    }
    std::vector<HalfCut::Part> parts;
    for (const auto &[site, count] : served) {
        parts.push_back({site, count == 3 ? 2 : 1});
    }
    return parts;
}

} // namespace

std::vector<HalfCut> findHalfCuts(const SitingProblem &problem, const std::vector<double> &shares, std::size_t most,
                                  const std::function<bool()> &mustStop)
{
    constexpr int k_mostOfOneDemand = 2;
    std::vector<int> used(problem.demandCount(), 0);
    std::vector<HalfCut> cuts;
    for (const Triple &triple : Separation(problem, shares).triples(mustStop)) {
        if (cuts.size() == most) {
            break;
        }
        const bool isFresh = std::none_of(triple.demands.begin(), triple.demands.end(),
                                          [&](std::uint32_t demand) { return used[demand] == k_mostOfOneDemand; });
        if (isFresh) {
            for (const std::uint32_t demand : triple.demands) {
                ++used[demand];
            }
            cuts.push_back({triple.demands, partsOf(problem, triple.demands)});
        }
    }
    return cuts;
}

} // namespace cuntu
