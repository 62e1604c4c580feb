// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/geo/geometry.h"

#include "spatialite_blobs.h"
#include "tests/support/rounds.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <memory>
#include <random>

namespace cuntu {
namespace {

unsigned seedOfRun()
{
    const char *given = std::getenv("CUNTU_TEST_SEED");
    const unsigned seed = given ? static_cast<unsigned>(std::atoi(given)) : 20180630;
    std::cout << "seed " << seed << " (CUNTU_TEST_SEED)\n";
    return seed;
}

// In memory of exactly its size, so that the sanitizer sees a read beside it.
Result<Geometry> readExactly(const QByteArray &blob)
{
    const auto size = static_cast<std::size_t>(blob.size());
    const auto copy = std::make_unique<std::uint8_t[]>(size);
    std::copy(blob.begin(), blob.end(), copy.get());
    return fromSpatialiteBlob({copy.get(), size});
}

void expectSound(const Geometry &geometry)
{
    std::uint32_t end = 0;
    for (const std::uint32_t partEnd : geometry.partEnds) {
        ASSERT_LT(end, partEnd);
        end = partEnd;
    }
    ASSERT_EQ(end, geometry.points.size());
    if (geometry.type == GeometryType::Polygon) {
        ASSERT_EQ(geometry.holes.size(), geometry.partCount());
    }
}

TEST(SpatialiteBlobProperty, DamagedBlobsAreRefusedOrSoundButNeverRunOver)
{
    std::mt19937 random(seedOfRun());
    std::size_t readable = 0;
    for (const char *hex : blobs::all) {
        const QByteArray blob = blobs::bytes(hex);
        for (int round = 0; round < 20'000; ++round) {
            QByteArray damaged = blob;
            for (unsigned flips = 1 + random() % 4; flips > 0; --flips) {
                const auto at = static_cast<qsizetype>(random() % static_cast<unsigned>(damaged.size()));
                damaged[at] = static_cast<char>(damaged[at] ^ (1 << (random() % 8)));
            }
            if (round % 3 == 0) {
                damaged.truncate(static_cast<qsizetype>(random() % static_cast<unsigned>(damaged.size() + 1)));
            }
            if (const auto geometry = readExactly(damaged)) {
                ++readable;
                expectSound(*geometry);
            }
        }
    }
    EXPECT_GT(readable, 1000U); // flips in coordinates leave a blob whole: the test reached the far end of the reader
}

TEST(SpatialiteBlobProperty, EverySingleFlippedBitIsSurvived)
{
    for (const char *hex : blobs::all) {
        QByteArray blob = blobs::bytes(hex);
        for (qsizetype at = 0; at < blob.size(); ++at) {
            for (int bit = 0; bit < 8; ++bit) {
                const char before = blob[at];
                blob[at] = static_cast<char>(before ^ (1 << bit));
                if (const auto geometry = readExactly(blob)) {
                    expectSound(*geometry);
                }
                blob[at] = before;
            }
        }
    }
}

} // namespace
} // namespace cuntu
