// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/algorithm/parameter.h"

namespace cuntu::roads {

/// Whose households and persons count.
enum class Basis { Registered, Resident };

/// Which surfaces count: all hardened ones, or cement only, as plans that promise cement roads want (DOMAIN B.1, R05).
enum class Surfaces { Hardened, Cement };

/// Where a hardened road must lead to. OwnCommittee: the seat of the settlement's own village. Auto: the classified
/// network where any segment has such a class, else the seats of village committees where any is known, else the
/// largest connected hardened network.
enum class Destination { Auto, Classified, Committees, OwnCommittee, Largest };

/// When is a settlement counted, and when is it connected (DOMAIN B.1; README.md has the rule in words).
struct Rule {
    int minHouseholds = 25;
    Basis basis = Basis::Registered;
    bool livableOnly = false;
    bool poorOnly = false;       ///< settlements of poor villages only
    bool countWithdrawn = false; ///< also settlements that are to be withdrawn
    Surfaces surfaces = Surfaces::Hardened;
    double minWidth_m = 0;       ///< of the surface; 0: the width does not matter
    double snap_m = 100;         ///< a settlement is at a road that is at most this far away
    double endSnap_m = 30;       ///< the end of a segment joins segments at most this far away
    bool acceptUnmarked = false; ///< hardened segments of which nobody said that they were accepted count too
    Destination destination = Destination::Auto;

    bool operator==(const Rule &) const = default;

    /// The same as parameters of indicators, overlay and algorithm.
    static std::vector<Parameter> parameters();
    /// Of these, those by which a settlement counts, and those by which a segment does.
    static std::vector<Parameter> ofSettlements();
    static std::vector<Parameter> ofSegments();
    /// From values that were checked against parameters().
    static Rule from(const ParameterValues &values);
    /// From values that were checked against ofSettlements() or ofSegments(); the rest has its defaults.
    static Rule fromSettlements(const ParameterValues &values);
    static Rule fromSegments(const ParameterValues &values);
};

} // namespace cuntu::roads
