// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/import_proposal_page.h"

#include "ui/dialogs/import_columns.h"
#include "ui/window/text.h"
#include "ui/window/theme.h"

#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QTabWidget>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace cuntu::ui {
namespace {

constexpr int k_rowRole = Qt::UserRole;

/// What may stand for a word: the field's choices, yes and no, or the statuses of the layer's life cycles.
std::vector<std::pair<QString, QString>> meaningsOf(const QString &field, const LayerSchema &schema,
                                                    const Registry &registry)
{
    std::vector<std::pair<QString, QString>> meanings;
    if (field == QLatin1String("@status")) {
        for (const TrackCycle &track : registry.tracksOf(schema)) {
            for (const Status &status : track.lifeCycle->statuses) {
                meanings.emplace_back(status.name.toString(), status.id);
            }
        }
        return meanings;
    }
    const Field *known = schema.findField(field);
    if (known && known->type == FieldType::Boolean) {
        return {{Ui::tr("yes"), QStringLiteral("yes")}, {Ui::tr("no"), QStringLiteral("no")}};
    }
    for (const Choice &choice : known ? known->choices : std::vector<Choice>()) {
        meanings.emplace_back(choice.name.toString(), choice.id);
    }
    return meanings;
}

} // namespace

ImportProposalPage::ImportProposalPage(Workbench &bench, QWidget *parent)
    : QWidget(parent), m_bench(bench), m_job(bench.jobs)
{
    m_figures = new QLabel;
    m_figures->setObjectName(QStringLiteral("importProposal"));
    m_figures->setWordWrap(true);
    m_busy = new QProgressBar;
    m_busy->setRange(0, 0);
    m_busy->setTextVisible(false);
    m_again = new QPushButton(tr("Work it out again with what was decided"));
    m_again->setObjectName(QStringLiteral("importAgain"));
    m_again->hide();
    connect(m_again, &QPushButton::clicked, this, &ImportProposalPage::run);
    m_tabs = new QTabWidget;
    m_tabs->setObjectName(QStringLiteral("importProposalTabs"));
    m_places = addList(QStringLiteral("importPlaces"), {tr("In the file"), tr("Rows"), tr("Is meant")});
    m_words = addList(QStringLiteral("importWords"), {tr("Field"), tr("In the file"), tr("Rows"), tr("Stands for")});
    m_changes = addList(QStringLiteral("importChanges"),
                        {tr("Take"), tr("Row"), tr("Which"), tr("Field"), tr("Before"), tr("In the file")});
    m_findings = addList(QStringLiteral("importProposalFindings"), {tr("Row"), tr("Column"), tr("Reason")});
    m_missing = addList(QStringLiteral("importMissing"), {tr("Which"), tr("Name")});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_figures);
    layout->addWidget(m_busy);
    layout->addWidget(m_again);
    layout->addWidget(m_tabs, 1);
    connect(m_changes, &QTreeWidget::itemChanged, this, &ImportProposalPage::leaveOut);
}

QTreeWidget *ImportProposalPage::addList(const QString &name, const QStringList &headings)
{
    auto *list = new QTreeWidget;
    list->setObjectName(name);
    list->setColumnCount(static_cast<int>(headings.size()));
    list->setHeaderLabels(headings);
    list->setRootIsDecorated(false);
    list->setAlternatingRowColors(true);
    list->setUniformRowHeights(true);
    m_tabs->addTab(list, QString());
    return list;
}

void ImportProposalPage::setTab(QTreeWidget *list, const QString &title, qint64 count)
{
    const int tab = m_tabs->indexOf(list);
    m_tabs->setTabText(tab, QStringLiteral("%1 (%2)").arg(title, countText(count)));
    m_tabs->setTabVisible(tab, count > 0);
    list->setAccessibleName(title);
    for (int column = 0; column + 1 < list->columnCount(); ++column) {
        list->resizeColumnToContents(column);
    }
}

void ImportProposalPage::propose(const ImportRequest &request)
{
    m_request = request;
    m_request.isProposal = true;
    run();
}

void ImportProposalPage::stop()
{
    m_job.stop();
    m_busy->hide();
}

ImportRequest ImportProposalPage::decided() const
{
    ImportRequest request = m_request;
    request.isProposal = false;
    return request;
}

void ImportProposalPage::run()
{
    m_again->hide();
    m_busy->show();
    m_figures->setText(tr("Working out what the file would change… Nothing is written yet."));
    Q_EMIT working();
    m_job.run(
        tr("Working out what the file would change"), this,
        [request = m_request, project = m_bench.session.project()](const JobContext &job) {
            return project->import(request, job);
        },
        [this](const Result<ImportReport> &report) {
            m_busy->hide();
            if (!report) {
                m_figures->clear();
                Q_EMIT proposed(report.error().toText());
                return;
            }
            show(*report);
            Q_EMIT proposed(report->taken > 0 ? QString() : tr("No row of the file can be taken as it stands."));
        });
}

/// Something was decided that the figures do not know yet.
void ImportProposalPage::offerAgain()
{
    m_again->show();
}

void ImportProposalPage::show(const ImportReport &report)
{
    showFigures(report);
    showPlaces(report);
    showWords(report);
    showChanges(report);
    showFindings(report);
    showMissing(report);
    for (int tab = 0; tab < m_tabs->count(); ++tab) {
        if (m_tabs->isTabVisible(tab)) {
            m_tabs->setCurrentIndex(tab);
            break;
        }
    }
}

