// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/label/label.h"

namespace cuntu {

/// True where @p text can be set from top to bottom: two to sixteen characters, all of them Chinese or Japanese ones,
/// their marks, or digits.
CUNTU_MAPS_EXPORT bool canStand(const QString &text);

/// The characters of @p text, one a line, brackets and marks in the forms they have in vertical setting (Unicode 15,
/// blocks Vertical Forms and CJK Compatibility Forms).
CUNTU_MAPS_EXPORT QStringList standingCharacters(const QString &text);

/// Way from one standing character to the next, in ems: a little more than between lines, as columns are read down.
constexpr double k_standingPitch = 1.12;

/// Length and width of @p characters one below the other in @p look, halo included.
CUNTU_MAPS_EXPORT QSizeF standingSize(const QStringList &characters, const LabelLook &look);

} // namespace cuntu
