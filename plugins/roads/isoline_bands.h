// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/algorithm/parameter_makers.h"
#include "core/snapshot/project_snapshot.h"
#include "plugins/roads/isolines.h"
#include "plugins/roads/plane.h"

namespace cuntu::roads {

/// Bands of what has no distance.
inline constexpr std::size_t k_unreached = std::numeric_limits<std::size_t>::max();
inline constexpr std::size_t k_noRoadNear = k_unreached - 1;

/// Road distances of a project on one day.
struct Distances {
    Immutable<LayerSnapshot> roads;
    Immutable<LayerSnapshot> settlements;
    Plane plane; ///< its lines are those of `isolines`
    Isolines isolines;
    std::vector<double> limits_m;   ///< upper ends of the bands, ascending
    std::vector<double> households; ///< per settlement, not-a-number where it is not known
    std::size_t targets = 0;        ///< how many there are: places, or lines of the classified network
};

/// What is asked: the target, which roads, tolerances.
std::vector<Parameter> distanceParameters();
/// The upper ends of the bands: "1,2,5,10".
Parameter limitsParameter();
/// Its value in metres. Misused for what is no ascending kilometres.
Result<std::vector<double>> limitsFrom(const QString &text);
/// What distancesOn() loads beside what it reads itself.
struct MoreFields {
    QStringList roads;
    QStringList settlements;
};
/// Works it out for bands that end at @p limits_m. Misused where the layer of targets is not given, NotFound where it
/// is not there; what loading and the network report.
Result<Distances> distancesOn(const ProjectSnapshot &project, const ParameterValues &parameters,
                              std::vector<double> limits_m, Day day, const MoreFields &more, const JobContext &job);
/// The band of settlement @p row: the number of a limit, their count beyond the last, k_unreached or k_noRoadNear.
std::size_t placeBand(const Distances &distances, std::size_t row);
/// The band in words.
Text bandText(const Distances &distances, std::size_t band);

} // namespace cuntu::roads
