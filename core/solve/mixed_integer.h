// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job.h"
#include "core/base/result.h"
#include "core/solve/limits.h"

#include <QByteArray>

#include <optional>
#include <span>
#include <vector>

namespace cuntu {

/// A linear programme some of whose columns must be whole: the sum of cost x value is to be least, every row between
/// its limits. Any unit.
struct CUNTU_CORE_EXPORT MixedInteger {
    struct Column {
        double cost = 0;
        double low = 0;
        double high = 1; ///< may be infinite
        bool isWhole = true;
    };
    struct Term {
        std::uint32_t column = 0;
        double factor = 0;
    };
    struct Row {
        std::vector<Term> terms; ///< no column twice
        double low = -k_never;
        double high = k_never;
    };
    double constant = 0; ///< added to what is minimised
    std::vector<Column> columns;
    std::vector<Row> rows;

    std::size_t termCount() const;
    /// What @p values cost, the constant included.
    double costOf(std::span<const double> values) const;
    /// Whether @p values, one for each column, keep all limits but for rounding (1e-6 of what a row sums up) and are
    /// whole where they must be.
    bool isKeptBy(std::span<const double> values) const;
    /// The problem, without its constant, as a free MPS file: columns c0, c1, ..., rows r0, r1, ...
    QByteArray toMps() const;
};

/// When a solver may stop before its proof, and where it begins.
struct MixedIntegerLimits {
    double gap = 0;                ///< (objective - bound) / objective at which it is good enough; 0: proven
    double seconds = 60;           ///< of wall time, above 0
    double step = 0;               ///< a solution that is better at all is better by so much at least; 0: not known
    std::span<const double> start; ///< a solution to begin with; empty: none
};

/// What came out. `bound` <= optimum <= `objective`, the constant included.
struct MixedIntegerSolution {
    std::vector<double> values; ///< per column; empty: none was found
    double objective = k_never; ///< of `values`, computed here
    double bound = -k_never;    ///< as the solver says it; infinite where it proved that there is no solution
    bool isOptimal = false;     ///< proven, within MixedIntegerLimits::gap

    bool isInfeasible() const { return bound == k_never; }
};

/// Whether the program `cbc` (Debian: coinor-cbc) is found on the path. Any thread.
CUNTU_CORE_EXPORT bool hasCbc();

/// Has @p problem solved by CBC (Forrest and Lougee-Heimer 2005, doi:10.1287/educ.1053.0020), a process of its own that
/// reads and writes files in a temporary folder. Its answer is not believed as it is: the values must keep every row,
/// their cost is computed here and must be what it says, no bound may be above a solution that is known. NotFound where
/// the program is not installed; PluginFailed where it fails, is killed, or answers what cannot be; Cancelled where the
/// job is, which ends the process. Waits for the process: never on the thread of the window. Any other thread.
CUNTU_CORE_EXPORT Result<MixedIntegerSolution> solveByCbc(const MixedInteger &problem, const MixedIntegerLimits &limits,
                                                          const JobContext &job);

} // namespace cuntu
