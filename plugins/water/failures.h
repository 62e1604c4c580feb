// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plugins/water/supply_systems.h"

namespace cuntu::water {

/// Persons of one place who have their water from the same works. Where the place names several works itself, each of
/// them can stand in for the others; those that only list it serve different persons there.
struct Users {
    std::uint32_t place = 0; ///< row of the survey
    double persons = 0;
    std::vector<std::uint32_t> works; ///< rows
};

/// Who loses water when something fails.
struct Failures {
    std::vector<Users> users;
    /// Persons cut off where it fails; per row of the layers of works, sources and mains. Of a main: at its worst
    /// place.
    std::vector<double> ofWorks;
    std::vector<double> ofSource;
    std::vector<double> ofMain;
    std::vector<std::uint32_t> settlementsOfMain; ///< places cut off there
    std::vector<double> servedBy;                 ///< per works: persons who have its water
    std::vector<std::uint32_t> worksOfSource;     ///< row; k_noIndex: none that is in service
    /// Per source: persons for whom the others of its works do not yield enough; not-a-number where yields are unknown.
    std::vector<double> shortOfSource;
    std::vector<bool> isMainInUse; ///< per main: it is there, and its works are in service
};

/// The layers that failures are about.
struct FailureLayers {
    Immutable<LayerSnapshot> sources; ///< with works_code and yield_m3d
    Immutable<LayerSnapshot> mains;   ///< with works_code
};
Result<FailureLayers> failureLayers(const ProjectSnapshot &project, const JobContext &job);

/// Works out what fails with what: water goes from the sources through the works and their mains to the settlements,
/// which hang on the nearest place of a main of their works that is at most @p attach_m away, else directly on the
/// works. What every way to somebody goes through cuts them off (core/solve/dominators.h). Mains that meet supply each
/// other. @p survey with siteFields() of the works and works_code of the settlements loaded; @p demand_m3d per person
/// on the largest day. Errors of reading, cancelled.
Result<Failures> failures(const ProjectSnapshot &project, const Survey &survey, const FailureLayers &layers,
                          double attach_m, double demand_m3d, const JobContext &job);

} // namespace cuntu::water
