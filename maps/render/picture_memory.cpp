// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/render/picture_memory.h"

#include <algorithm>
#include <utility>

namespace cuntu {
namespace {

/// True where both are drawn alike, but for what is selected, which lies on top of all layers.
bool areAlike(const RenderLayer &a, const RenderLayer &b)
{
    return a.id == b.id && a.snapshot == b.snapshot && a.overlay == b.overlay && a.style == b.style &&
           std::ranges::equal(a.overlayClasses, b.overlayClasses, [](const OverlayClass &c, const OverlayClass &d) {
               return c.colour == d.colour && c.marking == d.marking;
           });
}

std::size_t firstDifference(const RenderRequest &a, const RenderRequest &b)
{
    const auto [at, other] = std::ranges::mismatch(a.layers, b.layers, areAlike);
    return static_cast<std::size_t>(at - a.layers.begin());
}

} // namespace

bool PictureMemory::isOf(const RenderRequest &request) const
{
    return m_last && m_last->extent == request.extent && m_last->crs == request.crs &&
           m_last->background == request.background && m_last->rasters.empty() && request.rasters.empty();
}

const PictureMemory::Below *PictureMemory::recall(const RenderRequest &request)
{
    m_keepBefore.reset();
    m_rows.reset();
    m_start = std::exchange(m_whole, std::nullopt);
    m_keepsWhole = isOf(request); // not while the map is moved
    if (!m_keepsWhole) {
        m_below.reset();
        m_last = request;
        return nullptr;
    }
    m_rows = m_start ? changedRows(*m_last, request) : std::nullopt;
    const std::size_t same = firstDifference(*m_last, request);
    if (m_below && m_below->layers > same) {
        m_below.reset();
    }
    if (!m_rows && same > 0 && same < request.layers.size() && (!m_below || m_below->layers < same)) {
        m_keepBefore = same;
    }
    m_last = request;
    if (m_rows) {
        return &*m_start;
    }
    return m_below ? &*m_below : nullptr;
}

void PictureMemory::keepWhole(Below whole)
{
    m_whole = std::move(whole);
}

void PictureMemory::keep(Below below)
{
    m_below = std::move(below);
}

} // namespace cuntu
