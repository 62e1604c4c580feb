// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/algorithm/unit.h"

#include "core/base/text.h"

#include <algorithm>
#include <array>
#include <utility>

namespace cuntu {

namespace {

enum class Dimension { Length, Area, Power, Time };

/// One word for a unit: how many of the dimension's base unit (m, m2, kW, day) it is.
struct UnitWord {
    const char16_t *word;
    Dimension dimension;
    double numerator;
    double denominator; ///< 1 mu = 2000/3 m2, which no decimal fraction says exactly
};

constexpr std::array<UnitWord, 23> k_units{{
    {u"m", Dimension::Length, 1, 1},       {u"米", Dimension::Length, 1, 1},
    {u"km", Dimension::Length, 1000, 1},   {u"公里", Dimension::Length, 1000, 1},
    {u"千米", Dimension::Length, 1000, 1}, {u"m2", Dimension::Area, 1, 1},
    {u"㎡", Dimension::Area, 1, 1},        {u"平方米", Dimension::Area, 1, 1},
    {u"mu", Dimension::Area, 2000, 3},     {u"亩", Dimension::Area, 2000, 3},
    {u"ha", Dimension::Area, 10000, 1},    {u"公顷", Dimension::Area, 10000, 1},
    {u"km2", Dimension::Area, 1000000, 1}, {u"平方公里", Dimension::Area, 1000000, 1},
    {u"kW", Dimension::Power, 1, 1},       {u"千瓦", Dimension::Power, 1, 1},
    {u"MW", Dimension::Power, 1000, 1},    {u"兆瓦", Dimension::Power, 1000, 1},
    {u"d", Dimension::Time, 1, 1},         {u"day", Dimension::Time, 1, 1},
    {u"days", Dimension::Time, 1, 1},      {u"天", Dimension::Time, 1, 1},
    {u"日", Dimension::Time, 1, 1},
}};

/// A unit without a symbol.
struct CountedUnit {
    const char16_t *word;
    const char16_t *english; ///< nothing for measure words that say nothing more than 'so many'
    bool isWhole;            ///< what it counts does not come in parts
};

constexpr std::array<CountedUnit, 15> k_counted{{
    {u"元", u"yuan", false},
    {u"万元", u"10,000 yuan", false},
    {u"户", u"households", true},
    {u"人", u"persons", true},
    {u"村", u"villages", true},
    {u"自然村", u"settlements", true},
    {u"亩", u"mu", false},
    {u"次", u"times", true},
    {u"单位", u"units", false},
    {u"年", u"years", false},
    {u"个", u"", true},
    {u"座", u"", true},
    {u"处", u"", true},
    {u"条", u"", true},
    {u"项", u"", true},
}};

const CountedUnit *findCounted(const QString &word)
{
    const auto found = std::find_if(k_counted.begin(), k_counted.end(),
                                    [&](const CountedUnit &unit) { return word == QStringView(unit.word); });
    return found == k_counted.end() ? nullptr : &*found;
}

const UnitWord *findUnit(const QString &word)
{
    const QString plain = normalised(word);
    for (const UnitWord &unit : k_units) {
        // The words are compared as the text is, or ㎡ (which NFKC makes m2) would never be met.
        if (plain.compare(normalised(QStringView(unit.word)), Qt::CaseInsensitive) == 0) {
            return &unit;
        }
    }
    return nullptr;
}

} // namespace

QString unitText(const QString &unit)
{
    constexpr std::array<std::pair<const char16_t *, const char16_t *>, 3> raised{
        {{u"m2", u"m²"}, {u"km2", u"km²"}, {u"m3", u"m³"}}};
    QStringList parts = unit.split(u'/');
    for (QString &part : parts) {
        for (const auto &[plain, shown] : raised) {
            part = part == QStringView(plain) ? QString::fromUtf16(shown) : part;
        }
        if (language() != Language::English) {
            continue;
        }
        if (const CountedUnit *counted = findCounted(part)) {
            part = QString::fromUtf16(counted->english);
        }
    }
    return parts.join(u'/');
}

bool countsWholes(const QString &unit)
{
    const CountedUnit *counted = findCounted(unit);
    return counted != nullptr && counted->isWhole;
}

std::optional<double> parseQuantity(QStringView text, const QString &unit)
{
    if (const std::optional<double> plain = parseNumber(text)) {
        return plain;
    }
    const QString typed = normalised(text);
    // The number is the longest beginning that is one: '1e3 m' is a thousand metres.
    for (qsizetype length = typed.size() - 1; length > 0; --length) {
        const std::optional<double> number = parseNumber(QStringView(typed).left(length));
        if (!number) {
            continue;
        }
        const QString word = typed.mid(length).trimmed();
        if (!unit.isEmpty() && word.compare(normalised(unit), Qt::CaseInsensitive) == 0) {
            return number;
        }
        const UnitWord *from = findUnit(word);
        const UnitWord *to = findUnit(unit);
        if (from == nullptr || to == nullptr || from->dimension != to->dimension) {
            return std::nullopt;
        }
        return *number * (from->numerator * to->denominator) / (from->denominator * to->numerator);
    }
    return std::nullopt;
}

} // namespace cuntu
