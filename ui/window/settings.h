// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/text.h"

#include <QSettings>
#include <QStringList>

namespace cuntu::ui {

/// What the program remembers of its user: an ini file in CUNTU_SETTINGS_DIR, else in the usual place. GUI thread.
class Settings {
public:
    Settings();

    /// The chosen language, else the one the program runs in.
    Language language() const;
    void setLanguage(Language language);

    bool isDark() const;
    void setDark(bool dark);

    /// Project files that were open, latest first, at most ten.
    QStringList recentProjects() const;
    void addRecentProject(const QString &path);
    void removeRecentProject(const QString &path);

    /// Who marks and imports; the system's user name until somebody says otherwise.
    QString who() const;
    void setWho(const QString &who);
    /// True once somebody has said who it is.
    bool knowsWho() const;

    /// The user's own key for servers of map tiles that want one; empty: none.
    QString tileKey() const { return m_file.value(QStringLiteral("map/tileKey")).toString(); }
    void setTileKey(const QString &key) { m_file.setValue(QStringLiteral("map/tileKey"), key); }
    /// Key of something that is remembered of the project file @p path, as "part/name" with the file's absolute path in
    /// it.
    static QString keyOfProject(const QString &path, const char *what);
    /// Anything else, by key "part/name".
    QVariant value(const QString &key, const QVariant &otherwise = {}) const { return m_file.value(key, otherwise); }
    void setValue(const QString &key, const QVariant &value) { m_file.setValue(key, value); }
    void remove(const QString &key) { m_file.remove(key); }

private:
    QSettings m_file;
};

/// Folder for files that the program makes for itself, such as the working copy of the sample: CUNTU_SETTINGS_DIR, else
/// the user's data folder.
QString dataFolder();

} // namespace cuntu::ui
