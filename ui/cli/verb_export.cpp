// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/export.h"
#include "ui/cli/print.h"
#include "ui/cli/verb.h"

namespace cuntu::cli {

namespace {

struct Arguments {
    std::string project;
    std::string layer;
    std::string file;
    std::string who;
    bool unmask = false;
};

Result<int> exportLayer(const Arguments &arguments, const Session &session)
{
    auto project = session.open(arguments.project, arguments.unmask ? Access::Command : Access::ReadOnly);
    if (!project) {
        return project.error();
    }
    const QString id = fromArgument(arguments.layer);
    auto layers = (*project)->layers();
    if (!layers) {
        return layers.error();
    }
    const auto info =
        std::find_if(layers->begin(), layers->end(), [&](const LayerInfo &each) { return each.schema.id == id; });
    if (info == layers->end()) {
        return Error{ErrorCode::NotFound,
                     Cli::tr("the project has no layer %1").arg(id),
                     {},
                     Cli::tr("'cuntu info' lists them."),
                     {},
                     {}};
    }
    const JobContext job = session.job();
    if (arguments.unmask) {
        auto noted = (*project)->recordUnmasking(
            fromArgument(arguments.who), QStringLiteral("export %1 -> %2").arg(id, fromArgument(arguments.file)));
        if (!noted) {
            return noted.error();
        }
    }
    auto features = (*project)->features(id);
    if (!features) {
        return features.error();
    }
    auto written =
        exportFeatures({fromArgument(arguments.file), info->schema, info->crs, arguments.unmask}, *features, job);
    if (!written) {
        return written.error();
    }
    if (session.json) {
        print(QJsonObject{{QStringLiteral("layer"), id},
                          {QStringLiteral("features"), *written},
                          {QStringLiteral("file"), fromArgument(arguments.file)},
                          {QStringLiteral("masked"), !arguments.unmask}});
    } else {
        print(Cli::tr("%1 features of %2 written to %3").arg(*written).arg(id, fromArgument(arguments.file)));
    }
    return k_done;
}

} // namespace

void addExport(CLI::App &app, Session &session, Action &action)
{
    auto arguments = std::make_shared<Arguments>();
    CLI::App *verb =
        app.add_subcommand("export", Cli::tr("Write a layer to a file; personal data are masked").toStdString());
    verb->add_option("PROJECT", arguments->project, Cli::tr("The project").toStdString())->required();
    verb->add_option("LAYER", arguments->layer, Cli::tr("The layer").toStdString())->required();
    verb->add_option("-o,--output", arguments->file,
                     Cli::tr("The file; its ending gives the format (gpkg shp geojson kml csv xlsx ...)").toStdString())
        ->required();
    verb->add_flag("--unmask", arguments->unmask,
                   Cli::tr("Personal data in full; this is recorded in the project").toStdString());
    verb->add_option("--by", arguments->who, Cli::tr("Who asks for it").toStdString());
    verb->callback([arguments, &session, &action] {
        action = [arguments, &session] { return exportLayer(*arguments, session); };
    });
}

} // namespace cuntu::cli
