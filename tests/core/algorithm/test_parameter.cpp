// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/algorithm/parameter.h"

#include <gtest/gtest.h>

#include <stdexcept>

namespace cuntu {
namespace {

using Given = QMap<QString, QString>;

Parameter declare(const char16_t *id, ParameterType type, const char16_t *defaultValue = u"")
{
    Parameter parameter;
    parameter.id = QString::fromUtf16(id);
    parameter.type = type;
    parameter.defaultValue = QString::fromUtf16(defaultValue);
    return parameter;
}

/// One of each kind, as an algorithm would declare them.
std::vector<Parameter> declared()
{
    Parameter distance = declare(u"max_distance", ParameterType::Number, u"1000");
    distance.unit = QStringLiteral("m");
    distance.min = 0;
    distance.max = 50000;
    Parameter households = declare(u"min_households", ParameterType::Integer, u"25");
    households.unit = QStringLiteral("户");
    households.min = 1;
    Parameter surface = declare(u"surface", ParameterType::Choice, u"CEMENT");
    surface.choices = {
        {QStringLiteral("CEMENT"), {QStringLiteral("水泥"), QStringLiteral("Cement")}, {}},
        {QStringLiteral("ASPHALT"), {QStringLiteral("沥青"), QStringLiteral("Asphalt")}, {QStringLiteral("柏油")}}};
    Parameter layer = declare(u"layer", ParameterType::Layer);
    layer.required = true;
    return {distance,
            households,
            surface,
            layer,
            declare(u"livable_only", ParameterType::Boolean, u"yes"),
            declare(u"since", ParameterType::Date),
            declare(u"share", ParameterType::Number)};
}

Result<ParameterValues> parse(Given given)
{
    if (!given.contains(QStringLiteral("layer"))) {
        given.insert(QStringLiteral("layer"), QStringLiteral("settlements"));
    }
    return ParameterValues::parse(declared(), given);
}

Result<ParameterValues> parse(const char16_t *id, const char16_t *text)
{
    return parse({{QString::fromUtf16(id), QString::fromUtf16(text)}});
}

TEST(Parameter, DefaultsAreFilledIn)
{
    const auto values = parse({});
    ASSERT_TRUE(values);
    EXPECT_EQ(values->number(QStringLiteral("max_distance")), 1000);
    EXPECT_EQ(values->integer(QStringLiteral("min_households")), 25);
    EXPECT_EQ(values->number(QStringLiteral("min_households")), 25);
    EXPECT_EQ(values->text(QStringLiteral("surface")), QStringLiteral("CEMENT"));
    EXPECT_EQ(values->text(QStringLiteral("layer")), QStringLiteral("settlements"));
    EXPECT_TRUE(values->boolean(QStringLiteral("livable_only")));
    EXPECT_FALSE(values->date(QStringLiteral("since")));
    EXPECT_FALSE(values->isGiven(QStringLiteral("share")));
    EXPECT_TRUE(values->isGiven(QStringLiteral("surface")));
}

TEST(Parameter, NumbersMayCarryTheirUnitOrOneThatConverts)
{
    const auto metres = [](const char16_t *text) {
        const auto values = parse(u"max_distance", text);
        return values ? values->number(QStringLiteral("max_distance")) : -1.0;
    };
    EXPECT_EQ(metres(u"800"), 800);
    EXPECT_EQ(metres(u"800 m"), 800);
    EXPECT_EQ(metres(u"800米"), 800);
    EXPECT_EQ(metres(u"0.8 km"), 800);
    EXPECT_EQ(metres(u"０．８公里"), 800);
    EXPECT_EQ(metres(u"1e3m"), 1000);
    EXPECT_EQ(metres(u"800 kW"), -1);
    EXPECT_EQ(metres(u"800 户"), -1);
    EXPECT_EQ(metres(u"km"), -1);
    const auto households = parse(u"min_households", u"20户");
    ASSERT_TRUE(households);
    EXPECT_EQ(households->integer(QStringLiteral("min_households")), 20);
}

TEST(Parameter, RefusesWhatDoesNotFit)
{
    EXPECT_EQ(parse(u"max_distance", u"60 km").error().code, ErrorCode::OutOfRange);
    EXPECT_EQ(parse(u"max_distance", u"-1").error().code, ErrorCode::OutOfRange);
    EXPECT_EQ(parse(u"max_distance", u"far").error().code, ErrorCode::Invalid);
    EXPECT_EQ(parse(u"max_distance", u"inf").error().code, ErrorCode::Invalid);
    EXPECT_EQ(parse(u"min_households", u"0").error().code, ErrorCode::OutOfRange);
    EXPECT_EQ(parse(u"min_households", u"20.5").error().code, ErrorCode::Invalid);
    EXPECT_EQ(parse(u"surface", u"gravel").error().code, ErrorCode::Invalid);
    EXPECT_EQ(parse(u"livable_only", u"perhaps").error().code, ErrorCode::Invalid);
    EXPECT_EQ(parse(u"since", u"2018").error().code, ErrorCode::Invalid) << "a year is not a day";
    EXPECT_EQ(parse(u"since", u"2018-02-30").error().code, ErrorCode::Invalid);
    EXPECT_TRUE(parse(u"max_distance", u"50 km")) << "limits are inclusive";
}

TEST(Parameter, ErrorsSayWhatWouldFit)
{
    const Error range = parse(u"max_distance", u"60 km").error();
    EXPECT_TRUE(range.sentence.contains(QStringLiteral("max_distance"))) << range.sentence.toStdString();
    EXPECT_TRUE(range.advice.contains(QStringLiteral("50000 m"))) << range.advice.toStdString();
    const Error choice = parse(u"surface", u"gravel").error();
    EXPECT_TRUE(choice.advice.contains(QStringLiteral("CEMENT, ASPHALT"))) << choice.advice.toStdString();
}

TEST(Parameter, UnknownIdsNameTheNearestOne)
{
    const Error slip = parse(u"min-houshold", u"20").error();
    EXPECT_EQ(slip.code, ErrorCode::Misused);
    EXPECT_TRUE(slip.advice.contains(QStringLiteral("min_households"))) << slip.advice.toStdString();
    const Error other = parse(u"xyzzy", u"20").error();
    EXPECT_TRUE(other.advice.contains(QStringLiteral("max_distance, min_households"))) << other.advice.toStdString();
}

TEST(Parameter, MissingRequiredOnesAreNamed)
{
    const auto values = ParameterValues::parse(declared(), {});
    ASSERT_FALSE(values);
    EXPECT_EQ(values.error().code, ErrorCode::NotFound);
    EXPECT_TRUE(values.error().sentence.contains(QStringLiteral("layer")));
    EXPECT_EQ(parse(u"layer", u"  ").error().code, ErrorCode::NotFound) << "a blank is none";
}

TEST(Parameter, ChoicesGoByIdNameOrSynonym)
{
    for (const char16_t *word : {u"ASPHALT", u"沥青", u"Asphalt", u"柏油"}) {
        const auto values = parse(u"surface", word);
        ASSERT_TRUE(values);
        EXPECT_EQ(values->text(QStringLiteral("surface")), QStringLiteral("ASPHALT"));
    }
}

TEST(Parameter, ValuesAreKeptInOneFormAndParseAgain)
{
    const auto values = parse({{QStringLiteral("since"), QStringLiteral("2018年6月30日")},
                               {QStringLiteral("livable_only"), QStringLiteral("否")},
                               {QStringLiteral("share"), QStringLiteral("0.1")},
                               {QStringLiteral("surface"), QStringLiteral("柏油")}});
    ASSERT_TRUE(values);
    const Given expected{{QStringLiteral("layer"), QStringLiteral("settlements")},
                         {QStringLiteral("livable_only"), QStringLiteral("false")},
                         {QStringLiteral("max_distance"), QStringLiteral("1000")},
                         {QStringLiteral("min_households"), QStringLiteral("25")},
                         {QStringLiteral("share"), QStringLiteral("0.1")},
                         {QStringLiteral("since"), QStringLiteral("2018-06-30")},
                         {QStringLiteral("surface"), QStringLiteral("ASPHALT")}};
    EXPECT_EQ(values->all(), expected);
    const auto again = ParameterValues::parse(declared(), values->all());
    ASSERT_TRUE(again);
    EXPECT_EQ(again->all(), expected);
    EXPECT_EQ(again->date(QStringLiteral("since")), Day::fromIso(u"2018-06-30"));
}

TEST(Parameter, AskingForWhatWasNotDeclaredIsABug)
{
    const auto values = parse({});
    ASSERT_TRUE(values);
    EXPECT_THROW(values->number(QStringLiteral("no_such")), std::logic_error);
    EXPECT_THROW(values->isGiven(QStringLiteral("no_such")), std::logic_error);
    EXPECT_THROW(values->boolean(QStringLiteral("max_distance")), std::logic_error);
    EXPECT_THROW(values->integer(QStringLiteral("max_distance")), std::logic_error);
    EXPECT_THROW(values->number(QStringLiteral("share")), std::logic_error);
}

} // namespace
} // namespace cuntu
