// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/app/startup.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QLocale>
#include <QSettings>
#include <QStandardPaths>

namespace cuntu {

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

LoadedPlugins loadProgramPlugins()
{
    PluginOptions options;
    options.folders << QDir::cleanPath(QCoreApplication::applicationDirPath() + QStringLiteral("/../lib/cuntu/plugins"));
    options.folders << qEnvironmentVariable("CUNTU_PLUGIN_PATH").split(QLatin1Char(':'), Qt::SkipEmptyParts);
    options.noteFile = settingsFolder() + QStringLiteral("/plugin_start");
    QSettings settings(settingsFolder() + QStringLiteral("/cuntu.ini"), QSettings::IniFormat);
    options.disabled = settings.value(QStringLiteral("plugins/disabled")).toStringList();
    return loadPlugins(options);
}

QString sampleFolder()
{
    const QString program = QCoreApplication::applicationDirPath();
    for (const QString &folder : {qEnvironmentVariable("CUNTU_SAMPLE_DIR"), program + QStringLiteral("/../share/cuntu/county"),
                                  program + QStringLiteral("/../../../sample-data/county")}) {
        if (!folder.isEmpty() && QFileInfo(folder).isDir()) {
            return QDir::cleanPath(folder);
        }
    }
    return {};
}

} // namespace cuntu
