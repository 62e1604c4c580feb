// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/check_panel.h"

#include "core/project/check_list.h"
#include "ui/dialogs/ask_file.h"
#include "ui/panels/panel_parts.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStackedLayout>
#include <QTreeWidget>

#include <set>

namespace cuntu::ui {
namespace {

enum Column { What, Layer, Feature, Columns };
enum Filter { All, Errors, Warnings };
constexpr int k_ruleRole = Qt::UserRole;        ///< number of the rule among the outcomes
constexpr int k_findingRole = Qt::UserRole + 1; ///< number of the finding in it; -1: the rule's own row
constexpr int k_mostShown = 1000;               ///< findings of a rule that have a row; the saved list has all

/// The first few of @p changes, and how many more there are.
QString shortened(const QStringList &changes)
{
    constexpr qsizetype k_shown = 3;
    const QString first = changes.mid(0, k_shown).join(QStringLiteral("; "));
    const auto more = static_cast<int>(changes.size() - k_shown);
    return more > 0 ? CheckPanel::tr("%1, and %n more", nullptr, more).arg(first) : first;
}

} // namespace

CheckPanel::CheckPanel(Workbench &bench)
    : m_bench(bench),
      m_previewing(bench.jobs),
      m_tree(new QTreeWidget),
      m_empty(makeEmptyNote(QStringLiteral("checkEmpty")))
{
    setObjectName(QStringLiteral("checkPanel"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    makeBar();
    makeTree();
    auto *pages = new QWidget;
    m_pages = new QStackedLayout(pages);
    m_pages->addWidget(m_tree);
    m_pages->addWidget(m_empty);
    layout->addWidget(pages, 1);
    const PanelFooter footer = makeFooter(QStringLiteral("checkFooter"));
    m_footer = footer.text;
    layout->addWidget(footer.strip);
    connect(&bench.jobs, &JobRunner::progressed, this, &CheckPanel::onProgress);
    connect(&bench.session, &Session::stateChanged, this, &CheckPanel::onProjectChanged);
    connect(&bench.session, &Session::closed, this, [this] {
        m_bench.jobs.drop(std::exchange(m_job, 0));
        m_previewing.stop();
        m_outcomes.clear();
        m_hasRun = m_isOld = m_runsAgain = false;
        fill();
    });
    fill();
}

void CheckPanel::makeBar()
{
    auto *bar = new QWidget;
    bar->setObjectName(QStringLiteral("panelBar"));
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(8, 4, 8, 4);
    const auto button = [row](const char *name, const QString &text) {
        auto *made = new QPushButton(text);
        made->setObjectName(QString::fromLatin1(name));
        row->addWidget(made);
        return made;
    };
    m_run = button("checkRun", tr("Check the data"));
    m_stop = button("checkStop", tr("Stop"));
    m_severity = new QComboBox;
    m_severity->setObjectName(QStringLiteral("checkSeverity"));
    m_severity->setAccessibleName(tr("Which findings"));
    m_severity->addItems({tr("all"), tr("errors"), tr("warnings")});
    row->addWidget(m_severity);
    m_filter = new QLineEdit;
    m_filter->setObjectName(QStringLiteral("checkFilter"));
    m_filter->setPlaceholderText(tr("Words in rule, layer or finding"));
    m_filter->setClearButtonEnabled(true);
    row->addWidget(m_filter, 1);
    m_fix = button("checkFix", tr("Put right…"));
    m_list = button("checkList", tr("List for rectification…"));
    m_save = button("checkSave", tr("Save the list…"));
    layout()->addWidget(bar);
    connect(m_run, &QPushButton::clicked, this, &CheckPanel::run);
    connect(m_stop, &QPushButton::clicked, this, [this] { m_bench.jobs.cancel(m_job); });
    connect(m_severity, &QComboBox::currentIndexChanged, this, &CheckPanel::fill);
    connect(m_filter, &QLineEdit::textChanged, this, &CheckPanel::fill);
    connect(m_fix, &QPushButton::clicked, this, &CheckPanel::askFix);
    connect(m_list, &QPushButton::clicked, this, &CheckPanel::askCase);
    connect(m_save, &QPushButton::clicked, this, &CheckPanel::askSave);
}

void CheckPanel::makeTree()
{
    m_tree->setObjectName(QStringLiteral("checkTree"));
    m_tree->setAccessibleName(tr("Findings"));
    m_tree->setColumnCount(Columns);
    m_tree->setHeaderLabels({tr("Finding"), tr("Layer"), tr("Feature")});
    m_tree->setAlternatingRowColors(true);
    m_tree->setUniformRowHeights(true);
    m_tree->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_tree->setExpandsOnDoubleClick(false);
    m_tree->header()->setSectionResizeMode(What, QHeaderView::Stretch);
    m_tree->header()->setSectionResizeMode(Layer, QHeaderView::ResizeToContents);
    m_tree->header()->setSectionResizeMode(Feature, QHeaderView::ResizeToContents);
    m_tree->header()->setStretchLastSection(false);
    connect(m_tree, &QTreeWidget::itemActivated, this, &CheckPanel::show);
    connect(m_tree, &QTreeWidget::itemSelectionChanged, this, &CheckPanel::updateButtons);
    connect(m_tree, &QTreeWidget::itemChanged, this, &CheckPanel::updateButtons);
    connect(m_tree, &QTreeWidget::currentItemChanged, this, &CheckPanel::preview);
}

void CheckPanel::run()
{
    if (m_job != 0 || !m_bench.session.hasProject()) {
        return;
    }
    const std::shared_ptr<Project> project = m_bench.session.project();
    const qint64 revision = project->revision();
    m_job = m_bench.jobs.run(
        JobRunner::Kind::Shown, tr("Checking the data"), this,
        [project](const JobContext &job) { return checkProject(*project, {}, job); },
        [this, revision](Result<std::vector<RuleOutcome>> outcomes) { takeOutcomes(std::move(outcomes), revision); });
    fill();
}

void CheckPanel::onProgress(JobRunner::Id job, double share, const QString &doing)
{
    if (job == m_job && m_job != 0) {
        m_footer->setText(tr("%1 % – %2").arg(static_cast<int>(share * 100)).arg(doing));
    }
}

void CheckPanel::takeOutcomes(Result<std::vector<RuleOutcome>> outcomes, qint64 revision)
{
    m_job = 0;
    if (!outcomes) {
        if (outcomes.error().code != ErrorCode::Cancelled) {
            m_bench.log.fail(outcomes.error());
        }
    } else {
        m_outcomes = std::move(*outcomes);
        m_hasRun = true;
        m_revision = revision;
        m_isOld = m_bench.session.project()->revision() != revision;
    }
    fill();
}

void CheckPanel::onProjectChanged()
{
    const std::shared_ptr<Project> project = m_bench.session.project();
    m_isOld = m_hasRun && project && project->revision() != m_revision;
    if (m_isOld && std::exchange(m_runsAgain, false)) {
        run();
    }
    updateButtons();
    m_footer->setText(footerText());
    m_empty->setText(emptyText());
}

bool CheckPanel::passes(const RuleOutcome &outcome, const CheckFinding &finding) const
{
    const int severity = m_severity->currentIndex();
    const bool isError = outcome.severity == Severity::Error;
    if ((severity == Errors && !isError) || (severity == Warnings && isError)) {
        return false;
    }
    const QString words = m_filter->text().trimmed();
    const auto has = [&words](const QString &text) { return text.contains(words, Qt::CaseInsensitive); };
    return words.isEmpty() || has(outcome.name.toString()) || has(finding.layer) || has(finding.sentence);
}

void CheckPanel::addRule(const RuleOutcome &outcome, std::size_t number)
{
    const Immutable<ProjectState> state = m_bench.session.state();
    QList<QTreeWidgetItem *> rows;
    std::size_t passed = 0;
    for (std::size_t i = 0; i < outcome.findings.size(); ++i) {
        const CheckFinding &finding = outcome.findings[i];
        if (!passes(outcome, finding) || ++passed > k_mostShown) {
            continue;
        }
        const LayerInfo *layer = state ? state->findLayer(finding.layer) : nullptr;
        auto *row =
            new QTreeWidgetItem({finding.sentence, layer != nullptr ? layer->schema.name.toString() : finding.layer,
                                 finding.feature.isNone() ? QString() : QString::number(finding.feature.value)});
        row->setData(What, k_ruleRole, static_cast<int>(number));
        row->setData(What, k_findingRole, static_cast<int>(i));
        row->setToolTip(What, finding.sentence);
        if (finding.canFix) {
            row->setCheckState(What, Qt::Unchecked);
        }
        rows << row;
    }
    if (passed == 0) {
        return;
    }
    const bool isError = outcome.severity == Severity::Error;
    auto *group = new QTreeWidgetItem(m_tree, {tr("%1: %2 – %3", "severity: name of the rule – how many findings")
                                                   .arg(isError ? tr("Error") : tr("Warning"), outcome.name.toString())
                                                   .arg(passed)});
    group->setData(What, k_ruleRole, static_cast<int>(number));
    group->setData(What, k_findingRole, -1);
    group->setToolTip(What, outcome.help.toString());
    group->setForeground(What, isError ? m_bench.theme.failure : m_bench.theme.warning);
    group->setFirstColumnSpanned(true);
    const bool canFix = std::any_of(outcome.findings.begin(), outcome.findings.end(),
                                    [](const CheckFinding &finding) { return finding.canFix; });
    if (canFix) {
        group->setFlags(group->flags() | Qt::ItemIsUserCheckable | Qt::ItemIsAutoTristate);
        group->setCheckState(What, Qt::Unchecked);
    }
    group->addChildren(rows);
    if (passed > k_mostShown) {
        auto *more = new QTreeWidgetItem(
            group, {tr("and %1 more; 'Save the list' has all of them").arg(passed - std::size_t{k_mostShown})});
        more->setData(What, k_ruleRole, static_cast<int>(number));
        more->setData(What, k_findingRole, -1);
        more->setForeground(What, m_bench.theme.muted);
    }
}

void CheckPanel::fill()
{
    const QSignalBlocker quiet(m_tree);
    Q_EMIT previewChanged({}, {});
    m_tree->clear();
    for (const Severity severity : {Severity::Error, Severity::Warning}) {
        for (std::size_t i = 0; i < m_outcomes.size(); ++i) {
            if (m_outcomes[i].severity == severity) {
                addRule(m_outcomes[i], i);
            }
        }
    }
    if (m_tree->topLevelItemCount() == 1) {
        m_tree->expandAll();
    }
    m_empty->setText(emptyText());
    m_pages->setCurrentWidget(m_tree->topLevelItemCount() > 0 ? static_cast<QWidget *>(m_tree) : m_empty);
    m_footer->setText(footerText());
    updateButtons();
}

void CheckPanel::show(QTreeWidgetItem *item)
{
    const int rule = item->data(What, k_ruleRole).toInt();
    const int number = item->data(What, k_findingRole).toInt();
    if (number < 0) {
        item->setExpanded(!item->isExpanded());
        return;
    }
    const CheckFinding &finding = m_outcomes[static_cast<std::size_t>(rule)].findings[static_cast<std::size_t>(number)];
    if (!finding.feature.isNone()) {
        m_bench.view.select(finding.layer, {finding.feature}, SelectMode::Replace);
    }
    if (finding.position) {
        Q_EMIT placePicked(*finding.position);
    } else if (!finding.feature.isNone()) {
        Q_EMIT featurePicked();
    }
}

void CheckPanel::preview(const QTreeWidgetItem *item)
{
    const std::shared_ptr<Project> project = m_bench.session.project();
    m_previewing.stop();
    Q_EMIT previewChanged({}, {});
    m_footer->setText(footerText());
    const int number = item != nullptr ? item->data(What, k_findingRole).toInt() : -1;
    if (number < 0 || !project) {
        return;
    }
    const RuleOutcome &outcome = m_outcomes[item->data(What, k_ruleRole).toUInt()];
    const CheckFinding &finding = outcome.findings[static_cast<std::size_t>(number)];
    if (!finding.canFix) {
        return;
    }
    m_previewing.run(
        tr("Looking at how it is put right"), this,
        [project, rule = outcome.rule, finding](const JobContext &job) {
            return previewFix(*project, rule, finding, job);
        },
        [this](const Result<std::vector<FixPreview>> &previews) {
            std::vector<Geometry> before;
            std::vector<Geometry> after;
            QStringList changes;
            for (const FixPreview &each : previews ? *previews : std::vector<FixPreview>()) {
                changes << each.changes;
                if (!each.before.isEmpty() || !each.fix.geometry.isEmpty()) {
                    before.push_back(each.before);
                    after.push_back(each.fix.geometry);
                }
            }
            Q_EMIT previewChanged(before, after);
            if (!changes.isEmpty()) {
                m_footer->setText(tr("Put right, it would be: %1").arg(shortened(changes)));
            }
        });
}

QList<QTreeWidgetItem *> CheckPanel::chosen() const
{
    QList<QTreeWidgetItem *> ticked;
    for (int i = 0; i < m_tree->topLevelItemCount(); ++i) {
        QTreeWidgetItem *group = m_tree->topLevelItem(i);
        if (group->checkState(What) == Qt::Checked) {
            ticked << group; // all of the rule, also those that are not listed
            continue;
        }
        for (int k = 0; k < group->childCount(); ++k) {
            if (group->child(k)->checkState(What) == Qt::Checked) {
                ticked << group->child(k);
            }
        }
    }
    return ticked.isEmpty() ? m_tree->selectedItems() : ticked;
}

CheckPanel::Picked CheckPanel::picked() const
{
    Picked what;
    std::set<int> numbers;
    const QList<QTreeWidgetItem *> rows = chosen();
    for (const QTreeWidgetItem *item : rows) {
        const RuleOutcome &outcome = m_outcomes[item->data(What, k_ruleRole).toUInt()];
        if (what.outcome != nullptr && what.outcome != &outcome) {
            return {}; // one rule at a time
        }
        what.outcome = &outcome;
        numbers.insert(item->data(What, k_findingRole).toInt());
    }
    what.isAll = numbers.contains(-1);
    for (std::size_t i = 0; what.outcome != nullptr && i < what.outcome->findings.size(); ++i) {
        const CheckFinding &finding = what.outcome->findings[i];
        if (finding.canFix && (what.isAll || numbers.contains(static_cast<int>(i)))) {
            what.findings.push_back(finding);
        }
    }
    return what;
}

void CheckPanel::askFix()
{
    const Picked what = picked();
    if (what.outcome == nullptr || what.findings.empty()) {
        return;
    }
    askBefore(this,
              tr("%1: put %n feature(s) right? What changes is recorded, and Ctrl+Z takes it back.", nullptr,
                 static_cast<int>(what.findings.size()))
                  .arg(what.outcome->name.toString()),
              tr("Put right"), [this, what] { fix(what); });
}

const CheckFinding *CheckPanel::single() const
{
    const QList<QTreeWidgetItem *> rows = m_tree->selectedItems();
    const int number = rows.size() == 1 ? rows.front()->data(What, k_findingRole).toInt() : -1;
    return number < 0
               ? nullptr
               : &m_outcomes[rows.front()->data(What, k_ruleRole).toUInt()].findings[static_cast<std::size_t>(number)];
}

void CheckPanel::askCase()
{
    const CheckFinding *finding = single();
    if (finding == nullptr) {
        return;
    }
    if (!finding->feature.isNone()) {
        m_bench.view.select(finding->layer, {finding->feature}, SelectMode::Replace);
    }
    Q_EMIT caseRequested(finding->sentence);
}

void CheckPanel::fix(const Picked &what)
{
    const std::shared_ptr<Project> project = m_bench.session.project();
    if (!project) {
        return;
    }
    m_runsAgain = true;
    m_bench.jobs.run(
        JobRunner::Kind::Shown, tr("Putting right"), this,
        [project, rule = what.outcome->rule, only = what.findings,
         who = m_bench.settings.who()](const JobContext &job) { return fixFindings(*project, rule, only, who, job); },
        [this](const Result<FixReport> &report) {
            if (!report) {
                m_runsAgain = false;
                m_bench.log.fail(report.error());
                return;
            }
            m_runsAgain = m_runsAgain && !report->fixed.empty();
            m_bench.log.info(
                tr("%n feature(s) put right. Ctrl+Z takes it back.", nullptr, static_cast<int>(report->fixed.size())));
        });
}

void CheckPanel::askSave()
{
    FileQuestion question;
    question.title = tr("Save the list of findings");
    question.filters = {tr("Table (*.csv)")};
    question.suffix = QStringLiteral("csv");
    question.suggestion = tr("findings") + QStringLiteral(".csv");
    question.save = true;
    askFile(this, question, [this](const QStringList &files) {
        const auto written = writeCheckList(files.value(0), m_outcomes);
        if (!written) {
            m_bench.log.fail(written.error());
        } else {
            m_bench.log.info(tr("The list is in %1.").arg(files.value(0)));
        }
    });
}

void CheckPanel::updateButtons()
{
    const bool hasProject = m_bench.session.hasProject();
    const Picked what = picked();
    m_run->setVisible(m_job == 0);
    m_stop->setVisible(m_job != 0);
    m_run->setEnabled(hasProject);
    m_run->setToolTip(hasProject ? tr("Looks at codes, identity numbers, geometry, areas, lines, figures and dates")
                                 : tr("Open a project first."));
    m_fix->setEnabled(m_job == 0 && m_bench.session.canWrite() && !what.findings.empty());
    m_fix->setToolTip(what.outcome == nullptr ? tr("Choose findings of one rule first.")
                      : what.findings.empty()
                          ? tr("These cannot be put right here. Correct them where they come from, and import again.")
                          : tr("Puts right what is chosen; what changes is recorded, and can be undone"));
    m_list->setEnabled(m_bench.session.canWrite() && single() != nullptr);
    m_list->setToolTip(m_list->isEnabled() ? tr("Makes a work order of it: who puts it right, and by when")
                                           : tr("Choose one finding first."));
    m_save->setEnabled(m_tree->topLevelItemCount() > 0);
    m_save->setToolTip(m_save->isEnabled() ? tr("All findings as a table for a spreadsheet")
                                           : tr("There are no findings to save."));
}

QString CheckPanel::emptyText() const
{
    if (!m_bench.session.hasProject()) {
        return tr("Open a project to check its data.");
    }
    if (m_job != 0) {
        return tr("The data are being checked…");
    }
    if (!m_hasRun) {
        return tr("'Check the data' looks for wrong codes and identity numbers, broken geometry, areas that overlap, "
                  "positions outside their village, lines that do not meet, figures that contradict each other, and "
                  "what the programmes look for.");
    }
    const bool isFiltered = m_severity->currentIndex() != All || !m_filter->text().trimmed().isEmpty();
    return isFiltered ? tr("No finding fits what is chosen above.")
                      : tr("Nothing found: %n rules looked at the data.", nullptr, static_cast<int>(m_outcomes.size()));
}

QString CheckPanel::footerText() const
{
    if (!m_hasRun || m_job != 0) {
        return {};
    }
    std::size_t errors = 0;
    std::size_t warnings = 0;
    for (const RuleOutcome &outcome : m_outcomes) {
        (outcome.severity == Severity::Error ? errors : warnings) += outcome.findings.size();
    }
    QString text = tr("%1 errors, %2 warnings. Double click shows a finding on the map.").arg(errors).arg(warnings);
    return m_isOld ? text + QStringLiteral("  ") + tr("The project has changed since: check again.") : text;
}

} // namespace cuntu::ui
