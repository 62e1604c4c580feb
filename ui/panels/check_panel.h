// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/project_check.h"
#include "ui/window/workbench.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QStackedLayout;
class QTreeWidget;
class QTreeWidgetItem;

namespace cuntu::ui {

/// What is wrong with the project's data, by rule: looked for when it is asked, off the GUI thread; each finding leads
/// to its place, and what a rule can put right is put right here, as an action that can be undone.
class CheckPanel : public QWidget {
    Q_OBJECT

public:
    explicit CheckPanel(Workbench &bench);

    /// Runs all rules, unless they run already.
    void run();
    /// True while the rules run.
    bool isRunning() const { return m_job != 0; }

Q_SIGNALS:
    /// The user wants to see a finding: its place, in the project's CRS.
    void placePicked(cuntu::Point place);
    /// The same of one without a place: its feature, which is picked by now.
    void featurePicked();
    /// The user wants what was found, and is picked by now, listed for rectification.
    void caseRequested(const QString &finding);
    /// How the chosen finding would be put right; nothing: no more.
    void previewChanged(const std::vector<cuntu::Geometry> &before, const std::vector<cuntu::Geometry> &after);

private:
    void makeBar();
    void makeTree();
    void onProgress(JobRunner::Id job, double share, const QString &doing);
    void takeOutcomes(Result<std::vector<RuleOutcome>> outcomes, qint64 revision);
    void onProjectChanged();
    void fill();
    void addRule(const RuleOutcome &outcome, std::size_t number);
    bool passes(const RuleOutcome &outcome, const CheckFinding &finding) const;
    void show(QTreeWidgetItem *item);
    /// Shows on the map what mending the finding of @p item would change.
    void preview(const QTreeWidgetItem *item);
    /// The rows that are ticked; where none is, those that are picked.
    QList<QTreeWidgetItem *> chosen() const;
    /// The rule of the row that is picked, and what of it: all, for the row of the rule itself.
    struct Picked {
        const RuleOutcome *outcome = nullptr;
        std::vector<CheckFinding> findings; ///< those that can be put right
        bool isAll = false;
    };
    Picked picked() const;
    void askFix();
    /// The single finding that is picked, or null.
    const CheckFinding *single() const;
    void askCase();
    void fix(const Picked &what);
    void askSave();
    void updateButtons();
    QString emptyText() const;
    QString footerText() const;

    Workbench &m_bench;
    std::vector<RuleOutcome> m_outcomes;
    bool m_hasRun = false;
    bool m_isOld = false;     ///< the project has changed since
    bool m_runsAgain = false; ///< after a repair
    qint64 m_revision = -1;
    JobRunner::Id m_job = 0;
    LatestJob m_previewing;
    QPushButton *m_run = nullptr;
    QPushButton *m_stop = nullptr;
    QComboBox *m_severity = nullptr;
    QLineEdit *m_filter = nullptr;
    QPushButton *m_fix = nullptr;
    QPushButton *m_list = nullptr;
    QPushButton *m_save = nullptr;
    QTreeWidget *m_tree = nullptr;
    QLabel *m_empty = nullptr;
    QStackedLayout *m_pages = nullptr;
    QLabel *m_footer = nullptr;
};

} // namespace cuntu::ui
