// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/areas/area_tree.h"

#include <algorithm>

namespace cuntu {

namespace {

constexpr qsizetype k_countyDigits = 6;
constexpr qsizetype k_townshipDigits = 9;
constexpr qsizetype k_villageDigits = 12;

qsizetype digitsOf(AreaLevel level)
{
    switch (level) {
    case AreaLevel::County:
        return k_countyDigits;
    case AreaLevel::Township:
        return k_townshipDigits;
    case AreaLevel::Village:
        return k_villageDigits;
    }
    return k_villageDigits;
}

bool isDigits(QStringView text)
{
    return std::all_of(text.begin(), text.end(),
                       [](QChar c) { return c >= QLatin1Char('0') && c <= QLatin1Char('9'); });
}

} // namespace

QString toString(AreaLevel level)
{
    switch (level) {
    case AreaLevel::County:
        return QStringLiteral("county");
    case AreaLevel::Township:
        return QStringLiteral("township");
    case AreaLevel::Village:
        return QStringLiteral("village");
    }
    return QStringLiteral("village");
}

std::optional<AreaLevel> areaLevelFromString(QStringView text)
{
    for (const AreaLevel level : {AreaLevel::County, AreaLevel::Township, AreaLevel::Village}) {
        if (text == toString(level)) {
            return level;
        }
    }
    return std::nullopt;
}

QString toString(AreaEvent::Kind kind)
{
    switch (kind) {
    case AreaEvent::Kind::Renamed:
        return QStringLiteral("renamed");
    case AreaEvent::Kind::Recoded:
        return QStringLiteral("recoded");
    case AreaEvent::Kind::Merged:
        return QStringLiteral("merged");
    case AreaEvent::Kind::Split:
        return QStringLiteral("split");
    }
    return QStringLiteral("recoded");
}

std::optional<AreaCode> AreaCode::parse(QStringView text)
{
    QString digits = isDigits(text) ? text.toString() : normalised(text);
    digits.remove(QLatin1Char(' '));            // offices part the county's digits from the rest
    if (digits.startsWith(QLatin1Char('\''))) { // a spreadsheet's mark for text
        digits.remove(0, 1);
    }
    if (digits.endsWith(QStringLiteral(".0"))) { // a code that went through a column of real numbers
        digits.chop(2);
    }
    if (!isDigits(digits)) {
        return std::nullopt;
    }
    const QLatin1String noPart("000");
    while ((digits.size() == k_villageDigits || digits.size() == k_townshipDigits) && digits.endsWith(noPart)) {
        digits.chop(noPart.size());
    }
    const bool fits =
        digits.size() == k_countyDigits || digits.size() == k_townshipDigits || digits.size() == k_villageDigits;
    return fits ? std::optional(AreaCode(digits)) : std::nullopt;
}

AreaLevel AreaCode::level() const
{
    if (m_digits.size() <= k_countyDigits) {
        return AreaLevel::County;
    }
    return m_digits.size() <= k_townshipDigits ? AreaLevel::Township : AreaLevel::Village;
}

AreaCode AreaCode::parent() const
{
    if (m_digits.size() <= k_countyDigits) {
        return {};
    }
    return AreaCode(m_digits.left(m_digits.size() - 3));
}

AreaCode AreaCode::at(AreaLevel wanted) const
{
    return AreaCode(m_digits.left(digitsOf(wanted)));
}

AreaLevel levelBelow(const AreaCode &area)
{
    if (area.isEmpty()) {
        return AreaLevel::County;
    }
    return area.level() == AreaLevel::County ? AreaLevel::Township : AreaLevel::Village;
}

} // namespace cuntu
