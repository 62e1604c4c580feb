// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/state_sign.h"

#include <QHash>
#include <QIconEngine>
#include <QPainter>
#include <QPixmap>
#include <QSvgRenderer>

#include <map>
#include <tuple>

namespace cuntu::ui {
namespace {

/// Outlines on a grid of 24 by 24, drawn with round pens of 1.7.
const QHash<QString, QString> &outlines()
{
    static const QHash<QString, QString> paths{
        {QStringLiteral("new"), QStringLiteral("M6 3h8l4 4v14H6z M14 3v4h4 M12 11v6 M9 14h6")},
        {QStringLiteral("open"), QStringLiteral("M3 19V5h6l2 2h8v3 M3 19l3-9h16l-3 9z")},
        {QStringLiteral("import"), QStringLiteral("M12 3v11 M8 10l4 4 4-4 M4 15v5h16v-5")},
        {QStringLiteral("export"), QStringLiteral("M12 14V3 M8 7l4-4 4 4 M4 15v5h16v-5")},
        {QStringLiteral("pan"), QStringLiteral("M12 3v18 M3 12h18 M9.5 5.5L12 3l2.5 2.5 M9.5 18.5L12 21l2.5-2.5 M5.5 "
                                               "9.5L3 12l2.5 2.5 M18.5 9.5L21 12l-2.5 2.5")},
        {QStringLiteral("select"), QStringLiteral("M6 3l12 9-5.5 1 3 6-2.6 1.3-3-6L6 18z")},
        {QStringLiteral("zoom_box"),
         QStringLiteral("M3 8V3h5 M3 3l0 0 M13 3h4v5 M3 13v4h5 M15 15m-4 0a4 4 0 1 0 8 0a4 4 0 1 0-8 0 M18 18l4 4")},
        {QStringLiteral("zoom_in"),
         QStringLiteral("M10 10m-6 0a6 6 0 1 0 12 0a6 6 0 1 0-12 0 M14.5 14.5L21 21 M10 7.5v5 M7.5 10h5")},
        {QStringLiteral("zoom_out"),
         QStringLiteral("M10 10m-6 0a6 6 0 1 0 12 0a6 6 0 1 0-12 0 M14.5 14.5L21 21 M7.5 10h5")},
        {QStringLiteral("full"),
         QStringLiteral("M4 9V4h5 M15 4h5v5 M20 15v5h-5 M9 20H4v-5 M4 4l5 5 M20 4l-5 5 M20 20l-5-5 M4 20l5-5")},
        {QStringLiteral("to_selection"),
         QStringLiteral("M4 9V4h5 M15 4h5v5 M20 15v5h-5 M9 20H4v-5 M12 12m-3 0a3 3 0 1 0 6 0a3 3 0 1 0-6 0")},
        {QStringLiteral("back"), QStringLiteral("M14 5l-7 7 7 7")},
        {QStringLiteral("forward"), QStringLiteral("M10 5l7 7-7 7")},
        {QStringLiteral("mark"),
         QStringLiteral("M12 22c-4-5-7-8-7-12a7 7 0 0 1 14 0c0 4-3 7-7 12z M9 10l2.2 2.3L15.2 8")},
        {QStringLiteral("mark_many"),
         QStringLiteral("M3 6l2 2 3.5-4 M3 13l2 2 3.5-4 M3 20l2 2 3.5-4 M12 6h9 M12 13h9 M12 "
                        "20h9")},
        {QStringLiteral("lasso"),
         QStringLiteral("M8 16.5C4.5 15.5 3 13 3 10.500C3 6.500 7 4 12 4s9 2.500 9 6.500S17 "
                        "17 12 17c-1.500 0-3-.2-4-.5c-1.500-.5-3.500.5-3 2.500s3 1.500 3-2.500")},
        {QStringLiteral("stretch"), QStringLiteral("M3 16L21 8 M4.500 12l2 5 M10.500 9.500l2 5 M17 6.500l2 5")},
        {QStringLiteral("ruler"),
         QStringLiteral("M3 16L16 3l5 5L8 21z M7 12l2.500 2.500 M10 9l1.500 1.500 M13 6l2.500 2.500")},
        {QStringLiteral("measure_area"), QStringLiteral("M4 18L6 6l12-2 2 11-7 5z M6 12l3-1 M12 5l1 3 M19 10l-3 1")},
        {QStringLiteral("draw"), QStringLiteral("M4 20l1-5L16 4l4 4L9 19z M13.500 6.500l4 4")},
        {QStringLiteral("vertices"),
         QStringLiteral("M6 17L11 7 M13.500 6.500L18 13 M3 17h5v5H3z M9.500 3h5v5h-5z M16 13h5v5h-5z")},
        {QStringLiteral("split"), QStringLiteral("M3 12h6 M15 12h6 M10 4l4 16 M14 4l-4 16")},
        {QStringLiteral("merge"), QStringLiteral("M3 12h18 M8 8l4 4-4 4 M16 8l-4 4 4 4")},
        {QStringLiteral("reverse"), QStringLiteral("M4 8h15 M15 4l4 4-4 4 M20 16H5 M9 12l-4 4 4 4")},
        {QStringLiteral("magnet"), QStringLiteral("M6 4v8a6 6 0 0 0 12 0V4h-4v8a2 2 0 0 1-4 0V4z M6 8h4 M14 8h4")},
        {QStringLiteral("shared"),
         QStringLiteral("M12 12L4 5 M12 12l8-7 M12 12v9 M12 12m-3 0a3 3 0 1 0 6 0a3 3 0 1 0-6 0")},
        {QStringLiteral("undo"), QStringLiteral("M8 5L4 9l4 4 M4 9h10a6 5.5 0 0 1 0 11H9")},
        {QStringLiteral("redo"), QStringLiteral("M16 5l4 4-4 4 M20 9H10a6 5.5 0 0 0 0 11h5")},
        {QStringLiteral("layers"), QStringLiteral("M12 3l9 5-9 5-9-5z M4 12.5l8 4.5 8-4.5 M4 16.5l8 4.5 8-4.5")},
        {QStringLiteral("style"),
         QStringLiteral("M4 20c3 0 5-1 5-4 0-1.5-1-2.5-2.5-2.5S4 14.5 4 16c0 2-.5 3-1.5 4z M9.5 13L19 3l2 2-9.5 10")},
        {QStringLiteral("search"), QStringLiteral("M10 10m-6 0a6 6 0 1 0 12 0a6 6 0 1 0-12 0 M14.5 14.5L21 21")},
        {QStringLiteral("close"), QStringLiteral("M6 6l12 12 M18 6L6 18")},
        {QStringLiteral("copy"), QStringLiteral("M9 9h11v12H9z M5 15H4V3h11v2")},
        {QStringLiteral("info"), QStringLiteral("M12 12m-9 0a9 9 0 1 0 18 0a9 9 0 1 0-18 0 M12 11v6 M12 7.5v.1")},
        {QStringLiteral("warning"), QStringLiteral("M12 3L2 20h20z M12 10v5 M12 17.5v.1")},
        {QStringLiteral("failure"), QStringLiteral("M8 3h8l5 5v8l-5 5H8l-5-5V8z M12 7v6 M12 16.5v.1")},
        {QStringLiteral("picture"),
         QStringLiteral("M3 5h18v14H3z M3 16l5-5 5 5 3-3 5 5 M16 9m-1.5 0a1.5 1.5 0 1 0 3 0a1.5 1.5 0 1 0-3 0")},
        {QStringLiteral("remove"), QStringLiteral("M5 7h14 M9 7V4h6v3 M7 7l1 14h8l1-14 M10 11v6 M14 11v6")},
        {QStringLiteral("up"), QStringLiteral("M12 20V5 M6 11l6-6 6 6")},
        {QStringLiteral("refresh"), QStringLiteral("M19 8a8 8 0 1 0 1 6 M20 3v5h-5")},
        {QStringLiteral("calendar"), QStringLiteral("M4 6h16v14H4z M4 10h16 M8 3v5 M16 3v5")},
        {QStringLiteral("lock"), QStringLiteral("M5 11h14v10H5z M8 11V8a4 4 0 0 1 8 0v3")},
        {QStringLiteral("unlock"), QStringLiteral("M5 11h14v10H5z M8 11V7a4 4 0 0 1 7.5-2")},
        {QStringLiteral("run"), QStringLiteral("M7 4l12 8-12 8z")},
        {QStringLiteral("pause"), QStringLiteral("M8 5v14 M16 5v14")},
        {QStringLiteral("table"), QStringLiteral("M6 3h8l4 4v14H6z M14 3v4h4 M9 12h6 M9 15h6 M9 18h4")},
        {QStringLiteral("guide"), QStringLiteral("M4 5h2 M4 12h2 M4 19h2 M10 5h10 M10 12h10 M10 19h10")},
    };
    return paths;
}

void drawOutline(QPainter &painter, const QRectF &place, const QString &path, const QColor &colour)
{
    const QString svg =
        QStringLiteral(
            "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24'><path d='%1' fill='none' stroke='%2' "
            "stroke-width='1.7' stroke-linecap='round' stroke-linejoin='round'/></svg>")
            .arg(path, colour.name());
    QSvgRenderer renderer(svg.toUtf8());
    renderer.render(&painter, place);
}

/// Draws an outline when it is first seen in a size: a window has a hundred icons, of which few are seen at its start.
class OutlineEngine : public QIconEngine {
public:
    /// Colours: usually, where it is disabled, where it is on.
    OutlineEngine(QString path, QColor usual, QColor disabled, QColor on)
        : m_path(std::move(path)), m_usual(usual), m_disabled(disabled), m_on(on)
    {
    }
    void paint(QPainter *painter, const QRect &place, QIcon::Mode mode, QIcon::State state) override
    {
        const int side = std::min(place.width(), place.height());
        QRectF square(0, 0, side, side);
        square.moveCenter(QRectF(place).center());
        drawOutline(*painter, square, m_path, colourOf(mode, state));
    }
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap &known = m_drawn[{size.width(), size.height(), colourOf(mode, state).rgba()}];
        if (known.isNull()) {
            known = QPixmap(size);
            known.fill(Qt::transparent);
            QPainter painter(&known);
            paint(&painter, QRect(QPoint(0, 0), size), mode, state);
        }
        return known;
    }
    QIconEngine *clone() const override { return new OutlineEngine(*this); }

private:
    QColor colourOf(QIcon::Mode mode, QIcon::State state) const
    {
        return mode == QIcon::Disabled ? m_disabled : state == QIcon::On ? m_on : m_usual;
    }

