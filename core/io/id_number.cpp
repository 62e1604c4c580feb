// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/id_number.h"
#include "core/base/text.h"
#include "core/io/row_check.h"

#include <array>

namespace cuntu {

namespace {

constexpr qsizetype k_digits = 18;
constexpr qsizetype k_oldDigits = 15;

bool isDigit(QChar c)
{
    return c >= QLatin1Char('0') && c <= QLatin1Char('9');
}

/// GB 11643-1999: ISO 7064 MOD 11-2 over the first 17 digits.
QChar checkDigit(QStringView number)
{
    static constexpr std::array<int, 17> weights{7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    static constexpr char16_t digits[] = u"10X98765432";
    int sum = 0;
    for (std::size_t i = 0; i < weights.size(); ++i) {
        sum += weights[i] * (number[static_cast<qsizetype>(i)].unicode() - u'0');
    }
    return digits[sum % 11];
}

std::optional<Day> birthDate(QStringView number)
{
    const bool old = number.size() == k_oldDigits;
    const int year = old ? 1900 + number.mid(6, 2).toInt() : number.mid(6, 4).toInt();
    const qsizetype rest = old ? 8 : 10;
    return Day::fromYmd(year, number.mid(rest, 2).toInt(), number.mid(rest + 2, 2).toInt());
}

} // namespace

QString identityNumberProblem(QStringView number)
{
    const QStringView text = number.trimmed();
    if (text.size() != k_digits && text.size() != k_oldDigits) {
        return Core::tr("an identity number has 18 digits (15 before 1999), this one has %1").arg(text.size());
    }
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool mayBeX = i == k_digits - 1 && (text[i] == QLatin1Char('X') || text[i] == QLatin1Char('x'));
        if (!isDigit(text[i]) && !mayBeX) {
            return Core::tr("an identity number has only digits, and X at its end");
        }
    }
    const auto birth = birthDate(text);
    if (!birth || birth->year() < 1900 || *birth > Day::today()) {
        return Core::tr("the birth date in the identity number does not exist");
    }
    if (text.size() == k_digits && text.back().toUpper() != checkDigit(text)) {
        return Core::tr("the check digit of the identity number is wrong");
    }
    return {};
}

QString withoutIdentityNumbers(const QString &text)
{
    QString result = text;
    for (qsizetype start = 0; start < result.size();) {
        if (!isDigit(result[start])) {
            ++start;
            continue;
        }
        qsizetype end = start;
        while (end < result.size() && isDigit(result[end])) {
            ++end;
        }
        const bool closedByX =
            end < result.size() && end - start == k_digits - 1 && result[end].toUpper() == QLatin1Char('X');
        const qsizetype size = end - start + (closedByX ? 1 : 0);
        const QString number = result.mid(start, size);
        if (size == k_digits && birthDate(number)) {
            result.replace(start, size, masked(number, Personal::IdNumber));
        }
        start = end + 1;
    }
    return result;
}

} // namespace cuntu
