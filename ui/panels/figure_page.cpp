// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/figure_page.h"

namespace cuntu::ui {

FigurePage::FigurePage(Workbench &bench, QWidget *parent) : QWidget(parent), m_bench(bench), m_working(bench.jobs)
{
    connect(&bench.session, &Session::stateChanged, this, &FigurePage::refresh);
    connect(&bench.view, &ViewState::asOfChanged, this, &FigurePage::refresh);
}

void FigurePage::setPick(std::optional<FigurePick> pick)
{
    m_working.stop();
    m_pick = std::move(pick);
    if (!m_pick) {
        clear();
        return;
    }
    takePick();
    refresh();
}

void FigurePage::refresh()
{
    m_isStale = !isVisible();
    if (!m_isStale && indicator() != nullptr && m_bench.session.state()) {
        work();
    }
}

void FigurePage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_isStale) {
        refresh();
    }
}

const Indicator *FigurePage::indicator() const
{
    return m_pick ? m_bench.session.registry().findIndicator(m_pick->question.indicator) : nullptr;
}

} // namespace cuntu::ui
