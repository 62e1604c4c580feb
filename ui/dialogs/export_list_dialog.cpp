// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/export_list_dialog.h"

#include "ui/panels/panel_parts.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QToolButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace cuntu::ui {

ExportListDialog::ExportListDialog(Workbench &bench, QWidget *parent)
    : QDialog(parent), m_bench(bench), m_reading(bench.jobs), m_table(new QTreeWidget)
{
    setObjectName(QStringLiteral("exportListDialog"));
    setWindowTitle(tr("What left the project"));
    resize(900, 420);
    m_table->setObjectName(QStringLiteral("exportTable"));
    m_table->setAccessibleName(windowTitle());
    m_table->setHeaderLabels(
        {tr("When"), tr("Who"), tr("What"), tr("Features"), tr("Personal data"), tr("File"), tr("Only"), tr("Reason")});
    m_table->setRootIsDecorated(false);
    m_table->setAlternatingRowColors(true);
    m_table->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    QToolButton *copy = makeCopyButton(QStringLiteral("exportCopy"), tr("Copy the table"), bench.theme);
    connect(copy, &QToolButton::clicked, this, [this] { copyTable(*m_table->model(), m_bench.log); });
    auto *row = new QHBoxLayout;
    row->addWidget(copy);
    row->addWidget(buttons);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_table, 1);
    layout->addLayout(row);
    m_reading.run(
        tr("Reading the record of exports"), this,
        [project = bench.session.project()](const JobContext &) { return project->exports(); },
        [this](const Result<std::vector<ExportRecord>> &records) {
            if (records) {
                show(*records);
            } else {
                m_bench.log.fail(records.error());
            }
        });
}

void ExportListDialog::show(const std::vector<ExportRecord> &records)
{
    const auto words = [](Privacy privacy) {
        switch (privacy) {
        case Privacy::Masked:
            return tr("masked");
        case Privacy::Public:
            return tr("public");
        case Privacy::Full:
            break;
        }
        return tr("in full");
    };
    for (const ExportRecord &record : records) {
        auto *item =
            new QTreeWidgetItem(m_table, {record.recorded.toText(), record.who, record.what,
                                          record.file.isEmpty() ? QString() : QString::number(record.features),
                                          words(record.privacy), record.file, record.selection, record.reason});
        item->setTextAlignment(3, Qt::AlignRight | Qt::AlignVCenter);
        item->setToolTip(5, record.file);
    }
}

} // namespace cuntu::ui
