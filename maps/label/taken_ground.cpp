// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/label/taken_ground.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace cuntu {
namespace {

constexpr double k_cell_px = 64;

/// The box around @p line, also of one that has no width or height.
QRectF boxOf(const QLineF &line)
{
    return QRectF(line.p1(), line.p2()).normalized();
}

/// Whether a part of @p line lies in @p box: Liang and Barsky 1984, 'A new concept and method for line clipping'.
bool touches(const QLineF &line, const QRectF &box)
{
    double from = 0;
    double to = 1;
    const std::array<double, 4> ways{-line.dx(), line.dx(), -line.dy(), line.dy()};
    const std::array<double, 4> rooms{line.x1() - box.left(), box.right() - line.x1(), line.y1() - box.top(),
                                      box.bottom() - line.y1()};
    for (std::size_t side = 0; side < ways.size(); ++side) {
        if (ways[side] == 0) {
            if (rooms[side] < 0) {
                return false;
            }
        } else if (ways[side] < 0) {
            from = std::max(from, rooms[side] / ways[side]);
        } else {
            to = std::min(to, rooms[side] / ways[side]);
        }
    }
    return from <= to;
}

} // namespace

TakenGround::TakenGround(const QRectF &window)
    : m_origin(window.topLeft()),
      m_columns(std::max(1, static_cast<int>(std::ceil(window.width() / k_cell_px)))),
      m_rows(std::max(1, static_cast<int>(std::ceil(window.height() / k_cell_px)))),
      m_cells(static_cast<std::size_t>(m_columns) * static_cast<std::size_t>(m_rows))
{
}

template <class Visit> bool TakenGround::forEachCell(const QRectF &box, const Visit &visit) const
{
    const auto cellAt = [](double pixels, int count) {
        return static_cast<int>(std::clamp(std::floor(pixels / k_cell_px), 0.0, count - 1.0));
    };
    const int left = cellAt(box.left() - m_origin.x(), m_columns);
    const int right = cellAt(box.right() - m_origin.x(), m_columns);
    const int top = cellAt(box.top() - m_origin.y(), m_rows);
    const int bottom = cellAt(box.bottom() - m_origin.y(), m_rows);
    for (int row = top; row <= bottom; ++row) {
        for (int column = left; column <= right; ++column) {
            if (!visit(static_cast<std::size_t>(row) * static_cast<std::size_t>(m_columns) +
                       static_cast<std::size_t>(column))) {
                return false;
            }
        }
    }
    return true;
}

bool TakenGround::isFree(const QRectF &box) const
{
    return forEachCell(box, [&](std::size_t i) {
        const Cell &cell = m_cells[i];
        return std::none_of(cell.boxes.begin(), cell.boxes.end(),
                            [&](const QRectF &other) { return other.intersects(box); }) &&
               std::none_of(cell.leaders.begin(), cell.leaders.end(),
                            [&](const QLineF &leader) { return touches(leader, box); });
    });
}

bool TakenGround::isFree(const QLineF &leader) const
{
    return forEachCell(boxOf(leader), [&](std::size_t i) {
        const Cell &cell = m_cells[i];
        return std::none_of(cell.boxes.begin(), cell.boxes.end(),
                            [&](const QRectF &box) { return touches(leader, box); }) &&
               std::none_of(cell.leaders.begin(), cell.leaders.end(), [&](const QLineF &other) {
                   return other.intersects(leader) == QLineF::BoundedIntersection;
               });
    });
}

void TakenGround::take(const QRectF &box)
{
    forEachCell(box, [&](std::size_t i) {
        m_cells[i].boxes.push_back(box);
        return true;
    });
}

void TakenGround::take(const QLineF &leader)
{
    forEachCell(boxOf(leader), [&](std::size_t i) {
        m_cells[i].leaders.push_back(leader);
        return true;
    });
}

} // namespace cuntu
