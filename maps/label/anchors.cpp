// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/label/anchors.h"

#include <QtMath>

#include <algorithm>
#include <array>
#include <cmath>

namespace cuntu::anchors {
namespace {

struct Run {
    double left = 0;
    double right = 0;
    double width() const { return right - left; }
};

std::vector<Run> runsAt(const std::vector<std::span<const QPointF>> &rings, double y)
{
    std::vector<double> crossings;
    for (const auto &ring : rings) {
        for (std::size_t i = 0; i < ring.size(); ++i) {
            const QPointF a = ring[i == 0 ? ring.size() - 1 : i - 1];
            const QPointF b = ring[i];
            if ((a.y() <= y) != (b.y() <= y)) {
                crossings.push_back(a.x() + (b.x() - a.x()) * (y - a.y()) / (b.y() - a.y()));
            }
        }
    }
    std::sort(crossings.begin(), crossings.end());
    std::vector<Run> runs;
    for (std::size_t i = 0; i + 1 < crossings.size(); i += 2) {
        runs.push_back({crossings[i], crossings[i + 1]});
    }
    return runs;
}

/// The part of @p run that is inside on a second line too: the overlap that is widest.
Run narrowed(const Run &run, const std::vector<Run> &others)
{
    Run best{run.left, run.left};
    for (const Run &other : others) {
        const Run overlap{std::max(run.left, other.left), std::min(run.right, other.right)};
        if (overlap.width() > best.width()) {
            best = overlap;
        }
    }
    return best;
}

/// Way from the line's beginning to each of its points.
std::vector<double> waysAlong(std::span<const QPointF> line)
{
    std::vector<double> ways{0};
    for (std::size_t i = 1; i < line.size(); ++i) {
        const QPointF d = line[i] - line[i - 1];
        ways.push_back(ways.back() + std::hypot(d.x(), d.y()));
    }
    return ways;
}

QPointF pointAt(std::span<const QPointF> line, const std::vector<double> &ways, double way)
{
    const auto after = std::clamp<std::ptrdiff_t>(std::upper_bound(ways.begin(), ways.end(), way) - ways.begin(), 1,
                                                  static_cast<std::ptrdiff_t>(line.size()) - 1);
    const auto i = static_cast<std::size_t>(after);
    const double size = ways[i] - ways[i - 1];
    return line[i - 1] + (line[i] - line[i - 1]) * (size > 0 ? (way - ways[i - 1]) / size : 0);
}

/// A text of @p length about @p way, if the line is straight enough there.
std::optional<Along> straightAt(std::span<const QPointF> line, const std::vector<double> &ways, double way,
                                double length, double tolerance)
{
    const double from = way - length / 2;
    const double to = way + length / 2;
    if (from < 0 || to > ways.back()) {
        return std::nullopt;
    }
    const QPointF a = pointAt(line, ways, from);
    const QPointF b = pointAt(line, ways, to);
    const QPointF chord = b - a;
    const double size = std::hypot(chord.x(), chord.y());
    if (size < length * 0.9) {
        return std::nullopt;
    }
    const auto first = static_cast<std::size_t>(std::upper_bound(ways.begin(), ways.end(), from) - ways.begin());
    for (std::size_t i = first; i < line.size() && ways[i] < to; ++i) {
        const QPointF d = line[i] - a;
        if (std::abs(d.x() * chord.y() - d.y() * chord.x()) / size > tolerance) {
            return std::nullopt;
        }
    }
    double angle = qRadiansToDegrees(std::atan2(chord.y(), chord.x()));
    if (angle > 90 || angle <= -90) {
        angle += angle > 0 ? -180 : 180;
    }
    return Along{(a + b) / 2, angle};
}

} // namespace

std::optional<Inside> insideArea(const std::vector<std::span<const QPointF>> &rings, double height)
{
    double top = 0;
    double bottom = 0;
    bool any = false;
    for (const auto &ring : rings) {
        for (const QPointF &point : ring) {
            top = any ? std::min(top, point.y()) : point.y();
            bottom = any ? std::max(bottom, point.y()) : point.y();
            any = true;
        }
    }
    constexpr int k_lines = 15;
    std::optional<Inside> best;
    double bestScore = 0;
    for (int i = 0; i < k_lines && any; ++i) {
        const double share = (i + 0.5) / k_lines;
        const double y = top + (bottom - top) * share;
        const auto above = runsAt(rings, y - height / 2);
        const auto below = runsAt(rings, y + height / 2);
        for (const Run &run : runsAt(rings, y)) {
            const Run room = narrowed(narrowed(run, above), below);
            // A slightly narrower place near the middle of the height looks better than the widest one at the edge.
            const double score = (room.width() + run.width() * 0.05) * (1 - std::abs(share - 0.5) * 0.6);
            if (score > bestScore) {
                bestScore = score;
                const Run &chosen = room.width() > 0 ? room : run;
                best = Inside{QPointF((chosen.left + chosen.right) / 2, y), room.width()};
            }
        }
    }
    return best;
}

std::vector<Along> alongLine(std::span<const QPointF> line, double length, double every, double tolerance)
{
    std::vector<Along> result;
    if (line.size() < 2) {
        return result;
    }
    const std::vector<double> ways = waysAlong(line);
    const double total = ways.back();
    if (total < length) {
        return result;
    }
    const double period = std::max(every, length * 2);
    const double first = total < 2 * period ? total / 2 : period / 2;
    for (double way = first; way < total; way += period) {
        for (const double shift : {0.0, 0.08, -0.08, 0.16, -0.16, 0.24, -0.24, 0.32, -0.32}) {
            if (const auto place = straightAt(line, ways, way + shift * std::min(period, total), length, tolerance)) {
                result.push_back(*place);
                break;
            }
        }
        if (total < 2 * period) {
            break;
        }
    }
    return result;
}

} // namespace cuntu::anchors
