// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/run_comparison.h"
#include "ui/panels/compare_maps.h"
#include "ui/window/analysis.h"
#include "ui/window/map_scene.h"

#include <QDialog>

#include <array>

class QComboBox;
class QDateEdit;
class QLabel;
class QPushButton;
class QTreeWidget;

namespace cuntu::ui {

/// Two states of a project beside each other: kept results with their figures in one table, which can be written to a
/// file, or one overlay on two days. The result on the left map is the one that is adopted.
class CompareWindow : public QDialog {
    Q_OBJECT

public:
    CompareWindow(Workbench &bench, const Analysis &analysis, QWidget *parent = nullptr);

    /// The first two of @p runs on the maps, the figures of all of them below. Two at least.
    void showRuns(const std::vector<qint64> &runs);
    /// The overlay that is shown now, on two days.
    void showDays(Day before, Day after);
    CompareMaps &maps() { return *m_maps; }
    /// True once both maps have what they are to show.
    bool isReady() const { return m_sides[0].isReady && m_sides[1].isReady; }
    /// Writes the table of figures; see writeComparison(). What goes wrong is in the messages.
    void writeTable(const QString &file);

Q_SIGNALS:
    /// The result on the left map is chosen.
    void adoptRequested(qint64 run);

private:
    /// One of the two maps, and what it is to show.
    struct Side {
        QComboBox *what = nullptr; ///< a kept result, or the project as it is
        QComboBox *overlay = nullptr;
        QDateEdit *day = nullptr;
        QLabel *legend = nullptr;
        std::unique_ptr<LatestJob> job;
        bool isReady = false;
    };

    QWidget *makeBar();
    QWidget *makeSide(std::size_t which);
    void fillChoices();
    void choose(std::size_t which, qint64 run, const QString &overlay, Day day);
    void draw(std::size_t which);
    void take(std::size_t which, Result<Scene> scene, const Immutable<ProjectState> &state);
    SceneRequest requestOf(const Side &side, const Immutable<ProjectState> &state) const;
    QWidget *makeTable();
    void fillFigures(std::vector<qint64> runs); // a copy: it fills m_compared anew
    void addFigure(const ComparedFigure &figure);
    void addTotals();
    void updateAdopt();
    MapView &mapOf(std::size_t which) { return which == 0 ? m_maps->left() : m_maps->right(); }

    Workbench &m_bench;
    const Analysis &m_analysis;
    std::array<Side, 2> m_sides;
    std::vector<qint64> m_compared; ///< whose figures are shown
    CompareMaps *m_maps = nullptr;
    QPushButton *m_swipe = nullptr;
    QWidget *m_table = nullptr; ///< the figures, and what can be done with them
    QTreeWidget *m_figures = nullptr;
    QPushButton *m_adopt = nullptr;
    RunComparison m_comparison;
    bool m_choosing = false;
    bool m_zoomed = false;
};

} // namespace cuntu::ui
