// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/import_table.h"

namespace cuntu {

Result<std::vector<StoredProfile>> readProfiles(const Database &database)
{
    auto rows = database.prepare(QStringLiteral("SELECT name, profile FROM cuntu_import_profile ORDER BY name"));
    if (!rows) {
        return rows.error();
    }
    std::vector<StoredProfile> profiles;
    auto more = rows->step();
    for (; more && *more; more = rows->step()) {
        profiles.push_back({rows->text(0), rows->text(1)});
    }
    return more ? Result<std::vector<StoredProfile>>(std::move(profiles))
                : Result<std::vector<StoredProfile>>(more.error());
}

Result<void> storeProfile(Database &database, const StoredProfile &profile, ActionId action)
{
    return database.execute(
        QStringLiteral("INSERT INTO cuntu_import_profile (name, profile, action_id) VALUES (?, ?, ?) "
                       "ON CONFLICT (name) DO UPDATE SET profile = excluded.profile, action_id = excluded.action_id"),
        {profile.id.toStdString(), profile.json.toStdString(), action.value});
}

Result<bool> dropProfile(Database &database, const QString &id)
{
    auto done = database.execute(QStringLiteral("DELETE FROM cuntu_import_profile WHERE name = ?"), {id.toStdString()});
    return done ? Result<bool>(database.changes() > 0) : Result<bool>(done.error());
}

Result<std::vector<PlaceName>> readPlaceNames(const Database &database)
{
    auto rows = database.prepare(
        QStringLiteral("SELECT township, village, code FROM cuntu_place_name ORDER BY township, village"));
    if (!rows) {
        return rows.error();
    }
    std::vector<PlaceName> names;
    auto more = rows->step();
    for (; more && *more; more = rows->step()) {
        if (const auto code = AreaCode::parse(rows->text(2))) {
            names.push_back({rows->text(0), rows->text(1), *code});
        }
    }
    return more ? Result<std::vector<PlaceName>>(std::move(names)) : Result<std::vector<PlaceName>>(more.error());
}

Result<void> keepPlaceNames(Database &database, const std::vector<PlaceName> &names, ActionId action)
{
    for (const PlaceName &name : names) {
        auto done = database.execute(
            QStringLiteral("INSERT INTO cuntu_place_name (township, village, code, action_id) VALUES (?, ?, ?, ?) "
                           "ON CONFLICT (township, village) DO UPDATE SET code = excluded.code, "
                           "action_id = excluded.action_id"),
            {name.township.toStdString(), name.village.toStdString(), name.code.toString().toStdString(),
             action.value});
        if (!done) {
            return done;
        }
    }
    return {};
}

Result<bool> dropPlaceName(Database &database, const QString &township, const QString &village)
{
    auto done = database.execute(QStringLiteral("DELETE FROM cuntu_place_name WHERE township = ? AND village = ?"),
                                 {township.toStdString(), village.toStdString()});
    return done ? Result<bool>(database.changes() > 0) : Result<bool>(done.error());
}

} // namespace cuntu
