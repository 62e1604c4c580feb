// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/geo/geometry.h"

#include "shared_table.h"
#include "spatialite_blobs.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <initializer_list>
#include <limits>

namespace cuntu {
namespace {

struct Part {
    std::vector<Point> points;
    bool hole = false;
};

Geometry geometryOf(GeometryType type, std::initializer_list<Part> parts)
{
    Geometry geometry;
    geometry.type = type;
    for (const Part &part : parts) {
        geometry.addPart(part.points, part.hole);
    }
    return geometry;
}

const Part k_square{{{0, 0}, {10, 0}, {10, 10}, {0, 10}, {0, 0}}};
const Part k_hole{{{2, 2}, {2, 4}, {4, 4}, {4, 2}, {2, 2}}, true};
const Part k_triangle{{{20, 20}, {30, 20}, {30, 30}, {20, 20}}};

Geometry line()
{
    return geometryOf(GeometryType::Line, {{{{0, 0}, {1, 2}, {3.5, -1}}}});
}

Result<Geometry> read(const char *hex)
{
    const QByteArray bytes = blobs::bytes(hex);
    return fromSpatialiteBlob(blobs::view(bytes));
}

QByteArray written(const Geometry &geometry, int srid = 4527, bool multi = false)
{
    return toSpatialiteBlob(geometry, srid, multi);
}

TEST(Geometry, KeepsItsParts)
{
    const Geometry geometry = geometryOf(GeometryType::Polygon, {k_square, k_hole, k_triangle});
    EXPECT_EQ(geometry.partCount(), 3U);
    EXPECT_EQ(geometry.part(1).size(), 5U);
    EXPECT_EQ(geometry.part(1)[1], (Point{2, 4}));
    EXPECT_EQ(geometry.holes, (std::vector<bool>{false, true, false}));
    EXPECT_EQ(geometry.extent(), (Box{0, 0, 30, 30}));
    EXPECT_TRUE(Geometry().extent().isEmpty());
    EXPECT_EQ(Geometry::point({1, 2}).part(0)[0], (Point{1, 2}));
    EXPECT_TRUE(line().holes.empty());
}

TEST(SpatialiteBlob, IsWrittenAsSpatialiteWritesIt)
{
    EXPECT_EQ(written(Geometry::point({117.45, 28.4}), 4490), blobs::bytes(blobs::point));
    EXPECT_EQ(written(line()), blobs::bytes(blobs::line));
    EXPECT_EQ(written(geometryOf(GeometryType::Polygon, {k_square, k_hole})), blobs::bytes(blobs::polygonWithHole));
    EXPECT_EQ(written(geometryOf(GeometryType::Point, {{{{1, 2}}}, {{{3, 4}}}})), blobs::bytes(blobs::multiPoint));
    EXPECT_EQ(written(geometryOf(GeometryType::Line, {{{{0, 0}, {1, 1}}}, {{{2, 2}, {3, 3}, {4, 5}}}})),
              blobs::bytes(blobs::multiLine));
    EXPECT_EQ(written(geometryOf(GeometryType::Polygon, {k_square, k_hole, k_triangle})),
              blobs::bytes(blobs::multiPolygon));
    EXPECT_EQ(written(geometryOf(GeometryType::Polygon, {k_square}), 4527, true),
              blobs::bytes(blobs::multiPolygonOfOne));
}

TEST(SpatialiteBlob, OfNothingIsEmpty)
{
    constexpr double nan = std::numeric_limits<double>::quiet_NaN();
    EXPECT_TRUE(written(Geometry()).isEmpty());
    EXPECT_TRUE(written(geometryOf(GeometryType::Line, {})).isEmpty());
    EXPECT_TRUE(written(Geometry::point({nan, nan})).isEmpty());
}

TEST(SpatialiteBlob, ComesBackAsItWas)
{
    for (const Geometry &geometry :
         {Geometry::point({117.45, 28.4}), line(), geometryOf(GeometryType::Polygon, {k_square, k_hole, k_triangle}),
          geometryOf(GeometryType::Polygon, {k_triangle, k_square, k_hole})}) {
        for (const bool multi : {false, true}) {
            const QByteArray blob = written(geometry, 4490, multi);
            const auto back = fromSpatialiteBlob(blobs::view(blob));
            ASSERT_TRUE(back);
            EXPECT_EQ(*back, geometry);
        }
    }
}

TEST(SpatialiteBlob, IsReadWithHeightsAndMeasuresLeftOut)
{
    EXPECT_EQ(read(blobs::pointZM).value(), Geometry::point({1, 2}));
    EXPECT_EQ(read(blobs::lineZ).value(), line());
    EXPECT_EQ(read(blobs::lineM).value(), line());
    const Geometry triangle = geometryOf(GeometryType::Polygon, {{{{0, 0}, {10, 0}, {10, 10}, {0, 0}}}});
    EXPECT_EQ(read(blobs::polygonZM).value(), triangle);
    EXPECT_EQ(read(blobs::multiPolygonZ).value(), triangle);
}

TEST(SpatialiteBlob, IsReadCompressed)
{
    EXPECT_EQ(read(blobs::compressedLine).value(),
              geometryOf(GeometryType::Line, {{{{0, 0}, {1, 2}, {3.5, -1}, {5, 5}}}}));
    EXPECT_EQ(read(blobs::compressedLineZ).value(), line());
    EXPECT_EQ(read(blobs::compressedLineM).value(), line());
    EXPECT_EQ(read(blobs::compressedLineZM).value(), line());
    EXPECT_EQ(read(blobs::compressedPolygon).value(), geometryOf(GeometryType::Polygon, {k_square, k_hole}));
    EXPECT_EQ(read(blobs::compressedMultiLine).value(),
              geometryOf(GeometryType::Line, {{{{0, 0}, {1, 1}, {2, 0}}}, {{{2, 2}, {3, 3}, {4, 5}}}}));
}

TEST(SpatialiteBlob, IsReadInItsShortFormForPoints)
{
    EXPECT_EQ(read(blobs::tinyPoint).value(), Geometry::point({117.45, 28.4}));
    EXPECT_EQ(read(blobs::tinyPointZM).value(), Geometry::point({1, 2}));
}

TEST(SpatialiteBlob, IsReadFromMachinesOfTheOtherByteOrder)
{
    QByteArray blob = blobs::bytes(blobs::line);
    const auto turn = [&blob](qsizetype at, qsizetype size) {
        std::reverse(blob.begin() + at, blob.begin() + at + size);
    };
    blob[1] = 0;
    turn(2, 4);
    for (qsizetype at = 6; at < 38; at += 8) {
        turn(at, 8);
    }
    turn(39, 4);
    turn(43, 4);
    for (qsizetype at = 47; at + 8 < blob.size(); at += 8) {
        turn(at, 8);
    }
    EXPECT_EQ(fromSpatialiteBlob(blobs::view(blob)).value(), line());
}

TEST(SpatialiteBlob, OfACollectionIsReadWhenItIsOfOneKind)
{
    EXPECT_EQ(read(blobs::collectionOfLines).value(),
              geometryOf(GeometryType::Line, {{{{0, 0}, {1, 1}}}, {{{2, 2}, {3, 3}}}}));
    const auto mixed = read(blobs::collectionOfDifferentKinds);
    ASSERT_FALSE(mixed);
    EXPECT_EQ(mixed.error().code, ErrorCode::Unreadable);
}

TEST(SpatialiteBlob, ThatIsTooShortOrTooLongIsRefused)
{
    for (const char *hex : blobs::all) {
        const QByteArray blob = blobs::bytes(hex);
        for (qsizetype size = 0; size < blob.size(); ++size) {
            const QByteArray cut(blob.constData(), size); // a copy of its own, so that the sanitizer sees its end
            EXPECT_FALSE(fromSpatialiteBlob(blobs::view(cut))) << hex << " cut at " << size;
        }
        EXPECT_FALSE(fromSpatialiteBlob(blobs::view(blob + '\0'))) << hex;
        EXPECT_FALSE(fromSpatialiteBlob(blobs::view(blob + '\xFE'))) << hex;
    }
}

TEST(SpatialiteBlob, WithAnAbsurdCountIsRefusedBeforeMemoryIsTaken)
{
    for (const char *hex : {blobs::line, blobs::compressedLine, blobs::multiLine, blobs::polygonWithHole}) {
        QByteArray blob = blobs::bytes(hex);
        blob.replace(43, 4, QByteArray(4, '\xFF'));
        EXPECT_FALSE(fromSpatialiteBlob(blobs::view(blob))) << hex;
    }
}

} // namespace
} // namespace cuntu
