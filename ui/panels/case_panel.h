// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panels/case_table_panel.h"

class QCheckBox;

namespace cuntu::ui {

/// The rectification ledger (销号管理): problems that were found, who puts them right until when, and how far each is.
class CasePanel : public CaseTablePanel {
    Q_OBJECT

public:
    explicit CasePanel(Workbench &bench);

Q_SIGNALS:
    /// A problem is to be listed, about what is picked.
    void newRequested();

protected:
    void refresh() override;
    void updateButtons() override;

private:
    void fillBar();
    void reload();
    /// Reads the names of the features that cases are about, then shows.
    void readNames();
    QString emptyText() const;
    QString footerText() const;
    CaseRow rowOf(const Case &item) const;

    LatestJob m_naming;
    std::map<qint64, QString> m_places; ///< names of the features cases are about, by case
    QPushButton *m_new = nullptr;
    QPushButton *m_next = nullptr;  ///< the usual step
    QPushButton *m_other = nullptr; ///< the other step, where there are two
};

} // namespace cuntu::ui
