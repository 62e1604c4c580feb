// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/algorithm/algorithm.h"

namespace cuntu::test {

/// 'demo.weigh': land of 40 x 30 cells over the works, with two criteria, one growing to the east ('east'), one to the
/// south ('south'), and an exclusion of the first ten columns ('west'). It concludes with the best of four corners.
Algorithm demoWeighing();

} // namespace cuntu::test
