// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/measure_text.h"

#include "ui/window/text.h"

#include <QLocale>

#include <array>
#include <cmath>

namespace cuntu::ui {
namespace {

constexpr double k_mu_m2 = 2000.0 / 3;
constexpr double k_m2InKm2 = 1e6;

QString number(double value, int decimals)
{
    return QLocale(QLocale::English).toString(value, 'f', decimals);
}

} // namespace

QString lengthText(double length_m)
{
    return length_m < 1000 ? Ui::tr("%1 m").arg(number(length_m, 1)) : Ui::tr("%1 km").arg(number(length_m / 1000, 3));
}

QString areaText(double area_m2)
{
    const double mu = area_m2 / k_mu_m2;
    return area_m2 < k_m2InKm2 ? Ui::tr("%1 m² (%2 mu)").arg(number(area_m2, 0), number(mu, 2))
                               : Ui::tr("%1 km² (%2 mu)").arg(number(area_m2 / k_m2InKm2, 3), number(mu, 1));
}

QString bearingText(double bearing_deg)
{
    const std::array winds{Ui::tr("north"), Ui::tr("northeast"), Ui::tr("east"), Ui::tr("southeast"),
                           Ui::tr("south"), Ui::tr("southwest"), Ui::tr("west"), Ui::tr("northwest")};
    const auto wind = static_cast<std::size_t>(std::lround(bearing_deg / 45)) % winds.size();
    return QStringLiteral("%1° (%2)").arg(number(bearing_deg, 1), winds[wind]);
}

} // namespace cuntu::ui
