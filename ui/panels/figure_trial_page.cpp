// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/figure_trial_page.h"

#include "core/progress/figure_text.h"
#include "ui/panels/feature_list.h"
#include "ui/panels/panel_parts.h"
#include "ui/panels/parameter_form.h"

#include <QHeaderView>
#include <QLabel>
#include <QScrollArea>
#include <QSplitter>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace cuntu::ui {
namespace {

enum Column { What, Usual, Tried, ColumnCount };

QString valueText(const std::optional<double> &value, const QString &unit)
{
    return value ? figureText(*value, unit) : QStringLiteral("—");
}

} // namespace

FigureTrialPage::FigureTrialPage(Workbench &bench, QWidget *parent)
    : FigurePage(bench, parent),
      m_inputs(new QScrollArea),
      m_summary(makeNote(QStringLiteral("trialSummary"))),
      m_flips(new QTreeWidget),
      m_features(new FeatureList(bench, QStringLiteral("trialFeatures")))
{
    m_inputs->setObjectName(QStringLiteral("trialInputs"));
    m_inputs->setWidgetResizable(true);
    m_inputs->setFrameShape(QFrame::NoFrame);
    m_inputs->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_flips->setObjectName(QStringLiteral("trialFlips"));
    m_flips->setAccessibleName(tr("Lights and areas that flip"));
    m_flips->setColumnCount(ColumnCount);
    m_flips->setHeaderLabels({tr("Target or area"), tr("Usual"), tr("Tried")});
    m_flips->setUniformRowHeights(true);
    m_flips->header()->setStretchLastSection(false);
    m_flips->header()->setSectionResizeMode(What, QHeaderView::Stretch);
    m_flips->setColumnWidth(Usual, 78);
    m_flips->setColumnWidth(Tried, 78);
    m_features->model().setHeadings({tr("Usual"), tr("Tried")}, FeatureListModel::Numbers::Fractions);
    auto *split = new QSplitter(Qt::Vertical);
    split->setChildrenCollapsible(false);
    split->addWidget(m_inputs);
    split->addWidget(m_flips);
    split->addWidget(m_features);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 6, 8, 0);
    layout->addWidget(m_summary);
    layout->addWidget(split, 1);
    connect(m_features, &FeatureList::featurePicked, this, &FigurePage::featurePicked);
}

void FigureTrialPage::takePick()
{
    clear();
    m_form = new ParameterForm(indicator() ? indicator()->parameters : std::vector<Parameter>(),
                               pick()->question.parameters, QStringLiteral("parameter_"));
    m_inputs->setWidget(m_form);
    connect(m_form, &ParameterForm::entered, this, &FigureTrialPage::refresh);
}

void FigureTrialPage::work()
{
    const QMap<QString, QString> tried = m_form->changed();
    if (tried.isEmpty()) {
        clear();
        m_summary->setText(indicator()->parameters.empty()
                               ? tr("This figure's definition has nothing that could be set.")
                               : tr("Change something below: the figure, the lights and the places that flip appear at "
                                    "once. Nothing is stored."));
        return;
    }
    answer(
        tr("Trying a definition"),
        [question = pick()->question, tried, day = asOf()](const ProjectState &state, const JobContext &job) {
            return tryOut(state, question, tried, day, job);
        },
        [this](TrialLines lines) { show(std::move(lines)); });
}

void FigureTrialPage::show(TrialLines lines)
{
    const Trial &trial = lines.trial;
    const QString unit = indicator()->unit;
    m_summary->setText(tr("%1 (%2/%3) becomes %4 (%5/%6)")
                           .arg(valueText(trial.value, unit), plainFigureText(trial.numerator, {}),
                                plainFigureText(trial.denominator, {}), valueText(trial.tried_value, unit),
                                plainFigureText(trial.tried_numerator, {}),
                                plainFigureText(trial.tried_denominator, {})));
    m_flips->clear();
    addLights(lines.lights);
    addAreas(trial);
    m_flips->expandAll();
    m_features->setLines(std::move(lines.features));
}

void FigureTrialPage::addLights(const std::vector<LightFlip> &lights)
{
    if (lights.empty()) {
        return;
    }
    auto *group = new QTreeWidgetItem(m_flips, {tr("%n target(s)", nullptr, static_cast<int>(lights.size()))});
    for (const LightFlip &light : lights) {
        const Target &target = light.after.target;
        auto *line = new QTreeWidgetItem(
            group, {QStringLiteral("%1 · %2").arg(
                       target.label, m_bench.session.state()->snapshot->areas().nameOf(target.area, asOf()))});
        for (const auto &[column, milestone] : {std::pair(Usual, &light.before), std::pair(Tried, &light.after)}) {
            line->setText(column, milestone->value ? figureText(*milestone->value, indicator()->unit, target.value)
                                                   : QStringLiteral("—"));
            line->setIcon(column, stateIcon(milestone->state, m_bench.theme));
            line->setToolTip(column, lookOf(milestone->state).word);
        }
    }
}

void FigureTrialPage::addAreas(const Trial &trial)
{
    if (trial.areas.empty()) {
        return;
    }
    auto *group = new QTreeWidgetItem(m_flips, {tr("%n area(s)", nullptr, static_cast<int>(trial.areas.size()))});
    for (const auto &[usual, tried] : trial.areas) {
        new QTreeWidgetItem(group,
                            {tried.areaName, valueText(usual.value, usual.unit), valueText(tried.value, tried.unit)});
    }
}

void FigureTrialPage::clear()
{
    m_summary->clear();
    m_flips->clear();
    m_features->setLines({});
}

} // namespace cuntu::ui
