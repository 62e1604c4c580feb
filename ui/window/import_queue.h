// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/window/workbench.h"

class QWidget;

namespace cuntu::ui {

/// Files on their way into the project, one after the other: a question for each with what was understood of it, or,
/// once the user says so, none for the rest; afterwards what came of it.
class ImportQueue : public QObject {
    Q_OBJECT

public:
    ImportQueue(Workbench &bench, QWidget *window);

    /// Adds files, and all data files inside folders. Starts when nothing is under way.
    void add(const QStringList &paths);
    bool isEmpty() const { return m_files.isEmpty() && !m_active; }

private:
    void next();
    void ask();
    void importAsGuessed();
    void start(const ImportRequest &request);
    void onImported(const QString &file, const ImportReport &report);
    void onFailed();
    QString progressText() const;

    Workbench &m_bench;
    QWidget *m_window;
    QStringList m_files;
    int m_done = 0;
    bool m_active = false; ///< a question is open or an import runs
    bool m_withoutAsking = false;
};

/// Filters of a file dialog for everything that can be imported.
QStringList importFilters();

} // namespace cuntu::ui
