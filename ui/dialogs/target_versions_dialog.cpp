// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/target_versions_dialog.h"

#include "core/progress/figure_text.h"
#include "ui/window/target_words.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace cuntu::ui {

TargetVersionsDialog::TargetVersionsDialog(Workbench &bench, const Target &target, QWidget *parent)
    : QDialog(parent), m_bench(bench), m_reading(bench.jobs), m_table(new QTreeWidget)
{
    setObjectName(QStringLiteral("targetVersionsDialog"));
    setWindowTitle(tr("Versions of target %1").arg(target.label));
    resize(720, 300);
    m_table->setObjectName(QStringLiteral("targetVersions"));
    m_table->setAccessibleName(windowTitle());
    m_table->setHeaderLabels(
        {tr("Entered"), tr("By"), tr("Promised"), tr("Due"), tr("State"), tr("Responsible"), tr("Reason")});
    m_table->setRootIsDecorated(false);
    m_table->setAlternatingRowColors(true);
    m_table->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    auto *layout = new QVBoxLayout(this);
    if (!target.clause.isEmpty()) {
        auto *clause = new QLabel(target.clause);
        clause->setWordWrap(true);
        clause->setProperty("role", QStringLiteral("muted"));
        layout->addWidget(clause);
    }
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    layout->addWidget(m_table, 1);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    m_reading.run(
        tr("Reading versions"), this,
        [project = bench.session.project(), id = target.id](const JobContext &) { return project->targetVersions(id); },
        [this](const Result<std::vector<TargetVersion>> &versions) {
            if (versions) {
                show(*versions);
            } else {
                m_bench.log.fail(versions.error());
            }
        });
}

void TargetVersionsDialog::show(const std::vector<TargetVersion> &versions)
{
    for (auto version = versions.rbegin(); version != versions.rend(); ++version) {
        const Target &target = version->target;
        const Indicator *indicator = m_bench.session.registry().findIndicator(target.indicator);
        QStringList bodies{target.responsible, target.leadUnit};
        bodies.removeAll(QString());
        new QTreeWidgetItem(m_table, {version->recorded.toText(), version->who,
                                      figureText(target.value, indicator != nullptr ? indicator->unit : QString()),
                                      dueText(target), targetStateName(target.state),
                                      bodies.join(QStringLiteral(" · ")), target.reason});
    }
}

} // namespace cuntu::ui
