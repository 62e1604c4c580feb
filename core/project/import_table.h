// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/place_name.h"
#include "core/store/database.h"

namespace cuntu {

/// A profile as the project keeps it.
struct StoredProfile {
    QString id;
    QString json;
};

/// All profiles by id.
Result<std::vector<StoredProfile>> readProfiles(const Database &database);
/// Keeps a profile, in the place of one with the same id.
Result<void> storeProfile(Database &database, const StoredProfile &profile, ActionId action);
/// False where there is none.
Result<bool> dropProfile(Database &database, const QString &id);

/// All names of places whose meaning is known, by township and village.
Result<std::vector<PlaceName>> readPlaceNames(const Database &database);
/// Keeps what @p names mean, in the place of what the same ones meant before.
Result<void> keepPlaceNames(Database &database, const std::vector<PlaceName> &names, ActionId action);
/// False where the name is not known.
Result<bool> dropPlaceName(Database &database, const QString &township, const QString &village);

} // namespace cuntu
