// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/areas/area_names.h"

#include <span>

namespace cuntu {

namespace {

// Longer ones first: each is tried in turn, again and again, until none fits.
constexpr const char16_t *k_villageEndings[] = {u"社区居民委员会", u"村民委员会", u"居民委员会", u"社区居委会",
                                                u"村委会",         u"居委会",     u"民委会",     u"行政村",
                                                u"建制村",         u"委员会",     u"社区",       u"村"};
constexpr const char16_t *k_townshipEndings[] = {u"街道办事处", u"人民政府", u"办事处", u"民族乡",
                                                 u"街道",       u"镇",       u"乡"};
constexpr const char16_t *k_countyEndings[] = {u"自治县", u"县", u"市", u"区", u"旗"};

std::span<const char16_t *const> endingsOf(AreaLevel level)
{
    switch (level) {
    case AreaLevel::County:
        return k_countyEndings;
    case AreaLevel::Township:
        return k_townshipEndings;
    case AreaLevel::Village:
        return k_villageEndings;
    }
    return k_villageEndings;
}

} // namespace

QString bareAreaName(AreaLevel level, QStringView name)
{
    constexpr qsizetype shortest = 2;
    QString bare = normalised(name).remove(QLatin1Char(' '));
    bool changed = true;
    while (changed) {
        changed = false;
        for (const char16_t *word : endingsOf(level)) {
            const QStringView ending(word);
            if (bare.size() - ending.size() >= shortest && bare.endsWith(ending)) {
                bare.chop(ending.size());
                changed = true;
                break;
            }
        }
    }
    return bare;
}

} // namespace cuntu
