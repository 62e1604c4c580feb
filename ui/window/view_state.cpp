// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/view_state.h"

#include <algorithm>
#include <iterator>

namespace cuntu::ui {

void ViewState::setAsOf(Day day)
{
    if (day != m_asOf) {
        m_asOf = day;
        Q_EMIT asOfChanged();
    }
}

void ViewState::setOverlay(const QString &id)
{
    Look look = m_look;
    look.overlay = id;
    setLook(std::move(look));
}

void ViewState::setVisible(const QString &layer, bool visible)
{
    Look look = m_look;
    if (visible) {
        look.hidden.remove(layer);
    } else {
        look.hidden.insert(layer);
    }
    setLook(std::move(look));
}

void ViewState::setOrder(const QStringList &order)
{
    Look look = m_look;
    look.order = order;
    setLook(std::move(look));
}

void ViewState::setByDoubt(bool byDoubt)
{
    Look look = m_look;
    look.byDoubt = byDoubt;
    setLook(std::move(look));
}

void ViewState::setLook(Look look)
{
    if (!(look == m_look)) {
        m_look = std::move(look);
        Q_EMIT lookChanged();
    }
}

void ViewState::tryStyle(const QString &layer, const QString &json)
{
    m_trials[layer] = json;
    Q_EMIT lookChanged();
}

void ViewState::endTrial(const QString &layer)
{
    if (m_trials.erase(layer) > 0) {
        Q_EMIT lookChanged();
    }
}

void ViewState::select(const QString &layer, std::vector<FeatureId> features, SelectMode mode)
{
    std::sort(features.begin(), features.end());
    features.erase(std::unique(features.begin(), features.end()), features.end());
    Selection next{layer, {}};
    if (mode == SelectMode::Replace || layer != m_selection.layer) {
        next.features = std::move(features);
    } else if (mode == SelectMode::Add) {
        std::set_union(m_selection.features.begin(), m_selection.features.end(), features.begin(), features.end(),
                       std::back_inserter(next.features));
    } else {
        std::set_symmetric_difference(m_selection.features.begin(), m_selection.features.end(), features.begin(),
                                      features.end(), std::back_inserter(next.features));
    }
    if (next.features.empty()) {
        next.layer.clear();
    }
    if (!(next == m_selection)) {
        m_selection = std::move(next);
        Q_EMIT selectionChanged();
    }
}

void ViewState::setCasesShown(bool shown)
{
    if (shown != m_casesShown) {
        m_casesShown = shown;
        Q_EMIT casesShownChanged();
    }
}

void ViewState::clearSelection()
{
    select({}, {}, SelectMode::Replace);
}

void ViewState::reset(Day day)
{
    m_look = {};
    m_trials.clear();
    m_asOf = day;
    m_selection = {};
    Q_EMIT selectionChanged();
    Q_EMIT asOfChanged();
}

void ViewState::setPhotosShown(bool shown)
{
    if (shown != m_photosShown) {
        m_photosShown = shown;
        Q_EMIT photosShownChanged();
    }
}

} // namespace cuntu::ui
