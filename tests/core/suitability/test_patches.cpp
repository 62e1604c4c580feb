// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/suitability/patches.h"

#include "core/geo/clean.h"
#include "core/geo/coverage.h"
#include "land_builder.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>
#include <set>

using namespace Qt::Literals::StringLiterals;

namespace cuntu::test {
namespace {

/// Values of '1'..'9' as tenths; '.' is 0.
std::vector<float> drawn(const std::vector<std::string> &rows)
{
    std::vector<float> values;
    for (const std::string &row : rows) {
        for (const char c : row) {
            values.push_back(c == '.' ? 0 : static_cast<float>(c - '0') / 10);
        }
    }
    return values;
}

std::vector<LandPatch> patchesOf(const WeighedLand &land, const PatchRules &rules)
{
    const auto scores = weightedScores(land, std::vector<double>{1}, openCells(land, {}), {});
    const auto patches = findPatches(land, *scores, rules, {});
    EXPECT_TRUE(patches) << patches.error().toText().toStdString();
    return patches ? *patches : std::vector<LandPatch>();
}

PatchRules plainRules()
{
    return {0.5, 10'000, 1e9, false, 0, 100};
}

TEST(Outline, IsValidAndHasTheGroundOfItsCells)
{
    std::mt19937 random(4);
    const GridFrame frame{*Crs::fromEpsg(4527), {39'500'000, 3'000'000}, 100, -100, 12, 9};
    for (int round = 0; round < 60; ++round) {
        std::vector<std::size_t> cells;
        for (std::size_t cell = 0; cell < frame.size(); ++cell) {
            if (random() % 100 < 55) {
                cells.push_back(cell);
            }
        }
        const Geometry outline = outlineOf(frame, cells);
        EXPECT_EQ(invalidityReason(outline), QString()) << round;
        EXPECT_NEAR(planarArea(outline), 10'000.0 * static_cast<double>(cells.size()), 1e-3);
        CellMask back(frame.size());
        burn(outline, frame, back);
        EXPECT_EQ(markedCells(back), cells) << round;
    }
}

TEST(Patches, AreConnectedOverSidesOrCorners)
{
    const WeighedLand land = landOf(5, 3, {drawn({"99...", "..9..", "...99"})});
    PatchRules rules = plainRules();
    EXPECT_EQ(patchesOf(land, rules).size(), 3U);
    rules.eightNeighbours = true;
    const auto one = patchesOf(land, rules);
    ASSERT_EQ(one.size(), 1U);
    EXPECT_EQ(one[0].cells.size(), 5U);
    EXPECT_EQ(invalidityReason(one[0].outline), QString());
    EXPECT_NEAR(one[0].area_m2, 50'000, 100) << "on the ellipsoid";
    rules.eightNeighbours = false;
    rules.leastArea_m2 = 20'000;
    EXPECT_EQ(patchesOf(land, rules).size(), 2U);
}

TEST(Patches, ThinPartsAreTakenOff)
{
    const WeighedLand land = landOf(7, 5, {drawn({".......", ".999...", ".999999", ".999...", "......."})});
    PatchRules rules = plainRules();
    rules.openingRadius = 1;
    const auto patches = patchesOf(land, rules);
    ASSERT_EQ(patches.size(), 1U);
    EXPECT_EQ(patches[0].cells.size(), 9U) << "the tail is too narrow";
    EXPECT_NEAR(patches[0].compactness, M_PI / 4, 1e-9) << "a square";
}

TEST(Patches, GrowFromTheBestCellUpToTheLargestAreaAndShareNothing)
{
    const WeighedLand land = landOf(8, 4, {drawn({"66666666", "67666666", "66666696", "66666666"})});
    PatchRules rules = plainRules();
    rules.mostArea_m2 = 90'000;
    rules.leastArea_m2 = 30'000;
    const auto patches = patchesOf(land, rules);
    std::set<std::size_t> seen;
    for (const LandPatch &patch : patches) {
        EXPECT_LE(patch.cells.size(), 9U);
        EXPECT_GE(patch.cells.size(), 3U);
        for (const std::size_t cell : patch.cells) {
            EXPECT_TRUE(seen.insert(cell).second) << "shared";
        }
    }
    ASSERT_GE(patches.size(), 3U);
    EXPECT_NEAR(patches[0].score, (8 * 0.6 + 0.9) / 9, 1e-6);
    EXPECT_NEAR(patches[0].values[0], patches[0].score, 1e-9);
    EXPECT_NE(std::find(patches[0].cells.begin(), patches[0].cells.end(), land.frame.index(6, 2)),
              patches[0].cells.end());
    // Those that lie side by side leave no gap between them: their union has no more ground than their sum.
    std::vector<Geometry> outlines;
    for (const LandPatch &patch : patches) {
        outlines.push_back(patch.outline);
    }
    EXPECT_TRUE(sharedGround(outlines, {})->empty());
    EXPECT_NEAR(planarArea(*dissolved(outlines)), 10'000.0 * static_cast<double>(seen.size()), 1);
}

TEST(Patches, RulesThatAreNoneAreRefused)
{
    const WeighedLand land = landOf(2, 1, {{1, 1}});
    const Grid scores{land.frame, {1, 1}};
    PatchRules rules = plainRules();
    rules.mostArea_m2 = 5;
    EXPECT_EQ(findPatches(land, scores, rules, {}).error().code, ErrorCode::Invalid);
}

TEST(Loosening, IsTheSmallestThatGivesASite)
{
    WeighedLand land = landOf(6, 1, {{1, 1, 1, 1, 1, 1}});
    excludeAbove(land, u"steep"_s, 25, {26, 27, 40, 28, 29, 30});
    excludeAbove(land, u"wet"_s, 1, {0, 0, 0, 0, 0, 0});
    PatchRules rules = plainRules();
    rules.leastArea_m2 = 20'000;
    const auto found = smallestLoosenings(land, {}, rules, {});
    ASSERT_TRUE(found);
    ASSERT_EQ(found->size(), 1U) << "without the wet one nothing more is open";
    EXPECT_EQ(found->front().exclusion, 0U);
    EXPECT_EQ(found->front().limit, 27) << "two cells hang together from there on";
    EXPECT_EQ(found->front().largest_m2, 20'000);
}

TEST(Loosening, OfPolygonsIsToDropThem)
{
    WeighedLand land = landOf(3, 1, {{1, 1, 1}});
    land.exclusions.push_back({u"zone"_s, {}, {}, {1, 1, 1}, std::nullopt, false, {}});
    const auto found = smallestLoosenings(land, {}, plainRules(), {});
    ASSERT_TRUE(found && found->size() == 1);
    EXPECT_FALSE(found->front().limit);
    EXPECT_EQ(found->front().largest_m2, 30'000);
}

} // namespace
} // namespace cuntu::test
