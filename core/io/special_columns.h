// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace cuntu {

/// Heading as headings are compared: half-width, lower case, without units in brackets, spaces and punctuation.
QString headingKey(QStringView heading);

/// headingKey() with what offices write now one way and now another made the same: 'of the ...' before it, and the
/// words for code and for name at its end.
QString looseKey(const QString &key);

/// Which of the special columns are looked for.
struct SpecialWanted {
    bool position = true;
    bool areas = false;
    bool status = false;
};

/// "@x", "@y", "@wkt", "@township", "@village", "@status" or "@status_date" where @p heading is one of the usual names
/// for it; empty otherwise. @p heading is as in the file, since what stands in brackets may decide: 'X(北)' is a
/// northing.
QString specialColumnFor(QStringView heading, const SpecialWanted &wanted);

/// True for the ids that specialColumnFor() gives.
bool isSpecialColumn(QStringView id);

/// True for the usual headings of a column of division codes: 村代码, 行政区划代码, village_code.
bool isAreaCodeHeading(const QString &key);

} // namespace cuntu
