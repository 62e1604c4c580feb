// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/qgis/look_file.h"
#include "ui/cli/print.h"
#include "ui/cli/verb.h"

#include <QJsonArray>

namespace cuntu::cli {

namespace {

struct Arguments {
    std::string project;
    std::string layer;
    std::string file;
    bool isDefault = false;
};

Result<LayerSchema> schemaOf(const Project &project, const QString &layer)
{
    const auto layers = project.layers();
    if (!layers) {
        return layers.error();
    }
    for (const LayerInfo &each : *layers) {
        if (each.schema.id == layer) {
            return each.schema;
        }
    }
    return Error{ErrorCode::NotFound, Cli::tr("the project has no layer %1").arg(layer), {}, {}, {}, {}};
}

Result<int> style(const Arguments &arguments, const Session &session)
{
    const bool sets = !arguments.file.empty() || arguments.isDefault;
    auto project = session.open(arguments.project, sets ? Access::Command : Access::ReadOnly);
    if (!project) {
        return project.error();
    }
    const QString layer = fromArgument(arguments.layer);
    const auto schema = schemaOf(**project, layer);
    if (!schema) {
        return schema.error();
    }
    if (!sets) {
        const auto json = (*project)->style(layer);
        if (!json) {
            return json.error();
        }
        print(json->isEmpty() ? Cli::tr("%1 is drawn as by default").arg(layer) : *json);
        return k_done;
    }
    ReadLook look;
    if (!arguments.isDefault) {
        auto read = readLook(fromArgument(arguments.file), *schema);
        if (!read) {
            return read.error();
        }
        look = std::move(*read);
    }
    const auto set = (*project)->setStyle(layer, arguments.isDefault ? QString() : look.style.toJson());
    if (!set) {
        return set.error();
    }
    if (session.json) {
        print(QJsonObject{{QStringLiteral("layer"), layer},
                          {QStringLiteral("left_out"), QJsonArray::fromStringList(look.leftOut)}});
        return k_done;
    }
    print(Cli::tr("%1 is drawn in another way now").arg(layer));
    for (const QString &what : look.leftOut) {
        print(Cli::tr("left out: %1").arg(what));
    }
    return k_done;
}

} // namespace

void addStyle(CLI::App &app, Session &session, Action &action)
{
    auto arguments = std::make_shared<Arguments>();
    CLI::App *verb = app.add_subcommand(
        "style", Cli::tr("Show how a layer is drawn, or take it from a style of QGIS (.qml, .sld)").toStdString());
    verb->add_option("PROJECT", arguments->project, Cli::tr("The project").toStdString())->required();
    verb->add_option("LAYER", arguments->layer, Cli::tr("The layer").toStdString())->required();
    CLI::Option *file =
        verb->add_option("FILE", arguments->file, Cli::tr("The style; none: shows the present one").toStdString());
    verb->add_flag("--default", arguments->isDefault, Cli::tr("Draw the layer as by default again").toStdString())
        ->excludes(file);
    verb->callback(
        [arguments, &session, &action] { action = [arguments, &session] { return style(*arguments, session); }; });
}

} // namespace cuntu::cli
