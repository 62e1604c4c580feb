// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace cuntu {

/// @p text with all runs of 18 digits that hold a birth date where identity numbers hold it made unreadable,
/// whatever the field they stand in is called.
QString withoutIdentityNumbers(const QString &text);

} // namespace cuntu
