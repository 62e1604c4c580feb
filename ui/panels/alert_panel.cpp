// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/alert_panel.h"

#include "core/project/settings.h"
#include "ui/window/text.h"

#include <QHBoxLayout>
#include <QPushButton>

#include <algorithm>

namespace cuntu::ui {
namespace {

enum Column { Target, Area, Now, Level, State, MustAct, Since, Due, LastStep };
enum Filter { OpenOnes, AllOnes };

} // namespace

AlertPanel::AlertPanel(Workbench &bench)
    : CaseTablePanel(bench, QStringLiteral("alert"), tr("Alerts"),
                     {tr("Target"), tr("Area"), tr("Light now"), tr("Level"), tr("State"), tr("Must act"), tr("Since"),
                      tr("Due"), tr("Last step")})
{
    fillBar();
    connect(&bench.session, &Session::stateChanged, this, &AlertPanel::refresh);
    connect(&bench.session, &Session::closed, this, &AlertPanel::refresh);
    refresh();
}

void AlertPanel::fillBar()
{
    QHBoxLayout *row = makeBar(tr("Which alerts"), {tr("open ones"), tr("all")});
    m_look = new QPushButton(tr("Look again"));
    m_look->setObjectName(QStringLiteral("alertLook"));
    row->addWidget(m_look);
    row->addStretch(1);
    for (const auto &[state, text] :
         {std::pair(QStringLiteral("ACKNOWLEDGED"), tr("Acknowledge…")),
          std::pair(QStringLiteral("SUPERVISED"), tr("Supervise…")),
          std::pair(QStringLiteral("RESOLVED"), tr("Resolve…")), std::pair(QStringLiteral("VERIFIED"), tr("Verify…")),
          std::pair(QStringLiteral("OPEN"), tr("Open again…"))}) {
        QPushButton *button = makeStepButton(QStringLiteral("alert") + state);
        button->setText(text);
        button->setProperty("state", state);
        row->addWidget(button);
        m_steps.push_back(button);
    }
    connect(m_look, &QPushButton::clicked, this, [this] { m_bench.actions.lookForAlerts(lookDay()); });
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

CaseRow AlertPanel::rowOf(const Case &alert, int level) const
{
    const Day day = lookDay();
    const ProjectState &state = *m_bench.session.state();
    const Milestone *milestone = milestoneOf(alert);
    const Indicator *indicator =
        milestone != nullptr ? state.registry->findIndicator(milestone->target.indicator) : nullptr;
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

void AlertPanel::refresh()
{
    const Immutable<ProjectState> state = m_bench.session.state();
    m_outlook = state ? alertOutlook(state->alerts, m_milestones, lookDay()) : AlertOutlook();
    Escalation escalation;
    if (state) {
        escalation = escalationBy([&state](const QString &key) { return state->snapshot->setting(key); });
    }
    std::vector<std::pair<int, CaseRow>> leveled;
    for (const Case &alert : state ? state->alerts : std::vector<Case>()) {
        if (filter() == AllOnes || !isSettled(alert)) {
            const int level = levelOn(alert, lookDay(), escalation);
            leveled.emplace_back(level, rowOf(alert, level));
        }
    }
    std::stable_sort(leveled.begin(), leveled.end(),
                     [](const auto &one, const auto &other) { return one.first > other.first; });
    std::vector<CaseRow> rows;
    for (auto &[level, row] : leveled) {
        rows.push_back(std::move(row));
    }
    fill(std::move(rows), emptyText());
    showFooter(state ? footerText() : QString());
    updateButtons();
}

QString AlertPanel::emptyText() const
{
    const Immutable<ProjectState> state = m_bench.session.state();
    if (!state) {
        return tr("Open a project to see its alerts.");
    }
    if (state->targets.empty()) {
        return tr("No targets yet, so nothing can be in danger. Import targets with Ctrl+I, or make one in "
                  "the Milestones panel.");
    }
    if (m_outlook.unrecorded > 0) {
        return tr("%n target(s) in danger as of %1. 'Look again' records them as alerts.", nullptr,
                  m_outlook.unrecorded)
            .arg(lookDay().toText());
    }
    return tr("No open alerts. 'Look again' judges all targets on the shown day.");
}

QString AlertPanel::footerText() const
{
    int open = 0;
    int unanswered = 0;
    for (const Case &alert : m_bench.session.state()->alerts) {
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
    return text;
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
    // Only what may follow takes room; without an alert the first one says what is missing.
    const Case *alert = list().current();
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
