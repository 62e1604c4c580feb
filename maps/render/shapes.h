// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/export.h"

#include <QPointF>
#include <QRectF>

#include <functional>
#include <span>
#include <vector>

/// Cutting of lines and rings in pixels.
namespace cuntu::shapes {

/// Ring @p ring cut to @p window (Sutherland & Hodgman 1974); may run along the window's border. Nothing left: empty.
CUNTU_MAPS_EXPORT std::vector<QPointF> clippedRing(std::span<const QPointF> ring, const QRectF &window);

/// A piece of a line.
using PieceVisitor = std::function<void(std::span<const QPointF>)>;

/// Calls @p visit with the pieces of @p line whose segments touch @p window.
CUNTU_MAPS_EXPORT void forEachVisiblePiece(std::span<const QPointF> line, const QRectF &window,
                                           const PieceVisitor &visit);

/// Calls @p visit with dashes of @p dash_px, with @p gap_px between, where they touch @p window. They are counted from
/// the line's beginning, so they stay in place while the map is moved.
CUNTU_MAPS_EXPORT void forEachDash(std::span<const QPointF> line, double dash_px, double gap_px, const QRectF &window,
                                   const PieceVisitor &visit);

/// Calls @p visit with short strokes of @p length_px across @p line, every @p every_px from its beginning, in @p
/// window.
CUNTU_MAPS_EXPORT void forEachTick(std::span<const QPointF> line, double every_px, double length_px,
                                   const QRectF &window, const PieceVisitor &visit);

} // namespace cuntu::shapes
