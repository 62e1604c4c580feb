// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/area_list.h"
#include "ui/cli/print.h"
#include "ui/cli/verb.h"

#include <QJsonArray>

namespace cuntu::cli {

namespace {

struct Arguments {
    std::string project;
    std::vector<std::string> files;
    std::string on;
    std::string encoding;
    std::string sheet;
    std::string who;
    bool apply = false;
};

QString kindText(AreaChange::Kind kind)
{
    switch (kind) {
    case AreaChange::Kind::Renamed:
        return Cli::tr("renamed");
    case AreaChange::Kind::Recoded:
        return Cli::tr("recoded");
    case AreaChange::Kind::Merged:
        return Cli::tr("merged");
    case AreaChange::Kind::Split:
        return Cli::tr("split");
    case AreaChange::Kind::New:
        return Cli::tr("new");
    case AreaChange::Kind::Gone:
        return Cli::tr("gone");
    }
    return {};
}

void printChanges(const AreaChanges &changes)
{
    TextTable table({Cli::tr("change"), Cli::tr("old code"), Cli::tr("old name"), Cli::tr("new code"),
                     Cli::tr("new name"), Cli::tr("recognised by")});
    for (const AreaChange &change : changes.changes) {
        table.add({kindText(change.kind), change.from.code.toString(), change.from.name, change.to.code.toString(),
                   change.to.name, change.reason});
    }
    if (changes.changes.empty()) {
        print(Cli::tr("the lists say the same"));
        return;
    }
    table.print();
    for (const QString &note : changes.notes) {
        print(note);
    }
}

QJsonObject changesJson(const AreaChanges &changes, bool applied)
{
    QJsonArray rows;
    for (const AreaChange &change : changes.changes) {
        rows.append(QJsonObject{{QStringLiteral("change"), toString(change.kind)},
                                {QStringLiteral("from"), change.from.code.toString()},
                                {QStringLiteral("from_name"), change.from.name},
                                {QStringLiteral("to"), change.to.code.toString()},
                                {QStringLiteral("to_name"), change.to.name},
                                {QStringLiteral("reason"), change.reason}});
    }
    return {{QStringLiteral("on"), changes.date.toIso()},
            {QStringLiteral("changes"), rows},
            {QStringLiteral("notes"), QJsonArray::fromStringList(changes.notes)},
            {QStringLiteral("applied"), applied}};
}

Result<AreaChanges> compare(const Project &project, const Arguments &arguments, const Session &session)
{
    auto date = dayArgument(arguments.on);
    if (!date) {
        return date.error();
    }
    std::vector<AreaListFile> lists;
    for (const std::string &file : arguments.files) {
        SourceOptions options;
        options.file = fromArgument(file);
        options.encoding = fromArgument(arguments.encoding);
        options.sheet = fromArgument(arguments.sheet);
        auto list = readAreaList(options, project.registry(), project.crs(), session.job());
        if (!list) {
            return list.error();
        }
        lists.push_back(std::move(*list));
    }
    const auto snapshot = project.snapshot();
    if (!snapshot) {
        return snapshot.error();
    }
    return compareWithProject(**snapshot, lists, *date, session.job());
}

Result<int> areas(const Arguments &arguments, const Session &session)
{
    auto project = session.open(arguments.project, arguments.apply ? Access::Command : Access::ReadOnly);
    if (!project) {
        return project.error();
    }
    const auto changes = compare(**project, arguments, session);
    if (!changes) {
        return changes.error();
    }
    const bool apply = arguments.apply && !changes->changes.empty();
    if (apply) {
        const auto action = (*project)->applyAreaChanges(*changes, fromArgument(arguments.who));
        if (!action) {
            return action.error();
        }
    }
    if (session.json) {
        print(changesJson(*changes, apply));
        return k_done;
    }
    printChanges(*changes);
    if (!changes->changes.empty()) {
        print(apply ? Cli::tr("stored as of %1").arg(changes->date.toIso())
                    : Cli::tr("this is a proposal; --apply stores it"));
    }
    return k_done;
}

} // namespace

void addAreas(CLI::App &app, Session &session, Action &action)
{
    auto arguments = std::make_shared<Arguments>();
    CLI::App *verb =
        app.add_subcommand("areas", Cli::tr("Compare the project's areas with a newer list").toStdString());
    verb->add_option("PROJECT", arguments->project, Cli::tr("The project").toStdString())->required();
    CLI::App *step = verb->add_subcommand(
        "compare", Cli::tr("Show what merged, split, was renamed or renumbered, is new or gone").toStdString());
    verb->require_subcommand(1);
    step->add_option("FILE", arguments->files, Cli::tr("Lists of townships, villages or both").toStdString())
        ->required();
    step->add_option("--on", arguments->on, Cli::tr("The day from which the newer list holds").toStdString())
        ->required();
    step->add_option("--encoding", arguments->encoding,
                     Cli::tr("Encoding of the text, e.g. GBK; detected otherwise").toStdString());
    step->add_option("--sheet", arguments->sheet,
                     Cli::tr("Sheet or layer of the file; the first one otherwise").toStdString());
    step->add_flag("--apply", arguments->apply, Cli::tr("Store the changes as dated events").toStdString());
    step->add_option("--by", arguments->who, Cli::tr("Who stores them").toStdString());
    step->callback(
        [arguments, &session, &action] { action = [arguments, &session] { return areas(*arguments, session); }; });
}

} // namespace cuntu::cli
