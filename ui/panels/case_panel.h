// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panels/case_list.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QPushButton;
class QToolButton;

namespace cuntu::ui {

/// The rectification ledger (销号管理): problems that were found, who puts them right until when, and how far each is.
class CasePanel : public QWidget {
    Q_OBJECT

public:
    explicit CasePanel(Workbench &bench, QWidget *parent = nullptr);

Q_SIGNALS:
    void areaPicked(const cuntu::AreaCode &area);
    void featurePicked();
    /// A problem is to be listed, about what is picked.
    void newRequested();
    /// An item is to be taken to @p state, after a question.
    void stepRequested(qint64 id, const QString &state);

protected:
    void showEvent(QShowEvent *event) override;

private:
    QWidget *makeBar();
    void reload();
    /// Reads the names of the features that cases are about, then shows.
    void readNames();
    void show();
    /// As show(), once the panel is seen: days come fast while they are dragged.
    void showWhenSeen();
    void showFooter();
    CaseRow rowOf(const Case &item) const;
    void updateButtons();

    Workbench &m_bench;
    LatestJob m_naming;
    std::map<qint64, QString> m_places; ///< names of the features cases are about, by case
    QComboBox *m_filter = nullptr;
    QPushButton *m_new = nullptr;
    QPushButton *m_next = nullptr;  ///< the usual step
    QPushButton *m_other = nullptr; ///< the other step, where there are two
    QCheckBox *m_onMap = nullptr;
    QToolButton *m_copy = nullptr;
    CaseList *m_list = nullptr;
    QLabel *m_empty = nullptr;
    QLabel *m_footer = nullptr;
    bool m_outdated = false; ///< a day has come meanwhile
};

} // namespace cuntu::ui
