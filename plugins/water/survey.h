// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plugins/water/works.h"

#include <functional>
#include <limits>

namespace cuntu::water {

/// Some of the persons of a place, and the water that they have.
struct Part {
    static constexpr std::uint32_t k_noWorks = std::numeric_limits<std::uint32_t>::max();
    double share = 0;                ///< of the persons of the place
    std::uint32_t works = k_noWorks; ///< row of the works that it comes from
    Supply supply;
    Ratings ratings;
    std::optional<Day> tested; ///< day of the test that the quality rests on
};

/// What the ledger says of the service to a place.
enum class Service : std::uint8_t { NotSaid, NotCovered, NotTested, Safe, BasicSafe, Unsafe };

/// One settlement or household.
struct Place {
    double persons =
        0; ///< rural supply population: the larger of registered and resident, those that moved at the site
    bool counted = true;
    Service service = Service::NotSaid;
    std::uint32_t firstPart = 0;
    std::uint32_t endPart = 0;
};

/// The water of all settlements, or all households, on one day.
struct Survey {
    Immutable<LayerSnapshot> layer; ///< of the places; its area field is where they live now
    std::vector<Place> places;      ///< by row
    std::vector<Part> parts; ///< shares of a place's add up to at most 1; households that say nothing share theirs
    Works works;
    RuleSet rules;
    Day day;
    std::vector<std::vector<std::uint32_t>> claims; ///< per settlement the supplying works that list it, by row
    std::vector<QStringList> unknownServed;         ///< per works: parts of its list that are nowhere

    /// Share of the persons of @p row for whose water @p holds, 0 to 1.
    double share(std::size_t row, const std::function<bool(const Part &)> &holds) const;
    double tapShare(std::size_t row) const;
    /// The ledger's word where it has one, else the ratings.
    double safeShare(std::size_t row) const;
};

/// Applies @p rule to @p project as it was on @p day; fields of the places and of the works that the caller wants
/// loaded too are named. A pure function; any thread. O(places + works x what they list).
Result<Survey> survey(const ProjectSnapshot &project, const Rule &rule, Day day, const JobContext &job,
                      const QStringList &moreFields = {}, const QStringList &moreWorksFields = {});

} // namespace cuntu::water
