// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/height_profile.h"
#include "ui/window/workbench.h"

#include <QPointer>
#include <QWidget>

class QComboBox;
class QLabel;
class QPushButton;
class QStackedLayout;
class QToolButton;

namespace cuntu::ui {

class EditSheet;
class XyChart;

/// Heights along a line over a terrain of the layer tree: of the picked feature, or of a line drawn on the map. The
/// hairline of the chart shows its place on the map.
class ProfilePanel : public QWidget {
    Q_OBJECT

public:
    explicit ProfilePanel(Workbench &bench, QWidget *parent = nullptr);

    /// The sheet over the map on which lines are drawn and places are shown. It may go before the panel.
    void setSheet(EditSheet *sheet);
    /// Gives up a line that is being drawn.
    void stopDrawing();
    /// Whether the panel is looked at: a panel behind another tab counts as visible for Qt. Unseen it works out nothing
    /// and shows nothing on the map.
    void setInView(bool inView);
    const std::optional<HeightProfile> &profile() const { return m_profile; }
    /// What is written into a file as CSV: station, height, slope to the next, position.
    QString csv() const;

Q_SIGNALS:
    /// A line is going to be drawn on the map.
    void drawingStarted();

private:
    QWidget *makeBar();
    void fillTerrains();
    void followSelection();
    void setLine(const Geometry &line, const QString &name);
    void showLine();
    void work();
    void show(HeightProfile profile);
    void showNothing(const QString &why);
    void showPlace(std::optional<double> station_m);
    void save(bool picture);
    /// Like a text without a problem; says so otherwise.
    void write(const QString &file, bool picture);

    Workbench &m_bench;
    LatestJob m_working;
    LatestJob m_finding;
    QPointer<EditSheet> m_sheet;
    bool m_isInView = false;
    Geometry m_line;
    QString m_name;
    std::optional<HeightProfile> m_profile;
    QComboBox *m_terrain = nullptr;
    QPushButton *m_draw = nullptr;
    QToolButton *m_saveTable = nullptr;
    QToolButton *m_savePicture = nullptr;
    QLabel *m_figures = nullptr;
    XyChart *m_chart = nullptr;
    QLabel *m_empty = nullptr;
    QStackedLayout *m_pages = nullptr;
};

} // namespace cuntu::ui
