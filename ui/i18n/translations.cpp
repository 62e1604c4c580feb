// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/i18n/translations.h"

#include <QCoreApplication>
#include <QDir>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

namespace cuntu::ui {
namespace {

const QString k_name = QStringLiteral("cuntu_translator");

void install(QCoreApplication &app, const QString &file)
{
    auto *translator = new QTranslator(&app);
    translator->setObjectName(k_name);
    if (translator->load(file)) {
        QCoreApplication::installTranslator(translator);
    } else {
        delete translator;
    }
}

} // namespace

void useLanguage(QCoreApplication &app, Language language)
{
    setLanguage(language);
    const auto installed = app.findChildren<QTranslator *>(k_name, Qt::FindDirectChildrenOnly);
    const bool chinese = language == Language::Chinese;
    QLocale::setDefault(chinese ? QLocale(QLocale::Chinese, QLocale::China)
                                : QLocale(QLocale::English, QLocale::UnitedKingdom));
    for (QTranslator *translator : installed) {
        QCoreApplication::removeTranslator(translator);
        delete translator;
    }
    const QString ending = chinese ? QStringLiteral("_zh_CN.qm") : QStringLiteral("_en.qm");
    if (chinese) {
        install(app, QLibraryInfo::path(QLibraryInfo::TranslationsPath) + QStringLiteral("/qtbase") + ending);
    }
    const QDir ours(QStringLiteral(":/cuntu/i18n"));
    for (const QString &file : ours.entryList({QLatin1Char('*') + ending})) {
        install(app, ours.filePath(file));
    }
}

} // namespace cuntu::ui
