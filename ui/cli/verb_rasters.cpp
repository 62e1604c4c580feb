// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/basemap/map_rasters.h"
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
    double opacity = 1;
    bool terrain = false;
    bool hidden = false;
};

/// --add and --remove, applied to @p rasters. NotFound for one to be removed that is not there.
Result<void> change(const Arguments &arguments, std::vector<MapRaster> &rasters)
{
    if (!arguments.add.empty()) {
        auto raster = lookAtRaster(fromArgument(arguments.add));
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
        const QString file = QFileInfo(fromArgument(arguments.remove)).absoluteFilePath();
        if (std::erase_if(rasters, [&](const MapRaster &each) { return each.file == file; }) == 0) {
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
    const bool changes = !arguments.add.empty() || !arguments.remove.empty();
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
        const bool isThere = QFileInfo::exists(raster.file);
        table.add({raster.file, QString::number(raster.opacity),
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
    verb->add_option("--remove", arguments->remove, Cli::tr("Take this file off the map").toStdString());
    verb->add_option("--opacity", arguments->opacity, Cli::tr("Of the added one, 0 to 1").toStdString())
        ->check(CLI::Range(0.0, 1.0));
    verb->add_flag("--terrain", arguments->terrain, Cli::tr("Draw the added one as shaded relief").toStdString());
    verb->add_flag("--hidden", arguments->hidden, Cli::tr("Do not show the added one yet").toStdString());
    verb->callback([arguments, &session, &action] {
        action = [arguments, &session] { return showRasters(*arguments, session); };
    });
}

} // namespace cuntu::cli
