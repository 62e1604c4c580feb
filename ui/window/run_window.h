// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plugin/plugin_host.h"

class QApplication;

namespace cuntu {

/// What the window starts with.
struct WindowOptions {
    QString project;       ///< file to open; empty: the welcome page
    LoadedPlugins plugins; ///< as they were loaded before the first job
    QString sampleFolder;  ///< raw files of the sample county; empty: not installed
    QString openTask;      ///< id of a task of the tour to start with on the sample; empty: none
};

/// Shows the main window and runs until it is closed. Returns the exit status of the program. Language and look are those
/// that are remembered, unless the caller has set a language.
int runWindow(QApplication &app, const WindowOptions &options);

} // namespace cuntu
