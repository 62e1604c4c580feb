// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/work_calendar.h"
#include "core/project/project.h"

namespace cuntu {

/// Where a table of legal holidays and make-up days is read from.
struct CalendarListRequest {
    QString file;
    QString encoding;
    QString sheet;
};

/// Reads a table with a day a row: columns date, kind (holiday 放假 or working day 上班), and whatever else, recognised
/// by their headings as an import does. All or nothing: a row that cannot be understood, or a day that is both, is
/// Invalid with the rows in its details. Any thread.
CUNTU_CORE_EXPORT Result<WorkCalendar> readCalendarList(const CalendarListRequest &request, const JobContext &job);

/// The calendar in the project's setting "calendar"; where none was loaded, weekends only.
CUNTU_CORE_EXPORT Result<WorkCalendar> calendarOf(const Project &project);
/// Adds @p more to the calendar of @p project; what it says of a day takes the place of what was there.
CUNTU_CORE_EXPORT Result<void> addToCalendar(Project &project, const WorkCalendar &more);

} // namespace cuntu
