// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/milestone_board.h"

#include "ui/panels/panel_parts.h"
#include "ui/window/text.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QSortFilterProxyModel>
#include <QStyledItemDelegate>
#include <QTableView>
#include <QToolButton>

namespace cuntu::ui {
namespace {

constexpr int k_nameWidth = 150;
constexpr int k_cellWidth = 118;

/// Tints a cell by its state, under its sign and figure.
class StateDelegate : public QStyledItemDelegate {
public:
    StateDelegate(const Theme &theme, QObject *parent) : QStyledItemDelegate(parent), m_theme(theme) {}

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        if (const QVariant state = index.data(BoardModel::k_state); state.isValid()) {
            QColor colour = stateColour(static_cast<MilestoneState>(state.toInt()), m_theme);
            colour.setAlphaF(m_theme.dark ? 0.30F : 0.20F);
            painter->fillRect(option.rect.adjusted(1, 1, -1, -1), colour);
            if (index.data(BoardModel::k_stale).toBool()) {
                painter->fillRect(option.rect.adjusted(1, 1, -1, -1), staleBrush(m_theme));
            }
        }
        QStyledItemDelegate::paint(painter, option, index);
    }

private:
    Theme m_theme;
};

} // namespace

MilestoneBoard::MilestoneBoard(Workbench &bench, QWidget *parent)
    : QWidget(parent),
      m_bench(bench),
      m_working(bench.jobs),
      m_model(new BoardModel(bench, this)),
      m_sorted(new QSortFilterProxyModel(this))
{
    setObjectName(QStringLiteral("milestoneBoard"));
    m_sorted->setSourceModel(m_model);
    m_sorted->setSortRole(BoardModel::k_sort);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(makeBar());
    layout->addWidget(m_table = makeTable(), 1);
    m_empty = makeEmptyNote(QStringLiteral("boardEmpty"));
    layout->addWidget(m_empty, 1);
    const PanelFooter footer = makeFooter(QStringLiteral("boardFooter"));
    m_footer = footer.text;
    layout->addWidget(footer.strip);
    connect(&bench.session, &Session::stateChanged, this, &MilestoneBoard::reload);
    connect(&bench.session, &Session::closed, this, [this] {
        m_inside = {};
        reload();
    });
    connect(&bench.view, &ViewState::asOfChanged, this, &MilestoneBoard::followDay);
    reload();
}

QWidget *MilestoneBoard::makeBar()
{
    auto *bar = new QWidget;
    bar->setObjectName(QStringLiteral("panelBar"));
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(8, 4, 8, 4);
    m_crumbs = new QHBoxLayout;
    m_crumbs->setSpacing(2);
    row->addLayout(m_crumbs);
    row->addStretch(1);
    auto *copyButton = makeCopyButton(QStringLiteral("boardCopy"), tr("Copy the board, to paste it into a spreadsheet"),
                                      m_bench.theme);
    row->addWidget(copyButton);
    connect(copyButton, &QToolButton::clicked, this, &MilestoneBoard::copy);
    return bar;
}

QTableView *MilestoneBoard::makeTable()
{
    auto *table = new QTableView;
    table->setObjectName(QStringLiteral("boardTable"));
    table->setAccessibleName(tr("Board of milestones"));
    table->setModel(m_sorted);
    table->setItemDelegate(new StateDelegate(m_bench.theme, table));
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setTabKeyNavigation(false);
    table->setShowGrid(false);
    table->setSortingEnabled(true);
    table->sortByColumn(0, Qt::AscendingOrder);
    table->verticalHeader()->hide();
    table->verticalHeader()->setDefaultSectionSize(26);
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    table->horizontalHeader()->setDefaultSectionSize(k_cellWidth);
    table->horizontalHeader()->setHighlightSections(false);
    table->installEventFilter(this);
    connect(table, &QTableView::clicked, this, &MilestoneBoard::onCurrent);
    connect(table, &QTableView::doubleClicked, this, &MilestoneBoard::goDown);
    return table;
}

bool MilestoneBoard::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_table || event->type() != QEvent::KeyPress) {
        return QWidget::eventFilter(watched, event);
    }
    const auto *key = static_cast<QKeyEvent *>(event);
    if (key->matches(QKeySequence::Copy)) {
        copy();
    } else if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
        goDown(m_table->currentIndex());
    } else if (key->key() == Qt::Key_Backspace) {
        goUp();
    } else if (key->key() == Qt::Key_Space) {
        onCurrent(m_table->currentIndex());
    } else {
        return QWidget::eventFilter(watched, event);
    }
    return true;
}

void MilestoneBoard::reload()
{
    m_working.stop();
    followDay();
}

void MilestoneBoard::followDay()
{
    const Immutable<ProjectState> state = m_bench.session.state();
    if (!state) {
        show({});
        return;
    }
    m_working.follow(
        tr("Working out the board"), this,
        [request = BoardRequest{state, m_inside, m_bench.view.asOf()}](const JobContext &job) {
            return workOutBoard(request, job);
        },
        [this](Result<Board> board) {
            if (board) {
                show(std::move(*board));
            }
        });
}

