// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/export.h"

#include <QMap>
#include <QSet>
#include <QStringList>

namespace cuntu {

/// What is done to the rows of a file before they are checked. A value.
struct RowRules {
    /// Heading -> the words of which one must stand there, or the row is left out; "*": anything but a blank.
    QMap<QString, QStringList> keep;
    /// Field (or "@status") -> word of the file -> the word it stands for: a choice, a status, yes or no.
    QMap<QString, QMap<QString, QString>> words;
    /// Field -> what is taken for rows that have nothing there, or that have no such column.
    QMap<QString, QString> constants;
    /// Rows that the user leaves out, by SourceRow::number.
    QSet<qint64> leaveOut;

    bool isEmpty() const { return keep.isEmpty() && words.isEmpty() && constants.isEmpty() && leaveOut.isEmpty(); }
    bool operator==(const RowRules &) const = default;
};

} // namespace cuntu
