// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/window/analysis.h"
#include "ui/window/land_weighing.h"

#include <QPointer>

class QWidget;

namespace cuntu::ui {

class AdoptDialog;
class AnalysisPanel;
class CompareWindow;
class MapController;
class RunPanel;
class WeighingPanel;

/// What belongs to computing: the panels of algorithms and of a result, and the windows that they open.
class AnalysisDesk : public QObject {
    Q_OBJECT

public:
    AnalysisDesk(Workbench &bench, MapController &map, QWidget *window, QObject *parent);
    ~AnalysisDesk() override;

    Analysis &analysis() { return m_analysis; }
    AnalysisPanel &panel() { return *m_panel; }
    RunPanel &result() { return *m_result; }
    WeighingPanel &weighingPanel() { return *m_weighingPanel; }
    LandWeighing &weighing() { return m_weighing; }
    /// Opens a window with the overlay that is shown, a year ago and on the day that is shown.
    void compareDays();

Q_SIGNALS:
    /// A result is to be seen.
    void resultShown();

private:
    void takeRun(const KeptRun &run);
    void connectWeighing();
    void showRun(qint64 run);
    void showLayers();
    /// Zooms to a layer, once the map shows it.
    void zoomSoon(const QString &layer);
    void zoomIfShown();
    void compare(const std::vector<qint64> &runs);
    void askAdopt(qint64 run);
    CompareWindow *openCompare();

    Workbench &m_bench;
    MapController &m_map;
    QWidget *m_window;
    Analysis m_analysis;
    AnalysisPanel *m_panel; ///< in a dock, which owns it
    RunPanel *m_result;     ///< likewise
    LandWeighing m_weighing;
    WeighingPanel *m_weighingPanel; ///< in a dock, too
    QPointer<CompareWindow> m_compare;
    QPointer<AdoptDialog> m_adopt;
    QStringList m_toShow; ///< layers of a new result that are not in the state yet
    QString m_zoomTo;     ///< layer that the map is to go to; empty: none
};

} // namespace cuntu::ui
