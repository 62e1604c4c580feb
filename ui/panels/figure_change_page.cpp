// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/figure_change_page.h"

#include "core/progress/figure_text.h"
#include "ui/panels/date_edit.h"
#include "ui/panels/feature_list.h"

#include <QCheckBox>
#include <QDateEdit>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPainter>
#include <QSplitter>
#include <QStyledItemDelegate>
#include <QTreeWidget>

#include <cmath>

namespace cuntu::ui {
namespace {

enum Column { Cause, Numerator, Denominator, Bar, ColumnCount };
constexpr int k_span = Qt::UserRole; ///< QPointF: from where to where a bar goes, as shares of the width
constexpr int k_isEnd = Qt::UserRole + 1;
constexpr int k_step = Qt::UserRole; ///< number of the step in ChangeLines; -1: one of the two figures
constexpr double k_headroom = 0.5;   ///< of the span that the steps cover, shown below it

/// Draws each step from where the one before ended: what rises in one colour, what falls in another.
class StepDelegate : public QStyledItemDelegate {
public:
    StepDelegate(const Theme &theme, QObject *parent) : QStyledItemDelegate(parent), m_theme(theme) {}

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const QPointF span = index.data(k_span).toPointF();
        const double width = option.rect.width() - 4;
        const double left = option.rect.left() + 2 + std::min(span.x(), span.y()) * width;
        QColor colour = stateColour(span.y() >= span.x() ? MilestoneState::OnTrack : MilestoneState::Overdue, m_theme);
        if (index.data(k_isEnd).toBool()) {
            colour = m_theme.accent;
        }
        colour.setAlphaF(0.35F);
        QStyledItemDelegate::paint(painter, option, index); // a picked line has a background of its own
        painter->fillRect(QRectF(left, option.rect.top() + 4, std::max(2.0, std::abs(span.y() - span.x()) * width),
                                 option.rect.height() - 8),
                          colour);
    }

private:
    Theme m_theme;
};

/// One line: one of the two figures, or a step between them.
struct Line {
    QString name;
    double numerator = 0;
    double denominator = 0;
    double value = 0;
    double from = 0; ///< where its bar starts, in the indicator's unit
    double to = 0;
    int step = -1; ///< number in ChangeLines
};

/// The figures and the steps between them, with bars from a little below the lowest.
std::vector<Line> linesOf(const FigureChange &change, const Indicator &indicator, const QString &then,
                          const QString &now)
{
    const double first = valueOf(indicator, change.fromNumerator, change.fromDenominator).value_or(0);
    const double last = valueOf(indicator, change.toNumerator, change.toDenominator).value_or(0);
    std::vector<Line> lines{{then, change.fromNumerator, change.fromDenominator, first, first, first}};
    double reached = first;
    for (std::size_t i = 0; i < change.steps.size(); ++i) {
        const ChangeStep &step = change.steps[i];
        lines.push_back({causeText(step.cause), step.numerator, step.denominator, step.value, reached,
                         reached + step.value, static_cast<int>(i)});
        reached += step.value;
    }
    lines.push_back({now, change.toNumerator, change.toDenominator, last, last, last});
    double lowest = first;
    double highest = first;
    for (const Line &line : lines) {
        lowest = std::min(lowest, line.to);
        highest = std::max(highest, line.to);
    }
    const double floor = std::max(0.0, lowest - std::max(highest - lowest, 1e-9) * k_headroom);
    const double span = std::max(highest - floor, 1e-9);
    for (Line &line : lines) {
        line.from = line.step < 0 ? 0 : (line.from - floor) / span;
        line.to = (line.to - floor) / span;
    }
    return lines;
}

QString signedText(double number)
{
    return (number > 0 ? QStringLiteral("+") : QString()) + plainFigureText(number, {});
}

void addLine(QTreeWidget &table, const Line &line, const QString &unit)
{
    const bool isEnd = line.step < 0;
    const auto text = [&](double number) { return isEnd ? plainFigureText(number, {}) : signedText(number); };
    auto *item = new QTreeWidgetItem(&table, {line.name, text(line.numerator), text(line.denominator),
                                              isEnd ? figureText(line.value, unit) : signedText(line.value)});
    item->setToolTip(Cause, line.name);
    item->setData(Cause, k_step, line.step);
    item->setData(Bar, k_span, QPointF(line.from, line.to));
    item->setData(Bar, k_isEnd, isEnd);
    for (const int column : {Numerator, Denominator, Bar}) {
        item->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
    }
}

} // namespace

