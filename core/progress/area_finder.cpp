// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/progress/area_finder.h"

#include <algorithm>
#include <map>

namespace cuntu {

namespace {

std::size_t indexOf(AreaLevel level)
{
    return static_cast<std::size_t>(level);
}

/// A number that stands for a code of 6, 9 or 12 digits; 0 for anything else. A 1 before the digits keeps codes of
/// different lengths apart.
template <class Character> std::uint64_t keyOf(std::basic_string_view<Character> digits)
{
    constexpr std::basic_string_view<char> noPart = "000";
    const auto endsEmpty = [&] {
        return std::equal(noPart.begin(), noPart.end(), digits.end() - 3,
                          [](char a, Character b) { return static_cast<Character>(a) == b; });
    };
    if (digits.size() != 6 && digits.size() != 9 && digits.size() != 12) {
        return 0;
    }
    while (digits.size() > 6 && endsEmpty()) { // as AreaCode::parse(): a longer code of a higher area
        digits.remove_suffix(noPart.size());
    }
    std::uint64_t key = 1;
    for (const Character digit : digits) {
        if (digit < Character('0') || digit > Character('9')) {
            return 0;
        }
        key = key * 10 + static_cast<std::uint64_t>(digit - Character('0'));
    }
    return key;
}

std::uint64_t keyOf(const AreaCode &code)
{
    const QString &digits = code.toString();
    return keyOf(std::u16string_view(reinterpret_cast<const char16_t *>(digits.utf16()),
                                     static_cast<std::size_t>(digits.size())));
}

} // namespace

std::optional<std::int32_t> LevelAreas::placeOf(const AreaCode &code) const
{
    const auto found = std::lower_bound(codes.begin(), codes.end(), code);
    return found == codes.end() || *found != code ? std::nullopt
                                                  : std::optional(static_cast<std::int32_t>(found - codes.begin()));
}

AreaFinder::AreaFinder(const AreaTree &tree, Day day) : m_tree(tree), m_day(day)
{
    const auto counties = tree.at(AreaLevel::County, day);
    const auto townships = tree.at(AreaLevel::Township, day);
    const auto villages = tree.at(AreaLevel::Village, day);
    list(AreaLevel::County, counties);
    list(AreaLevel::Township, townships);
    list(AreaLevel::Village, villages);
    if (counties.empty()) {
        deriveCounties(townships, villages);
    }
    // From above, as an area's path goes on from its parent's.
    addPaths(AreaLevel::County, counties);
    addPaths(AreaLevel::Township, townships);
    addPaths(AreaLevel::Village, villages);
    for (Known &each : m_known) {
        std::int32_t &county = each.path[indexOf(AreaLevel::County)];
        for (const AreaLevel level : {AreaLevel::Village, AreaLevel::Township}) {
            const std::int32_t place = each.path[indexOf(level)];
            if (county == k_none && place != k_none) {
                county = countyOf(areas(level).codes[static_cast<std::size_t>(place)]);
            }
        }
    }
}

void AreaFinder::list(AreaLevel level, const std::vector<const Area *> &found)
{
    LevelAreas &areas = m_areas[indexOf(level)];
    for (const Area *area : found) {
        if (areas.codes.empty() || areas.codes.back() != area->code) {
            areas.codes.push_back(area->code);
            areas.names.push_back(area->name);
        }
    }
}

/// A project that was given villages only: their digits say in which county they lie.
void AreaFinder::deriveCounties(const std::vector<const Area *> &townships, const std::vector<const Area *> &villages)
{
    std::map<AreaCode, QString> counties;
    for (const auto *areas : {&townships, &villages}) {
        for (const Area *area : *areas) {
            const AreaCode county = area->code.at(AreaLevel::County);
            if (!counties.contains(county)) {
                counties.emplace(county, m_tree.nameOf(county, m_day));
            }
        }
    }
    for (const auto &[code, name] : counties) {
        m_areas[indexOf(AreaLevel::County)].codes.push_back(code);
        m_areas[indexOf(AreaLevel::County)].names.push_back(name);
    }
}

/// Needs the paths of all higher levels.
void AreaFinder::addPaths(AreaLevel level, const std::vector<const Area *> &found)
{
    std::vector<Known> added;
    AreaCode lastParent;
    Path above{k_none, k_none, k_none};
    std::int32_t place = k_none;
    for (const Area *area : found) {
        if (!added.empty() && added.back().key == keyOf(area->code)) {
            continue; // one code, one path
        }
        const AreaCode parent = area->parent.isEmpty() ? area->code.parent() : area->parent;
        if (place == k_none || parent != lastParent) { // neighbours mostly share it
            above = pathAbove(*area);
            lastParent = parent;
        }
        Path path = above;
        path[indexOf(level)] = ++place;
        added.push_back({keyOf(area->code), path});
    }
    m_known.insert(m_known.end(), added.begin(), added.end());
    std::stable_sort(m_known.begin(), m_known.end(), [](const Known &a, const Known &b) { return a.key < b.key; });
}

AreaFinder::Path AreaFinder::pathAbove(const Area &area) const
{
    const AreaCode code = area.parent.isEmpty() ? area.code.parent() : area.parent;
    const Area *parent = code.isEmpty() ? nullptr : m_tree.find(m_tree.codeOn(code, m_day), m_day);
    // A level that does not rise would never end.
    const Path *path = parent != nullptr && parent->level < area.level ? known(keyOf(parent->code)) : nullptr;
    return path != nullptr ? *path : Path{k_none, k_none, k_none};
}

const AreaFinder::Path *AreaFinder::known(std::uint64_t key) const
{
    const auto found = std::lower_bound(m_known.begin(), m_known.end(), key,
                                        [](const Known &each, std::uint64_t wanted) { return each.key < wanted; });
    return key == 0 || found == m_known.end() || found->key != key ? nullptr : &found->path;
}

AreaFinder::Path AreaFinder::of(const AreaCode &code) const
{
    if (const Path *path = known(keyOf(code))) {
        return *path;
    }
    const AreaCode current = code.isEmpty() ? code : m_tree.codeOn(code, m_day);
    const Path *path = known(keyOf(current));
    return path != nullptr ? *path : Path{countyOf(current), k_none, k_none};
}

AreaFinder::Path AreaFinder::ofText(std::string_view text) const
{
    if (const Path *path = known(keyOf(text))) {
        return *path;
    }
    const auto code = AreaCode::parse(QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())));
    return of(code.value_or(AreaCode()));
}

/// By digits; where there is one county only, everything is in it.
std::int32_t AreaFinder::countyOf(const AreaCode &code) const
{
    const LevelAreas &counties = areas(AreaLevel::County);
    if (counties.codes.size() == 1) {
        return 0;
    }
    return code.isEmpty() ? k_none : counties.placeOf(code.at(AreaLevel::County)).value_or(k_none);
}

} // namespace cuntu
