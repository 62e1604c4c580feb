// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/basemap/tile_service.h"

#include "maps/text.h"

#include <QXmlStreamWriter>

#include <algorithm>

namespace cuntu {
namespace {

const QString k_scheme = QStringLiteral("tiles:");
constexpr double k_mercatorHalf_m = 20037508.342789244; ///< half of the equator of the sphere of 6378137 m

/// The corners of the tile of level 0 and its system.
struct World {
    double left, top, right, bottom;
    const char *crs;
};

World worldOf(TileService::Matrix matrix)
{
    // The degrees reach below the south pole: what is there is never asked for, and the tile is square.
    return matrix == TileService::Matrix::Degrees
               ? World{-180, 90, 180, -270, "EPSG:4490"}
               : World{-k_mercatorHalf_m, k_mercatorHalf_m, k_mercatorHalf_m, -k_mercatorHalf_m, "EPSG:3857"};
}

TileService tianditu(const QString &name, const QString &layer)
{
    return {
        name,
        QStringLiteral("https://t0.tianditu.gov.cn/%1_w/wmts?SERVICE=WMTS&REQUEST=GetTile&VERSION=1.0.0&LAYER=%1"
                       "&STYLE=default&TILEMATRIXSET=w&FORMAT=tiles&TILEMATRIX={z}&TILEROW={y}&TILECOL={x}&tk={key}")
            .arg(layer),
        TileService::Matrix::Mercator, 18};
}

} // namespace

bool isTileAddress(const QString &file)
{
    return file.startsWith(k_scheme);
}

QString tileAddress(const TileService &service)
{
    return QStringLiteral("%1%2:%3:%4\n%5")
        .arg(k_scheme, service.matrix == TileService::Matrix::Degrees ? QStringLiteral("c") : QStringLiteral("w"))
        .arg(service.deepest)
        .arg(service.url, service.name);
}

std::optional<TileService> tileServiceFrom(const QString &address)
{
    if (!isTileAddress(address)) {
        return std::nullopt;
    }
    const QString rest = address.mid(k_scheme.size());
    TileService service;
    service.matrix = rest.section(QLatin1Char(':'), 0, 0) == QStringLiteral("c") ? TileService::Matrix::Degrees
                                                                                 : TileService::Matrix::Mercator;
    service.deepest = std::clamp(rest.section(QLatin1Char(':'), 1, 1).toInt(), 1, 24);
    const QString place = rest.section(QLatin1Char(':'), 2);
    service.url = place.section(QLatin1Char('\n'), 0, 0).trimmed();
    service.name = place.section(QLatin1Char('\n'), 1).trimmed();
    for (const char *part : {"{z}", "{x}", "{y}"}) {
        if (!service.url.contains(QString::fromLatin1(part))) {
            return std::nullopt;
        }
    }
    const bool isWeb =
        service.url.startsWith(QStringLiteral("http://")) || service.url.startsWith(QStringLiteral("https://"));
    return isWeb ? std::optional(service) : std::nullopt; // nothing of this machine is read by an address
}

QString tileSource(const TileService &service, const TileAccess &access)
{
    QString url = service.url;
    url.replace(QStringLiteral("{key}"), access.key);
    for (const char *part : {"z", "x", "y"}) {
        const QString name = QString::fromLatin1(part);
        url.replace(QStringLiteral("{%1}").arg(name), QStringLiteral("${%1}").arg(name));
    }
    const World world = worldOf(service.matrix);
    const auto number = [](double value) { return QString::number(value, 'f', 9); };
    QString source;
    QXmlStreamWriter xml(&source);
    xml.writeStartElement(QStringLiteral("GDAL_WMS"));
    xml.writeStartElement(QStringLiteral("Service"));
    xml.writeAttribute(QStringLiteral("name"), QStringLiteral("TMS"));
    xml.writeTextElement(QStringLiteral("ServerUrl"), url);
    xml.writeEndElement();
    xml.writeStartElement(QStringLiteral("DataWindow"));
    xml.writeTextElement(QStringLiteral("UpperLeftX"), number(world.left));
    xml.writeTextElement(QStringLiteral("UpperLeftY"), number(world.top));
    xml.writeTextElement(QStringLiteral("LowerRightX"), number(world.right));
    xml.writeTextElement(QStringLiteral("LowerRightY"), number(world.bottom));
    xml.writeTextElement(QStringLiteral("TileLevel"), QString::number(service.deepest));
    for (const char *count : {"TileCountX", "TileCountY"}) {
        xml.writeTextElement(QString::fromLatin1(count), QStringLiteral("1"));
    }
    xml.writeTextElement(QStringLiteral("YOrigin"), QStringLiteral("top"));
    xml.writeEndElement();
    const std::initializer_list<std::pair<const char *, QString>> values{
        {"Projection", QString::fromLatin1(world.crs)},
        {"BlockSizeX", QStringLiteral("256")},
        {"BlockSizeY", QStringLiteral("256")},
        {"BandsCount", QStringLiteral("4")},
        {"MaxConnections", QStringLiteral("4")},
        {"Timeout", QStringLiteral("8")},
        {"OfflineMode", access.isOnline ? QStringLiteral("false") : QStringLiteral("true")},
        {"ZeroBlockHttpCodes", QStringLiteral("204,404")},
        {"UserAgent", QStringLiteral("Cuntu")}};
    for (const auto &[name, value] : values) {
        xml.writeTextElement(QString::fromLatin1(name), value);
    }
    xml.writeStartElement(QStringLiteral("Cache"));
    xml.writeTextElement(QStringLiteral("Path"), access.cache);
    xml.writeTextElement(QStringLiteral("MaxSize"), QString::number(1LL << 30));
    xml.writeTextElement(QStringLiteral("Expires"), QString::number(90 * 24 * 3600)); // seconds
    xml.writeEndElement();
    xml.writeEndElement();
    return source;
}

std::vector<TileService> knownTileServices()
{
    return {tianditu(Maps::tr("Tianditu: map"), QStringLiteral("vec")),
            tianditu(Maps::tr("Tianditu: names on the map"), QStringLiteral("cva")),
            tianditu(Maps::tr("Tianditu: aerial pictures"), QStringLiteral("img")),
            tianditu(Maps::tr("Tianditu: names on the pictures"), QStringLiteral("cia")),
            tianditu(Maps::tr("Tianditu: terrain"), QStringLiteral("ter")),
            {QStringLiteral("OpenStreetMap"), QStringLiteral("https://tile.openstreetmap.org/{z}/{x}/{y}.png"),
             TileService::Matrix::Mercator, 19}};
}

} // namespace cuntu
