// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace cuntu {

/// The unit in brackets at the end of @p heading, '长度(公里)'; empty where there is none.
QString unitOfHeading(const QString &heading);

/// By what numbers in unit @p from must be multiplied to be in unit @p to; empty where one is not known or they measure
/// different things.
std::optional<double> unitFactor(const QString &from, const QString &to);

} // namespace cuntu
