// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plugin/plugin_host.h"

namespace cuntu::test {

/// The host's registry with one made-up programme: works with a life cycle of three steps, the share of them that is
/// done, and an overlay of done and left. What tests/data/small_county is imported with.
LoadedPlugins demoPlugins();

} // namespace cuntu::test
