// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/import_profile.h"

#include <gtest/gtest.h>

namespace cuntu {
namespace {

using namespace Qt::StringLiterals;

ImportProfile example()
{
    ImportProfile profile;
    profile.id = u"月报"_s;
    profile.name = {u"月报"_s, u"monthly"_s};
    profile.role = u"settlements"_s;
    profile.encoding = u"GBK"_s;
    profile.crs = u"EPSG:4490"_s;
    profile.fieldMap = {{u"name"_s, u"湾子"_s}};
    profile.rules.keep = {{u"类别"_s, {u"村"_s, u"组"_s}}};
    profile.rules.words = {{u"@status"_s, {{u"好了"_s, u"ACCEPTED"_s}}}};
    profile.rules.constants = {{u"kind"_s, u"村"_s}};
    profile.headings = {u"湾子"_s, u"类别"_s};
    return profile;
}

TEST(ImportProfile, IsTheSameAfterJson)
{
    const auto read = ImportProfile::fromJson(example().toJson().toUtf8());
    ASSERT_TRUE(read) << read.error().toText().toStdString();
    EXPECT_EQ(*read, example());
}

TEST(ImportProfile, RefusesWhatIsNone)
{
    for (const char *text :
         {"", "[]", "{", "{\"format\":\"other\"}", "{\"format\":\"cuntu import profile\",\"version\":1}",
          "{\"format\":\"cuntu import profile\",\"version\":99,\"id\":\"a\",\"role\":\"b\"}",
          "{\"format\":\"cuntu import profile\",\"id\":\"a\",\"role\":\"b\",\"fields\":[1]}",
          "{\"format\":\"cuntu import profile\",\"id\":\"a\",\"role\":\"b\",\"keep\":{\"x\":\"y\"}}"}) {
        const auto read = ImportProfile::fromJson(text);
        ASSERT_FALSE(read) << text;
        EXPECT_EQ(read.error().code, ErrorCode::Unreadable);
    }
}

TEST(ImportProfile, TheOneWithMostHeadingsThatFitsIsChosen)
{
    ImportProfile narrow = example();
    ImportProfile wide = example();
    wide.id = u"宽"_s;
    wide.headings << u"户数"_s;
    ImportProfile any = example();
    any.headings.clear();
    const std::vector<ImportProfile> profiles{any, narrow, wide};
    const auto columns = [](const QStringList &headings) {
        std::vector<SourceColumn> result;
        for (const QString &heading : headings) {
            result.push_back({heading, {}, FieldType::Text});
        }
        return result;
    };
    EXPECT_EQ(profileFor(profiles, columns({u"户数(户)"_s, u"类别"_s, u"湾子"_s, u"备注"_s}))->id, u"宽"_s);
    EXPECT_EQ(profileFor(profiles, columns({u"类别"_s, u"湾子"_s}))->id, u"月报"_s);
    EXPECT_EQ(profileFor(profiles, columns({u"类别"_s})), nullptr);
}

} // namespace
} // namespace cuntu
