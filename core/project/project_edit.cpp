// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"
#include "core/project/area_list.h"
#include "core/project/edit_features.h"
#include "core/project/project_file.h"
#include "core/store/change_table.h"
#include "core/store/export_table.h"
#include "core/store/layer_table.h"
#include "core/store/ledger_table.h"
#include "core/store/project_schema.h"
#include "core/store/schema_json.h"

namespace cuntu {

Result<void> ProjectFile::setField(const QString &layer, FeatureId id, const QString &field, const Value &value,
                                   const QString &who)
{
    auto current = feature(layer, id);
    if (!current) {
        return current.error();
    }
    return write([&](Database &database) -> Result<Change> {
        auto stored = storedSchema(database, layer);
        if (!stored) {
            return stored.error();
        }
        const auto found = std::find_if(stored->fields.begin(), stored->fields.end(),
                                        [&](const Field &each) { return each.id == field; });
        if (found == stored->fields.end()) {
            return Error{ErrorCode::NotFound, Core::tr("layer %1 has no field %2").arg(layer, field), {}, {}, {}, {}};
        }
        const Value &old = current->values[static_cast<std::size_t>(found - stored->fields.begin())];
        // The values stay out of the list of actions, where personal ones would be read; undo has them from the
        // changes.
        auto action = recordAction(
            database, {QStringLiteral("edit"),
                       Core::tr("changed %1 of a feature of %2").arg(found->name.toString(), stored->name.toString()),
                       who, compactJson({{QStringLiteral("layer"), layer}})});
        auto changes = action ? ChangeWriter::begin(database, *action) : Result<ChangeWriter>(action.error());
        auto noted = changes ? changes->add({layer, id, field}, old, value) : Result<void>(changes.error());
        auto done = noted ? database.execute(
                                QStringLiteral("UPDATE %1 SET %2 = ? WHERE id = ?").arg(quoted(layer), quoted(field)),
                                {value, id.value})
                          : noted;
        if (!done) {
            return done.error();
        }
        return Change{{layer}};
    });
}

Result<void> ProjectFile::addAreaEvent(const AreaEvent &event, const QString &who)
{
    return write([&](Database &database) -> Result<Change> {
        auto action =
            recordAction(database, {QStringLiteral("areas"),
                                    Core::tr("area %1 became %2").arg(event.from.toString(), event.to.toString()),
                                    who,
                                    {}});
        auto done = action ? insertAreaEvent(database, event, *action) : Result<void>(action.error());
        if (!done) {
            return done.error();
        }
        return Change{};
    });
}

Result<ActionId> ProjectFile::applyAreaChanges(const AreaChanges &changes, const QString &who)
{
    if (changes.changes.empty()) {
        return Error{
            ErrorCode::Invalid, Core::tr("the lists say the same: there is nothing to take over"), {}, {}, {}, {}};
    }
    ActionId made;
    auto done = write([&](Database &database) -> Result<Change> {
        auto action = recordAction(
            database, {QStringLiteral("areas"),
                       Core::tr("%n changes of areas as of %1", nullptr, static_cast<int>(changes.changes.size()))
                           .arg(changes.date.toIso()),
                       who,
                       {}});
        auto stored = action ? storeAreaChanges(database, changes, *action) : Result<void>(action.error());
        if (!stored) {
            return stored.error();
        }
        made = *action;
        return Change{};
    });
    return done ? Result<ActionId>(made) : Result<ActionId>(done.error());
}

Result<LayerSchema> ProjectFile::editedSchema(Database &database, const QString &layer, int srid)
{
    auto stored = storedSchema(database, layer);
    const auto declared = m_registry->layerSchema(layer);
    if (!stored && declared && stored.error().code == ErrorCode::NotFound) {
        auto made = createLayerTable(database, *declared, srid, m_revision + 1);
        return made ? Result<LayerSchema>(*declared) : Result<LayerSchema>(made.error());
    }
    return stored;
}

Result<std::vector<FeatureId>> ProjectFile::makeEdits(Database &database, const std::vector<FeatureEdit> &edits,
                                                      ActionId action, const QString &who, int srid)
{
    const EditGround ground{database,
                            srid,
                            action,
                            who,
                            [&](const QString &layer) { return editedSchema(database, layer, srid); },
                            [this](const LayerSchema &layer) { return m_registry->tracksOf(layer); }};
    return applyEdits(ground, edits);
}

Result<EditReport> ProjectFile::editFeatures(const EditRequest &request)
{
    EditReport report;
    auto done = write([&](Database &database) -> Result<Change> {
        auto srid = crs().isValid() ? registerCrs(database, crs()) : Result<int>(0);
        const QJsonObject payload = editPayload(request.edits);
        auto action =
            srid ? recordAction(database, {request.isRepair ? QStringLiteral("repair") : QStringLiteral("edit"),
                                           request.name, request.who, compactJson(payload)})
                 : Result<ActionId>(srid.error());
        if (!action) {
            return action.error();
        }
        auto features = makeEdits(database, request.edits, *action, request.who, *srid);
        if (!features) {
            return features.error();
        }
        report = {*action, std::move(*features)};
        return Change{editedLayers(payload)};
    });
    return done ? Result<EditReport>(std::move(report)) : Result<EditReport>(done.error());
}

Result<EditReport> editFeatures(Project &project, const EditRequest &request)
{
    auto *file = dynamic_cast<ProjectFile *>(&project);
    return file ? file->editFeatures(request)
                : Result<EditReport>(Error{ErrorCode::Bug, Core::tr("the project is no file"), {}, {}, {}, {}});
}

Result<ActionId> ProjectFile::repairGeometries(const QString &name, const std::vector<CheckFix> &fixes,
                                               const QString &who)
{
    EditRequest request{name, who, {}, true};
    for (const CheckFix &fix : fixes) {
        FeatureEdit edit;
        edit.layer = fix.layer;
        edit.feature = fix.feature;
        edit.sentence = fix.sentence;
        if (fix.removes) {
            edit.kind = FeatureEdit::Kind::Remove;
            edit.ledger.isTakenBack = true; // it was never a feature of its own
        } else {
            edit.fields = fix.values;
            edit.geometry = fix.geometry.isEmpty() ? std::nullopt : std::optional(fix.geometry);
        }
        request.edits.push_back(std::move(edit));
    }
    const auto done = editFeatures(request);
    return done ? Result<ActionId>(done->action) : Result<ActionId>(done.error());
}

Result<void> ProjectFile::setStyle(const QString &layer, const QString &style)
{
    return write([&](Database &database) -> Result<Change> {
        auto old =
            database.text(QStringLiteral("SELECT style FROM cuntu_style WHERE layer = ?"), {layer.toStdString()});
        auto action = old ? recordAction(database, {QStringLiteral("style"),
                                                    Core::tr("changed the look of %1").arg(layer),
                                                    {},
                                                    compactJson({{QStringLiteral("layer"), layer},
                                                                 {QStringLiteral("old"), *old},
                                                                 {QStringLiteral("new"), style}})})
                          : Result<ActionId>(old.error());
        auto done = action
                        ? database.execute(QStringLiteral("INSERT INTO cuntu_style (layer, style) VALUES (?, ?) "
                                                          "ON CONFLICT (layer) DO UPDATE SET style = excluded.style"),
                                           {layer.toStdString(), style.toStdString()})
                        : Result<void>(action.error());
        if (!done) {
            return done.error();
        }
        return Change{};
    });
}

Result<void> ProjectFile::setSetting(const QString &key, const QString &value)
{
    return write([&](Database &database) -> Result<Change> {
        auto done = database.execute(QStringLiteral("INSERT INTO cuntu_setting (key, value) VALUES (?, ?) "
                                                    "ON CONFLICT (key) DO UPDATE SET value = excluded.value"),
                                     {key.toStdString(), value.toStdString()});
        if (!done) {
            return done.error();
        }
        return Change{};
    });
}

Result<void> ProjectFile::recordUnmasking(const QString &who, const QString &what)
{
    return write([&](Database &database) -> Result<Change> {
        auto done = insertUnmasking(database, Instant::now(), who, what);
        return done ? Result<Change>(Change{}) : Result<Change>(done.error());
    });
}

Result<void> ProjectFile::recordExport(const ExportRecord &record)
{
    return write([&](Database &database) -> Result<Change> {
        auto done = insertExport(database, record);
        return done ? Result<Change>(Change{}) : Result<Change>(done.error());
    });
}

Result<std::vector<ExportRecord>> ProjectFile::exports() const
{
    auto reader = openReader();
    return reader ? readExports(*reader) : Result<std::vector<ExportRecord>>(reader.error());
}

Result<void> ProjectFile::removeLayer(const QString &layer, const QString &who)
{
    return write([&](Database &database) -> Result<Change> {
        auto schema = storedSchema(database, layer);
        auto action =
            schema ? recordAction(
                         database,
                         {QStringLiteral("remove"), Core::tr("removed layer %1").arg(schema->name.toString()), who, {}})
                   : Result<ActionId>(schema.error());
        auto done = action ? dropLayerTable(database, layer) : Result<void>(action.error());
        if (!done) {
            return done.error();
        }
        return Change{};
    });
}

} // namespace cuntu
