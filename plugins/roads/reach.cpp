// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/roads/reach.h"

#include "plugins/roads/paths.h"

#include <algorithm>

namespace cuntu::roads {

namespace {

/// The steps of reach(), in order.
class Reaching {
public:
    Reaching(const ReachInput &input, Detail detail) : m_input(input), m_network(input.network), m_detail(detail)
    {
        m_reach.accesses.resize(m_network.settlementCount());
    }

    Result<Reach> run(const JobContext &job)
    {
        if (job.isCancelled()) {
            return cancelledError();
        }
        findOpenComponents();
        m_reach.destination = chosenDestination();
        findGoodComponents();
        judge();
        if (m_detail == Detail::Reasons) {
            const Ground ground{m_input, m_network.lines, m_open, m_component, m_good, m_reach.destination};
            if (auto explained = explain(ground, m_reach.accesses, job); !explained) {
                return explained.error();
            }
            sayWhatLeadsThere();
        }
        return std::move(m_reach);
    }

private:
    void findOpenComponents();
    Destination chosenDestination() const;
    void findGoodComponents();
    void markLargest();
    void findOwnSeats();
    void judge();
    void sayWhatLeadsThere();
    bool isConnected(std::size_t settlement) const;

    const ReachInput &m_input;
    const Network &m_network;
    Detail m_detail;
    std::vector<bool> m_open;                                        ///< per line
    std::vector<std::uint32_t> m_component;                          ///< per open line
    std::vector<bool> m_good;                                        ///< per component, that is per its smallest line
    std::vector<std::pair<std::uint32_t, std::uint32_t>> m_ownSeats; ///< village and component of its seat, ascending
    Reach m_reach;
};

void Reaching::findOpenComponents()
{
    m_open.resize(m_network.rowOfLine().size());
    for (std::uint32_t line = 0; line < m_open.size(); ++line) {
        m_open[line] = m_input.stateOf(line) == SegmentState::Usable && m_network.lines.anyNode[line] != k_noIndex;
    }
    m_component = m_network.adjacency.components(m_open);
    m_good.assign(m_open.size(), false);
}

Destination Reaching::chosenDestination() const
{
    if (m_input.rule.destination != Destination::Auto) {
        return m_input.rule.destination;
    }
    if (m_input.segments.anyClassified) {
        return Destination::Classified;
    }
    const bool anySeat =
        std::find(m_input.committees.begin(), m_input.committees.end(), true) != m_input.committees.end();
    return anySeat ? Destination::Committees : Destination::Largest;
}

void Reaching::findGoodComponents()
{
    if (m_reach.destination == Destination::Largest) {
        markLargest();
    } else if (m_reach.destination == Destination::OwnCommittee) {
        findOwnSeats();
    }
    for (std::uint32_t line = 0; m_reach.destination == Destination::Classified && line < m_open.size(); ++line) {
        if (m_open[line] && m_input.segments.classified[m_network.rowOfLine()[line]]) {
            m_good[m_component[line]] = true;
        }
    }
    for (std::size_t i = 0; m_reach.destination == Destination::Committees && i < m_input.committees.size(); ++i) {
        for (std::uint32_t k = m_network.firstPlace[i]; m_input.committees[i] && k < m_network.firstPlace[i + 1]; ++k) {
            if (const std::uint32_t line = m_network.lineOfPlace[k]; m_open[line]) {
                m_good[m_component[line]] = true;
            }
        }
    }
}

/// The component with the most usable metres; of equal ones the one that comes first.
void Reaching::markLargest()
{
    std::vector<double> length(m_open.size(), 0.0);
    for (std::uint32_t line = 0; line < m_open.size(); ++line) {
        if (m_open[line]) {
            length[m_component[line]] += m_network.locator.length(line);
        }
    }
    const auto longest = std::max_element(length.begin(), length.end());
    if (longest != length.end() && *longest > 0) {
        m_good[static_cast<std::size_t>(longest - length.begin())] = true;
    }
}

void Reaching::findOwnSeats()
{
    for (std::size_t i = 0; i < m_input.committees.size(); ++i) {
        for (std::uint32_t k = m_network.firstPlace[i]; m_input.committees[i] && k < m_network.firstPlace[i + 1]; ++k) {
            const std::uint32_t line = m_network.lineOfPlace[k];
            if (m_open[line] && m_input.villages[i] != k_noIndex) {
                m_ownSeats.emplace_back(m_input.villages[i], m_component[line]);
            }
        }
    }
    std::sort(m_ownSeats.begin(), m_ownSeats.end());
}

bool Reaching::isConnected(std::size_t settlement) const
{
    const auto begin = m_network.lineOfPlace.begin() + m_network.firstPlace[settlement];
    const auto end = m_network.lineOfPlace.begin() + m_network.firstPlace[settlement + 1];
    if (m_reach.destination == Destination::OwnCommittee) {
        const std::uint32_t village = m_input.villages[settlement];
        return std::any_of(begin, end, [&](std::uint32_t line) {
            return m_open[line] &&
                   std::binary_search(m_ownSeats.begin(), m_ownSeats.end(), std::pair(village, m_component[line]));
        });
    }
    return std::any_of(begin, end, [&](std::uint32_t line) { return m_open[line] && m_good[m_component[line]]; });
}

void Reaching::sayWhatLeadsThere()
{
    m_reach.leadsThere.resize(m_open.size());
    for (std::size_t line = 0; line < m_open.size(); ++line) {
        m_reach.leadsThere[line] = m_open[line] && m_good[m_component[line]];
    }
}

void Reaching::judge()
{
    for (std::size_t i = 0; i < m_reach.accesses.size(); ++i) {
        Access &access = m_reach.accesses[i];
        if (m_input.asked[i]) {
            access.byNetwork = isConnected(i) ? Reason::ByNetwork : Reason::NoRoadNear;
            access.connected = m_input.statuses[i] == OwnStatus::None ? access.byNetwork == Reason::ByNetwork
                                                                      : m_input.statuses[i] == OwnStatus::Done;
            access.reason = access.byNetwork;
        }
        if (m_input.asked[i] && m_input.statuses[i] != OwnStatus::None) {
            access.reason = access.connected ? Reason::ByStatus : Reason::StatusSaysNot;
        }
    }
}

} // namespace

Result<Reach> reach(const ReachInput &input, Detail detail, const JobContext &job)
{
    return Reaching(input, detail).run(job);
}

} // namespace cuntu::roads
