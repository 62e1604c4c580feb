// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/solve/track_matching.h"

#include <algorithm>
#include <cmath>
#include <queue>
#include <unordered_map>

namespace cuntu {

namespace {

constexpr std::size_t k_mostPlaces = 12;
constexpr double k_closed = std::numeric_limits<double>::infinity();

double apart(Point a, Point b)
{
    return std::hypot(a.x - b.x, a.y - b.y);
}

double lengthOf(std::span<const Point> points)
{
    double length = 0;
    for (std::size_t i = 1; i < points.size(); ++i) {
        length += apart(points[i - 1], points[i]);
    }
    return length;
}

/// Ways from one place along the network, as far as they are asked for.
class Ways {
public:
    Ways(const LineNetwork &network, const LineLocation &from, double limit);

    /// The shortest way to @p to; infinite beyond the limit.
    double to(const LineLocation &to) const;
    /// The stretches of lines along it.
    std::vector<CoveredStretch> stretchesTo(const LineLocation &to) const;

private:
    struct Reached {
        double cost = k_closed;
        std::uint32_t edge = k_noIndex; ///< by which it was reached; none: from the place itself
        std::uint32_t before = k_noIndex;
    };
    std::uint32_t pieceOf(const LineLocation &place) const;
    double cost(std::uint32_t node) const
    {
        const auto found = m_reached.find(node);
        return found == m_reached.end() ? k_closed : found->second.cost;
    }
    /// Along the piece from its beginning.
    double offset(std::uint32_t piece, const LineLocation &place) const
    {
        return std::clamp(place.measure - m_network.pieceMeasure[piece], 0.0, m_network.graph.edge(piece).length);
    }
    bool isDirect(const LineLocation &to) const;
    std::uint32_t lastNode(const LineLocation &to) const;
    CoveredStretch along(std::uint32_t piece, std::uint32_t from) const;

    const LineNetwork &m_network;
    const LineLocation &m_from;
    std::uint32_t m_piece;
    std::unordered_map<std::uint32_t, Reached> m_reached;
};

std::uint32_t Ways::pieceOf(const LineLocation &place) const
{
    const auto begin = m_network.pieceMeasure.begin() + m_network.firstPiece[place.line];
    const auto end = m_network.pieceMeasure.begin() + m_network.firstPiece[place.line + 1];
    const auto after = std::upper_bound(begin, end, place.measure);
    return m_network.firstPiece[place.line] +
           static_cast<std::uint32_t>(std::max<std::ptrdiff_t>(1, after - begin) - 1);
}

/// Dijkstra 1959 from both ends of the place's piece.
Ways::Ways(const LineNetwork &network, const LineLocation &from, double limit)
    : m_network(network), m_from(from), m_piece(pieceOf(from))
{
    using Item = std::pair<double, std::uint32_t>;
    std::priority_queue<Item, std::vector<Item>, std::greater<>> open;
    const auto reach = [&](std::uint32_t node, const Reached &by) {
        Reached &known = m_reached[node];
        if (by.cost < known.cost && by.cost <= limit) {
            known = by;
            open.emplace(by.cost, node);
        }
    };
    const GraphEdge &piece = network.graph.edge(m_piece);
    const double passed = offset(m_piece, from);
    reach(piece.from, {passed, k_noIndex, k_noIndex});
    reach(piece.to, {piece.length - passed, k_noIndex, k_noIndex});
    while (!open.empty()) {
        const auto [cost, node] = open.top();
        open.pop();
        if (cost > m_reached[node].cost) {
            continue;
        }
        for (const Graph::Arc &arc : network.graph.arcs(node)) {
            reach(arc.to, {cost + network.graph.edge(arc.edge).length, arc.edge, node});
        }
    }
}

bool Ways::isDirect(const LineLocation &to) const
{
    return pieceOf(to) == m_piece;
}

double Ways::to(const LineLocation &to) const
{
    const std::uint32_t piece = pieceOf(to);
    const GraphEdge &edge = m_network.graph.edge(piece);
    const double passed = offset(piece, to);
    const double around = std::min(cost(edge.from) + passed, cost(edge.to) + edge.length - passed);
    return isDirect(to) ? std::min(around, std::abs(to.measure - m_from.measure)) : around;
}

std::uint32_t Ways::lastNode(const LineLocation &to) const
{
    const std::uint32_t piece = pieceOf(to);
    const GraphEdge &edge = m_network.graph.edge(piece);
    const double passed = offset(piece, to);
    return cost(edge.from) + passed <= cost(edge.to) + edge.length - passed ? edge.from : edge.to;
}

/// All of @p piece, travelled from its node @p from on.
CoveredStretch Ways::along(std::uint32_t piece, std::uint32_t from) const
{
    const double begin = m_network.pieceMeasure[piece];
    const double end = begin + m_network.graph.edge(piece).length;
    const bool isForward = m_network.graph.edge(piece).from == from;
    return {m_network.lineOfPiece[piece], isForward ? begin : end, isForward ? end : begin};
}

std::vector<CoveredStretch> Ways::stretchesTo(const LineLocation &to) const
{
    if (isDirect(to) && std::abs(to.measure - m_from.measure) <= this->to(to) + 1e-9) {
        return {{to.line, m_from.measure, to.measure}};
    }
    const std::uint32_t last = lastNode(to);
    const std::uint32_t piece = pieceOf(to);
    const double atLast = m_network.pieceMeasure[piece] +
                          (m_network.graph.edge(piece).from == last ? 0 : m_network.graph.edge(piece).length);
    std::vector<CoveredStretch> backwards{{to.line, atLast, to.measure}};
    std::uint32_t node = last;
    for (Reached by = m_reached.at(node); by.edge != k_noIndex; by = m_reached.at(node)) {
        if (!m_network.isJoint(by.edge)) {
            backwards.push_back(along(by.edge, by.before));
        }
        node = by.before;
    }
    const double atFirst = m_network.pieceMeasure[m_piece] +
                           (m_network.graph.edge(m_piece).from == node ? 0 : m_network.graph.edge(m_piece).length);
    backwards.push_back({m_from.line, m_from.measure, atFirst});
    return {backwards.rbegin(), backwards.rend()};
}

/// A place where the track may have been at one of its positions.
struct Candidate {
    LineLocation place;
    double score = 0;                 ///< of the likeliest way that ends here: minus the logarithm
    std::uint32_t before = k_noIndex; ///< which candidate of the position before it came from
};

/// The steps of matchTrack().
class Matcher {
public:
    Matcher(const LineLocator &locator, const LineNetwork &network, std::span<const Point> track,
            const TrackMatchOptions &options)
        : m_locator(locator), m_network(network), m_track(track), m_options(options)
    {
    }

