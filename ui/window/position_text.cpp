// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/position_text.h"

#include <span>

namespace cuntu::ui {
namespace {

constexpr int k_cgcs2000 = 4490;

} // namespace

QString projectedText(Point position)
{
    return QStringLiteral("%1, %2 m").arg(position.x, 0, 'f', 1).arg(position.y, 0, 'f', 1);
}

QString lonLatText(Point degrees)
{
    return QStringLiteral("%1°, %2°").arg(degrees.x, 0, 'f', 5).arg(degrees.y, 0, 'f', 5);
}

std::optional<Point> toLonLat(Point position, const Crs &crs)
{
    auto target = Crs::fromEpsg(k_cgcs2000);
    if (!target || !crs.isValid()) {
        return std::nullopt;
    }
    auto transform = CrsTransform::create(crs, *target);
    if (!transform) {
        return std::nullopt;
    }
    transform->apply(std::span(&position, 1));
    return position;
}

} // namespace cuntu::ui
