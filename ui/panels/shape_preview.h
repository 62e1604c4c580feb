// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/geo/geometry.h"

#include <QWidget>

namespace cuntu::ui {

/// A small drawing of where the shapes of a file lie, over outlines that are known already.
class ShapePreview : public QWidget {
    Q_OBJECT

public:
    explicit ShapePreview(QWidget *parent = nullptr);

    /// Outlines of what the project knows; in the CRS of the shapes.
    void setGround(std::vector<Geometry> outlines);
    void setShapes(std::vector<Geometry> shapes);
    /// A sentence under the drawing, and what stands in its place where there is nothing to draw.
    void setText(const QString &text);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Box extent() const;

    std::vector<Geometry> m_ground;
    std::vector<Geometry> m_shapes;
    QString m_text;
};

} // namespace cuntu::ui
