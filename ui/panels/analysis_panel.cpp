// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/analysis_panel.h"

#include "core/base/pinyin.h"
#include "ui/panels/panel_parts.h"
#include "ui/panels/parameter_form.h"
#include "ui/panels/run_list.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSplitter>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace cuntu::ui {
namespace {

constexpr int k_idRole = Qt::UserRole;        ///< of an algorithm
constexpr int k_wordsRole = Qt::UserRole + 1; ///< by which an algorithm is found; made when somebody looks for one

/// Everything by which somebody may look for @p algorithm: both names, help, id, pinyin and its initials.
QString wordsOf(const Algorithm &algorithm, const Programme *programme)
{
    QStringList words{algorithm.id, algorithm.name.zh, algorithm.name.en, algorithm.help.toString()};
    for (const QString &name : {algorithm.name.zh, programme != nullptr ? programme->name.zh : QString()}) {
        words << name << pinyinOf(name).join(QString()) << pinyinInitials(name);
    }
    return words.join(QLatin1Char('\n')).toLower();
}

} // namespace

AnalysisPanel::AnalysisPanel(Workbench &bench, Analysis &analysis, QWidget *parent)
    : QWidget(parent), m_bench(bench), m_analysis(analysis)
{
    setObjectName(QStringLiteral("analysisPanel"));
    auto *split = new QSplitter(Qt::Vertical);
    split->setChildrenCollapsible(false);
    split->addWidget(makeChoice());
    split->addWidget(makeQuestion());
    auto *runs = new RunList(bench, analysis);
    split->addWidget(runs);
    split->setSizes({170, 330, 170});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(split);
    fillTree();
    connect(runs, &RunList::runPicked, this, &AnalysisPanel::runPicked);
    connect(runs, &RunList::compareRequested, this, &AnalysisPanel::compareRequested);
    connect(runs, &RunList::adoptRequested, this, &AnalysisPanel::adoptRequested);
    connect(runs, &RunList::runAgainRequested, this, &AnalysisPanel::runAgain);
    connect(&analysis, &Analysis::started, this, &AnalysisPanel::onStarted);
    connect(&analysis, &Analysis::progressed, this, &AnalysisPanel::onProgress);
    connect(&analysis, &Analysis::failed, this, &AnalysisPanel::onFailed);
    connect(&analysis, &Analysis::finished, this, &AnalysisPanel::onEnd);
    connect(&bench.view, &ViewState::asOfChanged, this, &AnalysisPanel::updateButtons);
    connect(&bench.session, &Session::opened, this, [this] { choose(m_chosen); });
    connect(&bench.session, &Session::stateChanged, this, [this] {
        if (m_form == nullptr) {
            choose(m_chosen); // the layers are known now
        } else if (layerIds() != m_offered) {
            showForm(m_form->values()); // there are others to choose from
        }
        updateButtons();
    });
    connect(&bench.session, &Session::closed, this, [this] {
        choose({});
        onEnd();
    });
    choose({});
}

QWidget *AnalysisPanel::makeChoice()
{
    auto *part = new QWidget;
    auto *layout = new QVBoxLayout(part);
    layout->setContentsMargins(6, 6, 6, 0);
    m_search = new QLineEdit;
    m_search->setObjectName(QStringLiteral("analysisSearch"));
    m_search->setPlaceholderText(tr("Find by name, words or pinyin initials"));
    m_search->setClearButtonEnabled(true);
    m_tree = new QTreeWidget;
    m_tree->setObjectName(QStringLiteral("analysisTree"));
    m_tree->setAccessibleName(tr("Algorithms"));
    m_tree->setHeaderHidden(true);
    m_tree->setUniformRowHeights(true);
    layout->addWidget(m_search);
    layout->addWidget(m_tree, 1);
    connect(m_search, &QLineEdit::textChanged, this, &AnalysisPanel::filterTree);
    connect(m_tree, &QTreeWidget::currentItemChanged, this, [this](const QTreeWidgetItem *item) {
        const QString id = item != nullptr ? item->data(0, k_idRole).toString() : QString();
        if (!id.isEmpty() && id != m_chosen) {
            choose(id);
        }
    });
    return part;
}

