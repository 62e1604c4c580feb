// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plugin/plugin_host.h"

#include <QStringList>

namespace cuntu {

/// Language from "--lang zh|en" among @p arguments, else the user's setting, else the system's.
Language chooseLanguage(const QStringList &arguments);

/// Folder of the user's settings and notes: $CUNTU_SETTINGS_DIR, else the usual place. Made where it is missing.
QString settingsFolder();

/// The note that names a plugin which brought a start down (core/plugin/plugin_host.h).
QString pluginNoteFile();

/// Finds and loads the plugins: those beside the program, then the folders in $CUNTU_PLUGIN_PATH. Does not return where
/// one threw while it was loaded: the program is started again, once, and leaves that plugin out.
LoadedPlugins loadProgramPlugins();

/// Folder of the sample county's raw files; empty where it is not installed.
QString sampleFolder();

} // namespace cuntu
