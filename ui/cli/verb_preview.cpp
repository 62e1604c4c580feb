// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/import_preview.h"
#include "ui/cli/print.h"
#include "ui/cli/verb.h"

#include <QJsonArray>

namespace cuntu::cli {

namespace {

struct Arguments {
    std::string file;
    std::string project;
    std::string role;
    std::string encoding;
    std::string crs;
    std::string sheet;
    std::size_t rows = 8;
};

Result<PreviewRequest> requestFrom(const Arguments &arguments, const Session &session)
{
    PreviewRequest request;
    request.import.file = fromArgument(arguments.file);
    request.import.role = fromArgument(arguments.role);
    request.import.encoding = fromArgument(arguments.encoding);
    request.import.sheet = fromArgument(arguments.sheet);
    request.rows = arguments.rows;
    if (!arguments.crs.empty()) {
        auto crs = Crs::fromUser(fromArgument(arguments.crs));
        if (!crs) {
            return crs.error();
        }
        request.import.sourceCrs = *crs;
    }
    request.profiles = session.registry()->importProfiles;
    if (!arguments.project.empty()) {
        auto project = session.open(arguments.project, Access::ReadOnly);
        auto profiles = project ? (*project)->importProfiles() : Result<std::vector<ImportProfile>>(project.error());
        if (!profiles) {
            return profiles.error();
        }
        request.profiles = *profiles;
    }
    return request;
}

/// The cell as it may be shown: personal fields masked.
QString shownCell(const ImportPreview &preview, std::size_t column, const std::string &cell, const Registry &registry)
{
    const auto schema = registry.layerSchema(preview.role);
    const Field *field = schema ? schema->findField(preview.info.columns[column].field) : nullptr;
    const QString text = QString::fromStdString(cell);
    return field ? masked(text, field->personal) : text;
}

QJsonObject toJson(const ImportPreview &preview, const Registry &registry)
{
    QJsonArray columns;
    for (const SourceColumn &column : preview.info.columns) {
        columns.append(
            QJsonObject{{QStringLiteral("heading"), column.heading}, {QStringLiteral("field"), column.field}});
    }
    QJsonArray rows;
    for (const SourceRow &row : preview.rows) {
        QJsonArray cells;
        for (std::size_t i = 0; i < preview.info.columns.size(); ++i) {
            cells.append(i < row.cells.size() ? shownCell(preview, i, row.cells[i], registry) : QString());
        }
        rows.append(QJsonObject{{QStringLiteral("row"), row.number}, {QStringLiteral("cells"), cells}});
    }
    QJsonArray encodings;
    for (const EncodingSample &sample : preview.encodings) {
        encodings.append(
            QJsonObject{{QStringLiteral("encoding"), sample.encoding}, {QStringLiteral("text"), sample.text}});
    }
    const Box &box = preview.lonLat;
    return {{QStringLiteral("driver"), preview.info.driver},
            {QStringLiteral("sheets"), QJsonArray::fromStringList(preview.info.sheets)},
            {QStringLiteral("sheet"), preview.info.sheet},
            {QStringLiteral("role"), preview.role},
            {QStringLiteral("profile"), preview.profile},
            {QStringLiteral("encoding"), preview.info.encoding},
            {QStringLiteral("encoding_reason"), preview.info.encodingReason},
            {QStringLiteral("encodings"), encodings},
            {QStringLiteral("crs"), preview.info.crs.isValid() ? preview.info.crs.id() : QString()},
            {QStringLiteral("crs_reason"), preview.info.crsReason},
            {QStringLiteral("geometry"), toString(preview.info.geometry)},
            {QStringLiteral("extent"),
             box.isEmpty() ? QJsonValue() : QJsonValue(QJsonArray{box.minX, box.minY, box.maxX, box.maxY})},
            {QStringLiteral("columns"), columns},
            {QStringLiteral("rows"), rows},
            {QStringLiteral("notes"), QJsonArray::fromStringList(preview.info.notes)}};
}

void printPreview(const ImportPreview &preview, const Registry &registry)
{
    const SourceInfo &info = preview.info;
    print(Cli::tr("format %1, sheet or layer '%2' of: %3")
              .arg(info.driver, info.sheet, info.sheets.join(QStringLiteral(", "))));
    print(Cli::tr("most likely: %1").arg(preview.role));
    if (!preview.profile.isEmpty()) {
        print(Cli::tr("of the shape of the profile %1").arg(preview.profile));
    }
    if (!info.encoding.isEmpty()) {
        print(Cli::tr("encoding %1: %2").arg(info.encoding, info.encodingReason));
    }
    for (const EncodingSample &sample : preview.encodings) {
        print(Cli::tr("  as %1: %2").arg(sample.encoding, sample.text));
    }
    if (info.crs.isValid()) {
        print(Cli::tr("coordinates %1: %2").arg(info.crs.id(), info.crsReason));
    }
    if (!preview.lonLat.isEmpty()) {
        print(Cli::tr("between %1, %2 and %3, %4 (longitude, latitude)")
                  .arg(preview.lonLat.minX, 0, 'f', 5)
                  .arg(preview.lonLat.minY, 0, 'f', 5)
                  .arg(preview.lonLat.maxX, 0, 'f', 5)
                  .arg(preview.lonLat.maxY, 0, 'f', 5));
    }
    for (const QString &note : info.notes) {
        print(note);
    }
    TextTable table({Cli::tr("column"), Cli::tr("is taken for"), Cli::tr("first rows")});
    for (std::size_t i = 0; i < info.columns.size(); ++i) {
        QStringList cells;
        for (const SourceRow &row : preview.rows) {
            if (i < row.cells.size() && cells.size() < 3) {
                cells << shownCell(preview, i, row.cells[i], registry);
            }
        }
        table.add({info.columns[i].heading, info.columns[i].field, cells.join(QStringLiteral(" | ")).left(60)});
    }
    table.print();
}

} // namespace

void addPreview(CLI::App &app, Session &session, Action &action)
{
    auto arguments = std::make_shared<Arguments>();
    CLI::App *verb =
        app.add_subcommand("preview", Cli::tr("What would be made of a file, before it is imported").toStdString());
    verb->add_option("FILE", arguments->file, Cli::tr("The file; anything GDAL reads").toStdString())->required();
    verb->add_option("--project", arguments->project, Cli::tr("A project whose profiles are tried").toStdString());
    verb->add_option("--as", arguments->role, Cli::tr("What it holds; found out otherwise").toStdString());
    verb->add_option("--encoding", arguments->encoding, Cli::tr("Encoding of the text").toStdString());
    verb->add_option("--source-crs", arguments->crs, Cli::tr("Coordinate system of the file").toStdString());
    verb->add_option("--sheet", arguments->sheet, Cli::tr("Sheet or layer of the file").toStdString());
    verb->add_option("--rows", arguments->rows, Cli::tr("How many rows are shown").toStdString());
    verb->callback([arguments, &session, &action] {
        action = [arguments, &session]() -> Result<int> {
            auto request = requestFrom(*arguments, session);
            auto preview = request ? previewImport(*request, *session.registry(), session.job())
                                   : Result<ImportPreview>(request.error());
            if (!preview) {
                return preview.error();
            }
            session.json ? print(toJson(*preview, *session.registry())) : printPreview(*preview, *session.registry());
            return k_done;
        };
    });
}

} // namespace cuntu::cli
