// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/window/place_card.h"
#include "ui/window/workbench.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QScrollArea;
class QStackedWidget;
class QVBoxLayout;

namespace cuntu::ui {

class FieldForm;
class HistoryList;
class HistoryTimeline;
class PhotoStrip;

/// The place card of what is picked: name and area, status and since when, what each programme says, all fields with
/// personal ones masked, and the history of the status.
class InspectorPanel : public QWidget {
    Q_OBJECT

public:
    explicit InspectorPanel(Workbench &bench, QWidget *parent = nullptr);

    /// What is shown; empty while nothing is picked.
    const std::optional<PlaceCard> &card() const { return m_card; }

Q_SIGNALS:
    void markRequested();
    void cardChanged();

private:
    QWidget *makeEmptyPage();
    QWidget *makeCardPage();
    QWidget *makeHeader();
    void reload();
    /// As reload(), but waits for its turn, as the day may be moving.
    void followDay();
    void loadProgrammes();
    void show(PlaceCard card);
    void showStatuses();
    void showProgrammes();
    void unmask();
    void clearLines(QVBoxLayout *layout);
    QWidget *makeStatusLine(const QColor &colour, Marking marking, const QString &text, const QString &detail);

    Workbench &m_bench;
    PacedJob m_loading;
    PacedJob m_judging;
    std::optional<PlaceCard> m_card;
    QStackedWidget *m_pages = nullptr;
    QLabel *m_title = nullptr;
    QLabel *m_subtitle = nullptr;
    QPushButton *m_mark = nullptr;
    QPushButton *m_unmask = nullptr;
    QVBoxLayout *m_statuses = nullptr;
    QVBoxLayout *m_programmes = nullptr;
    QLabel *m_programmesHeading = nullptr;
    QLabel *m_fieldsHeading = nullptr;
    QLabel *m_historyHeading = nullptr;
    FieldForm *m_form = nullptr;
    HistoryTimeline *m_timeline = nullptr;
    HistoryList *m_history = nullptr;
    PhotoStrip *m_photos = nullptr;
};

} // namespace cuntu::ui
