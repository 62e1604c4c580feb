// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/export_row.h"

#include "core/base/text.h"
#include "core/io/id_number.h"

#include <QFileInfo>
#include <QStorageInfo>

#include <algorithm>
#include <cmath>

namespace cuntu {

Value exportedValue(const Field &field, const Value &value, bool unmask, bool layerIsPersonal)
{
    if (unmask || isNull(value)) {
        return value;
    }
    const auto *text = std::get_if<std::string>(&value);
    if (field.personal != Personal::No) {
        const QString hidden = text ? masked(QString::fromStdString(*text), field.personal) : QString();
        return hidden.isEmpty() ? Value() : Value(hidden.toStdString());
    }
    constexpr std::size_t shortestIdentity = 18;
    if (!layerIsPersonal || !text || text->size() < shortestIdentity) {
        return value;
    }
    return withoutIdentityNumbers(QString::fromStdString(*text)).toStdString();
}

bool exportsPositions(const ExportRequest &request)
{
    return request.schema.geometry != GeometryType::None && (request.unmask || !request.schema.positionPersonal);
}

Geometry exportedGeometry(const FeatureRow &row, const std::optional<CrsTransform> &transform)
{
    Geometry geometry = row.geometry;
    if (transform && transform->apply(geometry.points) > 0) {
        return {};
    }
    return geometry;
}

Result<std::optional<CrsTransform>> transformTo(const Crs &from, const Crs &to)
{
    std::optional<CrsTransform> result;
    if (!from.isValid() || !to.isValid()) {
        return result;
    }
    auto transform = CrsTransform::create(from, to);
    if (!transform) {
        return transform.error();
    }
    if (!transform->isIdentity()) {
        result.emplace(std::move(*transform));
    }
    return result;
}

Error sheetIsFull(const QString &file, qint64 mostRows)
{
    return {ErrorCode::OutOfRange,
            Core::tr("a sheet holds at most %1 rows").arg(mostRows),
            {.file = file},
            Core::tr("Export as .csv or .gpkg instead."),
            {},
            {}};
}

Error cannotWrite(const QString &file, const QString &reason, const QStringList &details)
{
    const QFileInfo folder(QFileInfo(file).absolutePath());
    const QStorageInfo disk(folder.absoluteFilePath());
    constexpr qint64 nearlyNothing = 1 << 20;
    Error error{ErrorCode::Unreadable,
                Core::tr("the file cannot be written: %1").arg(reason),
                {},
                Core::tr("Choose another folder, or close the file in other programs."),
                {},
                details};
    if (disk.isValid() && disk.bytesAvailable() < nearlyNothing) {
        error.code = ErrorCode::DiskFull;
        error.sentence = Core::tr("the disk is full");
        error.advice = Core::tr("Make room or choose another disk.");
    } else if (!folder.exists()) {
        error.sentence = Core::tr("there is no folder '%1'").arg(folder.absoluteFilePath());
    }
    error.where.file = file;
    return error;
}

} // namespace cuntu
