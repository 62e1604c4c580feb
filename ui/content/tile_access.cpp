// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/content/tile_access.h"

#include "ui/window/settings.h"

#include <QStandardPaths>

namespace cuntu {

TileAccess tileAccess(bool isOnline)
{
    const QString fixed = qEnvironmentVariable("CUNTU_SETTINGS_DIR");
    const QString folder = fixed.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation) +
                                                 QStringLiteral("/cuntu")
                                           : fixed;
    return {ui::Settings().tileKey(), folder + QStringLiteral("/tiles"), isOnline};
}

} // namespace cuntu
