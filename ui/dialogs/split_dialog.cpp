// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/split_dialog.h"

#include "core/progress/figure_text.h"
#include "core/progress/planned_curve.h"
#include "ui/window/target_words.h"
#include "ui/window/text.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTableWidget>

#include <algorithm>

namespace cuntu::ui {
namespace {

enum Column { Area, Counted, Value, ColumnCount };

const QString k_asWhole = QStringLiteral("*whole"); ///< each part is planned as the whole is
const QString k_own = QStringLiteral("*own");       ///< by shares that were typed

} // namespace

SplitDialog::SplitDialog(Workbench &bench, const Target &whole, QWidget *parent)
    : QDialog(parent), m_bench(bench), m_working(bench.jobs)
{
    m_split.whole = whole;
    setObjectName(QStringLiteral("splitDialog"));
    setWindowTitle(tr("Split target %1").arg(whole.label));
    resize(620, 520);
    makeWidgets();
    makeLayout();
    connect(m_level, &QComboBox::currentIndexChanged, this, &SplitDialog::work);
    connect(m_season, &QComboBox::currentIndexChanged, this, &SplitDialog::showQuarters);
    for (QSpinBox *quarter : m_quarters) {
        connect(quarter, &QSpinBox::valueChanged, this, [this] {
            if (!m_showing) {
                m_season->setCurrentIndex(m_season->findData(k_own));
            }
            check();
        });
    }
    connect(m_table, &QTableWidget::cellChanged, this, &SplitDialog::takeValue);
    connect(m_who, &QLineEdit::textChanged, this, &SplitDialog::check);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    showQuarters();
    work();
}

void SplitDialog::makeWidgets()
{
    m_level = new QComboBox;
    m_level->setObjectName(QStringLiteral("splitLevel"));
    for (const AreaLevel level : {AreaLevel::Township, AreaLevel::Village}) {
        if (level > m_split.whole.area.level()) {
            m_level->addItem(levelName(level), static_cast<int>(level));
        }
    }
    m_season = new QComboBox;
    m_season->setObjectName(QStringLiteral("splitSeason"));
    m_season->addItem(tr("as the whole is planned"), k_asWhole);
    if (m_split.whole.start && m_split.whole.due) { // else there are no quarters to lay it into
        for (const SeasonalTable &table : seasonalTables()) {
            m_season->addItem(table.name.toString(), table.id);
        }
        m_season->addItem(tr("by shares of my own"), k_own);
    }
    m_quarterPlace = new QWidget;
    auto *row = new QHBoxLayout(m_quarterPlace);
    row->setContentsMargins({});
    for (std::size_t i = 0; i < m_quarters.size(); ++i) {
        auto *edit = new QSpinBox;
        edit->setObjectName(QStringLiteral("splitQuarter%1").arg(i + 1));
        edit->setAccessibleName(tr("Share by the end of quarter %1").arg(i + 1));
        edit->setRange(0, 100);
        edit->setSuffix(QStringLiteral(" %"));
        edit->setPrefix(tr("Q%1 ").arg(i + 1));
        m_quarters[i] = edit;
        row->addWidget(edit);
    }
    m_quarters.back()->setValue(100);
    m_quarters.back()->setEnabled(false); // the year's work is done at its end
    const Indicator *indicator = m_bench.session.registry().findIndicator(m_split.whole.indicator);
    const QString unit = indicator != nullptr ? indicator->unit : QString();
    m_table = new QTableWidget(0, ColumnCount);
    m_table->setObjectName(QStringLiteral("splitTable"));
    m_table->setAccessibleName(tr("Parts"));
    m_table->setHorizontalHeaderLabels(
        {tr("Area"), tr("Counted there"), unit.isEmpty() ? tr("Part") : tr("Part, in %1").arg(unit)});
    m_table->verticalHeader()->hide();
    m_table->setAlternatingRowColors(true);
    m_table->verticalHeader()->setDefaultSectionSize(24);
    m_table->setShowGrid(false);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->horizontalHeader()->setSectionResizeMode(Area, QHeaderView::Stretch);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->setColumnWidth(Counted, 140);
    m_table->setColumnWidth(Value, 140);
    m_who = new QLineEdit(m_bench.settings.who());
    m_who->setObjectName(QStringLiteral("splitWho"));
    m_sum = new QLabel;
    m_sum->setObjectName(QStringLiteral("splitSum"));
    m_sum->setWordWrap(true);
    m_problem = new QLabel;
    m_problem->setObjectName(QStringLiteral("splitProblem"));
    m_problem->setProperty("role", QStringLiteral("problem"));
    m_problem->setWordWrap(true);
    m_buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    m_buttons->button(QDialogButtonBox::Ok)->setText(tr("Split it"));
    m_buttons->button(QDialogButtonBox::Ok)->setObjectName(QStringLiteral("splitAccept"));
}

void SplitDialog::makeLayout()
{
    auto *form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    form->addRow(tr("&Among"), m_level);
    form->addRow(tr("&Quarters"), m_season);
    form->addRow(tr("done by the end of"), m_quarterPlace);
    auto *end = new QFormLayout;
    end->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    end->addRow(tr("&Entered by"), m_who);
    auto *layout = new QVBoxLayout(this);
    layout->addLayout(form);
    layout->addWidget(m_table, 1);
    layout->addWidget(m_sum);
    layout->addLayout(end);
    layout->addWidget(m_problem);
    layout->addWidget(m_buttons);
}

void SplitDialog::work()
{
    m_split.parts.clear();
    m_failure = m_level->count() > 0 ? tr("Working out the parts…") : tr("A village's target has no smaller parts.");
    check(); // nothing can be accepted that is not on the screen yet
    if (m_level->count() == 0) {
        return;
    }
    m_working.run(
        tr("Splitting"), this,
        [state = m_bench.session.state(), whole = m_split.whole,
         level = static_cast<AreaLevel>(m_level->currentData().toInt()),
         day = m_bench.view.asOf()](const JobContext &job) { return workOutSplit(*state, whole, level, day, job); },
        [this](Result<TargetSplit> split) {
            if (split) {
                show(std::move(*split));
            } else {
                m_failure = problemText(split.error());
                check();
            }
        });
}

void SplitDialog::show(TargetSplit split)
{
    m_split = std::move(split);
    m_failure = m_split.parts.empty() ? tr("Nothing counts in any of these areas, so there is nothing to split by.")
                                      : QString();
    m_showing = true;
    const AreaTree &areas = m_bench.session.state()->snapshot->areas();
    m_table->setRowCount(static_cast<int>(m_split.parts.size()));
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const TargetPart &part = m_split.parts[static_cast<std::size_t>(row)];
        auto *area = new QTableWidgetItem(areas.nameOf(part.target.area, m_bench.view.asOf()));
        auto *counted = new QTableWidgetItem(plainFigureText(part.counted, {}));
        auto *value = new QTableWidgetItem(QString::number(part.target.value, 'g', 12));
        area->setFlags(area->flags() & ~Qt::ItemIsEditable);
        counted->setFlags(counted->flags() & ~Qt::ItemIsEditable);
        counted->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
        value->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
        m_table->setItem(row, Area, area);
        m_table->setItem(row, Counted, counted);
        m_table->setItem(row, Value, value);
    }
    m_showing = false;
    check();
}

