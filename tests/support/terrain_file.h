// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/geo/geometry.h"

#include <QFile>

#include <functional>

namespace cuntu::test {

/// Cells of a terrain model that a test makes, in zone 39 of CGCS2000 (EPSG:4527).
struct TerrainCells {
    Point corner; ///< lower left
    double cell = 1;
    int columns = 0;
    int rows = 0;
};

/// Writes @p name.asc, an ASCII grid with the heights that @p height gives (not-a-number: none), rows from the north,
/// and beside it the .prj that says where it lies. Returns its path.
inline QString writeTerrain(const QString &folder, const QString &name, const TerrainCells &cells,
                            const std::function<double(int column, int row)> &height)
{
    const QString base = folder + QLatin1Char('/') + name;
    QFile grid(base + QStringLiteral(".asc"));
    QFile crs(base + QStringLiteral(".prj"));
    if (!grid.open(QIODevice::WriteOnly) || !crs.open(QIODevice::WriteOnly)) {
        return {};
    }
    grid.write(QStringLiteral("ncols %1\nnrows %2\nxllcorner %3\nyllcorner %4\ncellsize %5\nNODATA_value -9999\n")
                   .arg(cells.columns)
                   .arg(cells.rows)
                   .arg(cells.corner.x, 0, 'f', 6)
                   .arg(cells.corner.y, 0, 'f', 6)
                   .arg(cells.cell, 0, 'f', 6)
                   .toUtf8());
    for (int row = 0; row < cells.rows; ++row) {
        for (int column = 0; column < cells.columns; ++column) {
            const double value = height(column, row);
            grid.write(QByteArray::number(value == value ? value : -9999, 'f', 6) + ' ');
        }
        grid.write("\n");
    }
    crs.write("PROJCS[\"CGCS2000_3_Degree_GK_Zone_39\",GEOGCS[\"GCS_China_Geodetic_Coordinate_System_2000\","
              "DATUM[\"D_China_2000\",SPHEROID[\"CGCS2000\",6378137.0,298.257222101]],PRIMEM[\"Greenwich\",0.0],"
              "UNIT[\"Degree\",0.0174532925199433]],PROJECTION[\"Gauss_Kruger\"],"
              "PARAMETER[\"False_Easting\",39500000.0],PARAMETER[\"False_Northing\",0.0],"
              "PARAMETER[\"Central_Meridian\",117.0],PARAMETER[\"Scale_Factor\",1.0],"
              "PARAMETER[\"Latitude_Of_Origin\",0.0],UNIT[\"Meter\",1.0]]");
    return grid.fileName();
}

} // namespace cuntu::test
