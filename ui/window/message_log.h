// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QDateTime>
#include <QObject>

#include <vector>

namespace cuntu::ui {

/// How much a message matters.
enum class MessageLevel { Info, Warning, Failure };

/// Something the user was told.
struct Message {
    QDateTime time;
    MessageLevel level = MessageLevel::Info;
    QString text;        ///< for a person
    QStringList details; ///< of the libraries; may be empty
};

/// Everything the user was told since the program started, oldest first. GUI thread.
class MessageLog : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    void info(const QString &text);
    void warn(const QString &text);
    /// Tells of @p error; one that only says 'cancelled' becomes an info.
    void fail(const Error &error);
    const std::vector<Message> &messages() const { return m_messages; }

Q_SIGNALS:
    void added(const cuntu::ui::Message &message);

private:
    void add(Message message);
    std::vector<Message> m_messages;
};

} // namespace cuntu::ui
