// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/message_log.h"

namespace cuntu::ui {

void MessageLog::info(const QString &text)
{
    add({QDateTime::currentDateTime(), MessageLevel::Info, text, {}});
}

void MessageLog::warn(const QString &text)
{
    add({QDateTime::currentDateTime(), MessageLevel::Warning, text, {}});
}

void MessageLog::fail(const Error &error)
{
    const bool cancelled = error.code == ErrorCode::Cancelled;
    add({QDateTime::currentDateTime(), cancelled ? MessageLevel::Info : MessageLevel::Failure, error.toText(),
         error.details});
}

void MessageLog::add(Message message)
{
    m_messages.push_back(message);
    Q_EMIT added(message);
}

} // namespace cuntu::ui
