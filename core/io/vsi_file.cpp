// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/vsi_file.h"

#include <cpl_conv.h>
#include <cpl_error.h>
#include <cpl_string.h>

namespace cuntu {

namespace {

struct Setting {
    const char *name;
    const char *value;
};

// None of these may leave a file beside the user's, guess an index anew, or ask a server.
constexpr Setting k_settings[] = {
    {"GDAL_PAM_ENABLED", "NO"},
    {"SHAPE_RESTORE_SHX", "NO"},
    {"SHAPE_REWIND_ON_WRITE", "NO"},
    {"GML_SKIP_RESOLVE_ELEMS", "ALL"},
    {"GML_GFS_TEMPLATE", ""},
    {"OGR_XLSX_HEADERS", "DISABLE"},
    {"OGR_XLSX_FIELD_TYPES", "STRING"},
    {"OGR_XLS_HEADERS", "DISABLE"},
    {"OGR_XLS_FIELD_TYPES", "STRING"},
    {"OGR_ODS_HEADERS", "DISABLE"},
    {"OGR_ODS_FIELD_TYPES", "STRING"},
    {"OGR_SQLITE_CACHE", "16"},
    {"LIBKML_LAUNDER_FIELD_NAMES", "NO"},
    {"OGR_GEOJSON_MAX_OBJ_SIZE", "500"},
};

void CPL_STDCALL collect(CPLErr level, CPLErrorNum, const char *message)
{
    if (auto *guard = static_cast<GdalGuard *>(CPLGetErrorHandlerUserData())) {
        guard->add(level >= CE_Failure, QString::fromUtf8(message));
    }
}

} // namespace

VsiHandle openVsi(const QString &path)
{
    return VsiHandle(VSIFOpenL(path.toUtf8().constData(), "rb"));
}

qint64 vsiSize(const QString &path)
{
    VSIStatBufL stat{};
    if (VSIStatL(path.toUtf8().constData(), &stat) != 0 || VSI_ISDIR(stat.st_mode)) {
        return -1;
    }
    return static_cast<qint64>(stat.st_size);
}

QByteArray vsiHead(const QString &path, qint64 limit)
{
    const VsiHandle file = openVsi(path);
    if (!file) {
        return {};
    }
    QByteArray bytes(limit, '\0');
    bytes.truncate(static_cast<qsizetype>(VSIFReadL(bytes.data(), 1, static_cast<std::size_t>(limit), file.get())));
    return bytes;
}

QStringList vsiList(const QString &path)
{
    QStringList names;
    char **list = VSIReadDirRecursive(path.toUtf8().constData());
    for (int i = 0; list && list[i]; ++i) {
        names << QString::fromUtf8(list[i]);
    }
    CSLDestroy(list);
    return names;
}

qint64 VsiDevice::readData(char *data, qint64 maxSize)
{
    const std::size_t read = VSIFReadL(data, 1, static_cast<std::size_t>(maxSize), m_file.get());
    m_ended = read == 0;
    return m_ended ? -1 : static_cast<qint64>(read);
}

GdalGuard::GdalGuard(For what)
{
    CPLPushErrorHandlerEx(collect, this);
    if (what == For::Reading) {
        return;
    }
    for (const Setting &setting : k_settings) {
        m_before.emplace_back(setting.name, CPLGetThreadLocalConfigOption(setting.name, nullptr));
        CPLSetThreadLocalConfigOption(setting.name, setting.value);
    }
}

GdalGuard::~GdalGuard()
{
    CPLPopErrorHandler();
    for (const auto &[name, value] : m_before) {
        CPLSetThreadLocalConfigOption(name.constData(), value.isNull() ? nullptr : value.constData());
    }
}

void GdalGuard::add(bool failure, const QString &message)
{
    constexpr qsizetype most = 20;
    m_failed = m_failed || failure;
    if (m_messages.size() < most) {
        m_messages << message;
    }
}

} // namespace cuntu