void MilestoneBoard::show(Board board)
{
    for (const Error &problem : board.problems) {
        m_bench.log.fail(problem);
    }
    const QModelIndex before = m_table->currentIndex();
    const AreaCode current = areaOf(before);
    m_model->setBoard(std::move(board));
    m_table->setColumnWidth(0, k_nameWidth);
    for (int row = 0; row < m_sorted->rowCount() && !current.isEmpty(); ++row) {
        if (areaOf(m_sorted->index(row, 0)) == current) {
            m_table->setCurrentIndex(m_sorted->index(row, std::min(before.column(), m_sorted->columnCount() - 1)));
        }
    }
    const bool empty = m_model->board().rows.empty();
    m_table->setVisible(!empty);
    m_empty->setVisible(empty);
    m_empty->setText(m_bench.session.hasProject()
                         ? tr("Nothing to compare yet. Import areas and a programme's data with Ctrl+I; with a table "
                              "of targets every area gets its light.")
                         : tr("Open a project to see its board."));
    showCrumbs();
    showFooter();
}

void MilestoneBoard::addCrumb(const AreaCode &area, const QString &name, bool last)
{
    auto *crumb = new QToolButton;
    crumb->setObjectName(QStringLiteral("boardCrumb") + area.toString());
    crumb->setText(last ? name : name + QStringLiteral("  ›"));
    crumb->setAutoRaise(true);
    crumb->setEnabled(!last);
    // Not now: the click comes from the button that goes with it.
    connect(
        crumb, &QToolButton::clicked, this, [this, area] { goInside(area); }, Qt::QueuedConnection);
    m_crumbs->addWidget(crumb);
}

void MilestoneBoard::showCrumbs()
{
    while (QLayoutItem *item = m_crumbs->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const Immutable<ProjectState> &state = m_bench.session.state();
    if (!state) {
        return;
    }
    std::vector<AreaCode> path;
    for (AreaCode area = m_inside; !area.isEmpty(); area = area.parent()) {
        path.insert(path.begin(), area);
    }
    addCrumb({}, tr("Counties"), path.empty());
    for (const AreaCode &area : path) {
        addCrumb(area, state->snapshot->areas().nameOf(area, m_bench.view.asOf()), area == m_inside);
    }
}

void MilestoneBoard::showFooter()
{
    QStringList parts;
    for (const auto &[state, count] : stateCounts(m_model->board())) {
        parts << QStringLiteral("%1 %2").arg(count).arg(lookOf(state).word);
    }
    m_footer->setText(parts.join(QStringLiteral("   ")));
}

AreaCode MilestoneBoard::areaOf(const QModelIndex &index) const
{
    return index.isValid() ? m_model->board().rows[static_cast<std::size_t>(m_sorted->mapToSource(index).row())].area
                           : AreaCode();
}

void MilestoneBoard::onCurrent(const QModelIndex &index)
{
    const AreaCode area = areaOf(index);
    if (area.isEmpty()) {
        return;
    }
    Q_EMIT areaPicked(area);
    if (index.column() == 0) {
        return;
    }
    const BoardColumn &column = m_model->board().columns[static_cast<std::size_t>(index.column() - 1)];
    if (column.target) {
        Q_EMIT targetPicked(column.target->id);
    }
    Q_EMIT figurePicked(pickOf(column, area));
}

FigurePick MilestoneBoard::pickOf(const BoardColumn &column, const AreaCode &area) const
{
    if (!column.target) {
        return {{column.indicator, {}, area, {}, {}}, {}};
    }
    Target here = *column.target; // what was promised of the whole is asked of each part
    here.scope.clear();
    for (const Target &target : m_bench.session.state()->targets) {
        if (target.label == here.label && target.indicator == here.indicator && target.area == area) {
            here = target;
        }
    }
    here.area = area;
    return {questionOf(here), here};
}

void MilestoneBoard::goInside(const AreaCode &area)
{
    m_inside = area;
    reload();
}

void MilestoneBoard::goDown(const QModelIndex &index)
{
    const AreaCode area = areaOf(index);
    if (!area.isEmpty() && area.level() != AreaLevel::Village) {
        goInside(area);
    }
}

void MilestoneBoard::goUp()
{
    if (!m_inside.isEmpty()) {
        goInside(m_inside.parent());
    }
}

void MilestoneBoard::copy() const
{
    QStringList cells{m_model->headerData(0, Qt::Horizontal, Qt::DisplayRole).toString()};
    for (const BoardColumn &column : m_model->board().columns) {
        cells << column.title << tr("State");
    }
    QStringList lines{cells.join(QLatin1Char('\t'))};
    for (int row = 0; row < m_sorted->rowCount(); ++row) {
        cells = {m_sorted->index(row, 0).data().toString()};
        for (int column = 1; column < m_sorted->columnCount(); ++column) {
            const QModelIndex index = m_sorted->index(row, column);
            const QVariant state = index.data(BoardModel::k_state);
            cells << index.data().toString()
                  << (state.isValid() ? lookOf(static_cast<MilestoneState>(state.toInt())).word : QString());
        }
        lines << cells.join(QLatin1Char('\t'));
    }
    QGuiApplication::clipboard()->setText(lines.join(QLatin1Char('\n')));
    m_bench.log.info(tr("%n row(s) copied", nullptr, m_sorted->rowCount()));
}

} // namespace cuntu::ui
