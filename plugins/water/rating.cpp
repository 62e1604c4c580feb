// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/water/rating.h"

#include <algorithm>
#include <array>

namespace cuntu::water {

namespace {

/// A value of which more is better.
Rating atLeast(double value, double full, double basic)
{
    if (std::isnan(value)) {
        return Rating::Unknown;
    }
    return value >= full ? Rating::Pass : value >= basic ? Rating::Basic : Rating::Fail;
}

/// A value of which less is better.
Rating atMost(double value, double full, double basic)
{
    if (std::isnan(value)) {
        return Rating::Unknown;
    }
    return value <= full ? Rating::Pass : value <= basic ? Rating::Basic : Rating::Fail;
}

/// A tap is full marks. Else the time decides where it is known, else the worse of the distances that are known: C.1
/// calls water hard to get where either of them is too long.
Rating convenienceOf(const Supply &supply, const RuleSet &set)
{
    if (isTap(supply.delivery) && !supply.refused) {
        return Rating::Pass;
    }
    const Rating time = atMost(supply.fetch_min, set.fullFetch_min, set.basicFetch_min);
    if (time != Rating::Unknown) {
        return time;
    }
    return std::min(atMost(supply.fetchH_m, set.fullFetchH_m, set.basicFetchH_m),
                    atMost(supply.fetchV_m, set.fullFetchV_m, set.basicFetchV_m)); // Unknown is the last
}

/// 'Basic' is the relaxed rule of small works and the sensory check of dispersed supply: large ones must pass.
Rating qualityRating(const Supply &supply)
{
    const bool large = supply.mode == Mode::UrbanExtension || supply.mode == Mode::CentralLarge;
    switch (supply.quality) {
    case Quality::Pass:
        return Rating::Pass;
    case Quality::Basic:
        return large ? Rating::Fail : Rating::Basic;
    case Quality::Fail:
        return Rating::Fail;
    case Quality::Unknown:
    case Quality::Untested:
        break;
    }
    return Rating::Unknown;
}

/// Worst first: what is worse of two tests of one day.
int badness(Quality quality)
{
    switch (quality) {
    case Quality::Fail:
        return 3;
    case Quality::Basic:
        return 2;
    case Quality::Pass:
        return 1;
    case Quality::Unknown:
    case Quality::Untested:
        break;
    }
    return 0;
}

bool isImproved(const Supply &supply)
{
    return isCentral(supply.mode) || supply.kind == Kind::Tap || supply.kind == Kind::Protected ||
           supply.kind == Kind::Rain || supply.kind == Kind::Bottled;
}

} // namespace

Rating Ratings::overall() const
{
    const std::array all{quantity, quality, convenience, reliability};
    const bool fails = std::find(all.begin(), all.end(), Rating::Fail) != all.end();
    const bool unknown = std::find(all.begin(), all.end(), Rating::Unknown) != all.end();
    return fails ? Rating::Fail : unknown ? Rating::Unknown : *std::min_element(all.begin(), all.end());
}

Ratings rate(const Supply &supply, const RuleSet &set)
{
    Ratings ratings;
    ratings.quantity = supply.scarce ? atLeast(supply.lpcd, set.fullLpcdScarce, set.basicLpcdScarce)
                                     : atLeast(supply.lpcd, set.fullLpcd, set.basicLpcd);
    ratings.quality = qualityRating(supply);
    ratings.convenience = convenienceOf(supply, set);
    // Days, not shares: 1 - 36.5 / 365 must not fall below 90 % by rounding.
    ratings.reliability =
        atMost(supply.outage_days, (100 - set.fullReliability) * 365 / 100, (100 - set.basicReliability) * 365 / 100);
    return ratings;
}

Verdict qualityOn(const std::vector<Verdict> &verdicts, Day day, double retest_days)
{
    Verdict best;
    for (const Verdict &verdict : verdicts) {
        if (badness(verdict.quality) == 0 || (verdict.day && *verdict.day > day)) {
            continue;
        }
        const bool newer = verdict.day && (!best.day || *verdict.day > *best.day);
        const bool worse = verdict.day && verdict.day == best.day && badness(verdict.quality) > badness(best.quality);
        const bool first = best.quality == Quality::Unknown;
        best = newer || worse || first ? verdict : best;
    }
    if (best.day && retest_days > 0 && daysBetween(*best.day, day) > retest_days) {
        best.quality = Quality::Untested;
    }
    return best;
}

JmpRung jmpRung(const Supply &supply)
{
    constexpr double k_halfAnHour_min = 30;
    if (!supply.isSupplied() && supply.kind == Kind::Unknown) {
        return JmpRung::Unknown;
    }
    if (supply.kind == Kind::Surface && !isCentral(supply.mode)) {
        return JmpRung::Surface;
    }
    if (supply.kind == Kind::Unprotected && !isCentral(supply.mode)) {
        return JmpRung::Unimproved;
    }
    if (!isImproved(supply)) {
        return JmpRung::Unknown;
    }
    if (isTap(supply.delivery) && !supply.isDry() && !supply.refused) {
        const bool safely = supply.quality == Quality::Pass && supply.outage_days <= 0.05 * 365;
        return safely ? JmpRung::SafelyManaged : JmpRung::Basic;
    }
    if (std::isnan(supply.fetch_min)) {
        return JmpRung::Unknown;
    }
    return supply.fetch_min <= k_halfAnHour_min ? JmpRung::Basic : JmpRung::Limited;
}

} // namespace cuntu::water
