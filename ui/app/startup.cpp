// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/app/startup.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QLibraryInfo>
#include <QLocale>
#include <QSettings>
#include <QStandardPaths>
#include <QTranslator>

#include <memory>
#include <vector>

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

void installTranslations(QCoreApplication &application, Language language)
{
    static std::vector<std::unique_ptr<QTranslator>> installed; // must live as long as the application uses them
    for (const auto &translator : installed) {
        application.removeTranslator(translator.get());
    }
    installed.clear();
    setLanguage(language);
    if (language == Language::Chinese) {
        const QString qt = QLibraryInfo::path(QLibraryInfo::TranslationsPath) + QStringLiteral("/qtbase_zh_CN.qm");
        for (const QString &file : {qt, QStringLiteral(":/i18n/cuntu_zh_CN.qm")}) {
            auto translator = std::make_unique<QTranslator>();
            if (translator->load(file)) {
                application.installTranslator(translator.get());
                installed.push_back(std::move(translator));
            }
        }
    } else {
        auto translator = std::make_unique<QTranslator>(); // English plurals
        if (translator->load(QStringLiteral(":/i18n/cuntu_en.qm"))) {
            application.installTranslator(translator.get());
            installed.push_back(std::move(translator));
        }
    }
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
