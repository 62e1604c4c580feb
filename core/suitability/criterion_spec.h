// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/text.h"
#include "core/suitability/value_curve.h"

#include <QMap>

namespace cuntu {

/// What is measured of land, and how that is judged: one line of a table of criteria. A value.
struct CUNTU_CORE_EXPORT CriterionSpec {
    enum class Measure {
        Slope,      ///< degrees
        Aspect,     ///< degrees from south, 0 to 180: which side the land falls to
        Elevation,  ///< metres
        Ruggedness, ///< metres
        Distance,   ///< metres, straight, to the nearest feature of a layer
        Walk,       ///< minutes on foot over land, to the nearest feature
        Travel,     ///< minutes riding along ways where there are some, else on foot, to the nearest feature
        Inside,     ///< 1 inside a polygon of a layer, 0 outside
        Raster,     ///< the numbers of a file's first band
    };
    QString id; ///< lower_case
    Text name;
    bool isExclusion = false;
    Measure measure = Measure::Slope;
    QString layer;      ///< id of the layer, or the file of a raster
    QString whereField; ///< only features with one of these values; empty: all
    QStringList whereValues;
    bool mayBeMissing = false; ///< left out with a note where the project does not have the layer, or it is empty

    ValueCurve curve; ///< of criteria
    double weight = 1;
    double leastWeight = 0; ///< of all weights, 0 to 1
    double mostWeight = 1;

    std::optional<double> limit; ///< of exclusions: out where the measure is above it (isAbove) or below it
    bool isAbove = false;

    /// The unit of the measure; empty: none.
    QString unit() const;
    /// From the cells of a row by heading: id, name (or name_zh, name_en), role (criterion, exclusion), measure (as
    /// above, lower case), layer, where ("field=value|value"), curve, weight, least and most (0 to 1), limit ("> 25",
    /// "< 50"), optional (yes). Blank cells are as usual. Invalid, naming the row's id and what is wrong.
    static Result<CriterionSpec> fromRow(const QMap<QString, QString> &cells);
};

} // namespace cuntu
