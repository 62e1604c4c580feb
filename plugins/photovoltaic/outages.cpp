// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/photovoltaic/outages.h"

#include "core/snapshot/known_columns.h"
#include "plugins/photovoltaic/declare.h"
#include "plugins/photovoltaic/prices.h"
#include "plugins/photovoltaic/words.h"

#include <algorithm>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace cuntu::photovoltaic {

namespace {

/// A row of layer pv_faults.
struct Fault {
    std::uint32_t station = 0;
    std::uint32_t row = 0;
    Day first;
    Day end; ///< the first day that it runs again, or that nobody knows of yet
    QString cause;
    double lost_kWh = 0; ///< as recorded; not-a-number: not
};

/// By station and begin.
Result<std::vector<Fault>> readFaults(const ProjectSnapshot &project, const Stations &stations, const JobContext &job)
{
    const auto layer = layerWith(project, id(k_faults),
                                 {u"station_code"_s, u"began_on"_s, u"ended_on"_s, u"cause"_s, u"lost_kwh"_s}, job);
    if (!layer) {
        return layer.error();
    }
    const LayerSnapshot &rows = **layer;
    std::vector<Fault> faults;
    for (std::uint32_t row = 0; row < rows.size(); ++row) {
        const auto station = stations.find(stringAt(rows.column(u"station_code"_s), row));
        const double began = numberAt(rows.column(u"began_on"_s), row);
        const double ended = numberAt(rows.column(u"ended_on"_s), row);
        const Day tomorrow = stations.day.plusDays(1);
        if (station && !std::isnan(began)) {
            faults.push_back({*station, row, dayOf(began),
                              std::isnan(ended) ? tomorrow : std::min(dayOf(ended), tomorrow),
                              stringAt(rows.column(u"cause"_s), row), numberAt(rows.column(u"lost_kwh"_s), row)});
        }
    }
    std::stable_sort(faults.begin(), faults.end(), [](const Fault &a, const Fault &b) {
        return std::pair(a.station, a.first) < std::pair(b.station, b.first);
    });
    return faults;
}

/// What is known of the stations in the months, for estimates.
class Losses {
public:
    Losses(const ProjectSnapshot &project, const Stations &stations, const Readings &readings, const Prices &prices,
           const MonthWindow &window, int peers)
        : m_stations(stations), m_prices(prices), m_window(window)
    {
        const auto months = energyByMonth(readings, stations);
        for (int month = window.first; month <= window.last; ++month) {
            m_shortfalls.push_back(shortfalls(project, months, stations, month, 1, peers));
        }
    }

    Outage of(const Fault &fault, Day first, Day end)
    {
        Outage outage{fault.station,
                      fault.row,
                      fault.cause,
                      first,
                      end.plusDays(-1),
                      daysBetween(first, end),
                      !std::isnan(fault.lost_kWh)};
        const double share = outage.days / static_cast<double>(std::max(1, daysBetween(fault.first, fault.end)));
        for (Day day = first; day < end;) {
            const int month = monthNumber(day);
            const Day next = std::min(firstOfMonth(month + 1), end);
            const int days = daysBetween(day, next);
            const double kWh =
                outage.recorded ? fault.lost_kWh * share * days / outage.days : estimated(fault.station, month, days);
            outage.lost_kWh += kWh;
            outage.lost_yuan += kWh * m_prices.ofMonth(fault.station, month).total();
            day = next;
        }
        return outage;
    }

private:
    double estimated(std::uint32_t station, int month, int days)
    {
        Shortfall &known = m_shortfalls[static_cast<std::size_t>(month - m_window.first)][station];
        const int all = daysBetween(firstOfMonth(month), firstOfMonth(month + 1));
        double hours = known.median * days / all;
        if (known.judged) {
            hours = std::clamp(known.median - known.hours, 0.0, hours);
            known.hours += hours; // for another fault in the same month
        }
        return hours * m_stations.kw[station];
    }

    const Stations &m_stations;
    const Prices &m_prices;
    MonthWindow m_window;
    std::vector<std::vector<Shortfall>> m_shortfalls; ///< by month
};

} // namespace

Result<std::vector<Outage>> outagesWithin(const ProjectSnapshot &project, const Stations &stations,
                                          const MonthWindow &window, int peers, const JobContext &job)
{
    const auto faults = readFaults(project, stations, job);
    const auto readings = readReadings(project, stations, job);
    if (!faults || !readings) {
        return !faults ? faults.error() : readings.error();
    }
    const auto prices = Prices::read(project, stations, job);
    if (!prices) {
        return prices.error();
    }
    Losses losses(project, stations, *readings, *prices, window, peers);
    std::vector<Outage> outages;
    Day countedUpTo = firstOfMonth(window.first);
    for (std::size_t i = 0; i < faults->size(); ++i) {
        const Fault &fault = (*faults)[i];
        if (i == 0 || (*faults)[i - 1].station != fault.station) {
            countedUpTo = firstOfMonth(window.first);
        }
        const Day first = std::max(fault.first, countedUpTo);
        const Day end = std::min(fault.end, firstOfMonth(window.last + 1));
        if (first < end) {
            outages.push_back(losses.of(fault, first, end));
            countedUpTo = end;
        }
    }
    return outages;
}

} // namespace cuntu::photovoltaic
