// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/cell_text.h"

#include "core/base/date.h"
#include "core/io/utf8.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <limits>

namespace cuntu {

namespace {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// Only what std::from_chars and people read alike; the rest takes the slow way.
bool looksPlain(std::string_view text)
{
    return !text.empty() && (isDigit(text[0]) || (text[0] == '-' && text.size() > 1 && isDigit(text[1])));
}

} // namespace

std::optional<double> numberFromCell(std::string_view text)
{
    if (looksPlain(text)) {
        double value = 0;
        const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
        if (read.ec == std::errc() && read.ptr == text.data() + text.size()) {
            return std::isfinite(value) ? std::optional(value) : std::nullopt;
        }
    }
    constexpr std::size_t longest = 64;
    return text.empty() || text.size() > longest ? std::nullopt : parseNumber(toQString(text));
}

std::optional<std::int64_t> integerFromCell(std::string_view text)
{
    if (looksPlain(text)) {
        std::int64_t value = 0;
        const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
        if (read.ec == std::errc() && read.ptr == text.data() + text.size()) {
            return value;
        }
    }
    const auto value = numberFromCell(text);
    constexpr double exact = 9007199254740992.0; // 2^53
    if (!value || *value != std::floor(*value) || std::abs(*value) > exact) {
        return std::nullopt;
    }
    return static_cast<std::int64_t>(*value);
}

bool isBlankCell(std::string_view text)
{
    // isBlankMark() without the detour over QString: this is asked of every cell.
    static constexpr std::array<std::string_view, 11> marks{"/",  "-",  "--", "\\", "—",  "——",
                                                            "－", "／", "无", "–",  "———"};
    constexpr std::size_t longestMark = 9;
    return text.empty() || (text.size() <= longestMark && std::find(marks.begin(), marks.end(), text) != marks.end());
}

bool isErrorCell(std::string_view text)
{
    static constexpr std::array<std::string_view, 9> errors{"#REF!",  "#N/A",  "#VALUE!", "#DIV/0!",      "#NAME?",
                                                            "#NULL!", "#NUM!", "#SPILL!", "#GETTING_DATA"};
    return !text.empty() && text[0] == '#' && std::find(errors.begin(), errors.end(), text) != errors.end();
}

bool isRoundedNumber(std::string_view text)
{
    static const QRegularExpression pattern(QStringLiteral("^\\d(\\.\\d+)?[eE]\\+?\\d{1,3}$"));
    return !text.empty() && isDigit(text[0]) && text.find_first_of("eE") != std::string_view::npos &&
           pattern.match(toQString(text)).hasMatch();
}

bool isTotalRow(const std::vector<std::string> &cells)
{
    static const QRegularExpression total(QStringLiteral("^.{0,12}?(合计|总计|小计|共计|累计|总合计)$"));
    static const QRegularExpression note(
        QStringLiteral("^(填报人|填表人|审核人|负责人|制表人?|填报单位|填报时间|填表时间|填报日期|单位负责人|经办人|"
                       "联系人|复核人?|主管领导|分管领导|备注|注|说明|附注):.*$"));
    static const QSet<QString> word{QStringLiteral("合计"), QStringLiteral("总计"), QStringLiteral("小计"),
                                    QStringLiteral("共计"), QStringLiteral("累计")};
    constexpr std::size_t searched = 4;
    bool isFirst = true; // of the cells with words; those behind it must be a totals word and nothing else
    for (std::size_t i = 0; i < std::min(cells.size(), searched); ++i) {
        const std::string &cell = cells[i];
        if (cell.empty()) {
            continue;
        }
        constexpr std::size_t longestSerial = 6;
        if (isDigit(cell[0]) && cell.size() <= longestSerial) {
            continue; // the totals row may have a serial number too
        }
        if (isDigit(cell[0]) || cell.size() > 200) {
            return false;
        }
        if (static_cast<unsigned char>(cell[0]) < 0x80) {
            const QString plain = toQString(cell).toLower();
            return plain == QLatin1String("total") || plain == QLatin1String("subtotal") ||
                   plain == QLatin1String("sum") || plain == QLatin1String("grand total");
        }
        // Cheap test first: each of the words holds one of these three.
        const std::string_view text(cell);
        const bool maybe = text.find("计") != std::string_view::npos || text.find(':') != std::string_view::npos ||
                           text.find("：") != std::string_view::npos;
        if (maybe) {
            const QString plain = normalised(toQString(text)).remove(QLatin1Char(' '));
            if (isFirst ? total.match(plain).hasMatch() || note.match(plain).hasMatch() : word.contains(plain)) {
                return true;
            }
        }
        isFirst = false;
    }
    return false;
}

void TypeFinder::see(std::string_view value)
{
    if (value.empty()) {
        return;
    }
    m_any = true;
    const bool leadingZero = value.size() > 1 && value[0] == '0' && value[1] != '.';
    constexpr std::size_t longestNumber = 15; // more digits than a double keeps: a code, not a quantity
    const bool plainNumber = looksPlain(value) && !leadingZero;
    if (m_integer) {
        std::int64_t whole = 0;
        const auto read = std::from_chars(value.data(), value.data() + value.size(), whole);
        m_integer = plainNumber && value.size() <= longestNumber && read.ec == std::errc() &&
                    read.ptr == value.data() + value.size();
    }
    if (m_real && !m_integer) {
        m_real = plainNumber && value.find_first_not_of("0123456789.-+eE") == std::string_view::npos &&
                 numberFromCell(value).has_value() &&
                 (value.size() <= longestNumber || value.find('.') != std::string_view::npos);
    }
    if (m_date) {
        m_date = value.size() == 10 && value[4] == '-' && Day::fromIso(toQString(value)).has_value();
    }
}

FieldType TypeFinder::type() const
{
    if (!m_any) {
        return FieldType::Text;
    }
    if (m_integer) {
        return FieldType::Integer;
    }
    if (m_real) {
        return FieldType::Real;
    }
    return m_date ? FieldType::Date : FieldType::Text;
}

} // namespace cuntu
