// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QLockFile>

#include <memory>

namespace cuntu {

/// Where a project file lies, as far as it matters for how it is opened.
struct ProjectPlace {
    bool writable = true;
    bool networkOrRemovable = false; ///< a share or a stick: no shared memory, so no write-ahead log
    QString reason;                  ///< a sentence, where one of the two is not as usual
};

/// Looks at permissions and at the kind of file system. A file or folder whose owner may not write counts as
/// write-protected for everybody, root included.
ProjectPlace inspectPlace(const QString &projectFile);

/// The right to write a project: a file NAME.cuntu.lock beside it. Given back at the end; that of a dead program is
/// taken over.
class ProjectLock {
public:
    /// Locked, naming who holds it, or ReadOnly where no lock file can be made.
    static Result<ProjectLock> acquire(const QString &projectFile);

private:
    explicit ProjectLock(std::unique_ptr<QLockFile> file) : m_file(std::move(file)) {}
    std::unique_ptr<QLockFile> m_file;
};

} // namespace cuntu
