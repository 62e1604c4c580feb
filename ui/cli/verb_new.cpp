// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cli/print.h"
#include "ui/cli/verb.h"

namespace cuntu::cli {

void addNew(CLI::App &app, Session &session, Action &action)
{
    struct Arguments {
        std::string project;
        std::string crs;
        std::string name;
    };
    auto arguments = std::make_shared<Arguments>();
    CLI::App *verb = app.add_subcommand("new", Cli::tr("Make a new, empty project").toStdString());
    verb->add_option("PROJECT", arguments->project, Cli::tr("File to make, NAME.cuntu").toStdString())->required();
    verb->add_option("--crs", arguments->crs,
                     Cli::tr("Coordinate system, EPSG:n; without it, the first data decide").toStdString());
    verb->add_option("--name", arguments->name, Cli::tr("Name of the project; without it, the file's").toStdString());
    verb->callback([arguments, &session, &action] {
        action = [arguments, &session]() -> Result<int> {
            NewProject request{fromArgument(arguments->project), fromArgument(arguments->name), {}};
            if (!arguments->crs.empty()) {
                auto crs = Crs::fromUser(fromArgument(arguments->crs));
                if (!crs) {
                    return crs.error();
                }
                if (crs->shift() != Crs::Shift::None) {
                    return Error{ErrorCode::Misused,
                                 Cli::tr("%1 can only be the system of a file, not of a project").arg(crs->id()),
                                 {},
                                 Cli::tr("Leave --crs out, or give a CGCS2000 zone such as EPSG:4527."),
                                 {},
                                 {}};
                }
                request.crs = *crs;
            }
            auto project = Project::create(request, session.registry());
            if (!project) {
                return project.error();
            }
            if (session.json) {
                print(QJsonObject{
                    {QStringLiteral("path"), (*project)->path()},
                    {QStringLiteral("name"), (*project)->name()},
                    {QStringLiteral("crs"), (*project)->crs().isValid() ? (*project)->crs().id() : QString()}});
            } else {
                print(Cli::tr("made %1").arg((*project)->path()));
            }
            return k_done;
        };
    });
}

} // namespace cuntu::cli
