// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/app/startup.h"
#include "ui/cli/command_line.h"
#if __has_include("ui/window/run_window.h")
#include "ui/window/run_window.h"
#define CUNTU_WITH_WINDOW
#endif

#include <QApplication>
#include <QGuiApplication>

#include <cstdio>
#include <exception>

namespace {

/// True where the first argument that is no option names a verb, or help or version is asked for: no window then.
bool isCommandLine(const QStringList &arguments)
{
    for (qsizetype i = 1; i < arguments.size(); ++i) {
        if (arguments[i] == QStringLiteral("--lang")) {
            ++i;
        } else if (arguments[i].startsWith(QLatin1Char('-'))) {
            return true;
        } else {
            return cuntu::cli::isVerb(arguments[i]);
        }
    }
    return false;
}

int runCommandLine(int &argc, char **argv, const QStringList &arguments)
{
    // The command line needs no display; drawing text needs a QGuiApplication, which costs a moment, so only drawing verbs get one.
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const bool draws = arguments.contains(QStringLiteral("render")) || arguments.contains(QStringLiteral("report"));
    const auto application = draws ? std::unique_ptr<QCoreApplication>(std::make_unique<QGuiApplication>(argc, argv))
                                   : std::make_unique<QCoreApplication>(argc, argv);
    cuntu::installTranslations(*application, cuntu::chooseLanguage(arguments));
    return cuntu::cli::runCommandLine(argc, argv);
}

int runProgram(int &argc, char **argv)
{
    QCoreApplication::setApplicationName(QStringLiteral("cuntu"));
    QCoreApplication::setOrganizationName(QStringLiteral("cuntu"));
    QCoreApplication::setApplicationVersion(QStringLiteral(CUNTU_VERSION));
    QStringList arguments;
    for (int i = 0; i < argc; ++i) {
        arguments << QString::fromLocal8Bit(argv[i]);
    }
    if (isCommandLine(arguments)) {
        return runCommandLine(argc, argv, arguments);
    }
#ifdef CUNTU_WITH_WINDOW
    QApplication application(argc, argv);
    cuntu::installTranslations(application, cuntu::chooseLanguage(arguments));
    cuntu::WindowOptions options;
    for (const QString &argument : arguments.mid(1)) {
        if (!argument.startsWith(QLatin1Char('-')) && argument != QStringLiteral("zh") && argument != QStringLiteral("en")) {
            options.project = argument;
        }
    }
    options.plugins = cuntu::loadProgramPlugins();
    options.sampleFolder = cuntu::sampleFolder();
    return cuntu::runWindow(application, options);
#else
    return 1;
#endif
}

} // namespace

int main(int argc, char **argv)
{
    try {
        return runProgram(argc, argv);
    } catch (const std::exception &error) {
        std::fprintf(stderr, "cuntu: internal error: %s\n", error.what());
        return 1;
    }
}
