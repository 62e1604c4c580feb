// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace cuntu {

/// @p text with what looks like an identity number or a mobile number made unreadable in the middle (DOMAIN C.8):
/// 361126********1234, 138****5678. For free text only, into which people write such numbers though it is not the
/// place; fields that are declared personal are masked by their kind before.
QString withoutPrivateNumbers(const QString &text);

} // namespace cuntu
