// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/figures.h"
#include "maps/compose/map_page.h"
#include "ui/cli/print.h"
#include "ui/cli/verb.h"
#include "ui/content/map_sheet.h"

#include <QRegularExpression>

namespace cuntu::cli {

namespace {

struct Arguments {
    std::string project;
    std::string file;
    std::string overlay;
    std::string asOf;
    std::string extent;
    std::string size = "1600x1200";
    std::vector<std::string> layers;
    bool bare = false;
    bool graticule = false;
    bool noLabels = false;
    int repeat = 0;
};

Result<QSize> sizeFrom(const std::string &text)
{
    static const QRegularExpression pattern(QStringLiteral("^(\\d{1,5})[xX](\\d{1,5})$"));
    const auto match = pattern.match(fromArgument(text));
    const QSize size(match.captured(1).toInt(), match.captured(2).toInt());
    if (!match.hasMatch() || size.width() < 16 || size.height() < 16 || size.width() > 32000 || size.height() > 32000) {
        return Error{ErrorCode::Misused,
                     Cli::tr("'%1' is no size").arg(fromArgument(text)),
                     {},
                     Cli::tr("Write it as 1600x1200; each side 16 to 32000."),
                     {},
                     {}};
    }
    return size;
}

Result<Box> extentFrom(const std::string &text)
{
    const QStringList parts = fromArgument(text).split(QLatin1Char(','));
    std::vector<double> numbers;
    for (const QString &part : parts) {
        if (const auto number = parseNumber(part)) {
            numbers.push_back(*number);
        }
    }
    if (numbers.size() != 4 || parts.size() != 4 || numbers[0] >= numbers[2] || numbers[1] >= numbers[3]) {
        return Error{ErrorCode::Misused,
                     Cli::tr("'%1' is no extent").arg(fromArgument(text)),
                     {},
                     Cli::tr("Write it as x0,y0,x1,y1 in the project's CRS."),
                     {},
                     {}};
    }
    return Box{numbers[0], numbers[1], numbers[2], numbers[3]};
}

Result<MapPage> pageFrom(const Arguments &arguments, const Project &project, const ProjectSnapshot &snapshot,
                         const JobContext &job)
{
    auto day = dayArgument(arguments.asOf);
    auto size = sizeFrom(arguments.size);
    if (!day || !size) {
        return day ? size.error() : day.error();
    }
    SheetRequest request;
    request.content.asOf = *day;
    request.content.overlay = fromArgument(arguments.overlay);
    for (const std::string &layer : arguments.layers) {
        request.content.layers << fromArgument(layer);
    }
    request.size = *size;
    if (!arguments.extent.empty()) {
        auto extent = extentFrom(arguments.extent);
        if (!extent) {
            return extent.error();
        }
        request.extent = *extent;
    }
    auto page = mapSheet(project, snapshot, request, job);
    if (page) {
        page->frame = !arguments.bare;
        page->graticule = arguments.graticule;
        page->request.labels = !arguments.noLabels;
    }
    return page;
}

Result<int> renderMap(const Arguments &arguments, const Session &session)
{
    const JobContext job = session.job();
    auto project = session.open(arguments.project, Access::ReadOnly);
    if (!project) {
        return project.error();
    }
    auto snapshot = (*project)->snapshot();
    if (!snapshot) {
        return snapshot.error();
    }
    auto page = pageFrom(arguments, **project, **snapshot, job);
    if (!page) {
        return page.error();
    }
    const QString file = fromArgument(arguments.file);
    Stopwatch watch;
    // Each repetition draws the whole sheet anew; the last one goes into the file.
    for (int i = 1; i < arguments.repeat; ++i) {
        watch.start();
        auto drawn = renderPage(*page, job);
        if (!drawn) {
            return drawn.error();
        }
        watch.stop();
    }
    watch.start();
    auto written = renderToFile(*page, file, job);
    if (!written) {
        return written.error();
    }
    watch.stop();
    for (const Error &error : written->map.errors) {
        complain(error.toText());
    }
    if (session.json) {
        QJsonObject document{{QStringLiteral("file"), file}};
        watch.addTo(document);
        print(document);
    } else {
        print(Cli::tr("map written to %1").arg(file));
    }
    return k_done;
}

} // namespace

void addRender(CLI::App &app, Session &session, Action &action)
{
    auto arguments = std::make_shared<Arguments>();
    CLI::App *verb = app.add_subcommand("render", Cli::tr("Draw the map into a file").toStdString());
    verb->add_option("PROJECT", arguments->project, Cli::tr("The project").toStdString())->required();
    verb->add_option("-o,--output", arguments->file, Cli::tr("The picture: png, svg or pdf").toStdString())->required();
    verb->add_option("--overlay", arguments->overlay, Cli::tr("Overlay to draw").toStdString());
    verb->add_option("--layers", arguments->layers,
                     Cli::tr("Layers to draw, from the bottom; all otherwise").toStdString())
        ->delimiter(',');
    verb->add_option("--as-of", arguments->asOf, Cli::tr("The date it is for; today otherwise").toStdString());
    verb->add_option("--extent", arguments->extent,
                     Cli::tr("x0,y0,x1,y1 in the project's CRS; everything otherwise").toStdString());
    verb->add_option("--size", arguments->size, Cli::tr("Width and height in pixels, WxH").toStdString());
    verb->add_flag("--graticule", arguments->graticule, Cli::tr("Meridians and parallels over the map").toStdString());
    verb->add_flag("--no-labels", arguments->noLabels, Cli::tr("No names on the map").toStdString());
    verb->add_flag("--bare", arguments->bare, Cli::tr("Only the map: no title, legend and frame").toStdString());
    verb->add_option("--repeat", arguments->repeat, Cli::tr("Do it so often, and say how long each took").toStdString())
        ->check(CLI::Range(1, 1000));
    verb->callback(
        [arguments, &session, &action] { action = [arguments, &session] { return renderMap(*arguments, session); }; });
}

} // namespace cuntu::cli
