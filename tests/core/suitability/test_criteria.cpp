// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/suitability/criterion_spec.h"

#include <gtest/gtest.h>

using namespace Qt::Literals::StringLiterals;

namespace cuntu {
namespace {

using Cells = QMap<QString, QString>;

TEST(CriterionSpec, IsReadFromARow)
{
    const auto walk = CriterionSpec::fromRow({{u"id"_s, u"school"_s},
                                              {u"name_zh"_s, u"到小学步行"_s},
                                              {u"name_en"_s, u"Walk to school"_s},
                                              {u"measure"_s, u"walk"_s},
                                              {u"layer"_s, u"places"_s},
                                              {u"where"_s, u"kind=school|college"_s},
                                              {u"curve"_s, u"linear 0=1 60=0"_s},
                                              {u"weight"_s, u"2"_s},
                                              {u"most"_s, u"0.4"_s},
                                              {u"optional"_s, u"yes"_s}});
    ASSERT_TRUE(walk) << walk.error().toText().toStdString();
    EXPECT_FALSE(walk->isExclusion);
    EXPECT_EQ(walk->unit(), u"min"_s);
    EXPECT_EQ(walk->whereField, u"kind"_s);
    EXPECT_EQ(walk->whereValues, (QStringList{u"school"_s, u"college"_s}));
    EXPECT_EQ(walk->weight, 2);
    EXPECT_EQ(walk->mostWeight, 0.4);
    EXPECT_TRUE(walk->mayBeMissing);
    const auto steep = CriterionSpec::fromRow(
        {{u"id"_s, u"steep"_s}, {u"role"_s, u"exclusion"_s}, {u"measure"_s, u"slope"_s}, {u"limit"_s, u"> 25"_s}});
    ASSERT_TRUE(steep);
    EXPECT_TRUE(steep->isAbove);
    EXPECT_EQ(steep->limit, 25);
}

TEST(CriterionSpec, SaysWhatIsWrongWithARow)
{
    const Cells good{{u"id"_s, u"slope"_s}, {u"measure"_s, u"slope"_s}, {u"curve"_s, u"linear 0=1 25=0"_s}};
    ASSERT_TRUE(CriterionSpec::fromRow(good));
    const std::vector<std::pair<QString, QString>> bad{
        {u"id"_s, u"Slope 1"_s},   {u"id"_s, u""_s},        {u"measure"_s, u"steepness"_s},
        {u"measure"_s, u"walk"_s}, {u"curve"_s, u"down"_s}, {u"weight"_s, u"-1"_s},
        {u"least"_s, u"2"_s},      {u"role"_s, u"judge"_s}, {u"where"_s, u"school"_s}};
    for (const auto &[heading, text] : bad) {
        Cells cells = good;
        cells[heading] = text;
        const auto spec = CriterionSpec::fromRow(cells);
        ASSERT_FALSE(spec) << heading.toStdString() << " " << text.toStdString();
        EXPECT_EQ(spec.error().code, ErrorCode::Invalid);
    }
    EXPECT_FALSE(CriterionSpec::fromRow(
        {{u"id"_s, u"steep"_s}, {u"role"_s, u"exclusion"_s}, {u"measure"_s, u"slope"_s}, {u"limit"_s, u"25"_s}}));
}

} // namespace
} // namespace cuntu
