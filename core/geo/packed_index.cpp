// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/geo/packed_index.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <queue>

namespace cuntu {

namespace {

constexpr std::size_t k_nodeSize = 16;
constexpr std::size_t k_mostLevels = 9; // 16^8 = 2^32 leaves, and the root above
constexpr std::uint32_t k_cells = 1U << 16;

// Distance along the Hilbert curve through k_cells x k_cells cells: level by level from the coarsest, in each
// the quarter in its order of visit, then the square turned so that the quarter's own curve is the same again.
std::uint32_t hilbertValue(std::uint32_t x, std::uint32_t y)
{
    std::uint32_t distance = 0;
    for (std::uint32_t size = k_cells / 2; size > 0; size /= 2) {
        const std::uint32_t right = (x & size) != 0 ? 1 : 0;
        const std::uint32_t up = (y & size) != 0 ? 1 : 0;
        distance = distance * 4 + ((3 * right) ^ up);
        const std::uint32_t flip = (right & (up ^ 1U)) != 0 ? k_cells - 1 : 0;
        const std::uint32_t swapped = up == 0 ? x ^ y : 0;
        x ^= swapped ^ flip;
        y ^= swapped ^ flip;
    }
    return distance;
}

// The cell of @p value on one axis. Infinite and not-a-number values go to the first: they cost speed, not truth.
std::uint32_t cell(double value, double from, double width)
{
    const double position = (value - from) / width * (k_cells - 1);
    return position > 0 && position < k_cells ? static_cast<std::uint32_t>(position) : 0;
}

// Not isEmpty(), which a box of not-a-numbers escapes.
bool canBeFound(const Box &box)
{
    return box.minX <= box.maxX && box.minY <= box.maxY;
}

// Item numbers in the order of their centres along the curve. Sorted as 64-bit keys, curve above and number below.
std::vector<std::uint32_t> inCurveOrder(std::span<const Box> boxes, const Box &extent)
{
    std::vector<std::uint64_t> keys;
    keys.reserve(boxes.size());
    for (std::size_t i = 0; i < boxes.size(); ++i) {
        if (canBeFound(boxes[i])) {
            const Point centre = boxes[i].centre();
            const std::uint32_t curve =
                hilbertValue(cell(centre.x, extent.minX, extent.width()), cell(centre.y, extent.minY, extent.height()));
            keys.push_back((static_cast<std::uint64_t>(curve) << 32) | i);
        }
    }
    std::ranges::sort(keys);
    std::vector<std::uint32_t> items(keys.size());
    std::ranges::transform(keys, items.begin(), [](std::uint64_t key) { return static_cast<std::uint32_t>(key); });
    return items;
}

double distanceTo(const Box &box, Point from)
{
    const double x = std::max({box.minX - from.x, 0.0, from.x - box.maxX});
    const double y = std::max({box.minY - from.y, 0.0, from.y - box.maxY});
    return std::sqrt(x * x + y * y);
}

// What nearest() has yet to look at. Of equal distances nodes come first, so that all items of that distance
// are there before the first of them is given out.
struct Waiting {
    double distance = 0;
    bool isItem = false;
    std::uint32_t number = 0; // of the item, or the node's position in the array

