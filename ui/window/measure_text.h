// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace cuntu::ui {

/// "512.3 m", from a kilometre on "3.214 km".
QString lengthText(double length_m);
/// "12,345 m² (18.52 mu)", from a square kilometre on "3.214 km² (4,821.0 mu)". A mu is 2000/3 square metres.
QString areaText(double area_m2);
/// "45.2° (northeast)": degrees clockwise from north, and the nearest of eight winds.
QString bearingText(double bearing_deg);

} // namespace cuntu::ui
