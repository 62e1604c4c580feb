// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/cli/verb.h"

namespace cuntu::cli {

/// As the others of verb.h.
void addEdit(CLI::App &app, Session &session, Action &action);

} // namespace cuntu::cli
