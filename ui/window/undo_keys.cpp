// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/undo_keys.h"

#include <QAbstractSpinBox>
#include <QComboBox>
#include <QKeyEvent>
#include <QLineEdit>

namespace cuntu::ui {
namespace {

/// The line in which typing goes on while @p object has the focus; null: it is none.
const QLineEdit *lineOf(const QObject *object)
{
    if (const auto *line = qobject_cast<const QLineEdit *>(object)) {
        return line;
    }
    if (qobject_cast<const QAbstractSpinBox *>(object) != nullptr) {
        return object->findChild<const QLineEdit *>();
    }
    const auto *combo = qobject_cast<const QComboBox *>(object);
    return combo != nullptr ? combo->lineEdit() : nullptr;
}

} // namespace

bool UndoKeys::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::ShortcutOverride) {
        return false;
    }
    const auto *key = static_cast<QKeyEvent *>(event);
    const bool undo = key->matches(QKeySequence::Undo);
    if (!undo && !key->matches(QKeySequence::Redo)) {
        return false;
    }
    const QLineEdit *line = lineOf(watched);
    const bool nothingOfItsOwn = line != nullptr && !(undo ? line->isUndoAvailable() : line->isRedoAvailable());
    if (nothingOfItsOwn) {
        event->ignore();
    }
    return nothingOfItsOwn;
}

} // namespace cuntu::ui
