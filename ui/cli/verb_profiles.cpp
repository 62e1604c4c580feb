// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cli/print.h"
#include "ui/cli/verb.h"

#include <QJsonArray>
#include <QSaveFile>

namespace cuntu::cli {

namespace {

struct ProfileArguments {
    std::string project;
    std::string add;
    std::string write;
    std::string file;
    std::string remove;
    std::string who;
};

struct PlaceArguments {
    std::string project;
    std::string forget;
    std::string who;
};

Result<void> writeProfile(const ImportProfile &profile, const QString &path)
{
    QSaveFile file(path);
    const QByteArray json = profile.toJson().toUtf8();
    if (!file.open(QIODevice::WriteOnly) || file.write(json) != json.size() || !file.commit()) {
        return Error{ErrorCode::ReadOnly,
                     Cli::tr("the file cannot be written: %1").arg(file.errorString()),
                     {.file = path},
                     {},
                     {},
                     {}};
    }
    return {};
}

/// --add, --remove, --write; false where none of them is asked for.
Result<bool> changeProfiles(const ProfileArguments &arguments, Project &project)
{
    const QString who = fromArgument(arguments.who);
    if (!arguments.add.empty()) {
        auto profile = ImportProfile::fromFile(fromArgument(arguments.add));
        auto saved = profile ? project.saveImportProfile(*profile, who) : Result<void>(profile.error());
        return saved ? Result<bool>(true) : Result<bool>(saved.error());
    }
    if (!arguments.remove.empty()) {
        auto removed = project.removeImportProfile(fromArgument(arguments.remove), who);
        return removed ? Result<bool>(true) : Result<bool>(removed.error());
    }
    return false;
}

Result<int> showProfiles(const ProfileArguments &arguments, const Session &session)
{
    const bool changes = !arguments.add.empty() || !arguments.remove.empty();
    auto project = session.open(arguments.project, changes ? Access::Command : Access::ReadOnly);
    if (!project) {
        return project.error();
    }
    auto changed = changeProfiles(arguments, **project);
    auto profiles = changed ? (*project)->importProfiles() : Result<std::vector<ImportProfile>>(changed.error());
    if (!profiles) {
        return profiles.error();
    }
    if (!arguments.write.empty()) {
        for (const ImportProfile &profile : *profiles) {
            if (profile.id == fromArgument(arguments.write)) {
                const QString file = arguments.file.empty() ? profile.id + QStringLiteral(".cuntu-profile.json")
                                                            : fromArgument(arguments.file);
                auto written = writeProfile(profile, file);
                return written ? Result<int>(k_done) : Result<int>(written.error());
            }
        }
        return Error{ErrorCode::NotFound,
                     Cli::tr("there is no import profile %1").arg(fromArgument(arguments.write)),
                     {},
                     {},
                     {},
                     {}};
    }
    QJsonArray rows;
    TextTable table({Cli::tr("profile"), Cli::tr("name"), Cli::tr("is imported as")});
    for (const ImportProfile &profile : *profiles) {
        table.add({profile.id, profile.name.toString(), profile.role});
        rows.append(QJsonObject{{QStringLiteral("id"), profile.id},
                                {QStringLiteral("name"), profile.name.toString()},
                                {QStringLiteral("role"), profile.role}});
    }
    if (session.json) {
        print(QJsonObject{{QStringLiteral("profiles"), rows}});
    } else {
        table.print();
    }
    return k_done;
}

Result<int> showPlaces(const PlaceArguments &arguments, const Session &session)
{
    auto project = session.open(arguments.project, arguments.forget.empty() ? Access::ReadOnly : Access::Command);
    if (!project) {
        return project.error();
    }
    if (!arguments.forget.empty()) {
        const QString name = fromArgument(arguments.forget);
        const qsizetype slash = name.indexOf(QLatin1Char('/'));
        auto removed = (*project)->removePlaceName(slash < 0 ? QString() : name.left(slash), name.mid(slash + 1),
                                                   fromArgument(arguments.who));
        if (!removed) {
            return removed.error();
        }
    }
    auto names = (*project)->placeNames();
    if (!names) {
        return names.error();
    }
    QJsonArray rows;
    TextTable table({Cli::tr("township"), Cli::tr("village"), Cli::tr("means")});
    for (const PlaceName &name : *names) {
        table.add({name.township, name.village, name.code.toString()});
        rows.append(QJsonObject{{QStringLiteral("township"), name.township},
                                {QStringLiteral("village"), name.village},
                                {QStringLiteral("code"), name.code.toString()}});
    }
    if (session.json) {
        print(QJsonObject{{QStringLiteral("places"), rows}});
    } else {
        table.print();
    }
    return k_done;
}

} // namespace

void addProfiles(CLI::App &app, Session &session, Action &action)
{
    auto arguments = std::make_shared<ProfileArguments>();
    CLI::App *verb = app.add_subcommand("profiles", Cli::tr("How files of known shapes are imported").toStdString());
    verb->add_option("PROJECT", arguments->project, Cli::tr("The project").toStdString())->required();
    verb->add_option("--add", arguments->add, Cli::tr("Keep the profile in this file").toStdString());
    verb->add_option("--write", arguments->write, Cli::tr("Write this profile to a file, to be shared").toStdString());
    verb->add_option("-o,--output", arguments->file, Cli::tr("The file that is written").toStdString());
    verb->add_option("--remove", arguments->remove, Cli::tr("Forget this profile").toStdString());
    verb->add_option("--by", arguments->who, Cli::tr("Who asks for it").toStdString());
    verb->callback([arguments, &session, &action] {
        action = [arguments, &session] { return showProfiles(*arguments, session); };
    });
}

void addPlaces(CLI::App &app, Session &session, Action &action)
{
    auto arguments = std::make_shared<PlaceArguments>();
    CLI::App *verb =
        app.add_subcommand("places", Cli::tr("Names of places in files whose meaning is known").toStdString());
    verb->add_option("PROJECT", arguments->project, Cli::tr("The project").toStdString())->required();
    verb->add_option("--forget", arguments->forget, Cli::tr("TOWNSHIP/VILLAGE: forget what it means").toStdString());
    verb->add_option("--by", arguments->who, Cli::tr("Who asks for it").toStdString());
    verb->callback(
        [arguments, &session, &action] { action = [arguments, &session] { return showPlaces(*arguments, session); }; });
}

} // namespace cuntu::cli
