// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/analysis_panel.h"

#include "core/base/pinyin.h"
#include "ui/dialogs/ask_file.h"
#include "ui/panels/panel_parts.h"
#include "ui/panels/parameter_form.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QSplitter>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace cuntu::ui {
namespace {

enum RunColumn { Name, AsOf, State, RunColumns };
constexpr int k_idRole = Qt::UserRole;        ///< of an algorithm, or number of a result
constexpr int k_wordsRole = Qt::UserRole + 1; ///< by which an algorithm is found

/// Everything by which somebody may look for @p algorithm: both names, help, id, pinyin and its initials.
QString wordsOf(const Algorithm &algorithm, const Programme *programme)
{
    QStringList words{algorithm.id, algorithm.name.zh, algorithm.name.en, algorithm.help.toString()};
    for (const QString &name : {algorithm.name.zh, programme != nullptr ? programme->name.zh : QString()}) {
        words << name << pinyinOf(name).join(QString()) << pinyinInitials(name);
    }
    return words.join(QLatin1Char('\n')).toLower();
}

QLabel *heading(const QString &text)
{
    auto *label = new QLabel(text);
    QFont font = label->font();
    font.setBold(true);
    label->setFont(font);
    return label;
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
    split->addWidget(makeRuns());
    split->setSizes({170, 330, 170});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(split);
    fillTree();
    connect(&analysis, &Analysis::runsChanged, this, &AnalysisPanel::fillRuns);
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
    fillRuns();
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
    m_name = heading({});
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

QWidget *AnalysisPanel::makeRuns()
{
    auto *part = new QWidget;
    auto *layout = new QVBoxLayout(part);
    layout->setContentsMargins(6, 4, 6, 6);
    m_runs = new QTreeWidget;
    m_runs->setObjectName(QStringLiteral("analysisRuns"));
    m_runs->setAccessibleName(tr("Results that are kept"));
    m_runs->setColumnCount(RunColumns);
    m_runs->setHeaderLabels({tr("Result"), tr("As of"), tr("State")});
    m_runs->setRootIsDecorated(false);
    m_runs->setUniformRowHeights(true);
    m_runs->setAlternatingRowColors(true);
    m_runs->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_runs->setEditTriggers(QAbstractItemView::EditKeyPressed);
    m_runs->setContextMenuPolicy(Qt::CustomContextMenu);
    m_runs->setToolTip(tr("Click: show; double click: run again; F2: rename; Del: remove"));
    m_runs->header()->setSectionResizeMode(Name, QHeaderView::Stretch);
    m_runs->header()->setSectionResizeMode(AsOf, QHeaderView::ResizeToContents);
    m_runs->header()->setSectionResizeMode(State, QHeaderView::ResizeToContents);
    m_runs->header()->setStretchLastSection(false);
    m_compare = new QPushButton(tr("Compare…"));
    m_compare->setObjectName(QStringLiteral("analysisCompare"));
    m_adopt = new QPushButton(tr("Adopt into the plan…"));
    m_adopt->setObjectName(QStringLiteral("analysisAdopt"));
    auto *row = new QHBoxLayout;
    row->addWidget(m_compare);
    row->addWidget(m_adopt);
    row->addStretch(1);
    layout->addWidget(heading(tr("Results that are kept")));
    layout->addWidget(m_runs, 1);
    layout->addLayout(row);
    connect(m_runs, &QTreeWidget::itemSelectionChanged, this, [this] {
        updateButtons();
        const std::vector<qint64> picked = pickedRuns();
        if (!m_filling && picked.size() == 1) {
            Q_EMIT runPicked(picked.front());
        }
    });
    connect(m_runs, &QTreeWidget::itemDoubleClicked, this, [this](const QTreeWidgetItem *item) {
        if (const RunLine *line = m_analysis.find(item->data(Name, k_idRole).toLongLong())) {
            runAgain(KeptRun(line->run));
        }
    });
    connect(m_runs, &QTreeWidget::itemChanged, this, &AnalysisPanel::onRunRenamed);
    connect(m_runs, &QTreeWidget::customContextMenuRequested, this, &AnalysisPanel::showRunMenu);
    auto *remove = new QAction(tr("Remove"), m_runs);
    remove->setShortcut(QKeySequence::Delete);
    remove->setShortcutContext(Qt::WidgetShortcut);
    m_runs->addAction(remove);
    connect(remove, &QAction::triggered, this, &AnalysisPanel::removePicked);
    connect(m_compare, &QPushButton::clicked, this, [this] { Q_EMIT compareRequested(pickedRuns()); });
    connect(m_adopt, &QPushButton::clicked, this, [this] {
        if (const std::vector<qint64> picked = pickedRuns(); picked.size() == 1) {
            Q_EMIT adoptRequested(picked.front());
        }
    });
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
                item->setData(0, k_wordsRole, wordsOf(algorithm, &programme));
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

void AnalysisPanel::filterTree()
{
    const QStringList wanted = m_search->text().toLower().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    QTreeWidgetItem *first = nullptr;
    for (int i = 0; i < m_tree->topLevelItemCount(); ++i) {
        QTreeWidgetItem *group = m_tree->topLevelItem(i);
        bool some = false;
        for (int j = 0; j < group->childCount(); ++j) {
            QTreeWidgetItem *item = group->child(j);
            const QString words = item->data(0, k_wordsRole).toString();
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
    m_form = nullptr;
    delete m_place->takeWidget();
    m_said->hide();
    m_name->setText(which != nullptr ? which->name.toString() : QString());
    m_name->setVisible(which != nullptr);
    m_help->setText(which != nullptr ? which->help.toString() : tr("Choose what is to be computed in the tree above."));
    if (which != nullptr && state) {
        m_form = new ParameterForm(which->parameters, given, QStringLiteral("analysis_"), state->layers);
        m_place->setWidget(m_form);
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

std::vector<qint64> AnalysisPanel::pickedRuns() const
{
    std::vector<qint64> runs;
    for (int i = 0; i < m_runs->topLevelItemCount(); ++i) {
        if (m_runs->topLevelItem(i)->isSelected()) {
            runs.push_back(m_runs->topLevelItem(i)->data(Name, k_idRole).toLongLong());
        }
    }
    return runs;
}

void AnalysisPanel::fillRuns()
{
    const std::vector<qint64> picked = pickedRuns();
    m_filling = true;
    m_runs->clear();
    for (auto line = m_analysis.runs().rbegin(); line != m_analysis.runs().rend(); ++line) { // the newest first
        const KeptRun &run = line->run;
        auto *item = new QTreeWidgetItem(m_runs, {run.name, run.asOf.toText(),
                                                  run.adopted             ? tr("adopted")
                                                  : line->moved.isEmpty() ? tr("up to date")
                                                                          : tr("out of date")});
        item->setData(Name, k_idRole, run.id);
        item->setFlags(item->flags() | Qt::ItemIsEditable);
        item->setToolTip(Name, tr("%1, made %2 by %3").arg(run.algorithm, run.made.toText(), run.who));
        item->setToolTip(State, line->moved.join(QLatin1Char('\n')));
        item->setSelected(std::find(picked.begin(), picked.end(), run.id) != picked.end());
        if (!line->moved.isEmpty() && !run.adopted) {
            item->setForeground(State, m_bench.theme.warning);
        }
    }
    m_filling = false;
    updateButtons();
}

void AnalysisPanel::onRunRenamed(QTreeWidgetItem *item)
{
    const RunLine *line = m_analysis.find(item->data(Name, k_idRole).toLongLong());
    if (m_filling || line == nullptr || line->run.name == item->text(Name).trimmed()) {
        return;
    }
    if (item->text(Name).trimmed().isEmpty()) {
        fillRuns();
        return;
    }
    m_bench.actions.renameRun(line->run.id, item->text(Name).trimmed());
}

void AnalysisPanel::removePicked()
{
    const std::vector<qint64> picked = pickedRuns();
    if (!m_bench.session.canWrite()) {
        return;
    }
    for (const qint64 run : picked) {
        m_bench.actions.removeRun(run); // can be undone: not asked
    }
}

void AnalysisPanel::showRunMenu(const QPoint &place)
{
    const std::vector<qint64> picked = pickedRuns();
    if (picked.empty()) {
        return;
    }
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const bool canWrite = m_bench.session.canWrite();
    const RunLine *line = m_analysis.find(picked.front());
    if (picked.size() == 1 && line != nullptr) {
        menu->addAction(tr("Run again"), this, [this, run = line->run] { runAgain(run); });
        menu->addAction(tr("Rename"), this, [this] { m_runs->editItem(m_runs->selectedItems().value(0), Name); })
            ->setEnabled(canWrite);
    }
    menu->addAction(tr("Compare…"), this, [this, picked] { Q_EMIT compareRequested(picked); })
        ->setEnabled(picked.size() >= 2);
    menu->addAction(tr("Remove"), this, &AnalysisPanel::removePicked)->setEnabled(canWrite);
    menu->popup(m_runs->viewport()->mapToGlobal(place));
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
    const std::vector<qint64> picked = pickedRuns();
    const RunLine *line = picked.size() == 1 ? m_analysis.find(picked.front()) : nullptr;
    m_compare->setEnabled(picked.size() >= 2);
    m_compare->setToolTip(picked.size() >= 2 ? tr("Puts their figures and maps side by side")
                                             : tr("Choose two results or more: Ctrl and click."));
    m_adopt->setEnabled(line != nullptr && !line->run.marks.empty() && m_bench.session.canWrite());
    m_adopt->setToolTip(line == nullptr           ? tr("Choose one result.")
                        : line->run.marks.empty() ? tr("This result proposes no steps for the ledger.")
                                                  : tr("Enters the steps that the result proposes into the ledger"));
}

} // namespace cuntu::ui
