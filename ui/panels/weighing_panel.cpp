// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/weighing_panel.h"

#include "core/algorithm/figure_lines.h"
#include "core/algorithm/unit.h"
#include "core/io/row_cells.h"
#include "ui/dialogs/pairs_dialog.h"
#include "ui/panels/panel_parts.h"
#include "ui/panels/parameter_form.h"
#include "ui/panels/share_bar.h"

#include <QComboBox>
#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QSplitter>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace cuntu::ui {
namespace {

constexpr int k_columnsOfPatches = 4;

bool isAskedByItself(const QString &parameter)
{
    return parameter != QString::fromUtf16(k_weightsParameter) && parameter != QString::fromUtf16(k_withoutParameter) &&
           parameter != QString::fromUtf16(k_scoreFileParameter);
}

} // namespace

WeighingPanel::WeighingPanel(Workbench &bench, Analysis &analysis, LandWeighing &weighing, QWidget *parent)
    : QWidget(parent), m_bench(bench), m_analysis(analysis), m_weighing(weighing)
{
    setObjectName(QStringLiteral("weighingPanel"));
    auto *split = new QSplitter(Qt::Vertical);
    split->setChildrenCollapsible(true);
    split->addWidget(makeQuestion());
    m_weights = makeWeights();
    split->addWidget(m_weights);
    split->setSizes({200, 500});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(split);
    connect(&bench.session, &Session::stateChanged, this, &WeighingPanel::fillAlgorithms);
    connect(&weighing, &LandWeighing::started, this, [this] {
        m_said->clear();
        m_progress->show();
        onEnd();
    });
    connect(&weighing, &LandWeighing::progressed, this, [this](double share, const QString &doing) {
        m_progress->setValue(static_cast<int>(std::lround(100 * share)));
        m_said->setText(doing);
    });
    connect(&weighing, &LandWeighing::measured, this, &WeighingPanel::onMeasured);
    connect(&weighing, &LandWeighing::failed, this, &WeighingPanel::onFailed);
    connect(&weighing, &LandWeighing::changed, this, &WeighingPanel::showWeights);
    connect(&weighing, &LandWeighing::concluded, this, &WeighingPanel::showConclusion);
    connect(&weighing, &LandWeighing::cleared, this, [this] { m_weights->hide(); });
    fillAlgorithms();
    onEnd();
}

QWidget *WeighingPanel::makeQuestion()
{
    auto *part = new QWidget;
    auto *layout = new QVBoxLayout(part);
    layout->setContentsMargins(6, 6, 6, 4);
    m_algorithms = new QComboBox;
    m_algorithms->setObjectName(QStringLiteral("weighingAlgorithm"));
    m_algorithms->setAccessibleName(tr("What is weighed"));
    m_place = new QScrollArea;
    m_place->setWidgetResizable(true);
    m_place->setFrameShape(QFrame::NoFrame);
    m_measure = new QPushButton(tr("Measure"));
    m_measure->setObjectName(QStringLiteral("weighingMeasure"));
    m_measure->setToolTip(tr("Measures all criteria on the land; then their weights can be moved"));
    m_stop = new QPushButton(tr("Stop"));
    m_stop->setObjectName(QStringLiteral("weighingStop"));
    m_progress = new QProgressBar;
    m_progress->setRange(0, 100);
    m_progress->hide();
    m_said = makeNote(QStringLiteral("weighingSaid"));
    auto *row = new QHBoxLayout;
    row->addWidget(m_progress, 1);
    row->addStretch();
    row->addWidget(m_measure);
    row->addWidget(m_stop);
    layout->addWidget(m_algorithms);
    layout->addWidget(m_place, 1);
    layout->addLayout(row);
    layout->addWidget(m_said);
    connect(m_algorithms, &QComboBox::currentIndexChanged, this, &WeighingPanel::showForm);
    connect(m_measure, &QPushButton::clicked, this, &WeighingPanel::measure);
    connect(m_stop, &QPushButton::clicked, &m_weighing, &LandWeighing::stop);
    return part;
}

