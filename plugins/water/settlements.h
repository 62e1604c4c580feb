// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plugins/water/works.h"

namespace cuntu::water {

/// The settlements, with whom they hold on a day.
struct Settlements {
    Immutable<LayerSnapshot> layer;
    std::vector<double> persons; ///< the larger of registered and resident; households that moved count at their site
    std::vector<QString> codes;
    std::vector<QString> villages;                        ///< code on the day
    QHash<QString, std::uint32_t> byCode;                 ///< settlement code -> row
    QHash<QString, std::vector<std::uint32_t>> ofVillage; ///< village code on the day -> rows

    /// Rows of all that @p parts name: codes of villages and settlements, names of villages. Each once, ascending; what
    /// is nowhere is added to @p unknown.
    std::vector<std::uint32_t> listed(const QStringList &parts, const AreaTree &areas, Day day,
                                      QStringList &unknown) const;
};

/// Reads them and who moved from where to where; @p moreFields are loaded too.
Result<Settlements> readSettlements(const ProjectSnapshot &project, Day day, const QStringList &moreFields,
                                    const JobContext &job);

/// The register of households.
struct Households {
    Immutable<LayerSnapshot> layer; ///< its village code is that of the site for those that moved
    std::vector<double> persons;
    std::vector<std::uint32_t> settlementOf; ///< row of the settlement where it lives now; Part::k_noWorks: none
};
Result<Households> readHouseholds(const ProjectSnapshot &project, const Settlements &settlements, Day day,
                                  const QStringList &moreFields, const JobContext &job);

/// Per row of @p layer (with its area field loaded) whether its village is marked as poor.
Result<std::vector<bool>> inPoorVillages(const ProjectSnapshot &project, const LayerSnapshot &layer, Day day,
                                         const JobContext &job);

} // namespace cuntu::water
