// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/date.h"
#include "core/base/ids.h"
#include "core/export.h"

#include <QString>

namespace cuntu {

/// How far an entry is trusted. Every figure exists on each rung; a higher one includes what it certifies.
enum class Rung { Reported, Checked, Certified };

/// Stable text form: "reported", "checked", "certified".
CUNTU_CORE_EXPORT QString toString(Rung rung);

/// One line of the ledger: feature @p feature of @p layer has status @p status from `effective` on.
struct Entry {
    EntryId id;
    ActionId action; ///< the user action it was recorded in
    QString layer;
    FeatureId feature;
    QString status;   ///< empty: a retraction, nothing is said about the feature any more
    Day effective;    ///< when it happened in the field
    Instant recorded; ///< when it was entered
    QString who;
    QString note;
    QString source; ///< file or screen it came from
    Rung rung = Rung::Reported;
    std::int64_t evidence = 0; ///< row of the evidence table; 0: none
    EntryId supersedes;        ///< the entry it corrects; none: it is a new statement
};

} // namespace cuntu
