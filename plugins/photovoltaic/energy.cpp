// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/photovoltaic/energy.h"

#include "plugins/photovoltaic/declare.h"
#include "plugins/photovoltaic/words.h"

#include <algorithm>
#include <cmath>
#include <map>

using namespace Qt::Literals::StringLiterals;

namespace cuntu::photovoltaic {

namespace {

/// The periods of a text column, read once per distinct text.
std::vector<std::optional<Period>> periodsOf(const Column *column)
{
    std::vector<std::optional<Period>> periods;
    for (std::uint32_t code = 0; column != nullptr && code < column->distinct(); ++code) {
        periods.push_back(parsePeriod(toQString(column->textOf(code))));
    }
    return periods;
}

auto slotOf(const Reading &reading)
{
    return std::tuple(reading.station, reading.period.kind, reading.period.first, reading.period.minute);
}

/// Sums of a month by the kind of reading.
struct MonthSums {
    static constexpr std::size_t k_meter = 3; ///< behind those of Period::Kind
    std::array<double, 4> kwh{};
    std::array<double, 4> poa{};
    std::array<bool, 4> there{};
};

/// By station and the end of the period; of those that end alike the last row alone stays.
void sortMeters(std::vector<MeterReading> &meters)
{
    const auto end = [](const MeterReading &reading) {
        return std::tuple(reading.station, reading.period.last, reading.period.minute);
    };
    std::stable_sort(meters.begin(), meters.end(),
                     [&](const MeterReading &a, const MeterReading &b) { return end(a) < end(b); });
    std::vector<MeterReading> kept;
    for (const MeterReading &reading : meters) {
        if (!kept.empty() && end(kept.back()) == end(reading)) {
            kept.back() = reading;
        } else {
            kept.push_back(reading);
        }
    }
    meters = std::move(kept);
}

/// Adds what meters say to the months they say it of.
void addMeters(const Readings &readings, const Stations &stations,
               std::map<std::pair<std::uint32_t, int>, MonthSums> &sums)
{
    for (const MeterStep &step : meterSteps(readings)) {
        if (!isPossible(step, stations)) {
            continue;
        }
        for (Day day = step.first; day <= step.last;) {
            const Day end = std::min(day.monthEnd(), step.last);
            MonthSums &sum = sums[{step.station, monthNumber(day)}];
            sum.kwh[MonthSums::k_meter] += step.kwh * (daysBetween(day, end) + 1) / step.days();
            sum.poa[MonthSums::k_meter] = std::nan("");
            sum.there[MonthSums::k_meter] = true;
            day = end.plusDays(1);
        }
    }
}

} // namespace

double medianOf(std::vector<double> values)
{
    const std::size_t middle = values.size() / 2;
    std::sort(values.begin(), values.end());
    return values.size() % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
}

bool isImpossible(const Reading &reading, const Stations &stations)
{
    const double kw = stations.kw[reading.station];
    return reading.kwh < 0 || reading.kwh > kw * k_hoursOfDay * reading.period.days();
}

bool isPossible(const MeterStep &step, const Stations &stations)
{
    return !(step.kwh < 0 || step.kwh > stations.kw[step.station] * k_hoursOfDay * step.days());
}

std::vector<MeterStep> meterSteps(const Readings &readings)
{
    std::vector<MeterStep> steps;
    for (std::size_t i = 1; i < readings.meters.size(); ++i) {
        const MeterReading &before = readings.meters[i - 1];
        const MeterReading &now = readings.meters[i];
        if (before.station != now.station) {
            continue;
        }
        const bool changed = !std::isnan(now.newKwh);
        const double old = std::isnan(now.oldKwh) ? before.kwh : now.oldKwh;
        const double kwh = changed ? old - before.kwh + now.kwh - now.newKwh : now.kwh - before.kwh;
        const Day first = std::min(before.period.last.plusDays(1), now.period.last); // hours of one day: that day
        steps.push_back({now.station, first, now.period.last, kwh, now.row, before.kwh, now.kwh});
    }
    return steps;
}

Result<Readings> readReadings(const ProjectSnapshot &project, const Stations &stations, const JobContext &job)
{
    const auto layer = layerWith(project, id(k_readings),
                                 {u"station_code"_s, u"period"_s, u"kwh"_s, u"meter_kwh"_s, u"old_meter_kwh"_s,
                                  u"new_meter_kwh"_s, u"poa_kwh_m2"_s},
                                 job);
    if (!layer) {
        return layer.error();
    }
    Readings readings{*layer, {}, {}, {}, {}};
    const auto at = [&](const QString &field, std::size_t row) { return numberAt((*layer)->column(field), row); };
    const Column *periods = (*layer)->column(u"period"_s);
    const auto periodOf = periodsOf(periods);
    const Column *codes = (*layer)->column(u"station_code"_s);
    std::vector<std::optional<std::uint32_t>> stationOf;
    for (std::uint32_t code = 0; codes != nullptr && code < codes->distinct(); ++code) {
        stationOf.push_back(stations.find(toQString(codes->textOf(code))));
    }
    for (std::uint32_t row = 0; row < (*layer)->size(); ++row) {
        if (row % 65536 == 0 && job.isCancelled()) {
            return cancelledError();
        }
        const bool named = codes != nullptr && codes->code(row) != Column::k_null && stationOf[codes->code(row)];
        const bool timed = periods != nullptr && periods->code(row) != Column::k_null && periodOf[periods->code(row)];
        const double kwh = at(u"kwh"_s, row);
        if (!named) {
            readings.noStation.push_back(row);
        } else if (!timed) {
            readings.unreadable.push_back(row);
        } else if (!std::isnan(kwh)) {
            readings.all.push_back(
                {*stationOf[codes->code(row)], *periodOf[periods->code(row)], kwh, at(u"poa_kwh_m2"_s, row), row});
        } else if (const double shows = at(u"meter_kwh"_s, row); !std::isnan(shows)) {
            readings.meters.push_back({*stationOf[codes->code(row)], *periodOf[periods->code(row)], shows,
                                       at(u"old_meter_kwh"_s, row), at(u"new_meter_kwh"_s, row), row});
        }
    }
    sortMeters(readings.meters);
    std::stable_sort(readings.all.begin(), readings.all.end(),
                     [](const Reading &a, const Reading &b) { return slotOf(a) < slotOf(b); });
    return readings;
}

std::vector<MonthEnergy> energyByMonth(const Readings &readings, const Stations &stations)
{
    std::map<std::pair<std::uint32_t, int>, MonthSums> sums;
    for (std::size_t i = 0; i < readings.all.size(); ++i) {
        const Reading &reading = readings.all[i];
        const bool repeated = i + 1 < readings.all.size() && slotOf(readings.all[i + 1]) == slotOf(reading);
        if (repeated || reading.period.kind == Period::Kind::Year || isImpossible(reading, stations)) {
            continue;
        }
        MonthSums &sum = sums[{reading.station, monthNumber(reading.period.first)}];
        const auto kind = static_cast<std::size_t>(reading.period.kind);
        sum.kwh[kind] += reading.kwh;
        sum.poa[kind] += reading.poa;
        sum.there[kind] = true;
    }
    addMeters(readings, stations, sums);
    std::vector<MonthEnergy> months;
    for (const auto &[key, sum] : sums) {
        const auto kind =
            static_cast<std::size_t>(std::find(sum.there.begin(), sum.there.end(), true) - sum.there.begin());
        months.push_back({key.first, key.second, sum.kwh[kind], sum.poa[kind]});
    }
    return months;
}

std::vector<StationEnergy> energyWithin(const std::vector<MonthEnergy> &months, const MonthWindow &window,
                                        std::size_t stations)
{
    std::vector<StationEnergy> energies(stations);
    for (const MonthEnergy &each : months) {
        if (each.month < window.first || each.month > window.last) {
            continue;
        }
        StationEnergy &energy = energies[each.station];
        energy.kwh += each.kwh;
        ++energy.months;
        if (!std::isnan(each.poa)) {
            energy.measuredKwh += each.kwh;
            energy.poa += each.poa;
        }
    }
    return energies;
}

std::vector<double> equivalentHours(const std::vector<StationEnergy> &sums, const MonthWindow &window,
                                    const Stations &stations)
{
    std::vector<double> hours(stations.size(), std::nan(""));
    for (std::size_t row = 0; row < stations.size(); ++row) {
        if (sums[row].months == window.months() && stations.kw[row] > 0 && isConnected(stations.stands[row])) {
            hours[row] = sums[row].kwh / stations.kw[row];
        }
    }
    return hours;
}

std::pair<QString, QString> peersOf(const ProjectSnapshot &project, const Stations &stations, std::size_t row)
{
    constexpr int k_countyDigits = 6;
    const QString village =
        codeOn(project.areas(), stringAt(stations.layer->column(u"village_code"_s), row), stations.day);
    return std::pair(village.left(k_countyDigits), stations.types[row]);
}

std::vector<Shortfall> shortfalls(const ProjectSnapshot &project, const std::vector<MonthEnergy> &months,
                                  const Stations &stations, int month, double limit, int peers)
{
    const LayerSnapshot &layer = *stations.layer;
    std::vector<Shortfall> found(stations.size());
    std::map<std::pair<QString, QString>, std::vector<double>> groups;
    const auto groupOf = [&](std::size_t row) { return peersOf(project, stations, row); };
    for (const MonthEnergy &each : months) {
        const double grid = numberAt(layer.column(u"grid_on"_s), each.station);
        const bool whole = isConnected(stations.stands[each.station]) && !(grid > firstOfMonth(month).number());
        if (each.month == month && whole && stations.kw[each.station] > 0) {
            found[each.station].judged = true;
            found[each.station].hours = each.kwh / stations.kw[each.station];
            groups[groupOf(each.station)].push_back(found[each.station].hours);
        }
    }
    std::map<std::pair<QString, QString>, double> medians;
    for (const auto &[group, hours] : groups) {
        medians[group] = static_cast<int>(hours.size()) < peers ? std::nan("") : medianOf(hours);
    }
    for (std::size_t row = 0; row < found.size(); ++row) {
        const auto group = medians.find(groupOf(row));
        found[row].median = group == medians.end() ? std::nan("") : group->second;
        if (found[row].judged) {
            found[row].judged = !std::isnan(found[row].median);
            found[row].low = found[row].hours < limit * found[row].median;
        }
    }
    return found;
}

} // namespace cuntu::photovoltaic