QWidget *AnalysisPanel::makeQuestion()
{
    auto *part = new QWidget;
    auto *layout = new QVBoxLayout(part);
    layout->setContentsMargins(6, 4, 6, 4);
    m_name = makeHeading({});
    m_name->setWordWrap(true);
    m_help = makeNote(QStringLiteral("analysisHelp"));
    m_place = new QScrollArea;
    m_place->setWidgetResizable(true);
    m_place->setFrameShape(QFrame::NoFrame);
    m_day = makeNote(QStringLiteral("analysisDay"));
    m_run = new QPushButton(tr("Run"));
    m_run->setObjectName(QStringLiteral("analysisRun"));
    m_run->setDefault(true);
    m_stop = new QPushButton(tr("Stop"));
    m_stop->setObjectName(QStringLiteral("analysisStop"));
    m_stop->setToolTip(tr("Stops; the best result so far is kept where there is one"));
    m_progress = new QProgressBar;
    m_progress->setObjectName(QStringLiteral("analysisProgress"));
    m_progress->setRange(0, 100);
    m_said = new QLabel;
    m_said->setObjectName(QStringLiteral("analysisSaid"));
    m_said->setWordWrap(true);
    m_said->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *row = new QHBoxLayout;
    row->addWidget(m_day, 1);
    row->addWidget(m_run);
    row->addWidget(m_stop);
    layout->addWidget(m_name);
    layout->addWidget(m_help);
    layout->addWidget(m_place, 1);
    layout->addLayout(row);
    layout->addWidget(m_progress);
    layout->addWidget(m_said);
    m_progress->hide();
    m_stop->hide();
    m_said->hide();
    connect(m_run, &QPushButton::clicked, this, &AnalysisPanel::run);
    connect(m_stop, &QPushButton::clicked, &m_analysis, &Analysis::stop);
    return part;
}

void AnalysisPanel::fillTree()
{
    const Registry &registry = m_bench.session.registry();
    for (const Programme &programme : registry.programmes) {
        auto *group = new QTreeWidgetItem(QStringList{programme.name.toString()});
        group->setToolTip(0, programme.help.toString());
        group->setFlags(Qt::ItemIsEnabled);
        for (const Algorithm &algorithm : registry.algorithms) {
            if (algorithm.programme == programme.id) {
                auto *item = new QTreeWidgetItem(group, QStringList{algorithm.name.toString()});
                item->setData(0, k_idRole, algorithm.id);
                item->setToolTip(0, algorithm.help.toString());
            }
        }
        if (group->childCount() > 0) {
            m_tree->addTopLevelItem(group);
            group->setExpanded(true);
        } else {
            delete group;
        }
    }
}

/// Not before somebody types: to load what turns Chinese into pinyin takes a tenth of the program's start.
QString AnalysisPanel::wordsOfItem(QTreeWidgetItem &item) const
{
    if (!item.data(0, k_wordsRole).isValid()) {
        const Registry &registry = m_bench.session.registry();
        const Algorithm *algorithm = registry.findAlgorithm(item.data(0, k_idRole).toString());
        item.setData(0, k_wordsRole, wordsOf(*algorithm, registry.findProgramme(algorithm->programme)));
    }
    return item.data(0, k_wordsRole).toString();
}

void AnalysisPanel::filterTree()
{
    const QStringList wanted = m_search->text().toLower().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    QTreeWidgetItem *first = nullptr;
    for (int i = 0; i < m_tree->topLevelItemCount(); ++i) {
        QTreeWidgetItem *group = m_tree->topLevelItem(i);
        bool some = false;
        for (int j = 0; j < group->childCount(); ++j) {
            QTreeWidgetItem *item = group->child(j);
            const QString words = wanted.isEmpty() ? QString() : wordsOfItem(*item);
            const bool fits = std::all_of(wanted.begin(), wanted.end(),
                                          [&words](const QString &word) { return words.contains(word); });
            item->setHidden(!fits);
            some = some || fits;
            first = first == nullptr && fits ? item : first;
        }
        group->setHidden(!some);
    }
    if (!wanted.isEmpty() && first != nullptr) {
        m_tree->setCurrentItem(first);
    }
}

