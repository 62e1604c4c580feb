// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/photovoltaic/settlement.h"

#include "plugins/photovoltaic/declare.h"
#include "plugins/photovoltaic/words.h"

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace cuntu::photovoltaic {

namespace {

constexpr int k_yearMonths = 12;

Result<void> addReceived(const ProjectSnapshot &project, const Stations &stations, int year, const JobContext &job,
                         std::vector<Settlement> &settlements)
{
    const auto layer =
        layerWith(project, id(k_received),
                  {u"station_code"_s, u"earned_year"_s, u"received_on"_s, u"receipt_kind"_s, u"amount"_s}, job);
    if (!layer) {
        return layer.error();
    }
    const auto at = [&](const QString &field, std::size_t row) { return numberAt((*layer)->column(field), row); };
    for (std::size_t row = 0; row < (*layer)->size(); ++row) {
        const auto station = stations.find(stringAt((*layer)->column(u"station_code"_s), row));
        const double on = at(u"received_on"_s, row);
        const double amount = at(u"amount"_s, row);
        if (!station || !(on <= stations.day.number()) || std::isnan(amount)) {
            continue;
        }
        const double earned = at(u"earned_year"_s, row);
        if ((std::isnan(earned) ? dayOf(on).year() : earned) != year) {
            continue;
        }
        const std::string_view kind = textAt((*layer)->column(u"receipt_kind"_s), row);
        Settlement &settlement = settlements[*station];
        (kind == "SUBSIDY" ? settlement.receivedSubsidy
         : kind == "OTHER" ? settlement.receivedOther
                           : settlement.receivedBase) += amount;
    }
    return {};
}

} // namespace

Parameter dueYearParameter()
{
    return choiceParameter(u"due_year"_s, {u"收益年度"_s, u"Energy of the year"_s},
                           {u"补贴常在次年到账。"_s, u"Subsidies often come in the year after."_s},
                           {{u"LAST"_s, {u"上年"_s, u"the year before"_s}, {}},
                            {u"THIS"_s, {u"本年已结束的月份"_s, u"this year, the months that are over"_s}, {}}});
}

int dueYear(const ParameterValues &values, Day day)
{
    return values.text(u"due_year"_s) == u"THIS"_s ? day.year() : day.year() - 1;
}

Result<std::vector<Settlement>> settlementsOf(const ProjectSnapshot &project, const Stations &stations, int year,
                                              const JobContext &job)
{
    const auto readings = readReadings(project, stations, job);
    const auto prices = Prices::read(project, stations, job);
    if (!readings || !prices) {
        return !readings ? readings.error() : prices.error();
    }
    const MonthWindow window{year * k_yearMonths,
                             std::min(year * k_yearMonths + k_yearMonths - 1, lastWholeMonth(stations.day))};
    const auto months = energyByMonth(*readings, stations);
    const auto worths = worthWithin(months, window, *prices, stations.size());
    const auto sums = energyWithin(months, window, stations.size());
    std::vector<Settlement> settlements(stations.size());
    for (std::size_t row = 0; row < stations.size(); ++row) {
        settlements[row].months = sums[row].months;
        settlements[row].due = worths[row];
    }
    if (auto added = addReceived(project, stations, year, job, settlements); !added) {
        return added.error();
    }
    return settlements;
}

} // namespace cuntu::photovoltaic
