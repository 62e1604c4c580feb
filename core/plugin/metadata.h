// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/text.h"

#include <QStringList>
#include <QVersionNumber>

#include <vector>

namespace cuntu {

/// Another plugin that a plugin needs.
struct PluginRequirement {
    QString id;
    QVersionNumber version; ///< at least this one; null: any
    bool optional = false;  ///< loaded first where it is there, not missed where it is not
};

/// What a plugin says about itself; compiled into it by cuntu_add_plugin and read without running any of its code.
struct PluginMetadata {
    QString file; ///< absolute
    QString id;
    Text name;
    Text description;
    QVersionNumber version;
    QString licence;
    std::vector<PluginRequirement> requirements;
};

/// Reads the metadata of @p file (absolute) and checks that it is a plugin for this program: interface, its number, and
/// how it was built. Runs nothing of the file. Unreadable: no plugin at all, or damaged; NewerVersion: for a newer
/// interface; Conflict: for an older one, or built differently; Invalid: its metadata are not complete.
Result<PluginMetadata> readMetadata(const QString &file);

} // namespace cuntu
