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

} // namespace

PackedIndex::PackedIndex(std::span<const Box> boxes) : m_count(boxes.size())
{
    for (const Box &box : boxes) {
        if (canBeFound(box)) {
            m_extent.add(box);
        }
    }
    m_children = inCurveOrder(boxes, m_extent);
    const std::size_t total = m_children.size() + m_children.size() / (k_nodeSize - 1) + k_mostLevels;
    m_children.reserve(total);
    m_boxes.reserve(total);
    for (const std::uint32_t item : m_children) {
        m_boxes.push_back(boxes[item]);
    }
    addLevels();
}

void PackedIndex::addLevels()
{
    std::size_t begin = 0;
    m_levelEnds.push_back(m_boxes.size());
    while (m_levelEnds.back() - begin > 1) {
        const std::size_t end = m_levelEnds.back();
        for (std::size_t first = begin; first < end; first += k_nodeSize) {
            Box around;
            for (std::size_t child = first; child < std::min(first + k_nodeSize, end); ++child) {
                around.add(m_boxes[child]);
            }
            m_boxes.push_back(around);
            m_children.push_back(static_cast<std::uint32_t>(first));
        }
        begin = end;
        m_levelEnds.push_back(m_boxes.size());
    }
}

// The end of the node whose children begin at @p first: a node never reaches into the next level.
std::size_t PackedIndex::nodeEnd(std::size_t first) const
{
    const std::size_t levelEnd = *std::ranges::upper_bound(m_levelEnds, first);
    return std::min(first + k_nodeSize, levelEnd);
}

template <typename Visit> void PackedIndex::searchWith(const Box &box, Visit &&visit) const
{
    if (m_boxes.empty() || !m_boxes.back().intersects(box)) {
        return;
    }
    const std::size_t items = m_levelEnds.front();
    std::array<std::size_t, k_mostLevels * k_nodeSize> nodes; // first children of the nodes still to be looked into
    std::size_t waiting = 0;
    nodes[waiting++] = m_levelEnds.size() == 1 ? 0 : m_children.back();
    while (waiting > 0) {
        const std::size_t first = nodes[--waiting];
        const std::size_t end = nodeEnd(first);
        for (std::size_t i = first; i < end; ++i) {
            if (!m_boxes[i].intersects(box)) {
                continue;
            }
            if (i >= items) {
                nodes[waiting++] = m_children[i];
            } else if (!visit(m_children[i])) {
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
    if (m_boxes.empty()) {
        return;
    }
    const std::size_t items = m_levelEnds.front();
    std::priority_queue<Waiting> waiting;
    const auto offer = [&](std::size_t position) {
        const double distance = distanceTo(m_boxes[position], from);
        if (distance <= limit) {
            const bool isItem = position < items;
            waiting.push({distance, isItem, isItem ? m_children[position] : static_cast<std::uint32_t>(position)});
        }
    };
    offer(m_boxes.size() - 1);
    while (!waiting.empty()) {
        const Waiting next = waiting.top();
        waiting.pop();
        if (!next.isItem) {
            const std::size_t first = m_children[next.number];
            for (std::size_t i = first; i < nodeEnd(first); ++i) {
                offer(i);
            }
        } else if (!visit(next.number, next.distance)) {
            return;
        }
    }
}

} // namespace cuntu
