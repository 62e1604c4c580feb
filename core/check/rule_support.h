// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/text.h"
#include "core/plugin/registry.h"
#include "core/snapshot/project_snapshot.h"

namespace cuntu {

using FoundResult = Result<std::vector<CheckFinding>>;

/// What one rule found, at most so much of it in a layer as a person would look at.
class FindingList {
public:
    static constexpr qint64 k_mostOfALayer = 10'000;

    /// About feature @p row of @p layer.
    void add(const LayerSnapshot &layer, std::size_t row, const QString &sentence) { add(layer, row, sentence, {}); }
    void add(const LayerSnapshot &layer, std::size_t row, const QString &sentence, std::optional<Point> position,
             bool canFix = false);
    /// About a layer as a whole, or about none.
    void addGeneral(const QString &layer, const QString &sentence);
    /// All of them; where there were too many in a layer, one more that says so.
    std::vector<CheckFinding> take();

private:
    std::map<QString, qint64> m_count; ///< by layer
    std::vector<CheckFinding> m_findings;
};

/// Calls @p visit for each layer of the project of which @p wanted names fields (none at all: it is left out), with
/// those loaded. Stops at the first error, and when the job is cancelled.
Result<void> eachLayer(const ProjectSnapshot &project, const JobContext &job,
                       const std::function<std::optional<QStringList>(const LayerSchema &)> &wanted,
                       const std::function<Result<void>(const LayerSnapshot &)> &visit);

/// As eachLayer(), and then what was found.
FoundResult findInLayers(const ProjectSnapshot &project, const JobContext &job,
                         const std::function<std::optional<QStringList>(const LayerSchema &)> &wanted,
                         const std::function<Result<void>(const LayerSnapshot &, FindingList &)> &visit);

/// Reports each row of @p column (null: none) that says the same as an earlier one, as people read it: width of
/// characters, case and white space do not count. @p sentence gives the sentence for
/// a text, in which %2 is to be the number of the earlier feature; empty: the text may be there as often as it will.
void reportRepeats(const LayerSnapshot &layer, const Column *column, FindingList &findings,
                   const std::function<QString(const QString &)> &sentence);

/// How many metres one unit of a CRS is at a position, east and north.
struct UnitMetres {
    double east = 1;
    double north = 1;

    static UnitMetres at(const Crs &crs, Point position);
    double apart_m(Point one, Point other) const;
    /// From @p position to the stretch between @p from and @p to.
    double toSegment_m(Point position, Point from, Point to) const;
};

/// From @p position to a line or to the border of a polygon, in metres; infinite for one without lines.
double distance_m(const Geometry &geometry, Point position, const UnitMetres &unit);

/// Area of a polygon in @p crs on the ellipsoid, holes taken off, in square metres; planar where there is no CRS.
double groundArea_m2(const Geometry &polygon, const Crs &crs);

/// The number that @p key is set to in the project, or @p otherwise.
double settingOr(const ProjectSnapshot &project, QStringView key, double otherwise);

/// The first field of @p schema whose id, name or synonym is one of @p words (compared as normalised(), any case).
const Field *fieldCalled(const LayerSchema &schema, const QStringList &words);

/// "@p name 21" as people know a feature: by its name, else its key, else its number.
QString calledAs(const LayerSnapshot &layer, std::size_t row);

/// A number of square metres as people read it.
QString areaText(double area_m2);

} // namespace cuntu
