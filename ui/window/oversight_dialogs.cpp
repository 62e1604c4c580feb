// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/oversight_dialogs.h"

#include "ui/dialogs/case_dialog.h"
#include "ui/dialogs/case_step_dialog.h"
#include "ui/dialogs/period_dialog.h"
#include "ui/dialogs/split_dialog.h"
#include "ui/dialogs/target_dialog.h"
#include "ui/dialogs/target_versions_dialog.h"

#include "core/progress/target_conflicts.h"

#include <QMessageBox>
#include <QPushButton>

#include <algorithm>

namespace cuntu::ui {

OversightDialogs::OversightDialogs(Workbench &bench, QWidget *window, QObject *parent)
    : QObject(parent), m_bench(bench), m_window(window)
{
}

void OversightDialogs::open(QDialog *dialog, const std::function<void()> &accepted)
{
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, accepted);
    // The keys go on to the window, Ctrl+Z above all, also where no manager of windows sees to it.
    connect(dialog, &QDialog::finished, m_window, &QWidget::activateWindow, Qt::QueuedConnection);
    dialog->open();
}

void OversightDialogs::askStep(qint64 id, const QString &state)
{
    if (!m_bench.session.state() || !m_bench.session.canWrite()) {
        return;
    }
    for (const auto *cases : {&m_bench.session.state()->alerts, &m_bench.session.state()->ledger}) {
        const auto found = std::find_if(cases->begin(), cases->end(), [id](const Case &item) { return item.id == id; });
        if (found == cases->end()) {
            continue;
        }
        auto *dialog = new CaseStepDialog(m_bench, *found, state, m_window);
        open(dialog, [this, dialog, id] { m_bench.actions.moveCase(id, dialog->step(), dialog->evidenceFile()); });
        return;
    }
}

void OversightDialogs::askCase()
{
    askCaseOf({});
}

void OversightDialogs::askCaseOf(const QString &finding)
{
    if (!m_bench.session.state() || !m_bench.session.canWrite()) {
        return;
    }
    auto *dialog = new CaseDialog(m_bench, m_window);
    if (!finding.isEmpty()) {
        dialog->setFinding(finding);
    }
    open(dialog, [this, dialog] { m_bench.actions.listCase(dialog->item(), dialog->who()); });
}

std::optional<Target> OversightDialogs::find(qint64 target) const
{
    const Immutable<ProjectState> &state = m_bench.session.state();
    for (const Target &each : state ? state->targets : std::vector<Target>()) {
        if (each.id == target) {
            return each;
        }
    }
    return std::nullopt;
}

void OversightDialogs::askNewTarget()
{
    if (!m_bench.session.state() || !m_bench.session.canWrite()) {
        return;
    }
    auto *dialog = new TargetDialog(m_bench, m_window);
    open(dialog, [this, dialog] { m_bench.actions.addTargets({dialog->target()}, dialog->who()); });
}

void OversightDialogs::askAdjust(qint64 target)
{
    const auto before = find(target);
    if (!before || !m_bench.session.canWrite()) {
        return;
    }
    auto *dialog = new TargetDialog(m_bench, *before, m_window);
    open(dialog, [this, dialog] { m_bench.actions.adjustTarget(dialog->target(), dialog->who()); });
}

void OversightDialogs::askSplit(qint64 target)
{
    const auto whole = find(target);
    if (!whole || !m_bench.session.canWrite()) {
        return;
    }
    auto *dialog = new SplitDialog(m_bench, *whole, m_window);
    open(dialog, [this, dialog] { m_bench.actions.addTargets(dialog->parts(), dialog->who()); });
}

void OversightDialogs::showVersions(qint64 target)
{
    if (const auto found = find(target)) {
        open(new TargetVersionsDialog(m_bench, *found, m_window), [] {});
    }
}

void OversightDialogs::askRemove(qint64 target)
{
    const auto found = find(target);
    if (!found || !m_bench.session.canWrite()) {
        return;
    }
    auto *box = new QMessageBox(QMessageBox::Question, tr("Remove a target"),
                                tr("Remove target %1 with all its versions?").arg(found->label),
                                QMessageBox::Ok | QMessageBox::Cancel, m_window);
    box->setObjectName(QStringLiteral("targetRemoveBox"));
    box->setInformativeText(tr("This is for targets entered by mistake. One that was given up, closed or put off is "
                               "adjusted instead, so that it stays in the history."));
    box->button(QMessageBox::Ok)->setText(tr("Remove"));
    box->button(QMessageBox::Ok)->setObjectName(QStringLiteral("targetRemoveAccept"));
    box->setDefaultButton(QMessageBox::Cancel);
    open(box, [] {});
    connect(box->button(QMessageBox::Ok), &QPushButton::clicked, this,
            [this, goes = *found] { m_bench.actions.removeTarget(goes); });
}

void OversightDialogs::askClosePeriod()
{
    if (!m_bench.session.state() || !m_bench.session.canWrite()) {
        return;
    }
    auto *dialog = new PeriodDialog(m_bench, m_window);
    open(dialog, [this, dialog] { m_bench.actions.closePeriod(dialog->until(), dialog->reason(), dialog->who()); });
}

void OversightDialogs::showConflicts()
{
    const Immutable<ProjectState> &state = m_bench.session.state();
    QStringList sentences;
    for (const TargetConflict &conflict : state ? targetConflicts(state->targets) : std::vector<TargetConflict>()) {
        sentences << conflict.sentence;
    }
    auto *box = new QMessageBox(QMessageBox::NoIcon, tr("Contradictory targets"),
                                sentences.join(QStringLiteral("\n\n")), QMessageBox::Ok, m_window);
    box->setObjectName(QStringLiteral("conflictBox"));
    open(box, [] {});
}

} // namespace cuntu::ui
