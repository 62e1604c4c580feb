// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/render/render_job.h"

#include <QRectF>

#include <optional>

namespace cuntu {

/// Remembers how a picture looked below the layer that was the first to change from one request to the next, so that
/// the layers below it need not be drawn again when that one changes once more: while a style is tried, a day is moved,
/// a feature is edited. What comes out is the same to the bit. Holds one picture. One thread.
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
    /// Number of the layer before which the picture is worth keeping, after recall(); empty: none.
    std::optional<std::size_t> keepBefore() const { return m_keepBefore; }
    void keep(Below below);

private:
    bool isOf(const RenderRequest &request) const;

    std::optional<RenderRequest> m_last;
    std::optional<Below> m_below; ///< of the layers of m_last
    std::optional<std::size_t> m_keepBefore;
};

} // namespace cuntu
