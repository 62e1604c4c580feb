// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/render/picture_memory.h"

#include <algorithm>

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
    if (!isOf(request)) {
        m_below.reset();
        m_last = request;
        return nullptr;
    }
    const std::size_t same = firstDifference(*m_last, request);
    if (m_below && m_below->layers > same) {
        m_below.reset();
    }
    if (same > 0 && same < request.layers.size() && (!m_below || m_below->layers < same)) {
        m_keepBefore = same;
    }
    m_last = request;
    return m_below ? &*m_below : nullptr;
}

void PictureMemory::keep(Below below)
{
    m_below = std::move(below);
}

} // namespace cuntu
