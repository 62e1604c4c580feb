// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/indicator_panel.h"

#include "core/progress/figure_text.h"
#include "ui/panels/date_edit.h"
#include "ui/panels/panel_parts.h"
#include "ui/window/text.h"

#include <QComboBox>
#include <QDateEdit>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPainter>
#include <QSortFilterProxyModel>
#include <QStyledItemDelegate>
#include <QTableView>
#include <QToolButton>

namespace cuntu::ui {
namespace {

/// Draws a bar of the share behind the number.
class ShareDelegate : public QStyledItemDelegate {
public:
    ShareDelegate(const Theme &theme, QObject *parent) : QStyledItemDelegate(parent), m_theme(theme) {}

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const QVariant share = index.data(FigureModel::k_share);
        if (share.isValid()) {
            QRectF bar = QRectF(option.rect).adjusted(6, 4, -6, -4);
            painter->save();
            painter->setRenderHint(QPainter::Antialiasing);
            painter->setPen(Qt::NoPen);
            QColor colour = m_theme.accent;
            colour.setAlphaF(0.14F);
            painter->setBrush(m_theme.raised);
            painter->drawRoundedRect(bar, 3, 3);
            colour.setAlphaF(m_theme.dark ? 0.45F : 0.30F);
            painter->setBrush(colour);
            bar.setWidth(bar.width() * share.toDouble());
            painter->drawRoundedRect(bar, 3, 3);
            painter->restore();
        }
        QStyledItemDelegate::paint(painter, option, index);
    }

private:
    Theme m_theme;
};

/// Data of the scope box: an indicator's id, or one of these.
const QString k_mainOnes = QStringLiteral("*main");
const QString k_all = QStringLiteral("*all");

} // namespace

IndicatorPanel::IndicatorPanel(Workbench &bench, QWidget *parent)
    : QWidget(parent),
      m_bench(bench),
      m_working(bench.jobs),
      m_model(new FigureModel(bench, this)),
      m_sorted(new QSortFilterProxyModel(this))
{
    setObjectName(QStringLiteral("indicatorPanel"));
    m_sorted->setSourceModel(m_model);
    m_sorted->setSortRole(FigureModel::k_sort);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(makeBar());
    layout->addWidget(m_table = makeTable(), 1);
    m_empty = makeEmptyNote(QStringLiteral("indicatorEmpty"));
    layout->addWidget(m_empty, 1);
    const PanelFooter footer = makeFooter(QStringLiteral("indicatorFooter"));
    m_footer = footer.text;
    layout->addWidget(footer.strip);
    connect(&bench.session, &Session::stateChanged, this, &IndicatorPanel::reload);
    connect(&bench.session, &Session::closed, this, [this] {
        m_insideArea = {};
        reload();
    });
    connect(&bench.view, &ViewState::asOfChanged, this, [this] {
        setDay(*m_asOf, m_bench.view.asOf());
        followDay();
    });
    connect(m_model, &FigureModel::dataChanged, this, &IndicatorPanel::hideColumnsThatSayNothing);
    fillScopes();
    reload();
}

