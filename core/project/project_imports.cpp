// SPDX-License-Identifier: GPL-3.0-or-later
// What a project knows of files that are imported again and again: profiles, names of places, and what they changed.
#include "core/base/text.h"
#include "core/project/import_table.h"
#include "core/project/project_file.h"
#include "core/store/change_table.h"
#include "core/store/ledger_table.h"

namespace cuntu {

Result<std::vector<ImportProfile>> ProjectFile::importProfiles() const
{
    auto reader = openReader();
    auto stored = reader ? readProfiles(*reader) : Result<std::vector<StoredProfile>>(reader.error());
    if (!stored) {
        return stored.error();
    }
    std::vector<ImportProfile> profiles;
    for (const StoredProfile &each : *stored) {
        if (auto profile = ImportProfile::fromJson(each.json.toUtf8())) {
            profiles.push_back(std::move(*profile));
        }
    }
    for (const ImportProfile &shipped : m_registry->importProfiles) {
        const bool replaced = std::any_of(profiles.begin(), profiles.end(),
                                          [&](const ImportProfile &own) { return own.id == shipped.id; });
        if (!replaced) {
            profiles.push_back(shipped);
        }
    }
    return profiles;
}

Result<void> ProjectFile::saveImportProfile(const ImportProfile &profile, const QString &who)
{
    if (profile.id.trimmed().isEmpty()) {
        return Error{ErrorCode::Invalid, Core::tr("the profile has no name"), {}, {}, {}, {}};
    }
    return write([&](Database &database) -> Result<Change> {
        auto action = recordAction(
            database, {QStringLiteral("profile"), Core::tr("kept the import profile %1").arg(profile.id), who, {}});
        auto done =
            action ? storeProfile(database, {profile.id, profile.toJson()}, *action) : Result<void>(action.error());
        return done ? Result<Change>(Change{}) : Result<Change>(done.error());
    });
}

Result<void> ProjectFile::removeImportProfile(const QString &id, const QString &who)
{
    return write([&](Database &database) -> Result<Change> {
        auto dropped = dropProfile(database, id);
        if (dropped && !*dropped) {
            return Error{ErrorCode::NotFound,
                         Core::tr("the project has no import profile %1").arg(id),
                         {},
                         Core::tr("'cuntu profiles' lists them."),
                         {},
                         {}};
        }
        auto action =
            dropped
                ? recordAction(database,
                               {QStringLiteral("profile"), Core::tr("removed the import profile %1").arg(id), who, {}})
                : Result<ActionId>(dropped.error());
        return action ? Result<Change>(Change{}) : Result<Change>(action.error());
    });
}

Result<std::vector<PlaceName>> ProjectFile::placeNames() const
{
    auto reader = openReader();
    return reader ? readPlaceNames(*reader) : Result<std::vector<PlaceName>>(reader.error());
}

Result<void> ProjectFile::removePlaceName(const QString &township, const QString &village, const QString &who)
{
    return write([&](Database &database) -> Result<Change> {
        const QString name = (township + QLatin1Char(' ') + village).trimmed();
        auto dropped = dropPlaceName(database, township, village);
        if (dropped && !*dropped) {
            return Error{ErrorCode::NotFound,
                         Core::tr("nobody said what the name '%1' means").arg(name),
                         {},
                         Core::tr("'cuntu places' lists those that are known."),
                         {},
                         {}};
        }
        auto action =
            dropped
                ? recordAction(database,
                               {QStringLiteral("places"), Core::tr("forgot what the name %1 means").arg(name), who, {}})
                : Result<ActionId>(dropped.error());
        return action ? Result<Change>(Change{}) : Result<Change>(action.error());
    });
}

Result<std::vector<RecordedChange>> ProjectFile::changes(const QString &layer, FeatureId id) const
{
    auto reader = openReader();
    return reader ? readChanges(*reader, layer, id) : Result<std::vector<RecordedChange>>(reader.error());
}

} // namespace cuntu
