// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/source_path.h"

#include "core/base/text.h"
#include "core/io/vsi_file.h"

#include <QFileInfo>
#include <QRegularExpression>

#include <algorithm>

namespace cuntu {

namespace {

constexpr int k_deepest = 3; // archives inside archives; deeper ones are made to do harm

QString inArchive(const QString &archive)
{
    return QStringLiteral("/vsizip/{%1}").arg(archive);
}

/// The file inside an archive that is meant: the first of the kind that is worth most, else of an archive inside it.
QString chooseInArchive(const QString &archive, int depth = 1)
{
    const QString root = inArchive(archive);
    QStringList names = vsiList(root);
    names.removeIf([](const QString &name) { return name.contains(QLatin1String("__MACOSX")); });
    for (const char *ending : {".shp", ".gpkg", ".kml", ".ovkml", ".geojson", ".tab", ".gml", ".gpx", ".dxf", ".xlsx",
                               ".xls", ".csv", ".txt"}) {
        for (const QString &name : names) {
            if (endsWithAny(name, {ending})) {
                return root + QLatin1Char('/') + name;
            }
        }
    }
    for (const QString &name : names) {
        if (depth < k_deepest && endsWithAny(name, {".zip", ".kmz"})) {
            if (const QString inner = chooseInArchive(root + QLatin1Char('/') + name, depth + 1); !inner.isEmpty()) {
                return inner;
            }
        }
    }
    return {};
}

/// 'data.zip/county/lines.shp' as GDAL opens it; empty where @p file names no part of an archive that is there.
QString partOfArchive(const QString &file)
{
    const qsizetype end = file.indexOf(QLatin1String(".zip/"), 0, Qt::CaseInsensitive);
    const QString archive = end < 0 ? QString() : QFileInfo(file.left(end + 4)).absoluteFilePath();
    if (archive.isEmpty() || !QFileInfo(archive).isFile()) {
        return {};
    }
    const QString path = inArchive(archive) + file.mid(end + 4);
    const GdalGuard guard;
    return vsiSize(path) >= 0 ? path : QString();
}

} // namespace

Error unreadableFile(const QString &file, const QString &sentence, const QString &advice)
{
    return {ErrorCode::Unreadable, sentence, {file, {}, 0, {}, {}, {}}, advice, {}, {}};
}

bool endsWithAny(const QString &path, std::initializer_list<const char *> endings)
{
    return std::any_of(endings.begin(), endings.end(),
                       [&](const char *ending) { return path.endsWith(QLatin1String(ending), Qt::CaseInsensitive); });
}

bool isDatabaseAddress(const QString &file)
{
    return file.startsWith(QLatin1String("PG:"), Qt::CaseInsensitive);
}

QString nameOfSource(const QString &file)
{
    if (!isDatabaseAddress(file)) {
        return QFileInfo(file).fileName();
    }
    static const QRegularExpression name(QStringLiteral("dbname\\s*=\\s*'?([^'\\s]+)"),
                                         QRegularExpression::CaseInsensitiveOption);
    return QStringLiteral("PostGIS %1").arg(name.match(file).captured(1)).trimmed();
}

Result<QString> pathOfSource(const QString &file)
{
    if (isDatabaseAddress(file)) {
        return file;
    }
    const QFileInfo info(file);
    if (file.isEmpty() || !info.exists()) {
        if (const QString part = partOfArchive(file); !part.isEmpty()) {
            return part;
        }
        return Error{ErrorCode::NotFound,
                     Core::tr("there is no file '%1'").arg(file),
                     {file, {}, 0, {}, {}, {}},
                     Core::tr("Check the path and the spelling of the name."),
                     {},
                     {}};
    }
    if (!info.isReadable()) {
        return unreadableFile(file, Core::tr("the file may not be read"),
                              Core::tr("Ask its owner, or copy it to a folder of your own."));
    }
    if (info.isDir()) {
        const bool database = file.endsWith(QLatin1String(".gdb"), Qt::CaseInsensitive);
        return database
                   ? Result<QString>(info.absoluteFilePath())
                   : unreadableFile(file, Core::tr("this is a folder"), Core::tr("Choose one of the files in it."));
    }
    if (info.size() == 0) {
        return unreadableFile(file, Core::tr("the file is empty"), Core::tr("Copy it again from where it comes."));
    }
    const QString path = info.absoluteFilePath();
    if (endsWithAny(path, {".csv.gz", ".geojson.gz", ".gml.gz", ".kml.gz", ".txt.gz", ".osm.gz"})) {
        return QStringLiteral("/vsigzip/") + path;
    }
    if (!endsWithAny(path, {".zip", ".ovkmz"})) {
        return path;
    }
    const GdalGuard guard;
    if (const QString inner = chooseInArchive(path); !inner.isEmpty()) {
        return inner;
    }
    Error error = unreadableFile(file, Core::tr("the archive holds no file that can be read, or it is damaged"),
                                 Core::tr("Unpack it and choose a file."));
    error.details = guard.messages();
    return error;
}

} // namespace cuntu
