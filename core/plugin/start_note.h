// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plugin/plugin_host.h"

#include <QLockFile>

#include <memory>

namespace cuntu {

/// Remembers, across a crash, which plugin was at work.
///
///     write(lamps)   [the process crashes]                next start: begin() finds the note, lamps is set aside
///     write(lamps)   [it is killed, or the power fails]   next start: lamps is tried again; the second time in a row
///     it
///                                                         is set aside, too: it may have hung
///     write(lamps)   remove()                             next start: nothing
///
/// A lock beside the note keeps programs that start at the same time apart: whoever holds it knows that a note it finds
/// was left by a start that has ended. From write() to remove() the signals of a crash are caught, noted, and take
/// their course; one at a time in a process.
class StartNote {
public:
    /// An empty @p file keeps no note: everything succeeds and remembers nothing.
    explicit StartNote(QString file);
    ~StartNote();
    StartNote(const StartNote &) = delete;
    StartNote &operator=(const StartNote &) = delete;

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
    void watch();
    void stopWatching();

    QString m_file;
    std::unique_ptr<QLockFile> m_lock;
    std::vector<SetAsidePlugin> m_setAside;
    bool m_watching = false;
};

} // namespace cuntu
