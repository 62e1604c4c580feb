// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/curve_panel.h"

#include "ui/panels/curve_chart.h"
#include "ui/panels/panel_parts.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QStackedLayout>

namespace cuntu::ui {
namespace {

} // namespace

CurvePanel::CurvePanel(Workbench &bench, QWidget *parent) : QWidget(parent), m_bench(bench), m_working(bench.jobs)
{
    setObjectName(QStringLiteral("curvePanel"));
    m_chart = new CurveChart(bench.theme);
    m_empty = makeEmptyNote(QStringLiteral("curveEmpty"));
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addWidget(makeBar());
    column->addWidget(m_chart, 1);
    m_pages = new QStackedLayout(this);
    m_pages->addWidget(page);
    m_pages->addWidget(m_empty);
    connect(&bench.session, &Session::stateChanged, this, &CurvePanel::fillTargets);
    connect(&bench.session, &Session::closed, this, &CurvePanel::fillTargets);
    connect(&bench.view, &ViewState::asOfChanged, this, &CurvePanel::followDay);
    fillTargets();
}

QWidget *CurvePanel::makeBar()
{
    auto *bar = new QWidget;
    bar->setObjectName(QStringLiteral("panelBar"));
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(8, 4, 8, 4);
    m_target = new QComboBox;
    m_target->setObjectName(QStringLiteral("curveTarget"));
    m_target->setAccessibleName(tr("Target"));
    m_target->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_target->setMinimumContentsLength(26);
    m_state = new QLabel;
    m_reason = new QLabel;
    m_reason->setObjectName(QStringLiteral("curveReason"));
    m_reason->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred); // must not make the window wider
    row->addWidget(m_target);
    row->addWidget(m_state);
    row->addWidget(m_reason, 1);
    connect(m_target, &QComboBox::currentIndexChanged, this, &CurvePanel::reload);
    return bar;
}

void CurvePanel::fillTargets()
{
    const Immutable<ProjectState> state = m_bench.session.state();
    const QVariant chosen = m_target->currentData();
    const QSignalBlocker quiet(m_target);
    m_target->clear();
    for (const Target &target : state ? state->targets : std::vector<Target>()) {
        if (const Indicator *indicator = state->registry->findIndicator(target.indicator)) {
            m_target->addItem(QStringLiteral("%1  %2 · %3")
                                  .arg(target.label, indicator->name.toString(),
                                       state->snapshot->areas().nameOf(target.area, m_bench.view.asOf())),
                              target.id);
        }
    }
    m_target->setCurrentIndex(std::max(0, m_target->findData(chosen)));
    reload();
}

void CurvePanel::showTarget(qint64 id)
{
    if (const int index = m_target->findData(id); index >= 0) {
        m_target->setCurrentIndex(index);
    }
}

void CurvePanel::reload()
{
    m_working.stop();
    followDay();
}

const Target *CurvePanel::chosenTarget() const
{
    const Immutable<ProjectState> &state = m_bench.session.state();
    if (!state) {
        return nullptr;
    }
    const auto found = std::find_if(state->targets.begin(), state->targets.end(),
                                    [id = m_target->currentData()](const Target &target) { return id == target.id; });
    return found == state->targets.end() ? nullptr : &*found;
}

void CurvePanel::followDay()
{
    const Target *target = chosenTarget();
    if (target == nullptr) {
        show(std::nullopt);
        return;
    }
    m_working.follow(
        tr("Working out the curve"), this,
        [state = m_bench.session.state(), target = *target, day = m_bench.view.asOf()](const JobContext &job) {
            return workOutSeries(*state, target, day, job);
        },
        [this](Result<TargetSeries> series) {
            if (series) {
                show(std::move(*series));
            } else if (series.error().code != ErrorCode::Cancelled) {
                m_bench.log.fail(series.error());
            }
        });
}

void CurvePanel::show(std::optional<TargetSeries> series)
{
    m_pages->setCurrentIndex(series ? 0 : 1);
    m_empty->setText(m_bench.session.hasProject()
                         ? tr("No targets yet. Import a table of targets with Ctrl+I to see what was planned, what was "
                              "done and when it will be reached.")
                         : tr("Open a project to see its curves."));
    if (series) {
        const MilestoneState state = series->milestone.state;
        m_state->setPixmap(stateIcon(state, m_bench.theme).pixmap(16, 16));
        m_state->setAccessibleName(lookOf(state).word);
        m_reason->setText(QStringLiteral("%1 – %2").arg(lookOf(state).word, series->milestone.reason));
        m_reason->setToolTip(series->milestone.reason);
    }
    m_chart->setSeries(std::move(series));
}

} // namespace cuntu::ui
