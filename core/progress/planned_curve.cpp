// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/progress/planned_curve.h"

#include <algorithm>
#include <cmath>
#include <numeric>

using namespace Qt::Literals::StringLiterals;

namespace cuntu {

namespace {

double logistic(double x)
{
    return 1 / (1 + std::exp(-x));
}

double sCurve(double u, double k)
{
    const double low = logistic(-k / 2);
    return (logistic(k * (u - 0.5)) - low) / (logistic(k / 2) - low);
}

/// Straight between the points, from 0 at @p start to 1 at @p due.
double alongPoints(const PlannedCurve &curve, Day start, Day due, Day on)
{
    if (on >= due) {
        return 1;
    }
    std::pair<Day, double> before{start, 0};
    for (const auto &point : curve.points) {
        if (point.first > on) {
            const double share =
                static_cast<double>(daysBetween(before.first, on)) / daysBetween(before.first, point.first);
            return on <= before.first ? before.second : before.second + share * (point.second - before.second);
        }
        before = point;
    }
    const double share = static_cast<double>(daysBetween(before.first, on)) / daysBetween(before.first, due);
    return on <= before.first ? before.second : before.second + share * (1 - before.second);
}

Day quarterEnd(int year, int quarter)
{
    const int month = quarter * 3;
    const int day = quarter == 1 || quarter == 4 ? 31 : 30;
    return *Day::fromYmd(year, month, day);
}

} // namespace

double timeShare(Day start, Day due, Day on, const WorkCalendar *workingDays)
{
    if (workingDays != nullptr) {
        // Between two days counts the second one and not the first; here it is the other way round.
        const Day before = start.plusDays(-1);
        if (const int whole = workingDays->workingDaysBetween(before, due); whole > 0) {
            return std::clamp(double(workingDays->workingDaysBetween(before, on.plusDays(-1))) / whole, 0.0, 1.0);
        }
    }
    const double whole_days = daysBetween(start, due) + 1;
    return whole_days > 0 ? std::clamp(daysBetween(start, on) / whole_days, 0.0, 1.0) : 1;
}

double plannedShare(const PlannedCurve &curve, Day start, Day due, Day on, const WorkCalendar *workingDays)
{
    switch (curve.kind) {
    case PlannedCurve::Kind::Even:
        break;
    case PlannedCurve::Kind::SCurve:
        return sCurve(timeShare(start, due, on, workingDays), curve.steepness);
    case PlannedCurve::Kind::Points:
        return alongPoints(curve, start, due, on);
    }
    return timeShare(start, due, on, workingDays);
}

const std::vector<SeasonalTable> &seasonalTables()
{
    static const std::vector<SeasonalTable> tables{
        {u"even"_s, {u"均衡(培训、走访)"_s, u"Even (training, visits)"_s}, {0.25, 0.50, 0.75, 1}},
        {u"outdoor_south"_s, {u"南方户外工程"_s, u"Outdoor works, south"_s}, {0.10, 0.40, 0.75, 1}},
        {u"outdoor_north"_s,
         {u"北方户外工程(冬季停工)"_s, u"Outdoor works, north (winter stop)"_s},
         {0.05, 0.40, 0.85, 1}},
        {u"afforestation"_s, {u"春季造林"_s, u"Afforestation (spring)"_s}, {0.30, 0.70, 0.80, 1}},
        {u"year_end"_s, {u"年底并网"_s, u"Grid connection at the end of the year"_s}, {0.10, 0.35, 0.70, 1}},
        {u"exit"_s, {u"脱贫退出"_s, u"Exit of households"_s}, {0, 0.10, 0.30, 1}}};
    return tables;
}

PlannedCurve curveFromQuarters(const std::array<double, 4> &shares, Day start, Day due)
{
    PlannedCurve curve;
    curve.kind = PlannedCurve::Kind::Points;
    // What each quarter of each year adds, where some of it lies between start and due.
    std::vector<std::pair<Day, double>> steps;
    for (int year = start.year(); year <= due.year(); ++year) {
        const Day first = std::max(start, *Day::fromYmd(year, 1, 1));
        const Day last = std::min(due, *Day::fromYmd(year, 12, 31));
        std::vector<std::pair<Day, double>> quarters;
        for (int quarter = 1; quarter <= 4; ++quarter) {
            const Day end = quarterEnd(year, quarter);
            const Day begin = quarter == 1 ? *Day::fromYmd(year, 1, 1) : quarterEnd(year, quarter - 1).plusDays(1);
            if (end >= first && begin <= last) {
                const double before = quarter == 1 ? 0 : shares[static_cast<std::size_t>(quarter) - 2];
                quarters.emplace_back(std::min(end, last), shares[static_cast<std::size_t>(quarter) - 1] - before);
            }
        }
        const double sum = std::accumulate(quarters.begin(), quarters.end(), 0.0,
                                           [](double total, const auto &each) { return total + each.second; });
        const double weight = daysBetween(first, last) + 1;
        for (const auto &[end, added] : quarters) {
            steps.emplace_back(end, weight * (sum > 0 ? added / sum : 1.0 / static_cast<double>(quarters.size())));
        }
    }
    const double whole = std::accumulate(steps.begin(), steps.end(), 0.0,
                                         [](double total, const auto &each) { return total + each.second; });
    double done = 0;
    for (const auto &[end, added] : steps) {
        done += added;
        curve.points.emplace_back(end, std::min(1.0, done / whole));
    }
    return curve;
}

std::vector<qint64> apportion(qint64 whole, const std::vector<double> &weights)
{
    std::vector<double> shares = weights;
    std::transform(shares.begin(), shares.end(), shares.begin(),
                   [](double weight) { return weight > 0 ? weight : 0.0; });
    double sum = std::accumulate(shares.begin(), shares.end(), 0.0);
    if (sum <= 0) {
        std::fill(shares.begin(), shares.end(), 1.0);
        sum = static_cast<double>(shares.size());
    }
    std::vector<qint64> parts;
    std::vector<std::pair<double, std::size_t>> remainders;
    qint64 given = 0;
    for (std::size_t i = 0; i < shares.size(); ++i) {
        const double exact = static_cast<double>(whole) * shares[i] / sum;
        parts.push_back(static_cast<qint64>(std::floor(exact)));
        given += parts.back();
        remainders.emplace_back(exact - std::floor(exact), i);
    }
    std::stable_sort(remainders.begin(), remainders.end(),
                     [](const auto &a, const auto &b) { return a.first > b.first; });
    for (std::size_t i = 0; given < whole && !remainders.empty(); ++i, ++given) {
        ++parts[remainders[i % remainders.size()].second];
    }
    return parts;
}

} // namespace cuntu
