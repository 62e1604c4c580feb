// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/algorithm/unit.h"
#include "core/base/text.h"

#include <gtest/gtest.h>

namespace cuntu {
namespace {

using namespace Qt::StringLiterals;

TEST(UnitText, RaisesPowersInBothLanguages)
{
    const Language before = language();
    for (const Language each : {Language::Chinese, Language::English}) {
        setLanguage(each);
        EXPECT_EQ(unitText(u"m2"_s), u"m²"_s);
        EXPECT_EQ(unitText(u"m3/d"_s), u"m³/d"_s);
        EXPECT_EQ(unitText(u"km"_s), u"km"_s);
        EXPECT_EQ(unitText({}), QString());
    }
    EXPECT_EQ(unitText(u"元/m2"_s), u"yuan/m²"_s);
    setLanguage(before);
}

} // namespace
} // namespace cuntu
