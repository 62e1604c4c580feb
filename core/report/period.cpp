// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/period.h"

#include "core/base/text.h"

#include <QRegularExpression>

namespace cuntu {

namespace {

using Kind = ReportPeriod::Kind;

constexpr int k_daysPerWeek = 7;
constexpr int k_monthsPerYear = 12;

/// Months from the first day of month @p firstMonth on.
std::optional<ReportPeriod> months(Kind kind, int year, int firstMonth, int count, int part)
{
    const auto first = Day::fromYmd(year, firstMonth, 1);
    const int next = firstMonth + count;
    const auto after = next > k_monthsPerYear ? Day::fromYmd(year + 1, 1, 1) : Day::fromYmd(year, next, 1);
    if (!first || !after) {
        return std::nullopt;
    }
    return ReportPeriod{kind, *first, after->plusDays(-1), part};
}

/// Monday of ISO 8601 week 1: the one with 4 January.
std::optional<Day> firstMonday(int year)
{
    const auto fourth = Day::fromYmd(year, 1, 4);
    if (!fourth) {
        return std::nullopt;
    }
    // 1970-01-01 was a Thursday; the sum keeps the remainder positive for years before.
    const int sinceMonday = ((fourth->number() + 3) % k_daysPerWeek + k_daysPerWeek) % k_daysPerWeek;
    return fourth->plusDays(-sinceMonday);
}

std::optional<ReportPeriod> week(int year, int number)
{
    const auto begin = firstMonday(year);
    const auto next = firstMonday(year + 1);
    if (!begin || !next || number < 1) {
        return std::nullopt;
    }
    const Day monday = begin->plusDays((number - 1) * k_daysPerWeek);
    if (monday >= *next) {
        return std::nullopt;
    }
    return ReportPeriod{Kind::Week, monday, monday.plusDays(k_daysPerWeek - 1), number};
}

std::optional<ReportPeriod> partOfYear(int year, const QString &kind, int part)
{
    if (kind == QStringLiteral("W")) {
        return week(year, part);
    }
    const int count = kind == QStringLiteral("Q") ? 3 : kind == QStringLiteral("H") ? 6 : 1;
    if (part < 1 || part * count > k_monthsPerYear) {
        return std::nullopt;
    }
    const Kind of = count == 3 ? Kind::Quarter : count == 6 ? Kind::HalfYear : Kind::Month;
    return months(of, year, (part - 1) * count + 1, count, part);
}

/// The Chinese forms in the letters of the others.
QString inLetters(QString text)
{
    static const std::vector<std::pair<const char16_t *, const char16_t *>> words{
        {u"上半年", u"-H1"},   {u"下半年", u"-H2"},   {u"一季度", u"1季度"},
        {u"二季度", u"2季度"}, {u"三季度", u"3季度"}, {u"四季度", u"4季度"}};
    for (const auto &[word, letters] : words) {
        text.replace(QString::fromUtf16(word), QString::fromUtf16(letters));
    }
    static const QRegularExpression quarter(QStringLiteral("第?([1-4])季度$"));
    static const QRegularExpression month(QStringLiteral("年([0-9]{1,2})月$"));
    text.replace(quarter, QStringLiteral("-Q\\1")).replace(month, QStringLiteral("-\\1"));
    return text.remove(u'年');
}

} // namespace

Result<ReportPeriod> ReportPeriod::parse(QStringView text)
{
    const QString plain = inLetters(normalised(text).remove(u' ')).toUpper();
    static const QRegularExpression form(QStringLiteral("^([0-9]{4})(?:-?([HQW])([0-9]{1,2})|-([0-9]{1,2}))?$"));
    const QRegularExpressionMatch match = form.match(plain);
    std::optional<ReportPeriod> period;
    if (match.hasMatch()) {
        const int year = match.captured(1).toInt();
        if (match.hasCaptured(3)) {
            period = partOfYear(year, match.captured(2), match.captured(3).toInt());
        } else if (match.hasCaptured(4)) {
            period = partOfYear(year, QString(), match.captured(4).toInt());
        } else {
            period = months(Kind::Year, year, 1, k_monthsPerYear, 1);
        }
    }
    if (period) {
        return *period;
    }
    Error error;
    error.code = ErrorCode::Invalid;
    error.sentence = Core::tr("'%1' is not a period").arg(text);
    error.advice =
        Core::tr("give a year, half year, quarter, month or week: 2018, 2018-H1, 2018-Q2, 2018-06, 2018-W23");
    return error;
}

QString ReportPeriod::toText() const
{
    switch (kind) {
    case Kind::Week:
        return Core::tr("week %1, %2 to %3").arg(QString::number(part), first.toText(), last.toText());
    case Kind::Month: {
        //: %1 year, %2 month as a number
        return Core::tr("%1-%2").arg(QString::number(first.year()), QString::number(part).rightJustified(2, u'0'));
    }
    case Kind::Quarter:
        //: %1 year, %2 number of the quarter
        return Core::tr("%1, quarter %2").arg(first.year()).arg(part);
    case Kind::HalfYear:
        return part == 1 ? Core::tr("first half of %1").arg(first.year())
                         : Core::tr("second half of %1").arg(first.year());
    case Kind::Year:
        break;
    }
    //: %1 year
    return Core::tr("year %1").arg(first.year());
}

} // namespace cuntu
