// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cli/print.h"
#include "ui/cli/verb.h"

#include <QJsonArray>

namespace cuntu::cli {

namespace {

QJsonArray layersJson(const std::vector<LayerInfo> &layers)
{
    QJsonArray json;
    for (const LayerInfo &layer : layers) {
        json.append(QJsonObject{{QStringLiteral("name"), layer.schema.id},
                                {QStringLiteral("role"), layer.role},
                                {QStringLiteral("geometry"), toString(layer.schema.geometry)},
                                {QStringLiteral("features"), layer.features},
                                {QStringLiteral("crs"), layer.crs.isValid() ? layer.crs.id() : QString()}});
    }
    return json;
}

void printPeople(const Project &project, const std::vector<LayerInfo> &layers)
{
    print(Cli::tr("%1 (%2)").arg(project.name(), project.path()));
    print(Cli::tr("CRS: %1").arg(project.crs().isValid()
                                     ? QStringLiteral("%1, %2").arg(project.crs().id(), project.crs().name())
                                     : Cli::tr("not yet; the first data decide")));
    print(Cli::tr("revision %1").arg(project.revision()));
    TextTable table({Cli::tr("layer"), Cli::tr("name"), Cli::tr("geometry"), Cli::tr("features")});
    table.alignRightFrom(3);
    for (const LayerInfo &layer : layers) {
        table.add({layer.schema.id, layer.schema.name.toString(), toString(layer.schema.geometry),
                   QString::number(layer.features)});
    }
    table.print();
}

} // namespace

void addInfo(CLI::App &app, Session &session, Action &action)
{
    auto path = std::make_shared<std::string>();
    CLI::App *verb =
        app.add_subcommand("info", Cli::tr("Show a project's layers, counts, CRS, revision and plugins").toStdString());
    verb->add_option("PROJECT", *path, Cli::tr("The project").toStdString())->required();
    verb->callback([path, &session, &action] {
        action = [path, &session]() -> Result<int> {
            auto project = session.open(*path, Access::ReadOnly);
            if (!project) {
                return project.error();
            }
            auto layers = (*project)->layers();
            if (!layers) {
                return layers.error();
            }
            if (!session.json) {
                printPeople(**project, *layers);
                return k_done;
            }
            QJsonArray plugins;
            for (const PluginReport &plugin : session.plugins().reports) {
                plugins.append(QJsonObject{{QStringLiteral("id"), plugin.id},
                                           {QStringLiteral("version"), plugin.version},
                                           {QStringLiteral("state"), toString(plugin.state)}});
            }
            print(QJsonObject{{QStringLiteral("name"), (*project)->name()},
                              {QStringLiteral("crs"), (*project)->crs().isValid() ? (*project)->crs().id() : QString()},
                              {QStringLiteral("revision"), (*project)->revision()},
                              {QStringLiteral("layers"), layersJson(*layers)},
                              {QStringLiteral("plugins"), plugins}});
            return k_done;
        };
    });
}

} // namespace cuntu::cli
