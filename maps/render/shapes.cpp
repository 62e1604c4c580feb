// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/render/shapes.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace cuntu::shapes {
namespace {

/// One side of a window: keeps what has sign * (coordinate - limit) >= 0.
struct Side {
    bool vertical; ///< the limit is one of x
    double limit;
    double sign;

    double inside(QPointF p) const { return sign * ((vertical ? p.x() : p.y()) - limit); }
};

std::vector<QPointF> cut(std::span<const QPointF> ring, const Side &side)
{
    std::vector<QPointF> result;
    result.reserve(ring.size() + 4);
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const QPointF from = ring[i == 0 ? ring.size() - 1 : i - 1];
        const QPointF to = ring[i];
        const double a = side.inside(from);
        const double b = side.inside(to);
        if ((a < 0) != (b < 0)) {
            result.push_back(from + (to - from) * (a / (a - b)));
        }
        if (b >= 0) {
            result.push_back(to);
        }
    }
    return result;
}

double length(QPointF v)
{
    return std::hypot(v.x(), v.y());
}

/// True when the box around a segment touches the window.
bool touches(QPointF a, QPointF b, const QRectF &window)
{
    return std::max(a.x(), b.x()) >= window.left() && std::min(a.x(), b.x()) <= window.right() &&
           std::max(a.y(), b.y()) >= window.top() && std::min(a.y(), b.y()) <= window.bottom();
}

/// The shares of a segment between which it may be inside the window: Liang & Barsky 1984, in both axes.
bool shareInside(QPointF a, QPointF b, const QRectF &window, double &t0, double &t1)
{
    t0 = 0;
    t1 = 1;
    const QPointF d = b - a;
    const std::array<std::pair<double, double>, 4> sides{{{-d.x(), a.x() - window.left()},
                                                          {d.x(), window.right() - a.x()},
                                                          {-d.y(), a.y() - window.top()},
                                                          {d.y(), window.bottom() - a.y()}}};
    for (const auto &[p, q] : sides) {
        if (p == 0) {
            if (q < 0) {
                return false;
            }
        } else if (p < 0) {
            t0 = std::max(t0, q / p);
        } else {
            t1 = std::min(t1, q / p);
        }
    }
    return t0 <= t1;
}

} // namespace

std::vector<QPointF> clippedRing(std::span<const QPointF> ring, const QRectF &window)
{
    const auto [left, right] =
        std::minmax_element(ring.begin(), ring.end(), [](QPointF a, QPointF b) { return a.x() < b.x(); });
    const auto [top, bottom] =
        std::minmax_element(ring.begin(), ring.end(), [](QPointF a, QPointF b) { return a.y() < b.y(); });
    if (ring.empty() || window.contains(QRectF(QPointF(left->x(), top->y()), QPointF(right->x(), bottom->y())))) {
        return {ring.begin(), ring.end()};
    }
    std::vector<QPointF> result = cut(ring, {true, window.left(), 1});
    result = cut(result, {true, window.right(), -1});
    result = cut(result, {false, window.top(), 1});
    return cut(result, {false, window.bottom(), -1});
}

void forEachVisiblePiece(std::span<const QPointF> line, const QRectF &window, const PieceVisitor &visit)
{
    std::size_t begin = 0;
    for (std::size_t i = 1; i < line.size(); ++i) {
        if (touches(line[i - 1], line[i], window)) {
            continue;
        }
        if (i - begin > 1) {
            visit(line.subspan(begin, i - begin));
        }
        begin = i;
    }
    if (line.size() - begin > 1) {
        visit(line.subspan(begin));
    }
}

void forEachDash(std::span<const QPointF> line, double dash_px, double gap_px, const QRectF &window,
                 const PieceVisitor &visit)
{
    const double period = std::max(1.0, dash_px + gap_px);
    double start = 0; // way from the line's beginning to the segment
    std::vector<QPointF> piece;
    const auto flush = [&] {
        if (piece.size() > 1) {
            visit(piece);
        }
        piece.clear();
    };
    for (std::size_t i = 1; i < line.size(); ++i) {
        const QPointF a = line[i - 1];
        const QPointF b = line[i];
        const double size = length(b - a);
        double t0 = 0;
        double t1 = 0;
        if (size > 0 && shareInside(a, b, window, t0, t1)) {
            const double end = start + t1 * size;
            for (double dash = std::floor((start + t0 * size) / period) * period; dash < end; dash += period) {
                const double from = std::max(dash, start);
                const double to = std::min(dash + dash_px, start + size);
                if (to <= from) {
                    continue;
                }
                if (piece.empty() || dash >= start) {
                    flush();
                    piece.push_back(a + (b - a) * ((from - start) / size));
                }
                piece.push_back(a + (b - a) * ((to - start) / size));
            }
        } else {
            flush();
        }
        start += size;
    }
    flush();
}

void forEachTick(std::span<const QPointF> line, double every_px, double length_px, const QRectF &window,
                 const PieceVisitor &visit)
{
    const double every = std::max(1.0, every_px);
    double start = 0;
    for (std::size_t i = 1; i < line.size(); ++i) {
        const QPointF a = line[i - 1];
        const QPointF d = line[i] - a;
        const double size = length(d);
        double t0 = 0;
        double t1 = 0;
        if (size > 0 && shareInside(a, line[i], window, t0, t1)) {
            const QPointF across(-d.y() / size * length_px / 2, d.x() / size * length_px / 2);
            const double first = (std::floor((start + t0 * size) / every - 0.5) + 0.5) * every;
            for (double at = std::max(first, every / 2); at < start + t1 * size; at += every) {
                if (at >= start) {
                    const QPointF middle = a + d * ((at - start) / size);
                    const std::array<QPointF, 2> tick{middle - across, middle + across};
                    visit(tick);
                }
            }
        }
        start += size;
    }
}

} // namespace cuntu::shapes
