// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plugins/photovoltaic/period.h"
#include "plugins/photovoltaic/stations.h"

namespace cuntu::photovoltaic {

inline constexpr double k_hoursOfDay = 24;
inline constexpr double k_mostMonthHours = 220; ///< DOMAIN B.4: more equivalent hours in a month are doubted

/// One row of layer pv_readings that can be read.
struct Reading {
    std::uint32_t station = 0;
    Period period;
    double kwh = 0;
    double poa = 0; ///< kWh/m² on the plane of the array; not-a-number: not measured
    std::uint32_t row = 0;
};

/// What a meter showed at the end of a period: a row without energy of its own.
struct MeterReading {
    std::uint32_t station = 0;
    Period period;
    double kwh = 0;    ///< what it shows
    double oldKwh = 0; ///< what the meter before it showed last; not-a-number: it was not changed, or nobody knows
    double newKwh = 0; ///< what it began with
    std::uint32_t row = 0;
};

/// What was fed in between two readings of a meter.
struct MeterStep {
    std::uint32_t station = 0;
    Day first; ///< of the time between
    Day last;
    double kwh = 0; ///< negative: the meter fell back, and no change of it is recorded; does not count
    std::uint32_t row = 0;
    double before = 0; ///< what it showed before
    double after = 0;

    int days() const { return daysBetween(first, last) + 1; }
};

/// Energy of a station in a month.
struct MonthEnergy {
    std::uint32_t station = 0;
    int month = 0;
    double kwh = 0;
    double poa = 0; ///< not-a-number: not measured in all of it
};

/// Readings of stations.
struct Readings {
    Immutable<LayerSnapshot> layer;
    std::vector<Reading> all;              ///< by station, kind and time; of one period the last row comes last
    std::vector<MeterReading> meters;      ///< by station and time; of one period the last row alone
    std::vector<std::uint32_t> unreadable; ///< rows whose period is none
    std::vector<std::uint32_t> noStation;  ///< rows whose station is none
};

/// The middle of @p values, of which there is at least one.
double medianOf(std::vector<double> values);

/// True for more than the station can give when it runs at its capacity day and night.
bool isImpossible(const Reading &reading, const Stations &stations);

Result<Readings> readReadings(const ProjectSnapshot &project, const Stations &stations, const JobContext &job);

/// The time between each two readings of the meter of one station. At a change of the meter: to what the old one
/// stopped at, and from what the new one began with.
std::vector<MeterStep> meterSteps(const Readings &readings);
/// True for a step that counts: not backwards, and no more than the station can give.
bool isPossible(const MeterStep &step, const Stations &stations);

/// Energy by month of @p readings, by station and month. Of a period that is there twice the last row counts; what is
/// impossible does not; of a month the reading of the month counts, else the sum of its days, else of its hours, else
/// what the meter says, spread evenly over the days between its readings.
std::vector<MonthEnergy> energyByMonth(const Readings &readings, const Stations &stations);

/// The sum of a station's months within @p window.
struct StationEnergy {
    double kwh = 0;
    int months = 0;
    double measuredKwh = 0; ///< of the months whose irradiation was measured
    double poa = 0;         ///< of those
};
std::vector<StationEnergy> energyWithin(const std::vector<MonthEnergy> &months, const MonthWindow &window,
                                        std::size_t stations);

/// Equivalent hours of each station within @p window, which @p sums are about; not-a-number where it is not connected,
/// its capacity is not known or a month was not read.
std::vector<double> equivalentHours(const std::vector<StationEnergy> &sums, const MonthWindow &window,
                                    const Stations &stations);

/// The stations that station @p row is compared with: its county (first six digits of the village code) and type.
std::pair<QString, QString> peersOf(const ProjectSnapshot &project, const Stations &stations, std::size_t row);

/// Which stations fell short in month @p month.
struct Shortfall {
    double hours = 0;  ///< equivalent hours of the month, of those that are judged
    double median = 0; ///< of its peers, of all stations; not-a-number: too few
    bool judged = false;
    bool low = false;
};
/// DOMAIN B.4, pv_low_flag: fewer equivalent hours than @p limit (0..1) of the median of its peers (peersOf()), of
/// which there must be @p peers. Stations that were connected for the whole month are judged.
std::vector<Shortfall> shortfalls(const ProjectSnapshot &project, const std::vector<MonthEnergy> &months,
                                  const Stations &stations, int month, double limit, int peers);

} // namespace cuntu::photovoltaic
