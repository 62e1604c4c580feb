// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/history_list.h"

#include "ui/window/text.h"

#include <QHeaderView>

namespace cuntu::ui {

HistoryList::HistoryList(Workbench &bench, QWidget *parent) : QTreeWidget(parent), m_bench(bench)
{
    setObjectName(QStringLiteral("historyList"));
    setAccessibleName(tr("History of the status"));
    setColumnCount(3);
    setHeaderLabels({tr("Since"), tr("Status"), tr("Who")});
    setRootIsDecorated(false);
    setSelectionMode(QAbstractItemView::NoSelection);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    header()->setStretchLastSection(false);
    header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    header()->setSectionResizeMode(1, QHeaderView::Stretch);
}

void HistoryList::show(const std::vector<HistoryLine> &lines)
{
    clear();
    for (const HistoryLine &line : lines) {
        const QString standing = line.entry.isBlank() ? tr("taken back") : line.status;
        const QString status = line.programme.isEmpty() ? standing : tr("%1: %2").arg(line.programme, standing);
        const QString noted = line.entry.note.isEmpty() ? status : status + QLatin1Char('\n') + line.entry.note;
        auto *item = new QTreeWidgetItem(this, {line.entry.effective.toIso(), noted, line.entry.who});
        item->setTextAlignment(0, Qt::AlignLeft | Qt::AlignTop);
        item->setTextAlignment(2, Qt::AlignLeft | Qt::AlignTop);
        item->setIcon(1, swatch(line.colour, Marking::Plain, GeometryType::Point, m_bench.theme));
        const QString tip = tr("Recorded %1, %2. From: %3")
                                .arg(line.entry.recorded.toText(), rungName(line.entry.rung),
                                     line.entry.source.isEmpty() ? tr("not said") : line.entry.source);
        QFont font = this->font();
        font.setStrikeOut(!line.holds);
        for (int column = 0; column < columnCount(); ++column) {
            item->setToolTip(column, noted + QLatin1Char('\n') + tip);
            item->setFont(column, font);
            if (!line.holds) {
                item->setForeground(column, m_bench.theme.muted);
            }
        }
    }
    updateGeometry();
    setFixedHeight(sizeHint().height());
}

QSize HistoryList::sizeHint() const
{
    int height = header()->sizeHint().height() + 4;
    for (int i = 0; i < topLevelItemCount(); ++i) {
        height += rowHeight(indexFromItem(topLevelItem(i)));
    }
    return {200, height};
}

} // namespace cuntu::ui
