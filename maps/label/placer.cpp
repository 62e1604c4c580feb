// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/label/placer.h"

#include <QtMath>

#include <algorithm>
#include <array>
#include <cmath>

namespace cuntu {
namespace {

constexpr double k_cell_px = 64;
constexpr double k_gap_px = 2; ///< free space around labels

std::int64_t cellKey(int column, int row)
{
    return (static_cast<std::int64_t>(row) << 32) ^ static_cast<std::uint32_t>(column);
}

/// Calls @p visit with the key of each cell that @p box touches until it returns false.
template <class Visit> bool forEachCell(const QRectF &box, const Visit &visit)
{
    const int left = static_cast<int>(std::floor(box.left() / k_cell_px));
    const int right = static_cast<int>(std::floor(box.right() / k_cell_px));
    const int top = static_cast<int>(std::floor(box.top() / k_cell_px));
    const int bottom = static_cast<int>(std::floor(box.bottom() / k_cell_px));
    for (int row = top; row <= bottom; ++row) {
        for (int column = left; column <= right; ++column) {
            if (!visit(cellKey(column, row))) {
                return false;
            }
        }
    }
    return true;
}

/// Upright boxes that together hold a turned text: one where it is upright, else a row of squares along it.
std::vector<QRectF> boxesOf(const Label &label)
{
    if (label.angle_deg == 0) {
        return {QRectF(label.centre - QPointF(label.size.width() / 2, label.size.height() / 2), label.size)};
    }
    const double side = label.size.height();
    const int count = std::max(1, static_cast<int>(std::ceil(label.size.width() / side)));
    const double angle = qDegreesToRadians(label.angle_deg);
    const double step = count > 1 ? (label.size.width() - side) / (count - 1) : 0;
    std::vector<QRectF> boxes;
    for (int i = 0; i < count; ++i) {
        const double along = (i - (count - 1) / 2.0) * step;
        const QPointF centre = label.centre + QPointF(std::cos(angle), std::sin(angle)) * along;
        boxes.emplace_back(centre - QPointF(side / 2, side / 2), QSizeF(side, side));
    }
    return boxes;
}

} // namespace

LabelPlacer::LabelPlacer(const QRectF &window) : m_window(window) {}

bool LabelPlacer::isFree(std::span<const QRectF> boxes) const
{
    return std::all_of(boxes.begin(), boxes.end(), [this](const QRectF &box) {
        return forEachCell(box, [&](std::int64_t key) {
            const auto cell = m_cells.find(key);
            return cell == m_cells.end() || std::none_of(cell->second.begin(), cell->second.end(),
                                                         [&](const QRectF &other) { return other.intersects(box); });
        });
    });
}

void LabelPlacer::occupy(std::span<const QRectF> boxes)
{
    for (const QRectF &box : boxes) {
        const QRectF grown = box.adjusted(-k_gap_px, -k_gap_px, k_gap_px, k_gap_px);
        forEachCell(grown, [&](std::int64_t key) {
            m_cells[key].push_back(grown);
            return true;
        });
    }
}

void LabelPlacer::block(const QRectF &box)
{
    occupy(std::array{box});
}

bool LabelPlacer::placeAt(Label label)
{
    const std::vector<QRectF> boxes = boxesOf(label);
    QRectF all;
    for (const QRectF &box : boxes) {
        all |= box;
    }
    if (!m_window.contains(all) || !isFree(boxes)) {
        return false;
    }
    occupy(boxes);
    label.box = all;
    m_byText.emplace(label.text, label.centre);
    m_labels.push_back(std::move(label));
    return true;
}

bool LabelPlacer::placeBeside(Label label, QPointF point, double radius_px)
{
    const double dx = radius_px + 1 + label.size.width() / 2;
    const double dy = radius_px + 1 + label.size.height() / 2 - label.size.height() * 0.1;
    const std::array<QPointF, 8> places{QPointF(dx, 0),   QPointF(-dx, 0),   QPointF(0, -dy), QPointF(0, dy),
                                        QPointF(dx, -dy), QPointF(-dx, -dy), QPointF(dx, dy), QPointF(-dx, dy)};
    for (const QPointF &place : places) {
        label.centre = point + place;
        if (placeAt(label)) {
            return true;
        }
    }
    return false;
}

bool LabelPlacer::hasRoomNear(QPointF point) const
{
    // One pixel of room to the right or to the left, above or below is the least that any of the eight places needs.
    constexpr double reach = 8;
    for (const QPointF &side : {QPointF(reach, 0), QPointF(-reach, 0), QPointF(0, -reach), QPointF(0, reach)}) {
        if (isFree(std::array{QRectF(point + side - QPointF(0.5, 0.5), QSizeF(1, 1))})) {
            return true;
        }
    }
    return false;
}

bool LabelPlacer::hasLike(const QString &text, QPointF centre, double distance_px) const
{
    const auto [begin, end] = m_byText.equal_range(text);
    return std::any_of(begin, end, [&](const auto &entry) {
        const QPointF d = entry.second - centre;
        return std::hypot(d.x(), d.y()) < distance_px;
    });
}

} // namespace cuntu
