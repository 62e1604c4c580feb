// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/photovoltaic/declare.h"
#include "plugins/photovoltaic/energy.h"
#include "plugins/photovoltaic/money.h"
#include "plugins/photovoltaic/prices.h"
#include "plugins/photovoltaic/words.h"

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace cuntu::photovoltaic {

namespace {

/// Stations and their energy within the window that was asked for.
struct Energies {
    Stations stations;
    MonthWindow window;
    std::vector<StationEnergy> sums;
    std::vector<Worth> worths;
};

Result<Energies> energiesOf(const IndicatorInput &input, const JobContext &job)
{
    auto stations =
        readStations(input.project, StationRule::from(input.parameters), input.asOf, job, Prices::ownFields());
    if (!stations) {
        return stations.error();
    }
    const auto readings = readReadings(input.project, *stations, job);
    if (!readings) {
        return readings.error();
    }
    const auto prices = Prices::read(input.project, *stations, job);
    if (!prices) {
        return prices.error();
    }
    const MonthWindow window = MonthWindow::from(input.parameters, input.asOf);
    const auto months = energyByMonth(*readings, *stations);
    auto sums = energyWithin(months, window, stations->size());
    auto worths = worthWithin(months, window, *prices, stations->size());
    return Energies{std::move(*stations), window, std::move(sums), std::move(worths)};
}

/// Numerator and denominator of a station that has readings within the window.
using EnergyJudge = std::pair<double, double> (*)(const Energies &, std::size_t row);

Indicator ofEnergy(Indicator made, EnergyJudge judge)
{
    made.parameters = StationRule::parameters();
    made.parameters.push_back(MonthWindow::parameter());
    made.evaluate = [judge](const IndicatorInput &input, const JobContext &job) -> Result<IndicatorSet> {
        const auto energies = energiesOf(input, job);
        if (!energies) {
            return energies.error();
        }
        IndicatorSet set{energies->stations.layer, {}};
        for (std::uint32_t row = 0; row < energies->sums.size(); ++row) {
            if (energies->stations.asked[row] && energies->sums[row].months > 0) {
                const auto [numerator, denominator] = judge(*energies, row);
                if (!std::isnan(numerator) && !std::isnan(denominator)) {
                    set.items.push_back({row, numerator, denominator});
                }
            }
        }
        return set;
    };
    return made;
}

void addHours(Registry &draft)
{
    Indicator hours = newIndicator(
        u"eq_hours"_s, {u"等效利用小时"_s, u"Equivalent hours"_s},
        {u"期间电量除以装机容量；期间内有读数的电站。重复的读数取最后一行，超出物理可能的不计。"_s,
         u"Energy of the period by capacity, of the stations with readings in it. Of a reading that is there twice the "
         u"last row counts; what is physically impossible does not."_s},
        u"kW"_s);
    hours.kind = Indicator::Kind::Mean;
    hours.unit = u"h"_s;
    draft.indicators.push_back(ofEnergy(hours, [](const Energies &energies, std::size_t row) {
        return std::pair(energies.sums[row].kwh, energies.stations.kw[row]);
    }));
    draft.indicators.push_back(ofEnergy(
        newIndicator(u"pv_pr"_s, {u"系统效率（PR）"_s, u"Performance ratio"_s},
                     {u"电量除以装机容量与组件面辐照量（相对 1 kW/m²）之积；只计测得辐照量的月份。"_s,
                      u"Energy by capacity times the irradiation of the plane over 1 kW/m², of the months whose "
                      u"irradiation was measured."_s},
                     u"kWh"_s),
        [](const Energies &energies, std::size_t row) {
            const StationEnergy &sum = energies.sums[row];
            return std::pair(sum.measuredKwh, energies.stations.kw[row] * sum.poa);
        }));
    Indicator gross = newIndicator(
        u"pv_gross"_s, {u"应得电费"_s, u"Worth of the energy"_s},
        {u"各月电量乘以当月的标杆电价与补贴之和；没有电价的电站不计。"_s,
         u"Energy of each month times its base price and subsidy; stations without a price are left out."_s},
        u"元"_s);
    gross.kind = Indicator::Kind::Sum;
    gross.unit = u"元"_s;
    draft.indicators.push_back(ofEnergy(
        gross, [](const Energies &energies, std::size_t row) { return std::pair(energies.worths[row].total(), 0.0); }));
}

Result<IndicatorSet> evaluateNet(const IndicatorInput &input, const JobContext &job)
{
    const auto energies = energiesOf(input, job);
    if (!energies) {
        return energies.error();
    }
    const MonthWindow months = energies->window;
    const MoneyWindow window{firstOfMonth(months.first), firstOfMonth(months.last + 1).plusDays(-1), std::nullopt, 0};
    const auto money = moneyOf(input.project, energies->stations, window, job);
    if (!money) {
        return money.error();
    }
    IndicatorSet set{energies->stations.layer, {}};
    for (std::uint32_t row = 0; row < energies->sums.size(); ++row) {
        const double gross = energies->worths[row].total();
        if (energies->stations.asked[row] && energies->sums[row].months > 0 && !std::isnan(gross)) {
            set.items.push_back({row, gross - (*money)[row].costs, gross});
        }
    }
    return set;
}

void addNet(Registry &draft)
{
    Indicator net = newIndicator(u"pv_net"_s, {u"净收益"_s, u"Net income"_s},
                                 {u"应得电费减去同期支付的运维、租金、还贷和税费。"_s,
                                  u"Worth of the energy less operation, rent, loan and tax paid in the same months."_s},
                                 u"元"_s);
    net.kind = Indicator::Kind::Sum;
    net.unit = u"元"_s;
    net.parameters = StationRule::parameters();
    net.parameters.push_back(MonthWindow::parameter());
    net.evaluate = evaluateNet;
    draft.indicators.push_back(net);
}

Result<IndicatorSet> evaluateLow(const IndicatorInput &input, const JobContext &job)
{
    const auto stations = readStations(input.project, StationRule::from(input.parameters), input.asOf, job);
    if (!stations) {
        return stations.error();
    }
    const auto readings = readReadings(input.project, *stations, job);
    if (!readings) {
        return readings.error();
    }
    const auto found = shortfalls(input.project, energyByMonth(*readings, *stations), *stations,
                                  lastWholeMonth(input.asOf), input.parameters.number(u"low_limit"_s) / 100,
                                  static_cast<int>(input.parameters.integer(u"least_peers"_s)));
    IndicatorSet set{stations->layer, {}};
    for (std::uint32_t row = 0; row < found.size(); ++row) {
        if (found[row].judged) {
            set.items.push_back({row, found[row].low ? 1.0 : 0.0, 1});
        }
    }
    return set;
}

void addLow(Registry &draft)
{
    Indicator low = newIndicator(
        u"pv_low_flag"_s, {u"发电偏低的电站"_s, u"Stations that fall short"_s},
        {u"最近一个整月的等效利用小时低于本县同类电站中位数的 70% 的电站数；分母为可以比较的电站。"_s,
         u"Stations whose equivalent hours of the last whole month are below 70 % of the median of the stations of "
         u"their kind in the county, of those that can be compared."_s},
        u"座"_s);
    low.kind = Indicator::Kind::Sum;
    low.unit = u"座"_s;
    low.higherIsBetter = false;
    low.parameters = StationRule::parameters();
    low.parameters.push_back(numberParameter(
        u"low_limit"_s, {u"偏低界限"_s, u"Falls short below"_s},
        {u"占同类电站中位数的百分比。"_s, u"Of the median of the stations of its kind."_s}, u"%"_s, 1, 100, 70));
    low.parameters.push_back(peersParameter());
    low.evaluate = evaluateLow;
    draft.indicators.push_back(low);
}

} // namespace

void addEnergyIndicators(Registry &draft)
{
    addHours(draft);
    addNet(draft);
    addLow(draft);
}

} // namespace cuntu::photovoltaic