void SplitDialog::takeValue(int row)
{
    const QTableWidgetItem *cell = m_table->item(row, Value);
    if (m_showing || cell == nullptr || static_cast<std::size_t>(row) >= m_split.parts.size()) {
        return;
    }
    bool isNumber = false;
    const double value = cell->text().trimmed().toDouble(&isNumber);
    double &part = m_split.parts[static_cast<std::size_t>(row)].target.value;
    part = isNumber ? value : part;
    m_showing = true; // what is no number is put back
    m_table->item(row, Value)->setText(QString::number(part, 'g', 12));
    m_showing = false;
    check();
}

bool SplitDialog::hasQuarters() const
{
    return m_season->currentData().toString() != k_asWhole;
}

void SplitDialog::showQuarters()
{
    const QString id = m_season->currentData().toString();
    for (const SeasonalTable &table : seasonalTables()) {
        for (std::size_t i = 0; table.id == id && i < m_quarters.size(); ++i) {
            m_showing = true;
            m_quarters[i]->setValue(static_cast<int>(table.shares[i] * 100 + 0.5));
            m_showing = false;
        }
    }
    m_quarterPlace->setEnabled(hasQuarters());
    check();
}

std::array<double, 4> SplitDialog::quarters() const
{
    std::array<double, 4> shares{};
    for (std::size_t i = 0; i < shares.size(); ++i) {
        shares[i] = m_quarters[i]->value() / 100.0;
    }
    return shares;
}

QString SplitDialog::problem() const
{
    if (!m_failure.isEmpty()) {
        return m_failure;
    }
    const std::array<double, 4> shares = quarters();
    if (hasQuarters() && !std::is_sorted(shares.begin(), shares.end())) {
        return tr("The shares of the quarters are cumulative: none is less than the one before.");
    }
    if (!addsUp(m_split)) {
        return m_split.kind == Indicator::Kind::Sum ? tr("The parts do not add up to the whole.")
                                                    : tr("With these parts the whole is not reached.");
    }
    return who().isEmpty() ? tr("Say who enters it.") : QString();
}

void SplitDialog::check()
{
    const QString why = problem();
    m_problem->setText(why);
    m_problem->setVisible(!why.isEmpty());
    QStringList lines;
    if (!m_split.parts.empty()) {
        lines << tr("%n part(s) come to %1 of %2", nullptr, static_cast<int>(m_split.parts.size()))
                     .arg(figureText(sumOfParts(m_split), m_split.unit, m_split.whole.value),
                          figureText(m_split.whole.value, m_split.unit));
    }
    const auto &targets = m_bench.session.state()->targets;
    const auto before = std::count_if(targets.begin(), targets.end(),
                                      [this](const Target &each) { return each.parent == m_split.whole.id; });
    if (before > 0) {
        lines << tr("It has %n part(s) already; these are added to them.", nullptr, static_cast<int>(before));
    }
    m_sum->setText(lines.join(QStringLiteral(". ")));
    QPushButton *accept = m_buttons->button(QDialogButtonBox::Ok);
    accept->setEnabled(why.isEmpty());
    accept->setToolTip(why);
}

std::vector<Target> SplitDialog::parts() const
{
    std::vector<Target> parts;
    for (const TargetPart &part : m_split.parts) {
        parts.push_back(part.target);
        if (hasQuarters()) {
            parts.back().curve = curveFromQuarters(quarters(), *part.target.start, *part.target.due);
        }
    }
    return parts;
}

QString SplitDialog::who() const
{
    return m_who->text().trimmed();
}

} // namespace cuntu::ui
