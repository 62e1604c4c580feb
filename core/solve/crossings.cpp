// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/solve/crossings.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace cuntu {

namespace {

/// A place where a line is cut.
struct Cut {
    double measure = 0;
    Point position;
};

struct Segment {
    std::uint32_t line = 0;
    std::size_t point = 0; ///< its first point in LineSet::points
    double measure = 0;    ///< of that point along its line
};

double length(Point a, Point b)
{
    return std::hypot(b.x - a.x, b.y - a.y);
}

/// Where the segments a-b and c-d meet; of an overlap nothing: each end of it is the end of a line or touches one.
std::optional<Point> crossing(Point a, Point b, Point c, Point d)
{
    const double cross = (b.x - a.x) * (d.y - c.y) - (b.y - a.y) * (d.x - c.x);
    if (cross == 0) {
        return std::nullopt;
    }
    const double s = ((c.x - a.x) * (d.y - c.y) - (c.y - a.y) * (d.x - c.x)) / cross;
    const double t = ((c.x - a.x) * (b.y - a.y) - (c.y - a.y) * (b.x - a.x)) / cross;
    if (s < 0 || s > 1 || t < 0 || t > 1) {
        return std::nullopt;
    }
    // An end that touches is met exactly, so that it is one node with it.
    if (t == 0 || t == 1) {
        return t == 0 ? c : d;
    }
    return s == 0 ? a : s == 1 ? b : Point{a.x + s * (b.x - a.x), a.y + s * (b.y - a.y)};
}

/// The cuts of every line, without its ends, in no order.
class Crossings {
public:
    explicit Crossings(const LineSet &lines) : m_lines(lines), m_cuts(lines.size())
    {
        std::vector<Box> boxes;
        for (std::uint32_t line = 0; line < lines.size(); ++line) {
            double measure = 0;
            for (std::size_t point = lines.start[line]; point + 1 < lines.start[line + 1]; ++point) {
                m_segments.push_back({line, point, measure});
                measure += length(lines.points[point], lines.points[point + 1]);
                Box box;
                box.add(lines.points[point]);
                box.add(lines.points[point + 1]);
                boxes.push_back(box);
            }
        }
        m_boxes = std::move(boxes);
        m_index = PackedIndex(m_boxes);
    }

    Result<std::vector<std::vector<Cut>>> find(const JobContext &job)
    {
        for (std::uint32_t first = 0; first < m_segments.size(); ++first) {
            if (first % 1024 == 0 && job.isCancelled()) {
                return cancelledError();
            }
            m_index.search(m_boxes[first], [&](std::uint32_t second) {
                if (second > first && m_segments[first].line != m_segments[second].line) {
                    meet(m_segments[first], m_segments[second]);
                }
                return true;
            });
        }
        return std::move(m_cuts);
    }

private:
    void meet(const Segment &a, const Segment &b)
    {
        const auto at = crossing(m_lines.points[a.point], m_lines.points[a.point + 1], m_lines.points[b.point],
                                 m_lines.points[b.point + 1]);
        if (at) {
            for (const Segment *segment : {&a, &b}) {
                m_cuts[segment->line].push_back({segment->measure + length(m_lines.points[segment->point], *at), *at});
            }
        }
    }

    LineSet m_lines;
    std::vector<Segment> m_segments;
    std::vector<Box> m_boxes;
    PackedIndex m_index;
    std::vector<std::vector<Cut>> m_cuts;
};

/// Writes the pieces of line @p number, which is cut at @p cuts.
void addPieces(const LineSet &lines, std::uint32_t number, std::vector<Cut> cuts, CutLines &cut)
{
    const auto line = lines.line(number);
    double whole = 0;
    for (std::size_t i = 1; i < line.size(); ++i) {
        whole += length(line[i - 1], line[i]);
    }
    std::stable_sort(cuts.begin(), cuts.end(), [](const Cut &a, const Cut &b) { return a.measure < b.measure; });
    const auto isEnd = [&](const Cut &each) { return each.measure <= 0 || each.measure >= whole; };
    cuts.erase(std::remove_if(cuts.begin(), cuts.end(), isEnd), cuts.end());
    double begin = 0;   // of the piece, along the line
    double measure = 0; // of the last vertex that was passed
    const auto finish = [&](Point end, double at) {
        cut.points.push_back(end);
        cut.start.push_back(static_cast<std::uint32_t>(cut.points.size()));
        cut.lineOf.push_back(number);
        cut.shareOf.push_back(whole > 0 ? (at - begin) / whole : 1);
        begin = at;
    };
    cut.points.push_back(line.front());
    auto next = cuts.cbegin();
    for (std::size_t i = 1; i < line.size(); ++i) {
        const double after = measure + length(line[i - 1], line[i]);
        for (; next != cuts.cend() && next->measure <= after; ++next) {
            if (next->measure > begin) {
                finish(next->position, next->measure);
                cut.points.push_back(next->position);
            }
        }
        measure = after;
        if (i + 1 < line.size() && measure > begin) {
            cut.points.push_back(line[i]);
        }
    }
    finish(line.back(), whole);
}

} // namespace

Result<CutLines> cutAtCrossings(const LineSet &lines, const JobContext &job)
{
    const auto cuts = Crossings(lines).find(job);
    if (!cuts) {
        return cuts.error();
    }
    CutLines cut;
    for (std::uint32_t number = 0; number < lines.size(); ++number) {
        if (lines.line(number).size() >= 2) {
            addPieces(lines, number, (*cuts)[number], cut);
        }
    }
    return cut;
}

} // namespace cuntu
