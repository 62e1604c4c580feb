// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plugin/registry.h"

namespace cuntu {

/// Puts a guard around every function of @p draft: an exception becomes Error{PluginFailed} that names @p plugin and
/// the thing whose function it is; after three of them in a session the function is not called any more and answers
/// with an Error that says so. Row checks, which return nothing, add a warning to the row instead. The guarded
/// functions may be called from several threads at once.
void guardCallbacks(Registry &draft, const QString &plugin);

} // namespace cuntu