void AnalysisPanel::focusSearch()
{
    m_search->setFocus();
    m_search->selectAll();
}

const Algorithm *AnalysisPanel::algorithm() const
{
    return m_bench.session.registry().findAlgorithm(m_chosen);
}

QStringList AnalysisPanel::layerIds() const
{
    QStringList ids;
    if (const Immutable<ProjectState> state = m_bench.session.state()) {
        for (const LayerInfo &layer : state->layers) {
            ids << layer.schema.id;
        }
    }
    return ids;
}

void AnalysisPanel::choose(const QString &id)
{
    m_chosen = id;
    showForm(m_analysis.remembered(id));
}

void AnalysisPanel::showForm(const QMap<QString, QString> &given)
{
    const Algorithm *which = algorithm();
    const Immutable<ProjectState> state = m_bench.session.state();
    // The same form made anew, as after a result that is a layer more, stays where it was.
    const int scrolled = which != nullptr && m_shown == which->id ? m_place->verticalScrollBar()->value() : 0;
    m_shown = which != nullptr ? which->id : QString();
    m_form = nullptr;
    delete m_place->takeWidget();
    m_said->hide();
    m_name->setText(which != nullptr ? which->name.toString() : QString());
    m_name->setVisible(which != nullptr);
    m_help->setText(which != nullptr ? which->help.toString() : tr("Choose what is to be computed in the tree above."));
    if (which != nullptr && state) {
        m_form = new ParameterForm(which->parameters, given, QStringLiteral("analysis_"), state->layers);
        m_place->setWidget(m_form);
        m_place->widget()->adjustSize();
        m_place->verticalScrollBar()->setValue(scrolled);
        m_offered = layerIds();
    }
    for (int i = 0; which != nullptr && i < m_tree->topLevelItemCount(); ++i) {
        for (int j = 0; j < m_tree->topLevelItem(i)->childCount(); ++j) {
            QTreeWidgetItem *item = m_tree->topLevelItem(i)->child(j);
            if (item->data(0, k_idRole).toString() == m_chosen) {
                m_tree->setCurrentItem(item);
            }
        }
    }
    updateButtons();
}

void AnalysisPanel::run()
{
    if (algorithm() != nullptr && m_form != nullptr) {
        m_said->hide();
        m_analysis.run(*algorithm(), m_form->values(), m_bench.view.asOf());
    }
}

void AnalysisPanel::runAgain(const KeptRun &run)
{
    if (m_bench.session.registry().findAlgorithm(run.algorithm) == nullptr) {
        m_bench.log.warn(tr("The programme that has the algorithm %1 is not there.").arg(run.algorithm));
        return;
    }
    m_chosen = run.algorithm;
    showForm(run.parameters);
    this->run();
}

void AnalysisPanel::onStarted()
{
    m_progress->setRange(0, 0); // unknown as yet
    m_progress->show();
    m_said->setStyleSheet({});
    m_said->setText(tr("Running…"));
    m_said->show();
    updateButtons();
}

void AnalysisPanel::onProgress(double share, const QString &doing)
{
    if (share >= 0) {
        m_progress->setRange(0, 100);
        m_progress->setValue(static_cast<int>(share * 100));
    }
    m_said->setText(doing);
}

void AnalysisPanel::onFailed(const Error &error)
{
    onEnd();
    m_said->setText(error.code == ErrorCode::Cancelled ? tr("Stopped; there was no result yet.") : error.toText());
    m_said->setStyleSheet(
        error.code == ErrorCode::Cancelled ? QString() : QStringLiteral("color: %1").arg(m_bench.theme.failure.name()));
    m_said->show();
}

void AnalysisPanel::onEnd()
{
    m_progress->hide();
    m_said->hide();
    updateButtons();
}

void AnalysisPanel::updateButtons()
{
    const bool running = m_analysis.isRunning();
    m_run->setVisible(!running);
    m_stop->setVisible(running);
    m_run->setEnabled(m_form != nullptr);
    m_run->setToolTip(m_form != nullptr ? tr("Runs it on the data as of the day that is shown")
                                        : tr("Choose an algorithm first."));
    m_day->setText(tr("As of %1").arg(m_bench.view.asOf().toText()));
}

} // namespace cuntu::ui
