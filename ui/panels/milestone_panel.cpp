// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/milestone_panel.h"

#include "core/progress/figure_text.h"
#include "core/progress/target_conflicts.h"
#include "ui/panels/panel_parts.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <functional>
#include <set>

namespace cuntu::ui {
namespace {

enum Column {
    Target,
    Area,
    State,
    Value,
    Promised,
    Due,
    Required,
    Observed,
    Projected,
    Parts,
    Responsible,
    ColumnCount
};

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
                              tr("Needed a year"), tr("Seen a year"), tr("Reached about"), tr("Its parts"),
                              tr("Responsible")});
    m_table->setAlternatingRowColors(true);
    m_table->setUniformRowHeights(true);
    m_table->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->header()->setStretchLastSection(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(makeBar());
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
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_table, &QTreeWidget::customContextMenuRequested, this, &MilestonePanel::showMenu);
    connect(m_table, &QTreeWidget::currentItemChanged, this, &MilestonePanel::updateButtons);
    connect(&bench.session, &Session::stateChanged, this, &MilestonePanel::reload);
    connect(&bench.session, &Session::closed, this, &MilestonePanel::reload);
    connect(&bench.view, &ViewState::asOfChanged, this, &MilestonePanel::followDay);
    reload();
}

QWidget *MilestonePanel::makeBar()
{
    auto *bar = new QWidget;
    bar->setObjectName(QStringLiteral("panelBar"));
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(8, 4, 8, 4);
    m_new = new QPushButton(tr("New…"));
    m_new->setObjectName(QStringLiteral("targetNew"));
    connect(m_new, &QPushButton::clicked, this, &MilestonePanel::newRequested);
    row->addWidget(m_new);
    row->addWidget(addButton(QStringLiteral("targetAdjust"), tr("Adjust…"), &MilestonePanel::adjustRequested));
    row->addWidget(addButton(QStringLiteral("targetSplit"), tr("Split…"), &MilestonePanel::splitRequested));
    row->addWidget(addButton(QStringLiteral("targetHistory"), tr("Versions"), &MilestonePanel::versionsRequested));
    row->addWidget(addButton(QStringLiteral("targetRemove"), tr("Remove…"), &MilestonePanel::removeRequested));
    row->addStretch(1);
    m_closePeriod = new QPushButton(tr("Close a period…"));
    m_closePeriod->setObjectName(QStringLiteral("periodClose"));
    m_closePeriod->setToolTip(tr("What is entered about a closed period later needs a reason, and stays visible."));
    connect(m_closePeriod, &QPushButton::clicked, this, &MilestonePanel::closePeriodRequested);
    m_conflicts = new QPushButton;
    m_conflicts->setObjectName(QStringLiteral("targetContradictions"));
    m_conflicts->setIcon(icon(QStringLiteral("warning"), m_bench.theme));
    connect(m_conflicts, &QPushButton::clicked, this, &MilestonePanel::conflictsRequested);
    row->addWidget(m_conflicts);
    row->addWidget(m_closePeriod);
    return bar;
}

QPushButton *MilestonePanel::addButton(const QString &name, const QString &text,
                                       void (MilestonePanel::*request)(qint64))
{
    auto *button = new QPushButton(text);
    button->setObjectName(name);
    connect(button, &QPushButton::clicked, this, [this, request] {
        if (const qint64 target = current(); target != 0) {
            (this->*request)(target);
        }
    });
    m_ofTarget.push_back(button);
    return button;
}

qint64 MilestonePanel::current() const
{
    const QTreeWidgetItem *item = m_table->currentItem();
    return item != nullptr ? item->data(Target, Qt::UserRole).toLongLong() : 0;
}

void MilestonePanel::updateButtons()
{
    const bool canWrite = m_bench.session.canWrite();
    m_new->setEnabled(canWrite && m_bench.session.state());
    m_closePeriod->setEnabled(canWrite && m_bench.session.state());
    for (QPushButton *button : m_ofTarget) {
        const bool onlyReads = button->objectName() == QStringLiteral("targetHistory");
        button->setEnabled(current() != 0 && (canWrite || onlyReads));
        button->setToolTip(current() == 0 ? tr("Choose a target first.") : QString());
    }
}

void MilestonePanel::showMenu(const QPoint &place)
{
    if (current() == 0) {
        return;
    }
    auto *menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("targetMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (QPushButton *button : m_ofTarget) {
        menu->addAction(button->text(), button, &QPushButton::click)->setEnabled(button->isEnabled());
    }
    menu->popup(m_table->viewport()->mapToGlobal(place));
}

