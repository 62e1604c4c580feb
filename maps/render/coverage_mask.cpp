// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/render/coverage_mask.h"

#include "maps/label/blend.h"

#include <algorithm>
#include <cmath>

namespace cuntu {

/// A segment prepared for drawing row by row.
struct CoverageMask::Stroke {
    float ax, ay, dx, dy;
    float invLength2; ///< 1 / length²; 0 for a dot
    float half;       ///< half the width
    float strength;   ///< 255, less for lines thinner than a pixel
    float reach;      ///< half the width and the soft edge

    /// Squared distance of a position from the segment.
    float distance2(float x, float y) const
    {
        const float px = x - ax;
        const float py = y - ay;
        const float t = std::min(1.0F, std::max(0.0F, (px * dx + py * dy) * invLength2));
        const float ex = px - t * dx;
        const float ey = py - t * dy;
        return ex * ex + ey * ey;
    }
};

namespace {

/// Cuts a segment to the band @p low..@p high of one coordinate; false where nothing is left.
bool cutToBand(double &a, double &otherA, double &b, double &otherB, double low, double high)
{
    if ((a < low && b < low) || (a > high && b > high)) {
        return false;
    }
    const auto cut = [&](double &value, double &other, double limit) {
        other = otherA + (otherB - otherA) * (limit - a) / (b - a);
        value = limit;
    };
    double newA = a;
    double newOtherA = otherA;
    double newB = b;
    double newOtherB = otherB;
    if (a < low || a > high) {
        cut(newA, newOtherA, a < low ? low : high);
    }
    if (b < low || b > high) {
        cut(newB, newOtherB, b < low ? low : high);
    }
    a = newA;
    otherA = newOtherA;
    b = newB;
    otherB = newOtherB;
    return true;
}

} // namespace

CoverageMask::CoverageMask(QSize size)
    : m_size(size), m_cover(static_cast<std::size_t>(size.width()) * static_cast<std::size_t>(size.height()), 0)
{
}

void CoverageMask::addSegment(QPointF from, QPointF to, double width_px)
{
    const double reach = std::max(width_px, 1.0) / 2 + 1;
    double ax = from.x();
    double ay = from.y();
    double bx = to.x();
    double by = to.y();
    // Cut to the picture first, so that rows and columns below fit into int and float whatever the zoom.
    if (!std::isfinite(ax + ay + bx + by) || !cutToBand(ax, ay, bx, by, -reach, m_size.width() + reach) ||
        !cutToBand(ay, ax, by, bx, -reach, m_size.height() + reach)) {
        return;
    }
    Stroke stroke{};
    stroke.ax = static_cast<float>(ax);
    stroke.ay = static_cast<float>(ay);
    stroke.dx = static_cast<float>(bx - ax);
    stroke.dy = static_cast<float>(by - ay);
    const float length2 = stroke.dx * stroke.dx + stroke.dy * stroke.dy;
    stroke.invLength2 = length2 > 1e-12F ? 1 / length2 : 0;
    stroke.half = static_cast<float>(std::max(width_px, 1.0) / 2);
    stroke.strength = static_cast<float>(255 * std::min(1.0, width_px));
    stroke.reach = stroke.half + 0.5F;
    const int top = std::max(0, static_cast<int>(std::floor(std::min(ay, by) - stroke.reach)));
    const int bottom = std::min(m_size.height() - 1, static_cast<int>(std::ceil(std::max(ay, by) + stroke.reach)));
    for (int y = top; y <= bottom; ++y) {
        addRow(stroke, y);
    }
}

void CoverageMask::addRow(const Stroke &stroke, int y)
{
    // The columns that the part of the segment near this row can reach.
    const float centreY = static_cast<float>(y) + 0.5F;
    float t0 = 0;
    float t1 = 1;
    if (std::abs(stroke.dy) > 1e-6F) {
        t0 = std::clamp((centreY - stroke.reach - stroke.ay) / stroke.dy, 0.0F, 1.0F);
        t1 = std::clamp((centreY + stroke.reach - stroke.ay) / stroke.dy, 0.0F, 1.0F);
    }
    const float x0 = stroke.ax + t0 * stroke.dx;
    const float x1 = stroke.ax + t1 * stroke.dx;
    const int left = std::max(0, static_cast<int>(std::floor(std::min(x0, x1) - stroke.reach)));
    const int right = std::min(m_size.width() - 1, static_cast<int>(std::ceil(std::max(x0, x1) + stroke.reach)));
    if (left > right) {
        return;
    }
    std::uint8_t *row = m_cover.data() + static_cast<std::ptrdiff_t>(y) * m_size.width();
    for (int x = left; x <= right; ++x) {
        const float distance = std::sqrt(stroke.distance2(static_cast<float>(x) + 0.5F, centreY));
        const float share = std::min(1.0F, std::max(0.0F, stroke.reach - distance));
        const auto cover = static_cast<std::uint8_t>(share * stroke.strength + 0.5F);
        row[x] = std::max(row[x], cover);
    }
    m_touched |= QRect(QPoint(left, y), QPoint(right, y));
}

void CoverageMask::addPolyline(std::span<const QPointF> points, double width_px)
{
    if (points.size() == 1) {
        addSegment(points[0], points[0], width_px);
    }
    for (std::size_t i = 1; i < points.size(); ++i) {
        addSegment(points[i - 1], points[i], width_px);
    }
}

void CoverageMask::addPixel(QPoint pixel)
{
    if (QRect(QPoint(0, 0), m_size).contains(pixel)) {
        m_cover[static_cast<std::size_t>(pixel.y()) * static_cast<std::size_t>(m_size.width()) +
                static_cast<std::size_t>(pixel.x())] = 255;
        m_touched |= QRect(pixel, pixel);
    }
}

void CoverageMask::paint(QImage &image, const QColor &colour)
{
    const QRgb rgba = colour.rgba();
    for (int y = m_touched.top(); y <= m_touched.bottom() && !m_touched.isEmpty(); ++y) {
        auto *pixels = reinterpret_cast<QRgb *>(image.scanLine(y));
        std::uint8_t *row = m_cover.data() + static_cast<std::ptrdiff_t>(y) * m_size.width();
        for (int x = m_touched.left(); x <= m_touched.right(); ++x) {
            if (row[x] != 0) {
                pixels[x] = blend::over(pixels[x], rgba, row[x]);
                row[x] = 0;
            }
        }
    }
    m_touched = QRect();
}

} // namespace cuntu
