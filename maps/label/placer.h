// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/label/label.h"

#include <span>
#include <unordered_map>
#include <vector>

namespace cuntu {

/// Gives texts places on which nothing else stands. First come, first served: offer the important ones first.
///
/// A place depends only on the feature and on what was offered before, never on the picture's origin, so that labels
/// keep still while the map is moved. Boxes are kept in a grid; a test costs the cells it touches. One thread.
class CUNTU_MAPS_EXPORT LabelPlacer {
public:
    explicit LabelPlacer(const QRectF &window);

    /// Puts @p label beside a point symbol of radius @p radius_px at the first free one of eight places: right, left,
    /// above, below, and the corners (after Imhof 1975, 'Positioning names on maps'). False: no place.
    bool placeBeside(Label label, QPointF point, double radius_px);
    /// Puts @p label where its centre and angle say. False: no place.
    bool placeAt(Label label);
    /// False where a label about @p point cannot fit any more; a cheap test before text is measured.
    bool hasRoomNear(QPointF point) const;
    /// True when the same text stands within @p distance_px of @p centre.
    bool hasLike(const QString &text, QPointF centre, double distance_px) const;
    /// Keeps labels off @p box.
    void block(const QRectF &box);

    std::vector<Label> takeLabels() { return std::move(m_labels); }

private:
    using Cells = std::unordered_map<std::int64_t, std::vector<QRectF>>;

    bool isFree(std::span<const QRectF> boxes) const;
    void occupy(std::span<const QRectF> boxes);

    QRectF m_window;
    Cells m_cells;
    std::vector<Label> m_labels;
    std::unordered_multimap<QString, QPointF> m_byText;
};

} // namespace cuntu
