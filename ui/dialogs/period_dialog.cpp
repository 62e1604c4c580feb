// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/period_dialog.h"

#include "ui/panels/date_edit.h"

#include <QDateEdit>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTreeWidget>

namespace cuntu::ui {

PeriodDialog::PeriodDialog(Workbench &bench, QWidget *parent) : QDialog(parent), m_bench(bench), m_reading(bench.jobs)
{
    setObjectName(QStringLiteral("periodDialog"));
    setWindowTitle(tr("Close a reporting period"));
    resize(560, 380);
    makeWidgets();
    makeLayout();
    connect(m_until, &QDateEdit::dateChanged, this, &PeriodDialog::check);
    connect(m_reason, &QLineEdit::textChanged, this, &PeriodDialog::check);
    connect(m_who, &QLineEdit::textChanged, this, &PeriodDialog::check);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    m_reading.run(
        tr("Reading closed periods"), this,
        [project = bench.session.project()](const JobContext &) { return project->closedPeriods(); },
        [this](const Result<std::vector<ClosedPeriod>> &periods) {
            if (periods) {
                show(*periods);
            } else {
                m_bench.log.fail(periods.error());
            }
        });
    check();
}

void PeriodDialog::makeWidgets()
{
    m_periods = new QTreeWidget;
    m_periods->setObjectName(QStringLiteral("periodTable"));
    m_periods->setAccessibleName(tr("Closed periods"));
    m_periods->setHeaderLabels({tr("Closed until"), tr("Reason"), tr("By"), tr("Entered")});
    m_periods->setRootIsDecorated(false);
    m_periods->setAlternatingRowColors(true);
    m_periods->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    const Day today = Day::today();
    m_until = makeDateEdit(today.plusDays(-today.dayOfMonth())); // the end of the last month
    m_until->setObjectName(QStringLiteral("periodUntil"));
    m_until->setMaximumDate(m_until->maximumDate().addDays(-1));
    m_reason = new QLineEdit;
    m_reason->setObjectName(QStringLiteral("periodReason"));
    m_reason->setPlaceholderText(tr("e.g. figures reported to the prefecture"));
    m_who = new QLineEdit(m_bench.settings.who());
    m_who->setObjectName(QStringLiteral("periodWho"));
    m_problem = new QLabel;
    m_problem->setObjectName(QStringLiteral("periodProblem"));
    m_problem->setProperty("role", QStringLiteral("problem"));
    m_problem->setWordWrap(true);
    m_buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    m_buttons->button(QDialogButtonBox::Ok)->setText(tr("Close it"));
    m_buttons->button(QDialogButtonBox::Ok)->setObjectName(QStringLiteral("periodAccept"));
}

void PeriodDialog::makeLayout()
{
    auto *note = new QLabel(tr("What is entered about a closed period later needs a reason, and stays visible as late. "
                               "Closing cannot be taken back."));
    note->setWordWrap(true);
    note->setProperty("role", QStringLiteral("muted"));
    auto *form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    form->addRow(tr("&Last day of the period"), m_until);
    form->addRow(tr("&Reason"), m_reason);
    form->addRow(tr("&Closed by"), m_who);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(note);
    layout->addWidget(m_periods, 1);
    layout->addLayout(form);
    layout->addWidget(m_problem);
    layout->addWidget(m_buttons);
    m_reason->setFocus();
}

void PeriodDialog::show(const std::vector<ClosedPeriod> &periods)
{
    for (const ClosedPeriod &period : periods) {
        new QTreeWidgetItem(m_periods, {period.until.toIso(), period.reason, period.who, period.recorded.toText()});
        m_closed = std::max(m_closed.value_or(period.until), period.until);
    }
    check();
}

QString PeriodDialog::problem() const
{
    if (m_closed && until() <= *m_closed) {
        return tr("The time until %1 is closed already.").arg(m_closed->toIso());
    }
    if (reason().isEmpty()) {
        return tr("Say on what grounds it is closed.");
    }
    return who().isEmpty() ? tr("Say who closes it.") : QString();
}

void PeriodDialog::check()
{
    const QString why = problem();
    m_problem->setText(why);
    QPushButton *accept = m_buttons->button(QDialogButtonBox::Ok);
    accept->setEnabled(why.isEmpty());
    accept->setToolTip(why);
}

Day PeriodDialog::until() const
{
    return dayOf(*m_until);
}

QString PeriodDialog::reason() const
{
    return m_reason->text().trimmed();
}

QString PeriodDialog::who() const
{
    return m_who->text().trimmed();
}

} // namespace cuntu::ui
