// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/calendar_list.h"

#include "core/base/text.h"
#include "core/project/import_steps.h"
#include "core/project/settings.h"

namespace cuntu {

namespace {

constexpr qsizetype k_listedProblems = 20;
const QString k_setting = QString::fromUtf16(k_calendarSetting);
const QString k_off = QStringLiteral("HOLIDAY");
const QString k_on = QStringLiteral("WORKDAY");

LayerSchema listSchema()
{
    Field date;
    date.id = QStringLiteral("date");
    date.name = {QStringLiteral("日期"), QStringLiteral("Date")};
    date.type = FieldType::Date;
    date.required = true;
    Field kind;
    kind.id = QStringLiteral("kind");
    kind.name = {QStringLiteral("类型"), QStringLiteral("Kind")};
    kind.type = FieldType::Choice;
    kind.required = true;
    kind.synonyms = {QStringLiteral("安排"), QStringLiteral("性质"), QStringLiteral("放假或上班")};
    kind.choices = {{k_off,
                     {QStringLiteral("放假"), QStringLiteral("holiday")},
                     {QStringLiteral("休"), QStringLiteral("休息"), QStringLiteral("节假日"),
                      QStringLiteral("法定节假日"), QStringLiteral("调休"), QStringLiteral("off")}},
                    {k_on,
                     {QStringLiteral("上班"), QStringLiteral("working day")},
                     {QStringLiteral("班"), QStringLiteral("补班"), QStringLiteral("调休上班"),
                      QStringLiteral("工作日"), QStringLiteral("on")}}};
    LayerSchema schema;
    schema.id = k_setting;
    schema.name = {QStringLiteral("工作日历"), QStringLiteral("Working days")};
    schema.fields = {date, kind};
    return schema;
}

Error notUnderstood(const QString &file, const QStringList &problems)
{
    return Error{ErrorCode::Invalid,
                 problems.isEmpty() ? Core::tr("the list has no rows")
                                    : Core::tr("nothing was taken: %n rows cannot be understood", nullptr,
                                               static_cast<int>(problems.size())),
                 {.file = file},
                 Core::tr("Correct them and give the whole list again."),
                 {},
                 problems.mid(0, k_listedProblems)};
}

} // namespace

Result<WorkCalendar> readCalendarList(const CalendarListRequest &request, const JobContext &job)
{
    const LayerSchema schema = listSchema();
    WorkCalendar calendar;
    QStringList problems;
    ImportReport report;
    // Lists come out for the year to come: no day is too late to be one.
    const Day lastDay = Day::fromYmd(9999, 12, 31).value_or(Day::today());
    auto read = readChecked(
        {request.file, request.sheet, request.encoding, {}, {}}, {&schema, {}, nullptr, Crs(), lastDay, {}}, report,
        [&](std::vector<FeatureRow> &rows) -> Result<void> {
            for (const FeatureRow &row : rows) {
                const auto *date = std::get_if<std::string>(&row.values[0]);
                const auto *kind = std::get_if<std::string>(&row.values[1]);
                const auto day = date ? Day::fromIso(std::string_view(*date)) : std::nullopt;
                if (!day || !kind || !calendar.set(*day, QString::fromStdString(*kind) == k_on)) {
                    problems
                        << Core::tr("row %1: %2").arg(row.sourceRow).arg(Core::tr("the day is both free and worked"));
                }
            }
            return {};
        },
        job);
    if (!read) {
        return read.error();
    }
    for (const RowFinding &finding : report.findings) {
        if (finding.rejected && !finding.isTotal) {
            problems << Core::tr("row %1: %2").arg(finding.row).arg(finding.reason);
        }
    }
    if (!problems.isEmpty() || calendar.days().empty()) {
        return notUnderstood(request.file, problems);
    }
    return calendar;
}

Result<WorkCalendar> calendarOf(const Project &project)
{
    auto text = project.setting(k_setting);
    if (!text) {
        return text.error();
    }
    return WorkCalendar::fromText(*text);
}

Result<void> addToCalendar(Project &project, const WorkCalendar &more)
{
    auto calendar = calendarOf(project);
    if (!calendar) {
        return calendar.error();
    }
    for (const auto &[day, works] : more.days()) {
        calendar->set(day, works);
    }
    return project.setSetting(k_setting, calendar->toText());
}

} // namespace cuntu
