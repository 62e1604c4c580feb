// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/project.h"

#include <QByteArray>
#include <QString>

namespace cuntu::test {

/// How an import ended that was run in a process of its own.
struct ApartOutcome {
    enum class End { Taken, Refused, Crashed, Hung, Unknown };
    End end = End::Unknown;
    int signal = 0;       ///< with Crashed
    qint64 read = 0;      ///< with Taken
    qint64 taken = 0;     ///< with Taken
    qint64 features = -1; ///< with Taken: rows of the layer afterwards
    int headerRows = 0;   ///< rows that were taken for headings or titles
    QString sentence;     ///< with Refused: all that is said, in one paragraph
    QString file;         ///< with Refused: the file that is named
    QStringList reasons;  ///< of rejected rows

    QString toText() const;
};

/// Imports @p source into the project @p project as a plain layer called 'probe', in a child process that is ended
/// after @p seconds: what crashes or hangs there leaves the test alive. The child's messages go to the test's stderr.
/// No thread of the caller's may run but the one that calls.
ApartOutcome importApart(const QString &project, const SourceOptions &source, int seconds);

/// The bytes of @p path.
QByteArray bytesOf(const QString &path);

} // namespace cuntu::test
