// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"
#include "core/io/rejects.h"
#include "core/io/source_path.h"
#include "core/plugin/line_references.h"
#include "core/project/import_roles.h"
#include "core/project/import_table.h"
#include "core/project/layer_import.h"
#include "core/project/project_file.h"
#include "core/project/record_import.h"
#include "core/project/stretch_locator.h"
#include "core/store/project_schema.h"
#include "core/store/schema_json.h"

#include <QFileInfo>
#include <QRegularExpression>

namespace cuntu {

namespace {

Error unknownRole(const QString &role, const Registry &registry)
{
    QStringList known;
    for (const LayerSchema &layer : registry.layers) {
        known << layer.id;
    }
    return {
        ErrorCode::Misused,
        Core::tr("'%1' is no role").arg(role),
        {},
        Core::tr("Known: %1, targets, area_events, progress:LAYER, layer:NAME").arg(known.join(QStringLiteral(", "))),
        {},
        {}};
}

/// The schema that a plain layer called @p name gets from the file.
Result<LayerSchema> plainLayer(const ImportRequest &request, const QString &name, const JobContext &job)
{
    static const QRegularExpression fit(QStringLiteral("^[\\p{L}_][\\p{L}\\p{N}_ -]{0,59}$"),
                                        QRegularExpression::UseUnicodePropertiesOption);
    static const QRegularExpression reserved(
        QStringLiteral("^(cuntu_|idx_|sqlite_|spatial|geometry_columns|views_|virts_|vector_layers|"
                       "sql_statements|data_licenses|elementary)"),
        QRegularExpression::CaseInsensitiveOption);
    if (!fit.match(name).hasMatch() || reserved.match(name).hasMatch()) {
        return Error{ErrorCode::Misused,
                     Core::tr("'%1' cannot be the name of a layer").arg(name),
                     {},
                     Core::tr("Use letters, digits and _; begin with a letter."),
                     {},
                     {}};
    }
    auto source = Source::open(sourceOptions(request), nullptr, job);
    if (!source) {
        return source.error();
    }
    return plainSchema(name, (*source)->info());
}

/// Headings of the columns that become fields of a plain layer, for matching them again.
QMap<QString, QString> plainFieldMap(const LayerSchema &schema)
{
    QMap<QString, QString> map;
    for (const Field &field : schema.fields) {
        if (!field.name.zh.isEmpty()) {
            map.insert(field.id, field.name.zh);
        }
    }
    return map;
}

/// Why an import that read well takes nothing: no row passed, or one failed and the user wants all or none.
Error nothingTaken(const ImportReport &report)
{
    QStringList reasons;
    for (const RowFinding &finding : report.findings) {
        if (finding.rejected && reasons.size() < 3) {
            reasons << Core::tr("row %1: %2").arg(finding.row).arg(finding.reason);
        }
    }
    return {ErrorCode::Invalid,
            report.read == 0    ? Core::tr("the file has no data rows")
            : report.taken == 0 ? Core::tr("no row could be taken: %1").arg(reasons.join(QStringLiteral("; ")))
                                : Core::tr("%n rows failed the checks, and all or none were asked for: %1", nullptr,
                                           static_cast<int>(report.rejected))
                                      .arg(reasons.join(QStringLiteral("; "))),
            {},
            Core::tr("Check that the file is the right one and that its columns were matched (--map field=column)."),
            {},
            {}};
}

/// The life cycles in which the statuses of an import are looked up. With a programme, or a status for all rows, that
/// is one.
Result<std::vector<TrackCycle>> tracksFor(const LayerSchema &schema, const ImportRequest &request,
                                          const Registry &registry)
{
    std::vector<TrackCycle> tracks = registry.tracksOf(schema);
    if (!request.programme.isEmpty()) {
        std::erase_if(tracks, [&](const TrackCycle &track) { return track.programme != request.programme; });
        if (tracks.empty()) {
            return Error{ErrorCode::Misused,
                         Core::tr("programme %1 does not track features of layer %2").arg(request.programme, schema.id),
                         {},
                         {},
                         {},
                         {}};
        }
    }
    if (request.status.isEmpty()) {
        return tracks;
    }
    std::erase_if(tracks,
                  [&](const TrackCycle &track) { return track.lifeCycle->statusFor(request.status) == nullptr; });
    if (tracks.size() == 1) {
        return tracks;
    }
    return Error{ErrorCode::Misused,
                 tracks.empty() ? Core::tr("there is no status %1").arg(request.status)
                                : Core::tr("%1 is a status of several programmes").arg(request.status),
                 {},
                 Core::tr("Say which programme is meant (--programme)."),
                 {},
                 {}};
}

/// Where rejected rows are written when the user does not say.
QString defaultRejectsFile(const QString &project, const QString &file)
{
    const QFileInfo info(project);
    return info.absolutePath() + QLatin1Char('/') + info.completeBaseName() + QStringLiteral(".rejects-") +
           QFileInfo(nameOfSource(file)).completeBaseName() + QStringLiteral(".csv");
}

} // namespace

Result<ImportReport> ProjectFile::import(const ImportRequest &request, const JobContext &job)
{
    ImportReport report;
    ImportRequest ask = request;
    const QString role = request.role;
    std::optional<LayerSchema> schema;
    LayerSchema about; // for progress: the layer it is about
    if (role.startsWith(import_role::plainPrefix)) {
        auto plain = plainLayer(request, role.mid(import_role::plainPrefix.size()), job);
        if (!plain) {
            return plain.error().during(
                Core::tr("importing %1")
                    .arg(isDatabaseAddress(request.file) ? nameOfSource(request.file) : request.file));
        }
        schema = std::move(*plain);
        ask.fieldMap = plainFieldMap(*schema);
    } else if (role.startsWith(import_role::progressPrefix)) {
        const auto layer = m_registry->layerSchema(role.mid(import_role::progressPrefix.size()));
        if (!layer || layer->tracks.empty()) {
            return unknownRole(role, *m_registry);
        }
        about = *layer;
        schema = progressSchema(about);
    } else {
        schema = role == import_role::targets      ? targetSchema(*m_registry)
                 : role == import_role::areaEvents ? areaEventSchema()
                                                   : m_registry->layerSchema(role);
    }
    if (!schema) {
        return unknownRole(role, *m_registry);
    }
    const bool records =
        role == import_role::targets || role == import_role::areaEvents || role.startsWith(import_role::progressPrefix);
    report.layer = records ? role : schema->id;

    const Crs before = crs();
    std::optional<SourcePlace> place;
    if (!records && !before.isValid() && schema->geometry != GeometryType::None) {
        auto found = findPlace(sourceOptions(ask), role.startsWith(import_role::plainPrefix) ? nullptr : &*schema, job);
        if (!found) {
            return found.error().during(
                Core::tr("importing %1")
                    .arg(isDatabaseAddress(request.file) ? nameOfSource(request.file) : request.file));
        }
        place = *found;
    }
    auto done = write([&](Database &database) -> Result<Change> {
        database.setInterrupt([&job] { return job.isCancelled(); });
        struct Reset {
            Database &database;
            ~Reset() { database.setInterrupt({}); }
        } reset{database};
        auto action = recordAction(
            database,
            {QStringLiteral("import"),
             Core::tr("imported %1 as %2").arg(nameOfSource(request.file), records ? role : schema->name.toString()),
             request.who,
             {}});
        if (!action) {
            return action.error();
        }
        if (place) {
            const Crs chosen = projectCrsFor(*place);
            auto fixed = fixCrs(database, chosen);
            if (!fixed) {
                return fixed.error();
            }
            report.notes << Core::tr("the project's CRS is now %1 (%2)").arg(chosen.id(), chosen.name());
        }
        auto named = keepPlaceNames(database, request.placeNames, *action);
        if (!named) {
            return named.error();
        }
        auto change = records ? importRecords(database, ask, *schema, about, *action, report, job)
                              : importLayer(database, ask, *schema, *action, report, job);
        if (change) {
            change->isTakenBack = request.isProposal;
        }
        return change;
    });
    const bool writeRejectsFile =
        report.rejected > 0 && !request.isProposal && (done || done.error().code == ErrorCode::Invalid);
    if (writeRejectsFile) {
        const QString file =
            request.rejectsFile.isEmpty() ? defaultRejectsFile(m_path, request.file) : request.rejectsFile;
        auto written = writeRejects(file, report.findings);
        if (written) {
            report.rejectsFile = file;
        } else {
            report.notes << written.error().toText();
        }
    }
    if (!done) {
        Error error = done.error().during(
            Core::tr("importing %1").arg(isDatabaseAddress(request.file) ? nameOfSource(request.file) : request.file));
        if (!report.rejectsFile.isEmpty()) {
            error.advice += (error.advice.isEmpty() ? QString() : QStringLiteral(" ")) +
                            Core::tr("All rejected rows: %1").arg(report.rejectsFile);
        }
        return error;
    }
    return report;
}

Result<ProjectFile::Change> ProjectFile::importLayer(Database &database, const ImportRequest &request,
                                                     const LayerSchema &schema, ActionId action, ImportReport &report,
                                                     const JobContext &job)
{
    auto stored = storedSchema(database, schema.id);
    const bool plain = request.role.startsWith(import_role::plainPrefix);
    if (stored && plain) {
        return Error{ErrorCode::Conflict,
                     Core::tr("the project has a layer %1 already").arg(schema.id),
                     {},
                     Core::tr("Choose another name, or remove the layer first."),
                     {},
                     {}};
    }
    auto srid = crs().isValid() ? registerCrs(database, crs()) : Result<int>(0);
    if (!srid) {
        return srid.error();
    }
    Result<void> ready;
    if (stored) {
        auto extended = extendLayerTable(database, schema);
        ready = extended ? Result<void>() : Result<void>(extended.error());
    } else {
        ready = createLayerTable(database, schema, *srid, m_revision + 1);
    }
    auto names = readPlaceNames(database);
    if (!names) {
        return names.error();
    }
    auto areas = readAreas(database);
    auto events = readAreaEvents(database);
    if (!ready || !areas || !events) {
        return !ready ? ready.error() : !areas ? areas.error() : events.error();
    }
    const AreaTree tree(std::move(*areas), std::move(*events));
    auto tracks = tracksFor(schema, request, *m_registry);
    if (!tracks) {
        return tracks.error();
    }
    const bool isArea = schema.id == QStringLiteral("townships") || schema.id == QStringLiteral("villages");
    const auto checks = m_registry->rowChecks.find(schema.id);
    CheckContext context{
        &schema, *tracks,      isArea || plain ? nullptr : &tree,
        crs(),   Day::today(), checks == m_registry->rowChecks.end() ? std::vector<RowCheck>() : checks->second,
        {}};
    context.placeNames = std::move(*names);
    RowStatus forAll; // of rows that name none
    if (!request.status.isEmpty()) {
        forAll = {tracks->front().programme, tracks->front().lifeCycle->statusFor(request.status)->id,
                  request.statusDate};
    }
    auto import = LayerImport::begin(database, {schema, *srid, action, request.who, nameOfSource(request.file), forAll,
                                                request.statusDate, crs(), !stored, isArea});
    if (!import) {
        return import.error();
    }
    std::optional<StretchLocator> locator;
    if (const auto reference = lineReferenceOf(*m_registry, schema.id)) {
        auto begun = StretchLocator::begin(database, schema, *reference, crs());
        if (!begun) {
            return begun.error();
        }
        locator.emplace(std::move(*begun));
    }
    auto done = readChecked(
        sourceOptions(request), context, report,
        [&](std::vector<FeatureRow> &rows) -> Result<void> {
            std::vector<RowFinding> findings;
            if (auto located = locator ? locator->locate(rows, findings) : Result<void>(); !located) {
                return located;
            }
            addFindings(report, findings);
            if (isArea) {
                auto changed = storeAreas(database, schema, rows, action);
                if (!changed) {
                    return changed.error();
                }
            }
            return import->add(rows, report);
        },
        job);
    if (done && !request.isProposal && (report.taken == 0 || (request.strict && report.rejected > 0))) {
        done = nothingTaken(report);
    }
    if (done) {
        done = import->finish(report, job);
    }
    if (!done) {
        return done.error();
    }
    Change change{{schema.id}};
    if (isArea && *srid > 0) {
        auto outlined = deriveOutlines(database, *srid, job);
        if (!outlined) {
            return outlined.error();
        }
        if (*outlined) {
            change.layers << QStringLiteral("townships");
            report.notes << Core::tr("outlines of townships were made from their villages");
        }
    }
    return change;
}

Result<ProjectFile::Change> ProjectFile::importRecords(Database &database, const ImportRequest &request,
                                                       const LayerSchema &schema, const LayerSchema &about,
                                                       ActionId action, ImportReport &report, const JobContext &job)
{
    const bool progress = request.role.startsWith(import_role::progressPrefix);
    if (progress) {
        auto stored = storedSchema(database, about.id);
        if (!stored) {
            return stored.error();
        }
    }
    auto tracks = tracksFor(about, request, *m_registry);
    if (!tracks) {
        return tracks.error();
    }
    const CheckContext context{&schema, {}, nullptr, Crs(), Day::today(), {}, {}};
    auto done = readChecked(
        sourceOptions(request), context, report,
        [&](std::vector<FeatureRow> &rows) -> Result<void> {
            if (progress) {
                return addProgress(database, about, *tracks, {action, nameOfSource(request.file), request.who}, rows,
                                   report);
            }
            return request.role == import_role::targets
                       ? addTargetRows(database, *m_registry, schema, action, rows, report)
                       : addAreaEvents(database, action, rows, report);
        },
        job);
    if (done && !request.isProposal && (report.taken == 0 || (request.strict && report.rejected > 0))) {
        done = nothingTaken(report);
    }
    const bool canUndo = progress || request.role == import_role::targets;
    if (done && canUndo) {
        const QString payload =
            compactJson({{QStringLiteral("what"), progress ? QStringLiteral("progress") : import_role::targets}});
        done = database.execute(QStringLiteral("UPDATE cuntu_action SET payload = ? WHERE id = ?"),
                                {payload.toStdString(), action.value});
    }
    if (!done) {
        return done.error();
    }
    return Change{};
}

} // namespace cuntu
