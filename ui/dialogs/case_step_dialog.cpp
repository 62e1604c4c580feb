// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/case_step_dialog.h"

#include "ui/dialogs/ask_file.h"
#include "ui/panels/date_edit.h"
#include "ui/window/text.h"

#include <QDateEdit>
#include <QDialogButtonBox>
#include <QFileInfo>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QToolButton>

#include <algorithm>

namespace cuntu::ui {

CaseStepDialog::CaseStepDialog(Workbench &bench, Case item, const QString &state, QWidget *parent)
    : QDialog(parent), m_bench(bench), m_item(std::move(item)), m_state(state)
{
    setObjectName(QStringLiteral("caseStepDialog"));
    setMinimumWidth(480);
    const std::vector<NextStep> steps = nextSteps(m_item);
    const auto wanted =
        std::find_if(steps.begin(), steps.end(), [&state](const NextStep &step) { return step.state == state; });
    makeForm(wanted == steps.end() ? NextStep{state, state, false} : *wanted);
    connect(m_date, &QDateEdit::dateChanged, this, &CaseStepDialog::check);
    connect(m_who, &QLineEdit::textChanged, this, &CaseStepDialog::check);
    connect(m_note, &QPlainTextEdit::textChanged, this, &CaseStepDialog::check);
    connect(m_evidence, &QLineEdit::textChanged, this, &CaseStepDialog::check);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    check();
}

QWidget *CaseStepDialog::makeHead() const
{
    auto *head = new QWidget;
    auto *layout = new QVBoxLayout(head);
    layout->setContentsMargins({});
    layout->setSpacing(1);
    auto *title = new QLabel(m_item.text);
    title->setProperty("role", QStringLiteral("heading"));
    title->setWordWrap(true);
    auto *below = new QLabel(tr("Now: %1").arg(lastStepText(m_item)));
    below->setProperty("role", QStringLiteral("muted"));
    below->setWordWrap(true);
    layout->addWidget(title);
    layout->addWidget(below);
    if (!m_item.measure.isEmpty()) {
        auto *measure = new QLabel(tr("Wanted: %1").arg(m_item.measure));
        measure->setWordWrap(true);
        layout->addWidget(measure);
    }
    return head;
}

void CaseStepDialog::makeForm(const NextStep &wanted)
{
    setWindowTitle(wanted.verb);
    m_date = makeDateEdit(stepDay(m_item, m_bench.view.asOf()));
    m_date->setObjectName(QStringLiteral("stepDate"));
    m_who = new QLineEdit(m_bench.settings.who());
    m_who->setObjectName(QStringLiteral("stepWho"));
    m_note = new QPlainTextEdit;
    m_note->setObjectName(QStringLiteral("stepNote"));
    m_note->setTabChangesFocus(true);
    m_note->setMaximumHeight(64);
    const bool assigns = wanted.state == QStringLiteral("ASSIGNED");
    m_note->setPlaceholderText(wanted.needsNote ? tr("why – this step needs a reason")
                               : assigns        ? tr("to whom, where nobody was named")
                                                : tr("may be left empty"));
    m_evidence = new QLineEdit;
    m_evidence->setObjectName(QStringLiteral("stepEvidence"));
    m_evidence->setPlaceholderText(tr("photo or document; a copy is kept in the project"));
    QToolButton *browse = makeBrowseButton(m_evidence, tr("Evidence"));
    m_problem = new QLabel;
    m_problem->setObjectName(QStringLiteral("stepProblem"));
    m_problem->setProperty("role", QStringLiteral("problem"));
    m_problem->setWordWrap(true);
    m_buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    m_buttons->button(QDialogButtonBox::Ok)->setText(wanted.verb);
    m_buttons->button(QDialogButtonBox::Ok)->setObjectName(QStringLiteral("stepAccept"));

    auto *files = new QHBoxLayout;
    files->addWidget(m_evidence, 1);
    files->addWidget(browse);
    auto *evidenceLabel = new QLabel(tr("&Evidence")); // a form finds no field in a row of two by itself
    evidenceLabel->setBuddy(m_evidence);
    auto *form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    form->addRow(tr("&Day"), m_date);
    form->addRow(tr("&Who does it"), m_who);
    form->addRow(wanted.needsNote ? tr("&Reason") : tr("&Note"), m_note);
    form->addRow(evidenceLabel, files);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(makeHead());
    layout->addLayout(form);
    layout->addWidget(m_problem);
    layout->addWidget(m_buttons);
}

QString CaseStepDialog::problem() const
{
    const QString file = evidenceFile();
    if (!file.isEmpty() && !QFileInfo(file).isFile()) {
        return tr("There is no file %1.").arg(file);
    }
    CaseStep asked = step();
    asked.evidence = file.isEmpty() ? 0 : 1; // it gets its number when it is stored
    const auto sound = checkStep(m_item, asked, Day::today());
    return sound ? QString() : problemText(sound.error());
}

void CaseStepDialog::check()
{
    const QString why = problem();
    m_problem->setText(why);
    QPushButton *accept = m_buttons->button(QDialogButtonBox::Ok);
    accept->setEnabled(why.isEmpty());
    accept->setToolTip(why);
}

CaseStep CaseStepDialog::step() const
{
    CaseStep step;
    step.state = m_state;
    step.date = dayOf(*m_date);
    step.who = m_who->text().trimmed();
    step.note = m_note->toPlainText().trimmed();
    return step;
}

QString CaseStepDialog::evidenceFile() const
{
    return m_evidence->text().trimmed();
}

} // namespace cuntu::ui
