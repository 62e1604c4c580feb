// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snapshot/layer_patch.h"
#include "map_fixture.h"
#include "maps/render/picture_memory.h"
#include "tests/support/rounds.h"

#include <gtest/gtest.h>

#include <array>
#include <random>

namespace cuntu {
namespace {

using namespace test;

RenderLayer someLayer(int number, GeometryType type)
{
    std::mt19937 random(static_cast<unsigned>(number));
    std::uniform_real_distribution<double> anywhere(0, 300);
    SnapshotBuilder builder(qPrintable(QStringLiteral("layer%1").arg(number)), type);
    builder.text("name");
    for (int i = 0; i < 60; ++i) {
        const double x = anywhere(random);
        const double y = anywhere(random) * 0.7;
        if (type == GeometryType::Point) {
            builder.point(x, y);
        } else if (type == GeometryType::Line) {
            builder.line({{x, y}, {x + 30, y + 10}, {x + 20, y - 25}});
        } else {
            builder.box({x, y, x + 25, y + 15});
        }
        builder.cells({"上湾"});
    }
    LayerStyle style;
    style.opacity = number == 1 ? 0.6 : 1;
    style.label.field = number == 2 ? QStringLiteral("name") : QString();
    return layerOf(std::move(builder), style);
}

RenderRequest fourLayers()
{
    return mapOf({someLayer(0, GeometryType::Polygon), someLayer(1, GeometryType::Line),
                  someLayer(2, GeometryType::Point), someLayer(3, GeometryType::Line)});
}

/// @p layer with one feature somewhere else, or gone.
Immutable<LayerSnapshot> edited(const LayerSnapshot &layer, std::size_t row, Point by, bool goes)
{
    PackedGeometry shapes;
    shapes.type = layer.schema().geometry;
    std::vector<FeatureId> ids;
    Column names(Column::Kind::Text);
    const std::array<FeatureId, 1> touched{layer.id(row)};
    if (!goes) {
        Geometry shape = layer.geometry().geometry(row);
        for (Point &point : shape.points) {
            point = {point.x + by.x, point.y + by.y};
        }
        shapes.append(shape);
        ids = {touched[0]};
        names.appendText("下湾");
    }
    shapes.finish();
    names.finish();
    const LayerSnapshot now(layer.schema(), layer.crs(), layer.revision() + 1, freeze(std::move(ids)),
                            freeze(std::move(shapes)), {{QStringLiteral("name"), freeze(std::move(names))}});
    return patchedLayer(layer, now, touched);
}

/// Puts some rows of an overlay into other classes; gives the layer one where it has none.
void mark(RenderLayer &layer, std::mt19937 &random)
{
    auto overlay = std::make_shared<OverlayFeatures>();
    overlay->layer = layer.snapshot;
    overlay->classes.resize(layer.snapshot->size(), 0);
    if (layer.overlay && layer.overlay->classes.size() == overlay->classes.size()) {
        overlay->classes = layer.overlay->classes;
    }
    overlay->classes[random() % overlay->classes.size()] = static_cast<std::uint8_t>(random() % 3);
    layer.overlay = overlay;
    layer.overlayClasses.resize(2);
    layer.overlayClasses[0].colour = Qt::darkGreen;
    layer.overlayClasses[1].colour = Qt::red;
}

/// Changes a style, a selection, a layer's features, the order, or the place, at random.
void change(RenderRequest &request, std::mt19937 &random)
{
    const auto upTo = [&](int most) { return std::uniform_int_distribution<int>(0, most)(random); };
    RenderLayer &layer = request.layers[static_cast<std::size_t>(upTo(3))];
    switch (upTo(14)) {
    case 0:
        request.extent.centre.x += upTo(20) - 10;
        break;
    case 1:
        std::swap(request.layers[1], request.layers[2]);
        break;
    case 2:
        layer.selected = {static_cast<std::uint32_t>(upTo(59))};
        break;
    case 3:
        layer.snapshot = someLayer(upTo(20) + 4, layer.snapshot->schema().geometry).snapshot;
        break;
    case 4:
        layer.style.minScale = layer.style.minScale > 0 ? 0 : 1;
        break;
    case 5:
    case 6:
    case 7:
        layer.snapshot = edited(*layer.snapshot, static_cast<std::size_t>(upTo(40)), {upTo(40) - 20.0, upTo(40) - 20.0},
                                layer.snapshot->size() > 45 && upTo(3) == 0);
        break;
    case 8:
    case 9:
        mark(layer, random);
        break;
    case 10:
        layer.overlay.reset();
        layer.overlayClasses.clear();
        break;
    default:
        layer.style.symbol.fill = QColor::fromRgb(static_cast<QRgb>(random()));
        layer.style.symbol.stroke = QColor::fromRgb(static_cast<QRgb>(random()));
        break;
    }
}

TEST(PictureMemory, ChangesNoPixel)
{
    std::mt19937 random(4);
    RenderRequest request = fourLayers();
    PictureMemory memory;
    std::size_t kept = 0;
    int inRows = 0;
    for (int round = 0; round < rounds(800); ++round) {
        change(request, random);
        request.threads = 1 + static_cast<unsigned>(round % 3);
        const auto with = render(request, {}, {}, &memory);
        const auto without = render(request, {});
        ASSERT_TRUE(with && without);
        ASSERT_EQ(with->image, without->image) << round;
        ASSERT_EQ(with->layers.size(), without->layers.size());
        ASSERT_EQ(with->labels.size(), without->labels.size());
        kept += with->kept;
        inRows += memory.rows() ? 1 : 0;
    }
    EXPECT_GT(kept, static_cast<std::size_t>(rounds(800)) / 4) << "something is taken over";
    EXPECT_GT(inRows, rounds(800) / 8) << "parts are drawn again";
}

TEST(PictureMemory, OnlyWhatAnEditTouchesIsDrawnAgain)
{
    RenderRequest request = fourLayers();
    PictureMemory memory;
    const auto draw = [&] {
        const auto drawn = render(request, {}, {}, &memory);
        EXPECT_EQ(drawn->image, pictureOf(request));
        return memory.rows();
    };
    EXPECT_FALSE(draw()) << "the first one";
    request.layers[2].selected = {4};
    EXPECT_FALSE(draw()) << "from now on the whole picture is known";
    request.layers[1].snapshot = edited(*request.layers[1].snapshot, 7, {3, 3}, false);
    const auto rows = draw();
    ASSERT_TRUE(rows);
    EXPECT_FALSE(rows->isEmpty());
    EXPECT_LT(rows->bottom - rows->top, 80) << "of " << request.extent.size.height();
    request.layers[1].selected = {1, 2};
    ASSERT_TRUE(draw());
    EXPECT_TRUE(memory.rows()->isEmpty()) << "selections lie on top";
    std::mt19937 random(5);
    mark(request.layers[0], random);
    EXPECT_FALSE(draw()) << "an overlay where there was none";
    mark(request.layers[0], random);
    EXPECT_TRUE(draw()) << "one feature in another class";
    request.layers[0].style.opacity = 0.5;
    EXPECT_FALSE(draw()) << "the layer looks otherwise everywhere";
    request.layers[2].style.kind = LayerStyle::Kind::Density;
    EXPECT_FALSE(draw());
    request.layers[2].snapshot = edited(*request.layers[2].snapshot, 7, {3, 3}, false);
    EXPECT_FALSE(draw()) << "a density reaches far";
    request.extent.centre.x += 1;
    EXPECT_FALSE(draw()) << "the map was moved";
}

TEST(PictureMemory, TakesOverWhatLiesBelowTheLayerThatChanges)
{
    RenderRequest request = fourLayers();
    PictureMemory memory;
    std::vector<std::size_t> kept;
    for (int i = 0; i < 5; ++i) {
        request.layers[2].style.symbol.size_mm = 2 + i;
        kept.push_back(render(request, {}, {}, &memory)->kept);
    }
    EXPECT_EQ(kept, (std::vector<std::size_t>{0, 0, 2, 2, 2}));
    request.layers[3].style.symbol.size_mm = 9;
    EXPECT_EQ(render(request, {}, {}, &memory)->kept, 2U);
    request.layers[3].style.symbol.size_mm = 8;
    EXPECT_EQ(render(request, {}, {}, &memory)->kept, 3U);
    request.layers[0].style.symbol.fill = Qt::red;
    EXPECT_EQ(render(request, {}, {}, &memory)->kept, 0U);
    request.extent.centre.x += 1;
    EXPECT_EQ(render(request, {}, {}, &memory)->kept, 0U);
}

TEST(PictureMemory, RastersAreReadEachTime)
{
    RenderRequest request = fourLayers();
    request.rasters = {{QStringLiteral("nowhere.tif"), 1, false}};
    PictureMemory memory;
    for (int i = 0; i < 4; ++i) {
        request.layers[3].style.symbol.size_mm = 2 + i;
        const auto result = render(request, {}, {}, &memory);
        EXPECT_EQ(result->kept, 0U);
        EXPECT_EQ(result->errors.size(), 1U);
    }
}

TEST(PictureMemory, ACancelledPictureIsNoneToGoOnFrom)
{
    RenderRequest request = fourLayers();
    PictureMemory memory;
    ASSERT_TRUE(render(request, {}, {}, &memory));
    JobContext job;
    job.cancel.cancel();
    request.layers[3].style.symbol.size_mm = 7;
    EXPECT_FALSE(render(request, job, {}, &memory));
    request.layers[3].style.symbol.size_mm = 8;
    const auto result = render(request, {}, {}, &memory);
    ASSERT_TRUE(result);
    EXPECT_EQ(result->image, pictureOf(request));
}

} // namespace
} // namespace cuntu
