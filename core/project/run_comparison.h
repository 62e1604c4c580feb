// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/algorithm/figure_lines.h"
#include "core/project/kept_run.h"

namespace cuntu {

class Registry;

/// Kept results side by side: a row for each figure, a column for each result.
struct RunComparison {
    QStringList names; ///< of the results
    std::vector<ComparedFigure> figures;
    std::vector<int> bestIn; ///< per result: in how many figures it is the best
    int judged = 0;          ///< figures of which a best value is known
};

/// The figures of @p runs, in the order and with the names that their algorithms declare; results of several algorithms
/// may be compared.
CUNTU_CORE_EXPORT RunComparison compareRuns(const Registry &registry, const std::vector<KeptRun> &runs);

/// Writes @p comparison to @p file: a table (csv, xlsx, ods; numbers as numbers, other figures in columns beside them),
/// or, as html, a page that prints on A4 with the best of each row marked. Errors as exportFeatures() and writeHtml();
/// Invalid for another ending.
CUNTU_CORE_EXPORT Result<void> writeComparison(const RunComparison &comparison, const QString &title,
                                               const QString &file, const JobContext &job);

/// Endings that writeComparison() knows.
CUNTU_CORE_EXPORT QStringList comparisonEndings();

} // namespace cuntu
