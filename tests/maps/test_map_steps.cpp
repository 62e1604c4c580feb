// SPDX-License-Identifier: GPL-3.0-or-later
#include "map_fixture.h"
#include "maps/view/map_view.h"

#include <QTest>

#include <gtest/gtest.h>

#include <random>

namespace cuntu {
namespace {

using namespace test;

/// What somebody may do to a map, at random: move, zoom, change a feature, show and hide layers, select.
class Hands {
public:
    explicit Hands(unsigned seed) : m_random(seed)
    {
        for (int i = 0; i < 400; ++i) {
            m_points.push_back({number(0, 2000), number(0, 1500)});
        }
        for (int i = 0; i < 60; ++i) {
            m_centres.push_back({number(0, 2000), number(0, 1500)});
        }
        view.resize(300, 220);
        view.show();
        view.setLayers(layers());
        EXPECT_TRUE(settled());
    }

    void step()
    {
        switch (m_random() % 6) {
        case 0:
            view.setCentre({view.extent().centre.x + number(-90, 90) * view.extent().unitsPerPixel,
                            view.extent().centre.y + number(-90, 90) * view.extent().unitsPerPixel});
            break;
        case 1:
            view.zoomAbout({number(0, 300), number(0, 220)}, m_random() % 2 == 0 ? 1.7 : 1 / 1.7);
            break;
        case 2:
            m_points[m_random() % m_points.size()] = {number(0, 2000), number(0, 1500)};
            view.setLayers(layers());
            break;
        case 3:
            m_centres[m_random() % m_centres.size()] = {number(0, 2000), number(0, 1500)};
            view.setLayers(layers());
            break;
        case 4:
            m_shown ^= 1U << (m_random() % 3);
            view.setLayers(layers());
            break;
        default:
            view.setSelected(QStringLiteral("areas"), {static_cast<std::uint32_t>(m_random() % m_centres.size())});
            break;
        }
        if (view.extent().unitsPerPixel > 100 || view.extent().unitsPerPixel < 0.01) {
            view.zoomToFull();
        }
    }

    bool settled()
    {
        return QTest::qWaitFor([this] { return !view.isRendering(); }, 20000);
    }

    /// The picture on the screen without the scale bar, and what it should be.
    QImage shown() { return withoutScaleBar(view.grab().toImage()); }
    QImage fresh() const
    {
        RenderRequest request = view.request();
        request.threads = 1;
        return withoutScaleBar(pictureOf(request));
    }

    std::size_t upTo(std::size_t most) { return m_random() % most; }

    MapView view;

private:
    double number(double from, double to) { return std::uniform_real_distribution<double>(from, to)(m_random); }

    static QImage withoutScaleBar(const QImage &image)
    {
        return image.copy(0, 0, image.width(), image.height() - 60).convertToFormat(QImage::Format_RGB32);
    }

    std::vector<RenderLayer> layers() const
    {
        SnapshotBuilder areas("areas", GeometryType::Polygon);
        SnapshotBuilder lines("lines", GeometryType::Line);
        for (const Point centre : m_centres) {
            areas.box({centre.x - 40, centre.y - 30, centre.x + 40, centre.y + 30});
            lines.line({centre, {centre.x + 150, centre.y + 20}, {centre.x + 160, centre.y - 200}});
        }
        SnapshotBuilder points("points", GeometryType::Point);
        for (const Point point : m_points) {
            points.point(point.x, point.y);
        }
        LayerStyle faint;
        faint.opacity = 0.7;
        std::vector<RenderLayer> all{layerOf(std::move(areas), faint), layerOf(std::move(lines)),
                                     layerOf(std::move(points))};
        std::vector<RenderLayer> result;
        for (std::size_t i = 0; i < all.size(); ++i) {
            if ((m_shown & (1U << i)) != 0) {
                result.push_back(std::move(all[i]));
            }
        }
        return result;
    }

    std::mt19937 m_random;
    std::vector<Point> m_points;
    std::vector<Point> m_centres;
    unsigned m_shown = 7;
};

// CUNTU_STEPS=10000 for a long run.
TEST(MapSteps, WhateverWasDoneTheScreenShowsWhatADrawingFromScratchDoes)
{
    const int steps = qEnvironmentVariableIsSet("CUNTU_STEPS") ? qEnvironmentVariableIntValue("CUNTU_STEPS") : 300;
    const unsigned seed = 20;
    Hands hands(seed);
    for (int done = 0; done < steps;) {
        for (std::size_t left = hands.upTo(12) + 1; left > 0; --left, ++done) {
            hands.step();
            if (hands.upTo(3) == 0) {
                QTest::qWait(static_cast<int>(hands.upTo(25))); // long enough for some drawings to begin, or to end
            }
        }
        ASSERT_TRUE(hands.settled()) << "seed " << seed << ", step " << done;
        if (hands.view.fullExtent().isEmpty()) {
            continue; // a text is shown instead
        }
        ASSERT_EQ(hands.shown(), hands.fresh()) << "seed " << seed << ", step " << done;
    }
}

} // namespace
} // namespace cuntu
