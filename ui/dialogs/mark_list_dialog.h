// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/window/marking.h"
#include "ui/window/workbench.h"

#include <QDialog>

class QDialogButtonBox;
class QLabel;
class QPlainTextEdit;
class QTreeWidget;

namespace cuntu::ui {

/// Asks for a list of codes to mark, and shows of each what would become of it. All or nothing: while one code is not
/// found, or may not take the step, nothing can be marked.
class MarkListDialog : public QDialog {
    Q_OBJECT

public:
    /// @p request says what is marked, in which layer and as what; its features are filled in from the list. @p cycle
    /// must outlive the dialog.
    MarkListDialog(Workbench &bench, MarkRequest request, const LifeCycle &cycle, QWidget *parent = nullptr);

    /// With the features of the list that do not stand there already. Only when accepted.
    const MarkRequest &request() const { return m_request; }

private:
    void makeWidgets();
    void look();
    void show(const std::vector<CodeLine> &lines);
    void check();

    Workbench &m_bench;
    MarkRequest m_request;
    const LifeCycle &m_cycle;
    LatestJob m_looking;
    QPlainTextEdit *m_codes = nullptr;
    QTreeWidget *m_preview = nullptr;
    QLabel *m_problem = nullptr;
    QDialogButtonBox *m_buttons = nullptr;
    int m_missing = 0;
    int m_refused = 0;
    bool m_lacksNote = false;
};

} // namespace cuntu::ui
