// SPDX-License-Identifier: GPL-3.0-or-later
#include "golden.h"
#include "map_fixture.h"
#include "maps/compose/map_page.h"
#include "maps/label/map_font.h"

#include <QFontInfo>

#include <array>
#include <thread>
#include <tuple>

namespace cuntu {
namespace {

using namespace test;

const std::array k_markings{"plain", "hatched", "crossed", "hollow", "dashed"};

/// Pictures with @p left features left out at the end, to prove that the comparison notices.
RenderRequest pointsMap(int left = 0)
{
    std::vector<RenderLayer> layers;
    int shape = 0;
    for (const MarkerShape kind :
         {MarkerShape::Circle, MarkerShape::Square, MarkerShape::Triangle, MarkerShape::Diamond, MarkerShape::Cross}) {
        SnapshotBuilder builder(qPrintable(QStringLiteral("shape%1").arg(shape)), GeometryType::Point);
        builder.text("marking");
        const int count = static_cast<int>(k_markings.size()) - (shape == 4 ? left : 0);
        for (int i = 0; i < count; ++i) {
            builder.point(40 + 60 * i, 30 + 45 * shape).cells({k_markings[static_cast<std::size_t>(i)]});
        }
        Symbol symbol;
        symbol.shape = kind;
        symbol.size_mm = 4 + shape * 0.5;
        layers.push_back(layerOf(std::move(builder), styleOfMarkings(symbol)));
        ++shape;
    }
    return mapOf(std::move(layers));
}

RenderRequest linesMap(int left = 0)
{
    SnapshotBuilder builder("lines", GeometryType::Line);
    builder.text("marking");
    for (int i = 0; i < static_cast<int>(k_markings.size()) - left; ++i) {
        const double y = 30 + 40 * i;
        builder.line({{20, y}, {120, y + 25}, {180, y - 8}, {300, y + 20}})
            .cells({k_markings[static_cast<std::size_t>(i)]});
    }
    SnapshotBuilder cased("cased", GeometryType::Line);
    cased.line({{60, 5}, {70, 235}}).line({{200, 5}, {260, 235}}).line({{10, 120}, {310, 110}});
    LayerStyle wide;
    wide.symbol.stroke = QColor(0xF5, 0xB3, 0x6B);
    wide.symbol.strokeWidth_mm = 1;
    wide.symbol.casing = QColor(0x8A, 0x5A, 0x2B);
    wide.symbol.casingWidth_mm = 1.6;
    Symbol thin;
    thin.stroke = QColor(0x00, 0x72, 0xB2);
    thin.strokeWidth_mm = 0.5;
    return mapOf({layerOf(std::move(cased), wide), layerOf(std::move(builder), styleOfMarkings(thin))});
}

RenderRequest areasMap(int left = 0)
{
    SnapshotBuilder builder("areas", GeometryType::Polygon);
    builder.text("marking");
    for (int i = 0; i < static_cast<int>(k_markings.size()) - left; ++i) {
        const double x = 10 + 60 * i;
        builder
            .polygon({{{x, 20}, {x + 50, 40}, {x + 45, 220}, {x + 5, 190}, {x, 20}},
                      {{x + 15, 90}, {x + 35, 90}, {x + 35, 130}, {x + 15, 130}, {x + 15, 90}}})
            .cells({k_markings[static_cast<std::size_t>(i)]});
    }
    Symbol symbol;
    symbol.fill = QColor(0xF2, 0xC1, 0xA8);
    symbol.stroke = QColor(0xA0, 0x50, 0x30);
    symbol.strokeWidth_mm = 0.3;
    RenderLayer layer = layerOf(std::move(builder), styleOfMarkings(symbol));
    layer.selected = {0};
    return mapOf({std::move(layer)});
}

MapPage wholePage(int left = 0)
{
    MapPage page;
    page.request = areasMap(left);
    page.request.layers.push_back(pointsMap().layers.front());
    page.content = {0, 0, 320, 240};
    page.title = QStringLiteral("云溪县进度图");
    page.subtitle = QStringLiteral("截至 2018 年 6 月 30 日");
    page.mark = QStringLiteral("内部使用");
    page.dateLine = QStringLiteral("2018 年 7 月");
    page.request.extent.size = {480, 320};
    return page;
}

bool hasMapFont()
{
    return QFontInfo(mapFont(12)).family() == QStringLiteral("Noto Sans CJK SC");
}

LayerStyle labelledByName(bool leader = false)
{
    LayerStyle style;
    style.label.field = QStringLiteral("name");
    style.label.leader = leader;
    style.symbol.fill = QColor(0xE4, 0xEC, 0xF0);
    return style;
}

/// Each kind of place: beside points, in an area, along a line; the last name is left out @p left times.
RenderRequest labelsMap(int left = 0)
{
    SnapshotBuilder areas("areas", GeometryType::Polygon);
    areas.text("name").box({10, 130, 200, 230}).cells({"上田村"});
    areas.box({210, 130, 310, 230}).cells({"云溪县城关镇居民委员会"});
    SnapshotBuilder lines("lines", GeometryType::Line);
    lines.text("name").line({{10, 20}, {300, 90}}).cells({"王石线"});
    SnapshotBuilder points("points", GeometryType::Point);
    points.text("name").point(40, 90).cells({"王家湾"}).point(300, 60).cells({"石桥头"});
    points.point(90, 110).cells({left == 0 ? "Mill" : ""});
    return mapOf({layerOf(std::move(areas), labelledByName()), layerOf(std::move(lines), labelledByName()),
                  layerOf(std::move(points), labelledByName())});
}

/// Points too close for all their names, and areas too small for theirs.
RenderRequest leadersMap()
{
    SnapshotBuilder points("points", GeometryType::Point);
    points.text("name");
    for (const auto &[x, y, name] : std::array<std::tuple<double, double, const char *>, 12>{{{60, 150, "王家湾"},
                                                                                              {82, 152, "石桥头"},
                                                                                              {70, 136, "上田"},
                                                                                              {92, 138, "李家坪"},
                                                                                              {56, 124, "Mill End"},
                                                                                              {80, 122, "小河口"},
                                                                                              {104, 126, "三岔"},
                                                                                              {66, 108, "大坝村"},
                                                                                              {90, 108, "云溪"},
                                                                                              {112, 112, "松树岭"},
                                                                                              {104, 152, "下街"},
                                                                                              {118, 138, "白水"}}}) {
        points.point(x, y).cells({name});
    }
    SnapshotBuilder areas("areas", GeometryType::Polygon);
    areas.text("name");
    for (int i = 0; i < 6; ++i) {
        areas.box({220.0 + i % 3 * 16, 100.0 + i / 3 * 14, 235.0 + i % 3 * 16, 113.0 + i / 3 * 14})
            .cells({qPrintable(QStringLiteral("第%1片区").arg(i + 1))});
    }
    LayerStyle small = labelledByName(true);
    small.symbol.size_mm = 1.2;
    small.symbol.fill = QColor(0xD5, 0x5E, 0x00);
    return mapOf({layerOf(std::move(areas), labelledByName(true)), layerOf(std::move(points), small)});
}

/// Names from top to bottom: along steep lines and in tall narrow areas; turned where they are not Chinese.
RenderRequest standingMap()
{
    SnapshotBuilder areas("areas", GeometryType::Polygon);
    areas.text("name").box({10, 20, 40, 230}).cells({"狭长片区（东）"});
    areas.polygon({{{50, 20}, {75, 30}, {90, 225}, {65, 230}, {50, 20}}}).cells({"河西村"});
    areas.box({100, 150, 180, 230}).cells({"方田村"});
    SnapshotBuilder lines("lines", GeometryType::Line);
    lines.text("name").line({{200, 10}, {215, 235}}).cells({"王石线"});
    lines.line({{255, 235}, {290, 10}}).cells({"三条沟渠道"});
    lines.line({{230, 10}, {236, 235}}).cells({"North Lane"}).line({{100, 20}, {190, 130}}).cells({"斜坡路段"});
    return mapOf({layerOf(std::move(areas), labelledByName()), layerOf(std::move(lines), labelledByName())});
}

TEST(Golden, PointSymbols)
{
    EXPECT_TRUE(matchesGolden(pictureOf(pointsMap()), QStringLiteral("points")));
}

TEST(Golden, LineSymbols)
{
    EXPECT_TRUE(matchesGolden(pictureOf(linesMap()), QStringLiteral("lines")));
}

TEST(Golden, AreaSymbols)
{
    EXPECT_TRUE(matchesGolden(pictureOf(areasMap()), QStringLiteral("areas")));
}

TEST(Golden, WholePage)
{
    if (!hasMapFont()) {
        GTEST_SKIP() << "Noto Sans CJK SC is not installed";
    }
    const auto page = renderPage(wholePage());
    ASSERT_TRUE(page);
    EXPECT_TRUE(matchesGolden(page->image, QStringLiteral("page")));
}

TEST(Golden, Labels)
{
    if (!hasMapFont()) {
        GTEST_SKIP() << "Noto Sans CJK SC is not installed";
    }
    EXPECT_TRUE(matchesGolden(pictureOf(labelsMap()), QStringLiteral("labels")));
    EXPECT_TRUE(matchesGolden(pictureOf(leadersMap()), QStringLiteral("labels-leader")));
    EXPECT_TRUE(matchesGolden(pictureOf(standingMap()), QStringLiteral("labels-vertical")));
}

TEST(Golden, ComparisonNoticesAMissingSymbol)
{
    EXPECT_FALSE(difference(pictureOf(pointsMap(1)), pictureOf(pointsMap())).isSmall());
    EXPECT_FALSE(difference(pictureOf(linesMap(1)), pictureOf(linesMap())).isSmall());
    EXPECT_FALSE(difference(pictureOf(areasMap(1)), pictureOf(areasMap())).isSmall());
    EXPECT_FALSE(difference(renderPage(wholePage(1))->image, renderPage(wholePage())->image).isSmall());
    EXPECT_FALSE(difference(pictureOf(labelsMap(1)), pictureOf(labelsMap())).isSmall());
    EXPECT_TRUE(difference(pictureOf(areasMap()), pictureOf(areasMap())).isSmall());
}

TEST(Golden, PictureDoesNotDependOnWhatWasDrawnBefore)
{
    const QImage first = pictureOf(linesMap());
    pictureOf(areasMap());
    pictureOf(pointsMap());
    EXPECT_EQ(pictureOf(linesMap()), first);
}

/// What four threads make at the same time of what one makes alone, pair by pair.
template <class Make, class Same> void expectSameOnThreads(const Make &make, const Same &same)
{
    const QImage alone = make();
    std::array<QImage, 4> together;
    std::vector<std::thread> threads;
    for (QImage &image : together) {
        threads.emplace_back([&] { image = make(); });
    }
    for (std::thread &thread : threads) {
        thread.join();
    }
    for (const QImage &image : together) {
        EXPECT_TRUE(same(image, alone));
    }
}

TEST(Golden, OneAndManyThreadsDrawTheSameBits)
{
    const auto areEqual = [](const QImage &a, const QImage &b) { return a == b; };
    expectSameOnThreads([] { return pictureOf(pointsMap()); }, areEqual);
    expectSameOnThreads([] { return pictureOf(linesMap()); }, areEqual);
    expectSameOnThreads([] { return pictureOf(areasMap()); }, areEqual);
    // Letters are Qt's, which keeps their pictures for each thread and rounds them by what was written before.
    const auto areAlike = [](const QImage &a, const QImage &b) { return difference(a, b).share == 0; };
    expectSameOnThreads([] { return renderPage(wholePage())->image; }, areAlike);
}

} // namespace
} // namespace cuntu
