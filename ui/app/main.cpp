// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/app/startup.h"
#include "ui/cli/command_line.h"
#include "ui/i18n/translations.h"
#include "ui/window/run_window.h"

#include <QAccessible>
#include <QApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QGuiApplication>

#include <csignal>
#include <cstdio>
#include <exception>

namespace {

/// True where the first argument that is no option names a verb, or help or version is asked for: no window then.
bool isCommandLine(const QStringList &arguments)
{
    for (qsizetype i = 1; i < arguments.size(); ++i) {
        if (arguments[i] == QStringLiteral("--lang") || arguments[i] == QStringLiteral("--task")) {
            ++i;
        } else if (arguments[i] == QStringLiteral("--sample")) {
            return false;
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
    // The command line needs no display; drawing text needs a QGuiApplication, which costs a moment, so only drawing
    // verbs get one.
    qputenv("QT_QPA_PLATFORM", "offscreen");
    if (qEnvironmentVariableIsEmpty("XDG_RUNTIME_DIR")) { // Qt would say so on stderr, which belongs to errors
        const QString folder = cuntu::settingsFolder() + QStringLiteral("/runtime");
        QDir().mkpath(folder);
        QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner); // it insists on that
        qputenv("XDG_RUNTIME_DIR", QFile::encodeName(folder));
    }
    const bool draws = arguments.contains(QStringLiteral("render")) || arguments.contains(QStringLiteral("report")) ||
                       arguments.contains(QStringLiteral("poster"));
    const auto application = draws ? std::unique_ptr<QCoreApplication>(std::make_unique<QGuiApplication>(argc, argv))
                                   : std::make_unique<QCoreApplication>(argc, argv);
    cuntu::ui::useLanguage(*application, cuntu::chooseLanguage(arguments));
    return cuntu::cli::runCommandLine(argc, argv);
}

/// True where Qt can open a window: a desktop is there, or a platform without one was asked for.
bool hasDisplay()
{
    return qEnvironmentVariableIsSet("QT_QPA_PLATFORM") || qEnvironmentVariableIsSet("DISPLAY") ||
           qEnvironmentVariableIsSet("WAYLAND_DISPLAY");
}

int refuseWindow(int &argc, char **argv, const QStringList &arguments)
{
    QCoreApplication application(argc, argv);
    cuntu::ui::useLanguage(application, cuntu::chooseLanguage(arguments));
    return cuntu::cli::refuseWindow(arguments);
}

/// Connects to the desktop's session bus, if there is one. Where the bus has to be looked for, libdbus forks, and PROJ
/// takes a lock in every forked child: forked while another thread opens PROJ's database, the child would wait for
/// ever, and the window for the child. So this comes before the first thread.
void connectToDesktop()
{
    (void)QAccessible::isActive(); // makes the platform's bridge, which is what connects
}

/// cuntu [--lang zh|en] [--sample] [--task ID] [PROJECT]
int runWindow(int &argc, char **argv, const QStringList &arguments)
{
    QApplication application(argc, argv);
    connectToDesktop();
    cuntu::ui::useLanguage(application, cuntu::chooseLanguage(arguments));
    cuntu::WindowOptions options;
    for (qsizetype i = 1; i < arguments.size(); ++i) {
        if (arguments[i] == QStringLiteral("--lang")) {
            ++i;
        } else if (arguments[i] == QStringLiteral("--task")) {
            options.openTask = arguments.value(++i);
        } else if (arguments[i] == QStringLiteral("--sample")) {
            options.openSample = true;
        } else if (!arguments[i].startsWith(QLatin1Char('-'))) {
            options.project = arguments[i];
        }
    }
    if (!options.project.isEmpty() && !QFileInfo::exists(options.project)) {
        return cuntu::cli::refuseWord(options.project); // a verb misspelt would else open an empty window
    }
    options.plugins = cuntu::loadProgramPlugins();
    options.sampleFolder = cuntu::sampleFolder();
    return cuntu::runWindow(application, options);
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
    return hasDisplay() ? runWindow(argc, argv, arguments) : refuseWindow(argc, argv, arguments);
}

} // namespace

int main(int argc, char **argv)
{
#ifdef SIGXFSZ
    // A limit on the size of files must fail the write, which then is undone, not end the program in the middle of it.
    std::signal(SIGXFSZ, SIG_IGN);
#endif
    try {
        return runProgram(argc, argv);
    } catch (const std::exception &error) {
        std::fprintf(stderr, "cuntu: internal error: %s\n", error.what());
        return 1;
    }
}
