// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/photovoltaic/siting.h"

#include <algorithm>
#include <cmath>

namespace cuntu::photovoltaic {

ArrayPlan planArray(int households, const Site &site, double existing_kW, const ArrayTerms &terms)
{
    ArrayPlan plan;
    const double needed = site.hours > 0 ? terms.leastYuan / (site.hours * terms.netYuanPerKwh) : terms.mostKw + 1;
    plan.enough = needed <= terms.mostKw;
    plan.kwPerHousehold = std::clamp(needed, terms.leastKw, terms.mostKw);
    const double most_kW = std::min(terms.mostKwOfVillage - existing_kW, site.mostKw);
    const int fitting = static_cast<int>(std::floor(std::max(0.0, most_kW) / plan.kwPerHousehold + 1e-9));
    plan.households = std::min(households, fitting);
    plan.kw = plan.households * plan.kwPerHousehold;
    plan.cost = plan.kw * terms.yuanPerKw + site.line_m * site.lineFactor * terms.yuanPerLineMetre;
    return plan;
}

bool isBetter(const ArrayPlan &a, const ArrayPlan &b)
{
    return a.households != b.households ? a.households > b.households : a.cost < b.cost;
}

bool isFit(const Ground &ground, const SiteRules &rules)
{
    const bool south = ground.aspect_deg >= 90 && ground.aspect_deg <= 270;
    return ground.slope_deg <= rules.mostSlope_deg && (ground.slope_deg < rules.flat_deg || south);
}

} // namespace cuntu::photovoltaic
