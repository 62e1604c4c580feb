// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/water/declare.h"
#include "plugins/water/works.h"

#include <algorithm>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace cuntu::water {

namespace {

Day newYear(int year)
{
    return *Day::fromIso(u"%1-01-01"_s.arg(year, 4, 10, QLatin1Char('0')));
}

/// 1 on each day without water, 0 on the others up to the day that is shown; of later ones nothing is known.
Result<std::vector<double>> outageDays(const DayCalendarInput &input, const JobContext &job)
{
    const auto works = layerWith(input.project, id(k_works), {u"code"_s}, job);
    const auto outages =
        works ? layerWith(input.project, id(k_outages), {u"works_code"_s, u"began_on"_s, u"ended_on"_s}, job)
              : Result<Immutable<LayerSnapshot>>(works.error());
    if (!outages) {
        return outages.error();
    }
    const auto row = (*works)->rowOf(input.feature);
    if (!row) {
        return Error{
            ErrorCode::NotFound, Text{u"没有这个供水工程"_s, u"there are no such works"_s}.toString(), {}, {}, {}, {}};
    }
    const std::string_view code = textAt((*works)->column(u"code"_s), *row);
    const std::int32_t first = newYear(input.year).number();
    const std::int32_t end = newYear(input.year + 1).number();
    const std::int32_t known = std::clamp(input.asOf.number() + 1, first, end);
    std::vector<double> days(static_cast<std::size_t>(end - first), std::nan(""));
    std::fill_n(days.begin(), known - first, 0.0);
    for (std::size_t k = 0; k < (*outages)->size(); ++k) {
        const double began = numberAt((*outages)->column(u"began_on"_s), k);
        if (code.empty() || textAt((*outages)->column(u"works_code"_s), k) != code || std::isnan(began)) {
            continue;
        }
        const double ended = numberAt((*outages)->column(u"ended_on"_s), k);
        const std::int32_t from = std::max(first, static_cast<std::int32_t>(began));
        const std::int32_t to = std::isnan(ended) ? known : std::min(known, static_cast<std::int32_t>(ended));
        for (std::int32_t day = from; day < to; ++day) {
            days[static_cast<std::size_t>(day - first)] = 1;
        }
    }
    return days;
}

} // namespace

void addOutageCalendar(Registry &draft)
{
    draft.dayCalendars.push_back(
        {u"water.outages"_s,
         id(k_programme),
         {u"停水日历"_s, u"Outages by day"_s},
         {u"供水工程一年中哪些天停水；恢复供水的那一天不计。"_s,
          u"On which days of a year works gave no water; the first day with water again is not one of them."_s},
         id(k_works),
         u"天"_s,
         outageDays});
}

} // namespace cuntu::water
