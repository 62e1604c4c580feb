// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/basemap/map_rasters.h"
#include "maps/basemap/tile_service.h"
#include "ui/cli/print.h"
#include "ui/cli/verb.h"

#include <QFileInfo>
#include <QJsonArray>

namespace cuntu::cli {

namespace {

struct Arguments {
    std::string project;
    std::string add;
    std::string remove;
    std::string tiles;
    std::string name;
    int deepest = 18;
    bool degrees = false;
    double opacity = 1;
    bool terrain = false;
    bool hidden = false;
};

/// What --tiles names; empty: nothing.
QString tilesOf(const Arguments &arguments)
{
    const QString url = fromArgument(arguments.tiles);
    const QString name = arguments.name.empty() ? url.section(QLatin1Char('/'), 2, 2) : fromArgument(arguments.name);
    const auto matrix = arguments.degrees ? TileService::Matrix::Degrees : TileService::Matrix::Mercator;
    return url.isEmpty() ? QString() : tileAddress({name, url, matrix, arguments.deepest});
}

/// --add, --tiles and --remove, applied to @p rasters. NotFound for one to be removed that is not there.
Result<void> change(const Arguments &arguments, std::vector<MapRaster> &rasters)
{
    const QString tiles = tilesOf(arguments);
    if (!arguments.add.empty() || !tiles.isEmpty()) {
        auto raster = lookAtRaster(tiles.isEmpty() ? fromArgument(arguments.add) : tiles);
        if (!raster) {
            return raster.error();
        }
        raster->isTerrain = raster->isTerrain || arguments.terrain;
        raster->opacity = arguments.opacity;
        raster->isShown = !arguments.hidden;
        std::erase_if(rasters, [&](const MapRaster &each) { return each.file == raster->file; });
        rasters.push_back(*raster);
    }
    if (!arguments.remove.empty()) {
        const QString name = fromArgument(arguments.remove);
        const QString file = QFileInfo(name).absoluteFilePath();
        const auto isMeant = [&](const MapRaster &each) {
            const auto service = tileServiceFrom(each.file);
            return each.file == file || (service && service->name == name);
        };
        if (std::erase_if(rasters, isMeant) == 0) {
            return Error{ErrorCode::NotFound,
                         Cli::tr("the map has no raster %1").arg(file),
                         {},
                         Cli::tr("'cuntu rasters' lists them."),
                         {},
                         {}};
        }
    }
    return {};
}

Result<int> showRasters(const Arguments &arguments, const Session &session)
{
    const bool changes = !arguments.add.empty() || !arguments.tiles.empty() || !arguments.remove.empty();
    auto project = session.open(arguments.project, changes ? Access::Command : Access::ReadOnly);
    if (!project) {
        return project.error();
    }
    const QString key = QString::fromUtf16(k_rastersSetting);
    auto kept = (*project)->setting(key);
    if (!kept) {
        return kept.error();
    }
    std::vector<MapRaster> rasters = rastersFromSetting(*kept, (*project)->path());
    auto changed = change(arguments, rasters);
    if (changed && changes) {
        changed = (*project)->setSetting(key, rastersToSetting(rasters, (*project)->path()));
    }
    if (!changed) {
        return changed.error();
    }
    QJsonArray rows;
    TextTable table({Cli::tr("raster"), Cli::tr("opacity"), Cli::tr("drawn as"), Cli::tr("state")});
    for (const MapRaster &raster : rasters) {
        const auto service = tileServiceFrom(raster.file);
        const bool isThere = service || QFileInfo::exists(raster.file);
        table.add({service ? service->name : raster.file, QString::number(raster.opacity),
                   raster.isTerrain ? Cli::tr("shaded relief") : Cli::tr("picture"),
                   !isThere         ? Cli::tr("missing")
                   : raster.isShown ? Cli::tr("shown")
                                    : Cli::tr("hidden")});
        rows.append(QJsonObject{{QStringLiteral("file"), raster.file},
                                {QStringLiteral("terrain"), raster.isTerrain},
                                {QStringLiteral("opacity"), raster.opacity},
                                {QStringLiteral("shown"), raster.isShown},
                                {QStringLiteral("exists"), isThere}});
    }
    if (session.json) {
        print(QJsonObject{{QStringLiteral("rasters"), rows}});
    } else {
        table.print();
    }
    return k_done;
}

} // namespace

void addRasters(CLI::App &app, Session &session, Action &action)
{
    auto arguments = std::make_shared<Arguments>();
    CLI::App *verb =
        app.add_subcommand("rasters", Cli::tr("Pictures, map tiles and terrains below the map").toStdString());
    verb->add_option("PROJECT", arguments->project, Cli::tr("The project").toStdString())->required();
    verb->add_option("--add", arguments->add, Cli::tr("Put this file below the map").toStdString());
    verb->add_option(
        "--tiles", arguments->tiles,
        Cli::tr("Put an online map below the map: its address with {z}, {x}, {y} and perhaps {key}").toStdString());
    verb->add_option("--name", arguments->name, Cli::tr("What the online map is called").toStdString());
    verb->add_option("--deepest", arguments->deepest, Cli::tr("Its last zoom level").toStdString())
        ->check(CLI::Range(1, 24));
    verb->add_flag("--degrees", arguments->degrees,
                   Cli::tr("Its tiles are cut in longitude and latitude, not in web Mercator").toStdString());
    verb->add_option("--remove", arguments->remove, Cli::tr("Take this file or online map off the map").toStdString());
    verb->add_option("--opacity", arguments->opacity, Cli::tr("Of the added one, 0 to 1").toStdString())
        ->check(CLI::Range(0.0, 1.0));
    verb->add_flag("--terrain", arguments->terrain, Cli::tr("Draw the added one as shaded relief").toStdString());
    verb->add_flag("--hidden", arguments->hidden, Cli::tr("Do not show the added one yet").toStdString());
    verb->callback([arguments, &session, &action] {
        action = [arguments, &session] { return showRasters(*arguments, session); };
    });
}

} // namespace cuntu::cli