    bool operator<(const Waiting &other) const // std::priority_queue gives the greatest first
    {
        if (distance != other.distance) {
            return distance > other.distance;
        }
        return isItem != other.isItem ? isItem : number > other.number;
    }
};

/// The arrays of an index while they are filled.
struct Levels {
    std::vector<Box> boxes;
    std::vector<std::uint32_t> children;
    std::vector<std::uint64_t> ends;
};

// Adds the levels above the leaves, up to one with a single node.
void addLevels(Levels &levels)
{
    std::size_t begin = 0;
    levels.ends.push_back(levels.boxes.size());
    while (levels.ends.back() - begin > 1) {
        const std::size_t end = levels.ends.back();
        for (std::size_t first = begin; first < end; first += k_nodeSize) {
            Box around;
            for (std::size_t child = first; child < std::min(first + k_nodeSize, end); ++child) {
                around.add(levels.boxes[child]);
            }
            levels.boxes.push_back(around);
            levels.children.push_back(static_cast<std::uint32_t>(first));
        }
        begin = end;
        levels.ends.push_back(levels.boxes.size());
    }
}

// How the numbers of nodes go from @p leaves up to one; what addLevels() makes.
std::vector<std::uint64_t> endsAbove(std::size_t leaves)
{
    std::vector<std::uint64_t> ends{leaves};
    for (std::size_t level = leaves; level > 1;) {
        level = (level + k_nodeSize - 1) / k_nodeSize;
        ends.push_back(ends.back() + level);
    }
    return ends;
}

} // namespace

PackedIndex::PackedIndex(std::span<const Box> boxes)
{
    for (const Box &box : boxes) {
        if (canBeFound(box)) {
            m_extent.add(box);
        }
    }
    Levels levels;
    levels.children = inCurveOrder(boxes, m_extent);
    const std::size_t total = levels.children.size() + levels.children.size() / (k_nodeSize - 1) + k_mostLevels;
    levels.children.reserve(total);
    levels.boxes.reserve(total);
    for (const std::uint32_t item : levels.children) {
        levels.boxes.push_back(boxes[item]);
    }
    addLevels(levels);
    m_parts = {boxes.size(), FlatArray(std::move(levels.boxes)), FlatArray(std::move(levels.children)),
               FlatArray(std::move(levels.ends))};
}

std::optional<PackedIndex> PackedIndex::fromParts(Parts parts)
{
    if (parts.levelEnds.empty() || parts.boxes.size() != parts.children.size() ||
        parts.levelEnds.front() > parts.count ||
        !std::ranges::equal(parts.levelEnds, endsAbove(parts.levelEnds.front())) ||
        parts.levelEnds.back() != parts.boxes.size()) {
        return std::nullopt;
    }
    const std::size_t leaves = parts.levelEnds.front();
    // Upper nodes begin at each sixteenth of the level below.
    std::size_t level = 0;
    std::size_t first = 0;
    for (std::size_t i = 0; i < parts.children.size(); ++i) {
        if (i < leaves) {
            if (parts.children[i] >= parts.count) {
                return std::nullopt;
            }
            continue;
        }
        if (first >= parts.levelEnds[level]) {
            first = parts.levelEnds[level++];
        }
        if (parts.children[i] != first) {
            return std::nullopt;
        }
        first += k_nodeSize;
    }
    PackedIndex index;
    if (!parts.boxes.empty()) {
        index.m_extent = parts.boxes.back();
    }
    index.m_parts = std::move(parts);
    return index;
}

// The end of the node whose children begin at @p first: a node never reaches into the next level.
std::size_t PackedIndex::nodeEnd(std::size_t first) const
{
    const std::size_t levelEnd = *std::ranges::upper_bound(m_parts.levelEnds, first);
    return std::min(first + k_nodeSize, levelEnd);
}

template <typename Visit> void PackedIndex::searchWith(const Box &box, Visit &&visit) const
{
    if (m_parts.boxes.empty() || !m_parts.boxes.back().intersects(box)) {
        return;
    }
    const std::size_t items = m_parts.levelEnds.front();
    std::array<std::size_t, k_mostLevels * k_nodeSize> nodes; // first children of the nodes still to be looked into
    std::size_t waiting = 0;
    nodes[waiting++] = m_parts.levelEnds.size() == 1 ? 0 : m_parts.children.back();
    while (waiting > 0) {
        const std::size_t first = nodes[--waiting];
        const std::size_t end = nodeEnd(first);
        for (std::size_t i = first; i < end; ++i) {
            if (!m_parts.boxes[i].intersects(box)) {
                continue;
            }
            if (i >= items) {
                nodes[waiting++] = m_parts.children[i];
            } else if (!visit(m_parts.children[i])) {
                return;
            }
        }
    }
}

void PackedIndex::search(const Box &box, const std::function<bool(std::uint32_t)> &visit) const
{
    searchWith(box, visit);
}

std::vector<std::uint32_t> PackedIndex::search(const Box &box) const
{
    std::vector<std::uint32_t> found;
    searchWith(box, [&found](std::uint32_t item) {
        found.push_back(item);
        return true;
    });
    std::ranges::sort(found);
    return found;
}

void PackedIndex::nearest(Point from, double limit, const std::function<bool(std::uint32_t, double)> &visit) const
{
    if (m_parts.boxes.empty()) {
        return;
    }
    const std::size_t items = m_parts.levelEnds.front();
    std::priority_queue<Waiting> waiting;
    const auto offer = [&](std::size_t position) {
        const double distance = distanceTo(m_parts.boxes[position], from);
        if (distance <= limit) {
            const bool isItem = position < items;
            waiting.push(
                {distance, isItem, isItem ? m_parts.children[position] : static_cast<std::uint32_t>(position)});
        }
    };
    offer(m_parts.boxes.size() - 1);
    while (!waiting.empty()) {
        const Waiting next = waiting.top();
        waiting.pop();
        if (!next.isItem) {
            const std::size_t first = m_parts.children[next.number];
            for (std::size_t i = first; i < nodeEnd(first); ++i) {
                offer(i);
            }
        } else if (!visit(next.number, next.distance)) {
            return;
        }
    }
}

} // namespace cuntu
