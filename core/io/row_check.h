// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/place_name.h"
#include "core/io/source.h"
#include "core/schema/life_cycle.h"

#include <functional>

namespace cuntu {

/// Something about a row that the user must know.
struct RowFinding {
    qint64 row = 0;        ///< SourceRow::number
    QString column;        ///< heading; may be empty
    QString reason;        ///< a sentence: what is wrong and what was expected
    bool rejected = false; ///< the row was left out; otherwise it was taken with a warning
    bool isTotal = false;  ///< rejected because it is a totals, note or signature row and no data
};

/// What a layer wants checked beyond its schema: looks at a row that passed, and may add warnings or reject it.
/// Called once a row, in the order of the rows, on one thread, which need not be the importing job's. Must have no
/// state.
using RowCheck =
    std::function<void(const LayerSchema &schema, const FeatureRow &row, std::vector<RowFinding> &findings)>;

/// What rows are checked against.
struct CheckContext {
    const LayerSchema *schema = nullptr; ///< never null
    std::vector<TrackCycle> tracks;      ///< in whose life cycles a status of a row is looked up
    const AreaTree *areas = nullptr;     ///< for village and township names and codes; null: not looked up
    Crs projectCrs;                      ///< geometry is transformed into it; invalid: kept as it is
    Day today;                           ///< dates after it get a warning
    std::vector<RowCheck> extraChecks;
    bool positionOptional = false;     ///< rows without a position are taken too (plain layers)
    std::vector<PlaceName> placeNames; ///< what names of areas in the file mean
};

/// Turns rows of a file into checked features.
///
/// Text is trimmed, numbers and dates read as people type them, choices and yes/no looked up, areas found by code or by
/// name (township and village name together), coordinates checked against the range of their CRS and transformed.
/// A row is rejected for: a missing or unreadable required value, a number out of range, no or impossible
/// coordinates where the layer needs a position (longitude and latitude in each other's place is said so), the name of
/// an area that does not exist or is ambiguous, a key that occurred before in this file, being a totals row. Optional
/// values that cannot be read become nothing, with a warning; so does a code that is not in the tree, which is kept.
/// Not thread-safe; one per import.
///
/// A position is needed where the layer has a geometry and the file gives positions at all, unless the layer is a plain
/// one (no key, no area, no programme), its positions are personal, or CheckContext::positionOptional is set.
///
/// Numbers in another unit than the field's, where the heading says so in brackets (公里, 万元), are converted, and
/// that is said once. Text that stands for nothing (/ - — 无) and error values of formulas (#REF!) are no values.
class CUNTU_CORE_EXPORT RowChecker {
public:
    /// UnknownCrs when the source's CRS cannot be turned into the project's.
    static Result<RowChecker> create(const SourceInfo &source, const CheckContext &context);
    RowChecker(RowChecker &&) noexcept;
    ~RowChecker();

    /// Checks @p rows; good ones are appended to @p taken in order, what is to be said to @p findings.
    /// Coordinates of the whole batch are transformed in one go.
    void check(std::vector<SourceRow> &rows, std::vector<FeatureRow> &taken, std::vector<RowFinding> &findings);

    /// Names of areas for which rows were rejected, and words that no choice, yes or no, or status goes by; of both at
    /// most 1,000, most rows first.
    std::vector<UnknownPlace> unknownPlaces() const;
    std::vector<UnknownWord> unknownWords() const;

    /// Hands over rows that are no longer needed; the next check() uses their memory again.
    void reuse(std::vector<FeatureRow> rows);

private:
    struct Private;
    explicit RowChecker(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

/// Problem with a citizen's identity number (GB 11643-1999): length, digits, a birth date that does not exist, the
/// check digit. Empty for a good one. 15-digit numbers of before 1999 are good when their birth date is.
CUNTU_CORE_EXPORT QString identityNumberProblem(QStringView number);

} // namespace cuntu
