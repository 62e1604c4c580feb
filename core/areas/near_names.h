// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/areas/area_tree.h"

#include <unordered_map>

namespace cuntu {

/// Finds the areas that a name which is none may mean: written alike, or sounding alike (桃园 for 桃源).
class NearNames {
public:
    /// @p areas must outlive it.
    explicit NearNames(const AreaTree &areas) : m_areas(&areas) {}

    /// At most ten areas of @p level on @p day, within @p inside where it is not empty; the likeliest first: the fewest
    /// characters to change after the words for its kind (村委会, 社区) are taken off, of which a character that only
    /// sounds the same counts half. An area of whose name nothing is left is not among them.
    std::vector<const Area *> find(AreaLevel level, const QString &name, const AreaCode &inside, Day day);

private:
    const QStringList &soundOf(const Area &area, const QString &bare);

    const AreaTree *m_areas;
    std::unordered_map<const Area *, QStringList> m_sounds;
};

} // namespace cuntu
