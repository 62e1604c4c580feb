// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plugins/photovoltaic/declare.h"
#include "tests/plugins/support/small_county.h"

namespace cuntu::photovoltaic {

using test::day;
using test::Fields;

/// The host's layers and everything that the plugin contributes.
inline const Registry &wholeRegistry()
{
    static const Registry registry = test::registryWith(addAll);
    return registry;
}

/// A county of which the stations are known.
class SmallCounty : public test::SmallCounty {
public:
    SmallCounty() : test::SmallCounty(wholeRegistry(), id(k_programme)) {}
};

} // namespace cuntu::photovoltaic
