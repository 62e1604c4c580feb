// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cli/print.h"
#include "ui/cli/verb.h"

#include <QJsonArray>

namespace cuntu::cli {

namespace {

Result<int> showPlugins(const Session &session)
{
    if (session.json) {
        QJsonArray rows;
        for (const PluginReport &plugin : session.plugins().reports) {
            const bool active = plugin.state == PluginState::Active;
            rows.append(QJsonObject{{QStringLiteral("id"), plugin.id},
                                    {QStringLiteral("name"), plugin.name.toString()},
                                    {QStringLiteral("version"), plugin.version},
                                    {QStringLiteral("file"), plugin.file},
                                    {QStringLiteral("state"), toString(plugin.state)},
                                    {QStringLiteral("reason"), active ? QString() : plugin.reason.toText()},
                                    {QStringLiteral("milliseconds"), plugin.milliseconds},
                                    {QStringLiteral("contributes"), QJsonArray::fromStringList(plugin.contributes)}});
        }
        print(QJsonObject{{QStringLiteral("plugins"), rows}});
        return k_done;
    }
    for (const PluginReport &plugin : session.plugins().reports) {
        print(QStringLiteral("%1 %2  %3  %4").arg(plugin.id, plugin.version, toString(plugin.state), plugin.name.toString()));
        if (plugin.state != PluginState::Active) {
            print(QStringLiteral("  ") + plugin.reason.toText());
        }
        for (const QString &contribution : plugin.contributes) {
            print(QStringLiteral("  ") + contribution);
        }
    }
    if (session.plugins().reports.empty()) {
        print(Cli::tr("no plugins were found"));
    }
    return k_done;
}

} // namespace

void addPlugins(CLI::App &app, Session &session, Action &action)
{
    CLI::App *verb = app.add_subcommand("plugins", Cli::tr("List the plugins with version, state and what they contribute").toStdString());
    verb->callback([&session, &action] { action = [&session] { return showPlugins(session); }; });
}

} // namespace cuntu::cli
