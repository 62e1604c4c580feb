// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/compose/graticule.h"

#include <gtest/gtest.h>

#include <cmath>
#include <span>

namespace cuntu {
namespace {

using namespace Qt::StringLiterals;

TEST(Graticule, LinesRunAlongTheirDegrees)
{
    const Crs zone = *Crs::fromEpsg(4527);
    const Box box{39'400'000, 3'000'000, 39'460'000, 3'040'000};
    const Graticule graticule = graticuleFor(zone, box, 5);
    EXPECT_NEAR(graticule.step_deg, 10.0 / 60, 1e-12)
        << "60 km are 0.6 degrees: less than five steps of 10 minutes, more of 5";
    const auto toDegrees = CrsTransform::create(zone, *Crs::fromEpsg(4490));
    int meridians = 0;
    for (const GraticuleLine &line : graticule.lines) {
        meridians += line.isMeridian ? 1 : 0;
        std::vector<Point> points = line.line;
        ASSERT_EQ(toDegrees->apply(points), 0U);
        for (const Point point : points) {
            EXPECT_NEAR(line.isMeridian ? point.x : point.y, line.degrees, 1e-9);
        }
        const double steps = line.degrees / graticule.step_deg;
        EXPECT_NEAR(steps, std::round(steps), 1e-9);
    }
    EXPECT_GE(meridians, 3);
    EXPECT_GE(static_cast<int>(graticule.lines.size()) - meridians, 2);
}

TEST(Graticule, EveryMeridianInTheBoxIsThere)
{
    const Crs degrees = *Crs::fromEpsg(4490);
    const Graticule graticule = graticuleFor(degrees, {116.95, 27.9, 118.05, 28.6}, 4);
    ASSERT_NEAR(graticule.step_deg, 20.0 / 60, 1e-12);
    std::vector<double> meridians;
    for (const GraticuleLine &line : graticule.lines) {
        if (line.isMeridian) {
            meridians.push_back(line.degrees);
        }
    }
    ASSERT_EQ(meridians.size(), 4U);
    EXPECT_NEAR(meridians.front(), 117, 1e-9);
    EXPECT_NEAR(meridians.back(), 118, 1e-9);
}

TEST(Graticule, TextsAreAsShortAsTheStepAllows)
{
    const auto text = [](bool meridian, double degrees, double step) {
        return graticuleText({meridian, degrees, {}}, step);
    };
    EXPECT_EQ(text(true, 117, 1), u"117°E"_s);
    EXPECT_EQ(text(true, 117.5, 0.5), u"117°30′E"_s);
    EXPECT_EQ(text(false, 28 + 10.0 / 60, 1.0 / 6), u"28°10′N"_s);
    EXPECT_EQ(text(false, 28 + 10.0 / 60 + 30.0 / 3600, 30.0 / 3600), u"28°10′30″N"_s);
    EXPECT_EQ(text(false, 28 + 0.2 / 3600, 0.2 / 3600), u"28°00′00.2″N"_s);
    EXPECT_EQ(text(true, -0.5, 0.5), u"0°30′W"_s);
    EXPECT_EQ(text(false, -33, 1), u"33°S"_s);
}

TEST(Graticule, NothingWhereNothingCanBeSaid)
{
    EXPECT_TRUE(graticuleFor(Crs(), {0, 0, 1, 1}).lines.empty());
    EXPECT_TRUE(graticuleFor(*Crs::fromEpsg(4527), Box()).lines.empty());
    EXPECT_TRUE(graticuleFor(*Crs::fromEpsg(4527), {1e30, 1e30, 2e30, 2e30}).lines.empty());
}

} // namespace
} // namespace cuntu
