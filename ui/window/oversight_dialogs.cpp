// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/oversight_dialogs.h"

#include "ui/dialogs/case_dialog.h"
#include "ui/dialogs/case_step_dialog.h"

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
    if (!m_bench.session.state() || !m_bench.session.canWrite()) {
        return;
    }
    auto *dialog = new CaseDialog(m_bench, m_window);
    open(dialog, [this, dialog] { m_bench.actions.listCase(dialog->item(), dialog->who()); });
}

} // namespace cuntu::ui
