// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/photovoltaic/declare.h"
#include "plugins/photovoltaic/energy.h"

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace cuntu::photovoltaic {

namespace {

/// Energy of each day of the year: its own reading, else its hours, else what the meter says where it was read daily.
Result<std::vector<double>> generation(const DayCalendarInput &input, const JobContext &job)
{
    const auto stations = readStations(input.project, StationRule{}, input.asOf, job);
    if (!stations) {
        return stations.error();
    }
    const auto row = stations->layer->rowOf(input.feature);
    if (!row) {
        return Error{
            ErrorCode::NotFound, Text{u"没有这座电站"_s, u"there is no such station"_s}.toString(), {}, {}, {}, {}};
    }
    const auto readings = readReadings(input.project, *stations, job);
    if (!readings) {
        return readings.error();
    }
    const Day first = Day::fromYmd(input.year, 1, 1).value_or(Day());
    const Day end = Day::fromYmd(input.year + 1, 1, 1).value_or(Day());
    const auto size = static_cast<std::size_t>(daysBetween(first, end));
    std::vector<double> metered(size, std::nan(""));
    std::vector<double> hours(size, std::nan(""));
    std::vector<double> days(size, std::nan(""));
    const auto at = [&](std::vector<double> &values, Day day) -> double * {
        const bool isIn = day >= first && day < end && day <= input.asOf;
        return isIn ? &values[static_cast<std::size_t>(daysBetween(first, day))] : nullptr;
    };
    for (const MeterStep &step : meterSteps(*readings)) {
        double *value = step.station == *row && step.days() == 1 ? at(metered, step.first) : nullptr;
        if (value != nullptr && isPossible(step, *stations)) {
            *value = (std::isnan(*value) ? 0 : *value) + step.kwh;
        }
    }
    for (std::size_t i = 0; i < readings->all.size(); ++i) {
        const Reading &reading = readings->all[i];
        const bool repeated = i + 1 < readings->all.size() && readings->all[i + 1].station == reading.station &&
                              readings->all[i + 1].period.isSame(reading.period);
        if (reading.station != *row || repeated || isImpossible(reading, *stations)) {
            continue;
        }
        if (reading.period.kind == Period::Kind::Day) {
            if (double *value = at(days, reading.period.first)) {
                *value = reading.kwh;
            }
        } else if (reading.period.kind == Period::Kind::Hour) {
            if (double *value = at(hours, reading.period.first)) {
                *value = (std::isnan(*value) ? 0 : *value) + reading.kwh;
            }
        }
    }
    for (std::size_t i = 0; i < size; ++i) {
        days[i] = !std::isnan(days[i]) ? days[i] : !std::isnan(hours[i]) ? hours[i] : metered[i];
    }
    return days;
}

} // namespace

void addCalendar(Registry &draft)
{
    DayCalendar made;
    made.id = u"photovoltaic.generation_days"_s;
    made.programme = id(k_programme);
    made.name = {u"逐日发电量"_s, u"Generation by day"_s};
    made.help = {
        u"电站每天的电量：日读数，其次逐时之和，再次每日抄表之差；月读数不分到日。"_s,
        u"Energy of each day: its reading, else the sum of its hours, else of a meter that was read daily; readings "
        u"of months are not spread over their days."_s};
    made.layer = id(k_stations);
    made.unit = u"kWh"_s;
    made.values = generation;
    draft.dayCalendars.push_back(made);
}

} // namespace cuntu::photovoltaic
