// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/project.h"
#include "ui/window/workbench.h"

#include <QDialog>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;

namespace cuntu::ui {

class ImportProposalPage;
class ImportSourcePage;

/// A file on its way into the project, in two steps: what was understood of it, then what it would change. Nothing is
/// written before both were seen.
class ImportDialog : public QDialog {
    Q_OBJECT

public:
    ImportDialog(Workbench &bench, const QString &file, const QString &progress, QWidget *parent = nullptr);

    ImportRequest request() const;
    /// The profile that is to be kept; empty: none.
    std::optional<ImportProfile> profileToKeep() const;
    /// Offers to import the files that follow without a question each.
    void offerAll(bool offered);
    bool isForAll() const;

private:
    QWidget *makeFoot();
    void goOn();
    void goBack();
    void setReady(bool ready, const QString &problem);
    bool isSecondStep() const;

    QStackedWidget *m_pages = nullptr;
    ImportSourcePage *m_source = nullptr;
    ImportProposalPage *m_proposal = nullptr;
    QLabel *m_problem = nullptr;
    QCheckBox *m_strict = nullptr;
    QCheckBox *m_all = nullptr;
    QCheckBox *m_keep = nullptr;
    QLineEdit *m_name = nullptr;
    QPushButton *m_back = nullptr;
    QPushButton *m_accept = nullptr;
};

} // namespace cuntu::ui
