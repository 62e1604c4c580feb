// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/terrain/grid.h"

#include <QFile>

#include <functional>

namespace cuntu {

inline const QString k_terrain = QStringLiteral(CUNTU_SHARED_DATA "/terrain/");

/// A plane grid of cells of @p cell_m that begins at (0, 0) in the south-west, of @p height(x, y) at their centres.
inline HeightGrid surface(int columns, int rows, double cell_m, const std::function<double(double, double)> &height)
{
    HeightGrid grid{*Crs::fromEpsg(4527), {0, rows * cell_m}, cell_m, -cell_m, columns, rows, {}};
    for (int row = 0; row < rows; ++row) {
        for (int column = 0; column < columns; ++column) {
            const Point at = frameOf(grid).centre(column, row);
            grid.heights_m.push_back(static_cast<float>(height(at.x, at.y)));
        }
    }
    return grid;
}

} // namespace cuntu
