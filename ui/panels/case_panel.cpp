// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/case_panel.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QPushButton>

namespace cuntu::ui {
namespace {

enum Column { Number, Place, Problem, AssignedTo, Due, DaysLate, State, LastStep };
enum Filter { OpenOnes, OverdueOnes, AllOnes };

} // namespace

CasePanel::CasePanel(Workbench &bench)
    : CaseTablePanel(bench, QStringLiteral("case"), tr("Rectification ledger"),
                     {tr("No."), tr("Place"), tr("Problem"), tr("Assigned to"), tr("Due"), tr("Days late"), tr("State"),
                      tr("Last step")}),
      m_naming(bench.jobs)
{
    list().setNumberColumns({DaysLate});
    fillBar();
    connect(&bench.session, &Session::stateChanged, this, &CasePanel::reload);
    connect(&bench.session, &Session::closed, this, &CasePanel::reload);
    connect(&bench.view, &ViewState::asOfChanged, this, [this] { showWhenSeen(); });
    reload();
}

void CasePanel::fillBar()
{
    QHBoxLayout *row = makeBar(tr("Which items"), {tr("open ones"), tr("overdue ones"), tr("all")});
    m_new = new QPushButton(tr("New…"));
    m_new->setObjectName(QStringLiteral("caseNew"));
    auto *onMap = new QCheckBox(tr("On the map"));
    onMap->setObjectName(QStringLiteral("caseOnMap"));
    onMap->setChecked(m_bench.view.casesShown());
    onMap->setToolTip(tr("A pin where a case is open; filled where one is overdue, with a number where there are "
                         "several."));
    m_next = makeStepButton(QStringLiteral("caseNext"));
    m_other = makeStepButton(QStringLiteral("caseOther"));
    row->addWidget(m_new);
    row->addWidget(onMap);
    row->addStretch(1);
    row->addWidget(m_other);
    row->addWidget(m_next);
    connect(m_new, &QPushButton::clicked, this, &CasePanel::newRequested);
    connect(onMap, &QCheckBox::toggled, this, [this](bool on) { m_bench.view.setCasesShown(on); });
}

void CasePanel::reload()
{
    m_naming.stop();
    const Immutable<ProjectState> state = m_bench.session.state();
    if (state && !state->ledger.empty()) {
        readNames(); // until then those that were read before
    } else {
        m_places.clear();
    }
    refresh();
}

void CasePanel::readNames()
{
    m_naming.run(
        tr("Reading names"), this,
        [state = m_bench.session.state()](const JobContext &job) { return casePlaces(*state, job); },
        [this](Result<std::map<qint64, QString>> places) {
            if (places) {
                m_places = std::move(*places);
                refresh();
            }
        });
}

CaseRow CasePanel::rowOf(const Case &item) const
{
    const Day day = m_bench.view.asOf();
    const int late_days = isSettled(item) ? 0 : overdue_days(item, day);
    const auto place = m_places.find(item.id);
    const QString area =
        item.area.isEmpty() ? QString() : m_bench.session.state()->snapshot->areas().nameOf(item.area, day);
    CaseRow row;
    row.item = item;
    row.cells = {caseNumber(item),
                 place != m_places.end() ? place->second : area,
                 item.text,
                 answerable(item),
                 item.deadline ? item.deadline->toIso() : QStringLiteral("—"),
                 late_days > 0 ? QString::number(late_days) : QString(),
                 stateName(item),
                 lastStepText(item)};
    row.tip = item.measure.isEmpty() ? item.text : tr("%1\nWanted: %2").arg(item.text, item.measure);
    const Status *state = caseLifeCycle(item.kind).findStatus(item.state());
    row.icons = {{State, swatch(QColor::fromRgb(0xFF000000U | (state != nullptr ? state->colour : 0)), Marking::Plain,
                                GeometryType::Point, m_bench.theme)}};
    if (late_days > 0) {
        row.icons.emplace_back(Due, icon(QStringLiteral("warning"), m_bench.theme));
        row.colours = {{Due, m_bench.theme.failure}, {DaysLate, m_bench.theme.failure}};
    }
    return row;
}

void CasePanel::refresh()
{
    const Immutable<ProjectState> state = m_bench.session.state();
    std::vector<CaseRow> rows;
    for (const Case &item : state ? state->ledger : std::vector<Case>()) {
        const bool isLate = !isSettled(item) && overdue_days(item, m_bench.view.asOf()) > 0;
        if (filter() == AllOnes || (filter() == OverdueOnes ? isLate : !isSettled(item))) {
            rows.push_back(rowOf(item));
        }
    }
    fill(std::move(rows), emptyText());
    showFooter(state && !state->ledger.empty() ? footerText() : QString());
    updateButtons();
}

QString CasePanel::emptyText() const
{
    const Immutable<ProjectState> state = m_bench.session.state();
    if (!state) {
        return tr("Open a project to see its rectification ledger.");
    }
    if (state->ledger.empty()) {
        return tr("No problem was listed yet. Pick a place on the map, then 'New…' lists what is wrong there: "
                  "what is wanted, from whom, by when.");
    }
    return filter() == OverdueOnes ? tr("Nothing is overdue on the shown day.")
                                   : tr("Everything that was listed is struck off.");
}

QString CasePanel::footerText() const
{
    const Day day = m_bench.view.asOf();
    const CaseFigures figures = caseFigures(m_bench.session.state()->ledger, day);
    const QString text = tr("As of %1: %2 listed, %3 struck off, %4 overdue")
                             .arg(day.toText())
                             .arg(figures.listed)
                             .arg(figures.closed)
                             .arg(figures.overdue);
    return figures.median_days ? text + tr("   half of them within %1 days").arg(*figures.median_days) : text;
}

void CasePanel::updateButtons()
{
    const bool canWrite = m_bench.session.canWrite();
    const Case *item = list().current();
    const std::vector<NextStep> next = item != nullptr ? nextSteps(*item) : std::vector<NextStep>();
    m_new->setEnabled(canWrite);
    m_next->setEnabled(canWrite && !next.empty());
    m_next->setText(next.empty() ? tr("Next step…") : tr("%1…").arg(next.front().verb));
    m_next->setProperty("state", next.empty() ? QString() : next.front().state);
    m_next->setToolTip(item == nullptr ? tr("Choose an item first.") : QString());
    m_other->setVisible(next.size() > 1);
    m_other->setEnabled(canWrite);
    if (next.size() > 1) {
        m_other->setText(tr("%1…").arg(next[1].verb));
        m_other->setProperty("state", next[1].state);
    }
}

} // namespace cuntu::ui
