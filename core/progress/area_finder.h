// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/areas/area_tree.h"

#include <array>
#include <string_view>

namespace cuntu {

/// The areas of one level on a day, by code; each code once.
struct LevelAreas {
    std::vector<AreaCode> codes;
    std::vector<QString> names;

    /// The place of @p code; empty where it is not among them.
    std::optional<std::int32_t> placeOf(const AreaCode &code) const;
};

/// Leads from codes, as tables give them, to the areas of one day. What is there on the day is found by a number made
/// of the code's digits; only other codes go through the history of the tree, which it keeps by reference.
class AreaFinder {
public:
    static constexpr std::size_t k_levels = 3;
    static constexpr std::int32_t k_none = -1;
    /// The areas something belongs to, from the county down, as places among areas(); k_none where it is not known.
    using Path = std::array<std::int32_t, k_levels>;

    AreaFinder(const AreaTree &tree, Day day);

    const LevelAreas &areas(AreaLevel level) const { return m_areas[static_cast<std::size_t>(level)]; }
    Path of(const AreaCode &code) const;
    /// As of(), for what a cell holds.
    Path ofText(std::string_view text) const;
    /// Where what has no code belongs.
    Path nowhere() const { return of(AreaCode()); }

private:
    struct Known {
        std::uint64_t key; ///< see keyOf()
        Path path;
    };
    void list(AreaLevel level, const std::vector<const Area *> &found);
    void deriveCounties(const std::vector<const Area *> &townships, const std::vector<const Area *> &villages);
    void addPaths(AreaLevel level, const std::vector<const Area *> &found);
    Path pathAbove(const Area &area) const;
    const Path *known(std::uint64_t key) const;
    std::int32_t countyOf(const AreaCode &code) const;

    const AreaTree &m_tree;
    Day m_day;
    std::array<LevelAreas, k_levels> m_areas;
    std::vector<Known> m_known; ///< of the areas that exist on the day, by key
};

} // namespace cuntu
