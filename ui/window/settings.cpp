// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/settings.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

namespace cuntu::ui {
namespace {

constexpr int k_mostRecent = 10;

QString fixedFolder()
{
    return qEnvironmentVariable("CUNTU_SETTINGS_DIR");
}

QString settingsFile()
{
    const QString folder =
        fixedFolder().isEmpty()
            ? QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + QStringLiteral("/cuntu")
            : fixedFolder();
    QDir().mkpath(folder);
    return folder + QStringLiteral("/cuntu.ini");
}

const QString k_language = QStringLiteral("language");
const QString k_dark = QStringLiteral("window/dark");
const QString k_recent = QStringLiteral("window/recent");
const QString k_who = QStringLiteral("window/who");

} // namespace

Settings::Settings() : m_file(settingsFile(), QSettings::IniFormat) {}

QString Settings::keyOfProject(const QString &path, const char *what)
{
    // A path may hold what an ini key may not.
    const QByteArray file = QFileInfo(path).absoluteFilePath().toUtf8();
    const QByteArray name = QCryptographicHash::hash(file, QCryptographicHash::Sha1).toHex().left(16);
    return QStringLiteral("looks/%1/%2").arg(QString::fromLatin1(name), QString::fromLatin1(what));
}

Language Settings::language() const
{
    const QString chosen = m_file.value(k_language).toString();
    if (chosen.isEmpty()) {
        return cuntu::language();
    }
    return chosen == QStringLiteral("en") ? Language::English : Language::Chinese;
}

void Settings::setLanguage(Language language)
{
    m_file.setValue(k_language, language == Language::English ? QStringLiteral("en") : QStringLiteral("zh"));
}

bool Settings::isDark() const
{
    return m_file.value(k_dark, false).toBool();
}

void Settings::setDark(bool dark)
{
    m_file.setValue(k_dark, dark);
}

QStringList Settings::recentProjects() const
{
    return m_file.value(k_recent).toStringList();
}

void Settings::addRecentProject(const QString &path)
{
    QStringList recent = recentProjects();
    recent.removeAll(path);
    recent.prepend(path);
    m_file.setValue(k_recent, QStringList(recent.mid(0, k_mostRecent)));
}

void Settings::removeRecentProject(const QString &path)
{
    QStringList recent = recentProjects();
    recent.removeAll(path);
    m_file.setValue(k_recent, recent);
}

QString Settings::who() const
{
    const QString user = qEnvironmentVariable("USER", qEnvironmentVariable("USERNAME"));
    return m_file.value(k_who, user).toString();
}

void Settings::setWho(const QString &who)
{
    m_file.setValue(k_who, who);
}

bool Settings::knowsWho() const
{
    return m_file.contains(k_who);
}

QString dataFolder()
{
    const QString folder =
        fixedFolder().isEmpty()
            ? QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + QStringLiteral("/cuntu")
            : fixedFolder();
    QDir().mkpath(folder);
    return folder;
}

} // namespace cuntu::ui
