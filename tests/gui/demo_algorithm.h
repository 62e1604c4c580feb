// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/algorithm/algorithm.h"

namespace cuntu::test {

/// Computations of the demo programme: 'demo.pick' chooses works of a least length in a layer, and proposes to begin
/// them; asked to wait, it goes on until it is stopped and gives what it has.
std::vector<Algorithm> demoAlgorithms();

} // namespace cuntu::test
