// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/date.h"

#include <optional>

namespace cuntu {

/// How much of personal data leaves the project (DOMAIN C.8).
enum class Privacy {
    Masked, ///< for work inside the office: names, numbers and accounts are masked, personal positions left out
    Public, ///< for a notice board: no numbers, accounts and health at all, names as surname and *, counts of groups
    Full,   ///< everything; recorded as an unmasking
};

/// Stable text form: "masked", "public", "full".
CUNTU_CORE_EXPORT QString toString(Privacy privacy);
/// The inverse; empty for anything else.
CUNTU_CORE_EXPORT std::optional<Privacy> privacyFromString(QStringView text);

/// One time that data left the project, as a file or, where only personal data were shown, without one.
struct ExportRecord {
    Instant recorded;
    QString who;
    QString what; ///< layer, "indicators:PROGRAMME", "overlay:ID", "project"; for what was only shown a sentence
    QString file; ///< empty: shown, not written
    qint64 features = 0;
    Privacy privacy = Privacy::Masked;
    QString selection;       ///< area and keys it was narrowed down to; empty: everything
    QString reason;          ///< why personal data left in full; may be empty
    std::optional<Day> asOf; ///< the day it shows
};

} // namespace cuntu
