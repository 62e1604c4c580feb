// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/case_panel.h"

#include "ui/panels/panel_parts.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>

namespace cuntu::ui {
namespace {

enum Column { Number, Place, Problem, AssignedTo, Due, DaysLate, State, LastStep };
enum Filter { OpenOnes, OverdueOnes, AllOnes };

} // namespace

CasePanel::CasePanel(Workbench &bench, QWidget *parent)
    : QWidget(parent), m_bench(bench), m_naming(bench.jobs), m_empty(makeEmptyNote(QStringLiteral("caseEmpty")))
{
    setObjectName(QStringLiteral("casePanel"));
    m_list = new CaseList(bench, QStringLiteral("case"), tr("Rectification ledger"),
                          {tr("No."), tr("Place"), tr("Problem"), tr("Assigned to"), tr("Due"), tr("Days late"),
                           tr("State"), tr("Last step")});
    m_list->setNumberColumns({DaysLate});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(makeBar());
    layout->addWidget(m_list, 1);
    layout->addWidget(m_empty, 1);
    const PanelFooter footer = makeFooter(QStringLiteral("caseFooter"));
    m_footer = footer.text;
    layout->addWidget(footer.strip);
    connect(m_list, &CaseList::areaPicked, this, &CasePanel::areaPicked);
    connect(m_list, &CaseList::featurePicked, this, &CasePanel::featurePicked);
    connect(m_list, &CaseList::stepRequested, this, &CasePanel::stepRequested);
    connect(m_list, &CaseList::currentChanged, this, &CasePanel::updateButtons);
    connect(&bench.session, &Session::stateChanged, this, &CasePanel::reload);
    connect(&bench.session, &Session::closed, this, &CasePanel::reload);
    connect(&bench.view, &ViewState::asOfChanged, this, &CasePanel::showWhenSeen);
    reload();
}

QWidget *CasePanel::makeBar()
{
    auto *bar = new QWidget;
    bar->setObjectName(QStringLiteral("panelBar"));
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(8, 4, 8, 4);
    m_filter = new QComboBox;
    m_filter->setObjectName(QStringLiteral("caseFilter"));
    m_filter->setAccessibleName(tr("Which items"));
    m_filter->addItem(tr("open ones"), OpenOnes);
    m_filter->addItem(tr("overdue ones"), OverdueOnes);
    m_filter->addItem(tr("all"), AllOnes);
    m_new = new QPushButton(tr("New…"));
    m_new->setObjectName(QStringLiteral("caseNew"));
    m_onMap = new QCheckBox(tr("On the map"));
    m_onMap->setObjectName(QStringLiteral("caseOnMap"));
    m_onMap->setChecked(m_bench.view.casesShown());
    m_onMap->setToolTip(tr("A pin where a case is open; filled where one is overdue, with a number where there are "
                           "several."));
    m_next = new QPushButton;
    m_next->setObjectName(QStringLiteral("caseNext"));
    m_other = new QPushButton;
    m_other->setObjectName(QStringLiteral("caseOther"));
    m_copy =
        makeCopyButton(QStringLiteral("caseCopy"), tr("Copy the table, to paste it into a spreadsheet"), m_bench.theme);
    row->addWidget(m_filter);
    row->addWidget(m_new);
    row->addWidget(m_onMap);
    row->addStretch(1);
    row->addWidget(m_other);
    row->addWidget(m_next);
    row->addWidget(m_copy);
    connect(m_filter, &QComboBox::activated, this, &CasePanel::show);
    connect(m_new, &QPushButton::clicked, this, &CasePanel::newRequested);
    connect(m_onMap, &QCheckBox::toggled, this, [this](bool on) { m_bench.view.setCasesShown(on); });
    for (QPushButton *button : {m_next, m_other}) {
        connect(button, &QPushButton::clicked, this, [this, button] {
            if (const Case *item = m_list->current()) {
                Q_EMIT stepRequested(item->id, button->property("state").toString());
            }
        });
    }
    connect(m_copy, &QToolButton::clicked, m_list, &CaseList::copy);
    return bar;
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
    show();
}

void CasePanel::readNames()
{
    m_naming.run(
        tr("Reading names"), this,
        [state = m_bench.session.state()](const JobContext &job) { return casePlaces(*state, job); },
        [this](Result<std::map<qint64, QString>> places) {
            if (places) {
                m_places = std::move(*places);
                show();
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

void CasePanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_outdated) {
        show();
    }
}

void CasePanel::showWhenSeen()
{
    m_outdated = true;
    if (isVisible()) {
        show();
    }
}

void CasePanel::show()
{
    m_outdated = false;
    const Immutable<ProjectState> state = m_bench.session.state();
    const int wanted = m_filter->currentData().toInt();
    std::vector<CaseRow> rows;
    for (const Case &item : state ? state->ledger : std::vector<Case>()) {
        const bool isLate = !isSettled(item) && overdue_days(item, m_bench.view.asOf()) > 0;
        if (wanted == AllOnes || (wanted == OverdueOnes ? isLate : !isSettled(item))) {
            rows.push_back(rowOf(item));
        }
    }
    const bool empty = rows.empty();
    m_list->fill(std::move(rows));
    m_list->setVisible(!empty);
    m_empty->setVisible(empty);
    if (!state) {
        m_empty->setText(tr("Open a project to see its rectification ledger."));
    } else if (state->ledger.empty()) {
        m_empty->setText(
            tr("No problem was listed yet. Pick a place on the map, then 'New…' lists what is wrong there: "
               "what is wanted, from whom, by when."));
    } else {
        m_empty->setText(wanted == OverdueOnes ? tr("Nothing is overdue on the shown day.")
                                               : tr("Everything that was listed is struck off."));
    }
    showFooter();
    updateButtons();
}

void CasePanel::showFooter()
{
    const Immutable<ProjectState> state = m_bench.session.state();
    if (!state || state->ledger.empty()) {
        m_footer->clear();
        return;
    }
    const CaseFigures figures = caseFigures(state->ledger, m_bench.view.asOf());
    QString text = tr("As of %1: %2 listed, %3 struck off, %4 overdue")
                       .arg(m_bench.view.asOf().toText())
                       .arg(figures.listed)
                       .arg(figures.closed)
                       .arg(figures.overdue);
    if (figures.median_days) {
        text += tr("   half of them within %1 days").arg(*figures.median_days);
    }
    m_footer->setText(text);
    m_footer->setToolTip(text);
}

void CasePanel::updateButtons()
{
    const bool canWrite = m_bench.session.canWrite();
    const Case *item = m_list->current();
    const std::vector<NextStep> next = item != nullptr ? nextSteps(*item) : std::vector<NextStep>();
    m_new->setEnabled(canWrite);
    m_copy->setEnabled(m_list->count() > 0);
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
