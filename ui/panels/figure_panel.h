// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/window/explain.h"
#include "ui/window/workbench.h"

#include <QWidget>

class QLabel;
class QStackedLayout;
class QTabWidget;

namespace cuntu::ui {

class FigurePage;

/// One figure taken apart: what it is made of, why it changed, what another definition would make of it, where the
/// target is reached cheapest; and the receipt that proves it.
class FigurePanel : public QWidget {
    Q_OBJECT

public:
    explicit FigurePanel(Workbench &bench, QWidget *parent = nullptr);

    /// Shows another figure.
    void setPick(const FigurePick &pick);
    const std::optional<FigurePick> &pick() const { return m_pick; }

Q_SIGNALS:
    void featurePicked();

private:
    QWidget *makeHeader();
    void addPage(FigurePage *page, const QString &title, const QString &tip);
    void takePick(std::optional<FigurePick> pick);
    /// The promise the figure was seen beside may have been changed or taken back since.
    void refreshTarget();
    void followDay();
    void showFigure(const IndicatorSet &set);
    void saveReceipt();
    void proveReceipt();

    Workbench &m_bench;
    PacedJob m_working;
    std::optional<FigurePick> m_pick;
    std::vector<FigurePage *> m_pages;
    QStackedLayout *m_stack = nullptr;
    QLabel *m_title = nullptr;
    QLabel *m_value = nullptr;
    QLabel *m_count = nullptr;
    QTabWidget *m_tabs = nullptr;
};

} // namespace cuntu::ui
