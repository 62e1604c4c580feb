// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/milestone_panel.h"

#include "core/progress/figure_text.h"
#include "ui/panels/panel_parts.h"

#include <QHeaderView>
#include <QLabel>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace cuntu::ui {
namespace {

enum Column { Target, Area, State, Value, Promised, Due, Required, Observed, Projected, Responsible, ColumnCount };

QString rateText(const std::optional<double> &rate, const QString &unit)
{
    return rate ? plainFigureText(*rate, unit) : QStringLiteral("—");
}

QString dayText(const std::optional<Day> &day, const QString &otherwise)
{
    return day ? day->toIso() : otherwise;
}

QString bodies(const cuntu::Target &target)
{
    QStringList names{target.leadUnit, target.responsible};
    names.removeAll(QString());
    return names.join(QStringLiteral(" · "));
}

} // namespace

MilestonePanel::MilestonePanel(Workbench &bench, QWidget *parent)
    : QWidget(parent),
      m_bench(bench),
      m_judging(bench.jobs),
      m_table(new QTreeWidget),
      m_empty(makeEmptyNote(QStringLiteral("milestoneEmpty")))
{
    m_table->setObjectName(QStringLiteral("milestoneTable"));
    m_table->setAccessibleName(tr("Milestones"));
    m_table->setColumnCount(ColumnCount);
    m_table->setHeaderLabels({tr("Target"), tr("Area"), tr("State"), tr("Value"), tr("Promised"), tr("Due"),
                              tr("Needed a year"), tr("Seen a year"), tr("Reached about"), tr("Responsible")});
    m_table->setRootIsDecorated(false);
    m_table->setAlternatingRowColors(true);
    m_table->setUniformRowHeights(true);
    m_table->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->header()->setStretchLastSection(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_table, 1);
    layout->addWidget(m_empty, 1);
    connect(m_table, &QTreeWidget::itemClicked, this, [this](const QTreeWidgetItem *item) {
        if (const auto code = AreaCode::parse(item->data(Area, Qt::UserRole).toString())) {
            Q_EMIT areaPicked(*code);
        }
        const qint64 id = item->data(Target, Qt::UserRole).toLongLong();
        Q_EMIT targetPicked(id);
        const std::vector<cuntu::Target> &targets = m_bench.session.state()->targets;
        const auto target =
            std::find_if(targets.begin(), targets.end(), [id](const cuntu::Target &each) { return each.id == id; });
        if (target != targets.end()) {
            Q_EMIT figurePicked({questionOf(*target), *target});
        }
    });
    connect(&bench.session, &Session::stateChanged, this, &MilestonePanel::reload);
    connect(&bench.session, &Session::closed, this, &MilestonePanel::reload);
    connect(&bench.view, &ViewState::asOfChanged, this, &MilestonePanel::followDay);
    reload();
}

void MilestonePanel::reload()
{
    m_judging.stop();
    followDay();
}

void MilestonePanel::followDay()
{
    const Immutable<ProjectState> state = m_bench.session.state();
    if (!state) {
        show({});
        return;
    }
    m_judging.follow(
        tr("Judging targets"), this,
        [state, day = m_bench.view.asOf()](const JobContext &job) { return workOutMilestones(*state, day, job); },
        [this](const Result<MilestoneTable> &table) {
            if (table) {
                show(*table);
            }
        });
}

void MilestonePanel::show(const MilestoneTable &table)
{
    for (const Error &problem : table.problems) {
        m_bench.log.fail(problem);
    }
    m_table->clear();
    for (const Milestone &milestone : table.milestones) {
        addRow(milestone);
    }
    const bool empty = table.milestones.empty();
    m_table->setVisible(!empty);
    m_empty->setVisible(empty);
    m_empty->setText(m_bench.session.hasProject() ? tr("No targets yet. Import a table of targets (indicator, area, "
                                                       "value, deadline, responsible) with Ctrl+I.")
                                                  : tr("Open a project to see its milestones."));
    Q_EMIT judged(table.milestones);
}

void MilestonePanel::addRow(const Milestone &milestone)
{
    const cuntu::Target &target = milestone.target;
    const Indicator *indicator = m_bench.session.registry().findIndicator(target.indicator);
    const QString unit = indicator ? indicator->unit : QString();
    const QString name = indicator ? indicator->name.toString() : target.indicator;
    const QString area = m_bench.session.state()->snapshot->areas().nameOf(target.area, milestone.asOf);
    auto *item = new QTreeWidgetItem(
        m_table,
        {QStringLiteral("%1  %2").arg(target.label, name), area, lookOf(milestone.state).word,
         milestone.value ? figureText(*milestone.value, unit, target.value) : QStringLiteral("—"),
         figureText(target.value, unit), dayText(target.due, target.dueText), rateText(milestone.requiredRate, unit),
         rateText(milestone.observedRate, unit), dayText(milestone.projected, QStringLiteral("—")), bodies(target)});
    item->setIcon(State, stateIcon(milestone.state, m_bench.theme));
    item->setForeground(State, stateColour(milestone.state, m_bench.theme));
    if (milestone.stale) {
        item->setText(State, tr("%1, out of date").arg(lookOf(milestone.state).word));
        item->setBackground(State, staleBrush(m_bench.theme));
        item->setBackground(Value, staleBrush(m_bench.theme));
    }
    item->setData(Area, Qt::UserRole, target.area.toString());
    item->setData(Target, Qt::UserRole, target.id);
    for (int column = 0; column < ColumnCount; ++column) {
        item->setToolTip(column, column == Target && !target.clause.isEmpty() ? target.clause : milestone.reason);
        if (column == Value || column == Promised || column == Required || column == Observed) {
            item->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
        }
    }
}

} // namespace cuntu::ui
