// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/geo/crs.h"
#include "maps/export.h"

#include <cstddef>
#include <optional>
#include <vector>

namespace cuntu {

/// The views a map has shown, to go back and forth between, as in a browser. A value.
class CUNTU_MAPS_EXPORT ViewHistory {
public:
    /// A view without its size, so that it survives a resized window.
    struct View {
        Point centre;
        double unitsPerPixel = 1;
        bool operator==(const View &) const = default;
    };

    /// Remembers @p view as the one shown now; what lay ahead is forgotten. The same view again changes nothing.
    void visit(const View &view);
    bool canGoBack() const { return m_current > 0; }
    bool canGoForward() const { return m_current + 1 < m_views.size(); }
    std::optional<View> back();
    std::optional<View> forward();

private:
    std::vector<View> m_views;
    std::size_t m_current = 0;
};

} // namespace cuntu