void ImportProposalPage::showFigures(const ImportReport &report)
{
    const auto number = [](qint64 value) { return QStringLiteral("<b>%1</b>").arg(countText(value)); };
    QString text = tr("%1 rows: %2 new, %3 changed, %4 unchanged, %5 refused.")
                       .arg(number(report.read), number(report.taken - report.updated), number(report.changed),
                            number(report.updated - report.changed), number(report.rejected));
    if (report.missing > 0) {
        text += QLatin1Char(' ') +
                tr("%1 that are there already are not in the file; they stay as they are.").arg(number(report.missing));
    }
    if (report.leftOut > 0) {
        text += QLatin1Char(' ') + tr("%1 left out.").arg(number(report.leftOut));
    }
    m_figures->setText(text);
}

void ImportProposalPage::showPlaces(const ImportReport &report)
{
    m_places->clear();
    const AreaTree &areas = m_bench.session.state()->snapshot->areas();
    for (const UnknownPlace &place : report.unknownPlaces) {
        const QString name = (place.township + QLatin1Char(' ') + place.village).trimmed();
        auto *item = new QTreeWidgetItem(m_places, {name, countText(place.rows), QString()});
        auto *box = new QComboBox;
        box->addItem(tr("not said: its rows are refused"), QString());
        for (const AreaCode &code : place.near) {
            box->addItem(
                tr("%1, %2 (%3)")
                    .arg(areas.nameOf(code, Day::today()), areas.nameOf(code.parent(), Day::today()), code.toString()),
                code.toString());
        }
        box->setAccessibleName(tr("What the name %1 means").arg(name));
        connect(box, &QComboBox::activated, this, [this, place, box] {
            std::erase_if(m_request.placeNames, [&](const PlaceName &each) {
                return each.township == place.township && each.village == place.village;
            });
            if (const auto code = AreaCode::parse(box->currentData().toString())) {
                m_request.placeNames.push_back({place.township, place.village, *code});
            }
            offerAgain();
        });
        m_places->setItemWidget(item, 2, box);
    }
    setTab(m_places, tr("Unknown places"), static_cast<qint64>(report.unknownPlaces.size()));
}

void ImportProposalPage::showWords(const ImportReport &report)
{
    m_words->clear();
    const Registry &registry = m_bench.session.registry();
    const LayerSchema schema = registry.layerSchema(report.layer).value_or(LayerSchema());
    for (const UnknownWord &word : report.unknownWords) {
        auto *item = new QTreeWidgetItem(
            m_words, {columnMeaning(word.field, schema), word.word, countText(word.rows), QString()});
        auto *box = new QComboBox;
        box->addItem(tr("nothing"), QString());
        for (const auto &[name, id] : meaningsOf(word.field, schema, registry)) {
            box->addItem(name, id);
        }
        box->setAccessibleName(tr("What the word %1 stands for").arg(word.word));
        connect(box, &QComboBox::activated, this, [this, word, box] {
            const QString meaning = box->currentData().toString();
            if (meaning.isEmpty()) {
                m_request.rules.words[word.field].remove(word.word);
            } else {
                m_request.rules.words[word.field][word.word] = meaning;
            }
            offerAgain();
        });
        m_words->setItemWidget(item, 3, box);
    }
    setTab(m_words, tr("Unknown words"), static_cast<qint64>(report.unknownWords.size()));
}

void ImportProposalPage::showChanges(const ImportReport &report)
{
    const QSignalBlocker quiet(m_changes);
    m_changes->clear();
    for (const ImportedChange &change : report.changes) {
        auto *item = new QTreeWidgetItem(
            m_changes, {QString(), QString::number(change.row), change.key, change.field, change.old, change.now});
        item->setFlags(item->flags() | Qt::ItemIsUserCheckable);
        item->setCheckState(0, Qt::Checked);
        item->setData(0, k_rowRole, change.row);
    }
    setTab(m_changes, tr("Changes"), report.changed);
}

/// A row whose change is not wanted is left out whole.
void ImportProposalPage::leaveOut(QTreeWidgetItem *item)
{
    const qint64 row = item->data(0, k_rowRole).toLongLong();
    if (item->checkState(0) == Qt::Checked) {
        m_request.rules.leaveOut.remove(row);
    } else {
        m_request.rules.leaveOut.insert(row);
    }
    offerAgain();
}

void ImportProposalPage::showFindings(const ImportReport &report)
{
    m_findings->clear();
    for (const RowFinding &finding : report.findings) {
        auto *item = new QTreeWidgetItem(m_findings, {QString::number(finding.row), finding.column, finding.reason});
        item->setIcon(0, icon(finding.rejected ? QStringLiteral("failure") : QStringLiteral("warning"), m_bench.theme));
        item->setToolTip(0, finding.rejected ? tr("Refused") : tr("Taken, with a warning"));
        item->setToolTip(2, finding.reason);
    }
    setTab(m_findings, tr("Refused rows and warnings"), report.rejected + report.warnings);
}

void ImportProposalPage::showMissing(const ImportReport &report)
{
    m_missing->clear();
    for (const MissingFeature &feature : report.missingFeatures) {
        new QTreeWidgetItem(m_missing, {feature.key, feature.name});
    }
    setTab(m_missing, tr("Not in the file"), report.missing);
}

} // namespace cuntu::ui
