// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/store/value.h"

namespace cuntu {

/// A change of one field of a feature, as it was recorded.
struct RecordedChange {
    ActionId action;
    QString recorded; ///< ISO, UTC
    QString who;
    QString source; ///< name of the action
    QString field;  ///< column; "geom": the geometry, of which no values are given
    Value old;
    Value now;
    bool isUndone = false;
};

} // namespace cuntu
