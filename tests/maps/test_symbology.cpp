// SPDX-License-Identifier: GPL-3.0-or-later
#include "golden.h"
#include "map_fixture.h"
#include "maps/compose/legend.h"
#include "maps/qgis/look_file.h"
#include "maps/qgis/qml.h"
#include "maps/render/cluster.h"
#include "maps/render/hit_test.h"
#include "maps/render/row_classes.h"
#include "tests/support/scratch.h"

#include <QTransform>

#include <cmath>
#include <random>
#include <set>

namespace cuntu {
namespace {

using namespace test;
using namespace Qt::StringLiterals;
using Comparison = Condition::Comparison;

StyleClass rule(std::vector<Condition> conditions, const QColor &fill, Match match = Match::All)
{
    StyleClass made;
    made.symbol.fill = fill;
    made.symbol.stroke = QColor();
    made.conditions = std::move(conditions);
    made.match = match;
    return made;
}

/// Places with 0 to 49 households, every third one in the hills.
SnapshotBuilder places()
{
    SnapshotBuilder builder("places", GeometryType::Point);
    builder.number("households").text("land");
    for (int i = 0; i < 50; ++i) {
        builder.point(10 + 6 * i, 20 + (i * 37) % 200).cells({i, i % 3 == 0 ? "hills" : "plain"});
    }
    return builder;
}

LayerStyle threeRules()
{
    LayerStyle style;
    style.kind = LayerStyle::Kind::Rules;
    style.classes = {
        rule({{u"households"_s, Comparison::AtLeast, u"25"_s}, {u"land"_s, Comparison::Is, u"hills"_s}}, Qt::red),
        rule({{u"households"_s, Comparison::AtLeast, u"40"_s}, {u"households"_s, Comparison::Less, u"5"_s}}, Qt::green,
             Match::Any),
        rule({}, Qt::blue)};
    return style;
}

TEST(Rules, TheFirstThatFitsDraws)
{
    const RenderLayer layer = layerOf(places(), threeRules());
    const RowClasses classes(layer);
    for (std::size_t row = 0; row < 50; ++row) {
        const bool first = row >= 25 && row % 3 == 0;
        const bool second = row >= 40 || row < 5;
        EXPECT_EQ(classes.classOf(row), first ? 0 : second ? 1 : 2) << row;
    }
    const QImage image = pictureOf(mapOf({layer}));
    EXPECT_EQ(image.pixelColor(10 + 6 * 27, 240 - 20 - (27 * 37) % 200 - 1), QColor(Qt::red));
    EXPECT_EQ(image.pixelColor(10 + 6 * 2, 240 - 20 - (2 * 37) % 200 - 1), QColor(Qt::green));
}

TEST(Rules, WithoutOthersTheRestIsNotDrawn)
{
    LayerStyle style = threeRules();
    style.classes.pop_back();
    const RenderLayer layer = layerOf(places(), style);
    const RowClasses classes(layer);
    EXPECT_EQ(classes.classOf(10), RowClasses::k_none);
    EXPECT_EQ(classes.classOf(27), 0);
}

TEST(Rules, AreAskedAtTheirScalesOnly)
{
    LayerStyle style = threeRules();
    style.classes[0].minScale = 50000;  // from 1:50,000 in
    style.classes[1].maxScale = 100000; // out to 1:100,000 it takes none
    const RenderLayer layer = layerOf(places(), style);
    EXPECT_EQ(RowClasses(layer, 20000).classOf(27), 0);
    EXPECT_EQ(RowClasses(layer, 200000).classOf(27), 2) << "the others";
    EXPECT_EQ(RowClasses(layer, 200000).classOf(42), 1);
    EXPECT_EQ(RowClasses(layer, 20000).classOf(2), 2);
    EXPECT_EQ(RowClasses(layer).classOf(27), 0) << "whatever the scale";
}

TEST(Rules, NeitherNamesNorCatchesWhatTheyDoNotDraw)
{
    LayerStyle style = threeRules();
    style.classes = {style.classes[0]};
    style.label.field = u"land"_s;
    RenderRequest request = mapOf({layerOf(places(), style)});
    const auto seen = render(request, {});
    ASSERT_TRUE(seen);
    EXPECT_FALSE(seen->labels.empty());
    const Point place = request.layers[0].snapshot->geometry().points[27];
    EXPECT_TRUE(topFeatureAt(request, place, 2));
    request.layers[0].style.classes[0].minScale = 10; // this map is of a smaller scale
    EXPECT_TRUE(render(request, {})->labels.empty());
    EXPECT_FALSE(topFeatureAt(request, place, 2));
}

TEST(Rules, SayWhichFieldIsMissing)
{
    LayerStyle style = threeRules();
    style.classes[1].conditions[0].field = u"people"_s;
    const auto result = render(mapOf({layerOf(places(), style)}), {});
    ASSERT_TRUE(result);
    ASSERT_EQ(result->errors.size(), 1U);
    EXPECT_TRUE(result->errors[0].sentence.contains(u"people"_s));
}

TEST(Rules, SurviveJsonAndStandInTheLegend)
{
    LayerStyle style = threeRules();
    style.classes[0].minScale = 50000;
    style.classes[1].symbol.shape = MarkerShape::Text;
    style.classes[1].symbol.text = u"井"_s;
    style.classes[2].symbol.shape = MarkerShape::Picture;
    style.classes[2].symbol.picture = "<svg/>";
    style.classes[2].symbol.turn_deg = 30;
    style.sizeField = u"households"_s;
    style.sizeFull = 25;
    style.turnField = u"households"_s;
    const auto read = LayerStyle::fromJson(style.toJson());
    ASSERT_TRUE(read) << read.error().toText().toStdString();
    EXPECT_EQ(*read, style);
    EXPECT_EQ(style.fields(), (QStringList{u"households"_s, u"land"_s}));

    const auto legend = legendOf(mapOf({layerOf(places(), threeRules())}));
    ASSERT_EQ(legend.size(), 1U);
    ASSERT_EQ(legend[0].entries.size(), 3U);
    EXPECT_EQ(legend[0].entries[0].text, u"households ≥ 25 and land = hills"_s);
    EXPECT_EQ(legend[0].entries[0].count, 8U);
    EXPECT_EQ(legend[0].entries[2].text, u"others"_s);
}

TEST(Rules, GoToQgisAndBack)
{
    const Scratch scratch;
    SnapshotBuilder builder = places();
    LayerStyle style = threeRules();
    style.classes[0].minScale = 50000;
    style.classes[0].label = u"big in the hills"_s;
    const LayerSchema schema = builder.schema();
    ASSERT_TRUE(writeQml({schema, style}, scratch.path(u"rules.qml"_s)));
    const auto look = readLook(scratch.path(u"rules.qml"_s), schema);
    ASSERT_TRUE(look);
    ASSERT_EQ(look->style.kind, LayerStyle::Kind::Rules);
    ASSERT_EQ(look->style.classes.size(), 3U);
    for (std::size_t i = 0; i < 3; ++i) {
        EXPECT_EQ(look->style.classes[i].conditions, style.classes[i].conditions) << i;
        EXPECT_EQ(look->style.classes[i].minScale, style.classes[i].minScale) << i;
    }
    EXPECT_EQ(look->style.classes[1].match, Match::Any);
    EXPECT_EQ(look->style.classes[0].label, style.classes[0].label);
}

/// Random places, thick in one corner.
RenderLayer crowd(std::size_t count, unsigned seed)
{
    std::mt19937 random(seed);
    std::exponential_distribution<double> near(1.0 / 400);
    SnapshotBuilder builder("crowd", GeometryType::Point);
    for (std::size_t i = 0; i < count; ++i) {
        builder.point(near(random), near(random));
    }
    LayerStyle style;
    style.kind = LayerStyle::Kind::Cluster;
    style.radius_mm = 8;
    style.symbol.fill = QColor(0x1F, 0x78, 0xB4);
    return layerOf(std::move(builder), style);
}

TEST(Cluster, HoldsEachPointOnceAndLiesAmongItsPoints)
{
    for (unsigned seed = 1; seed <= 20; ++seed) {
        const RenderLayer layer = crowd(500, seed);
        const PackedGeometry &points = layer.snapshot->geometry();
        const auto joined = joinPoints(*layer.snapshot, 32, {});
        ASSERT_TRUE(joined);
        std::size_t held = 0;
        Point sum;
        std::set<std::uint32_t> rows;
        for (const Cluster &cluster : *joined) {
            held += cluster.count;
            sum.x += cluster.centre.x * cluster.count;
            sum.y += cluster.centre.y * cluster.count;
            rows.insert(cluster.row);
            const Point first = points.points[cluster.row];
            // A square and its neighbours reach no further.
            EXPECT_LT(std::hypot(first.x - cluster.centre.x, first.y - cluster.centre.y), 32 * 3);
            EXPECT_TRUE(cluster.count > 1 || first == cluster.centre);
        }
        EXPECT_EQ(held, points.size());
        EXPECT_EQ(rows.size(), joined->size());
        Point all;
        for (const Point &point : points.points) {
            all.x += point.x;
            all.y += point.y;
        }
        EXPECT_NEAR(sum.x, all.x, 1e-6 * all.x);
        EXPECT_NEAR(sum.y, all.y, 1e-6 * all.y);
    }
}

TEST(Cluster, TakesPositionsFarAway)
{
    SnapshotBuilder builder("far", GeometryType::Point);
    builder.point(1e300, -1e300).point(std::nan(""), 1).point(3, 4).point(3, 5);
    const auto joined = joinPoints(*builder.build(), 10, {});
    ASSERT_TRUE(joined);
    ASSERT_EQ(joined->size(), 2U) << "one has no position";
    EXPECT_EQ((*joined)[1].count, 2U);
}

TEST(Cluster, StandsStillWhileTheMapIsMoved)
{
    const RenderLayer layer = crowd(2000, 3);
    RenderRequest request = mapOf({layer});
    const QImage before = pictureOf(request);
    request.extent.centre.x += 40;
    const QImage after = pictureOf(request);
    EXPECT_TRUE(difference(before.copy(40, 0, 200, 240), after.copy(0, 0, 200, 240)).isSmall());
    EXPECT_NE(before, after);
}

TEST(Cluster, LooksAsItShould)
{
    EXPECT_TRUE(matchesGolden(pictureOf(mapOf({crowd(3000, 5)})), u"clusters"_s));
}

TEST(Cluster, GoesToQgisAndBack)
{
    const Scratch scratch;
    const RenderLayer layer = crowd(3, 1);
    ASSERT_TRUE(writeQml({layer.snapshot->schema(), layer.style}, scratch.path(u"cluster.qml"_s)));
    const auto look = readLook(scratch.path(u"cluster.qml"_s), layer.snapshot->schema());
    ASSERT_TRUE(look);
    EXPECT_EQ(look->style.kind, LayerStyle::Kind::Cluster);
    EXPECT_NEAR(look->style.radius_mm, 8, 1e-9);
}

std::size_t inked(const QImage &image, const QRect &where)
{
    std::size_t count = 0;
    for (int y = where.top(); y <= where.bottom(); ++y) {
        for (int x = where.left(); x <= where.right(); ++x) {
            count += image.pixelColor(x, y) != QColor(Qt::white) ? 1 : 0;
        }
    }
    return count;
}

TEST(DataDefined, AreaGoesByTheField)
{
    SnapshotBuilder builder("stations", GeometryType::Point);
    builder.number("kw");
    builder.point(60, 120).cells({100}).point(160, 120).cells({400}).point(260, 120).cells({0});
    builder.point(300, 20).cells({std::nan("")});
    LayerStyle style;
    style.symbol.size_mm = 6;
    style.symbol.stroke = QColor();
    style.sizeField = u"kw"_s;
    style.sizeFull = 100;
    const QImage image = pictureOf(mapOf({layerOf(builder, style)}));
    const auto small = static_cast<double>(inked(image, {20, 80, 80, 80}));
    const auto large = static_cast<double>(inked(image, {110, 60, 100, 120}));
    EXPECT_NEAR(small, M_PI * 12 * 12, 60);
    EXPECT_NEAR(large / small, 4, 0.35);
    EXPECT_EQ(inked(image, {215, 70, 90, 100}), 0U) << "nothing is not drawn";
}

TEST(DataDefined, DirectionGoesByTheField)
{
    SnapshotBuilder builder("flows", GeometryType::Point);
    builder.number("direction");
    builder.point(80, 120).cells({0}).point(240, 120).cells({90});
    LayerStyle style;
    style.symbol.shape = MarkerShape::Triangle;
    style.symbol.size_mm = 10;
    style.symbol.stroke = QColor();
    style.turnField = u"direction"_s;
    const QImage image = pictureOf(mapOf({layerOf(builder, style)}));
    const QImage up = image.copy(80 - 30, 119 - 30, 61, 61);
    const QImage right = image.copy(240 - 30, 119 - 30, 61, 61);
    EXPECT_GT(difference(up, right).share, 0.12);
    EXPECT_LT(difference(up.transformed(QTransform().rotate(90)), right).share, 0.08);
}

/// Sizes of some hundred steps, so that places are kept as a list; drawn the same with one symbol for all.
TEST(DataDefined, ManySymbolsDrawAsOneWhereTheyAreAlike)
{
    std::mt19937 random(11);
    std::uniform_real_distribution<double> anywhere(-20, 340);
    SnapshotBuilder builder("stations", GeometryType::Point);
    builder.text("class");
    LayerStyle many;
    many.kind = LayerStyle::Kind::Categorised;
    many.field = u"class"_s;
    for (int i = 0; i < 40; ++i) {
        StyleClass entry;
        entry.value = QString::number(i);
        entry.symbol.size_mm = 3;
        many.classes.push_back(entry);
    }
    for (int i = 0; i < 400; ++i) {
        builder.point(anywhere(random), anywhere(random)).cells({std::to_string(i % 40).c_str()});
    }
    // Forty classes as twenty layers of two, the bits' way.
    std::vector<RenderLayer> layers;
    const auto snapshot = builder.build();
    for (std::size_t i = 0; i < 40; i += 2) {
        RenderLayer layer;
        layer.snapshot = snapshot;
        layer.style = many;
        layer.style.classes = {many.classes[i], many.classes[i + 1]};
        layers.push_back(layer);
    }
    RenderLayer whole;
    whole.snapshot = snapshot;
    whole.style = many;
    for (const unsigned threads : {1U, 3U}) {
        RenderRequest one = mapOf({whole});
        RenderRequest apart = mapOf(layers);
        one.threads = apart.threads = threads;
        EXPECT_EQ(pictureOf(one), pictureOf(apart));
    }
}

TEST(DataDefined, GoesToQgisAndBack)
{
    const Scratch scratch;
    SnapshotBuilder builder = places();
    LayerStyle style;
    style.symbol.size_mm = 3.5;
    style.sizeField = u"households"_s;
    style.sizeFull = 25;
    style.turnField = u"households"_s;
    style.blend = Blend::Multiply;
    const LayerSchema schema = builder.schema();
    ASSERT_TRUE(writeQml({schema, style}, scratch.path(u"size.qml"_s)));
    const auto look = readLook(scratch.path(u"size.qml"_s), schema);
    ASSERT_TRUE(look);
    EXPECT_TRUE(look->leftOut.isEmpty()) << look->leftOut.join(u"; "_s).toStdString();
    EXPECT_EQ(look->style.sizeField, style.sizeField);
    EXPECT_EQ(look->style.sizeFull, style.sizeFull);
    EXPECT_EQ(look->style.turnField, style.turnField);
    EXPECT_EQ(look->style.blend, style.blend);
}

Symbol drop()
{
    Symbol symbol;
    symbol.shape = MarkerShape::Picture;
    symbol.size_mm = 10;
    symbol.fill = QColor(0, 114, 178);
    symbol.stroke = QColor(0, 60, 90);
    symbol.picture = R"svg(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 30"><path fill="param(fill)"
        stroke="param(outline)" d="M10 2 C14 10 18 14 18 20 A8 8 0 0 1 2 20 C2 14 6 10 10 2 Z"/></svg>)svg";
    return symbol;
}

TEST(Markers, PicturesAndLettersLookAsTheyShould)
{
    std::vector<RenderLayer> layers;
    Symbol turned = drop();
    turned.turn_deg = 45;
    Symbol letter;
    letter.shape = MarkerShape::Text;
    letter.text = u"井"_s;
    letter.size_mm = 8;
    letter.stroke = QColor(Qt::white);
    letter.fill = QColor(0xD5, 0x5E, 0x00);
    Symbol damaged = drop();
    damaged.picture = "no picture";
    int x = 40;
    for (const Symbol &symbol : {drop(), turned, letter, damaged}) {
        SnapshotBuilder builder(qPrintable(u"at%1"_s.arg(x)), GeometryType::Point);
        builder.point(x, 60);
        LayerStyle style;
        style.symbol = symbol;
        layers.push_back(layerOf(std::move(builder), style));
        x += 60;
    }
    const QImage image = pictureOf(mapOf(layers, {260, 120}));
    EXPECT_EQ(image.pixelColor(40, 65), QColor(0, 114, 178)) << "the colour is put in";
    EXPECT_TRUE(matchesGolden(image, u"picture_markers"_s));
}

/// One pixel of @p top over @p bottom, as the Recommendation's formulas have it for opaque colours.
QColor blended(const QColor &bottom, const QColor &top, Blend blend)
{
    const auto channel = [&](double b, double s) {
        switch (blend) {
        case Blend::Over:
            return s;
        case Blend::Multiply:
            return b * s;
        case Blend::Screen:
            return b + s - b * s;
        case Blend::Overlay:
            return b <= 0.5 ? 2 * b * s : 1 - 2 * (1 - b) * (1 - s);
        case Blend::Darken:
            return std::min(b, s);
        case Blend::Lighten:
            return std::max(b, s);
        }
        return s;
    };
    return QColor::fromRgbF(static_cast<float>(channel(bottom.redF(), top.redF())),
                            static_cast<float>(channel(bottom.greenF(), top.greenF())),
                            static_cast<float>(channel(bottom.blueF(), top.blueF())));
}

TEST(Blending, FollowsTheFormulas)
{
    const QColor bottom(200, 120, 40);
    const QColor top(90, 180, 230);
    for (const Blend blend :
         {Blend::Over, Blend::Multiply, Blend::Screen, Blend::Overlay, Blend::Darken, Blend::Lighten}) {
        SnapshotBuilder builder("areas", GeometryType::Polygon);
        builder.box({50, 50, 150, 150});
        LayerStyle style;
        style.symbol.fill = top;
        style.symbol.stroke = QColor();
        style.blend = blend;
        RenderRequest request = mapOf({layerOf(builder, style)});
        request.background = bottom;
        const QImage image = pictureOf(request);
        const QColor found = image.pixelColor(100, 140);
        const QColor expected = blended(bottom, top, blend);
        EXPECT_NEAR(found.red(), expected.red(), 2) << static_cast<int>(blend);
        EXPECT_NEAR(found.green(), expected.green(), 2) << static_cast<int>(blend);
        EXPECT_NEAR(found.blue(), expected.blue(), 2) << static_cast<int>(blend);
        EXPECT_EQ(image.pixelColor(10, 10), bottom);
        request.threads = 3;
        EXPECT_EQ(pictureOf(request), image);
    }
}

} // namespace
} // namespace cuntu
