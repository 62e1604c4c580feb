// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/look_keeper.h"

#include <QFileInfo>

namespace cuntu::ui {
namespace {

/// The main overlay of the first programme that has something to show.
QString usualOverlay(const ProjectState &state)
{
    for (const Programme &programme : state.registry->programmes) {
        if (!programme.mainOverlay.isEmpty() && state.hasFeatures(programme.id)) {
            return programme.mainOverlay;
        }
    }
    return {};
}

/// Where people live is not shown until somebody asks for it.
QSet<QString> usuallyHidden(const ProjectState &state)
{
    QSet<QString> hidden;
    for (const LayerInfo &layer : state.layers) {
        if (layer.schema.positionPersonal) {
            hidden.insert(layer.schema.id);
        }
    }
    return hidden;
}

Look usualLook(const ProjectState &state)
{
    return {usualOverlay(state), usuallyHidden(state), {}, false};
}

/// @p look without an overlay of a plugin that is gone.
Look known(Look look, const ProjectState &state)
{
    if (state.registry->findOverlay(look.overlay) == nullptr) {
        look.overlay.clear();
    }
    return look;
}

} // namespace

LookKeeper::LookKeeper(Session &session, ViewState &view, Settings &settings)
    : m_session(session), m_view(view), m_settings(settings)
{
    connect(&session, &Session::opened, this, &LookKeeper::onOpened);
    connect(&session, &Session::stateChanged, this, &LookKeeper::onState);
    connect(&session, &Session::closed, this, &LookKeeper::onClosed);
    connect(&view, &ViewState::lookChanged, this, &LookKeeper::onLookChanged);
}

LookKeeper::~LookKeeper()
{
    storePlace();
}

void LookKeeper::follow(MapView *map)
{
    m_map = map;
}

void LookKeeper::onOpened()
{
    m_file = QFileInfo(m_session.project()->path()).absoluteFilePath();
    m_first = true;
    m_chosen = storedLook(m_file).has_value();
}

void LookKeeper::onClosed()
{
    storePlace();
    m_file.clear();
}

void LookKeeper::onState()
{
    const ProjectState &state = *m_session.state();
    m_arranging = true;
    if (!m_chosen || m_first) {
        m_view.setLook(m_chosen ? known(*storedLook(m_file), state) : usualLook(state));
    }
    if (m_first) {
        m_view.setAsOf(state.asOf.value_or(Day::today()));
    }
    m_first = false;
    m_arranging = false;
}

std::optional<Look> LookKeeper::storedLook(const QString &file) const
{
    const QVariant overlay = m_settings.value(Settings::keyOfProject(file, "overlay"));
    if (!overlay.isValid()) {
        return std::nullopt;
    }
    const QStringList hidden = m_settings.value(Settings::keyOfProject(file, "hidden")).toStringList();
    return Look{overlay.toString(),
                {hidden.begin(), hidden.end()},
                m_settings.value(Settings::keyOfProject(file, "order")).toStringList(),
                m_settings.value(Settings::keyOfProject(file, "byDoubt")).toBool()};
}

std::function<Look(const ProjectState &)> LookKeeper::expectedLook(const QString &path) const
{
    return [stored = storedLook(QFileInfo(path).absoluteFilePath())](const ProjectState &state) {
        return stored ? known(*stored, state) : usualLook(state);
    };
}

void LookKeeper::onLookChanged()
{
    // A style that is tried out changes the look as well, but not what is remembered here.
    if (m_arranging || m_first || !m_session.state() || !m_view.trials().empty()) {
        return;
    }
    const Look &look = m_view.look();
    if (!m_chosen && look == usualLook(*m_session.state())) {
        return;
    }
    m_chosen = true;
    m_settings.setValue(key("overlay"), look.overlay);
    m_settings.setValue(key("hidden"), QStringList(look.hidden.begin(), look.hidden.end()));
    m_settings.setValue(key("order"), look.order);
    m_settings.setValue(key("byDoubt"), look.byDoubt);
}

void LookKeeper::storePlace()
{
    if (m_file.isEmpty() || m_first || !m_map || m_map->fullExtent().isEmpty()) {
        return;
    }
    if (m_map->showsEverything()) {
        m_settings.remove(key("place"));
        return;
    }
    const Point centre = m_map->extent().centre;
    // The scale, not the size of a pixel: the next screen may have finer ones.
    m_settings.setValue(key("place"), QVariantList{centre.x, centre.y, m_map->scaleDenominator()});
}

bool LookKeeper::restorePlace()
{
    const QVariantList place = m_settings.value(key("place")).toList();
    if (!m_map || m_file.isEmpty() || place.size() != 3) {
        return false;
    }
    const Point centre{place[0].toDouble(), place[1].toDouble()};
    const Box full = m_map->fullExtent();
    // The data may have been replaced since by those of another place.
    if (!full.contains(centre) || !(place[2].toDouble() > 0)) {
        return false;
    }
    m_map->setCentre(centre);
    m_map->setScaleDenominator(place[2].toDouble());
    return true;
}

} // namespace cuntu::ui
