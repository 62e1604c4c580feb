// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plugin/plugin_host.h"

#include <QLockFile>

#include <memory>

namespace cuntu {

/// Remembers, across a crash, which plugin was at work.
///
///     write(lamps, load)   [the process dies]   next start: begin() finds the note -> lamps is set aside, the note is
///     gone write(lamps, load)   remove()             next start: nothing
///
/// A lock beside the note keeps programs that start at the same time apart: whoever holds it knows that a note it finds
/// was left by a start that has ended.
class StartNote {
public:
    /// An empty @p file keeps no note: everything succeeds and remembers nothing.
    explicit StartNote(QString file);

    /// Takes the lock and sets the plugin of a left note aside. Trouble is told but does not hinder the start; without
    /// the lock no note is written.
    std::vector<Error> begin();
    /// The plugin that is set aside under @p id, if any.
    const SetAsidePlugin *find(const QString &id) const;
    /// Says, and syncs to disk, that @p id is about to be loaded. Replaces what was said before.
    Result<void> write(const QString &id);
    /// Says that the plugin of the last write() has come to its next step. Not synced: its id is on disk already.
    void advance(const QString &id, const QString &step);
    /// All went well, or failed in ways that are known.
    void remove();
    /// Adds @p id to the list of those set aside and removes the note.
    Result<void> setAside(const QString &id, const QString &step);

private:
    QString m_file;
    std::unique_ptr<QLockFile> m_lock;
    std::vector<SetAsidePlugin> m_setAside;
};

} // namespace cuntu