QWidget *WeighingPanel::makeWeights()
{
    auto *part = new QWidget;
    auto *layout = new QVBoxLayout(part);
    layout->setContentsMargins(6, 0, 6, 4);
    m_criteria = new QScrollArea;
    m_criteria->setObjectName(QStringLiteral("weighingCriteria"));
    m_criteria->setWidgetResizable(true);
    m_criteria->setFrameShape(QFrame::NoFrame);
    m_placeSaid = makeNote(QStringLiteral("weighingPlace"));
    m_placeSaid->setText(tr("Click on the map to see what a place is made of."));
    m_pairs = new QPushButton(tr("Compare in pairs…"));
    m_pairs->setObjectName(QStringLiteral("weighingPairs"));
    m_undo = new QPushButton(tr("Take back"));
    m_undo->setObjectName(QStringLiteral("weighingUndo"));
    m_undo->setToolTip(tr("Takes the last change of weights and exclusions back"));
    m_keep = new QPushButton(tr("Keep as result"));
    m_keep->setObjectName(QStringLiteral("weighingKeep"));
    auto *row = new QHBoxLayout;
    row->addWidget(m_pairs);
    row->addWidget(m_undo);
    row->addStretch();
    row->addWidget(m_keep);
    layout->addWidget(m_criteria, 3);
    layout->addWidget(m_placeSaid);
    layout->addLayout(row);
    layout->addWidget(makeResult(), 2);
    connect(m_pairs, &QPushButton::clicked, this, &WeighingPanel::judgePairs);
    connect(m_undo, &QPushButton::clicked, &m_weighing, &LandWeighing::undo);
    connect(m_keep, &QPushButton::clicked, this, &WeighingPanel::keep);
    part->hide();
    return part;
}

QWidget *WeighingPanel::makeResult()
{
    auto *part = new QWidget;
    auto *layout = new QVBoxLayout(part);
    layout->setContentsMargins({});
    m_sentence = makeNote(QStringLiteral("weighingSentence"));
    m_patches = new QTreeWidget;
    m_patches->setObjectName(QStringLiteral("weighingPatches"));
    m_patches->setAccessibleName(tr("Best places with the present weights"));
    m_patches->setRootIsDecorated(false);
    m_patches->setUniformRowHeights(true);
    m_patches->setItemDelegate(new ShareBar(m_bench.theme, m_patches));
    layout->addWidget(m_sentence);
    layout->addWidget(m_patches, 1);
    return part;
}

const Algorithm *WeighingPanel::algorithm() const
{
    const Immutable<ProjectState> &state = m_bench.session.state();
    return state ? state->registry->findAlgorithm(m_algorithms->currentData().toString()) : nullptr;
}

void WeighingPanel::fillAlgorithms()
{
    const std::vector<const Algorithm *> all = m_weighing.algorithms();
    if (static_cast<int>(all.size()) == m_algorithms->count() && m_form != nullptr) {
        return;
    }
    m_algorithms->clear();
    for (const Algorithm *each : all) {
        m_algorithms->addItem(each->name.toString(), each->id);
    }
    showForm();
    onEnd();
}

void WeighingPanel::showForm()
{
    delete std::exchange(m_form, nullptr);
    const Algorithm *chosen = algorithm();
    if (chosen == nullptr) {
        return;
    }
    std::vector<Parameter> asked;
    for (const Parameter &parameter : chosen->parameters) {
        if (isAskedByItself(parameter.id)) {
            asked.push_back(parameter);
        }
    }
    m_form = new ParameterForm(asked, m_analysis.remembered(chosen->id), QStringLiteral("weighing_"),
                               m_bench.session.state()->layers);
    m_place->setWidget(m_form);
}

