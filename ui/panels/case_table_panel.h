// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panels/case_list.h"

#include <QWidget>

class QComboBox;
class QHBoxLayout;
class QLabel;
class QPushButton;
class QToolButton;

namespace cuntu::ui {

/// What the tables of alerts and of the rectification ledger have in common: a bar with a filter and buttons, the
/// cases, a note where there are none, a line below.
class CaseTablePanel : public QWidget {
    Q_OBJECT

Q_SIGNALS:
    void areaPicked(const cuntu::AreaCode &area);
    void featurePicked();
    /// A case is to be taken to @p state, after a question.
    void stepRequested(qint64 id, const QString &state);

protected:
    /// @p name begins the object names of all parts: "alert" gives alertPanel, alertTable, alertFilter.
    CaseTablePanel(Workbench &bench, const QString &name, const QString &title, const QStringList &headings);

    void showEvent(QShowEvent *event) override;
    /// Shows what the project holds on the shown day.
    virtual void refresh() = 0;
    /// Offers what may be done now.
    virtual void updateButtons() = 0;
    /// As refresh(), once the panel is seen: days come fast while they are dragged.
    void showWhenSeen();
    /// The row of the bar, with a filter that offers @p filters at its left and the copy button at its right; other
    /// widgets go in between.
    QHBoxLayout *makeBar(const QString &filterTitle, const QStringList &filters);
    /// A button that takes the current case to the state that its property "state" names.
    QPushButton *makeStepButton(const QString &objectName);
    int filter() const;
    /// Puts @p rows into the table, or @p emptyText in its place.
    void fill(std::vector<CaseRow> rows, const QString &emptyText);
    void showFooter(const QString &text);
    CaseList &list() { return *m_list; }

    Workbench &m_bench;

private:
    QString m_name;
    CaseList *m_list;
    QLabel *m_empty;
    QLabel *m_footer = nullptr;
    QWidget *m_bar;
    QComboBox *m_filter = nullptr;
    QToolButton *m_copy = nullptr;
    bool m_outdated = false; ///< a day has come meanwhile
};

} // namespace cuntu::ui
