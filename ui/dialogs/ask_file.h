// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include <functional>

class QLineEdit;
class QToolButton;
class QWidget;

namespace cuntu::ui {

/// What is asked for.
struct FileQuestion {
    QString title;
    QStringList filters;
    QString suffix;     ///< added where the user gives none; for saving
    QString suggestion; ///< a file name; for saving
    bool save = false;
    bool several = false;
    bool folder = false; ///< a folder instead of files
};

/// Asks for files without blocking: @p answered is called with what was chosen, and not at all when nothing was. The
/// folder is remembered between questions.
void askFile(QWidget *parent, const FileQuestion &question, const std::function<void(const QStringList &)> &answered);

/// The button behind @p line that asks for a file and writes its path into it. GUI thread; the caller owns it.
QToolButton *makeBrowseButton(QLineEdit *line, const QString &title);

/// Asks @p question without blocking; @p agreed is called when the button @p yes was pressed.
void askBefore(QWidget *parent, const QString &question, const QString &yes, const std::function<void()> &agreed);

} // namespace cuntu::ui
