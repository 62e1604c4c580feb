// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/compose/poster_layout.h"

#include "maps/label/map_font.h"

#include <QFontMetricsF>

#include <algorithm>
#include <cmath>

namespace cuntu {
namespace {

const QColor k_ink(0x22, 0x22, 0x22);
const QColor k_faint(0x5C, 0x5C, 0x5C);

enum class Side { Left, Centre, Right };

/// Sets single lines; each is made smaller until it is no wider than its box.
class Setter {
public:
    explicit Setter(PosterLayout &layout) : m_layout(layout) {}

    /// @p box is as high as the line; the base line is a fifth of the size above its bottom.
    void line(const QString &text, const QRectF &box, double size_px, bool bold, const QColor &colour, Side side)
    {
        if (text.isEmpty() || box.width() <= 0) {
            return;
        }
        QFont font = mapFont(size_px, bold);
        double width = QFontMetricsF(font).horizontalAdvance(text);
        if (width > box.width()) {
            font = mapFont(std::max(1.0, std::floor(size_px * box.width() / width)), bold);
            width = QFontMetricsF(font).horizontalAdvance(text);
        }
        const double x = side == Side::Left    ? box.left()
                         : side == Side::Right ? box.right() - width
                                               : box.center().x() - width / 2;
        const double size = font.pixelSize();
        m_layout.lines.push_back({text, QPointF(x, box.bottom() - 0.22 * size), font, colour});
        m_layout.texts.push_back({text, QRectF(x, box.top(), width, box.height())});
    }

private:
    PosterLayout &m_layout;
};

void placeBoxes(PosterLayout &layout)
{
    const double m = layout.module_px;
    const QRectF inner = layout.sheet.adjusted(3 * m, 13.5 * m, -3 * m, -5 * m);
    const double gap = 2.5 * m;
    if (inner.width() >= inner.height()) {
        const double panel = std::clamp(inner.width() * 0.3, 34 * m, 46 * m);
        layout.mapBox = inner.adjusted(0, 0, -panel - gap, 0);
        const QRectF side = inner.adjusted(inner.width() - panel, 0, 0, 0);
        layout.numberBox = QRectF(side.topLeft(), QSizeF(panel, 26 * m));
        layout.listBox = side.adjusted(0, 28 * m, 0, 0);
    } else {
        layout.mapBox = QRectF(inner.topLeft(), QSizeF(inner.width(), inner.height() * 0.6));
        const QRectF below = inner.adjusted(0, layout.mapBox.height() + gap, 0, 0);
        layout.numberBox = QRectF(below.topLeft(), QSizeF(28 * m, std::min(below.height(), 40 * m)));
        layout.listBox = below.adjusted(30.5 * m, 0, 0, 0);
    }
    layout.mapBox = QRectF(layout.mapBox.toRect());
}

void setHeading(PosterLayout &layout, const Poster &poster)
{
    const double m = layout.module_px;
    Setter setter(layout);
    const QRectF head = layout.sheet.adjusted(3 * m, 2.5 * m, -3 * m, 0);
    const double markWidth = poster.mark.isEmpty() ? 0 : 16 * m;
    setter.line(poster.title, QRectF(head.topLeft(), QSizeF(head.width() - markWidth, 6.4 * m)), 5.2 * m, true, k_ink,
                Side::Left);
    setter.line(poster.subtitle, QRectF(head.left(), head.top() + 6.8 * m, head.width(), 2.9 * m), 2.2 * m, false,
                k_faint, Side::Left);
    setter.line(poster.mark, QRectF(head.right() - markWidth, head.top(), markWidth, 4 * m), 2.6 * m, true, k_ink,
                Side::Right);
    const QRectF foot(head.left(), layout.sheet.bottom() - 4.2 * m, head.width(), 2 * m);
    const double third = foot.width() / 3 - m;
    setter.line(poster.sourceLine, QRectF(foot.left(), foot.top(), third, foot.height()), 1.4 * m, false, k_faint,
                Side::Left);
    setter.line(poster.approval, QRectF(foot.center().x() - third / 2, foot.top(), third, foot.height()), 1.4 * m, true,
                k_ink, Side::Centre);
    setter.line(poster.dateLine, QRectF(foot.right() - third, foot.top(), third, foot.height()), 1.4 * m, false,
                k_faint, Side::Right);
}

/// The one number, and the counters below it: beside each other where there is room, else one below the other.
void setNumbers(PosterLayout &layout, const Poster &poster)
{
    const double m = layout.module_px;
    Setter setter(layout);
    const QRectF &box = layout.numberBox;
    double y = box.top();
    if (!poster.number.isEmpty()) {
        setter.line(poster.numberName, QRectF(box.left(), y, box.width(), 2.6 * m), 2 * m, true, k_ink, Side::Left);
        setter.line(poster.number, QRectF(box.left(), y + 2.6 * m, box.width(), 10.4 * m), 9 * m, true, k_ink,
                    Side::Left);
        setter.line(poster.numberNote, QRectF(box.left(), y + 13 * m, box.width(), 2.4 * m), 1.8 * m, false, k_faint,
                    Side::Left);
        y += 16.6 * m;
    }
    const auto count = static_cast<double>(poster.counters.size());
    const bool abreast = box.width() >= 33 * m;
    const double width = abreast && count > 0 ? (box.width() - (count - 1) * m) / count : box.width();
    for (std::size_t i = 0; i < poster.counters.size(); ++i) {
        const PosterCounter &counter = poster.counters[i];
        const double step = static_cast<double>(i);
        const QRectF cell(abreast ? box.left() + step * (width + m) : box.left(), abreast ? y : y + step * 7.6 * m,
                          width, 7 * m);
        layout.patches.emplace_back(QRectF(cell.topLeft(), QSizeF(0.7 * m, cell.height())), counter.colour);
        const QRectF text = cell.adjusted(1.5 * m, 0, 0, 0);
        setter.line(counter.value, QRectF(text.topLeft(), QSizeF(text.width(), 4.4 * m)), 3.6 * m, true, k_ink,
                    Side::Left);
        setter.line(counter.name, QRectF(text.left(), text.top() + 4.4 * m, text.width(), 2.5 * m), 1.8 * m, false,
                    k_faint, Side::Left);
    }
}

void setList(PosterLayout &layout, const Poster &poster)
{
    const double m = layout.module_px;
    Setter setter(layout);
    const QRectF &box = layout.listBox;
    setter.line(poster.listTitle, QRectF(box.topLeft(), QSizeF(box.width(), 3 * m)), 2.2 * m, true, k_ink, Side::Left);
    const QRectF rest = box.adjusted(0, 3.8 * m, 0, 0);
    if (poster.groups.empty()) {
        setter.line(poster.nothingLeft, QRectF(rest.topLeft(), QSizeF(rest.width(), 2.6 * m)), 1.9 * m, false, k_faint,
                    Side::Left);
        return;
    }
    layOutGroups(layout, poster.groups, rest, 0.95 * m, 1.7 * m);
}

} // namespace

PosterLayout layOut(const Poster &poster)
{
    PosterLayout layout;
    layout.sheet = QRectF(QPointF(0, 0), poster.request.extent.size);
    layout.module_px = std::min(layout.sheet.width(), layout.sheet.height()) / 100;
    placeBoxes(layout);
    setHeading(layout, poster);
    setNumbers(layout, poster);
    setList(layout, poster);
    return layout;
}

} // namespace cuntu
