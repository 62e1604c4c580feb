// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/geo/crs.h"

namespace cuntu {

/// Coordinates of a file's first rows, from which its CRS is guessed. A few bad ones among them do no harm.
class CoordinateSample {
public:
    void add(Point point);
    bool isEmpty() const { return m_x.empty(); }
    /// Box around the middle half of the values of each axis.
    Box typicalExtent() const;

private:
    std::vector<double> m_x;
    std::vector<double> m_y;
};

/// The CRS of bare numbers: the user's, else guessed. Whether x and y stand in each other's place is found from the
/// numbers in both cases. UnknownCrs where it must be asked.
Result<CrsGuess> chooseCrs(const std::optional<Crs> &fromUser, const Box &extent, const QString &file);

/// What is to be said of coordinates in @p crs, an older datum of which only an inexact way to CGCS2000 is known.
QString ballparkNote(const Crs &crs);

/// The sentence for a CRS that the file itself names.
QString namedByFile();

} // namespace cuntu
