// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/style/legend_text.h"
#include "maps/style/style.h"

#include <gtest/gtest.h>

#include <cmath>

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
