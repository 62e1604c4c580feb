// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/photovoltaic/prices.h"

#include "plugins/photovoltaic/declare.h"
#include "plugins/photovoltaic/words.h"

#include <algorithm>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace cuntu::photovoltaic {

QStringList Prices::ownFields()
{
    return {u"price_base"_s, u"price_subsidy"_s};
}

Result<Prices> Prices::read(const ProjectSnapshot &project, const Stations &stations, const JobContext &job)
{
    constexpr double k_open = std::numeric_limits<double>::infinity();
    const auto layer = layerWith(
        project, id(k_prices),
        {u"station_code"_s, u"station_type"_s, u"from_on"_s, u"to_on"_s, u"price_base"_s, u"price_subsidy"_s}, job);
    if (!layer) {
        return layer.error();
    }
    Prices prices;
    prices.m_periods.resize(stations.size());
    for (std::size_t row = 0; row < stations.size(); ++row) {
        const double subsidy = numberAt(stations.layer->column(u"price_subsidy"_s), row);
        prices.m_own.push_back(
            {numberAt(stations.layer->column(u"price_base"_s), row), std::isnan(subsidy) ? 0 : subsidy});
    }
    const auto at = [&](const QString &field, std::size_t row) { return numberAt((*layer)->column(field), row); };
    for (std::size_t row = 0; row < (*layer)->size(); ++row) {
        const QString code = stringAt((*layer)->column(u"station_code"_s), row);
        const QString type = stringAt((*layer)->column(u"station_type"_s), row);
        const double first = at(u"from_on"_s, row);
        const double last = at(u"to_on"_s, row);
        const Period period{!code.isEmpty()   ? 2
                            : !type.isEmpty() ? 1
                                              : 0,
                            std::isnan(first) ? -k_open : first,
                            std::isnan(last) ? k_open : last,
                            {at(u"price_base"_s, row), at(u"price_subsidy"_s, row)}};
        const auto only = code.isEmpty() ? std::nullopt : stations.find(code);
        for (std::size_t station = 0; station < stations.size(); ++station) {
            if (code.isEmpty() ? type.isEmpty() || stations.types[station] == type : only == station) {
                prices.m_periods[station].push_back(period);
            }
        }
    }
    for (std::vector<Period> &periods : prices.m_periods) {
        std::stable_sort(periods.begin(), periods.end(), [](const Period &a, const Period &b) {
            return std::pair(a.rank, a.first) > std::pair(b.rank, b.first);
        });
    }
    return prices;
}

Price Prices::on(std::size_t station, Day day) const
{
    const double number = day.number();
    for (const Period &period : m_periods[station]) {
        if (period.first <= number && number <= period.last) {
            const Price &own = m_own[station];
            return {std::isnan(period.price.base) ? own.base : period.price.base,
                    std::isnan(period.price.subsidy) ? own.subsidy : period.price.subsidy};
        }
    }
    return m_own[station];
}

Price Prices::ofMonth(std::size_t station, int month) const
{
    if (m_periods[station].empty()) {
        return m_own[station];
    }
    const Day first = firstOfMonth(month);
    const int days = daysBetween(first, firstOfMonth(month + 1));
    Price mean{0, 0};
    for (int i = 0; i < days; ++i) {
        const Price price = on(station, first.plusDays(i));
        mean.base += price.base / days;
        mean.subsidy += price.subsidy / days;
    }
    return mean;
}

std::vector<Worth> worthWithin(const std::vector<MonthEnergy> &months, const MonthWindow &window, const Prices &prices,
                               std::size_t stations)
{
    std::vector<Worth> worths(stations);
    for (const MonthEnergy &month : months) {
        if (month.month >= window.first && month.month <= window.last) {
            const Price price = prices.ofMonth(month.station, month.month);
            worths[month.station].base += month.kwh * price.base;
            worths[month.station].subsidy += month.kwh * price.subsidy;
        }
    }
    return worths;
}

} // namespace cuntu::photovoltaic
