// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/import_result_dialog.h"

#include "ui/window/text.h"

#include <QDesktopServices>
#include <QDialogButtonBox>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTreeWidget>
#include <QUrl>

namespace cuntu::ui {

ImportResultDialog::ImportResultDialog(Workbench &bench, const QString &file, const ImportReport &report,
                                       QWidget *parent)
    : QDialog(parent), m_bench(bench)
{
    setObjectName(QStringLiteral("importResult"));
    setWindowTitle(tr("Imported"));
    resize(640, report.findings.empty() ? 180 : 420);
    auto *layout = new QVBoxLayout(this);
    auto *title = new QLabel(QFileInfo(file).fileName());
    title->setProperty("role", QStringLiteral("heading"));
    layout->addWidget(title);
    layout->addWidget(makeFigures(report));
    QStringList said{tr("Encoding %1").arg(report.encoding)};
    if (!report.crs.isEmpty()) {
        said << tr("coordinates %1").arg(report.crs);
    }
    auto *notes = new QLabel((QStringList(said.join(QStringLiteral(", "))) + report.notes).join(QLatin1Char('\n')));
    notes->setProperty("role", QStringLiteral("muted"));
    notes->setWordWrap(true);
    layout->addWidget(notes);
    if (!report.findings.empty()) {
        layout->addWidget(makeFindings(report), 1);
    }
    layout->addStretch(report.findings.empty() ? 1 : 0);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    if (!report.rejectsFile.isEmpty()) {
        QPushButton *open = buttons->addButton(tr("Open the file of refused rows"), QDialogButtonBox::ActionRole);
        open->setObjectName(QStringLiteral("importOpenRejects"));
        open->setToolTip(report.rejectsFile);
        connect(open, &QPushButton::clicked, this,
                [path = report.rejectsFile] { QDesktopServices::openUrl(QUrl::fromLocalFile(path)); });
    }
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    layout->addWidget(buttons);
}

QWidget *ImportResultDialog::makeFigures(const ImportReport &report)
{
    auto *figures = new QWidget;
    figures->setObjectName(QStringLiteral("importFigures"));
    auto *row = new QHBoxLayout(figures);
    row->setContentsMargins(0, 4, 0, 4);
    const std::pair<QString, qint64> cells[] = {{tr("read"), report.read},
                                                {tr("taken"), report.taken},
                                                {tr("of them updated"), report.updated},
                                                {tr("refused"), report.rejected},
                                                {tr("warnings"), report.warnings}};
    QStringList spoken;
    for (const auto &[word, count] : cells) {
        auto *cell = new QVBoxLayout;
        auto *number = new QLabel(countText(count));
        number->setProperty("role", QStringLiteral("title"));
        auto *name = new QLabel(word);
        name->setProperty("role", QStringLiteral("muted"));
        cell->addWidget(number);
        cell->addWidget(name);
        row->addLayout(cell);
        row->addSpacing(18);
        spoken << QStringLiteral("%1 %2").arg(countText(count), word);
    }
    row->addStretch(1);
    figures->setAccessibleName(spoken.join(QStringLiteral(", ")));
    return figures;
}

QWidget *ImportResultDialog::makeFindings(const ImportReport &report)
{
    auto *list = new QTreeWidget;
    list->setObjectName(QStringLiteral("importFindings"));
    list->setAccessibleName(tr("Refused rows and warnings"));
    list->setColumnCount(3);
    list->setHeaderLabels({tr("Row"), tr("Column"), tr("Reason")});
    list->setRootIsDecorated(false);
    list->setAlternatingRowColors(true);
    list->setUniformRowHeights(true);
    for (const RowFinding &finding : report.findings) {
        auto *item = new QTreeWidgetItem(list, {QString::number(finding.row), finding.column, finding.reason});
        item->setIcon(0, icon(finding.rejected ? QStringLiteral("failure") : QStringLiteral("warning"), m_bench.theme));
        item->setToolTip(0, finding.rejected ? tr("Refused") : tr("Taken, with a warning"));
        item->setToolTip(2, finding.reason);
    }
    list->header()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
    list->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    return list;
}

} // namespace cuntu::ui
