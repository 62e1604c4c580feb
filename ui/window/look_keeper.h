// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/view/map_view.h"
#include "ui/window/session.h"
#include "ui/window/view_state.h"

#include <QPointer>

#include <functional>
#include <optional>

namespace cuntu::ui {

/// How a project looks when it comes up: overlay, hidden layers, their order and the part of the map as the user left
/// them the last time this file was open here; else the first programme with data by its main overlay, layers of
/// personal places hidden, and everything in view. A project that was empty gets its overlay with its first data, as
/// long as nobody has chosen otherwise. Kept in the user's settings, as a project may be read-only or shared. GUI
/// thread.
///
/// Make it before whatever draws: it then hears of a state first, and the first drawing is the right one.
class LookKeeper : public QObject {
    Q_OBJECT

public:
    LookKeeper(Session &session, ViewState &view, Settings &settings);
    ~LookKeeper() override;

    /// The look that the file @p path will come up with, once its state is there. For any thread.
    std::function<Look(const ProjectState &)> expectedLook(const QString &path) const;
    /// The map whose part is to be remembered when the project closes.
    void follow(MapView *map);
    /// Moves the followed map to the part that was in view the last time. False, and nothing is done, where everything
    /// was, or the project is new here.
    bool restorePlace();

private:
    void onOpened();
    void onState();
    void onClosed();
    void onLookChanged();
    /// What the user chose the last time that @p file was open here; nothing: it is new here.
    std::optional<Look> storedLook(const QString &file) const;
    void storePlace();
    QString key(const char *what) const { return Settings::keyOfProject(m_file, what); }

    Session &m_session;
    ViewState &m_view;
    Settings &m_settings;
    QPointer<MapView> m_map;
    QString m_file;           ///< of the project that is open; empty: none
    bool m_first = false;     ///< no state of it came yet
    bool m_chosen = false;    ///< the user has chosen a look, now or the last time
    bool m_arranging = false; ///< the look is being set from here
};

} // namespace cuntu::ui
