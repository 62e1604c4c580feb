// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/alert_panel.h"

#include "ui/panels/panel_parts.h"
#include "ui/window/text.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>

#include <algorithm>

namespace cuntu::ui {
namespace {

enum Column { Target, Area, Now, Level, State, MustAct, Since, Due, LastStep };
enum Filter { OpenOnes, AllOnes };

} // namespace

AlertPanel::AlertPanel(Workbench &bench, QWidget *parent)
    : QWidget(parent), m_bench(bench), m_empty(makeEmptyNote(QStringLiteral("alertEmpty")))
{
    setObjectName(QStringLiteral("alertPanel"));
    m_list = new CaseList(bench, QStringLiteral("alert"), tr("Alerts"),
                          {tr("Target"), tr("Area"), tr("Light now"), tr("Level"), tr("State"), tr("Must act"),
                           tr("Since"), tr("Due"), tr("Last step")});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(makeBar());
    layout->addWidget(m_list, 1);
    layout->addWidget(m_empty, 1);
    const PanelFooter footer = makeFooter(QStringLiteral("alertFooter"));
    m_footer = footer.text;
    layout->addWidget(footer.strip);
    connect(m_list, &CaseList::areaPicked, this, &AlertPanel::areaPicked);
    connect(m_list, &CaseList::featurePicked, this, &AlertPanel::featurePicked);
    connect(m_list, &CaseList::stepRequested, this, &AlertPanel::stepRequested);
    connect(m_list, &CaseList::currentChanged, this, &AlertPanel::updateButtons);
    connect(&bench.session, &Session::stateChanged, this, &AlertPanel::show);
    connect(&bench.session, &Session::closed, this, &AlertPanel::show);
    show();
}

QWidget *AlertPanel::makeBar()
{
    auto *bar = new QWidget;
    bar->setObjectName(QStringLiteral("panelBar"));
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(8, 4, 8, 4);
    m_filter = new QComboBox;
    m_filter->setObjectName(QStringLiteral("alertFilter"));
    m_filter->setAccessibleName(tr("Which alerts"));
    m_filter->addItem(tr("open ones"), OpenOnes);
    m_filter->addItem(tr("all"), AllOnes);
    m_look = new QPushButton(tr("Look again"));
    m_look->setObjectName(QStringLiteral("alertLook"));
    row->addWidget(m_filter);
    row->addWidget(m_look);
    row->addStretch(1);
    for (const auto &[state, text] :
         {std::pair(QStringLiteral("ACKNOWLEDGED"), tr("Acknowledge…")),
          std::pair(QStringLiteral("SUPERVISED"), tr("Supervise…")),
          std::pair(QStringLiteral("RESOLVED"), tr("Resolve…")), std::pair(QStringLiteral("VERIFIED"), tr("Verify…")),
          std::pair(QStringLiteral("OPEN"), tr("Open again…"))}) {
        auto *button = new QPushButton(text);
        button->setObjectName(QStringLiteral("alert") + state);
        button->setProperty("state", state);
        connect(button, &QPushButton::clicked, this, [this, state = state] {
            if (const Case *alert = m_list->current()) {
                Q_EMIT stepRequested(alert->id, state);
            }
        });
        row->addWidget(button);
        m_steps.push_back(button);
    }
    m_copy = makeCopyButton(QStringLiteral("alertCopy"), tr("Copy the table, to paste it into a spreadsheet"),
                            m_bench.theme);
    row->addWidget(m_copy);
    connect(m_filter, &QComboBox::activated, this, &AlertPanel::show);
    connect(m_look, &QPushButton::clicked, this, [this] { m_bench.actions.lookForAlerts(lookDay()); });
    connect(m_copy, &QToolButton::clicked, m_list, &CaseList::copy);
    return bar;
}

Day AlertPanel::lookDay() const
{
    return std::min(m_bench.view.asOf(), Day::today());
}

void AlertPanel::setMilestones(const std::vector<Milestone> &milestones)
{
    m_milestones = milestones;
    showWhenSeen();
}

const Milestone *AlertPanel::milestoneOf(const Case &alert) const
{
    for (const Milestone &milestone : m_milestones) {
        if (milestone.target.label == alert.target && milestone.target.area == alert.area) {
            return &milestone;
        }
    }
    return nullptr;
}

CaseRow AlertPanel::rowOf(const Case &alert) const
{
    const Day day = lookDay();
    const ProjectState &state = *m_bench.session.state();
    const Milestone *milestone = milestoneOf(alert);
    const Indicator *indicator =
        milestone != nullptr ? state.registry->findIndicator(milestone->target.indicator) : nullptr;
    const int level = levelOn(alert, day, escalation_days(*state.snapshot));
    CaseRow row;
    row.item = alert;
    row.cells = {indicator != nullptr ? QStringLiteral("%1  %2").arg(alert.target, indicator->name.toString())
                                      : alert.target,
                 state.snapshot->areas().nameOf(alert.area, day),
                 milestone != nullptr ? lookOf(milestone->state).word : QStringLiteral("—"),
                 caseLevelName(level),
                 stateName(alert),
                 mustAct(alert),
                 alert.firstSeen.toIso(),
                 alert.deadline ? alert.deadline->toIso() : tr("no year"),
                 lastStepText(alert)};
    row.tip = alert.text;
    if (milestone != nullptr) {
        row.icons = {{Now, stateIcon(milestone->state, m_bench.theme)}};
        row.colours = {{Now, stateColour(milestone->state, m_bench.theme)}};
    }
    if (level >= 2 && !isSettled(alert)) {
        row.colours.emplace_back(Level, level > 2 ? m_bench.theme.failure : m_bench.theme.warning);
    }
    return row;
}

void AlertPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_outdated) {
        show();
    }
}

