// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/geo/crs.h"
#include "core/store/database.h"
#include "core/store/value.h"

#include <map>

namespace cuntu {

/// Looks whether the positions of an import lie in the villages that their rows name only when they are taken for
/// GCJ-02 or BD-09, the shifted coordinates of phones and web maps: nothing else tells those from true ones.
class ShiftSuspicion {
public:
    /// Takes note of the position of @p row, a point in the project's CRS, and of the village @p code it names.
    void see(std::string_view code, const Geometry &geometry);

    /// A sentence where the positions fit shifted coordinates much better than the @p project's as they were read;
    /// empty where there is nothing to suspect, or too few positions or outlines to say so.
    Result<QString> verdict(const Database &database, const Crs &project) const;

private:
    static constexpr std::size_t k_most = 4000;
    std::map<std::string, std::vector<Point>, std::less<>> m_seen; ///< by village
    std::size_t m_count = 0;
};

} // namespace cuntu
