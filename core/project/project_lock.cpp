// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/project_lock.h"

#include "core/base/text.h"

#include <QFileInfo>
#include <QSet>
#include <QStorageInfo>
#include <QThread>

namespace cuntu {

namespace {

bool isWritableByOwner(const QFileInfo &info)
{
    return info.isWritable() && (info.permissions() & (QFile::WriteOwner | QFile::WriteGroup | QFile::WriteOther));
}

/// A lock file that does not say who made it is a dead program's that was killed before it could write that. It is
/// taken over where nobody holds it: a living owner holds a lock on the file itself.
bool takeOverUnsigned(QLockFile &file)
{
    constexpr unsigned long k_timeToSign_ms = 100;
    qint64 process = 0;
    QString host;
    QString program;
    if (file.error() != QLockFile::LockFailedError || file.getLockInfo(&process, &host, &program)) {
        return false;
    }
    QThread::msleep(k_timeToSign_ms);
    return !file.getLockInfo(&process, &host, &program) && file.removeStaleLockFile() && file.tryLock(0);
}

} // namespace

ProjectPlace inspectPlace(const QString &projectFile)
{
    const QFileInfo file(projectFile);
    const QFileInfo folder(file.absolutePath());
    ProjectPlace place;
    if (!isWritableByOwner(folder)) {
        place.writable = false;
        place.reason = Core::tr("the folder %1 is write-protected").arg(folder.filePath());
    } else if (file.exists() && !isWritableByOwner(file)) {
        place.writable = false;
        place.reason = Core::tr("the file is write-protected");
    }
    static const QSet<QByteArray> k_shared{"nfs",  "nfs4",  "cifs",  "smb3", "smbfs", "fuse.sshfs", "fuse.gvfsd-fuse",
                                           "vfat", "exfat", "msdos", "ntfs", "ntfs3", "fuseblk",    "9p",
                                           "afs",  "davfs"};
    const QByteArray type = QStorageInfo(folder.filePath()).fileSystemType();
    if (k_shared.contains(type)) {
        place.networkOrRemovable = true;
        if (place.reason.isEmpty()) {
            place.reason =
                Core::tr("the project lies on a network share or a removable disk (%1)").arg(QString::fromLatin1(type));
        }
    }
    return place;
}

Result<ProjectLock> ProjectLock::acquire(const QString &projectFile)
{
    auto file = std::make_unique<QLockFile>(projectFile + QStringLiteral(".lock"));
    file->setStaleLockTime(0); // never by age: a window may stay open for weeks; a dead holder is found by its process
    if (file->tryLock(0) || takeOverUnsigned(*file)) {
        return ProjectLock(std::move(file));
    }
    if (file->error() != QLockFile::LockFailedError) {
        return Error{ErrorCode::ReadOnly,
                     Core::tr("no lock file can be made beside the project"),
                     {.file = projectFile},
                     Core::tr("Check the permissions of the folder."),
                     {},
                     {}};
    }
    qint64 process = 0;
    QString host;
    QString program;
    file->getLockInfo(&process, &host, &program);
    const QString owner = QFileInfo(projectFile + QStringLiteral(".lock")).owner();
    return Error{ErrorCode::Locked,
                 Core::tr("the project is open in another program: %1 on %2 (user %3, process %4)")
                     .arg(program.isEmpty() ? QStringLiteral("cuntu") : program, host,
                          owner.isEmpty() ? QStringLiteral("?") : owner)
                     .arg(process),
                 {.file = projectFile},
                 Core::tr("Close it there, or go on reading only."),
                 {},
                 {}};
}

} // namespace cuntu
