// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/units.h"

#include "core/base/text.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace cuntu {

namespace {

struct Unit {
    const char16_t *name; ///< as normalised()
    char measures;        ///< length, area, money, power, weight, energy
    double size;          ///< in metres, square metres, yuan, watts, kilograms, watt hours
};

constexpr double k_mu_m2 = 10000.0 / 15; // fifteen to the hectare

constexpr std::array<Unit, 43> k_units{{
    {u"m", 'l', 1},        {u"米", 'l', 1},         {u"km", 'l', 1000},
    {u"公里", 'l', 1000},  {u"千米", 'l', 1000},    {u"cm", 'l', 0.01},
    {u"厘米", 'l', 0.01},  {u"里", 'l', 500},       {u"m2", 'a', 1},
    {u"平方米", 'a', 1},   {u"km2", 'a', 1e6},      {u"平方公里", 'a', 1e6},
    {u"mu", 'a', k_mu_m2}, {u"亩", 'a', k_mu_m2},   {u"万亩", 'a', k_mu_m2 * 1e4},
    {u"ha", 'a', 1e4},     {u"公顷", 'a', 1e4},     {u"元", 'y', 1},
    {u"千元", 'y', 1e3},   {u"万元", 'y', 1e4},     {u"百万元", 'y', 1e6},
    {u"亿元", 'y', 1e8},   {u"yuan", 'y', 1},       {u"w", 'p', 1},
    {u"瓦", 'p', 1},       {u"kw", 'p', 1e3},       {u"千瓦", 'p', 1e3},
    {u"mw", 'p', 1e6},     {u"兆瓦", 'p', 1e6},     {u"kg", 'w', 1},
    {u"公斤", 'w', 1},     {u"t", 'w', 1e3},        {u"吨", 'w', 1e3},
    {u"wh", 'e', 1},       {u"瓦时", 'e', 1},       {u"kwh", 'e', 1e3},
    {u"千瓦时", 'e', 1e3}, {u"度", 'e', 1e3},       {u"mwh", 'e', 1e6},
    {u"兆瓦时", 'e', 1e6}, {u"万千瓦时", 'e', 1e7}, {u"万度", 'e', 1e7},
    {u"gwh", 'e', 1e9},
}};

const Unit *findUnit(const QString &name)
{
    const QString wanted = normalised(name).toLower();
    const auto found = std::find_if(k_units.begin(), k_units.end(),
                                    [&](const Unit &unit) { return wanted == QStringView(unit.name); });
    return found == k_units.end() ? nullptr : &*found;
}

} // namespace

QString unitOfHeading(const QString &heading)
{
    static const QRegularExpression pattern(QStringLiteral("[(\\[]([^()\\[\\]]{1,8})[)\\]]$"));
    return pattern.match(normalised(heading)).captured(1);
}

std::optional<double> unitFactor(const QString &from, const QString &to)
{
    const Unit *given = findUnit(from);
    const Unit *wanted = findUnit(to);
    if (!given || !wanted || given->measures != wanted->measures) {
        return std::nullopt;
    }
    return given->size / wanted->size;
}

} // namespace cuntu
