// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plugins/water/declare.h"
#include "plugins/water/survey.h"
#include "tests/plugins/support/small_county.h"

namespace cuntu::water {

using test::day;
using test::Fields;

/// The host's layers and everything that the plugin contributes.
inline const Registry &wholeRegistry()
{
    static const Registry registry = test::registryWith(addAll);
    return registry;
}

/// A county of which the water is known.
class SmallCounty : public test::SmallCounty {
public:
    SmallCounty() : test::SmallCounty(wholeRegistry(), id(k_programme)) {}

    /// The survey of the settlements, or of the households.
    Survey surveyed(Per per = Per::Settlements, const char *iso = "2020-06-30") const
    {
        Rule rule;
        rule.per = per;
        rule.ruleSet = RuleSet().code;
        return *survey(*this, rule, day(iso), JobContext());
    }
};

} // namespace cuntu::water
