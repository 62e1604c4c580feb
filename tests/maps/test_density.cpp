// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/style/density_colour.h"
#include "tests/maps/map_fixture.h"

#include <gtest/gtest.h>

#include <cmath>

namespace cuntu {
namespace {

using namespace Qt::StringLiterals;

constexpr int k_width = 120;
constexpr int k_height = 80;

struct Weighted {
    int x; ///< pixel
    int y;
    double weight;
};

LayerStyle densityStyle(double radius_mm, const QString &field = {})
{
    LayerStyle style;
    style.kind = LayerStyle::Kind::Density;
    style.radius_mm = radius_mm;
    style.field = field;
    return style;
}

RenderRequest mapOfPoints(const std::vector<Weighted> &points, const LayerStyle &style)
{
    test::SnapshotBuilder builder("places", GeometryType::Point);
    builder.number("weight");
    for (const Weighted &point : points) {
        builder.point(point.x + 0.5, k_height - point.y - 0.5).cells({point.weight});
    }
    return test::mapOf({test::layerOf(builder, style)}, {k_width, k_height});
}

/// What one point of weight 1 gives @p dx pixels away along one axis: three boxes of 2 half + 1, folded one by one.
std::vector<double> kernel(int half)
{
    std::vector<double> result{1};
    for (int pass = 0; pass < 3; ++pass) {
        std::vector<double> wider(result.size() + 2 * static_cast<std::size_t>(half), 0);
        for (std::size_t i = 0; i < result.size(); ++i) {
            for (int k = 0; k <= 2 * half; ++k) {
                wider[i + static_cast<std::size_t>(k)] += result[i] / (2 * half + 1);
            }
        }
        result = wider;
    }
    return result;
}

void expectDensity(const std::vector<Weighted> &points, const QImage &image, int half, bool weighted)
{
    const std::vector<double> one = kernel(half);
    const int reach = static_cast<int>(one.size() / 2);
    const auto at = [&](int d) { return std::abs(d) > reach ? 0.0 : one[static_cast<std::size_t>(d + reach)]; };
    std::vector<double> expected(k_width * k_height, 0);
    for (int y = 0; y < k_height; ++y) {
        for (int x = 0; x < k_width; ++x) {
            for (const Weighted &point : points) {
                const double weight = weighted ? std::max(0.0, point.weight) : 1;
                expected[static_cast<std::size_t>(y * k_width + x)] += weight * at(x - point.x) * at(y - point.y);
            }
        }
    }
    const double greatest = *std::max_element(expected.begin(), expected.end());
    for (int y = 0; y < k_height; ++y) {
        for (int x = 0; x < k_width; ++x) {
            const QColor colour = densityColour(expected[static_cast<std::size_t>(y * k_width + x)] / greatest);
            const double alpha = colour.alphaF();
            const auto over = [alpha](int channel) { return channel * alpha + 255 * (1 - alpha); };
            const QColor found = image.pixelColor(x, y);
            ASSERT_NEAR(found.red(), over(colour.red()), 4) << x << ' ' << y;
            ASSERT_NEAR(found.green(), over(colour.green()), 4) << x << ' ' << y;
            ASSERT_NEAR(found.blue(), over(colour.blue()), 4) << x << ' ' << y;
        }
    }
}

TEST(Density, IsTheSumOfWhatEachPointSpreads)
{
    // 4 pixels a millimetre, a radius of 10 px, so a deviation of 4: boxes of 2 * 4 + 1 have sqrt(3 (81 - 1) / 12)
    // = 4.5, those of 2 * 3 + 1 have 3.5; the nearest width is sqrt(4 * 16 + 1) = 8.06, its half 3.5, rounded up.
    const std::vector<Weighted> points{{30, 30, 1}, {42, 36, 2.5}, {90, 60, 1}, {119, 0, 1}, {60, 70, -3}};
    expectDensity(points, test::pictureOf(mapOfPoints(points, densityStyle(2.5))), 4, false);
    expectDensity(points, test::pictureOf(mapOfPoints(points, densityStyle(2.5, u"weight"_s))), 4, true);
}

TEST(Density, OutsideThePictureCountsAtItsRim)
{
    const std::vector<Weighted> points{{-5, 40, 1}, {20, 40, 1}};
    expectDensity(points, test::pictureOf(mapOfPoints(points, densityStyle(2.5))), 4, false);
}

TEST(Density, AnyNumberOfThreadsDrawsTheSamePicture)
{
    std::vector<Weighted> points;
    for (int i = 0; i < 500; ++i) {
        points.push_back({(i * 37) % k_width, (i * 53) % k_height, 1.0 + i % 7});
    }
    RenderRequest request = mapOfPoints(points, densityStyle(3, u"weight"_s));
    request.threads = 1;
    const QImage alone = test::pictureOf(request);
    for (const unsigned threads : {2U, 3U, 8U}) {
        request.threads = threads;
        EXPECT_EQ(test::pictureOf(request), alone);
    }
}

TEST(Density, NothingIsDrawnOfNothing)
{
    const QImage image = test::pictureOf(mapOfPoints({}, densityStyle(3)));
    ASSERT_FALSE(image.isNull());
    EXPECT_EQ(image.pixelColor(5, 5), QColor(Qt::white));
    const QImage weightless = test::pictureOf(mapOfPoints({{5, 5, 0}}, densityStyle(3, u"weight"_s)));
    EXPECT_EQ(weightless.pixelColor(5, 5), QColor(Qt::white));
}

} // namespace
} // namespace cuntu
