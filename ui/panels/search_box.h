// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/window/search.h"
#include "ui/window/workbench.h"

#include <QLineEdit>
#include <QTimer>

class QListWidget;

namespace cuntu::ui {

/// Finds areas and features by name, code or pinyin initials, and positions by their coordinates, while the user types;
/// Down and Return choose one.
class SearchBox : public QLineEdit {
    Q_OBJECT

public:
    explicit SearchBox(Workbench &bench, QWidget *parent = nullptr);
    ~SearchBox() override;

    /// Where the map is: easting that is typed without its zone's number is in this zone.
    void setNear(Point position) { m_near = position; }

Q_SIGNALS:
    void areaFound(const cuntu::AreaCode &area);
    /// The feature is picked; the map is to go there.
    void featureFound();
    /// A position was typed; in the project's CRS.
    void positionFound(cuntu::Point position);

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
    Point m_near;
};

} // namespace cuntu::ui
