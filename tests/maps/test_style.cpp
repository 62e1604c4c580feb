// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/style/legend_text.h"
#include "maps/style/style.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>
#include <set>

namespace cuntu {
namespace {

LayerStyle fullStyle()
{
    LayerStyle style;
    style.kind = LayerStyle::Kind::Categorised;
    style.field = QStringLiteral("kind");
    style.minScale = 50000;
    style.opacity = 0.5;
    style.symbol.casing = QColor(1, 2, 3, 77);
    style.symbol.casingWidth_mm = 1.25;
    style.symbol.shape = MarkerShape::Diamond;
    style.symbol.marking = Marking::Crossed;
    StyleClass entry;
    entry.symbol = style.symbol;
    entry.symbol.fill = QColor(0x12, 0x34, 0x56);
    entry.label = QStringLiteral("硬化");
    entry.value = QStringLiteral("CEMENT");
    style.classes = {entry, StyleClass{}};
    style.label.field = QStringLiteral("name");
    style.label.priority = 7;
    style.label.halo = QColor();
    style.label.minScale = 25000;
    return style;
}

TEST(Style, SurvivesJson)
{
    const LayerStyle style = fullStyle();
    const auto read = LayerStyle::fromJson(style.toJson());
    ASSERT_TRUE(read) << read.error().toText().toStdString();
    EXPECT_EQ(*read, style);
    EXPECT_EQ(read->toJson(), style.toJson());
}

TEST(Style, GraduatedSurvivesJson)
{
    LayerStyle style;
    style.kind = LayerStyle::Kind::Graduated;
    style.field = QStringLiteral("households");
    style.classes.resize(2);
    style.classes[0].from = -0.1;
    style.classes[0].to = 1.0 / 3;
    const auto read = LayerStyle::fromJson(style.toJson());
    ASSERT_TRUE(read);
    EXPECT_EQ(*read, style);
}

TEST(Style, TakesShortJsonAndLetsClassesInheritTheSymbol)
{
    const auto style = LayerStyle::fromJson(QStringLiteral(
        R"({"kind":"categorised","field":"k","symbol":{"size_mm":5},"classes":[{"value":"A","symbol":{"fill":"#ff0000"}}]})"));
    ASSERT_TRUE(style) << style.error().toText().toStdString();
    EXPECT_EQ(style->classes.at(0).symbol.size_mm, 5);
    EXPECT_EQ(style->classes.at(0).symbol.fill, QColor(255, 0, 0));
}

TEST(Style, LabelsOnLeadersAndStandingOnesSurviveJson)
{
    const auto read = LayerStyle::fromJson(QStringLiteral(R"({"label":{"field":"name"}})"));
    ASSERT_TRUE(read);
    EXPECT_FALSE(read->label.leader);
    EXPECT_EQ(read->label.vertical, LabelStyle::Vertical::Automatic);
    LayerStyle style;
    style.label.leader = true;
    style.label.vertical = LabelStyle::Vertical::Never;
    EXPECT_EQ(*LayerStyle::fromJson(style.toJson()), style);
    const auto wrong = LayerStyle::fromJson(QStringLiteral(R"({"label":{"vertical":"often"}})"));
    ASSERT_FALSE(wrong);
    EXPECT_TRUE(wrong.error().sentence.contains(QStringLiteral("label.vertical")))
        << wrong.error().sentence.toStdString();
}

TEST(Style, SaysWhatIsWrong)
{
    const auto broken = [](const char *json) {
        const auto style = LayerStyle::fromJson(QString::fromUtf8(json));
        return style ? QString() : style.error().toText();
    };
    EXPECT_TRUE(broken("not json").contains(QStringLiteral("not a layer style")));
    EXPECT_TRUE(broken(R"({"opacity":2})").contains(QStringLiteral("opacity")));
    EXPECT_TRUE(broken(R"({"kind":"pie"})").contains(QStringLiteral("kind")));
    EXPECT_TRUE(broken(R"({"symbol":{"fill":"reddish"}})").contains(QStringLiteral("symbol.fill")));
    EXPECT_TRUE(broken(R"({"kind":"categorised","classes":[{"symbol":{"size_mm":"big"}}]})")
                    .contains(QStringLiteral("classes[0].symbol.size_mm")));
    EXPECT_TRUE(broken(R"({"kind":"categorised","classes":[7]})").contains(QStringLiteral("classes[0]")));
    EXPECT_TRUE(broken("[]").contains(QStringLiteral("not a layer style")));
}

TEST(Style, NamesTheFieldsItNeeds)
{
    EXPECT_EQ(fullStyle().fields(), (QStringList{QStringLiteral("kind"), QStringLiteral("name")}));
    EXPECT_TRUE(LayerStyle().fields().isEmpty());
}

TEST(Style, DefaultDoesNotLabelPersonalNames)
{
    LayerSchema schema;
    schema.geometry = GeometryType::Point;
    schema.nameField = QStringLiteral("head");
    Field head;
    head.id = QStringLiteral("head");
    head.personal = Personal::Name;
    schema.fields = {head};
    EXPECT_TRUE(defaultStyle(schema, 0).label.field.isEmpty());
    schema.fields[0].personal = Personal::No;
    EXPECT_EQ(defaultStyle(schema, 0).label.field, QStringLiteral("head"));
    EXPECT_NE(defaultStyle(schema, 0).symbol.fill, defaultStyle(schema, 1).symbol.fill);
}

TEST(ClassBounds, EqualIntervalsAndQuantiles)
{
    const std::vector<double> values{0, 1, 2, 3, 100, std::nan("")};
    EXPECT_EQ(classBounds(values, 2, Classification::EqualInterval), (std::vector<double>{0, 50, 100}));
    EXPECT_EQ(classBounds(values, 2, Classification::Quantile), (std::vector<double>{0, 2, 100}));
}

TEST(ClassBounds, FewerWhereValuesCoincide)
{
    EXPECT_EQ(classBounds({5, 5, 5, 5, 9}, 4, Classification::Quantile), (std::vector<double>{5, 9}));
    EXPECT_EQ(classBounds({5, 5}, 3, Classification::EqualInterval), (std::vector<double>{5, 5}));
    EXPECT_TRUE(classBounds({std::nan("")}, 3, Classification::EqualInterval).empty());
    EXPECT_TRUE(classBounds({1, 2}, 0, Classification::Quantile).empty());
}

/// Sum of squares about the means of the classes that @p bounds make.
double sumWithin(const std::vector<double> &values, const std::vector<double> &bounds)
{
    double total = 0;
    for (std::size_t i = 0; i + 1 < bounds.size(); ++i) {
        std::vector<double> own;
        for (const double value : values) {
            if (value >= bounds[i] && (value < bounds[i + 1] || i + 2 == bounds.size())) {
                own.push_back(value);
            }
        }
        double mean = 0;
        for (const double value : own) {
            mean += value / static_cast<double>(own.size());
        }
        for (const double value : own) {
            total += (value - mean) * (value - mean);
        }
    }
    return total;
}

/// The least of it over all ways to cut @p sorted into @p count classes.
double leastWithin(const std::vector<double> &sorted, std::vector<double> bounds, std::size_t from, int count)
{
    if (count == 1) {
        bounds.push_back(sorted.back());
        return sumWithin(sorted, bounds);
    }
    double least = std::numeric_limits<double>::infinity();
    for (std::size_t i = from + 1; i < sorted.size(); ++i) {
        if (sorted[i] > sorted[i - 1]) {
            std::vector<double> more = bounds;
            more.push_back(sorted[i]);
            least = std::min(least, leastWithin(sorted, more, i, count - 1));
        }
    }
    return least;
}

TEST(ClassBounds, NaturalBreaksAreTheBestCut)
{
    std::mt19937 random(7);
    for (int round = 0; round < 200; ++round) {
        std::vector<double> values(4 + random() % 9);
        for (double &value : values) {
            value = 1e6 + static_cast<double>(random() % 40);
        }
        std::sort(values.begin(), values.end());
        if (std::set<double>(values.begin(), values.end()).size() < 4) {
            continue;
        }
        for (int count = 2; count <= 4; ++count) {
            const std::vector<double> bounds = classBounds(values, count, Classification::NaturalBreaks);
            ASSERT_EQ(bounds.size(), static_cast<std::size_t>(count) + 1);
            EXPECT_NEAR(sumWithin(values, bounds), leastWithin(values, {values.front()}, 0, count), 1e-6);
        }
    }
    EXPECT_EQ(classBounds({1, 1, 2, 2}, 5, Classification::NaturalBreaks), (std::vector<double>{1, 2, 2}));
    EXPECT_EQ(classBounds({3, 3}, 5, Classification::NaturalBreaks), (std::vector<double>{3, 3}));
}

TEST(ClassBounds, RoundNumbersHoldAllValues)
{
    EXPECT_EQ(classBounds({3, 97}, 5, Classification::RoundNumbers), (std::vector<double>{0, 20, 40, 60, 80, 100}));
    EXPECT_EQ(classBounds({-0.3, 0.42}, 4, Classification::RoundNumbers).size(), 6U); // -0.4 to 0.6
    std::mt19937 random(3);
    for (int round = 0; round < 500; ++round) {
        const double a = std::ldexp(static_cast<double>(random()) - 2e9, static_cast<int>(random() % 60) - 40);
        const double b = a + std::ldexp(1.0 + static_cast<double>(random()), static_cast<int>(random() % 60) - 40);
        const int count = 2 + static_cast<int>(random() % 8);
        if (!(a < b)) {
            continue;
        }
        const std::vector<double> bounds = classBounds({a, b}, count, Classification::RoundNumbers);
        ASSERT_GE(bounds.size(), 2U);
        EXPECT_LE(bounds.front(), a);
        EXPECT_GE(bounds.back(), b);
        EXPECT_LE(bounds.size(), static_cast<std::size_t>(2 * count) + 3);
    }
}

TEST(LegendText, UsesLabelChoiceNameOrBounds)
{
    LayerSchema schema;
    Field field;
    field.id = QStringLiteral("kind");
    field.unit = QStringLiteral("km");
    field.choices = {{QStringLiteral("A"), {QStringLiteral("甲"), QStringLiteral("first")}, {}}};
    schema.fields = {field};
    LayerStyle style;
    style.field = QStringLiteral("kind");
    style.kind = LayerStyle::Kind::Categorised;
    style.classes.resize(2);
    style.classes[0].value = QStringLiteral("A");
    EXPECT_EQ(classText(style, 0, schema), schema.fields[0].choices[0].name.toString());
    EXPECT_EQ(classText(style, 1, schema), QStringLiteral("others"));
    style.kind = LayerStyle::Kind::Graduated;
    style.classes[0].from = 0.5;
    style.classes[0].to = 12;
    EXPECT_EQ(classText(style, 0, schema), QStringLiteral("0.5 – 12 km"));
    style.classes[0].label = QStringLiteral("short");
    EXPECT_EQ(classText(style, 0, schema), QStringLiteral("short"));
}

} // namespace
} // namespace cuntu
