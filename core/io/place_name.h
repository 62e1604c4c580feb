// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/areas/area_tree.h"

namespace cuntu {

/// What somebody said the names of a place in files mean.
struct PlaceName {
    QString township; ///< as in the file; empty: none is given
    QString village;  ///< as in the file; empty: the township is meant
    AreaCode code;

    bool operator==(const PlaceName &) const = default;
};

/// The name of a place in a file that is no area's, or several areas'.
struct UnknownPlace {
    QString township; ///< as in the file
    QString village;
    qint64 rows = 0;
    std::vector<AreaCode> near; ///< what may be meant, the likeliest first; at most ten
};

/// A word in a column of choices, yes or no, or statuses that stands for none of them.
struct UnknownWord {
    QString field; ///< id; "@status"
    QString word;
    qint64 rows = 0;
};

} // namespace cuntu
