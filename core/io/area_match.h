// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/areas/near_names.h"
#include "core/io/place_name.h"

#include <map>
#include <string>
#include <string_view>
#include <unordered_map>

namespace cuntu {

/// The area that a row names.
struct AreaMatch {
    std::string code;               ///< empty: none
    QString problem;                ///< a sentence; empty where there is nothing to say
    bool rejected = false;          ///< the row cannot be taken
    bool onlyOnce = false;          ///< the same is true of all rows: to be said once
    bool isUnknownName = false;     ///< rejected because a name is not known, or means several
    std::vector<const Area *> near; ///< then: what may be meant, the likeliest first
};

/// Finds areas by code, else by the names of township and village. Remembers what it found: rows repeat.
class AreaMatcher {
public:
    /// @p areas may be null, or without villages: then codes are taken as they are and names stay unmatched. What @p
    /// names say goes before everything but a code.
    AreaMatcher(const AreaTree *areas, Day today, const std::vector<PlaceName> &names);

    /// Any of the cells may be empty; all empty gives an empty match.
    const AreaMatch &match(std::string_view code, std::string_view township, std::string_view village);

private:
    AreaMatch findByCode(const QString &text) const;
    AreaMatch findByName(const QString &township, const QString &village) const;
    AreaMatch findByNames(std::string_view township, std::string_view village) const;
    AreaMatch notFound(AreaLevel level, const QString &name, const AreaCode &inside) const;
    AreaMatch ambiguous(const QString &name, const std::vector<const Area *> &hits) const;
    std::vector<const Area *> current(std::vector<const Area *> hits) const;

    const AreaTree *m_areas;
    Day m_today;
    std::map<std::pair<QString, QString>, AreaCode> m_names; ///< township, village, normalised -> code
    bool m_hasVillages;
    mutable std::optional<NearNames> m_near; ///< remembers sounds; none without areas
    std::unordered_map<std::string, AreaMatch> m_known;
    std::string m_key;
};

} // namespace cuntu