    QString m_path;
    QColor m_usual;
    QColor m_disabled;
    QColor m_on;
    std::map<std::tuple<int, int, QRgb>, QPixmap> m_drawn;
};

/// A state's sign in a square of 16.
void paintState(QPainter &painter, StateShape shape, const QColor &colour)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    switch (shape) {
    case StateShape::Check:
        painter.drawEllipse(QRectF(2, 2, 12, 12));
        painter.setPen(QPen(Qt::white, 1.8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.setBrush(Qt::NoBrush);
        painter.drawPolyline(QPolygonF({{5, 8.3}, {7.2, 10.5}, {11, 6}}));
        break;
    case StateShape::Circle:
        painter.drawEllipse(QRectF(3, 3, 10, 10));
        break;
    case StateShape::Triangle:
        painter.drawPolygon(QPolygonF({{8, 2}, {14.5, 13.5}, {1.5, 13.5}}));
        break;
    case StateShape::Square:
        painter.drawRect(QRectF(3, 3, 10, 10));
        break;
    case StateShape::Cross:
        painter.setPen(QPen(colour, 3, Qt::SolidLine, Qt::RoundCap));
        painter.drawLine(QPointF(4, 4), QPointF(12, 12));
        painter.drawLine(QPointF(12, 4), QPointF(4, 12));
        break;
    case StateShape::Ring:
        painter.setPen(QPen(colour, 1.6));
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(QRectF(3.5, 3.5, 9, 9));
        break;
    }
}

QPixmap blank(int size)
{
    QPixmap pixmap(size, size);
    pixmap.fill(Qt::transparent);
    return pixmap;
}

Qt::BrushStyle brushOf(Marking marking)
{
    switch (marking) {
    case Marking::Hatched:
        return Qt::BDiagPattern;
    case Marking::Crossed:
        return Qt::DiagCrossPattern;
    case Marking::Hollow:
        return Qt::NoBrush;
    default:
        return Qt::SolidPattern;
    }
}

void paintSwatch(QPainter &painter, const QColor &colour, Marking marking, GeometryType geometry)
{
    if (geometry == GeometryType::Line) {
        QPen pen(colour, marking == Marking::Hollow ? 1.4 : 3.0, Qt::SolidLine, Qt::FlatCap);
        if (marking == Marking::Dashed || marking == Marking::Crossed) {
            pen.setDashPattern({1.5, 1.0});
        } else if (marking == Marking::Hatched) {
            pen.setDashPattern({0.5, 0.6});
        }
        painter.setPen(pen);
        painter.drawLine(QPointF(1, 8), QPointF(15, 8));
        return;
    }
    painter.setPen(QPen(colour.darker(120), 1.2, marking == Marking::Dashed ? Qt::DotLine : Qt::SolidLine));
    painter.setBrush(QBrush(colour, brushOf(marking)));
    if (geometry == GeometryType::Point) {
        painter.drawEllipse(QRectF(3, 3, 10, 10));
    } else {
        painter.drawRect(QRectF(2, 3, 12, 10));
    }
}

} // namespace

QIcon icon(const QString &name, const Theme &theme)
{
    QColor faint = theme.muted;
    faint = theme.dark ? faint.darker(170) : faint.lighter(175);
    return QIcon(new OutlineEngine(outlines().value(name), theme.text, faint, theme.accent));
}

QColor stateColour(MilestoneState state, const Theme &theme)
{
    const QColor colour = QColor::fromRgb(0xFF000000U | lookOf(state).colour);
    if (!theme.dark) {
        return colour;
    }
    // Light enough to be read as text on a dark ground, whatever the colour.
    float hue = 0;
    float saturation = 0;
    float lightness = 0;
    colour.getHslF(&hue, &saturation, &lightness);
    return QColor::fromHslF(hue, saturation, std::max(lightness, 0.68F));
}

void paintStateSign(QPainter &painter, const QRectF &place, MilestoneState state, const Theme &theme)
{
    const double size = std::min(place.width(), place.height());
    painter.save();
    painter.translate(place.center() - QPointF(size / 2, size / 2));
    painter.scale(size / 16, size / 16);
    paintState(painter, lookOf(state).shape, stateColour(state, theme));
    painter.restore();
}

QBrush staleBrush(const Theme &theme)
{
    QColor colour = theme.muted;
    colour.setAlphaF(0.5F);
    return {colour, Qt::BDiagPattern};
}

QIcon stateIcon(MilestoneState state, const Theme &theme)
{
    QIcon result;
    for (const int factor : {1, 2}) {
        QPixmap pixmap = blank(16 * factor);
        QPainter painter(&pixmap);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.scale(factor, factor);
        paintState(painter, lookOf(state).shape, stateColour(state, theme));
        painter.end();
        result.addPixmap(pixmap);
    }
    return result;
}

QIcon swatch(QColor colour, Marking marking, GeometryType geometry, const Theme &theme)
{
    if (!colour.isValid()) {
        colour = theme.muted;
    }
    QIcon result;
    for (const int factor : {1, 2}) {
        QPixmap pixmap = blank(16 * factor);
        QPainter painter(&pixmap);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.scale(factor, factor);
        paintSwatch(painter, colour, marking, geometry);
        painter.end();
        result.addPixmap(pixmap);
    }
    return result;
}

} // namespace cuntu::ui
