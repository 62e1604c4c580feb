// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/height_grid.h"

#include <gtest/gtest.h>

#include <QFile>

#include <algorithm>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace cuntu {
namespace {

const QString k_sample = QStringLiteral(CUNTU_SOURCE_DIR "/sample-data/county/地形.tif");

TEST(Heights, BetweenCentresAreBilinear)
{
    HeightGrid grid;
    grid.stepX = 10;
    grid.stepY = -10;
    grid.columns = 2;
    grid.rows = 2;
    grid.corner = {0, 20};
    grid.heights_m = {0, 10, 20, 30};
    EXPECT_EQ(grid.heightAt({5, 15}), 0);
    EXPECT_EQ(grid.heightAt({15, 5}), 30);
    EXPECT_EQ(grid.heightAt({10, 10}), 15);
    EXPECT_EQ(grid.heightAt({5, 10}), 10);
    EXPECT_TRUE(std::isnan(grid.heightAt({4.9, 10}))) << "outside the centres";
    grid.heights_m[0] = std::nanf("");
    EXPECT_TRUE(std::isnan(grid.heightAt({10, 10})));
}

TEST(Heights, OfAPartAreThoseOfTheWhole)
{
    const Crs degrees = *Crs::fromEpsg(4490);
    const auto whole = readHeights(k_sample, {115, 27, 118, 29}, degrees);
    const auto part = readHeights(k_sample, {116.2, 27.5, 116.3, 27.6}, degrees);
    ASSERT_TRUE(whole) << whole.error().toText().toStdString();
    ASSERT_TRUE(part);
    EXPECT_EQ(whole->columns * whole->rows, 313200);
    EXPECT_LT(part->columns, 130);
    for (double x = 116.2; x < 116.3; x += 0.007) {
        EXPECT_NEAR(part->heightAt({x, 27.55}), whole->heightAt({x, 27.55}), 1e-6);
    }
    const auto plane = readHeights(k_sample, {420000, 3045000, 425000, 3050000}, *Crs::fromEpsg(4548));
    EXPECT_TRUE(plane) << "the window may be in another CRS";
}

TEST(Heights, WhatIsNoneIsRefused)
{
    const Crs degrees = *Crs::fromEpsg(4490);
    EXPECT_EQ(readHeights(k_sample, {10, 50, 11, 51}, degrees).error().code, ErrorCode::NotFound);
    EXPECT_EQ(readHeights(u"/nowhere.tif"_s, {10, 50, 11, 51}, degrees).error().code, ErrorCode::Unreadable);
    EXPECT_EQ(readHeights(QStringLiteral(CUNTU_SOURCE_DIR "/README.md"), {10, 50, 11, 51}, degrees).error().code,
              ErrorCode::Unreadable);
}

TEST(Heights, OfSrtmHaveTheirGaps)
{
    const QString file = QStringLiteral(CUNTU_SOURCE_DIR "/../shared/data/terrain/N42E001.hgt.zip");
    if (!QFile::exists(file)) {
        GTEST_SKIP() << "the terrain (../shared/data/terrain) is not here";
    }
    const auto grid =
        readHeights(u"/vsizip/"_s + file + u"/N42E001.hgt"_s, {0.5, 41.5, 2.5, 43.5}, *Crs::fromEpsg(4490));
    ASSERT_TRUE(grid);
    EXPECT_EQ(grid->columns, 1201);
    EXPECT_EQ(std::count_if(grid->heights_m.begin(), grid->heights_m.end(), [](float h) { return std::isnan(h); }),
              7652)
        << "hgt_figures.csv";
    float most = 0;
    for (const float height : grid->heights_m) {
        most = std::isnan(height) ? most : std::max(most, height);
    }
    EXPECT_EQ(most, 3100);
}

} // namespace
} // namespace cuntu
