// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cli/print.h"
#include "ui/cli/verb.h"
#include "ui/content/poster_content.h"

namespace cuntu::cli {

namespace {

struct Arguments {
    std::string project;
    std::string file;
    std::string overlay;
    std::string asOf;
    std::string area;
    std::string paper = "A1";
    std::string title;
    std::string approval;
    bool upright = false;
    bool isPublic = false;
};

Result<PosterRequest> requestFrom(const Arguments &arguments)
{
    auto day = dayArgument(arguments.asOf);
    auto area = day ? areaArgument(arguments.area) : Result<AreaCode>(day.error());
    if (!area) {
        return area.error();
    }
    PosterRequest request;
    request.overlay = fromArgument(arguments.overlay);
    request.asOf = *day;
    request.area = *area;
    request.paper = fromArgument(arguments.paper);
    request.upright = arguments.upright;
    request.title = fromArgument(arguments.title);
    request.approval = fromArgument(arguments.approval);
    request.isPublic = arguments.isPublic;
    return request;
}

Result<int> drawPoster(const Arguments &arguments, const Session &session)
{
    auto request = requestFrom(arguments);
    auto project =
        request ? session.open(arguments.project, Access::ReadOnly) : Result<std::unique_ptr<Project>>(request.error());
    auto snapshot = project ? (*project)->snapshot() : Result<Immutable<ProjectSnapshot>>(project.error());
    if (!snapshot) {
        return snapshot.error();
    }
    const JobContext job = session.job();
    auto poster = makePoster(**project, **snapshot, *request, job);
    const QString file = fromArgument(arguments.file);
    auto drawn = poster ? renderPosterToFile(*poster, file, job) : Result<PosterResult>(poster.error());
    if (!drawn) {
        return drawn.error();
    }
    for (const Error &error : drawn->map.map.errors) {
        complain(error.toText());
    }
    if (session.json) {
        print(QJsonObject{{QStringLiteral("file"), file},
                          {QStringLiteral("number"), poster->number},
                          {QStringLiteral("items"), drawn->itemsShown},
                          {QStringLiteral("left_out"), drawn->itemsLeftOut}});
    } else {
        print(Cli::tr("poster written to %1").arg(file));
        if (drawn->itemsLeftOut > 0) {
            print(Cli::tr("%1 of the things left did not fit on it").arg(drawn->itemsLeftOut));
        }
    }
    return k_done;
}

} // namespace

void addPoster(CLI::App &app, Session &session, Action &action)
{
    auto arguments = std::make_shared<Arguments>();
    CLI::App *verb = app.add_subcommand(
        "poster", Cli::tr("Draw a poster for the wall: an overlay, its figure, and what is left").toStdString());
    verb->add_option("PROJECT", arguments->project, Cli::tr("The project").toStdString())->required();
    verb->add_option("-o,--output", arguments->file, Cli::tr("The picture: png, svg or pdf").toStdString())->required();
    verb->add_option("--overlay", arguments->overlay, Cli::tr("Overlay to draw").toStdString())->required();
    verb->add_option("--as-of", arguments->asOf, Cli::tr("The date it is for; today otherwise").toStdString());
    verb->add_option("--where", arguments->area, Cli::tr("Code of an area; everything otherwise").toStdString());
    verb->add_option("--paper", arguments->paper, Cli::tr("A0, A1, A2, A3 or A4").toStdString());
    verb->add_flag("--upright", arguments->upright, Cli::tr("The paper stands upright").toStdString());
    verb->add_option("--title", arguments->title, Cli::tr("Another title").toStdString());
    verb->add_option("--approval", arguments->approval, Cli::tr("Number of the map's review").toStdString());
    verb->add_flag("--public", arguments->isPublic,
                   Cli::tr("For the public: without the mark of internal use; needs --approval").toStdString());
    verb->callback(
        [arguments, &session, &action] { action = [arguments, &session] { return drawPoster(*arguments, session); }; });
}

} // namespace cuntu::cli
