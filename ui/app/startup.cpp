// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/app/startup.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLocale>
#include <QSettings>
#include <QStandardPaths>

#include <unistd.h>

namespace cuntu {

namespace {

/// Replaces this process by a new one with the same arguments. Returns where that fails, or was done already: a plugin
/// that cannot be remembered must not make it go on for ever.
void startAgain()
{
    static constexpr const char *k_mark = "CUNTU_STARTED_AGAIN";
    QFile self(QStringLiteral("/proc/self/cmdline"));
    if (qEnvironmentVariableIsSet(k_mark) || !self.open(QIODevice::ReadOnly)) {
        return;
    }
    qputenv(k_mark, "1");
    QByteArray line = self.readAll();
    std::vector<char *> arguments;
    for (char *at = line.data(); at < line.data() + line.size(); at += qstrlen(at) + 1) {
        arguments.push_back(at);
    }
    arguments.push_back(nullptr);
    ::execv("/proc/self/exe", arguments.data());
}

} // namespace

Language chooseLanguage(const QStringList &arguments)
{
    const qsizetype at = arguments.indexOf(QStringLiteral("--lang"));
    QString wanted = at >= 0 ? arguments.value(at + 1) : QString();
    for (const QString &argument : arguments) {
        if (argument.startsWith(QStringLiteral("--lang="))) {
            wanted = argument.mid(7);
        }
    }
    if (wanted.isEmpty()) {
        wanted = QSettings(settingsFolder() + QStringLiteral("/cuntu.ini"), QSettings::IniFormat)
                     .value(QStringLiteral("language"))
                     .toString();
    }
    if (wanted.isEmpty()) {
        wanted = QLocale::system().language() == QLocale::Chinese ? QStringLiteral("zh") : QStringLiteral("en");
    }
    return wanted.startsWith(QStringLiteral("zh")) ? Language::Chinese : Language::English;
}

QString settingsFolder()
{
    QString folder = qEnvironmentVariable("CUNTU_SETTINGS_DIR");
    if (folder.isEmpty()) {
        folder = QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + QStringLiteral("/cuntu");
    }
    QDir().mkpath(folder);
    return folder;
}

QString pluginNoteFile()
{
    return settingsFolder() + QStringLiteral("/plugin_start");
}

LoadedPlugins loadProgramPlugins()
{
    PluginOptions options;
    options.folders = defaultPluginFolders();
    options.folders << qEnvironmentVariable("CUNTU_PLUGIN_PATH").split(QLatin1Char(':'), Qt::SkipEmptyParts);
    options.noteFile = pluginNoteFile();
    QSettings settings(settingsFolder() + QStringLiteral("/cuntu.ini"), QSettings::IniFormat);
    options.disabled = settings.value(QStringLiteral("plugins/disabled")).toStringList();
    LoadedPlugins loaded = loadPlugins(options);
    if (loaded.mustRestart) {
        startAgain();
    }
    return loaded;
}

QString sampleFolder()
{
    const QString program = QCoreApplication::applicationDirPath();
    for (const QString &folder :
         {qEnvironmentVariable("CUNTU_SAMPLE_DIR"), program + QStringLiteral("/../share/cuntu/county"),
          program + QStringLiteral("/../../../sample-data/county")}) {
        if (!folder.isEmpty() && QFileInfo(folder).isDir()) {
            return QDir::cleanPath(folder);
        }
    }
    return {};
}

} // namespace cuntu
