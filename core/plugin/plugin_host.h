// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/immutable.h"
#include "core/plugin/registry.h"

#include <QStringList>

namespace cuntu {

/// Where plugins are looked for and how.
struct PluginOptions {
    QStringList folders;  ///< absolute; searched in order for shared libraries
    QString noteFile;     ///< start-up note: synced before each load, removed after the last; empty: none
    QStringList disabled; ///< ids the user switched off
};

/// How far a plugin came.
enum class PluginState { Active, Refused, SetAside };

/// What became of one file.
struct PluginReport {
    QString id; ///< from its metadata; the file name where there is none
    Text name;
    Text description;
    QString version;
    QString licence; ///< SPDX
    QString file;
    PluginState state = PluginState::Refused;
    Error reason;            ///< for Refused and SetAside
    double milliseconds = 0; ///< spent on loading and contributing
    QStringList contributes; ///< "layer lamps", "indicator ...": ids by kind
};

/// Stable text form: "active", "refused", "set_aside".
CUNTU_CORE_EXPORT QString toString(PluginState state);

/// The outcome of looking for plugins once.
struct LoadedPlugins {
    Immutable<Registry> registry;      ///< the host's own and all active plugins', checked and frozen
    std::vector<PluginReport> reports; ///< in the order the files were found
    std::vector<Error> warnings;       ///< beside the plugins themselves: the start-up note cannot be written, ...
    /// A plugin threw while it was being loaded. It is set aside, but the process is no longer sound (later loads on
    /// other threads and character set conversions may hang): start the program again before anything else is done.
    bool mustRestart = false;
};

/// A plugin that is left out because an earlier start ended while it was being loaded or asked.
struct SetAsidePlugin {
    QString id;
    QString step;  ///< what it was doing: "load" or "contribute"
    QString since; ///< day on which it was noticed, 'YYYY-MM-DD'
};

/// Finds, checks and loads plugins; main thread, before the first job. A bad one is refused with a reason and the rest
/// works: metadata is checked before any of its code runs; `contribute` works on a draft; a plugin named in the note of
/// a start that did not end is set aside (ARCHITECTURE C5). Loaded code stays mapped for the life of the process.
CUNTU_CORE_EXPORT LoadedPlugins loadPlugins(const PluginOptions &options);

/// Where the running program's plugins are: lib/cuntu/plugins of the folder it was built or installed into.
/// Needs QCoreApplication.
CUNTU_CORE_EXPORT QStringList defaultPluginFolders();

/// Plugins that stay set aside at the next start, from the list beside @p noteFile. No list: none. Unreadable.
CUNTU_CORE_EXPORT Result<std::vector<SetAsidePlugin>> setAsidePlugins(const QString &noteFile);

/// Gives the plugin called @p id another chance at the next start. NotFound where it is not set aside; ReadOnly or
/// DiskFull where the list cannot be written.
CUNTU_CORE_EXPORT Result<void> enableAgain(const QString &noteFile, const QString &id);

} // namespace cuntu