void AlertPanel::showWhenSeen()
{
    m_outdated = true;
    if (isVisible()) {
        show();
    }
}

void AlertPanel::show()
{
    m_outdated = false;
    const Immutable<ProjectState> state = m_bench.session.state();
    m_outlook = state ? alertOutlook(state->alerts, m_milestones, lookDay()) : AlertOutlook();
    std::vector<CaseRow> rows;
    const bool all = m_filter->currentData().toInt() == AllOnes;
    for (const Case &alert : state ? state->alerts : std::vector<Case>()) {
        if (all || !isSettled(alert)) {
            rows.push_back(rowOf(alert));
        }
    }
    const int escalation = state ? escalation_days(*state->snapshot) : 0;
    std::stable_sort(rows.begin(), rows.end(), [&](const CaseRow &one, const CaseRow &other) {
        return levelOn(one.item, lookDay(), escalation) > levelOn(other.item, lookDay(), escalation);
    });
    const bool empty = rows.empty();
    m_list->fill(std::move(rows));
    m_list->setVisible(!empty);
    m_empty->setVisible(empty);
    if (!state) {
        m_empty->setText(tr("Open a project to see its alerts."));
    } else if (state->targets.empty()) {
        m_empty->setText(tr("No targets yet, so nothing can be in danger. Import targets with Ctrl+I, or make one in "
                            "the Milestones panel."));
    } else if (m_outlook.unrecorded > 0) {
        m_empty->setText(
            tr("%n target(s) in danger as of %1. 'Look again' records them as alerts.", nullptr, m_outlook.unrecorded)
                .arg(lookDay().toText()));
    } else {
        m_empty->setText(tr("No open alerts. 'Look again' judges all targets on the shown day."));
    }
    showFooter();
    updateButtons();
}

void AlertPanel::showFooter()
{
    const Immutable<ProjectState> state = m_bench.session.state();
    if (!state) {
        m_footer->clear();
        return;
    }
    int open = 0;
    int unanswered = 0;
    for (const Case &alert : state->alerts) {
        open += !isSettled(alert);
        unanswered += alert.state() == firstState(CaseKind::Alert);
    }
    QString text = tr("%1 open, %2 of them not acknowledged").arg(open).arg(unanswered);
    if (m_outlook.unrecorded > 0 || m_outlook.gone > 0) {
        text += tr("   as of %1: %2 more in danger, %3 no longer – 'Look again' records it")
                    .arg(lookDay().toText())
                    .arg(m_outlook.unrecorded)
                    .arg(m_outlook.gone);
    }
    m_footer->setText(text);
    m_footer->setToolTip(text);
}

void AlertPanel::updateButtons()
{
    const bool canWrite = m_bench.session.canWrite();
    const bool hasTargets = m_bench.session.state() && !m_bench.session.state()->targets.empty();
    m_look->setEnabled(canWrite && hasTargets);
    m_look->setToolTip(
        tr("Judges all targets as of %1 and keeps what is in danger. This cannot be taken back; the steps "
           "of an alert can.")
            .arg(lookDay().toText()));
    m_copy->setEnabled(m_list->count() > 0);
    // Only what may follow takes room; without an alert the first one says what is missing.
    const Case *alert = m_list->current();
    const std::vector<NextStep> next = alert != nullptr ? nextSteps(*alert) : std::vector<NextStep>();
    for (QPushButton *button : m_steps) {
        const QString state = button->property("state").toString();
        const bool follows =
            std::any_of(next.begin(), next.end(), [&state](const NextStep &step) { return step.state == state; });
        button->setVisible(follows || (alert == nullptr && button == m_steps.front()));
        button->setEnabled(canWrite && follows);
        button->setToolTip(alert == nullptr ? tr("Choose an alert first.") : QString());
    }
}

} // namespace cuntu::ui
