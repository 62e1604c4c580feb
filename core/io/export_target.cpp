// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/export_target.h"

#include "core/base/text.h"

#include <QDir>
#include <QFileInfo>

#include <cpl_string.h>

#include <filesystem>
#include <system_error>

namespace cuntu {

namespace {

std::filesystem::path pathOf(const QString &path)
{
    return std::filesystem::path(path.toStdU16String());
}

} // namespace

Result<std::unique_ptr<ExportTarget>> ExportTarget::create(const QString &file, const char *driver,
                                                           const QStringList &options)
{
    const QFileInfo info(file);
    std::unique_ptr<ExportTarget> target(new ExportTarget(file, info.absolutePath()));
    if (!target->m_folder.isValid()) {
        return cannotWrite(file, target->m_folder.errorString(), {});
    }
    GDALAllRegister();
    GDALDriver *found = GetGDALDriverManager()->GetDriverByName(driver);
    CPLStringList creation;
    for (const QString &option : options) {
        creation.AddString(option.toUtf8().constData());
    }
    const QByteArray path = target->m_folder.filePath(info.fileName()).toUtf8();
    target->m_dataset.reset(found ? found->Create(path.constData(), 0, 0, 0, GDT_Unknown, creation.List()) : nullptr);
    if (!target->m_dataset) {
        return target->failed(Core::tr("the format could not be started"));
    }
    return target;
}

Error ExportTarget::failed(const QString &reason) const
{
    const QString said = m_guard.messages().isEmpty() ? reason : m_guard.messages().last();
    return cannotWrite(m_file, said, m_guard.messages());
}

/// Indexes that other programs made of the old file would lead them astray in the new one.
void ExportTarget::removeStale() const
{
    const QString base = m_file.left(m_file.lastIndexOf(QLatin1Char('.')) + 1);
    if (!m_file.endsWith(QLatin1String(".shp"), Qt::CaseInsensitive)) {
        return;
    }
    for (const char *ending : {"qix", "sbn", "sbx", "fix", "shp.xml", "qpj"}) {
        QFile::remove(base + QLatin1String(ending));
    }
}

Result<void> ExportTarget::commit()
{
    m_dataset.reset();
    if (m_guard.failed()) {
        return failed(Core::tr("it could not be completed"));
    }
    removeStale();
    const QDir from(m_folder.path());
    const QDir to(QFileInfo(m_file).absolutePath());
    QStringList names = from.entryList(QDir::Files | QDir::Hidden);
    names.removeAll(QFileInfo(m_file).fileName());
    names.append(QFileInfo(m_file).fileName()); // last: whoever sees the main file finds its parts
    for (const QString &name : names) {
        std::error_code error;
        std::filesystem::rename(pathOf(from.filePath(name)), pathOf(to.filePath(name)), error);
        if (error) {
            return failed(QString::fromStdString(error.message()));
        }
    }
    return {};
}

} // namespace cuntu