void WeighingPanel::measure()
{
    if (const Algorithm *chosen = algorithm(); chosen != nullptr && m_form != nullptr) {
        m_weighing.measure(*chosen, m_form->values(), m_bench.view.asOf());
    }
}

void WeighingPanel::onEnd()
{
    const bool isBusy = m_weighing.isMeasuring();
    m_measure->setEnabled(!isBusy && algorithm() != nullptr);
    m_stop->setVisible(isBusy);
    m_progress->setVisible(isBusy);
}

void WeighingPanel::onFailed(const Error &error)
{
    onEnd();
    m_said->setText(error.code == ErrorCode::Cancelled ? QString() : error.toText());
}

void WeighingPanel::onMeasured()
{
    onEnd();
    const QStringList &notes = m_weighing.land()->notes;
    m_said->setText(notes.isEmpty()
                        ? QString()
                        : tr("%n criteria or exclusions are left out, or known in part. Point here for more.", nullptr,
                             static_cast<int>(notes.size())));
    m_said->setToolTip(notes.join(QLatin1Char('\n')));
    fillCriteria();
    m_patches->clear();
    m_weights->show();
}

void WeighingPanel::showConclusion(const Outcome &outcome)
{
    m_sentence->setText(outcome.figures[QStringLiteral("sentence")].toString());
    m_patches->clear();
    if (outcome.layers.empty()) {
        return;
    }
    const LayerSchema &schema = outcome.layers.front().schema;
    const int columns = std::min(k_columnsOfPatches, static_cast<int>(schema.fields.size()));
    QStringList heads;
    for (int i = 0; i < columns; ++i) {
        heads << schema.fields[static_cast<std::size_t>(i)].name.toString();
    }
    m_patches->setColumnCount(columns);
    m_patches->setHeaderLabels(heads);
    for (const FeatureRow &row : outcome.layers.front().rows) {
        auto *item = new QTreeWidgetItem(m_patches);
        for (int i = 0; i < columns; ++i) {
            const auto number = numberOf(schema, row, schema.fields[static_cast<std::size_t>(i)].id);
            item->setText(i, number ? outcomeNumberText(*number) : QString());
            const bool isShare = schema.fields[static_cast<std::size_t>(i)].unit == QStringLiteral("%");
            item->setData(i, ShareBar::k_shareRole, isShare && number ? QVariant(*number / 100) : QVariant());
        }
    }
    for (int i = 0; i < columns; ++i) {
        m_patches->resizeColumnToContents(i);
    }
}

void WeighingPanel::judgePairs()
{
    QStringList names;
    for (const WeighedCriterion &criterion : m_weighing.land()->criteria) {
        names << criterion.name.toString();
    }
    auto *dialog = new PairsDialog(names, window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setJudgements(m_weighing.judgements());
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        std::vector<double> weights = dialog->weights().weights;
        m_weighing.keepJudgements(weights.size(), dialog->judgements());
        const double largest = *std::max_element(weights.begin(), weights.end());
        for (double &weight : weights) {
            weight = 100 * weight / largest;
        }
        m_weighing.setWeights(std::move(weights));
    });
    dialog->open();
}

void WeighingPanel::keep()
{
    const Immutable<ProjectState> &state = m_bench.session.state();
    const Algorithm *chosen = state ? state->registry->findAlgorithm(m_weighing.algorithmId()) : nullptr;
    if (chosen != nullptr) {
        const QFileInfo project(state->path);
        const QString day = QDateTime::currentDateTime().toString(QStringLiteral("yyyyMMdd-HHmmss"));
        QMap<QString, QString> given = m_weighing.given();
        given[QString::fromUtf16(k_scoreFileParameter)] =
            project.absoluteDir().filePath(QStringLiteral("%1-scores-%2.tif").arg(project.completeBaseName(), day));
        m_analysis.run(*chosen, given, m_bench.view.asOf());
    }
}

} // namespace cuntu::ui
