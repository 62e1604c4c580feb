// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/date.h"
#include "plugins/water/rule_set.h"
#include "plugins/water/words.h"

#include <cmath>

namespace cuntu::water {

/// How good one thing about the water is, worst first; Unknown: it was never measured.
enum class Rating : std::uint8_t { Fail, Basic, Pass, Unknown };

/// What is known of somebody's water. Numbers may be not-a-number: not known.
struct Supply {
    Mode mode = Mode::Unknown;
    Delivery delivery = Delivery::Unknown;
    Kind kind = Kind::Unknown;
    Quality quality = Quality::Unknown; ///< as the newest test says, see qualityOf()
    double lpcd = std::nan("");         ///< litres per person and day
    double fetch_min = std::nan("");    ///< there and back
    double fetchH_m = std::nan("");
    double fetchV_m = std::nan("");
    double outage_days = std::nan(""); ///< in a year
    bool scarce = false;               ///< where water is short
    bool refused = false;              ///< did not want the tap

    /// A pipe, but no water in it (有管无水).
    bool isDry() const { return lpcd == 0; }
    /// Water in house or yard from a centralised works or an urban network.
    bool hasTap() const { return isCentral(mode) && isTap(delivery) && !isDry() && !refused; }
    /// Water from a centralised works or an urban network, by tap or standpipe.
    bool isCentrally() const
    {
        return isCentral(mode) && delivery != Delivery::Carry && !isDry() && (!refused || !isTap(delivery));
    }
    /// Any water that is counted, however it comes.
    bool isSupplied() const { return mode != Mode::None && mode != Mode::Unknown && !isDry(); }
    /// 1 - outage / 365; not-a-number where the outage is not known.
    double reliability() const { return 1 - outage_days / 365; }
};

/// The four ratings (T/CHES 18-2018), and the worst of them.
struct Ratings {
    Rating quantity = Rating::Unknown;
    Rating quality = Rating::Unknown;
    Rating convenience = Rating::Unknown;
    Rating reliability = Rating::Unknown;

    /// Fail where any fails; else Unknown where any is unknown; else the worst.
    Rating overall() const;
    bool isSafe() const { return overall() == Rating::Basic || overall() == Rating::Pass; }
};

/// Rates @p supply by @p set. Pure.
Ratings rate(const Supply &supply, const RuleSet &set);

/// One verdict on water quality. Without a day it is older than any that has one.
struct Verdict {
    Quality quality = Quality::Unknown;
    std::optional<Day> day;
};

/// What @p verdicts (the more particular first) say on @p day: the newest dated one not after it, of one day the worst;
/// Untested where that is older than @p retest_days (0: never too old). Undated ones count only where none has a day,
/// and then the first.
Verdict qualityOn(const std::vector<Verdict> &verdicts, Day day, double retest_days);

/// Rungs of the JMP ladder (DOMAIN B.2, [C8]).
enum class JmpRung : std::uint8_t { SafelyManaged, Basic, Limited, Unimproved, Surface, Unknown };
/// The rung of @p supply. Improved is a centralised works, an urban network, and what the register calls tap,
/// protected, rain or bottled water.
JmpRung jmpRung(const Supply &supply);

} // namespace cuntu::water
