// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/label/label.h"
#include "maps/label/taken_ground.h"

#include <unordered_map>
#include <vector>

namespace cuntu {

/// Gives texts places on which nothing else stands. First come, first served: offer the important ones first.
///
/// A place depends only on the feature and on what was offered before, never on the picture's origin, so that labels
/// keep still while the map is moved. One thread.
class CUNTU_MAPS_EXPORT LabelPlacer {
public:
    /// Numbers of places: beside a point the first eight, further out the rest.
    static constexpr int k_besidePlaces = 8;
    static constexpr int k_allPlaces = k_besidePlaces + 3 * 12;

    /// What texts stand around.
    struct Spot {
        QPointF point;
        double radius_px = 0; ///< texts keep off this far
        double start_px = 0;  ///< leaders begin so far from the point
    };

    explicit LabelPlacer(const QRectF &window);

    /// Puts @p label beside a point symbol of radius @p radius_px at the first free one of eight places: right, left,
    /// above, below, and the corners (after Imhof 1975, 'Positioning names on maps'). False: no place.
    bool placeBeside(Label label, QPointF point, double radius_px);
    /// Puts @p label on one of three rings around @p spot, joined to it by a line that neither crosses a text nor
    /// another such line. False: no place.
    bool placeAround(Label label, const Spot &spot);
    /// Puts @p label at the one place of number @p place, beside or around @p spot. False: it is not free.
    bool placeAgain(Label label, const Spot &spot, int place);
    /// Puts @p label where its centre and angle say. False: no place.
    bool placeAt(Label label);
    /// False where a label beside @p point cannot fit any more; a cheap test before text is measured.
    bool hasRoomNear(QPointF point) const;
    /// True when the same text stands within @p distance_px of @p centre.
    bool hasLike(const QString &text, QPointF centre, double distance_px) const;
    /// Keeps labels off @p box.
    void block(const QRectF &box);

    std::vector<Label> takeLabels() { return std::move(m_labels); }

private:
    bool tryPlaces(Label &label, const Spot &spot, int first, int end);
    /// As placeAt(); @p label is taken only where it finds its place.
    bool tryPlace(Label &label);

    QRectF m_window;
    TakenGround m_taken;
    std::vector<Label> m_labels;
    std::unordered_multimap<QString, QPointF> m_byText;
};

} // namespace cuntu
