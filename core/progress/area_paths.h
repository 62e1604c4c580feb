// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/areas/area_tree.h"
#include "core/progress/indicator.h"

#include <array>
#include <map>
#include <mutex>
#include <tuple>
#include <vector>

namespace cuntu {

/// The areas something belongs to, from the county down; empty codes from the first level at which it is not known.
struct AreaPath {
    std::array<AreaCode, 3> codes;

    AreaCode &operator[](AreaLevel level) { return codes[static_cast<std::size_t>(level)]; }
    const AreaCode &operator[](AreaLevel level) const { return codes[static_cast<std::size_t>(level)]; }
};

/// Leads from codes, as tables give them, to the areas of one day. Borrows the tree.
class AreaPaths {
public:
    AreaPaths(const AreaTree &tree, Day day);

    /// The areas that @p code lies in, itself included; an empty code lies in the only county, where there is one.
    AreaPath of(const AreaCode &code) const;
    /// Codes and names of the areas of @p level.
    std::map<AreaCode, QString> areas(AreaLevel level) const;

private:
    const Area *find(const AreaCode &code) const;
    const Area *parentOf(const Area &area) const;
    AreaCode countyOf(const AreaCode &code) const;

    const AreaTree &m_tree;
    Day m_day;
    std::map<AreaCode, QString> m_counties;
};

/// The column that says in which area a feature of @p set lies; null where nothing is asked of it: no area field, or no
/// items (a layer without a table has no columns). Throws std::logic_error where the field was not loaded.
const Column *areaColumn(const IndicatorSet &set);

/// The path of each distinct text of @p codes (null: of nothing); the last one is of features without a text.
std::vector<AreaPath> pathsByText(const Column *codes, const AreaPaths &paths);

/// Area paths that were worked out before, for figures of one tree on many days. Any thread.
class AreaPathCache {
public:
    /// What figuresByArea() needs to know of a column and a level on a day.
    struct Places {
        std::vector<AreaPath> byText; ///< as pathsByText()
        /// Areas of the level with code, name and path, in the order of their codes.
        struct Listed {
            AreaCode code;
            QString name;
            AreaPath path;
        };
        std::vector<Listed> areas;
        std::vector<std::uint32_t> slotOfText; ///< place among `areas` of each text; areas.size(): none
    };
    Immutable<Places> places(const AreaTree &tree, const IndicatorSet &set, AreaLevel level, Day day);

private:
    struct Known {
        Immutable<LayerSnapshot> layer; ///< keeps the column, so that its address stays its own
        Immutable<Places> places;
    };
    std::mutex m_mutex;
    std::map<std::tuple<const Column *, AreaLevel, std::size_t>, Known> m_places;
};

} // namespace cuntu
