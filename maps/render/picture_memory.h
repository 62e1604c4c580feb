// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/render/changed_rows.h"
#include "maps/render/render_job.h"

#include <QRectF>

#include <optional>

namespace cuntu {

/// Remembers how a picture looked below the layer that was the first to change from one request to the next, so that
/// the layers below it need not be drawn again when that one changes once more: while a style is tried, a day is moved.
/// And how it looked with all layers: where only some features change, as when one is edited or marked, just the rows
/// of pixels that they touch are drawn again (changedRows()). What comes out is the same to the bit. Holds two pictures
/// at most. One thread.
///
/// Maps with rasters are not remembered: what comes from a server may be there the next time.
class CUNTU_MAPS_EXPORT PictureMemory {
public:
    /// A picture before layer number `layers` was drawn.
    struct Below {
        std::size_t layers = 0;
        QImage image;
        std::vector<LayerReport> reports;
        std::vector<Error> errors;
        std::vector<QRectF> blocked; ///< where no labels go
    };

    /// The picture from which @p request can be drawn on; null: none. Then the next request is compared with this one.
    const Below *recall(const RenderRequest &request);
    /// After recall(): the rows in which the layers of that picture, which are all, have to be drawn again; empty: it
    /// has only those below, which are all right.
    const std::optional<PixelRows> &rows() const { return m_rows; }
    /// Number of the layer before which the picture is worth keeping, after recall(); empty: none.
    std::optional<std::size_t> keepBefore() const { return m_keepBefore; }
    /// True where the picture with all layers is worth keeping, before selections and labels.
    bool keepsWhole() const { return m_keepsWhole; }
    void keep(Below below);
    void keepWhole(Below whole);

private:
    bool isOf(const RenderRequest &request) const;

    std::optional<RenderRequest> m_last;
    std::optional<Below> m_below; ///< of the layers of m_last
    std::optional<Below> m_whole; ///< likewise
    std::optional<Below> m_start; ///< what m_whole was before the request at hand
    std::optional<PixelRows> m_rows;
    std::optional<std::size_t> m_keepBefore;
    bool m_keepsWhole = false;
};

} // namespace cuntu
