// SPDX-License-Identifier: GPL-3.0-or-later
#include "map_fixture.h"
#include "maps/label/taken_ground.h"
#include "maps/label/vertical_text.h"
#include "maps/view/map_view.h"

#include <QTest>

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <random>

namespace cuntu {
namespace {

using namespace test;

LayerStyle labelled(bool leader = false)
{
    LayerStyle style;
    style.label.field = QStringLiteral("name");
    style.label.leader = leader;
    style.symbol.size_mm = 1;
    return style;
}

std::vector<Label> labelsOf(const RenderRequest &request)
{
    const auto result = render(request, {});
    return result ? result->labels : std::vector<Label>();
}

/// @p count points at random over @p width by @p height units, named 村0, 村1, ...
SnapshotBuilder crowd(int count, double width, double height, unsigned seed = 7)
{
    std::mt19937 random(seed);
    SnapshotBuilder builder("points", GeometryType::Point);
    builder.text("name");
    for (int i = 0; i < count; ++i) {
        const double x = std::uniform_real_distribution<double>(0, width)(random);
        const double y = std::uniform_real_distribution<double>(0, height)(random);
        builder.point(x, y).cells({qPrintable(QStringLiteral("第%1村").arg(i))});
    }
    return builder;
}

/// Whether @p line has a part in @p box, by walking along it: slow and plain.
bool walksThrough(const QLineF &line, const QRectF &box)
{
    const int steps = static_cast<int>(line.length() * 20) + 1;
    for (int i = 0; i <= steps; ++i) {
        if (box.contains(line.pointAt(static_cast<double>(i) / steps))) {
            return true;
        }
    }
    return false;
}

QRectF shrunk(const QRectF &box, double by)
{
    return box.adjusted(by, by, -by, -by);
}

TEST(TakenGround, AgreesWithLookingAtEverything)
{
    std::mt19937 random(3);
    const auto number = [&](double from, double to) {
        return std::uniform_real_distribution<double>(from, to)(random);
    };
    TakenGround ground(QRectF(0, 0, 500, 400));
    std::vector<QRectF> boxes;
    std::vector<QLineF> leaders;
    int free = 0;
    for (int i = 0; i < 3000; ++i) {
        const QRectF box(number(-30, 500), number(-30, 400), number(1, 60), number(1, 20));
        const bool boxFree =
            std::none_of(boxes.begin(), boxes.end(), [&](const QRectF &other) { return other.intersects(box); }) &&
            std::none_of(leaders.begin(), leaders.end(), [&](const QLineF &line) { return walksThrough(line, box); });
        // Walking along a line misses a corner cut by less than a step: boxes cut that little are left out.
        const bool clear = boxFree == std::none_of(leaders.begin(), leaders.end(), [&](const QLineF &line) {
                               return walksThrough(line, shrunk(box, -0.2));
                           });
        if (clear) {
            ASSERT_EQ(ground.isFree(box), boxFree) << i;
        }
        if (boxFree && i % 2 == 0) {
            ground.take(box);
            boxes.push_back(box);
            ++free;
        }
        const QPointF start(number(0, 500), number(0, 400));
        const QLineF leader(start, start + QPointF(number(-60, 60), number(-60, 60)));
        if (ground.isFree(leader)) {
            for (const QRectF &other : boxes) {
                ASSERT_FALSE(walksThrough(leader, shrunk(other, 0.1))) << i;
            }
            for (const QLineF &other : leaders) {
                ASSERT_NE(other.intersects(leader), QLineF::BoundedIntersection) << i;
            }
            if (i % 3 == 0) {
                ground.take(leader);
                leaders.push_back(leader);
            }
        }
    }
    EXPECT_GT(free, 50);
    EXPECT_GT(leaders.size(), 20U);
}

TEST(Leaders, MoreNamesFindAPlaceAndNoLineCrossesAText)
{
    const auto without = labelsOf(mapOf({layerOf(crowd(60, 320, 240), labelled())}));
    const auto with = labelsOf(mapOf({layerOf(crowd(60, 320, 240), labelled(true))}));
    EXPECT_GT(with.size(), without.size());
    const auto layer = crowd(60, 320, 240).build();
    int leaders = 0;
    for (const Label &label : with) {
        if (!label.leader) {
            EXPECT_LT(label.place, 8);
            continue;
        }
        ++leaders;
        const Point point = layer->geometry().part(label.row).front();
        EXPECT_LT(QLineF(label.leader->p1(), QPointF(point.x, 240 - point.y)).length(), 4) << "begins at its point";
        EXPECT_TRUE(label.box.adjusted(-0.01, -0.01, 0.01, 0.01).contains(label.leader->p2())) << "ends at its text";
        EXPECT_LT(label.leader->length(), 60);
        for (const Label &other : with) {
            EXPECT_FALSE(&other != &label && walksThrough(*label.leader, other.box))
                << label.text.toStdString() << " through " << other.text.toStdString();
            EXPECT_FALSE(&other != &label && other.leader &&
                         other.leader->intersects(*label.leader) == QLineF::BoundedIntersection);
        }
    }
    EXPECT_GT(leaders, 3);
    EXPECT_TRUE(std::none_of(without.begin(), without.end(), [](const Label &label) { return label.leader; }));
}

TEST(Leaders, NameAreasThatAreTooSmall)
{
    SnapshotBuilder builder("areas", GeometryType::Polygon);
    builder.text("name").box({150, 110, 158, 118}).cells({"小片区"}).box({200, 200, 201, 201}).cells({"微片区"});
    EXPECT_TRUE(labelsOf(mapOf({layerOf(builder, labelled())})).empty());
    const auto labels = labelsOf(mapOf({layerOf(builder, labelled(true))}));
    ASSERT_EQ(labels.size(), 1U) << "an area of a pixel has none";
    ASSERT_TRUE(labels[0].leader);
    EXPECT_TRUE(QRectF(150, 122, 8, 8).contains(labels[0].leader->p1())) << "begins in the area";
    EXPECT_FALSE(labels[0].box.intersects(QRectF(150, 122, 8, 8)));
}

TEST(StandingText, IsChineseAndShort)
{
    EXPECT_TRUE(canStand(QStringLiteral("王石线")));
    EXPECT_TRUE(canStand(QStringLiteral("片区（东）3")));
    EXPECT_TRUE(canStand(QStringLiteral("𠮷田村"))) << "beyond the basic plane";
    EXPECT_FALSE(canStand(QStringLiteral("G213")));
    EXPECT_FALSE(canStand(QStringLiteral("王石 line")));
    EXPECT_FALSE(canStand(QStringLiteral("村")));
    EXPECT_FALSE(canStand(QString(17, u'村')));
    EXPECT_EQ(standingCharacters(QStringLiteral("𠮷（东）")),
              (QStringList{QStringLiteral("𠮷"), QStringLiteral("︵"), QStringLiteral("东"), QStringLiteral("︶")}));
}

/// The one label of a line at @p angle_deg from the horizontal, named @p name.
Label alongLineAt(double angle_deg, const char *name, LabelStyle::Vertical vertical = LabelStyle::Vertical::Automatic)
{
    const double angle = angle_deg / 180 * 3.14159265358979;
    const double x = 100 * std::cos(angle);
    const double y = 100 * std::sin(angle);
    SnapshotBuilder builder("lines", GeometryType::Line);
    builder.text("name").line({{160 - x, 120 - y}, {160 + x, 120 + y}}).cells({name});
    LayerStyle style = labelled();
    style.label.vertical = vertical;
    const auto labels = labelsOf(mapOf({layerOf(std::move(builder), style)}));
    return labels.size() == 1 ? labels[0] : Label();
}

TEST(StandingText, FollowsSteepLinesDownwards)
{
    for (const double angle : {65.0, 80.0, 90.0, 100.0, 115.0, 245.0, 275.0}) {
        const Label label = alongLineAt(angle, "王石线");
        EXPECT_TRUE(label.vertical) << angle;
        EXPECT_EQ(label.lines.size(), 3) << angle;
        // A line that rises to the right at 65 degrees goes down, on the screen, to the left: at 115 from the right.
        EXPECT_NEAR(label.angle_deg, 180 - std::fmod(angle, 180.0), 0.01) << angle;
        EXPECT_NEAR(label.centre.x(), 160, 0.5);
        EXPECT_NEAR(label.centre.y(), 120, 0.5);
    }
    for (const double angle : {0.0, 45.0, 55.0, 125.0}) {
        EXPECT_FALSE(alongLineAt(angle, "王石线").vertical) << angle;
    }
    EXPECT_FALSE(alongLineAt(80, "Lane").vertical);
    EXPECT_EQ(alongLineAt(80, "Lane").text, QStringLiteral("Lane"));
    const Label never = alongLineAt(80, "王石线", LabelStyle::Vertical::Never);
    EXPECT_FALSE(never.vertical);
    EXPECT_NEAR(never.angle_deg, -80, 0.01);
}

TEST(StandingText, FillsTallNarrowAreasThatHoldNoLine)
{
    const auto labelIn = [](const Box &box, const char *name) {
        SnapshotBuilder builder("areas", GeometryType::Polygon);
        builder.text("name").box(box).cells({name});
        const auto labels = labelsOf(mapOf({layerOf(std::move(builder), labelled())}));
        return labels.size() == 1 ? labels[0] : Label();
    };
    const Label tall = labelIn({100, 20, 122, 220}, "狭长片区");
    EXPECT_TRUE(tall.vertical);
    EXPECT_TRUE(QRectF(100, 20, 22, 200).contains(tall.box)) << "within its area";
    EXPECT_NEAR(tall.centre.x(), 111, 1);
    EXPECT_FALSE(labelIn({20, 20, 220, 220}, "方田村").vertical);
    EXPECT_TRUE(labelIn({20, 20, 220, 42}, "狭长片区").text.size() == 4);
    EXPECT_FALSE(labelIn({20, 20, 220, 42}, "狭长片区").vertical);
    EXPECT_TRUE(labelIn({100, 20, 122, 220}, "narrow parish").text.isEmpty()) << "too long, and cannot stand";
    EXPECT_TRUE(labelIn({100, 20, 122, 60}, "狭长片区名字").text.isEmpty()) << "too long to stand";
}

std::vector<KeptLabel> kept(const std::vector<Label> &labels)
{
    std::vector<KeptLabel> result;
    for (const Label &label : labels) {
        result.push_back({label.layer, label.row, label.place});
    }
    return result;
}

/// Moves the map of @p request by steps; how many labels that stayed wholly in view went elsewhere or away.
int restless(RenderRequest request, bool keep, int &stayed)
{
    int moved = 0;
    std::vector<Label> before = labelsOf(request);
    for (int step = 0; step < 40; ++step) {
        const QPointF shift(step % 4 < 2 ? 9 : -5, step % 3 == 0 ? 6 : -4);
        request.extent.centre.x += shift.x();
        request.extent.centre.y -= shift.y();
        request.keptLabels = keep ? kept(before) : std::vector<KeptLabel>();
        const std::vector<Label> after = labelsOf(request);
        EXPECT_EQ(kept(after), kept(labelsOf(request))) << "a pure function of the request";
        for (const Label &old : before) {
            const QPointF centre = old.centre - shift;
            // Points out of view have no label, wherever that would be.
            if (!QRectF(12, 12, 296, 216).contains(old.box.translated(-shift))) {
                continue;
            }
            const bool isThere = std::any_of(after.begin(), after.end(), [&](const Label &label) {
                return label.row == old.row && QLineF(label.centre, centre).length() < 1e-6;
            });
            ++(isThere ? stayed : moved);
        }
        before = after;
    }
    return moved;
}

TEST(KeptLabels, StayWhereTheyAreWhileTheMapMoves)
{
    for (const bool leader : {false, true}) {
        RenderRequest request = mapOf({layerOf(crowd(900, 1000, 800), labelled(leader))});
        request.extent.centre = {400, 400};
        int stayed = 0;
        EXPECT_EQ(restless(request, true, stayed), 0);
        EXPECT_GT(stayed, 300);
        EXPECT_GT(restless(request, false, stayed), 0) << "nothing to keep: the test would not notice";
    }
}

TEST(KeptLabels, HigherPrioritiesStillComeFirst)
{
    RenderRequest request = lowAndHigh(labelled());
    request.keptLabels = {{QStringLiteral("low"), 0, 0}};
    const auto labels = labelsOf(request);
    ASSERT_EQ(labels.size(), 2U);
    EXPECT_EQ(labels[0].text, QStringLiteral("高"));
    EXPECT_EQ(labels[0].place, 0);
    EXPECT_NE(labels[1].place, 0);
}

TEST(KeptLabels, ThatFitNothingArePassedOver)
{
    RenderRequest request = mapOf({layerOf(crowd(20, 320, 240), labelled())});
    const auto before = labelsOf(request);
    request.keptLabels = {{QStringLiteral("points"), 5000, 0},
                          {QStringLiteral("other"), 0, 0},
                          {QStringLiteral("points"), 1, -1},
                          {QStringLiteral("points"), 2, 99},
                          {QStringLiteral("points"), 3, 20}};
    EXPECT_EQ(kept(labelsOf(request)), kept(before)) << "place 20 is on a leader, which the style does not have";
}

TEST(KeptLabels, AreTheMapViewsOwn)
{
    MapView view;
    view.resize(320, 240);
    view.show();
    view.setLayers({layerOf(crowd(900, 1000, 800), labelled())});
    view.zoomTo({300, 300, 620, 540});
    const auto settled = [&] { return QTest::qWaitFor([&] { return !view.isRendering(); }, 10000); };
    ASSERT_TRUE(settled());
    int stayed = 0;
    for (int step = 0; step < 15; ++step) {
        std::map<std::size_t, Point> before;
        for (const Label &label : view.lastResult().labels) {
            before[label.row] = view.extent().toMap({label.centre.x(), label.centre.y()});
        }
        const double shift = 8 * view.extent().unitsPerPixel;
        view.setCentre({view.extent().centre.x + shift, view.extent().centre.y});
        ASSERT_TRUE(settled());
        std::map<std::size_t, Point> after;
        for (const Label &label : view.lastResult().labels) {
            after[label.row] = view.extent().toMap({label.centre.x(), label.centre.y()});
        }
        for (const auto &[row, place] : before) {
            const Point pixel = view.extent().toPixel(place);
            if (QRectF(60, 20, 200, 200).contains(pixel.x, pixel.y)) {
                ASSERT_TRUE(after.contains(row)) << row;
                EXPECT_NEAR(after[row].x, place.x, 1e-6);
                EXPECT_NEAR(after[row].y, place.y, 1e-6);
                ++stayed;
            }
        }
    }
    EXPECT_GT(stayed, 50);
}

// CUNTU_LABELS=18000 tells how long that many candidates take.
TEST(Labels, ThousandsOfCandidatesDoNotStall)
{
    const int count = qEnvironmentVariableIsSet("CUNTU_LABELS") ? qEnvironmentVariableIntValue("CUNTU_LABELS") : 3000;
    for (const bool leader : {false, true}) {
        RenderRequest request = mapOf({layerOf(crowd(count, 1920, 1080), labelled(leader))}, {1920, 1080});
        const auto result = render(request, {});
        ASSERT_TRUE(result);
        EXPECT_GT(result->labels.size(), 500U);
        RecordProperty(leader ? "leader_ms" : "plain_ms", static_cast<int>(result->labels_ms));
        if (qEnvironmentVariableIsSet("CUNTU_LABELS")) {
            std::printf("%d candidates%s: %zu labels, %.1f ms of %.1f ms\n", count, leader ? " with leaders" : "",
                        result->labels.size(), result->labels_ms, result->total_ms);
        }
    }
}

} // namespace
} // namespace cuntu
