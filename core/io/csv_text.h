// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QStringList>

namespace cuntu {

/// The mark by which spreadsheet programs know UTF-8.
QByteArray csvByteOrderMark();

/// @p text as it can stand in a spreadsheet's cell without being run: what begins like a formula (= + - @ tab CR) and
/// is no number gets an apostrophe in front.
QString safeCell(const QString &text);

/// @p cells as one line of CSV, UTF-8, ended with CRLF (RFC 4180), each made safe.
QByteArray csvLine(const QStringList &cells);

} // namespace cuntu
