// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/compose/graticule.h"

#include "maps/label/map_font.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <span>

namespace cuntu {
namespace {

constexpr int k_cgcs2000 = 4490;
constexpr int k_pieces = 32; ///< of a line: meridians bend in a projection
constexpr std::array k_steps_s{
    108000.0, 72000.0, 36000.0, 18000.0, 7200.0, 3600.0, 1800.0, 1200.0, 600.0, 300.0, 120.0,
    60.0,     30.0,    20.0,    10.0,    5.0,    2.0,    1.0,    0.5,    0.2,   0.1}; // seconds of arc
const QColor k_line(0x1F, 0x3A, 0x5F, 150);
const QColor k_text(0x1F, 0x3A, 0x5F);

/// The border of @p box, densely: the extremes of longitude and latitude need not be at its corners.
std::vector<Point> borderOf(const Box &box)
{
    std::vector<Point> points;
    for (int i = 0; i <= k_pieces; ++i) {
        const double share = static_cast<double>(i) / k_pieces;
        const double x = box.minX + share * (box.maxX - box.minX);
        const double y = box.minY + share * (box.maxY - box.minY);
        for (const Point point : {Point{x, box.minY}, Point{x, box.maxY}, Point{box.minX, y}, Point{box.maxX, y}}) {
            points.push_back(point);
        }
    }
    return points;
}

/// @p box, in the system that @p toMap leads to, as longitudes and latitudes.
Box lonLatBox(const CrsTransform &toMap, const Box &box)
{
    std::vector<Point> points = borderOf(box);
    toMap.applyInverse(points);
    Box degrees;
    for (const Point point : points) {
        if (std::isfinite(point.x) && std::isfinite(point.y)) {
            degrees.add(point);
        }
    }
    return degrees;
}

/// The step that comes nearest to @p wanted lines across the longer side, by ratio.
double stepFor(const Box &degrees, int wanted)
{
    const double wide_s = std::max(degrees.maxX - degrees.minX, degrees.maxY - degrees.minY) * 3600;
    const auto miss = [&](double step_s) { return std::abs(std::log(wide_s / step_s / wanted)); };
    return *std::min_element(k_steps_s.begin(), k_steps_s.end(), [&](double a, double b) {
        return miss(a) < miss(b);
    }) / 3600;
}

void addLines(Graticule &graticule, const CrsTransform &toMap, const Box &degrees, bool meridians)
{
    const double step = graticule.step_deg;
    const double from = meridians ? degrees.minX : degrees.minY;
    const double to = meridians ? degrees.maxX : degrees.maxY;
    const double begin = meridians ? degrees.minY : degrees.minX;
    const double end = meridians ? degrees.maxY : degrees.maxX;
    for (double n = std::ceil(from / step); n * step <= to; ++n) {
        GraticuleLine line{meridians, n * step, {}};
        for (int i = 0; i <= k_pieces; ++i) {
            const double along = begin + (end - begin) * i / k_pieces;
            line.line.push_back(meridians ? Point{line.degrees, along} : Point{along, line.degrees});
        }
        toMap.apply(line.line);
        std::erase_if(line.line, [](Point point) { return !std::isfinite(point.x) || !std::isfinite(point.y); });
        if (line.line.size() >= 2) {
            graticule.lines.push_back(std::move(line));
        }
    }
}

/// Where @p line crosses the left (parallels) or lower (meridians) side of @p frame.
std::optional<QPointF> exitOf(const QPolygonF &line, bool isMeridian, const QRectF &frame)
{
    for (qsizetype i = 1; i < line.size(); ++i) {
        const QPointF a = isMeridian ? line[i - 1] : line[i - 1].transposed();
        const QPointF b = isMeridian ? line[i] : line[i].transposed();
        const double side = isMeridian ? frame.bottom() : frame.left();
        if ((a.y() - side) * (b.y() - side) > 0 || a.y() == b.y()) {
            continue;
        }
        const QPointF cut(a.x() + (b.x() - a.x()) * (side - a.y()) / (b.y() - a.y()), side);
        const QPointF at = isMeridian ? cut : cut.transposed();
        if (at.x() >= frame.left() && at.x() <= frame.right() && at.y() >= frame.top() && at.y() <= frame.bottom()) {
            return at;
        }
    }
    return std::nullopt;
}

void paintLabel(QPainter &painter, QPointF exit, bool isMeridian, const QString &text, double size_px)
{
    const QFont font = mapFont(size_px);
    const double width = QFontMetricsF(font).horizontalAdvance(text);
    const QPointF base =
        isMeridian ? exit + QPointF(-width / 2, -0.5 * size_px) : exit + QPointF(0.4 * size_px, -0.3 * size_px);
    QPainterPath outline;
    outline.addText(base, font, text);
    painter.strokePath(outline,
                       QPen(QColor(255, 255, 255, 220), 0.3 * size_px, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.fillPath(outline, k_text);
}

} // namespace

Graticule graticuleFor(const Crs &crs, const Box &box, int wanted)
{
    Graticule graticule;
    const auto cgcs2000 = Crs::fromEpsg(k_cgcs2000);
    if (!cgcs2000 || !crs.isValid() || box.isEmpty()) {
        return graticule;
    }
    const auto toMap = CrsTransform::create(*cgcs2000, crs);
    if (!toMap) {
        return graticule;
    }
    const Box degrees = lonLatBox(*toMap, box);
    if (degrees.isEmpty()) {
        return graticule;
    }
    graticule.step_deg = stepFor(degrees, wanted);
    addLines(graticule, *toMap, degrees, true);
    addLines(graticule, *toMap, degrees, false);
    return graticule;
}

QString graticuleText(const GraticuleLine &line, double step_deg)
{
    const double tenths = std::round(std::abs(line.degrees) * 36000);
    const auto whole = static_cast<qint64>(tenths);
    const double step_s = step_deg * 3600;
    QString text = QStringLiteral("%1°").arg(whole / 36000);
    if (std::fmod(step_s, 3600) != 0) {
        text += QStringLiteral("%1′").arg(whole / 600 % 60, 2, 10, QLatin1Char('0'));
    }
    if (std::fmod(step_s, 60) > 1e-9 && std::fmod(step_s, 60) < 60 - 1e-9) {
        text += QStringLiteral("%1″").arg(static_cast<double>(whole % 600) / 10, step_s < 1 ? 4 : 2, 'f',
                                          step_s < 1 ? 1 : 0, QLatin1Char('0'));
    }
    const bool negative = line.degrees < 0;
    return text + (line.isMeridian ? QLatin1Char(negative ? 'W' : 'E') : QLatin1Char(negative ? 'S' : 'N'));
}

void paintGraticule(QPainter &painter, const Graticule &graticule, const MapExtent &extent, const QRectF &frame,
                    double textSize_px)
{
    painter.save();
    painter.setClipRect(frame);
    painter.setRenderHint(QPainter::Antialiasing);
    const double scale = frame.width() / extent.size.width();
    for (const GraticuleLine &line : graticule.lines) {
        QPolygonF drawn;
        for (const Point point : line.line) {
            const Point pixel = extent.toPixel(point);
            drawn << frame.topLeft() + QPointF(pixel.x, pixel.y) * scale;
        }
        painter.setPen(QPen(k_line, std::max(0.6, textSize_px / 18)));
        painter.drawPolyline(drawn);
        if (const auto exit = exitOf(drawn, line.isMeridian, frame)) {
            paintLabel(painter, *exit, line.isMeridian, graticuleText(line, graticule.step_deg), textSize_px);
        }
    }
    painter.restore();
}

} // namespace cuntu
