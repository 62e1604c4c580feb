// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/photo_plan.h"
#include "ui/cli/print.h"
#include "ui/cli/verb.h"
#include "ui/content/photo_files.h"

#include <QJsonArray>

namespace cuntu::cli {

namespace {

struct Arguments {
    std::string project;
    std::vector<std::string> paths;
    std::string layer;
    std::string to;
    std::string sourceCrs;
    std::string who;
    double within_m = -1;
    bool dryRun = false;
};

Result<PhotoOrder> orderFrom(const Arguments &arguments, const Project &project)
{
    PhotoOrder order;
    order.layer = fromArgument(arguments.layer);
    if (arguments.within_m >= 0) {
        order.within_m = arguments.within_m;
    }
    if (!arguments.sourceCrs.empty()) {
        auto crs = Crs::fromUser(fromArgument(arguments.sourceCrs));
        if (!crs) {
            return crs.error();
        }
        order.cameraCrs = *crs;
    }
    if (!arguments.to.empty()) {
        if (order.layer.isEmpty()) {
            return Error{ErrorCode::Misused, Cli::tr("--to needs --layer"), {}, {}, {}, {}};
        }
        auto feature = project.findFeature(order.layer, fromArgument(arguments.to));
        if (!feature) {
            return feature.error();
        }
        order.to = *feature;
    }
    return order;
}

QJsonValue positionJson(const std::optional<Point> &lonLat)
{
    return lonLat ? QJsonValue(QJsonArray{lonLat->x, lonLat->y}) : QJsonValue();
}

QJsonObject photoJson(const PlannedPhoto &planned, const std::optional<qint64> &id)
{
    const Photo &photo = planned.photo;
    return {{QStringLiteral("file"), planned.candidate.file},
            {QStringLiteral("photo"), id ? QJsonValue(*id) : QJsonValue()},
            {QStringLiteral("taken"), photo.facts.taken ? QJsonValue(photo.facts.taken->toIso()) : QJsonValue()},
            {QStringLiteral("position"), positionJson(photo.facts.lonLat)},
            {QStringLiteral("bearing"), orNull(photo.facts.bearing_deg)},
            {QStringLiteral("layer"), photo.layer},
            {QStringLiteral("feature"), planned.feature},
            {QStringLiteral("distance_m"), orNull(photo.distance_m)},
            {QStringLiteral("already_there"), planned.isThere},
            {QStringLiteral("warnings"), QJsonArray::fromStringList(planned.warnings)}};
}

/// Numbers of the photos that were added, by place among @p planned.
Result<std::map<std::size_t, qint64>> add(Project &project, const std::vector<PlannedPhoto> &planned,
                                          const QString &who)
{
    std::vector<NewPhoto> photos;
    std::vector<std::size_t> places;
    for (std::size_t i = 0; i < planned.size(); ++i) {
        if (!planned[i].isThere) {
            photos.push_back({planned[i].candidate.file, planned[i].photo});
            places.push_back(i);
        }
    }
    std::map<std::size_t, qint64> numbers;
    if (photos.empty()) {
        return numbers;
    }
    auto ids = project.addPhotos(photos, who);
    if (!ids) {
        return ids.error();
    }
    for (std::size_t i = 0; i < places.size(); ++i) {
        numbers[places[i]] = (*ids)[i];
    }
    return numbers;
}

void printPhotos(const std::vector<PlannedPhoto> &planned, const PhotoFiles &files,
                 const std::map<std::size_t, qint64> &numbers, const Session &session)
{
    QJsonArray rows;
    QJsonArray refused;
    TextTable table({Cli::tr("photo"), Cli::tr("file"), Cli::tr("taken"), Cli::tr("shows"), Cli::tr("m away"),
                     Cli::tr("what is doubtful")});
    for (std::size_t i = 0; i < planned.size(); ++i) {
        const auto number = numbers.find(i);
        const auto id = number == numbers.end() ? std::nullopt : std::optional<qint64>(number->second);
        rows.append(photoJson(planned[i], id));
        const Photo &photo = planned[i].photo;
        table.add({id ? QString::number(*id) : QStringLiteral("-"), photo.name,
                   photo.facts.taken ? photo.facts.taken->toIso() : QStringLiteral("-"),
                   planned[i].feature.isEmpty() ? QStringLiteral("-") : planned[i].feature,
                   photo.distance_m ? QString::number(*photo.distance_m, 'f', 0) : QStringLiteral("-"),
                   planned[i].warnings.join(QStringLiteral("; "))});
    }
    for (const PhotoFiles::Refused &file : files.refused) {
        refused.append(QJsonObject{{QStringLiteral("file"), file.file}, {QStringLiteral("reason"), file.why.sentence}});
    }
    if (session.json) {
        print(QJsonObject{{QStringLiteral("added"), static_cast<qint64>(numbers.size())},
                          {QStringLiteral("rows"), rows},
                          {QStringLiteral("refused"), refused}});
        return;
    }
    table.print();
    for (const PhotoFiles::Refused &file : files.refused) {
        complain(file.why.toText());
    }
    print(Cli::tr("%1 photos added").arg(numbers.size()));
}

Result<int> placePhotos(const Arguments &arguments, const Session &session)
{
    auto project = session.open(arguments.project, arguments.dryRun ? Access::ReadOnly : Access::Command);
    if (!project) {
        return project.error();
    }
    const JobContext job = session.job();
    QStringList paths;
    for (const std::string &path : arguments.paths) {
        paths << fromArgument(path);
    }
    auto order = orderFrom(arguments, **project);
    auto files = order ? readPhotoFiles(paths, job) : Result<PhotoFiles>(order.error());
    auto snapshot = files ? (*project)->snapshot() : Result<Immutable<ProjectSnapshot>>(files.error());
    auto planned = snapshot ? planPhotos(**project, **snapshot, files->candidates, *order, job)
                            : Result<std::vector<PlannedPhoto>>(snapshot.error());
    if (!planned) {
        return planned.error();
    }
    auto numbers = arguments.dryRun ? Result<std::map<std::size_t, qint64>>(std::map<std::size_t, qint64>())
                                    : add(**project, *planned, fromArgument(arguments.who));
    if (!numbers) {
        return numbers.error();
    }
    printPhotos(*planned, *files, *numbers, session);
    return files->candidates.empty() && !files->refused.empty() ? k_failed : k_done;
}

} // namespace

void addPhotos(CLI::App &app, Session &session, Action &action)
{
    auto arguments = std::make_shared<Arguments>();
    CLI::App *verb = app.add_subcommand(
        "photos", Cli::tr("Place photos on the map and attach each to the nearest feature").toStdString());
    verb->add_option("PROJECT", arguments->project, Cli::tr("The project").toStdString())->required();
    verb->add_option("FILE", arguments->paths, Cli::tr("Photos, and folders with photos").toStdString())->required();
    verb->add_option("--layer", arguments->layer, Cli::tr("The layer whose features they show").toStdString());
    verb->add_option("--within", arguments->within_m,
                     Cli::tr("Metres to the feature at most; the setting photo.within_m otherwise").toStdString())
        ->check(CLI::NonNegativeNumber);
    verb->add_option("--to", arguments->to, Cli::tr("All of them show this feature of the layer").toStdString());
    verb->add_option("--source-crs", arguments->sourceCrs,
                     Cli::tr("System of the camera's positions: gcj02 for some phones").toStdString());
    verb->add_flag("--dry-run", arguments->dryRun, Cli::tr("Only say what would be done").toStdString());
    verb->add_option("--by", arguments->who, Cli::tr("Who adds them").toStdString());
    verb->callback([arguments, &session, &action] {
        action = [arguments, &session] { return placePhotos(*arguments, session); };
    });
}

namespace {

struct AttachArguments {
    std::string project;
    qint64 photo = 0;
    std::string layer;
    std::string key;
    std::string who;
};

Result<int> attach(const AttachArguments &arguments, const Session &session)
{
    auto project = session.open(arguments.project, Access::Command);
    if (!project) {
        return project.error();
    }
    const QString layer = fromArgument(arguments.layer);
    auto feature = (*project)->findFeature(layer, fromArgument(arguments.key));
    auto done = feature ? (*project)->attachPhoto(arguments.photo, layer, *feature, fromArgument(arguments.who))
                        : Result<void>(feature.error());
    if (!done) {
        return done.error();
    }
    if (session.json) {
        print(QJsonObject{{QStringLiteral("photo"), arguments.photo},
                          {QStringLiteral("layer"), layer},
                          {QStringLiteral("feature"), fromArgument(arguments.key)}});
    } else {
        print(Cli::tr("photo %1 is attached to %2 of %3").arg(arguments.photo).arg(fromArgument(arguments.key), layer));
    }
    return k_done;
}

} // namespace

void addPhotoAttach(CLI::App &app, Session &session, Action &action)
{
    auto arguments = std::make_shared<AttachArguments>();
    CLI::App *verb =
        app.add_subcommand("photo-attach", Cli::tr("Say which feature a photo of the project shows").toStdString());
    verb->add_option("PROJECT", arguments->project, Cli::tr("The project").toStdString())->required();
    verb->add_option("PHOTO", arguments->photo, Cli::tr("Number of the photo").toStdString())->required();
    verb->add_option("LAYER", arguments->layer, Cli::tr("The layer").toStdString())->required();
    verb->add_option("KEY", arguments->key, Cli::tr("Key, name or number of the feature").toStdString())->required();
    verb->add_option("--by", arguments->who, Cli::tr("Who says so").toStdString());
    verb->callback(
        [arguments, &session, &action] { action = [arguments, &session] { return attach(*arguments, session); }; });
}

} // namespace cuntu::cli
