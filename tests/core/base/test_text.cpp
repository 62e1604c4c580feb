// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"

#include "core/schema/field.h"

#include <gtest/gtest.h>

namespace cuntu {
namespace {

TEST(Text, NormalisesWidthAndSpace)
{
    EXPECT_EQ(normalised(u"　户数（户）　１２ "), QStringLiteral("户数(户) 12"));
}

TEST(Text, ReadsNumbersAsPeopleTypeThem)
{
    EXPECT_EQ(parseNumber(u"１２．５"), 12.5);
    EXPECT_EQ(parseNumber(u"1,234"), 1234);
    EXPECT_FALSE(parseNumber(u"12户"));
    EXPECT_FALSE(parseNumber(u"不详"));
    EXPECT_FALSE(parseNumber(u"inf"));
}

TEST(Text, ReadsYesAndNo)
{
    EXPECT_EQ(parseYesNo(u"是"), true);
    EXPECT_EQ(parseYesNo(u"否"), false);
    EXPECT_FALSE(parseYesNo(u"可能"));
}

TEST(Masking, HidesWhatIdentifiesAPerson)
{
    EXPECT_EQ(masked(QStringLiteral("361126195607031570"), Personal::IdNumber), QStringLiteral("361126********1570"));
    EXPECT_EQ(masked(QStringLiteral("张三丰"), Personal::Name), QStringLiteral("张**"));
    EXPECT_EQ(masked(QStringLiteral("13812345678"), Personal::Phone), QStringLiteral("138****5678"));
    EXPECT_EQ(masked(QStringLiteral("12345"), Personal::IdNumber), QStringLiteral("*****"));
    EXPECT_TRUE(masked(QStringLiteral("因病"), Personal::Sensitive).isEmpty());
}

} // namespace
} // namespace cuntu
