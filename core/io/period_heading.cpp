// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/period_heading.h"

#include "core/base/date.h"
#include "core/base/text.h"

#include <QRegularExpression>

namespace cuntu {

namespace {

constexpr int k_minutesOfHour = 60;
constexpr int k_minutesOfDay = 24 * k_minutesOfHour;

/// The first match of @p pattern in @p text, which is taken out of it.
QRegularExpressionMatch take(QString &text, const QRegularExpression &pattern)
{
    const auto match = pattern.match(text);
    if (match.hasMatch()) {
        text.replace(match.capturedStart(), match.capturedLength(), QStringLiteral(" "));
    }
    return match;
}

std::optional<int> numberIn(const QRegularExpressionMatch &match, int group, int least, int most)
{
    const int number = match.captured(group).toInt();
    return match.captured(group).isEmpty() || number < least || number > most ? std::nullopt : std::optional(number);
}

void takeDate(QString &text, HeadingPeriod &period)
{
    static const QRegularExpression whole(
        QStringLiteral("(?<!\\d)((?:19|20)\\d{2})[年/.-](\\d{1,2})(?:[月/.-](\\d{1,2})日?(?!\\d)|月份?|(?!\\d))"));
    static const QRegularExpression compact(QStringLiteral("(?<!\\d)((?:19|20)\\d{2})(0[1-9]|1[0-2])(\\d{2})?(?!\\d)"));
    static const QRegularExpression year(QStringLiteral("(?<!\\d)((?:19|20)\\d{2})(?:年度?|(?!\\d))"));
    for (const QRegularExpression *pattern : {&whole, &compact}) {
        if (const auto match = take(text, *pattern); match.hasMatch()) {
            period.year = match.captured(1).toInt();
            period.month = numberIn(match, 2, 1, 12);
            period.day = numberIn(match, 3, 1, 31);
            return;
        }
    }
    period.year = numberIn(take(text, year), 1, 1900, 2100);
}

void takeMonthAndDay(QString &text, HeadingPeriod &period)
{
    static const QRegularExpression month(QStringLiteral("(?<!\\d)(\\d{1,2})月份?"));
    static const QRegularExpression chinese(QStringLiteral("(十[一二]?|[一二三四五六七八九])月份?"));
    static const QRegularExpression english(QStringLiteral(
        "\\b(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|"
        "oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\b\\.?"));
    static const QRegularExpression day(QStringLiteral("(?<!\\d)(\\d{1,2})[日号]"));
    if (!period.month) {
        period.month = numberIn(take(text, month), 1, 1, 12);
    }
    if (!period.month) {
        static const QStringList numbers{QStringLiteral("一"), QStringLiteral("二"),   QStringLiteral("三"),
                                         QStringLiteral("四"), QStringLiteral("五"),   QStringLiteral("六"),
                                         QStringLiteral("七"), QStringLiteral("八"),   QStringLiteral("九"),
                                         QStringLiteral("十"), QStringLiteral("十一"), QStringLiteral("十二")};
        const auto match = take(text, chinese);
        const auto at = static_cast<int>(numbers.indexOf(match.captured(1)));
        period.month = match.hasMatch() ? std::optional(at + 1) : std::nullopt;
    }
    if (!period.month) {
        static const QString names = QStringLiteral("janfebmaraprmayjunjulaugsepoctnovdec");
        const auto match = take(text, english);
        const auto at = static_cast<int>(names.indexOf(match.captured(1).left(3)));
        period.month = match.hasMatch() ? std::optional(at / 3 + 1) : std::nullopt;
    }
    if (!period.day) {
        period.day = numberIn(take(text, day), 1, 1, 31);
    }
}

void takeTime(QString &text, HeadingPeriod &period)
{
    static const QRegularExpression clock(QStringLiteral("(?<!\\d)(\\d{1,2}):(\\d{2})(?::\\d{2})?(?!\\d)"));
    static const QRegularExpression hour(QStringLiteral("(?<!\\d)(\\d{1,2})[时点](?!间)"));
    for (const QRegularExpression *pattern : {&clock, &hour}) {
        const auto match = take(text, *pattern);
        if (const auto of = numberIn(match, 1, 0, 24); of && !period.minute) {
            period.minute = *of * k_minutesOfHour + match.captured(2).toInt();
        }
    }
}

/// The number that a heading, or the lowest part of one of several rows, is.
std::optional<int> plainNumber(const QString &heading, QString &rest)
{
    static const QRegularExpression pattern(QStringLiteral("^(?:(.*) )?(\\d{1,2})$"));
    const auto match = pattern.match(heading);
    rest = match.captured(1);
    return match.hasMatch() ? std::optional(match.captured(2).toInt()) : std::nullopt;
}

/// Makes months or days of headings that are 1, 2, 3 ... to the end of a year or a month.
void readRunOfNumbers(const QStringList &headings, std::vector<std::optional<HeadingPeriod>> &periods)
{
    constexpr int k_months = 12;
    constexpr int k_leastDays = 28;
    constexpr int k_mostDays = 31;
    std::vector<std::pair<std::size_t, QString>> run; // heading and its other words
    for (qsizetype i = 0; i < headings.size(); ++i) {
        QString rest;
        const auto number = plainNumber(normalised(headings[i]), rest);
        if (number && *number == static_cast<int>(run.size()) + 1) {
            run.emplace_back(static_cast<std::size_t>(i), rest);
        }
    }
    const auto length = static_cast<int>(run.size());
    const bool days = length >= k_leastDays && length <= k_mostDays;
    for (int i = 0; i < length && (days || length == k_months); ++i) {
        const auto &[at, rest] = run[static_cast<std::size_t>(i)];
        HeadingPeriod period = periodIn(rest);
        (days ? period.day : period.month) = i + 1;
        periods[at] = std::move(period);
    }
}

} // namespace

HeadingPeriod HeadingPeriod::filledFrom(const HeadingPeriod &other) const
{
    HeadingPeriod filled = *this;
    filled.year = year ? year : other.year;
    filled.month = month ? month : other.month;
    filled.day = day ? day : other.day;
    filled.minute = minute ? minute : other.minute;
    return filled;
}

QString HeadingPeriod::toText() const
{
    const bool hasGap = !year || (day && !month) || (minute && !day);
    const auto first = hasGap ? std::nullopt : Day::fromYmd(*year, month.value_or(1), day.value_or(1));
    if (!first) {
        return {};
    }
    if (!day) {
        return first->toIso().left(month ? 7 : 4);
    }
    const int at = minute.value_or(0);
    const QString on = first->plusDays(at / k_minutesOfDay).toIso();
    return minute ? QStringLiteral("%1 %2:%3")
                        .arg(on)
                        .arg(at % k_minutesOfDay / k_minutesOfHour, 2, 10, QLatin1Char('0'))
                        .arg(at % k_minutesOfHour, 2, 10, QLatin1Char('0'))
                  : on;
}

HeadingPeriod periodIn(QStringView text)
{
    QString left = normalised(text).toLower();
    HeadingPeriod period;
    takeDate(left, period);
    takeTime(left, period);
    takeMonthAndDay(left, period);
    period.rest = left.simplified();
    return period;
}

std::vector<std::optional<HeadingPeriod>> periodsOfHeadings(const QStringList &headings)
{
    std::vector<std::optional<HeadingPeriod>> periods;
    static const QRegularExpression plainYear(QStringLiteral("^\\d{4}$")); // or a quantity: as likely
    for (const QString &heading : headings) {
        HeadingPeriod period = periodIn(heading);
        periods.push_back(period.isEmpty() || plainYear.match(normalised(heading)).hasMatch()
                              ? std::nullopt
                              : std::optional(std::move(period)));
    }
    readRunOfNumbers(headings, periods);
    return periods;
}

PeriodFields periodFieldsOf(const LayerSchema &schema)
{
    PeriodFields fields;
    for (const Field &field : schema.fields) {
        if (field.id == QLatin1String("period") && field.type == FieldType::Text) {
            fields.period = &field;
        } else if (fields.period && !fields.value && field.type == FieldType::Real) {
            fields.value = &field;
        }
    }
    return fields.value ? fields : PeriodFields();
}

} // namespace cuntu
