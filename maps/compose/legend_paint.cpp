// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/compose/legend.h"

#include "maps/compose/paint_text.h"
#include "maps/label/map_font.h"
#include "maps/render/painter_canvas.h"

#include <QFontMetricsF>
#include <QLocale>
#include <QSvgRenderer>

#include <algorithm>
#include <cmath>

namespace cuntu {
namespace {

const QColor k_ink(0x26, 0x26, 0x26);
const QColor k_faint(0x6E, 0x6E, 0x6E);

/// Where each line of a legend stands, and how large the whole is.
class LegendPlan {
public:
    /// A title (entry < 0) or an entry of a section.
    struct Line {
        std::size_t section;
        int entry;
        QPointF place;
        int column;
    };

    LegendPlan(const std::vector<LegendSection> &sections, const LegendLayout &layout)
        : em(layout.text_mm * layout.pixelsPerMm),
          sample(em * 2.2, em * 1.15),
          pitch(em * 1.72),
          font(mapFont(em)),
          titleFont(mapFont(em, true)),
          m_sections(sections),
          m_layout(layout)
    {
        for (std::size_t i = 0; i < sections.size(); ++i) {
            planSection(i);
        }
        for (std::size_t i = 0; i < m_columnWidths.size(); ++i) {
            m_size.rwidth() += m_columnWidths[i] + (i > 0 ? em * 1.5 : 0);
        }
    }

    const std::vector<Line> &lines() const { return m_lines; }
    QSizeF size() const { return m_size; }
    double columnLeft(int column) const
    {
        double left = 0;
        for (int i = 0; i < column; ++i) {
            left += m_columnWidths[static_cast<std::size_t>(i)] + em * 1.5;
        }
        return left;
    }
    double columnWidth(int column) const { return m_columnWidths[static_cast<std::size_t>(column)]; }
    QString countText(const LegendEntry &entry) const
    {
        return m_layout.counts ? QLocale(QLocale::English).toString(static_cast<qulonglong>(entry.count)) : QString();
    }

    double em;
    QSizeF sample;
    double pitch;
    QFont font;
    QFont titleFont;

private:
    void planSection(std::size_t index)
    {
        const LegendSection &section = m_sections[index];
        const double gap = m_y > 0 ? em * 0.6 : 0;
        const double height = pitch * (static_cast<double>(section.entries.size()) + (section.title.isEmpty() ? 0 : 1));
        if (m_columnWidths.empty() ||
            (m_layout.mostHeight_px > 0 && m_y > 0 && m_y + gap + height > m_layout.mostHeight_px)) {
            m_columnWidths.push_back(0);
            m_y = 0;
        } else {
            m_y += section.title.isEmpty() && index > 0 && m_sections[index - 1].title.isEmpty() ? 0 : gap;
        }
        if (!section.title.isEmpty()) {
            addLine(index, -1, QFontMetricsF(titleFont).horizontalAdvance(section.title));
        }
        for (std::size_t i = 0; i < section.entries.size(); ++i) {
            const QFontMetricsF metrics(font);
            const double count = metrics.horizontalAdvance(countText(section.entries[i]));
            const double text = metrics.horizontalAdvance(section.entries[i].text);
            addLine(index, static_cast<int>(i), sample.width() + em * 0.7 + text + (count > 0 ? em + count : 0));
        }
    }

    void addLine(std::size_t section, int entry, double width)
    {
        const int column = static_cast<int>(m_columnWidths.size()) - 1;
        m_lines.push_back({section, entry, QPointF(0, m_y), column});
        m_columnWidths.back() = std::max(m_columnWidths.back(), width);
        m_y += pitch;
        m_size.setHeight(std::max(m_size.height(), m_y));
    }

    const std::vector<LegendSection> &m_sections;
    LegendLayout m_layout;
    std::vector<Line> m_lines;
    std::vector<double> m_columnWidths;
    double m_y = 0;
    QSizeF m_size{0, 0};
};

PixelShapes shapeOf(const std::vector<QPointF> &points)
{
    PixelShapes shapes;
    shapes.points = points;
    shapes.closePart();
    shapes.closeFeature();
    return shapes;
}

} // namespace

bool isPicture(const QByteArray &svg)
{
    const QSvgRenderer picture(svg);
    return picture.isValid() && !picture.viewBoxF().isEmpty();
}

void paintSample(QPainter &painter, const Symbol &symbol, GeometryType geometry, const QRectF &box, double pixelsPerMm)
{
    PixelLayer layer;
    SymbolBatch batch;
    batch.symbol = symbol;
    if (geometry == GeometryType::Polygon) {
        const QRectF patch = box.adjusted(1, box.height() * 0.06, -1, -box.height() * 0.06);
        batch.areas =
            shapeOf({patch.topLeft(), patch.topRight(), patch.bottomRight(), patch.bottomLeft(), patch.topLeft()});
    } else if (geometry == GeometryType::Line) {
        std::vector<QPointF> wave;
        for (int i = 0; i <= 16; ++i) { // a slight bend says 'line' and not 'dash'
            const double share = i / 16.0;
            wave.emplace_back(box.left() + box.width() * share,
                              box.center().y() - std::sin(share * 2 * M_PI) * box.height() * 0.13);
        }
        batch.lines = shapeOf(wave);
    } else {
        batch.symbol.size_mm = std::min(symbol.size_mm, box.height() / pixelsPerMm);
        batch.markers = {box.center()};
    }
    layer.batches.push_back(std::move(batch));
    const JobContext job;
    painter.save();
    PainterCanvas canvas(painter, pixelsPerMm, box, box.topLeft(), job);
    canvas.drawLayer(layer, {});
    painter.restore();
}

QSizeF legendSize(const std::vector<LegendSection> &sections, const LegendLayout &layout)
{
    return LegendPlan(sections, layout).size();
}

void paintLegend(QPainter &painter, const std::vector<LegendSection> &sections, const LegendLayout &layout,
                 QPointF corner)
{
    const LegendPlan plan(sections, layout);
    for (const LegendPlan::Line &line : plan.lines()) {
        const LegendSection &section = sections[line.section];
        const QPointF place = corner + line.place + QPointF(plan.columnLeft(line.column), 0);
        const double base = place.y() + plan.pitch / 2 + plan.em * 0.36;
        if (line.entry < 0) {
            paintText(painter, QPointF(place.x(), base), plan.titleFont, k_ink, section.title);
            continue;
        }
        const LegendEntry &entry = section.entries[static_cast<std::size_t>(line.entry)];
        const QRectF box(place.x(), place.y() + (plan.pitch - plan.sample.height()) / 2, plan.sample.width(),
                         plan.sample.height());
        paintSample(painter, entry.symbol, section.geometry, box, layout.pixelsPerMm);
        paintText(painter, QPointF(box.right() + plan.em * 0.7, base), plan.font, k_ink, entry.text);
        const QString count = plan.countText(entry);
        const double width = QFontMetricsF(plan.font).horizontalAdvance(count);
        paintText(painter, QPointF(place.x() + plan.columnWidth(line.column) - width, base), plan.font, k_faint, count);
    }
}

} // namespace cuntu