FigureChangePage::FigureChangePage(Workbench &bench, QWidget *parent)
    : FigurePage(bench, parent),
      m_steps(makeSteps()),
      m_features(new FeatureList(bench, QStringLiteral("figureChange")))
{
    auto *split = new QSplitter(Qt::Vertical);
    split->addWidget(m_steps);
    split->addWidget(m_features);
    split->setChildrenCollapsible(false);
    split->setStretchFactor(1, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 6, 8, 0);
    layout->addWidget(makeBar());
    layout->addWidget(split, 1);
    m_features->model().setHeadings({}, FeatureListModel::Numbers::Single);
    connect(m_features, &FeatureList::featurePicked, this, &FigurePage::featurePicked);
}

QWidget *FigureChangePage::makeBar()
{
    auto *bar = new QWidget;
    auto *column = new QVBoxLayout(bar);
    column->setContentsMargins({});
    auto *row = new QHBoxLayout;
    m_from = makeDateEdit(asOf());
    m_from->setObjectName(QStringLiteral("changeFrom"));
    m_from->setAccessibleName(tr("Since when"));
    m_asPrinted = new QCheckBox(tr("as it was known then"));
    m_asPrinted->setObjectName(QStringLiteral("changeAsKnown"));
    m_asPrinted->setToolTip(tr("The earlier figure as a report of that day showed it: what was entered or corrected "
                               "later is shown as a step of its own."));
    row->addWidget(new QLabel(tr("since")));
    row->addWidget(m_from);
    row->addStretch(1);
    column->addLayout(row);
    column->addWidget(m_asPrinted);
    connect(m_from, &QDateEdit::dateChanged, this, [this] {
        m_fromIsSet = true;
        refresh();
    });
    connect(m_asPrinted, &QCheckBox::toggled, this, &FigureChangePage::refresh);
    return bar;
}

QTreeWidget *FigureChangePage::makeSteps()
{
    auto *steps = new QTreeWidget;
    steps->setObjectName(QStringLiteral("changeSteps"));
    steps->setAccessibleName(tr("Steps from the earlier figure to the later one"));
    steps->setColumnCount(ColumnCount);
    steps->setHeaderLabels({tr("Why"), tr("Done"), tr("Of"), tr("Value")});
    steps->setRootIsDecorated(false);
    steps->setUniformRowHeights(true);
    steps->setItemDelegateForColumn(Bar, new StepDelegate(m_bench.theme, steps));
    steps->header()->setMinimumSectionSize(40);
    steps->header()->setStretchLastSection(false);
    steps->header()->setSectionResizeMode(Cause, QHeaderView::Stretch);
    steps->setColumnWidth(Numerator, 48);
    steps->setColumnWidth(Denominator, 48);
    steps->setColumnWidth(Bar, 92);
    connect(steps, &QTreeWidget::currentItemChanged, this,
            [this](const QTreeWidgetItem *item) { showStep(item ? item->data(Cause, k_step).toInt() : -1); });
    return steps;
}

void FigureChangePage::takePick()
{
    if (!m_fromIsSet) { // a year is what reports compare with
        setDay(*m_from, asOf().plusMonths(-12));
    }
}

void FigureChangePage::work()
{
    const Day from = dayOf(*m_from);
    std::optional<Instant> known;
    if (m_asPrinted->isChecked()) {
        known = Instant::endOf(from);
    }
    answer(
        tr("Looking for what changed"),
        [question = pick()->question, from, known, day = asOf()](const ProjectState &state, const JobContext &job) {
            return explainChangeOf(state, question, from, known, day, job);
        },
        [this](ChangeLines lines) { show(std::move(lines)); });
}

void FigureChangePage::show(ChangeLines lines)
{
    clear();
    m_lines = std::move(lines);
    for (const Line &line : linesOf(m_lines.change, *indicator(), dayOf(*m_from).toIso(), asOf().toIso())) {
        addLine(*m_steps, line, indicator()->unit);
    }
    if (!m_lines.change.steps.empty()) {
        m_steps->setCurrentItem(m_steps->topLevelItem(1));
    }
}

void FigureChangePage::clear()
{
    m_steps->clear();
    m_lines = {};
    m_features->setLines({});
}

void FigureChangePage::showStep(int row)
{
    m_features->setLines(row < 0 ? FeatureLines() : m_lines.features[static_cast<std::size_t>(row)]);
}

} // namespace cuntu::ui
