// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/app/startup.h"
#include "ui/cli/print.h"
#include "ui/cli/verb.h"

#include <QJsonArray>
#include <QSettings>

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
        print(QStringLiteral("%1 %2  %3  %4")
                  .arg(plugin.id, plugin.version, toString(plugin.state), plugin.name.toString()));
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

/// Takes @p id off both lists of what is left out: that of the user and that of crashes.
Result<int> enable(const QString &id)
{
    QSettings settings(settingsFolder() + QStringLiteral("/cuntu.ini"), QSettings::IniFormat);
    QStringList disabled = settings.value(QStringLiteral("plugins/disabled")).toStringList();
    const bool wasDisabled = disabled.removeAll(id) > 0;
    settings.setValue(QStringLiteral("plugins/disabled"), disabled);
    if (const auto done = enableAgain(pluginNoteFile(), id); !done && !wasDisabled) {
        return done.error();
    }
    print(Cli::tr("plugin %1 is used again at the next start").arg(id));
    return k_done;
}

} // namespace

void addPlugins(CLI::App &app, Session &session, Action &action)
{
    CLI::App *verb = app.add_subcommand(
        "plugins", Cli::tr("List the plugins with version, state and what they contribute").toStdString());
    auto id = std::make_shared<std::string>();
    verb->add_option("--enable", *id,
                     Cli::tr("Use this plugin again, which was switched off or set aside after a crash").toStdString());
    verb->callback([id, &session, &action] {
        action = [id, &session] { return id->empty() ? showPlugins(session) : enable(QString::fromStdString(*id)); };
    });
}

} // namespace cuntu::cli