QWidget *IndicatorPanel::makeBar()
{
    auto *bar = new QWidget;
    bar->setObjectName(QStringLiteral("panelBar"));
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(8, 4, 8, 4);
    m_scope = new QComboBox;
    m_scope->setObjectName(QStringLiteral("indicatorScope"));
    m_scope->setAccessibleName(tr("Which indicators"));
    m_level = new QComboBox;
    m_level->setObjectName(QStringLiteral("indicatorLevel"));
    m_level->setAccessibleName(tr("Level of areas"));
    for (const AreaLevel level : {AreaLevel::County, AreaLevel::Township, AreaLevel::Village}) {
        m_level->addItem(levelName(level), static_cast<int>(level));
    }
    m_asOf = makeDateEdit(m_bench.view.asOf());
    m_asOf->setObjectName(QStringLiteral("indicatorAsOf"));
    m_asOf->setAccessibleName(tr("As of"));
    m_up = new QToolButton;
    m_up->setIcon(icon(QStringLiteral("up"), m_bench.theme));
    m_up->setAutoRaise(true);
    m_up->setToolTip(tr("Up to the area above"));
    m_inside = new QLabel;
    m_inside->setProperty("role", QStringLiteral("muted"));
    auto *copyButton = makeCopyButton(QStringLiteral("indicatorCopy"),
                                      tr("Copy the table, to paste it into a spreadsheet"), m_bench.theme);
    for (QWidget *widget :
         std::initializer_list<QWidget *>{m_scope, m_level, new QLabel(tr("as of")), m_asOf, m_up, m_inside}) {
        row->addWidget(widget);
    }
    row->addStretch(1);
    row->addWidget(copyButton);
    connect(m_scope, &QComboBox::activated, this, &IndicatorPanel::reload);
    connect(m_level, &QComboBox::activated, this, &IndicatorPanel::reload);
    connect(m_asOf, &QDateEdit::dateChanged, this, [this] { m_bench.view.setAsOf(dayOf(*m_asOf)); });
    connect(copyButton, &QToolButton::clicked, this, &IndicatorPanel::copy);
    connect(m_up, &QToolButton::clicked, this, [this] { goInside(m_insideArea.parent(), m_insideArea.level()); });
    return bar;
}

QTableView *IndicatorPanel::makeTable()
{
    auto *table = new QTableView;
    table->setObjectName(QStringLiteral("indicatorTable"));
    table->setAccessibleName(tr("Indicators"));
    table->setModel(m_sorted);
    table->setItemDelegateForColumn(FigureModel::Value, new ShareDelegate(m_bench.theme, table));
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setShowGrid(false);
    table->setAlternatingRowColors(true);
    table->setSortingEnabled(true);
    table->sortByColumn(-1, Qt::AscendingOrder);
    table->setWordWrap(false);
    table->verticalHeader()->hide();
    table->verticalHeader()->setDefaultSectionSize(24);
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    table->horizontalHeader()->setStretchLastSection(true);
    table->horizontalHeader()->setHighlightSections(false);
    for (const auto &[column, width] :
         {std::pair(FigureModel::IndicatorName, 250), std::pair(FigureModel::AreaName, 110),
          std::pair(FigureModel::Count, 165), std::pair(FigureModel::Value, 130)}) {
        table->setColumnWidth(column, width);
    }
    connect(table, &QTableView::clicked, this, [this](const QModelIndex &index) {
        const Figure figure = m_model->figure(m_sorted->mapToSource(index).row());
        Q_EMIT areaPicked(figure.area);
        Q_EMIT figurePicked({{figure.indicator, {}, figure.area, {}, {}}, m_model->targetOf(figure)});
    });
    connect(table, &QTableView::doubleClicked, this, &IndicatorPanel::onDoubleClicked);
    return table;
}

void IndicatorPanel::fillScopes()
{
    m_scope->addItem(tr("One number per programme"), k_mainOnes);
    m_scope->addItem(tr("All indicators"), k_all);
    for (const Indicator &indicator : m_bench.session.registry().indicators) {
        m_scope->addItem(indicator.name.toString(), indicator.id);
    }
}

QStringList IndicatorPanel::wantedIndicators() const
{
    const QString scope = m_scope->currentData().toString();
    QStringList ids;
    if (scope == k_mainOnes) {
        for (const Programme &programme : m_bench.session.registry().programmes) {
            ids << programme.mainIndicator;
        }
    } else if (scope == k_all) {
        for (const Indicator &indicator : m_bench.session.registry().indicators) {
            ids << indicator.id;
        }
    } else {
        ids << scope;
    }
    return ids;
}

void IndicatorPanel::reload()
{
    m_working.stop();
    followDay();
}

