// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/window/workbench.h"

#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;
class QTabWidget;
class QTreeWidget;
class QTreeWidgetItem;

namespace cuntu::ui {

/// The second step of an import: what it would do - new, changed, unchanged, missing, refused - and what in the file is
/// not understood yet, with the means to say what it means. Nothing is written.
class ImportProposalPage : public QWidget {
    Q_OBJECT

public:
    explicit ImportProposalPage(Workbench &bench, QWidget *parent = nullptr);

    /// Works out what @p request would do; a proposal that is under way is dropped.
    void propose(const ImportRequest &request);
    /// Drops the work that is under way.
    void stop();
    /// The request with what was decided here: names of places, words, rows left out.
    ImportRequest decided() const;

Q_SIGNALS:
    /// The figures stand; or it would not work: then @p problem says why.
    void proposed(const QString &problem);
    void working();

private:
    void run();
    void show(const ImportReport &report);
    void showFigures(const ImportReport &report);
    void showChanges(const ImportReport &report);
    void showPlaces(const ImportReport &report);
    void showWords(const ImportReport &report);
    void showFindings(const ImportReport &report);
    void showMissing(const ImportReport &report);
    QTreeWidget *addList(const QString &name, const QStringList &headings);
    void setTab(QTreeWidget *list, const QString &title, qint64 count);
    void leaveOut(QTreeWidgetItem *item);
    void offerAgain();

    Workbench &m_bench;
    LatestJob m_job;
    ImportRequest m_request;
    QLabel *m_figures = nullptr;
    QProgressBar *m_busy = nullptr;
    QPushButton *m_again = nullptr;
    QTabWidget *m_tabs = nullptr;
    QTreeWidget *m_changes = nullptr;
    QTreeWidget *m_places = nullptr;
    QTreeWidget *m_words = nullptr;
    QTreeWidget *m_findings = nullptr;
    QTreeWidget *m_missing = nullptr;
};

} // namespace cuntu::ui
