// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/geo/packed_index.h"

#include "shared_table.h"
#include "tests/support/rounds.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <random>
#include <string>

namespace cuntu {
namespace {

using Items = std::vector<std::uint32_t>;

enum class Shape { Uniform, Clustered, Collinear, Equal, Grid, SomeEmpty, Huge };

struct Case {
    Shape shape;
    std::size_t count;
};

std::string nameOf(const testing::TestParamInfo<Case> &info)
{
    constexpr std::array names{"Uniform", "Clustered", "Collinear", "Equal", "Grid", "SomeEmpty", "Huge"};
    return names.at(static_cast<std::size_t>(info.param.shape)) + std::to_string(info.param.count);
}

class Generator {
public:
    explicit Generator(unsigned seed) : m_random(seed) {}

    double number(double from, double to) { return std::uniform_real_distribution<double>(from, to)(m_random); }
    Box box(Shape shape)
    {
        Point at{number(0, 1000), number(0, 1000)};
        double size = number(0, 20);
        switch (shape) {
        case Shape::Uniform:
            break;
        case Shape::Clustered:
            at = {500 + std::pow(number(-1, 1), 7) * 500, 10 + std::pow(number(-1, 1), 9)};
            break;
        case Shape::Collinear:
            at.y = 7;
            size = 0;
            break;
        case Shape::Equal:
            at = {39544098.5, 3142853.25};
            size = 0;
            break;
        case Shape::Grid:
            at = {std::floor(at.x / 100) * 100, std::floor(at.y / 100) * 100};
            size = 100;
            break;
        case Shape::SomeEmpty:
            size = number(-10, 10);
            break;
        case Shape::Huge:
            size = number(0, 1) < 0.1 ? 1e6 : 0;
            at.x *= 1e9;
            break;
        }
        return {at.x, at.y, at.x + size, at.y + size};
    }

private:
    std::mt19937 m_random;
};

Items bruteForce(const std::vector<Box> &boxes, const Box &wanted)
{
    Items found;
    for (std::size_t i = 0; i < boxes.size(); ++i) {
        if (boxes[i].intersects(wanted)) {
            found.push_back(static_cast<std::uint32_t>(i));
        }
    }
    return found;
}

struct Neighbour {
    double distance;
    std::uint32_t item;
    auto operator<=>(const Neighbour &) const = default;
};

std::vector<Neighbour> bruteNearest(const std::vector<Box> &boxes, Point from, double limit)
{
    std::vector<Neighbour> found;
    for (std::size_t i = 0; i < boxes.size(); ++i) {
        const Box &box = boxes[i];
        const double x = from.x - std::clamp(from.x, std::min(box.minX, box.maxX), box.maxX);
        const double y = from.y - std::clamp(from.y, std::min(box.minY, box.maxY), box.maxY);
        const double distance = std::sqrt(x * x + y * y);
        if (!box.isEmpty() && distance <= limit) {
            found.push_back({distance, static_cast<std::uint32_t>(i)});
        }
    }
    std::ranges::sort(found);
    return found;
}

class PackedIndexProperty : public testing::TestWithParam<Case> {
protected:
    static unsigned seed()
    {
        const char *given = std::getenv("CUNTU_TEST_SEED");
        return given ? static_cast<unsigned>(std::atoi(given)) : 20180630;
    }
};

TEST_P(PackedIndexProperty, FindsExactlyWhatBruteForceFinds)
{
    SCOPED_TRACE("CUNTU_TEST_SEED=" + std::to_string(seed()));
    Generator generator(seed());
    std::vector<Box> boxes;
    for (std::size_t i = 0; i < GetParam().count; ++i) {
        boxes.push_back(generator.box(GetParam().shape));
    }
    const PackedIndex index(boxes);
    ASSERT_EQ(index.size(), boxes.size());
    for (int round = 0; round < test::rounds(200); ++round) {
        Box wanted = generator.box(round % 2 == 0 ? GetParam().shape : Shape::Uniform);
        wanted = round % 5 == 0 ? wanted.grown(generator.number(0, 300)) : wanted;
        ASSERT_EQ(index.search(wanted), bruteForce(boxes, wanted)) << testing::PrintToString(wanted);
        Items visited;
        index.search(wanted, [&visited](std::uint32_t item) {
            visited.push_back(item);
            return true;
        });
        std::ranges::sort(visited);
        ASSERT_EQ(visited, bruteForce(boxes, wanted));
    }
}

TEST_P(PackedIndexProperty, GivesTheNearestInTheOrderOfBruteForce)
{
    SCOPED_TRACE("CUNTU_TEST_SEED=" + std::to_string(seed()));
    Generator generator(seed() + 1);
    std::vector<Box> boxes;
    for (std::size_t i = 0; i < GetParam().count; ++i) {
        boxes.push_back(generator.box(GetParam().shape));
    }
    const PackedIndex index(boxes);
    for (int round = 0; round < test::rounds(50); ++round) {
        const Box around = generator.box(round % 2 == 0 ? GetParam().shape : Shape::Uniform);
        const double limit = round % 3 == 0 ? 1e12 : generator.number(0, 300);
        std::vector<Neighbour> found;
        index.nearest({around.minX, around.minY}, limit, [&found](std::uint32_t item, double distance) {
            found.push_back({distance, item});
            return true;
        });
        ASSERT_EQ(found, bruteNearest(boxes, {around.minX, around.minY}, limit));
    }
}

std::vector<Case> cases()
{
    std::vector<Case> result;
    for (const Shape shape : {Shape::Uniform, Shape::Clustered, Shape::Collinear, Shape::Equal, Shape::Grid,
                              Shape::SomeEmpty, Shape::Huge}) {
        for (const std::size_t count : {0U, 1U, 2U, 15U, 16U, 17U, 255U, 256U, 257U, 4097U}) {
            result.push_back({shape, count});
        }
    }
    return result;
}

INSTANTIATE_TEST_SUITE_P(, PackedIndexProperty, testing::ValuesIn(cases()), nameOf);

} // namespace
} // namespace cuntu
