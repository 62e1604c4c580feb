// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace cuntu::ui {

/// An event filter for the application: the keys of undo and redo go on to the project's list where the field with the
/// focus has nothing of its own to take back. Fields claim these keys always, so that Ctrl+Z would do nothing there.
class UndoKeys : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
};

} // namespace cuntu::ui
