// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/geometry_text.h"

#include "core/base/text.h"
#include "core/io/wkt_geometry.h"

#include <QRegularExpression>

namespace cuntu {

namespace {

Error unreadable(const QString &what)
{
    return {ErrorCode::Invalid,
            Core::tr("'%1' is no geometry").arg(what.left(40)),
            {},
            Core::tr("Write it as WKT, e.g. LINESTRING(500000 3000000, 500100 3000000), or as positions: "
                     "500000 3000000, 500100 3000000."),
            {},
            {}};
}

/// The numbers in @p text, two a position, whatever stands between them; empty where there is anything else.
std::vector<Point> positionsIn(const QString &text)
{
    static const QRegularExpression between(QStringLiteral("[\\s,;]+"));
    const QStringList words = text.split(between, Qt::SkipEmptyParts);
    std::vector<Point> positions;
    for (qsizetype i = 0; i + 1 < words.size(); i += 2) {
        const auto x = parseNumber(words[i]);
        const auto y = parseNumber(words[i + 1]);
        if (!x || !y) {
            return {};
        }
        positions.push_back({*x, *y});
    }
    return words.size() % 2 == 0 ? positions : std::vector<Point>();
}

} // namespace

Result<Geometry> geometryFromText(const QString &text, GeometryType type)
{
    const std::string utf8 = text.trimmed().toStdString();
    if (looksLikeWkt(utf8)) {
        GeometryOutcome outcome = fromWkt(utf8);
        if (!outcome.problem.isEmpty() || outcome.geometry.isEmpty()) {
            return unreadable(text);
        }
        return std::move(outcome.geometry);
    }
    std::vector<Point> positions = positionsIn(text);
    if (positions.empty()) {
        return unreadable(text);
    }
    Geometry geometry;
    geometry.type = type == GeometryType::Any ? GeometryType::Point : type;
    if (geometry.type == GeometryType::Point) {
        for (const Point &position : positions) {
            geometry.addPart({&position, 1});
        }
        return geometry;
    }
    if (geometry.type == GeometryType::Polygon && !(positions.front() == positions.back())) {
        positions.push_back(positions.front());
    }
    geometry.addPart(positions);
    return geometry;
}

QString geometryKind(GeometryType type)
{
    switch (type) {
    case GeometryType::Point:
        return Core::tr("points");
    case GeometryType::Line:
        return Core::tr("lines");
    case GeometryType::Polygon:
        return Core::tr("areas");
    case GeometryType::Any:
        return Core::tr("any geometry");
    case GeometryType::None:
        break;
    }
    return Core::tr("no geometry");
}

} // namespace cuntu
