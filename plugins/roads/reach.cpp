// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/roads/reach.h"

#include "plugins/roads/paths.h"

#include <algorithm>

namespace cuntu::roads {

namespace {

constexpr std::size_t k_settlementsBetweenCancelChecks = 1024;

/// The steps of reach(), in order.
class Reaching {
public:
    Reaching(const ReachInput &input, Detail detail) : m_input(input), m_detail(detail), m_locator(input.lines)
    {
        m_reach.accesses.resize(input.positions.size());
    }

    Result<Reach> run(const JobContext &job)
    {
        if (auto located = locate(job); !located) {
            return located.error();
        }
        const bool stops = m_detail == Detail::Reasons;
        const std::span<const LineLocation> places(m_places);
        auto network = buildLineNetwork(
            m_locator, {m_input.rule.endSnap_m, stops ? places : places.first(0), m_input.sourceOfLine}, job);
        if (!network) {
            return network.error();
        }
        m_network = std::move(*network);
        findOpenComponents();
        m_reach.destination = chosenDestination();
        findGoodComponents();
        judge();
        if (stops) {
            const Ground ground{m_input, m_network,   m_places, m_firstPlace,
                                m_open,  m_component, m_good,   m_reach.destination};
            if (auto explained = explain(ground, m_reach.accesses, job); !explained) {
                return explained.error();
            }
        }
        return std::move(m_reach);
    }

private:
    Result<void> locate(const JobContext &job);
    void findOpenComponents();
    Destination chosenDestination() const;
    void findGoodComponents();
    void markLargest();
    void judge();
    bool isConnected(std::size_t settlement) const;
    std::uint32_t componentOf(std::uint32_t line) const { return m_component[m_network.anyNode[line]]; }

    const ReachInput &m_input;
    Detail m_detail;
    LineLocator m_locator;
    std::vector<LineLocation> m_places;
    std::vector<std::uint32_t> m_firstPlace{0};
    LineNetwork m_network;
    std::vector<bool> m_open;
    std::vector<std::uint32_t> m_component;
    std::vector<bool> m_good; ///< per component, that is per its smallest node
    Reach m_reach;
};

/// The nearest place on each segment around the settlements that matter.
Result<void> Reaching::locate(const JobContext &job)
{
    std::vector<LineLocation> found;
    for (std::size_t i = 0; i < m_input.positions.size(); ++i) {
        if (i % k_settlementsBetweenCancelChecks == 0 && job.isCancelled()) {
            return cancelledError();
        }
        const Point at = m_input.positions[i];
        if ((m_input.asked[i] || m_input.committees[i]) && std::isfinite(at.x) && std::isfinite(at.y)) {
            m_locator.within(at, m_input.rule.snap_m, found);
            m_places.insert(m_places.end(), found.begin(), found.end());
        }
        m_firstPlace.push_back(static_cast<std::uint32_t>(m_places.size()));
    }
    return {};
}

void Reaching::findOpenComponents()
{
    m_open.resize(m_input.lines.size());
    for (std::uint32_t line = 0; line < m_open.size(); ++line) {
        m_open[line] = m_input.stateOf(line) == SegmentState::Usable && m_network.anyNode[line] != k_noIndex;
    }
    m_component = connectedComponents(m_network.graph, m_network.edgesOf(m_open));
    m_good.assign(m_component.size(), false);
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
    }
    for (std::uint32_t line = 0; m_reach.destination == Destination::Classified && line < m_open.size(); ++line) {
        if (m_open[line] && m_input.segments.classified[m_input.rowOfLine[line]]) {
            m_good[componentOf(line)] = true;
        }
    }
    for (std::size_t i = 0; m_reach.destination == Destination::Committees && i < m_input.committees.size(); ++i) {
        for (std::uint32_t k = m_firstPlace[i]; m_input.committees[i] && k < m_firstPlace[i + 1]; ++k) {
            if (m_open[m_places[k].line]) {
                m_good[componentOf(m_places[k].line)] = true;
            }
        }
    }
}

/// The component with the most usable metres; of equal ones the one that comes first.
void Reaching::markLargest()
{
    std::vector<double> length(m_component.size(), 0.0);
    for (std::uint32_t line = 0; line < m_open.size(); ++line) {
        if (m_open[line]) {
            length[componentOf(line)] += m_locator.length(line);
        }
    }
    const auto longest = std::max_element(length.begin(), length.end());
    if (longest != length.end() && *longest > 0) {
        m_good[static_cast<std::size_t>(longest - length.begin())] = true;
    }
}

bool Reaching::isConnected(std::size_t settlement) const
{
    const auto begin = m_places.begin() + m_firstPlace[settlement];
    const auto end = m_places.begin() + m_firstPlace[settlement + 1];
    return std::any_of(
        begin, end, [&](const LineLocation &place) { return m_open[place.line] && m_good[componentOf(place.line)]; });
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
