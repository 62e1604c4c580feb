// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/progress/area_paths.h"

#include <stdexcept>

namespace cuntu {

AreaPaths::AreaPaths(const AreaTree &tree, Day day) : m_tree(tree), m_day(day)
{
    for (const Area *county : tree.at(AreaLevel::County, day)) {
        m_counties.emplace(county->code, county->name);
    }
    if (m_counties.empty()) { // a project that was given villages only: their digits say in which county they lie
        for (const AreaLevel level : {AreaLevel::Township, AreaLevel::Village}) {
            for (const Area *area : tree.at(level, day)) {
                const AreaCode county = area->code.at(AreaLevel::County);
                m_counties.emplace(county, tree.nameOf(county, day));
            }
        }
    }
}

AreaPath AreaPaths::of(const AreaCode &code) const
{
    AreaPath path;
    const AreaCode current = code.isEmpty() ? code : m_tree.codeOn(code, m_day);
    for (const Area *area = find(current); area != nullptr; area = parentOf(*area)) {
        path[area->level] = area->code;
    }
    AreaCode &county = path[AreaLevel::County];
    if (county.isEmpty()) {
        county = countyOf(current);
    }
    return path;
}

std::map<AreaCode, QString> AreaPaths::areas(AreaLevel level) const
{
    if (level == AreaLevel::County) {
        return m_counties;
    }
    std::map<AreaCode, QString> areas;
    for (const Area *area : m_tree.at(level, m_day)) {
        areas.emplace(area->code, area->name);
    }
    return areas;
}

const Area *AreaPaths::find(const AreaCode &code) const
{
    return code.isEmpty() ? nullptr : m_tree.find(m_tree.codeOn(code, m_day), m_day);
}

const Area *AreaPaths::parentOf(const Area &area) const
{
    const Area *parent = find(area.parent.isEmpty() ? area.code.parent() : area.parent);
    // A level that does not rise would never end.
    return parent != nullptr && parent->level < area.level ? parent : nullptr;
}

/// By digits; where there is one county only, everything is in it.
AreaCode AreaPaths::countyOf(const AreaCode &code) const
{
    if (m_counties.size() == 1) {
        return m_counties.begin()->first;
    }
    const AreaCode county = code.isEmpty() ? AreaCode() : code.at(AreaLevel::County);
    return m_counties.contains(county) ? county : AreaCode();
}

const Column *areaColumn(const IndicatorSet &set)
{
    const QString &field = set.layer->schema().areaField;
    if (field.isEmpty() || set.items.empty()) {
        return nullptr;
    }
    const Column *column = set.layer->column(field);
    if (column == nullptr || column->kind() != Column::Kind::Text) {
        throw std::logic_error("the area field of an indicator's layer must be loaded, and be text");
    }
    return column;
}

std::vector<AreaPath> pathsByText(const Column *codes, const AreaPaths &paths)
{
    std::vector<AreaPath> all;
    const AreaPath nowhere = paths.of(AreaCode());
    for (std::size_t text = 0; codes != nullptr && text < codes->distinct(); ++text) {
        const std::string_view word = codes->textOf(static_cast<std::uint32_t>(text));
        const auto code = AreaCode::parse(QString::fromUtf8(word.data(), static_cast<qsizetype>(word.size())));
        all.push_back(code ? paths.of(*code) : nowhere);
    }
    all.push_back(nowhere);
    return all;
}

namespace {

AreaPathCache::Places placesOn(const AreaTree &tree, const Column *codes, AreaLevel level, Day day)
{
    const AreaPaths paths(tree, day);
    AreaPathCache::Places places{pathsByText(codes, paths), {}, {}};
    std::map<AreaCode, std::uint32_t> slots;
    for (const auto &[code, name] : paths.areas(level)) {
        slots.emplace(code, static_cast<std::uint32_t>(places.areas.size()));
        places.areas.push_back({code, name, paths.of(code)});
    }
    const auto none = static_cast<std::uint32_t>(places.areas.size());
    for (const AreaPath &path : places.byText) {
        const auto slot = slots.find(path[level]);
        places.slotOfText.push_back(slot == slots.end() ? none : slot->second);
    }
    return places;
}

} // namespace

Immutable<AreaPathCache::Places> AreaPathCache::places(const AreaTree &tree, const IndicatorSet &set, AreaLevel level,
                                                       Day day)
{
    const Column *codes = areaColumn(set);
    const std::lock_guard lock(m_mutex);
    Known &known = m_places[{codes, level, tree.stretchOf(day)}];
    if (!known.places) {
        known = {set.layer, freeze(placesOn(tree, codes, level, day))};
    }
    return known.places;
}

} // namespace cuntu
