// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/figure_plan_page.h"

#include "core/progress/figure_text.h"
#include "ui/panels/feature_list.h"
#include "ui/panels/panel_parts.h"

#include <QComboBox>
#include <QDoubleValidator>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>

namespace cuntu::ui {
namespace {

constexpr double k_rounding = 1e-9;
enum Number { Gain, Cost };

} // namespace

FigurePlanPage::FigurePlanPage(Workbench &bench, QWidget *parent)
    : FigurePage(bench, parent),
      m_summary(makeNote(QStringLiteral("planSummary"))),
      m_features(new FeatureList(bench, QStringLiteral("planFeatures")))
{
    m_features->model().setHeadings({tr("Gain"), tr("Cost")}, FeatureListModel::Numbers::Single, true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 6, 8, 0);
    layout->addWidget(makeBar());
    layout->addWidget(m_summary);
    layout->addWidget(m_features, 1);
    connect(m_features, &FeatureList::featurePicked, this, &FigurePage::featurePicked);
    connect(m_features, &FeatureList::tickChanged, this, &FigurePlanPage::showSum);
}

QWidget *FigurePlanPage::makeBar()
{
    auto *bar = new QWidget;
    auto *form = new QFormLayout(bar);
    form->setContentsMargins({});
    m_cost = new QComboBox;
    m_cost->setObjectName(QStringLiteral("planCost"));
    m_cost->setAccessibleName(tr("What a place costs"));
    m_cost->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_budget = new QLineEdit;
    m_budget->setObjectName(QStringLiteral("planBudget"));
    m_budget->setAccessibleName(tr("Budget"));
    m_budget->setPlaceholderText(tr("no limit"));
    m_budget->setClearButtonEnabled(true);
    auto *numbers = new QDoubleValidator(m_budget);
    numbers->setBottom(0);
    m_budget->setValidator(numbers);
    form->addRow(tr("Cost"), m_cost);
    form->addRow(tr("Budget"), m_budget);
    connect(m_cost, &QComboBox::activated, this, &FigurePlanPage::refresh);
    connect(m_budget, &QLineEdit::editingFinished, this, &FigurePlanPage::refresh);
    return bar;
}

void FigurePlanPage::takePick()
{
    clear();
    const QSignalBlocker quiet(m_cost);
    m_cost->clear();
    m_cost->addItem(tr("every place alike"), QString());
}

void FigurePlanPage::work()
{
    if (!pick()->target) {
        clear();
        m_summary->setText(tr("No target is known for this figure. Pick one in the milestones, or a cell of the board "
                              "that has a light."));
        return;
    }
    const double budget = locale().toDouble(m_budget->text());
    answer(
        tr("Looking for the cheapest places"),
        [target = *pick()->target, cost = m_cost->currentData().toString(),
         limit = m_budget->text().isEmpty() ? std::optional<double>() : budget,
         day = asOf()](const ProjectState &state, const JobContext &job) {
            return planCheapest(state, target, cost, limit, day, job);
        },
        [this](PlanLines lines) { show(std::move(lines)); });
}

void FigurePlanPage::show(PlanLines lines)
{
    m_plan = std::move(lines.plan);
    if (m_cost->count() == 1) {
        fillCosts(m_plan.layer->schema());
    }
    std::stable_sort(lines.features.lines.begin(), lines.features.lines.end(),
                     [](const FeatureLine &a, const FeatureLine &b) { return a.ticked > b.ticked; });
    m_features->setLines(std::move(lines.features));
    showSum();
}

void FigurePlanPage::fillCosts(const LayerSchema &schema)
{
    const QSignalBlocker quiet(m_cost);
    for (const Field &field : schema.fields) {
        if (field.type == FieldType::Real || field.type == FieldType::Integer) {
            m_cost->addItem(field.name.toString(), field.id);
        }
    }
}

void FigurePlanPage::showSum()
{
    double gain = 0;
    double cost = 0;
    int ticked = 0;
    for (const FeatureLine &line : m_features->model().lines().lines) {
        if (line.ticked) {
            gain += line.numbers[Gain];
            cost += line.numbers[Cost];
            ++ticked;
        }
    }
    const auto text = [](double number) { return plainFigureText(number, {}); };
    QStringList lines{tr("%n place(s) ticked: gain %1 of %2 missing, for %3.", nullptr, ticked)
                          .arg(text(gain), text(m_plan.missing), text(cost)),
                      gain + k_rounding >= m_plan.missing ? tr("The target is reached.")
                                                          : tr("The target is not reached.")};
    if (m_plan.set.enough && m_plan.missing > 0) {
        lines << (m_plan.set.optimal
                      ? tr("It cannot be had for less than %1.").arg(text(m_plan.set.cost))
                      : tr("It is not proven to be cheapest: at least %1 are needed.").arg(text(m_plan.set.bound)));
    }
    if (m_plan.unpriced > 0) {
        lines << tr("%n place(s) left out: nothing is known of their cost.", nullptr,
                    static_cast<int>(m_plan.unpriced));
    }
    m_summary->setText(lines.join(QLatin1Char('\n')));
}

void FigurePlanPage::clear()
{
    m_plan = {};
    m_summary->clear();
    m_features->setLines({});
}

} // namespace cuntu::ui
