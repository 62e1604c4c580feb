// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plugins/relocation/stages.h"
#include "plugins/relocation/words.h"

#include <QHash>

namespace cuntu::relocation {

/// The six utilities of a site (水电路气暖讯), by bit.
inline constexpr int k_utilities = 6;
inline constexpr std::uint8_t k_allUtilities = (1U << k_utilities) - 1;

/// Ids of the utilities, in the order of the bits: "water", "power", "access", "gas", "heating", "telecom".
const QStringList &utilityIds();

/// The sites on a day, by row of layer relocation_sites.
struct Sites {
    Immutable<LayerSnapshot> layer;
    std::vector<SiteStage> stages; ///< the ledger's; where it says nothing, by the days in the table
    std::vector<bool> counted;     ///< false: given up by a documented entry
    std::vector<double> planned;   ///< dwellings; not-a-number: unknown
    std::vector<double> built;     ///< dwellings completed: of its buildings where there are any, else of the site
    std::vector<double> begun;     ///< dwellings begun, likewise
    std::vector<Gradient> gradients;
    std::vector<std::uint8_t> utilities;  ///< those that are there; all from UTILITIES_DONE on
    QHash<QString, std::uint32_t> byCode; ///< by the code of the site, and by that of the settlement it is

    static constexpr std::uint32_t k_none = ~0U;
    std::uint32_t find(const QString &code) const { return code.isEmpty() ? k_none : byCode.value(code, k_none); }
};

/// Reads the sites as they were on @p day, with @p moreFields loaded too.
Result<Sites> readSites(const ProjectSnapshot &project, Day day, const QStringList &moreFields, const JobContext &job);

} // namespace cuntu::relocation
