// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/immutable.h"
#include "core/plugin/registry.h"

#include <QStringList>

namespace cuntu {

/// Where plugins are looked for and how.
struct PluginOptions {
    QStringList folders;  ///< absolute; searched in order for shared libraries
    QString noteFile;     ///< the start-up note: written and synced before each load, removed after; empty: none is kept
    QStringList disabled; ///< ids the user switched off
};

/// How far a plugin came.
enum class PluginState { Active, Refused, SetAside };

/// What became of one file.
struct PluginReport {
    QString id; ///< from its metadata; the file name where there is none
    Text name;
    QString version;
    QString file;
    PluginState state = PluginState::Refused;
    Error reason;           ///< for Refused and SetAside
    double milliseconds = 0; ///< spent on loading and contributing
    QStringList contributes; ///< "layer roads", "indicator ...": ids by kind
};

/// Stable text form: "active", "refused", "set_aside".
CUNTU_CORE_EXPORT QString toString(PluginState state);

/// The outcome of looking for plugins once.
struct LoadedPlugins {
    Immutable<Registry> registry; ///< the host's own and all active plugins', checked and frozen
    std::vector<PluginReport> reports;
};

/// Finds, checks and loads plugins; main thread, before the first job. A bad one is refused with a reason and the rest works:
/// metadata is checked before any of its code runs; `contribute` works on a draft; a plugin named in the note of a start that
/// did not end is set aside (ARCHITECTURE C5). Loaded code stays mapped for the life of the process.
CUNTU_CORE_EXPORT LoadedPlugins loadPlugins(const PluginOptions &options);

} // namespace cuntu
