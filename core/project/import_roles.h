// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plugin/registry.h"

namespace cuntu {

/// Roles of the host's own records, and what the roles of layers begin with.
namespace import_role {
/// Targets, the host's own records.
inline const QString targets = QStringLiteral("targets");
/// Changes of areas, likewise.
inline const QString areaEvents = QStringLiteral("area_events");
/// What the role of dated progress of a layer begins with.
inline const QString progressPrefix = QStringLiteral("progress:");
/// What the role of a plain layer begins with.
inline const QString plainPrefix = QStringLiteral("layer:");
} // namespace import_role

/// A role that a file can be imported as.
struct ImportRole {
    QString id;   ///< as in ImportRequest::role
    QString name; ///< for a person
};

/// All roles: the layers of host and programmes, progress of those with a life cycle, targets, and a plain layer
/// ("layer:").
CUNTU_CORE_EXPORT std::vector<ImportRole> importRoles(const Registry &registry);

/// The layer that guides the reading of a file in @p role, also of progress of it; empty for plain layers and records.
CUNTU_CORE_EXPORT std::optional<LayerSchema> schemaOfRole(const Registry &registry, const QString &role);

/// The role that a file with @p headings and the base name @p name most likely has; "layer:NAME" where nothing fits.
/// What a file is called counts more than what its columns are called.
CUNTU_CORE_EXPORT QString guessRole(const Registry &registry, const QString &name, const QStringList &headings);

/// @p name as the id of a plain layer: only letters, digits and _, beginning with a letter.
CUNTU_CORE_EXPORT QString plainLayerId(const QString &name);

} // namespace cuntu
