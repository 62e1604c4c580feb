// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plugin/plugin_host.h"

#include <QStringList>

namespace cuntu {

/// Language from "--lang zh|en" among @p arguments, else the user's setting, else the system's.
Language chooseLanguage(const QStringList &arguments);

/// Folder of the user's settings and notes: $CUNTU_SETTINGS_DIR, else the usual place. Made where it is missing.
QString settingsFolder();

/// Finds and loads the plugins: those beside the program, then the folders in $CUNTU_PLUGIN_PATH.
LoadedPlugins loadProgramPlugins();

/// Folder of the sample county's raw files; empty where it is not installed.
QString sampleFolder();

} // namespace cuntu
