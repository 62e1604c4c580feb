// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/label/label_paint.h"

#include "maps/label/blend.h"
#include "maps/label/vertical_text.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>
#include <QtMath>

#include <algorithm>
#include <cmath>
#include <vector>

namespace cuntu {
namespace {

/// Baselines of the lines about the label's middle: the em square of CJK fonts is centred on cap height, about 0.38 em
/// above the base. Of a vertical label they follow its direction, else they lie one below the other.
template <class Draw> void forEachLine(const Label &label, const Draw &draw)
{
    const QFontMetricsF metrics(label.look.font);
    const double em = label.look.font.pixelSize();
    const double angle = qDegreesToRadians(label.angle_deg);
    const QPointF step =
        label.vertical ? QPointF(std::cos(angle), std::sin(angle)) * em * k_standingPitch : QPointF(0, em * 1.15);
    const QPointF first = -step * (static_cast<double>(label.lines.size()) - 1) / 2 + QPointF(0, em * 0.37);
    for (qsizetype i = 0; i < label.lines.size(); ++i) {
        const double width = metrics.horizontalAdvance(label.lines[i]);
        draw(first + step * static_cast<double>(i) - QPointF(width / 2, 0), label.lines[i]);
    }
}

double turnOf(const Label &label)
{
    return label.vertical ? 0 : label.angle_deg;
}

bool isHaloed(const LabelLook &look)
{
    return look.halo.isValid() && look.haloWidth_px > 0;
}

void paintLeader(QPainter &painter, const Label &label)
{
    if (!label.leader) {
        return;
    }
    painter.setRenderHint(QPainter::Antialiasing);
    const double width = label.look.leaderWidth_px;
    if (isHaloed(label.look)) {
        painter.setPen(QPen(label.look.halo, width + label.look.haloWidth_px, Qt::SolidLine, Qt::FlatCap));
        painter.drawLine(*label.leader);
    }
    painter.setPen(QPen(label.look.colour, width, Qt::SolidLine, Qt::FlatCap));
    painter.drawLine(*label.leader);
}

/// Coverage of the label's text in a window of the picture.
struct TextMask {
    QPoint origin;
    int width = 0;
    int height = 0;
    std::vector<uchar> cover;

    uchar at(int x, int y) const
    {
        return cover[static_cast<std::size_t>(y) * static_cast<std::size_t>(width) + static_cast<std::size_t>(x)];
    }
};

TextMask textMask(const Label &label, int rim)
{
    // A quarter of the em for strokes that stand out of the line box, so that no glyph is cut.
    const double air = label.look.font.pixelSize() * 0.25 + rim + 1;
    const QRect window = label.box.adjusted(-air, -air, air, air).toAlignedRect();
    QImage text(window.size(), QImage::Format_ARGB32_Premultiplied);
    text.fill(Qt::transparent);
    QPainter painter(&text);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setRenderHint(QPainter::TextAntialiasing);
    painter.setFont(label.look.font);
    painter.setPen(Qt::white);
    painter.translate(label.centre - window.topLeft());
    painter.rotate(turnOf(label));
    forEachLine(label, [&](QPointF base, const QString &line) { painter.drawText(base, line); });
    painter.end();
    TextMask mask{window.topLeft(), text.width(), text.height(), {}};
    mask.cover.reserve(static_cast<std::size_t>(mask.width) * static_cast<std::size_t>(mask.height));
    for (int y = 0; y < mask.height; ++y) {
        const auto *row = reinterpret_cast<const QRgb *>(text.constScanLine(y));
        for (int x = 0; x < mask.width; ++x) {
            mask.cover.push_back(static_cast<uchar>(qAlpha(row[x])));
        }
    }
    return mask;
}

/// The greatest coverage within @p radius, with a soft rim of one pixel.
TextMask widened(const TextMask &mask, double radius)
{
    TextMask result{mask.origin, mask.width, mask.height, std::vector<uchar>(mask.cover.size(), 0)};
    const int reach = static_cast<int>(std::ceil(radius));
    for (int dy = -reach; dy <= reach; ++dy) {
        for (int dx = -reach; dx <= reach; ++dx) {
            const auto weight = static_cast<unsigned>(256 * std::clamp(radius + 0.5 - std::hypot(dx, dy), 0.0, 1.0));
            if (weight == 0) {
                continue;
            }
            for (int y = std::max(0, -dy); y < std::min(mask.height, mask.height - dy); ++y) {
                const std::ptrdiff_t row = static_cast<std::ptrdiff_t>(y) * mask.width;
                const uchar *from = mask.cover.data() + row + static_cast<std::ptrdiff_t>(dy) * mask.width + dx;
                uchar *to = result.cover.data() + row;
                for (int x = std::max(0, -dx); x < std::min(mask.width, mask.width - dx); ++x) {
                    to[x] = std::max(to[x], static_cast<uchar>(from[x] * weight / 256));
                }
            }
        }
    }
    return result;
}

void lay(QImage &image, const TextMask &mask, const QColor &colour)
{
    const QRect window = QRect(mask.origin, QSize(mask.width, mask.height)) & image.rect();
    const QRgb rgba = colour.rgba();
    for (int y = window.top(); y <= window.bottom(); ++y) {
        auto *row = reinterpret_cast<QRgb *>(image.scanLine(y));
        for (int x = window.left(); x <= window.right(); ++x) {
            const uchar cover = mask.at(x - mask.origin.x(), y - mask.origin.y());
            if (cover != 0) {
                row[x] = blend::over(row[x], rgba, cover);
            }
        }
    }
}

} // namespace

void paintLabel(QImage &image, const Label &label)
{
    if (label.leader) {
        QPainter painter(&image);
        paintLeader(painter, label);
    }
    const TextMask mask = textMask(label, static_cast<int>(std::ceil(label.look.haloWidth_px)));
    if (isHaloed(label.look)) {
        lay(image, widened(mask, label.look.haloWidth_px), label.look.halo);
    }
    lay(image, mask, label.look.colour);
}

void paintLabel(QPainter &painter, const Label &label)
{
    QPainterPath path;
    forEachLine(label, [&](QPointF base, const QString &line) { path.addText(base, label.look.font, line); });
    painter.save();
    paintLeader(painter, label);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(label.centre);
    painter.rotate(turnOf(label));
    if (isHaloed(label.look)) {
        painter.strokePath(
            path, QPen(label.look.halo, 2 * label.look.haloWidth_px, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    }
    painter.fillPath(path, label.look.colour);
    painter.restore();
}

} // namespace cuntu
