// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/areas/area_tree.h"
#include "core/snapshot/layer_snapshot.h"

#include <QHash>

namespace cuntu {

/// Finds the settlement in which a household is registered: by the code of the settlement where the household gives
/// one, else by its village and the settlement's name, as registers have it. Villages are compared by the codes that
/// they had on a day. Both layers must outlive it. One thread.
class CUNTU_CORE_EXPORT HomeFinder {
public:
    static constexpr std::uint32_t k_nowhere = ~0U;

    /// @p settlements with code, name and village_code loaded, @p households with settlement_code, settlement_name and
    /// village_code; of those that are not loaded nothing is known.
    HomeFinder(const LayerSnapshot &settlements, const LayerSnapshot &households, const AreaTree &areas, Day day);

    /// The fields of households that it reads.
    static QStringList householdFields();

    /// Row of the settlement of household @p row; k_nowhere where it cannot be told.
    std::uint32_t at(std::size_t row);
    /// Code on the day of the village that household @p row gives; empty where it gives none.
    QString village(std::size_t row) const;

private:
    const Column *m_code;
    const Column *m_name;
    const Column *m_village;
    std::vector<QString> m_villages; ///< per distinct village of the households, its code on the day
    QHash<QString, std::uint32_t> m_byCode;
    QHash<QString, std::uint32_t> m_byName; ///< village code on the day, line feed, name
    QHash<quint64, std::uint32_t> m_known;  ///< per pair of village and name of households
};

} // namespace cuntu
