// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plugin/registry.h"
#include "core/snapshot/bar_shapes.h"

namespace cuntu {

/// Bars beside features of an overlay, each with its class, that of its frame, and what it says: collected, and laid
/// out as a layer that the overlay draws. One thread.
class CUNTU_CORE_EXPORT BarFeatures {
public:
    explicit BarFeatures(std::uint8_t frameClass) : m_frameClass(frameClass) {}

    /// A bar beside feature @p row of @p layer, @p share of its frame high; none where that is not known, or the
    /// feature has no place.
    void add(const LayerSnapshot &layer, std::size_t row, double share, std::uint8_t barClass, const QString &reason);
    /// The bars as layer @p id, called @p name, of @p programme, in the CRS of @p beside.
    OverlayFeatures laidOut(const QString &id, const Text &name, const QString &programme,
                            const LayerSnapshot &beside) const;

private:
    std::uint8_t m_frameClass;
    std::vector<Bar> m_bars;
    std::vector<std::uint8_t> m_classes;
    std::vector<QString> m_reasons;
};

} // namespace cuntu
