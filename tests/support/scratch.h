// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>

namespace cuntu::test {

/// A folder for one test, with a space and Chinese characters in its path; removed at the end.
class Scratch {
public:
    Scratch() : m_folder(QDir::tempPath() + QStringLiteral("/cuntu 测试 XXXXXX")) {}

    QString path(const QString &name) const { return m_folder.filePath(name); }
    QString folder() const { return m_folder.path(); }
    /// Writes @p bytes to a file and gives its path.
    QString write(const QString &name, const QByteArray &bytes) const
    {
        QFile file(path(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size()) {
            qFatal("cannot write %s", qPrintable(path(name)));
        }
        return path(name);
    }

private:
    QTemporaryDir m_folder;
};

} // namespace cuntu::test
