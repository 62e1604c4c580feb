// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/areas/area_tree.h"

#include <gtest/gtest.h>

namespace cuntu {
namespace {

QString parsed(const char16_t *text)
{
    const auto code = AreaCode::parse(QStringView(text));
    return code ? code->toString() : QStringLiteral("(none)");
}

TEST(AreaCode, TellsLevelsByTheirDigits)
{
    EXPECT_EQ(AreaCode::parse(u"361126")->level(), AreaLevel::County);
    EXPECT_EQ(AreaCode::parse(u"361126001")->level(), AreaLevel::Township);
    EXPECT_EQ(AreaCode::parse(u"361126001002")->level(), AreaLevel::Village);
    EXPECT_EQ(AreaCode::parse(u"361126 001 002")->toString(), QStringLiteral("361126001002"));
    EXPECT_EQ(AreaCode::parse(u"'361126001002")->toString(), QStringLiteral("361126001002"));
}

TEST(AreaCode, ZerosAtTheEndNameTheHigherArea)
{
    EXPECT_EQ(parsed(u"361126001000"), QStringLiteral("361126001"));
    EXPECT_EQ(parsed(u"361126000000"), QStringLiteral("361126"));
    EXPECT_EQ(parsed(u"361126000"), QStringLiteral("361126"));
}

TEST(AreaCode, IsReadAsTablesWriteIt)
{
    EXPECT_EQ(parsed(u" ３６１１２６００１００２ "), QStringLiteral("361126001002"));
    EXPECT_EQ(parsed(u"361126001002.0"), QStringLiteral("361126001002"));
}

TEST(AreaCode, RefusesWhatIsNoCode)
{
    for (const char16_t *text :
         {u"", u"3.61E+11", u"3.61126E+11", u"36112600100", u"3611260010021", u"36112600100A", u"双亭"}) {
        EXPECT_EQ(parsed(text), QStringLiteral("(none)")) << QString::fromUtf16(text).toStdString();
    }
}

TEST(AreaCode, KnowsWhatLiesInsideIt)
{
    const AreaCode village = *AreaCode::parse(u"361126001002");
    EXPECT_EQ(village.parent().toString(), QStringLiteral("361126001"));
    EXPECT_EQ(village.at(AreaLevel::County).toString(), QStringLiteral("361126"));
    EXPECT_EQ(village.at(AreaLevel::Village), village);
    EXPECT_TRUE(village.parent().covers(village));
    EXPECT_FALSE(village.covers(village.parent()));
    EXPECT_FALSE(AreaCode().covers(village));
    EXPECT_TRUE(AreaCode::parse(u"361126")->parent().isEmpty());
}

TEST(AreaLevel, RoundTripsThroughItsName)
{
    for (const AreaLevel level : {AreaLevel::County, AreaLevel::Township, AreaLevel::Village}) {
        EXPECT_EQ(areaLevelFromString(toString(level)), level);
    }
    EXPECT_FALSE(areaLevelFromString(u"province"));
}

} // namespace
} // namespace cuntu
