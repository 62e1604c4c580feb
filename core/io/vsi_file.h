// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QIODevice>

#include <cpl_vsi.h>

#include <memory>
#include <vector>

namespace cuntu {

struct VsiCloser {
    void operator()(VSILFILE *file) const { VSIFCloseL(file); }
};
using VsiHandle = std::unique_ptr<VSILFILE, VsiCloser>;

/// Opens @p path, a local file or one inside an archive ('/vsizip/...'), for reading. Null where it cannot be opened.
VsiHandle openVsi(const QString &path);

/// Size in bytes; -1 where there is no such file.
qint64 vsiSize(const QString &path);

/// Up to @p limit bytes from the beginning of @p path; empty where it cannot be read.
QByteArray vsiHead(const QString &path, qint64 limit);

/// Names in the folder or archive @p path, with their folders inside it.
QStringList vsiList(const QString &path);

/// A file of GDAL's virtual file system as Qt's XML reader wants it. Read-only, sequential.
class VsiDevice : public QIODevice {
public:
    explicit VsiDevice(VsiHandle file) : m_file(std::move(file)) { open(QIODevice::ReadOnly); }
    bool isSequential() const override { return true; }
    bool atEnd() const override { return m_ended && QIODevice::atEnd(); }

protected:
    qint64 readData(char *data, qint64 maxSize) override;
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    VsiHandle m_file;
    bool m_ended = false;
};

/// Collects what GDAL says on this thread, while it lives; for opening files also switches off what would write beside
/// the user's. Not copyable; destroyed in reverse order of creation.
class GdalGuard {
public:
    enum class For { Opening, Reading };
    explicit GdalGuard(For what = For::Opening);
    ~GdalGuard();
    GdalGuard(const GdalGuard &) = delete;
    GdalGuard &operator=(const GdalGuard &) = delete;
    /// Messages so far, at most 20.
    const QStringList &messages() const { return m_messages; }
    bool failed() const { return m_failed; }
    /// Adds a message; called by GDAL.
    void add(bool failure, const QString &message);

private:
    QStringList m_messages;
    bool m_failed = false;
    std::vector<std::pair<QByteArray, QByteArray>> m_before;
};

} // namespace cuntu
