// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/today_panel.h"

#include "ui/panels/panel_parts.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QTreeWidget>

namespace cuntu::ui {
namespace {

constexpr double k_rest = 6; ///< while the day moves this takes a seventh of a core: others are looked at more
constexpr int k_everyKind = -1;
enum Column { What, Why, Since, Other, ColumnCount };
constexpr TodayKind k_kinds[] = {TodayKind::Late, TodayKind::DueSoon, TodayKind::Contradictory, TodayKind::Unproved};

/// Sign of a kind: shape and colour of the state it is like.
MilestoneState signOf(TodayKind kind)
{
    switch (kind) {
    case TodayKind::Late:
        return MilestoneState::Overdue;
    case TodayKind::DueSoon:
        return MilestoneState::AtRisk;
    case TodayKind::Contradictory:
        return MilestoneState::Behind;
    case TodayKind::Unproved:
        break;
    }
    return MilestoneState::NoYear;
}

} // namespace

TodayPanel::TodayPanel(Workbench &bench, QWidget *parent)
    : QWidget(parent),
      m_bench(bench),
      m_working(bench.jobs, k_rest),
      m_tree(new QTreeWidget),
      m_empty(makeEmptyNote(QStringLiteral("todayEmpty")))
{
    setObjectName(QStringLiteral("todayPanel"));
    m_tree->setObjectName(QStringLiteral("todayTree"));
    m_tree->setAccessibleName(tr("To be looked at"));
    m_tree->setColumnCount(ColumnCount);
    m_tree->setUniformRowHeights(true);
    m_tree->header()->setStretchLastSection(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(makeBar());
    layout->addWidget(m_tree, 1);
    layout->addWidget(m_empty, 1);
    connect(m_tree, &QTreeWidget::itemClicked, this, &TodayPanel::onClicked);
    connect(m_tree, &QTreeWidget::itemActivated, this, &TodayPanel::onClicked);
    connect(&bench.session, &Session::stateChanged, this, &TodayPanel::reload);
    connect(&bench.session, &Session::closed, this, &TodayPanel::reload);
    connect(&bench.view, &ViewState::asOfChanged, this, &TodayPanel::followDay);
    reload();
}

QWidget *TodayPanel::makeBar()
{
    auto *bar = new QWidget;
    bar->setObjectName(QStringLiteral("panelBar"));
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(8, 4, 8, 4);
    m_grouping = new QComboBox;
    m_grouping->setObjectName(QStringLiteral("todayGrouping"));
    m_grouping->setAccessibleName(tr("Grouped by"));
    m_grouping->addItems({tr("by township"), tr("by person")});
    m_kind = new QComboBox;
    m_kind->setObjectName(QStringLiteral("todayKind"));
    m_kind->setAccessibleName(tr("What is listed"));
    m_kind->addItem(tr("everything"), k_everyKind);
    for (const TodayKind kind : k_kinds) {
        m_kind->addItem(stateIcon(signOf(kind), m_bench.theme), todayKindName(kind), static_cast<int>(kind));
    }
    m_summary = new QLabel;
    m_summary->setObjectName(QStringLiteral("todaySummary"));
    m_summary->setProperty("role", QStringLiteral("muted"));
    m_summary->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    row->addWidget(m_grouping);
    row->addWidget(m_kind);
    row->addWidget(m_summary, 1);
    connect(m_grouping, &QComboBox::activated, this, &TodayPanel::fill);
    connect(m_kind, &QComboBox::activated, this, &TodayPanel::fill);
    return bar;
}

void TodayPanel::reload()
{
    m_working.stop();
    followDay();
}

void TodayPanel::followDay()
{
    const Immutable<ProjectState> state = m_bench.session.state();
    if (!state) {
        show({});
        return;
    }
    m_working.follow(
        tr("Looking for what is due"), this,
        [project = m_bench.session.project(), state, day = m_bench.view.asOf()](const JobContext &job) {
            return workOutToday(*project, *state, day, job);
        },
        [this](Result<Today> today) {
            if (today) {
                show(std::move(*today));
            }
        });
}

void TodayPanel::show(Today today)
{
    m_today = std::move(today);
    QStringList parts;
    for (const TodayKind kind : k_kinds) {
        if (m_today.counts.contains(kind)) {
            parts << QStringLiteral("%1 %2").arg(m_today.counts[kind]).arg(todayKindName(kind));
        }
    }
    m_summary->setText(parts.join(QStringLiteral("   ")));
    const bool empty = m_today.items.empty();
    m_tree->setVisible(!empty);
    m_empty->setVisible(empty);
    m_empty->setText(m_bench.session.hasProject()
                         ? tr("Nothing is late, due within %1 days, contradictory or unproved. What is marked without "
                              "evidence and what targets ask for appears here.")
                               .arg(Today::k_soon_days)
                         : tr("Open a project to see what is due."));
    fill();
}

QString TodayPanel::groupOf(const TodayItem &item) const
{
    if (m_grouping->currentIndex() == 1) {
        return item.person.isEmpty() ? tr("nobody named") : item.person;
    }
    return item.area.isEmpty() ? tr("not assigned")
                               : m_bench.session.state()->snapshot->areas().nameOf(item.area, m_bench.view.asOf());
}

void TodayPanel::fill()
{
    m_tree->clear();
    m_tree->setHeaderLabels(
        {tr("What"), tr("Why"), tr("Day"), m_grouping->currentIndex() == 1 ? tr("Township") : tr("Person")});
    std::map<QString, QTreeWidgetItem *> groups;
    const int wanted = m_kind->currentData().toInt();
    for (std::size_t i = 0; i < m_today.items.size(); ++i) {
        const TodayItem &item = m_today.items[i];
        if (wanted != k_everyKind && wanted != static_cast<int>(item.kind)) {
            continue;
        }
        QTreeWidgetItem *&group = groups[groupOf(item)];
        if (group == nullptr) {
            group = new QTreeWidgetItem(m_tree, {groupOf(item)});
            group->setData(What, Qt::UserRole, -1);
        }
        addItem(group, i);
    }
    for (const auto &[name, group] : groups) {
        group->setText(What, QStringLiteral("%1  (%2)").arg(name).arg(group->childCount()));
        group->setExpanded(groups.size() <= 3);
    }
    m_tree->setColumnWidth(What, 260);
    m_tree->setColumnWidth(Why, 360);
}

void TodayPanel::addItem(QTreeWidgetItem *group, std::size_t number)
{
    const TodayItem &item = m_today.items[number];
    const bool byPerson = m_grouping->currentIndex() == 1;
    const QString area = item.area.isEmpty()
                             ? QString()
                             : m_bench.session.state()->snapshot->areas().nameOf(item.area, m_bench.view.asOf());
    auto *line =
        new QTreeWidgetItem(group, {item.name, QStringLiteral("%1: %2").arg(todayKindName(item.kind), item.reason),
                                    item.day.toIso(), byPerson ? area : item.person});
    line->setIcon(What, stateIcon(signOf(item.kind), m_bench.theme));
    line->setToolTip(Why, item.reason);
    line->setData(What, Qt::UserRole, static_cast<qlonglong>(number));
}

void TodayPanel::onClicked(const QTreeWidgetItem *line)
{
    const qlonglong number = line->data(What, Qt::UserRole).toLongLong();
    if (number < 0) {
        return;
    }
    const TodayItem item = m_today.items[static_cast<std::size_t>(number)];
    if (item.target == 0) {
        m_bench.view.select(item.layer, {item.feature}, SelectMode::Replace);
        Q_EMIT featurePicked();
        return;
    }
    Q_EMIT targetPicked(item.target);
    if (!item.area.isEmpty()) {
        Q_EMIT areaPicked(item.area);
    }
}

} // namespace cuntu::ui
