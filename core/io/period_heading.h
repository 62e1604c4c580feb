// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/layer_schema.h"

#include <QStringList>

#include <optional>
#include <vector>

namespace cuntu {

/// What a heading, a title or a cell says about time: as much of it as is written there.
struct HeadingPeriod {
    std::optional<int> year;
    std::optional<int> month;
    std::optional<int> day;
    std::optional<int> minute; ///< of the day
    QString rest;              ///< the other words: '上网电量' of '2019年6月上网电量(MWh)'

    /// The same time; the other words do not count.
    bool isSame(const HeadingPeriod &other) const
    {
        return year == other.year && month == other.month && day == other.day && minute == other.minute;
    }
    bool isEmpty() const { return !year && !month && !day && !minute; }
    /// The same, with what is not said here taken from @p other.
    HeadingPeriod filledFrom(const HeadingPeriod &other) const;
    /// '2019', '2019-06', '2019-06-01' or '2019-06-01 13:00'; empty where a part before the last is not known, or the
    /// day is in no calendar.
    QString toText() const;
};

/// Reads 2019年6月, 2019-06-01, 201906, 6月, 一月, Jan, 5日, 13:00, 13时 and the like anywhere in @p text.
HeadingPeriod periodIn(QStringView text);

/// What each of @p headings says about time; empty for one that says nothing. Plain numbers that run from 1 to 12, or
/// from 1 to 28 and more, are months or days.
std::vector<std::optional<HeadingPeriod>> periodsOfHeadings(const QStringList &headings);

/// The fields of a layer whose tables may have a column for each period instead of a row: the heading's period goes
/// into one, the cells into the other unless the heading names another field. By convention the text field "period" and
/// the first measured number (a real one) after it; null for layers without.
struct PeriodFields {
    const Field *period = nullptr;
    const Field *value = nullptr;
};
PeriodFields periodFieldsOf(const LayerSchema &schema);

} // namespace cuntu
