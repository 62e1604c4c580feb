// SPDX-License-Identifier: GPL-3.0-or-later
// A header of the host that is not part of the interface must not be found.
#include "core/plugin/guard.h"