void MilestonePanel::showConflicts()
{
    const Immutable<ProjectState> state = m_bench.session.state();
    std::map<qint64, QStringList> sentences;
    int count = 0;
    for (const TargetConflict &conflict : state ? targetConflicts(state->targets) : std::vector<TargetConflict>()) {
        sentences[conflict.first] << conflict.sentence;
        sentences[conflict.second] << conflict.sentence;
        ++count;
    }
    for (QTreeWidgetItem *item : rows()) {
        const auto found = sentences.find(item->data(Target, Qt::UserRole).toLongLong());
        if (found != sentences.end()) {
            item->setIcon(Target, icon(QStringLiteral("warning"), m_bench.theme));
            item->setToolTip(Target, found->second.join(QLatin1Char('\n')));
        }
    }
    m_conflicts->setVisible(count > 0);
    m_conflicts->setText(tr("%n contradiction(s)", nullptr, count));
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
    // An adjusted target has another number, but its place in the table stays.
    const std::vector<QTreeWidgetItem *> old = rows();
    const auto current = std::find(old.begin(), old.end(), m_table->currentItem()) - old.begin();
    const bool hasCurrent = m_table->currentItem() != nullptr;
    std::vector<bool> open;
    for (const QTreeWidgetItem *item : old) {
        open.push_back(item->isExpanded());
    }
    m_table->clear();
    addRows(table);
    const std::vector<QTreeWidgetItem *> now = rows();
    for (std::size_t row = 0; row < std::min(open.size(), now.size()); ++row) {
        now[row]->setExpanded(open[row]);
    }
    m_table->setCurrentItem(hasCurrent && current < std::ssize(now) ? *(now.begin() + current) : nullptr);
    m_table->setRootIsDecorated(!table.parts.empty());
    m_table->setColumnHidden(Parts, table.parts.empty());
    showConflicts();
    updateButtons();
    const bool empty = table.milestones.empty();
    m_table->setVisible(!empty);
    m_empty->setVisible(empty);
    m_empty->setText(m_bench.session.hasProject() ? tr("No targets yet. 'New…' makes one; a table of them (indicator, "
                                                       "area, value, deadline, responsible) is imported with Ctrl+I.")
                                                  : tr("Open a project to see its milestones."));
    Q_EMIT judged(table.milestones);
}

std::vector<QTreeWidgetItem *> MilestonePanel::rows() const
{
    std::vector<QTreeWidgetItem *> rows;
    for (QTreeWidgetItemIterator each(m_table); *each != nullptr; ++each) {
        rows.push_back(*each);
    }
    return rows;
}

void MilestonePanel::addRows(const MilestoneTable &table)
{
    std::map<qint64, std::vector<const Milestone *>> parts;
    std::set<qint64> there;
    for (const Milestone &milestone : table.milestones) {
        parts[milestone.target.parent].push_back(&milestone);
        there.insert(milestone.target.id);
    }
    const std::function<void(qint64, QTreeWidgetItem *)> addPartsOf = [&](qint64 whole, QTreeWidgetItem *under) {
        for (const Milestone *milestone : parts[whole]) {
            QTreeWidgetItem *row = addRow(*milestone, under);
            if (const auto of = table.parts.find(milestone->target.id); of != table.parts.end()) {
                showParts(row, of->second);
                addPartsOf(milestone->target.id, row);
            }
        }
    };
    addPartsOf(0, m_table->invisibleRootItem());
    for (const auto &[whole, of] : parts) { // what they were split from is a draft, or its programme is not there
        if (whole != 0 && !there.contains(whole)) {
            addPartsOf(whole, m_table->invisibleRootItem());
        }
    }
}

void MilestonePanel::showParts(QTreeWidgetItem *row, const RollUp &parts)
{
    row->setText(Parts, countsText(parts));
    row->setIcon(Parts, stateIcon(parts.state, m_bench.theme));
    row->setForeground(Parts, stateColour(parts.state, m_bench.theme));
    row->setToolTip(Parts, tr("Its parts together: %1").arg(lookOf(parts.state).word));
}

QTreeWidgetItem *MilestonePanel::addRow(const Milestone &milestone, QTreeWidgetItem *whole)
{
    const cuntu::Target &target = milestone.target;
    const Indicator *indicator = m_bench.session.registry().findIndicator(target.indicator);
    const QString unit = indicator ? indicator->unit : QString();
    const QString name = indicator ? indicator->name.toString() : target.indicator;
    const QString area = m_bench.session.state()->snapshot->areas().nameOf(target.area, milestone.asOf);
    auto *item = new QTreeWidgetItem(
        whole, {QStringLiteral("%1  %2").arg(target.label, name), area, lookOf(milestone.state).word,
                milestone.value ? figureText(*milestone.value, unit, target.value) : QStringLiteral("—"),
                figureText(target.value, unit), dayText(target.due, target.dueText),
                rateText(milestone.requiredRate, unit), rateText(milestone.observedRate, unit),
                dayText(milestone.projected, QStringLiteral("—")), QString(), bodies(target)});
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
    return item;
}

} // namespace cuntu::ui
