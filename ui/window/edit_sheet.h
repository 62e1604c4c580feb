// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/geo/geodesic.h"
#include "maps/view/map_view.h"
#include "ui/window/snapping.h"

namespace cuntu::ui {

/// What a click on the sheet does.
enum class EditTool { None, Draw, Vertices, Move, Split, Merge, Reverse, Remove };

/// A sheet over the map on which geometry is drawn and dragged. It knows what is drawn below it and says what the user
/// did; it changes nothing itself. Positions are in map units. Hidden it is in nobody's way; wheel, middle button and
/// keys that it has no use for go to the map.
///
/// Left click: adds a vertex, takes hold of one, or names a feature. Right click and Enter: end the drawing. Backspace:
/// takes the last vertex back. Delete: takes out the vertex under the cursor. Esc: gives the drawing up. Ctrl held:
/// nothing snaps. Shift held: directions in steps of 45 degrees.
class EditSheet : public QWidget {
    Q_OBJECT

public:
    explicit EditSheet(MapView &map);

    void setTool(EditTool tool);
    EditTool tool() const { return m_tool; }
    /// The layer that is edited, and what its features are.
    void setLayer(const QString &layer, GeometryType type);
    void setSnapping(bool on, double reach_px);
    /// The drawing as it stands; empty: none.
    const std::vector<Point> &sketch() const { return m_sketch; }
    /// The drawing up to where the next click would go.
    std::vector<Point> sketchToCursor() const;
    /// Gives up what is being drawn or dragged.
    void drop();
    /// Shown until drop(): what something will look like, over what is there.
    void showPreview(const std::vector<Geometry> &before, const std::vector<Geometry> &after);
    /// Shows a place; empty: none.
    void setMark(std::optional<Point> place);
    /// What stands beside the cursor: length or area, on the ellipsoid; empty while nothing is drawn.
    QString measureText() const;
    /// The place that the next click takes, where it is an exact one.
    const std::optional<SnapPlace> &snapped() const { return m_snapped; }

Q_SIGNALS:
    /// The drawing, or the place that its next click takes, is another one.
    void sketchChanged();
    /// A geometry was drawn whole.
    void drawn(const cuntu::Geometry &geometry);
    /// The drawing was ended too early: it goes on.
    void tooEarly();
    /// A vertex, or with @p isNew a place on a segment, was dragged to another place.
    void vertexDragged(const cuntu::ui::SnapPlace &vertex, cuntu::Point to, bool isNew);
    void vertexRemoved(const cuntu::ui::SnapPlace &vertex);
    /// A feature was dragged.
    void featureDragged(std::uint32_t row, double east, double north);
    /// A feature was clicked with a tool that is about whole features, at @p place on it.
    void featureClicked(std::uint32_t row, cuntu::Point place);
    /// The keys of these tools were used where nothing of the layer is.
    void nothingThere();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;

private:
    /// What is held by the mouse.
    struct Held {
        SnapPlace place;
        Point from;
        bool isNew = false;
    };
    bool takesKey(int key);
    void follow(QPointF widget, Qt::KeyboardModifiers modifiers);
    void prepareMeasure();
    double reach() const;
    void addVertex(Point at);
    void finish();
    void press(QPointF widget);
    void release();
    std::size_t least() const;
    const RenderLayer *editedLayer() const;
    Geometry draggedGeometry() const;
    void paintShape(QPainter &painter, const Geometry &geometry, const QColor &colour, bool dashed) const;
    void paintSketch(QPainter &painter) const;
    void paintSnap(QPainter &painter) const;
    void paintMeasure(QPainter &painter) const;

    MapView &m_map;
    std::optional<Geodesic> m_geodesic; ///< of the map's CRS, made when it is first needed
    Crs m_geodesicCrs;
    EditTool m_tool = EditTool::None;
    QString m_layer;
    GeometryType m_type = GeometryType::None;
    bool m_snaps = true;
    double m_reach_px = 10;
    std::vector<Point> m_sketch;
    std::optional<Held> m_held;
    std::optional<SnapPlace> m_snapped;
    Point m_cursor;    ///< where the next click goes, snapped
    QPointF m_pointer; ///< where the mouse is, logical pixels
    bool m_isInside = false;
    std::vector<Geometry> m_before;
    std::vector<Geometry> m_after;
    std::optional<Point> m_mark;
};

} // namespace cuntu::ui