    Result<TrackMatch> run(const JobContext &job)
    {
        thin();
        for (std::size_t i = 0; i < m_match.looked.size(); ++i) {
            if (job.isCancelled()) {
                return cancelledError();
            }
            addPosition(i);
        }
        endRun(m_match.looked.size());
        m_match.length = lengthOf(m_track);
        findUnmatched();
        return std::move(m_match);
    }

private:
    Point at(std::size_t looked) const { return m_track[m_match.looked[looked]]; }
    /// How far ways are followed between positions that are @p straight apart: in the mountains they wind.
    double limit(double straight) const { return 8 * straight + 4 * m_options.radius; }
    void thin();
    std::vector<Candidate> candidatesAt(Point position);
    bool link(std::size_t looked, std::vector<Candidate> &candidates) const;
    void addPosition(std::size_t looked);
    void endRun(std::size_t end);
    void addStretches(std::span<const CoveredStretch> stretches);
    void findUnmatched();

    const LineLocator &m_locator;
    const LineNetwork &m_network;
    std::span<const Point> m_track;
    const TrackMatchOptions &m_options;
    std::size_t m_begin = 0; ///< of the run of positions that hang together
    std::vector<std::vector<Candidate>> m_run;
    std::vector<LineLocation> m_near;
    TrackMatch m_match;
};

void Matcher::thin()
{
    for (std::uint32_t i = 0; i < m_track.size(); ++i) {
        const bool isFinite = std::isfinite(m_track[i].x) && std::isfinite(m_track[i].y);
        const bool isLast = i + 1 == m_track.size();
        if (isFinite && (m_match.looked.empty() || isLast ||
                         apart(m_track[i], m_track[m_match.looked.back()]) > 2 * m_options.sigma)) {
            m_match.looked.push_back(i);
        }
    }
    m_match.places.resize(m_match.looked.size());
}

std::vector<Candidate> Matcher::candidatesAt(Point position)
{
    m_locator.within(position, m_options.radius, m_near);
    std::sort(m_near.begin(), m_near.end(), [](const LineLocation &a, const LineLocation &b) {
        return std::pair(a.distance, a.line) < std::pair(b.distance, b.line);
    });
    m_near.resize(std::min(m_near.size(), k_mostPlaces));
    std::vector<Candidate> candidates;
    for (const LineLocation &place : m_near) {
        const double off = place.distance / m_options.sigma;
        candidates.push_back({place, off * off / 2, k_noIndex}); // formula 1
    }
    return candidates;
}

/// Finds the likeliest predecessor of each of @p candidates; those without one go. False where none is left.
bool Matcher::link(std::size_t looked, std::vector<Candidate> &candidates) const
{
    const double straight = apart(at(looked - 1), at(looked));
    std::vector<double> best(candidates.size(), k_closed);
    for (std::uint32_t k = 0; k < m_run.back().size(); ++k) {
        const Candidate &before = m_run.back()[k];
        const Ways ways(m_network, before.place, limit(straight));
        for (std::size_t i = 0; i < candidates.size(); ++i) {
            const double way = ways.to(candidates[i].place);
            const double score = before.score + std::abs(way - straight) / m_options.beta; // formula 2
            if (score < best[i]) {
                best[i] = score;
                candidates[i].before = k;
            }
        }
    }
    for (std::size_t i = 0; i < candidates.size(); ++i) {
        candidates[i].score += best[i];
    }
    std::erase_if(candidates, [](const Candidate &candidate) { return !std::isfinite(candidate.score); });
    return !candidates.empty();
}

void Matcher::addPosition(std::size_t looked)
{
    std::vector<Candidate> candidates = candidatesAt(at(looked));
    if (candidates.empty()) {
        endRun(looked);
        m_begin = looked + 1;
        return;
    }
    if (!m_run.empty()) {
        std::vector<Candidate> linked = candidates;
        if (link(looked, linked)) {
            m_run.push_back(std::move(linked));
            return;
        }
        endRun(looked);
        m_begin = looked;
    }
    m_run.push_back(std::move(candidates));
}

/// Follows the likeliest way back from the last position before @p end, and keeps it.
void Matcher::endRun(std::size_t end)
{
    if (m_run.empty()) {
        return;
    }
    const auto likeliest = std::min_element(m_run.back().begin(), m_run.back().end(),
                                            [](const Candidate &a, const Candidate &b) { return a.score < b.score; });
    auto chosen = static_cast<std::uint32_t>(likeliest - m_run.back().begin());
    for (std::size_t i = m_run.size(); i > 0; --i) {
        m_match.places[m_begin + i - 1] = m_run[i - 1][chosen].place;
        chosen = m_run[i - 1][chosen].before;
    }
    for (std::size_t i = m_begin + 1; i < end; ++i) {
        const Ways ways(m_network, *m_match.places[i - 1], limit(apart(at(i - 1), at(i))));
        addStretches(ways.stretchesTo(*m_match.places[i]));
    }
    m_run.clear();
}

/// Adds stretches; what goes on along the same line in the same direction is one.
void Matcher::addStretches(std::span<const CoveredStretch> stretches)
{
    for (const CoveredStretch &stretch : stretches) {
        if (stretch.from == stretch.to) {
            continue;
        }
        if (!m_match.stretches.empty()) {
            CoveredStretch &last = m_match.stretches.back();
            const bool goesOn = last.line == stretch.line && std::abs(last.to - stretch.from) < 1e-6 &&
                                (last.to > last.from) == (stretch.to > stretch.from);
            if (goesOn) {
                last.to = stretch.to;
                continue;
            }
        }
        m_match.stretches.push_back(stretch);
    }
}

/// Parts between positions of which one was matched to nothing, or between which the match broke off.
void Matcher::findUnmatched()
{
    std::vector<Point> part;
    const auto end = [&] {
        if (part.size() > 1) {
            m_match.unmatchedLength += lengthOf(part);
            m_match.unmatched.push_back(part);
        }
        part.clear();
    };
    for (std::size_t i = 1; i < m_match.looked.size(); ++i) {
        if (m_match.places[i - 1] && m_match.places[i]) {
            end();
            continue;
        }
        for (std::uint32_t k = m_match.looked[i - 1] + (part.empty() ? 0 : 1); k <= m_match.looked[i]; ++k) {
            part.push_back(m_track[k]);
        }
    }
    end();
}

} // namespace

Result<TrackMatch> matchTrack(const LineLocator &locator, const LineNetwork &network, std::span<const Point> track,
                              const TrackMatchOptions &options, const JobContext &job)
{
    return Matcher(locator, network, track, options).run(job);
}

std::vector<CoveredStretch> coveredOnce(std::span<const CoveredStretch> stretches, double least)
{
    std::vector<CoveredStretch> sorted(stretches.begin(), stretches.end());
    for (CoveredStretch &stretch : sorted) {
        stretch = {stretch.line, std::min(stretch.from, stretch.to), std::max(stretch.from, stretch.to)};
    }
    std::sort(sorted.begin(), sorted.end(), [](const CoveredStretch &a, const CoveredStretch &b) {
        return std::pair(a.line, a.from) < std::pair(b.line, b.from);
    });
    std::vector<CoveredStretch> once;
    for (const CoveredStretch &stretch : sorted) {
        const bool touches = !once.empty() && once.back().line == stretch.line && stretch.from <= once.back().to + 1e-6;
        if (touches) {
            once.back().to = std::max(once.back().to, stretch.to);
        } else {
            once.push_back(stretch);
        }
    }
    std::erase_if(once, [&](const CoveredStretch &stretch) { return stretch.to - stretch.from < least; });
    return once;
}

} // namespace cuntu
