// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/mark_list_dialog.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSplitter>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace cuntu::ui {

MarkListDialog::MarkListDialog(Workbench &bench, MarkRequest request, const LifeCycle &cycle, QWidget *parent)
    : QDialog(parent), m_bench(bench), m_request(std::move(request)), m_cycle(cycle), m_looking(bench.jobs)
{
    setObjectName(QStringLiteral("markListDialog"));
    setWindowTitle(tr("Mark from a list"));
    resize(760, 460);
    makeWidgets();
    connect(m_codes, &QPlainTextEdit::textChanged, this, &MarkListDialog::look);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    check();
}

void MarkListDialog::makeWidgets()
{
    const Status *status = m_cycle.findStatus(m_request.status);
    const LayerInfo *layer = m_bench.session.state()->findLayer(m_request.layer);
    auto *head =
        new QLabel(tr("%1: '%2' since %3")
                       .arg(layer ? layer->schema.name.toString() : m_request.layer,
                            status ? status->name.toString() : m_request.status, m_request.effective.toText()));
    head->setProperty("role", QStringLiteral("heading"));
    m_codes = new QPlainTextEdit;
    m_codes->setObjectName(QStringLiteral("markListCodes"));
    m_codes->setAccessibleName(tr("Codes"));
    m_codes->setPlaceholderText(tr("Paste codes here: one a line, or cells copied from a spreadsheet"));
    m_preview = new QTreeWidget;
    m_preview->setObjectName(QStringLiteral("markListPreview"));
    m_preview->setAccessibleName(tr("What would become of them"));
    m_preview->setHeaderLabels({tr("Code"), tr("Name"), tr("Now"), tr("Then")});
    m_preview->setRootIsDecorated(false);
    m_preview->setUniformRowHeights(true);
    m_preview->setAlternatingRowColors(true);
    m_preview->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_problem = new QLabel;
    m_problem->setObjectName(QStringLiteral("markListProblem"));
    m_problem->setWordWrap(true);
    m_buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    m_buttons->button(QDialogButtonBox::Ok)->setObjectName(QStringLiteral("markListAccept"));
    auto *halves = new QSplitter;
    halves->addWidget(m_codes);
    halves->addWidget(m_preview);
    halves->setStretchFactor(0, 1);
    halves->setStretchFactor(1, 3);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(head);
    layout->addWidget(halves, 1);
    layout->addWidget(m_problem);
    layout->addWidget(m_buttons);
}

void MarkListDialog::look()
{
    m_request.features.clear();
    check(); // nothing can be accepted that is not on the screen yet
    m_looking.run(
        tr("Looking for the codes"), this,
        [state = m_bench.session.state(), layer = m_request.layer, codes = codesIn(m_codes->toPlainText())](
            const JobContext &job) { return findCodes(*state, layer, codes, job); },
        [this](const Result<std::vector<CodeLine>> &lines) {
            if (lines) {
                show(*lines);
            } else if (lines.error().code != ErrorCode::Cancelled) {
                m_bench.log.fail(lines.error());
            }
        });
}

void MarkListDialog::show(const std::vector<CodeLine> &lines)
{
    const TrackView track =
        m_bench.session.state()->snapshot->ledger().track({m_request.programme, m_request.layer, {}});
    const Status *wanted = m_cycle.findStatus(m_request.status);
    m_request.features.clear();
    m_missing = m_refused = 0;
    m_lacksNote = false;
    m_preview->clear();
    for (const CodeLine &line : lines) {
        QString verdict;
        Step step;
        bool isBad = false;
        if (line.found == CodeLine::Found::No) {
            verdict = tr("not found");
            isBad = true;
            ++m_missing;
        } else {
            step = stepTo(m_cycle, track.standingOn(line.feature, m_request.effective), m_request.status);
            if (line.found == CodeLine::Found::Twice) {
                verdict = tr("named before");
            } else if (step.isSame) {
                verdict = tr("stands there already");
            } else if (!step.allowed) {
                verdict = tr("not allowed from '%1'").arg(step.from);
                isBad = true;
                ++m_refused;
            } else {
                verdict = wanted ? wanted->name.toString() : m_request.status;
                m_request.features.push_back(line.feature);
                m_lacksNote = m_lacksNote || (step.needsNote && m_request.note.isEmpty());
            }
        }
        auto *item = new QTreeWidgetItem(m_preview, {line.code, line.name, step.from, verdict});
        if (isBad) {
            item->setIcon(3, icon(QStringLiteral("warning"), m_bench.theme));
            item->setForeground(3, m_bench.theme.failure);
        }
    }
    check();
}

void MarkListDialog::check()
{
    const auto count = static_cast<int>(m_request.features.size());
    QStringList problems;
    if (m_missing > 0) {
        problems << tr("%n not found.", nullptr, m_missing);
    }
    if (m_refused > 0) {
        problems << tr("%n may not take this step.", nullptr, m_refused);
    }
    if (m_lacksNote) {
        problems << tr("This step needs a reason: write it into the note of the bar.");
    }
    const bool clean = problems.isEmpty();
    if (!clean) {
        problems << tr("All or nothing: correct the list first.");
    } else if (count > 0) {
        problems << tr("%n will be marked.", nullptr, count);
    }
    m_problem->setText(problems.join(QLatin1Char(' ')));
    m_problem->setProperty("role", clean ? QStringLiteral("muted") : QStringLiteral("problem"));
    m_problem->setStyleSheet({}); // the sheet looks at the role again
    QPushButton *accept = m_buttons->button(QDialogButtonBox::Ok);
    accept->setText(tr("Mark %n", nullptr, count));
    accept->setEnabled(clean && count > 0);
}

} // namespace cuntu::ui
