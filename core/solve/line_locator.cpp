// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/solve/line_locator.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <tuple>

namespace cuntu {

namespace {

constexpr std::uint32_t k_segmentsInPiece = 8;

/// The place on the segment from @p a to @p b that is nearest to @p from, as a share of the segment, 0..1.
double nearestShare(Point from, Point a, Point b)
{
    const double dx = b.x - a.x;
    const double dy = b.y - a.y;
    const double squared = dx * dx + dy * dy;
    if (!(squared > 0)) {
        return 0;
    }
    return std::clamp(((from.x - a.x) * dx + (from.y - a.y) * dy) / squared, 0.0, 1.0);
}

double squaredDistance(Point a, Point b)
{
    return (a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y);
}

Point between(Point a, Point b, double share)
{
    // The ends are returned as they are: a + 1 * (b - a) is not always b.
    if (share <= 0) {
        return a;
    }
    return share >= 1 ? b : Point{a.x + share * (b.x - a.x), a.y + share * (b.y - a.y)};
}

} // namespace

LineLocator::LineLocator(LineSet lines) : m_lines(lines), m_measures(lines.points.size(), 0.0)
{
    std::vector<Box> boxes;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        measure(i);
        addPieces(static_cast<std::uint32_t>(i), boxes);
    }
    m_index = PackedIndex(boxes);
}

void LineLocator::measure(std::size_t line)
{
    for (std::size_t k = m_lines.start[line] + 1; k < m_lines.start[line + 1]; ++k) {
        const Point a = m_lines.points[k - 1];
        const Point b = m_lines.points[k];
        const double step = std::sqrt(squaredDistance(a, b));
        m_measures[k] = m_measures[k - 1] + (std::isfinite(step) ? step : 0); // measures must ascend
    }
}

void LineLocator::addPieces(std::uint32_t line, std::vector<Box> &boxes)
{
    const std::uint32_t end = m_lines.start[line + 1];
    for (std::uint32_t first = m_lines.start[line]; first + 1 < end; first += k_segmentsInPiece) {
        const std::uint32_t last = std::min(first + k_segmentsInPiece, end - 1);
        Box box;
        for (std::uint32_t k = first; k <= last; ++k) {
            box.add(m_lines.points[k]);
        }
        m_pieces.push_back({line, first, last});
        boxes.push_back(box);
    }
}

double LineLocator::length(std::size_t number) const
{
    return m_lines.line(number).empty() ? 0 : m_measures[m_lines.start[number + 1] - 1];
}

LineLocation LineLocator::nearestOn(const Piece &piece, Point from) const
{
    LineLocation best{
        piece.line, 0, std::numeric_limits<double>::infinity(), {}}; // its distance squared, until the end
    for (std::uint32_t k = piece.firstPoint; k < piece.lastPoint; ++k) {
        const Point a = m_lines.points[k];
        const Point b = m_lines.points[k + 1];
        const double share = nearestShare(from, a, b);
        const Point place = between(a, b, share);
        const double squared = squaredDistance(place, from);
        if (squared < best.distance) {
            best.distance = squared;
            best.position = place;
            best.measure = share >= 1 ? m_measures[k + 1] : m_measures[k] + share * (m_measures[k + 1] - m_measures[k]);
        }
    }
    best.distance = std::sqrt(best.distance);
    return best;
}

void LineLocator::within(Point from, double limit, std::vector<LineLocation> &found) const
{
    found.clear();
    const Box around = Box{from.x, from.y, from.x, from.y}.grown(limit);
    m_index.search(around, [&](std::uint32_t piece) {
        const LineLocation place = nearestOn(m_pieces[piece], from);
        if (place.distance <= limit) {
            found.push_back(place);
        }
        return true;
    });
    const auto better = [](const LineLocation &a, const LineLocation &b) {
        return std::tie(a.line, a.distance, a.measure) < std::tie(b.line, b.distance, b.measure);
    };
    std::sort(found.begin(), found.end(), better);
    const auto sameLine = [](const LineLocation &a, const LineLocation &b) { return a.line == b.line; };
    found.erase(std::unique(found.begin(), found.end(), sameLine), found.end());
}

} // namespace cuntu
