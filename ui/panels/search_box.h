// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/window/search.h"
#include "ui/window/workbench.h"

#include <QLineEdit>
#include <QTimer>

class QListWidget;

namespace cuntu::ui {

/// Finds areas and features by name or code while the user types; Down and Return choose one.
class SearchBox : public QLineEdit {
    Q_OBJECT

public:
    explicit SearchBox(Workbench &bench, QWidget *parent = nullptr);
    ~SearchBox() override;

Q_SIGNALS:
    void areaFound(const cuntu::AreaCode &area);
    /// The feature is picked; the map is to go there.
    void featureFound();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void look();
    void show(std::vector<Finding> findings);
    void choose(int row);

    Workbench &m_bench;
    LatestJob m_looking;
    QTimer m_delay;
    QListWidget *m_list;
    std::vector<Finding> m_findings;
};

} // namespace cuntu::ui
