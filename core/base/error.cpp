// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"

#include "core/base/text.h"

namespace cuntu {

QString toString(ErrorCode code)
{
    switch (code) {
    case ErrorCode::NotFound:
        return QStringLiteral("not_found");
    case ErrorCode::Unreadable:
        return QStringLiteral("unreadable");
    case ErrorCode::BadEncoding:
        return QStringLiteral("bad_encoding");
    case ErrorCode::UnknownCrs:
        return QStringLiteral("unknown_crs");
    case ErrorCode::OutOfRange:
        return QStringLiteral("out_of_range");
    case ErrorCode::Invalid:
        return QStringLiteral("invalid");
    case ErrorCode::Conflict:
        return QStringLiteral("conflict");
    case ErrorCode::NewerVersion:
        return QStringLiteral("newer_version");
    case ErrorCode::Locked:
        return QStringLiteral("locked");
    case ErrorCode::ReadOnly:
        return QStringLiteral("read_only");
    case ErrorCode::DiskFull:
        return QStringLiteral("disk_full");
    case ErrorCode::Cancelled:
        return QStringLiteral("cancelled");
    case ErrorCode::Misused:
        return QStringLiteral("misused");
    case ErrorCode::PluginFailed:
        return QStringLiteral("plugin_failed");
    case ErrorCode::Bug:
        return QStringLiteral("bug");
    }
    return QStringLiteral("bug");
}

Error Error::during(const QString &doing) const
{
    Error copy = *this;
    copy.context.append(doing);
    return copy;
}

namespace {

QString placeText(const Where &where)
{
    QStringList parts;
    if (!where.file.isEmpty()) {
        parts << where.file;
    }
    if (!where.sheet.isEmpty()) {
        parts << Core::tr("sheet %1").arg(where.sheet);
    }
    if (where.row > 0) {
        parts << Core::tr("row %1").arg(where.row);
    }
    if (!where.column.isEmpty()) {
        parts << Core::tr("column %1").arg(where.column);
    }
    if (!where.feature.isEmpty()) {
        parts << Core::tr("feature %1").arg(where.feature);
    }
    if (!where.plugin.isEmpty()) {
        parts << Core::tr("plugin %1").arg(where.plugin);
    }
    if (!where.rule.isEmpty()) {
        parts << Core::tr("rule %1").arg(where.rule);
    }
    return parts.join(QStringLiteral(", "));
}

} // namespace

QString Error::toText() const
{
    QString text;
    for (auto it = context.rbegin(); it != context.rend(); ++it) {
        text += *it + QStringLiteral(": ");
    }
    text += sentence;
    if (const QString place = placeText(where); !place.isEmpty()) {
        text += QStringLiteral(" (%1)").arg(place);
    }
    if (!advice.isEmpty()) {
        text += QLatin1Char('\n') + advice;
    }
    return text;
}

} // namespace cuntu
