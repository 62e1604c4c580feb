// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/export.h"

#include <QLineF>
#include <QRectF>

#include <vector>

namespace cuntu {

/// What of a picture is taken by texts and the lines that lead to them. Kept in a grid of cells: a test costs what lies
/// in the cells it touches. What lies beyond the picture counts to the cells at its rim. One thread.
class CUNTU_MAPS_EXPORT TakenGround {
public:
    explicit TakenGround(const QRectF &window);

    /// True where neither a text nor a leader touches @p box.
    bool isFree(const QRectF &box) const;
    /// True where no text lies on @p leader and no other leader crosses it.
    bool isFree(const QLineF &leader) const;
    void take(const QRectF &box);
    void take(const QLineF &leader);

private:
    struct Cell {
        std::vector<QRectF> boxes;
        std::vector<QLineF> leaders;
    };

    /// Calls @p visit with the index of each cell that @p box touches until it returns false.
    template <class Visit> bool forEachCell(const QRectF &box, const Visit &visit) const;

    QPointF m_origin;
    int m_columns = 1;
    int m_rows = 1;
    std::vector<Cell> m_cells;
};

} // namespace cuntu
