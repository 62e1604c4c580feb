// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/window/casework.h"
#include "ui/window/workbench.h"

#include <QSplitter>

class QTreeWidget;
class QTreeWidgetItem;

namespace cuntu::ui {

/// A case as a line of a table.
struct CaseRow {
    Case item;
    QStringList cells;
    QString tip;
    std::vector<std::pair<int, QIcon>> icons;    ///< by column
    std::vector<std::pair<int, QColor>> colours; ///< by column
};

/// A table of cases, and beside it the steps that the current one has taken. A menu offers the steps that may follow.
class CaseList : public QSplitter {
    Q_OBJECT

public:
    /// @p name begins the object names of the two lists: "alert" gives alertTable and alertSteps.
    CaseList(Workbench &bench, const QString &name, const QString &title, const QStringList &headings);

    /// Shows @p rows; the current one stays current where it is still there.
    void fill(std::vector<CaseRow> rows);
    /// The current case, or null.
    const Case *current() const;
    int count() const { return static_cast<int>(m_rows.size()); }
    /// Puts the table on the clipboard, with its headings and tabs in between.
    void copy() const;
    /// Columns whose cells are numbers, which stand at the right.
    void setNumberColumns(std::vector<int> columns) { m_numbers = std::move(columns); }

Q_SIGNALS:
    void currentChanged();
    void stepRequested(qint64 id, const QString &state);
    /// The place of a case is to be shown: of its feature, else of its area.
    void areaPicked(const cuntu::AreaCode &area);
    void featurePicked();

private:
    void addRow(const CaseRow &row);
    void showSteps();
    void showMenu(const QPoint &place);
    void goTo();

    Workbench &m_bench;
    QTreeWidget *m_table;
    QTreeWidget *m_steps;
    std::vector<CaseRow> m_rows;
    std::vector<int> m_numbers;
};

} // namespace cuntu::ui
