// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plugin/plugin_host.h"

class QApplication;

namespace cuntu {

/// What the window starts with.
struct WindowOptions {
    QString project;         ///< file to open; empty: the welcome page
    LoadedPlugins plugins;   ///< as they were loaded before the first job
    QString sampleFolder;    ///< raw files of the sample county; empty: not installed
    bool openSample = false; ///< start with the working copy of the sample
    QString openTask;        ///< id of a task of the tour to start with on the sample; empty: none
};

/// Shows the main window and runs until it is closed. Returns the exit status of the program. The language is the
/// one the program runs in; the look is the one that is remembered.
int runWindow(QApplication &app, const WindowOptions &options);

} // namespace cuntu
