// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace cuntu::cli {

/// Says on stderr that @p word is neither a verb nor a project, and gives the exit status.
int refuseWord(const QString &word);

/// Says on stderr why no window is opened for @p arguments, and gives the exit status: there is no display, and, where
/// the first argument is neither a verb nor a file, nothing that it could mean.
int refuseWindow(const QStringList &arguments);

/// Runs the verb in @p argv and gives the exit status: 0 done, 1 failed with a reason on stderr, 2 misused (DESIGN 6).
/// Needs a QCoreApplication, for render and report a QGuiApplication.
int runCommandLine(int argc, char **argv);

/// True where @p word is a verb.
bool isVerb(const QString &word);

} // namespace cuntu::cli
