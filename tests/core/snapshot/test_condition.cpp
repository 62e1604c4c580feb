// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snapshot/condition.h"

#include "core/base/date.h"

#include <gtest/gtest.h>

namespace cuntu {
namespace {

using Comparison = Condition::Comparison;

Field field(const char *id, FieldType type)
{
    Field made;
    made.id = QString::fromLatin1(id);
    made.name = {made.id, made.id};
    made.type = type;
    if (type == FieldType::Choice) {
        made.choices = {{QStringLiteral("EARTH"), {QStringLiteral("土路"), QStringLiteral("Earth")}, {}},
                        {QStringLiteral("CEMENT"), {QStringLiteral("水泥"), QStringLiteral("Cement")}, {}}};
    }
    return made;
}

/// Five rows: a name, a count, a day, a choice; the last row is empty.
LayerSnapshot fiveRows()
{
    LayerSchema schema;
    schema.id = QStringLiteral("places");
    schema.fields = {field("name", FieldType::Text), field("count", FieldType::Integer),
                     field("since", FieldType::Date), field("surface", FieldType::Choice),
                     field("lit", FieldType::Boolean)};
    Column names(Column::Kind::Text);
    Column surfaces(Column::Kind::Text);
    Column counts;
    Column days;
    Column lit;
    const char *const called[] = {"上湾", "下湾", "Bridge", "bridgehead"};
    const char *const paved[] = {"EARTH", "CEMENT", "CEMENT", "EARTH"};
    for (int i = 0; i < 4; ++i) {
        names.appendText(called[i]);
        surfaces.appendText(paved[i]);
        counts.appendNumber(10 * (i + 1));
        days.appendNumber(Day::fromYmd(2018 + i, 6, 1)->number());
        lit.appendNumber(i % 2);
    }
    for (Column *column : {&names, &surfaces, &counts, &days, &lit}) {
        column->appendNull();
        column->finish();
    }
    auto ids = std::make_shared<std::vector<FeatureId>>();
    auto geometry = std::make_shared<PackedGeometry>();
    for (qint64 id = 1; id <= 5; ++id) {
        ids->push_back(FeatureId{id});
        geometry->append({});
    }
    geometry->finish();
    const auto share = [](Column &column) { return std::make_shared<const Column>(std::move(column)); };
    return {schema,
            {},
            1,
            ids,
            geometry,
            {{QStringLiteral("name"), share(names)},
             {QStringLiteral("count"), share(counts)},
             {QStringLiteral("since"), share(days)},
             {QStringLiteral("surface"), share(surfaces)},
             {QStringLiteral("lit"), share(lit)}}};
}

std::vector<std::uint32_t> rows(const char *fieldId, Comparison comparison, const char *operand = "")
{
    const auto found =
        rowsWhere(fiveRows(), {{QString::fromLatin1(fieldId), comparison, QString::fromUtf8(operand)}}, Match::All);
    EXPECT_TRUE(found) << found.error().toText().toStdString();
    return found.value_or(std::vector<std::uint32_t>());
}

using Rows = std::vector<std::uint32_t>;

TEST(Condition, TextIsComparedWithoutRegardToCase)
{
    EXPECT_EQ(rows("name", Comparison::Is, "BRIDGE"), Rows{2});
    EXPECT_EQ(rows("name", Comparison::Contains, "湾"), (Rows{0, 1}));
    EXPECT_EQ(rows("name", Comparison::BeginsWith, "bridge"), (Rows{2, 3}));
    EXPECT_EQ(rows("name", Comparison::IsNot, "上湾"), (Rows{1, 2, 3, 4})) << "nothing is not 上湾 either";
}

TEST(Condition, NumbersAndDaysAreComparedByValue)
{
    EXPECT_EQ(rows("count", Comparison::Less, "20"), Rows{0});
    EXPECT_EQ(rows("count", Comparison::AtMost, "２０"), (Rows{0, 1})) << "full-width digits";
    EXPECT_EQ(rows("count", Comparison::AtLeast, "3e1"), (Rows{2, 3}));
    EXPECT_EQ(rows("since", Comparison::More, "2019年6月1日"), (Rows{2, 3}));
    EXPECT_EQ(rows("since", Comparison::Is, "2018-06-01"), Rows{0});
}

TEST(Condition, ChoicesGoByTheirNamesAndYesByItsWords)
{
    EXPECT_EQ(rows("surface", Comparison::Is, "水泥"), (Rows{1, 2}));
    EXPECT_EQ(rows("surface", Comparison::Is, "Cement"), (Rows{1, 2}));
    EXPECT_EQ(rows("lit", Comparison::Is, "是"), (Rows{1, 3}));
}

TEST(Condition, NothingIsEmpty)
{
    for (const char *each : {"name", "count", "since", "surface", "lit"}) {
        EXPECT_EQ(rows(each, Comparison::IsEmpty), Rows{4}) << each;
        EXPECT_EQ(rows(each, Comparison::IsNotEmpty), (Rows{0, 1, 2, 3})) << each;
    }
}

TEST(Condition, AllOrAny)
{
    const std::vector<Condition> conditions{{QStringLiteral("count"), Comparison::More, QStringLiteral("15")},
                                            {QStringLiteral("lit"), Comparison::Is, QStringLiteral("no")}};
    EXPECT_EQ(rowsWhere(fiveRows(), conditions, Match::All).value(), Rows{2});
    EXPECT_EQ(rowsWhere(fiveRows(), conditions, Match::Any).value(), (Rows{0, 1, 2, 3}));
    EXPECT_EQ(rowsWhere(fiveRows(), {}, Match::Any).value().size(), 5u);
}

TEST(Condition, WhatCannotBeIsRefused)
{
    const auto refused = [](const char *fieldId, const char *operand) {
        return rowsWhere(fiveRows(), {{QString::fromLatin1(fieldId), Comparison::Is, QString::fromUtf8(operand)}},
                         Match::All)
            .error()
            .code;
    };
    EXPECT_EQ(refused("count", "many"), ErrorCode::Invalid);
    EXPECT_EQ(refused("since", "2019-02-30"), ErrorCode::Invalid);
    EXPECT_EQ(refused("surface", "ice"), ErrorCode::Invalid);
    EXPECT_EQ(refused("nothing", "x"), ErrorCode::Misused);
}

} // namespace
} // namespace cuntu
