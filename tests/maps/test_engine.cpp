// SPDX-License-Identifier: GPL-3.0-or-later
#include "map_fixture.h"
#include "maps/label/blend.h"
#include "maps/render/area_scan.h"
#include "maps/render/coverage_mask.h"
#include "maps/render/crew.h"
#include "maps/render/line_passes.h"
#include "maps/render/pixel_frame.h"
#include "maps/render/raster_band.h"
#include "maps/render/segment_set.h"

#include <gtest/gtest.h>

#include <atomic>
#include <cmath>
#include <random>
#include <set>
#include <stdexcept>
#include <tuple>

namespace cuntu {
namespace {

using namespace test;

/// Coordinates on a grid of 1/64, which binary numbers hold exactly.
double anywhere(std::mt19937 &random, double from, double to)
{
    return std::floor(std::uniform_real_distribution<double>(from, to)(random) * 64) / 64;
}

Symbol symbolOf(Marking marking, QColor fill, QColor stroke, double width_mm)
{
    Symbol symbol;
    symbol.marking = marking;
    symbol.fill = fill;
    symbol.stroke = stroke;
    symbol.strokeWidth_mm = width_mm;
    return symbol;
}

RenderLayer someAreas(std::mt19937 &random, const char *id, const Symbol &symbol, double opacity)
{
    SnapshotBuilder builder(id, GeometryType::Polygon);
    for (int i = 0; i < 12; ++i) {
        const Point centre{anywhere(random, -20, 340), anywhere(random, -20, 260)};
        std::vector<Point> ring;
        for (int corner = 0; corner < 9; ++corner) {
            const double angle = corner * 0.698;
            const double radius = anywhere(random, 5, 60);
            ring.push_back({centre.x + std::floor(radius * std::cos(angle) * 64) / 64,
                            centre.y + std::floor(radius * std::sin(angle) * 64) / 64});
        }
        ring.push_back(ring.front());
        builder.polygon({ring});
    }
    LayerStyle style;
    style.symbol = symbol;
    style.opacity = opacity;
    return layerOf(std::move(builder), style);
}

RenderLayer someLines(std::mt19937 &random, const char *id, const Symbol &symbol, double opacity)
{
    SnapshotBuilder builder(id, GeometryType::Line);
    for (int i = 0; i < 25; ++i) {
        Geometry line;
        line.type = GeometryType::Line;
        std::vector<Point> points{{anywhere(random, -50, 370), anywhere(random, -50, 290)}};
        for (int step = 0; step < 12; ++step) {
            points.push_back(
                {points.back().x + anywhere(random, -15, 15), points.back().y + anywhere(random, -15, 15)});
        }
        line.addPart(points);
        builder.add(line);
    }
    LayerStyle style;
    style.symbol = symbol;
    style.opacity = opacity;
    return layerOf(std::move(builder), style);
}

RenderLayer somePoints(std::mt19937 &random, const char *id, const Symbol &symbol, int count)
{
    SnapshotBuilder builder(id, GeometryType::Point);
    for (int i = 0; i < count; ++i) {
        const double x = anywhere(random, -10, 330);
        builder.point(x, anywhere(random, -10, 250));
    }
    LayerStyle style;
    style.symbol = symbol;
    return layerOf(std::move(builder), style);
}

/// Layers with something of each: smooth and stepped fills, hatches, casings, dashes, ticks, rimmed and plain markers,
/// translucent layers, a selection.
RenderRequest colourful(unsigned seed)
{
    std::mt19937 random(seed);
    std::vector<RenderLayer> layers;
    layers.push_back(someAreas(random, "stepped", symbolOf(Marking::Plain, Qt::yellow, Qt::darkGray, 0.3), 1));
    layers.push_back(someAreas(random, "smooth", symbolOf(Marking::Plain, QColor(0, 120, 200, 90), QColor(), 0), 1));
    layers.push_back(someAreas(random, "hatched", symbolOf(Marking::Crossed, Qt::cyan, Qt::blue, 0.2), 0.6));
    layers.back().selected = {1, 4};
    Symbol cased = symbolOf(Marking::Plain, Qt::red, Qt::red, 0.6);
    cased.casing = Qt::black;
    cased.casingWidth_mm = 1;
    layers.push_back(someLines(random, "cased", cased, 1));
    layers.push_back(someLines(random, "dashed", symbolOf(Marking::Dashed, Qt::black, Qt::darkGreen, 0.4), 0.5));
    layers.push_back(someLines(random, "ticks", symbolOf(Marking::Crossed, Qt::black, Qt::magenta, 0.1), 1));
    Symbol plain = symbolOf(Marking::Plain, QColor(80, 80, 80), QColor(), 0);
    plain.size_mm = 0.9;
    layers.push_back(somePoints(random, "plain", plain, 4000));
    layers.push_back(somePoints(random, "rimmed", symbolOf(Marking::Plain, Qt::green, Qt::white, 0.2), 150));
    return mapOf(std::move(layers));
}

TEST(Engine, AnyNumberOfThreadsDrawsTheSamePicture)
{
    for (unsigned seed = 1; seed <= 5; ++seed) {
        RenderRequest request = colourful(seed);
        request.threads = 1;
        const QImage alone = pictureOf(request);
        for (const unsigned threads : {2U, 3U, 7U}) {
            request.threads = threads;
            EXPECT_EQ(pictureOf(request), alone) << "seed " << seed << ", threads " << threads;
        }
    }
}

TEST(Engine, TilesMakeUpTheWholePicture)
{
    for (unsigned seed = 1; seed <= 5; ++seed) {
        const RenderRequest request = colourful(seed);
        const QImage whole = pictureOf(request);
        for (int y = 0; y < 240; y += 60) {
            for (int x = 0; x < 320; x += 80) {
                RenderRequest tile = request;
                tile.extent.size = {80, 60};
                tile.extent.centre = {x + 40.0, 240 - y - 30.0};
                EXPECT_EQ(pictureOf(tile), whole.copy(x, y, 80, 60)) << "seed " << seed << " at " << x << " " << y;
            }
        }
    }
}

TEST(Engine, SimplifiedLinesAreWithinTheTolerance)
{
    // The same way as one line, which is simplified, and as single segments, which cannot be.
    std::mt19937 random(3);
    SnapshotBuilder whole("whole", GeometryType::Line);
    SnapshotBuilder pieces("pieces", GeometryType::Line);
    for (int i = 0; i < 20; ++i) {
        Geometry line;
        line.type = GeometryType::Line;
        Geometry segments; // parts of one feature, which is not too small to be seen
        segments.type = GeometryType::Line;
        std::vector<Point> points{{anywhere(random, 0, 3200), anywhere(random, 0, 2400)}};
        for (int step = 0; step < 1500; ++step) {
            points.push_back({points.back().x + anywhere(random, -2, 4), points.back().y + anywhere(random, -3, 3)});
            segments.addPart(std::span(points).last(2));
        }
        pieces.add(segments);
        line.addPart(points);
        whole.add(line);
    }
    LayerStyle style;
    style.symbol.stroke = Qt::black;
    style.symbol.strokeWidth_mm = 0.5;
    RenderRequest one = mapOf({layerOf(std::move(whole), style)});
    RenderRequest other = mapOf({layerOf(std::move(pieces), style)});
    for (RenderRequest *request : {&one, &other}) {
        request->extent.centre = {1600, 1200};
        request->extent.unitsPerPixel = 10;
    }
    const QImage simplified = pictureOf(one);
    const QImage full = pictureOf(other);
    int worst = 0;
    for (int y = 0; y < full.height(); ++y) {
        for (int x = 0; x < full.width(); ++x) {
            worst = std::max(worst, std::abs(qGray(simplified.pixel(x, y)) - qGray(full.pixel(x, y))));
        }
    }
    // Cover changes by as much of 255 as the distance of a pixel does, and ends are at 256ths of pixels.
    EXPECT_LE(worst, 0.35 * 255 + 3);
    EXPECT_GT(worst, 0) << "nothing was simplified";
}

PixelShapes randomRings(std::mt19937 &random)
{
    PixelShapes shapes;
    for (int part = 0; part < 2; ++part) {
        const std::size_t begin = shapes.points.size();
        for (int i = 0; i < 7; ++i) {
            shapes.points.emplace_back(anywhere(random, -20, 60), anywhere(random, -20, 50));
        }
        shapes.points.push_back(QPointF(shapes.points[begin]));
        shapes.closePart();
    }
    shapes.closeFeature();
    return shapes;
}

/// Whether @p p lies inside the rings, even-odd, by counting sides to its right.
bool isInside(const PixelShapes &shapes, QPointF p)
{
    bool inside = false;
    for (std::size_t part = 0; part < shapes.partEnds.size(); ++part) {
        const auto ring = shapes.part(part);
        for (std::size_t i = 1; i < ring.size(); ++i) {
            const QPointF a = ring[i - 1];
            const QPointF b = ring[i];
            if ((a.y() < p.y()) != (b.y() < p.y()) &&
                p.x() < a.x() + (b.x() - a.x()) * (p.y() - a.y()) / (b.y() - a.y())) {
                inside = !inside;
            }
        }
    }
    return inside;
}

TEST(AreaScan, FindsThePixelsWhoseCentreLiesInside)
{
    std::mt19937 random(11);
    for (int round = 0; round < 200; ++round) {
        const PixelShapes shapes = randomRings(random);
        std::vector<int> found(40 * 30, 0);
        AreaScan(40, 0, 30).forEachRun(shapes, 0, [&](int y, int first, int end) {
            for (int x = first; x < end; ++x) {
                ++found[static_cast<std::size_t>(y * 40 + x)];
            }
        });
        for (int y = 0; y < 30; ++y) {
            for (int x = 0; x < 40; ++x) {
                const bool left = isInside(shapes, {x + 0.5 - 1.0 / 128, y + 0.5});
                const bool right = isInside(shapes, {x + 0.5 + 1.0 / 128, y + 0.5});
                if (left == right) { // else the border itself is rounded
                    EXPECT_EQ(found[static_cast<std::size_t>(y * 40 + x)], left ? 1 : 0)
                        << round << " " << x << " " << y;
                }
            }
        }
    }
}

TEST(AreaScan, CoverIsTheShareOfThePixelInside)
{
    std::mt19937 random(12);
    for (int round = 0; round < 40; ++round) {
        const PixelShapes shapes = randomRings(random);
        std::vector<double> cover(40 * 30, 0);
        AreaScan(40, 0, 30).forEachCover(shapes, 0, [&](int y, int first, std::span<const std::uint8_t> found) {
            for (std::size_t i = 0; i < found.size(); ++i) {
                cover[static_cast<std::size_t>(y * 40 + first) + i] = found[i] / 255.0;
            }
        });
        for (int at = 0; at < 40 * 30; ++at) {
            double inside = 0;
            for (int sample = 0; sample < 1024; ++sample) {
                const QPointF p((at % 40) + (sample % 32 + 0.5) / 32, at / 40 + (sample / 32 + 0.5) / 32);
                inside += isInside(shapes, p) ? 1.0 / 1024 : 0;
            }
            EXPECT_NEAR(cover[static_cast<std::size_t>(at)], inside, 0.08) << round << " " << at % 40 << " " << at / 40;
        }
    }
}

TEST(AreaScan, NeighboursShareNoPixelAndLeaveNone)
{
    // Triangles about a common point that fill a square.
    std::mt19937 random(13);
    for (int round = 0; round < 100; ++round) {
        const QPointF middle(anywhere(random, 2, 38), anywhere(random, 2, 38));
        const std::vector<QPointF> rim{{0, 0}, {40, 0}, {40, 40}, {0, 40}, {0, 0}};
        std::vector<int> hits(40 * 40, 0);
        AreaScan scan(40, 0, 40);
        for (std::size_t i = 1; i < rim.size(); ++i) {
            PixelShapes triangle;
            triangle.points = {rim[i - 1], rim[i], middle, rim[i - 1]};
            triangle.closePart();
            triangle.closeFeature();
            scan.forEachRun(triangle, 0, [&](int y, int first, int end) {
                for (int x = first; x < end; ++x) {
                    ++hits[static_cast<std::size_t>(y * 40 + x)];
                }
            });
        }
        EXPECT_EQ(std::count(hits.begin(), hits.end(), 1), 40 * 40);
    }
}

TEST(CoverageMask, CoverIsWhatTheDistanceSays)
{
    std::mt19937 random(14);
    for (int round = 0; round < 200; ++round) {
        const QPointF a(anywhere(random, -10, 60), anywhere(random, -10, 50));
        const QPointF b(anywhere(random, -10, 60), anywhere(random, -10, 50));
        const double width = anywhere(random, 0.25, 9);
        QImage image(50, 40, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::white);
        CoverageMask mask(image.size(), 0, 40);
        mask.addSegment(a, b, width);
        mask.paint(PixelBuffer(image), Qt::black);
        for (int y = 0; y < 40; ++y) {
            for (int x = 0; x < 50; ++x) {
                const QPointF p(x + 0.5, y + 0.5);
                const QPointF d = b - a;
                const double length2 = QPointF::dotProduct(d, d);
                const double t = length2 > 0 ? std::clamp(QPointF::dotProduct(p - a, d) / length2, 0.0, 1.0) : 0;
                const QPointF e = p - a - t * d;
                const double share = std::clamp(std::max(width, 1.0) / 2 + 0.5 - std::hypot(e.x(), e.y()), 0.0, 1.0) *
                                     std::min(1.0, width);
                EXPECT_NEAR(255 - qGray(image.pixel(x, y)), share * 255, 1.01) << round << " " << x << " " << y;
            }
        }
    }
}

TEST(CoverageMask, PaintsAsBlendingPixelByPixelDoes)
{
    std::mt19937 random(17);
    for (int round = 0; round < 40; ++round) {
        const QColor colour = QColor::fromRgba(static_cast<QRgb>(random()));
        std::array<QImage, 2> images;
        for (QImage &image : images) {
            image = QImage(53, 20, QImage::Format_ARGB32_Premultiplied);
            image.fill(Qt::white);
        }
        for (int y = 0; y < 20; ++y) { // on anything, translucent as well
            for (int x = 0; x < 53; ++x) {
                images[1].setPixel(x, y, qPremultiply(static_cast<QRgb>(random())));
            }
        }
        const QImage below = images[1].copy();
        const QPointF a(anywhere(random, -5, 60), anywhere(random, -5, 25));
        const QPointF b(anywhere(random, -5, 60), anywhere(random, -5, 25));
        for (QImage &image : images) {
            CoverageMask mask(image.size(), 0, 20);
            mask.addSegment(a, b, 5);
            mask.paint(PixelBuffer(image), &image == images.data() ? QColor(Qt::black) : colour);
        }
        for (int y = 0; y < 20; ++y) {
            for (int x = 0; x < 53; ++x) {
                const unsigned cover = 255U - static_cast<unsigned>(qGray(images[0].pixel(x, y)));
                const QRgb under = reinterpret_cast<const QRgb *>(below.constScanLine(y))[x];
                const QRgb now = reinterpret_cast<const QRgb *>(images[1].constScanLine(y))[x];
                EXPECT_EQ(now, blend::over(under, colour.rgba(), cover)) << round << " " << x << " " << y;
            }
        }
    }
}

TEST(SegmentSet, KnowsEachSegmentFromEitherEnd)
{
    std::mt19937 random(15);
    std::set<std::tuple<double, double, double, double>> known;
    SegmentSet segments;
    segments.clear(0);
    int again = 0;
    for (int round = 0; round < 20000; ++round) {
        const auto place = [&] { return std::round(anywhere(random, -6, 6)) / 256 + (round % 2 == 0 ? 0 : 3e5); };
        QPointF a(place(), place());
        QPointF b(place(), place());
        if (a == b) {
            continue;
        }
        if (std::tie(b.rx(), b.ry()) < std::tie(a.rx(), a.ry())) {
            std::swap(a, b);
        }
        const bool isNew = known.emplace(a.x(), a.y(), b.x(), b.y()).second;
        again += isNew ? 0 : 1;
        EXPECT_EQ(round % 3 == 0 ? segments.insert(b, a) : segments.insert(a, b), isNew) << round;
    }
    EXPECT_GT(again, 2000);
    segments.clear(10);
    EXPECT_TRUE(segments.insert({1, 2}, {3, 4})) << "forgotten";
    for (int k = 0; k < 2; ++k) { // what cannot be told apart is never known
        EXPECT_TRUE(segments.insert({1e9, 2}, {3, 4}));
        EXPECT_TRUE(segments.insert({std::nan(""), 2}, {3, 4}));
        EXPECT_TRUE(segments.insert({7, 7}, {7, 7}));
    }
}

TEST(RasterBand, BordersThatAreasShareLookAsIfEachDrewItsOwn)
{
    std::mt19937 random(16);
    PixelShapes mosaic; // of squares whose corners are moved
    std::vector<QPointF> corners;
    for (int i = 0; i < 81; ++i) {
        corners.emplace_back(subpixel(i % 9 * 20 + anywhere(random, -8, 8)),
                             subpixel(i / 9 * 20 + anywhere(random, -8, 8)));
    }
    for (int i = 0; i < 64; ++i) {
        const int at = i / 8 * 9 + i % 8;
        for (const int corner : {at, at + 1, at + 10, at + 9, at}) {
            mosaic.points.push_back(corners[static_cast<std::size_t>(corner)]);
        }
        mosaic.closePart();
        mosaic.closeFeature();
    }
    const JobContext job;
    for (const double width : {0.4, 1.0, 3.7}) {
        std::array<QImage, 2> images;
        for (const bool isOutline : {false, true}) {
            QImage &image = images[isOutline ? 1 : 0];
            image = QImage(160, 160, QImage::Format_ARGB32_Premultiplied);
            image.fill(Qt::white);
            LinePass pass;
            pass.colour = QColor(0, 0, 0, 140);
            pass.width_px = width;
            pass.isOutline = isOutline;
            RasterBand band(PixelBuffer(image), image.size(), 0, 160, 4, {}, job);
            band.stroke(pass, mosaic);
        }
        for (int y = 0; y < 160; ++y) {
            for (int x = 0; x < 160; ++x) {
                EXPECT_NEAR(qGray(images[0].pixel(x, y)), qGray(images[1].pixel(x, y)), 1) << width;
            }
        }
        EXPECT_LT(qGray(images[1].pixel(corners[40].toPoint())), 250) << "there are borders";
    }
}

TEST(RasterBand, BordersBetweenClassesAreNoDarkerThanOthers)
{
    PixelLayer layer;
    for (const double left : {10.0, 30.0}) {
        SymbolBatch batch;
        batch.symbol = symbolOf(Marking::Plain, left > 20 ? Qt::yellow : Qt::cyan, QColor(0, 0, 0, 120), 0.3);
        for (const QPointF corner :
             {QPointF(0, 10), QPointF(20, 10), QPointF(20, 30), QPointF(0, 30), QPointF(0, 10)}) {
            batch.areas.points.push_back(corner + QPointF(left, 0.5));
        }
        batch.areas.closePart();
        batch.areas.closeFeature();
        layer.batches.push_back(std::move(batch));
    }
    QImage image(60, 40, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::white);
    const JobContext job;
    RasterBand band(PixelBuffer(image), image.size(), 0, 40, 4, {}, job);
    band.drawLayer(layer, {});
    // Under either border the right one of two pixels is yellow.
    EXPECT_EQ(image.pixel(30, 20), image.pixel(49, 20)) << "the border between them, and the last one";
    EXPECT_NE(image.pixel(30, 20), image.pixel(40, 20)) << "there is one";
}

TEST(Crew, DoesEachPieceOnceAndPassesOnWhatIsThrown)
{
    for (const unsigned size : {1U, 2U, 5U}) {
        Crew crew(size);
        for (int round = 0; round < 200; ++round) {
            std::vector<std::atomic<int>> done(static_cast<std::size_t>(round));
            crew.share(done.size(), [&](std::size_t i) { ++done[i]; });
            EXPECT_TRUE(std::all_of(done.begin(), done.end(), [](const auto &count) { return count == 1; }));
        }
        EXPECT_THROW(crew.share(10,
                                [](std::size_t i) {
                                    if (i == 7) {
                                        throw std::runtime_error("seven");
                                    }
                                }),
                     std::runtime_error);
        std::atomic<int> after = 0;
        crew.share(3, [&](std::size_t) { ++after; });
        EXPECT_EQ(after, 3);
    }
}

} // namespace
} // namespace cuntu
