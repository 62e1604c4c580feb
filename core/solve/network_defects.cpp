// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/solve/network_defects.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <tuple>

namespace cuntu {

namespace {

double apart(Point a, Point b)
{
    return std::hypot(a.x - b.x, a.y - b.y);
}

/// Where two segments cross, as shares of each; empty for parallel ones and where they do not.
struct Shares {
    double one = 0;
    double other = 0;
};

std::optional<Shares> crossing(Point a, Point b, Point c, Point d)
{
    const double ax = b.x - a.x;
    const double ay = b.y - a.y;
    const double bx = d.x - c.x;
    const double by = d.y - c.y;
    const double turn = ax * by - ay * bx;
    if (turn == 0) {
        return std::nullopt;
    }
    const double t = ((c.x - a.x) * by - (c.y - a.y) * bx) / turn;
    const double u = ((c.x - a.x) * ay - (c.y - a.y) * ax) / turn;
    return t < 0 || t > 1 || u < 0 || u > 1 ? std::nullopt : std::optional(Shares{t, u});
}

Point along(Point a, Point b, double share)
{
    return share >= 1 ? b : Point{a.x + share * (b.x - a.x), a.y + share * (b.y - a.y)};
}

/// The steps of the searches over one set of lines.
class Search {
public:
    Search(const LineLocator &locator, const DefectSearch &options) : m_locator(locator), m_options(options) {}

    Result<std::vector<NetworkDefect>> looseEnds(const JobContext &job);
    Result<std::vector<NetworkDefect>> bareCrossings(const JobContext &job);

private:
    const LineSet &lines() const { return m_locator.lines(); }
    bool isSameOwner(std::uint32_t a, std::uint32_t b) const
    {
        return m_options.owners.empty() ? a == b : m_options.owners[a] == m_options.owners[b];
    }
    std::uint32_t endPoint(std::uint32_t line, bool atBack) const
    {
        return atBack ? lines().start[line + 1] - 1 : lines().start[line];
    }
    void lookAtEnd(std::uint32_t line, bool atBack);
    std::optional<NetworkDefect> crossingNearEnd(std::uint32_t line, bool atBack, double limit) const;
    void crossStub(std::uint32_t line, bool atBack, std::uint32_t begin, double limit,
                   std::optional<NetworkDefect> &best) const;
    void meetAtVertex(NetworkDefect &gap) const;
    std::uint32_t vertexAt(std::uint32_t line, Point position, double limit) const;
    void crossPair(std::uint32_t line, std::uint32_t other, std::vector<NetworkDefect> &found) const;
    std::vector<NetworkDefect> withoutPairs();

