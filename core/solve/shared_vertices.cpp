// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/solve/shared_vertices.h"

#include <bit>

namespace cuntu {

namespace {

std::uint64_t mixed(Point point)
{
    // Adding 0 turns -0 into 0, so that equal positions have equal bits. The constants are those of splitmix64.
    std::uint64_t hash = std::bit_cast<std::uint64_t>(point.x + 0.0) * 0x9E3779B97F4A7C15ULL;
    hash ^= std::bit_cast<std::uint64_t>(point.y + 0.0) + (hash >> 29);
    hash *= 0xBF58476D1CE4E5B9ULL;
    return hash ^ (hash >> 32);
}

/// For each point the first one at the same place (open addressing with linear probing).
std::vector<std::uint32_t> firstAtSamePlace(std::span<const Point> points)
{
    const std::size_t slots = std::bit_ceil(2 * points.size() + 1);
    std::vector<std::uint32_t> table(slots, k_noIndex);
    std::vector<std::uint32_t> first(points.size());
    for (std::uint32_t i = 0; i < points.size(); ++i) {
        std::size_t slot = mixed(points[i]) & (slots - 1);
        while (table[slot] != k_noIndex && !(points[table[slot]] == points[i])) {
            slot = (slot + 1) & (slots - 1);
        }
        if (table[slot] == k_noIndex) {
            table[slot] = i;
        }
        first[i] = table[slot];
    }
    return first;
}

} // namespace

SharedVertices findSharedVertices(const LineSet &lines)
{
    const std::vector<std::uint32_t> first = firstAtSamePlace(lines.points);
    std::vector<bool> isNode(lines.points.size(), false);
    for (std::uint32_t i = 0; i < first.size(); ++i) {
        if (first[i] != i) {
            isNode[first[i]] = true;
        }
    }
    for (std::size_t line = 0; line < lines.size(); ++line) {
        if (lines.start[line] < lines.start[line + 1]) {
            isNode[first[lines.start[line]]] = true;
            isNode[first[lines.start[line + 1] - 1]] = true;
        }
    }
    SharedVertices result;
    result.nodeOfPoint.assign(first.size(), k_noIndex);
    for (std::uint32_t i = 0; i < first.size(); ++i) {
        if (!isNode[first[i]]) {
            continue;
        }
        if (first[i] == i) {
            result.nodeOfPoint[i] = static_cast<std::uint32_t>(result.nodes.size());
            result.nodes.push_back(lines.points[i]);
        } else {
            result.nodeOfPoint[i] = result.nodeOfPoint[first[i]];
        }
    }
    return result;
}

} // namespace cuntu
