// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/water/load.h"

#include "plugins/water/units.h"
#include "plugins/water/words.h"

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace cuntu::water {

QStringList loadFields()
{
    return {u"design_m3d"_s, u"actual_m3d"_s, u"design_pop"_s, u"served_pop"_s};
}

Load loadOf(const LayerSnapshot &works, std::size_t row, double lpcd, double factor)
{
    const double design = numberAt(works.column(u"design_m3d"_s), row);
    const double served = numberAt(works.column(u"served_pop"_s), row);
    const double designed = numberAt(works.column(u"design_pop"_s), row);
    const double peak = served * lpcd * factor / k_litresInM3;
    const double asked = std::fmax(peak, numberAt(works.column(u"actual_m3d"_s), row));
    return {peak, design > 0 ? asked / design : std::nan(""), designed > 0 ? served / designed : std::nan("")};
}

} // namespace cuntu::water
