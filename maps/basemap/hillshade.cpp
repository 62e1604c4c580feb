// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/basemap/hillshade.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace cuntu {
namespace {

constexpr double k_azimuth = 315 * std::numbers::pi / 180;
constexpr double k_altitude = 45 * std::numbers::pi / 180;

} // namespace

QImage hillshade(const HeightGrid &grid)
{
    if (grid.width < 3 || grid.height < 3) {
        return {};
    }
    QImage image(grid.width - 2, grid.height - 2, QImage::Format_ARGB32_Premultiplied);
    // The light as a vector (east, north, up); brightness is its product with the surface's normal (-dz/dx, -dz/dy, 1).
    const double east = std::sin(k_azimuth) * std::cos(k_altitude);
    const double north = std::cos(k_azimuth) * std::cos(k_altitude);
    const double up = std::sin(k_altitude);
    const auto at = [&](int x, int y) {
        return static_cast<double>(grid.heights_m[static_cast<std::size_t>(y) * static_cast<std::size_t>(grid.width) +
                                                  static_cast<std::size_t>(x)]);
    };
    for (int y = 1; y + 1 < grid.height; ++y) {
        auto *row = reinterpret_cast<QRgb *>(image.scanLine(y - 1));
        for (int x = 1; x + 1 < grid.width; ++x) {
            const double west3 = at(x - 1, y - 1) + 2 * at(x - 1, y) + at(x - 1, y + 1);
            const double east3 = at(x + 1, y - 1) + 2 * at(x + 1, y) + at(x + 1, y + 1);
            const double north3 = at(x - 1, y - 1) + 2 * at(x, y - 1) + at(x + 1, y - 1);
            const double south3 = at(x - 1, y + 1) + 2 * at(x, y + 1) + at(x + 1, y + 1);
            const double dzdx = (east3 - west3) / (8 * grid.cellX_m);
            const double dzdy = (north3 - south3) / (8 * grid.cellY_m);
            const double light = (up - east * dzdx - north * dzdy) / std::sqrt(1 + dzdx * dzdx + dzdy * dzdy);
            const int grey = static_cast<int>(std::lround(1 + 254 * std::clamp(light, 0.0, 1.0)));
            row[x - 1] = std::isnan(light + at(x, y)) ? qRgba(0, 0, 0, 0) : qRgba(grey, grey, grey, 255);
        }
    }
    return image;
}

} // namespace cuntu
