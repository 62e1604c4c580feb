// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/view/view_history.h"

namespace cuntu {
namespace {

constexpr std::size_t k_most = 200;

} // namespace

void ViewHistory::visit(const View &view)
{
    if (!m_views.empty() && m_views[m_current] == view) {
        return;
    }
    if (!m_views.empty()) {
        m_views.resize(m_current + 1);
    }
    m_views.push_back(view);
    if (m_views.size() > k_most) {
        m_views.erase(m_views.begin());
    }
    m_current = m_views.size() - 1;
}

std::optional<ViewHistory::View> ViewHistory::back()
{
    if (!canGoBack()) {
        return std::nullopt;
    }
    return m_views[--m_current];
}

std::optional<ViewHistory::View> ViewHistory::forward()
{
    if (!canGoForward()) {
        return std::nullopt;
    }
    return m_views[++m_current];
}

} // namespace cuntu
