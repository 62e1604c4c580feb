// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/panel_parts.h"

#include "ui/window/text.h"

#include <QAbstractItemModel>
#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

namespace cuntu::ui {

QLabel *makeEmptyNote(const QString &objectName)
{
    auto *note = new QLabel;
    note->setObjectName(objectName);
    note->setProperty("role", QStringLiteral("muted"));
    note->setAlignment(Qt::AlignCenter);
    note->setWordWrap(true);
    return note;
}

QLabel *makeNote(const QString &objectName)
{
    auto *note = new QLabel;
    note->setObjectName(objectName);
    note->setProperty("role", QStringLiteral("muted"));
    note->setWordWrap(true);
    note->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return note;
}

QLabel *makeHeading(const QString &text)
{
    auto *label = new QLabel(text);
    QFont font = label->font();
    font.setBold(true);
    label->setFont(font);
    return label;
}

QToolButton *makeCopyButton(const QString &objectName, const QString &tip, const Theme &theme)
{
    auto *button = new QToolButton;
    button->setObjectName(objectName);
    button->setIcon(icon(QStringLiteral("copy"), theme));
    button->setAutoRaise(true);
    button->setToolTip(tip);
    button->setAccessibleName(tip);
    return button;
}

void copyTable(const QAbstractItemModel &table, MessageLog &log)
{
    QStringList lines;
    for (int row = -1; row < table.rowCount(); ++row) {
        QStringList cells;
        for (int column = 0; column < table.columnCount(); ++column) {
            cells << (row < 0 ? table.headerData(column, Qt::Horizontal) : table.index(row, column).data()).toString();
        }
        lines << cells.join(QLatin1Char('\t'));
    }
    QGuiApplication::clipboard()->setText(lines.join(QLatin1Char('\n')));
    log.info(Ui::tr("%n row(s) copied", nullptr, table.rowCount()));
}

PanelFooter makeFooter(const QString &textName)
{
    PanelFooter footer{new QWidget, new QLabel};
    footer.strip->setObjectName(QStringLiteral("panelFooter"));
    auto *row = new QHBoxLayout(footer.strip);
    row->setContentsMargins(9, 3, 9, 3);
    footer.text->setObjectName(textName);
    footer.text->setProperty("role", QStringLiteral("muted"));
    footer.text->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    row->addWidget(footer.text);
    return footer;
}

} // namespace cuntu::ui
