// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/settings.h"
#include "ui/cli/print.h"
#include "ui/cli/verb.h"

#include <QJsonArray>

namespace cuntu::cli {

namespace {

struct Arguments {
    std::string project;
    std::string key;
    std::string value;
};

Result<int> showSettings(const Project &project, const Session &session)
{
    TextTable table({Cli::tr("setting"), Cli::tr("value"), Cli::tr("otherwise"), Cli::tr("what it is")});
    QJsonArray rows;
    for (const SettingInfo &each : projectSettings()) {
        auto value = project.setting(each.key);
        if (!value) {
            return value.error();
        }
        table.add({each.key, *value, each.defaultValue, each.name.toString()});
        rows.append(QJsonObject{{QStringLiteral("setting"), each.key},
                                {QStringLiteral("value"), value->isEmpty() ? QJsonValue() : QJsonValue(*value)},
                                {QStringLiteral("default"), each.defaultValue},
                                {QStringLiteral("name"), each.name.toString()}});
    }
    if (session.json) {
        print(QJsonObject{{QStringLiteral("rows"), rows}});
    } else {
        table.print();
    }
    return k_done;
}

Result<int> setting(const Arguments &arguments, const Session &session)
{
    const bool sets = !arguments.key.empty();
    auto project = session.open(arguments.project, sets ? Access::Command : Access::ReadOnly);
    if (!project) {
        return project.error();
    }
    if (!sets) {
        return showSettings(**project, session);
    }
    const QString key = fromArgument(arguments.key);
    const QString value = fromArgument(arguments.value);
    auto done = checkSetting(key, value);
    done = done ? (*project)->setSetting(key, value) : done;
    if (!done) {
        return done.error();
    }
    if (session.json) {
        print(QJsonObject{{QStringLiteral("setting"), key}, {QStringLiteral("value"), value}});
    } else {
        print(value.isEmpty() ? Cli::tr("%1 is what it is by default again").arg(key)
                              : Cli::tr("%1 is %2").arg(key, value));
    }
    return k_done;
}

} // namespace

void addSetting(CLI::App &app, Session &session, Action &action)
{
    auto arguments = std::make_shared<Arguments>();
    CLI::App *verb = app.add_subcommand(
        "setting", Cli::tr("Show or change what lights and alerts of a project go by").toStdString());
    verb->add_option("PROJECT", arguments->project, Cli::tr("The project").toStdString())->required();
    verb->add_option("KEY", arguments->key, Cli::tr("Which one; none: shows all").toStdString());
    verb->add_option("VALUE", arguments->value, Cli::tr("What it shall be; none: the default").toStdString());
    verb->callback(
        [arguments, &session, &action] { action = [arguments, &session] { return setting(*arguments, session); }; });
}

} // namespace cuntu::cli
