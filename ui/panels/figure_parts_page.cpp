// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/figure_parts_page.h"

#include "core/progress/figure_text.h"
#include "ui/panels/feature_list.h"
#include "ui/panels/panel_parts.h"
#include "ui/window/text.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

namespace cuntu::ui {
namespace {

enum Which { All, Done, Left };

bool isDone(const FeatureLine &line)
{
    return line.numbers[0] > 0 && line.numbers[0] >= line.numbers[1];
}

} // namespace

FigurePartsPage::FigurePartsPage(Workbench &bench, QWidget *parent)
    : FigurePage(bench, parent),
      m_rungs(makeNote(QStringLiteral("figureRungs"))),
      m_rule(makeNote(QStringLiteral("figureRule"))),
      m_which(new QComboBox),
      m_features(new FeatureList(bench, QStringLiteral("figureParts")))
{
    auto *ruleButton = new QToolButton;
    ruleButton->setObjectName(QStringLiteral("figureRuleButton"));
    ruleButton->setText(tr("The rule"));
    ruleButton->setAutoRaise(true);
    ruleButton->setCheckable(true);
    ruleButton->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    ruleButton->setArrowType(Qt::RightArrow);
    m_rule->hide();
    m_which->setObjectName(QStringLiteral("figureWhich"));
    m_which->setAccessibleName(tr("Which places are listed"));
    m_which->addItem(tr("all that count"), All);
    m_which->addItem(tr("done"), Done);
    m_which->addItem(tr("not done yet"), Left);
    m_features->model().setHeadings({tr("Done")}, FeatureListModel::Numbers::Fractions);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 6, 8, 0);
    layout->addWidget(m_rungs);
    auto *row = new QHBoxLayout;
    row->addWidget(m_which, 1);
    row->addWidget(ruleButton);
    layout->addLayout(row);
    layout->addWidget(m_rule);
    layout->addWidget(m_features, 1);
    connect(ruleButton, &QToolButton::toggled, this, [this, ruleButton](bool shown) {
        m_rule->setVisible(shown);
        ruleButton->setArrowType(shown ? Qt::DownArrow : Qt::RightArrow);
    });
    connect(m_which, &QComboBox::currentIndexChanged, this, &FigurePartsPage::filter);
    connect(m_features, &FeatureList::featurePicked, this, &FigurePage::featurePicked);
}

void FigurePartsPage::work()
{
    answer(
        tr("Taking a figure apart"),
        [question = pick()->question, day = asOf()](const ProjectState &state, const JobContext &job) {
            return explain(state, question, day, job);
        },
        [this](Explanation explanation) { show(std::move(explanation)); });
}

void FigurePartsPage::show(Explanation explanation)
{
    QStringList rungs;
    for (const Rung rung : {Rung::Reported, Rung::Checked, Rung::Certified}) {
        const Contribution &sum = explanation.byRung[static_cast<std::size_t>(rung)];
        const auto value = valueOf(*indicator(), sum.numerator, sum.denominator);
        rungs << tr("%1 %2").arg(rungName(rung), value ? figureText(*value, indicator()->unit) : QStringLiteral("—"));
    }
    m_rungs->setText(rungs.join(QStringLiteral(" · ")));
    m_rule->setText((QStringList{explanation.rule} + explanation.definition).join(QLatin1Char('\n')));
    m_features->setLines(std::move(explanation.features));
    filter();
}

void FigurePartsPage::clear()
{
    m_rungs->clear();
    m_rule->clear();
    m_features->setLines({});
}

void FigurePartsPage::filter()
{
    switch (m_which->currentData().toInt()) {
    case Done:
        m_features->setFilter(isDone);
        break;
    case Left:
        m_features->setFilter([](const FeatureLine &line) { return !isDone(line); });
        break;
    default:
        m_features->setFilter({});
    }
}

} // namespace cuntu::ui
