// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/algorithm/parameter.h"

#include <array>

namespace cuntu::relocation {

/// What people go to.
struct Service {
    QString id; ///< of the parameter that names the layer
    Text name;
};

/// School, clinic, market.
const std::array<Service, 3> &services();

/// For each the parameter that names its layer; need not be given.
std::vector<Parameter> serviceParameters();

} // namespace cuntu::relocation