    const LineLocator &m_locator;
    const DefectSearch &m_options;
    std::vector<LineLocation> m_near;
    std::vector<NetworkDefect> m_gaps;
    std::vector<NetworkDefect> m_overshoots;
};

/// The vertex of @p line nearest to @p position, at most @p limit away.
std::uint32_t Search::vertexAt(std::uint32_t line, Point position, double limit) const
{
    std::uint32_t nearest = k_noIndex;
    double least = limit;
    for (std::uint32_t point = lines().start[line]; point < lines().start[line + 1]; ++point) {
        const double distance = apart(lines().points[point], position);
        if (distance <= least && (nearest == k_noIndex || distance < least)) {
            nearest = point;
            least = distance;
        }
    }
    return nearest;
}

void Search::meetAtVertex(NetworkDefect &gap) const
{
    const Point end = lines().points[endPoint(gap.line, gap.atBack)];
    gap.vertex = vertexAt(gap.other, end, std::min(m_options.gap, 2 * gap.size));
    if (gap.vertex != k_noIndex) {
        gap.position = lines().points[gap.vertex];
        gap.otherMeasure = m_locator.measureOf(gap.vertex);
    }
}

/// Keeps the better of two crossings of a stub: one where the other line has a vertex, else the one nearer to the end.
void keepBetter(std::optional<NetworkDefect> &best, const NetworkDefect &defect)
{
    const auto rank = [](const NetworkDefect &each) { return std::pair(each.vertex == k_noIndex, each.size); };
    if (!best || rank(defect) < rank(*best)) {
        best = defect;
    }
}

/// Looks at where the segment from point @p begin on crosses lines near the end.
void Search::crossStub(std::uint32_t line, bool atBack, std::uint32_t begin, double limit,
                       std::optional<NetworkDefect> &best) const
{
    const Point a = lines().points[begin];
    const Point b = lines().points[begin + 1];
    const double length = m_locator.length(line);
    for (const LineLocation &near : m_near) {
        for (std::uint32_t k = lines().start[near.line]; k + 1 < lines().start[near.line + 1]; ++k) {
            const Point c = lines().points[k];
            const Point d = lines().points[k + 1];
            const auto shares = crossing(a, b, c, d);
            const double measure = shares ? m_locator.measureOf(begin) + shares->one * apart(a, b) : 0;
            const double stub = atBack ? length - measure : measure;
            if (!shares || stub > limit || stub <= m_options.meets || length - stub <= m_options.meets) {
                continue;
            }
            NetworkDefect defect{NetworkDefect::Kind::Overshoot, line, near.line, atBack, along(c, d, shares->other)};
            defect.size = stub;
            defect.measure = measure;
            defect.otherMeasure = m_locator.measureOf(k) + shares->other * apart(c, d);
            defect.vertex = vertexAt(near.line, defect.position, m_options.meets);
            if (defect.vertex != k_noIndex) {
                defect.position = lines().points[defect.vertex];
            }
            keepBetter(best, defect);
        }
    }
}

/// The best crossing with a line near the end, at most @p limit from the end along its line.
std::optional<NetworkDefect> Search::crossingNearEnd(std::uint32_t line, bool atBack, double limit) const
{
    const std::uint32_t first = lines().start[line];
    const std::uint32_t segments = lines().start[line + 1] - first - 1;
    const double length = m_locator.length(line);
    std::optional<NetworkDefect> best;
    for (std::uint32_t i = 0; i < segments; ++i) {
        const std::uint32_t begin = first + (atBack ? segments - 1 - i : i);
        const double passed = atBack ? length - m_locator.measureOf(begin + 1) : m_locator.measureOf(begin);
        if (passed > limit) {
            break;
        }
        crossStub(line, atBack, begin, limit, best);
    }
    return best;
}

void Search::lookAtEnd(std::uint32_t line, bool atBack)
{
    const Point end = lines().points[endPoint(line, atBack)];
    m_locator.within(end, std::max(m_options.gap, m_options.stub), m_near);
    std::erase_if(m_near, [&](const LineLocation &place) { return isSameOwner(place.line, line); });
    const auto nearest =
        std::min_element(m_near.begin(), m_near.end(),
                         [](const LineLocation &a, const LineLocation &b) { return a.distance < b.distance; });
    if (nearest == m_near.end() || nearest->distance <= m_options.meets) {
        return; // it ends there, or meets something
    }
    if (const auto stub = crossingNearEnd(line, atBack, m_options.stub)) {
        m_overshoots.push_back(*stub);
    } else if (nearest->distance <= m_options.gap && !crossingNearEnd(line, atBack, m_options.gap)) {
        NetworkDefect gap{NetworkDefect::Kind::Gap, line, nearest->line, atBack, nearest->position};
        gap.otherMeasure = nearest->measure;
        gap.size = nearest->distance;
        meetAtVertex(gap);
        m_gaps.push_back(gap);
    }
}

/// The gaps, nearest first, without the ends that others are moved to: they stay where they are.
std::vector<NetworkDefect> Search::withoutPairs()
{
    std::sort(m_gaps.begin(), m_gaps.end(), [](const NetworkDefect &a, const NetworkDefect &b) {
        return std::tuple(a.size, a.line, a.atBack) < std::tuple(b.size, b.line, b.atBack);
    });
    std::set<std::uint32_t> fixed;
    std::map<std::uint32_t, std::size_t> movedBy; ///< ends that go elsewhere: which of the kept ones takes them there
    std::vector<NetworkDefect> kept;
    for (NetworkDefect gap : m_gaps) {
        const std::uint32_t end = endPoint(gap.line, gap.atBack);
        if (fixed.contains(end)) {
            continue; // the other comes to it
        }
        if (const auto went = movedBy.find(gap.vertex); went != movedBy.end()) {
            const NetworkDefect &before = kept[went->second];
            if (isSameOwner(before.other, gap.line)) {
                continue;
            }
            gap.other = before.other; // they all meet where the first of them goes
            gap.position = before.position;
            gap.vertex = before.vertex;
            gap.otherMeasure = before.otherMeasure;
        }
        movedBy[end] = kept.size();
        if (gap.vertex != k_noIndex) {
            fixed.insert(gap.vertex);
        }
        kept.push_back(gap);
    }
    return kept;
}

Result<std::vector<NetworkDefect>> Search::looseEnds(const JobContext &job)
{
    for (std::uint32_t line = 0; line < lines().size(); ++line) {
        if (line % 512 == 0 && job.isCancelled()) {
            return cancelledError();
        }
        const auto points = lines().line(line);
        if (points.size() >= 2 && m_locator.length(line) > 0 && !(points.front() == points.back())) {
            lookAtEnd(line, false);
            lookAtEnd(line, true);
        }
    }
    std::vector<NetworkDefect> found = withoutPairs();
    found.insert(found.end(), m_overshoots.begin(), m_overshoots.end());
    std::sort(found.begin(), found.end(), [](const NetworkDefect &a, const NetworkDefect &b) {
        return std::tuple(a.line, a.atBack) < std::tuple(b.line, b.atBack);
    });
    return found;
}

void Search::crossPair(std::uint32_t line, std::uint32_t other, std::vector<NetworkDefect> &found) const
{
    Box box;
    for (const Point &point : lines().line(other)) {
        box.add(point);
    }
    for (std::uint32_t i = lines().start[line]; i + 1 < lines().start[line + 1]; ++i) {
        const Point a = lines().points[i];
        const Point b = lines().points[i + 1];
        Box stretch;
        stretch.add(a);
        stretch.add(b);
        if (!stretch.intersects(box)) {
            continue;
        }
        for (std::uint32_t k = lines().start[other]; k + 1 < lines().start[other + 1]; ++k) {
            const Point c = lines().points[k];
            const Point d = lines().points[k + 1];
            const auto shares = crossing(a, b, c, d);
            if (!shares) {
                continue;
            }
            const Point place = along(c, d, shares->other);
            const double nearest = std::min({apart(place, a), apart(place, b), apart(place, c), apart(place, d)});
            if (nearest > m_options.meets) {
                NetworkDefect defect{NetworkDefect::Kind::Crossing, line, other, false, place};
                defect.measure = m_locator.measureOf(i) + shares->one * apart(a, b);
                defect.otherMeasure = m_locator.measureOf(k) + shares->other * apart(c, d);
                found.push_back(defect);
            }
        }
    }
}

Result<std::vector<NetworkDefect>> Search::bareCrossings(const JobContext &job)
{
    std::vector<Box> boxes(lines().size());
    for (std::uint32_t line = 0; line < lines().size(); ++line) {
        for (const Point &point : lines().line(line)) {
            boxes[line].add(point);
        }
    }
    const PackedIndex index(boxes);
    std::vector<NetworkDefect> found;
    for (std::uint32_t line = 0; line < lines().size(); ++line) {
        if (line % 256 == 0 && job.isCancelled()) {
            return cancelledError();
        }
        for (const std::uint32_t other : index.search(boxes[line])) {
            if (other > line && !isSameOwner(line, other)) {
                crossPair(line, other, found);
            }
        }
    }
    return found;
}

/// What is done to one line.
struct Changes {
    std::optional<MendedVertex> front; ///< the first point moves there
    std::optional<MendedVertex> back;
    double from = 0; ///< what lies before it is cut off
    double until = std::numeric_limits<double>::infinity();
    static constexpr double k_same = 1e-6;      ///< a vertex so near to the cut is the cut
    std::multimap<double, MendedVertex> places; ///< new vertices, by measure
};

MendedLine mended(const LineLocator &locator, std::uint32_t line, const Changes &changes)
{
    const LineSet &lines = locator.lines();
    const std::uint32_t first = lines.start[line];
    const std::uint32_t last = lines.start[line + 1] - 1;
    MendedLine made{line, {}};
    const auto add = [&](const MendedVertex &vertex) {
        if (made.vertices.empty() || !(made.vertices.back().position == vertex.position)) {
            made.vertices.push_back(vertex);
        }
    };
    if (changes.front) {
        add(*changes.front);
    }
    auto place = changes.places.begin();
    for (std::uint32_t point = first; point <= last; ++point) {
        const double measure = locator.measureOf(point);
        for (; place != changes.places.end() && place->first <= measure; ++place) {
            if (place->first > changes.from && place->first < changes.until) {
                add(place->second);
            }
        }
        const bool isReplaced = (point == first && changes.front) || (point == last && changes.back);
        const bool isInside = (changes.from == 0 || measure > changes.from + Changes::k_same) &&
                              measure < changes.until - Changes::k_same;
        if (!isReplaced && isInside) {
            add({lines.points[point], point});
        }
    }
    if (changes.back) {
        add(*changes.back);
    }
    return made;
}

} // namespace

Result<std::vector<NetworkDefect>> findLooseEnds(const LineLocator &locator, const DefectSearch &search,
                                                 const JobContext &job)
{
    return Search(locator, search).looseEnds(job);
}

Result<std::vector<NetworkDefect>> findBareCrossings(const LineLocator &locator, const DefectSearch &search,
                                                     const JobContext &job)
{
    return Search(locator, search).bareCrossings(job);
}

std::vector<MendedLine> mendedLines(const LineLocator &locator, std::span<const NetworkDefect> defects)
{
    std::map<std::uint32_t, Changes> changes;
    for (const NetworkDefect &defect : defects) {
        const MendedVertex meeting{defect.position, defect.vertex};
        Changes &line = changes[defect.line];
        if (defect.kind == NetworkDefect::Kind::Crossing) {
            line.places.emplace(defect.measure, meeting);
        } else {
            (defect.atBack ? line.back : line.front) = meeting;
        }
        if (defect.kind == NetworkDefect::Kind::Overshoot) {
            (defect.atBack ? line.until : line.from) = defect.measure;
        }
        if (defect.vertex == k_noIndex) {
            changes[defect.other].places.emplace(defect.otherMeasure, meeting);
        }
    }
    std::vector<MendedLine> lines;
    for (const auto &[line, its] : changes) {
        MendedLine made = mended(locator, line, its);
        if (made.vertices.size() >= 2) {
            lines.push_back(std::move(made));
        }
    }
    return lines;
}

} // namespace cuntu
