// SPDX-License-Identifier: GPL-3.0-or-later
// A function that nobody defines must stop the linker, not the user.
#include "core/plugin/plugin.h"

int nobodyDefinesThis();

int callIt()
{
    return nobodyDefinesThis();
}