void IndicatorPanel::followDay()
{
    const Immutable<ProjectState> state = m_bench.session.state();
    m_up->setVisible(!m_insideArea.isEmpty());
    m_inside->setText(state ? insideText() : QString());
    if (!state) {
        show({});
        return;
    }
    const TableRequest request{state, wantedIndicators(), static_cast<AreaLevel>(m_level->currentData().toInt()),
                               m_insideArea, m_bench.view.asOf()};
    m_working.follow(
        tr("Working out figures"), this, [request](const JobContext &job) { return workOutFigures(request, job); },
        [this](Result<FigureTable> table) {
            if (table) {
                show(std::move(*table));
            }
        });
}

void IndicatorPanel::show(FigureTable table)
{
    for (const Error &problem : table.problems) {
        m_bench.log.fail(problem);
    }
    const bool empty = table.figures.empty();
    m_model->setFigures(std::move(table.figures));
    m_table->setVisible(!empty);
    m_empty->setVisible(empty);
    m_empty->setText(m_bench.session.hasProject() ? tr("No figures yet. They appear when areas, settlements and a "
                                                       "programme's data are there: Ctrl+I imports a file.")
                                                  : tr("Open a project to see its figures."));
    hideColumnsThatSayNothing();
    showFooter();
}

void IndicatorPanel::hideColumnsThatSayNothing()
{
    const int rows = m_model->rowCount();
    bool severalIndicators = m_scope->currentData().toString() == k_mainOnes;
    bool anyState = false;
    for (int row = 0; row < rows; ++row) {
        severalIndicators = severalIndicators || m_model->figure(row).indicator != m_model->figure(0).indicator;
        anyState = anyState || m_model->hasState(row);
    }
    m_table->setColumnHidden(FigureModel::IndicatorName, !severalIndicators);
    m_table->setColumnHidden(FigureModel::State, !anyState);
}

void IndicatorPanel::showFooter()
{
    const int rows = m_model->rowCount();
    QString text = tr("%n row(s)", nullptr, rows);
    const bool oneIndicator = rows > 0 && m_model->figure(0).indicator == m_model->figure(rows - 1).indicator;
    const Indicator *indicator =
        rows > 0 ? m_bench.session.registry().findIndicator(m_model->figure(0).indicator) : nullptr;
    if (oneIndicator && indicator) {
        Figure total = m_model->figure(0);
        for (int row = 1; row < rows; ++row) {
            total.numerator += m_model->figure(row).numerator;
            total.denominator += m_model->figure(row).denominator;
        }
        total.value = valueOf(*indicator, total.numerator, total.denominator);
        text += tr("   total %1").arg(fractionText(total, m_bench.session.registry()));
        if (total.value) {
            text += QStringLiteral("   ") + figureText(*total.value, total.unit);
        }
    }
    m_footer->setText(text);
}

void IndicatorPanel::goInside(const AreaCode &area, AreaLevel level)
{
    m_insideArea = area;
    m_level->setCurrentIndex(m_level->findData(static_cast<int>(level)));
    reload();
}

void IndicatorPanel::onDoubleClicked(const QModelIndex &index)
{
    const Figure &figure = m_model->figure(m_sorted->mapToSource(index).row());
    if (figure.level == AreaLevel::Village || figure.area.isEmpty()) {
        return;
    }
    const int scope = m_scope->findData(figure.indicator);
    m_scope->setCurrentIndex(scope);
    goInside(figure.area, figure.level == AreaLevel::County ? AreaLevel::Township : AreaLevel::Village);
}

QString IndicatorPanel::insideText() const
{
    return m_insideArea.isEmpty()
               ? QString()
               : tr("inside %1")
                     .arg(m_bench.session.state()->snapshot->areas().nameOf(m_insideArea, m_bench.view.asOf()));
}

void IndicatorPanel::copy() const
{
    copyTable(*m_sorted, m_bench.log);
}

} // namespace cuntu::ui
