// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/window/message_log.h"
#include "ui/window/theme.h"

class QAbstractItemModel;
class QLabel;
class QToolButton;
class QWidget;

namespace cuntu::ui {

/// What a panel says where it has nothing to show: muted, in its middle. GUI thread, as all of these; the caller owns.
QLabel *makeEmptyNote(const QString &objectName);

/// A muted paragraph that wraps and can be copied.
QLabel *makeNote(const QString &objectName);

/// A line in bold that says what follows.
QLabel *makeHeading(const QString &text);

/// The button that puts a panel's table on the clipboard.
QToolButton *makeCopyButton(const QString &objectName, const QString &tip, const Theme &theme);

/// Puts @p table with its headings on the clipboard, as rows of tabulated text, and says so in @p log.
void copyTable(const QAbstractItemModel &table, MessageLog &log);

/// The strip below a panel's table, with a muted line of text that does not make the window wider.
struct PanelFooter {
    QWidget *strip = nullptr;
    QLabel *text = nullptr;
};
PanelFooter makeFooter(const QString &textName);

} // namespace cuntu::ui
