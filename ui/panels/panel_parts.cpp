// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/panel_parts.h"

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
