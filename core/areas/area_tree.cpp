// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/areas/area_tree.h"

#include "core/areas/area_names.h"

#include <algorithm>
#include <set>

namespace cuntu {

namespace {

bool existsOn(const Area &area, Day day)
{
    return (!area.validFrom || *area.validFrom <= day) && (!area.validUntil || *area.validUntil >= day);
}

bool byCodeThenTime(const Area &a, const Area &b)
{
    return a.code != b.code ? a.code < b.code : a.validFrom < b.validFrom; // an empty optional comes first
}

QString nameKey(AreaLevel level, QStringView name)
{
    return toString(level) + QLatin1Char('|') + bareAreaName(level, name);
}

/// Events bound the time of areas whose own dates were not given: a recoded or merged code ends the day before,
/// a code that is the outcome of a recoding or a split begins that day.
void boundByEvents(std::vector<Area> &areas, const std::vector<AreaEvent> &events)
{
    for (const AreaEvent &event : events) {
        if (event.from == event.to || event.kind == AreaEvent::Kind::Renamed) {
            continue;
        }
        for (Area &area : areas) {
            if (area.code == event.from && !area.validUntil && event.kind != AreaEvent::Kind::Split &&
                (!area.validFrom || *area.validFrom < event.date)) {
                area.validUntil = event.date.plusDays(-1);
            }
            if (area.code == event.to && !area.validFrom && event.kind != AreaEvent::Kind::Merged) {
                area.validFrom = event.date;
            }
        }
    }
}

} // namespace

AreaTree::AreaTree(std::vector<Area> areas, std::vector<AreaEvent> events)
    : m_areas(std::move(areas)), m_events(std::move(events))
{
    std::stable_sort(m_events.begin(), m_events.end(),
                     [](const AreaEvent &a, const AreaEvent &b) { return a.date < b.date; });
    boundByEvents(m_areas, m_events);
    std::stable_sort(m_areas.begin(), m_areas.end(), byCodeThenTime);
    for (std::size_t i = 0; i < m_areas.size(); ++i) {
        m_byCode[m_areas[i].code.toString()].push_back(i);
        m_byName[nameKey(m_areas[i].level, m_areas[i].name)].push_back(i);
        if (m_areas[i].validFrom) {
            m_changes.push_back(*m_areas[i].validFrom);
        }
        if (m_areas[i].validUntil) {
            m_changes.push_back(m_areas[i].validUntil->plusDays(1));
        }
    }
    for (const AreaEvent &event : m_events) {
        m_changes.push_back(event.date);
    }
    std::sort(m_changes.begin(), m_changes.end());
    m_changes.erase(std::unique(m_changes.begin(), m_changes.end()), m_changes.end());
}

std::size_t AreaTree::stretchOf(Day day) const
{
    return static_cast<std::size_t>(std::upper_bound(m_changes.begin(), m_changes.end(), day) - m_changes.begin());
}

const Area *AreaTree::find(const AreaCode &code, Day day) const
{
    const auto found = m_byCode.constFind(code.toString());
    if (found == m_byCode.constEnd()) {
        return nullptr;
    }
    for (const std::size_t i : *found) {
        if (existsOn(m_areas[i], day)) {
            return &m_areas[i];
        }
    }
    return nullptr;
}

const Area *AreaTree::findEver(const AreaCode &code) const
{
    const auto found = m_byCode.constFind(code.toString());
    return found == m_byCode.constEnd() ? nullptr : &m_areas[found->back()];
}

std::vector<const Area *> AreaTree::at(AreaLevel level, Day day, const AreaCode &inside) const
{
    std::vector<const Area *> result;
    // Areas lie in the order of their codes, so those inside another are neighbours.
    auto area = std::lower_bound(m_areas.begin(), m_areas.end(), inside,
                                 [](const Area &a, const AreaCode &code) { return a.code < code; });
    for (; area != m_areas.end() && (inside.isEmpty() || inside.covers(area->code)); ++area) {
        if (area->level == level && existsOn(*area, day)) {
            result.push_back(&*area);
        }
    }
    return result;
}

std::vector<const Area *> AreaTree::named(AreaLevel level, const QString &name, const AreaCode &inside) const
{
    const auto found = m_byName.constFind(nameKey(level, name));
    if (found == m_byName.constEnd()) {
        return {};
    }
    const QString wanted = normalised(name);
    std::vector<const Area *> exact;
    std::vector<const Area *> similar;
    const auto add = [](std::vector<const Area *> &to, const Area &area) {
        if (!to.empty() && to.back()->code == area.code) {
            to.back() = &area; // a later time of the same code
        } else {
            to.push_back(&area);
        }
    };
    for (const std::size_t i : *found) {
        const Area &area = m_areas[i];
        if (inside.isEmpty() || inside.covers(area.code)) {
            add(similar, area);
            if (normalised(area.name) == wanted) {
                add(exact, area);
            }
        }
    }
    return exact.empty() ? similar : exact;
}

AreaCode AreaTree::codeOn(const AreaCode &code, Day day) const
{
    AreaCode current = code;
    std::set<QString> seen;
    while (!find(current, day) && seen.insert(current.toString()).second) {
        const auto leads = [&](const AreaEvent &e) {
            return e.from == current && e.to != current && e.date <= day && e.kind != AreaEvent::Kind::Renamed;
        };
        const auto came = [&](const AreaEvent &e) {
            return e.to == current && e.from != current && e.date > day && e.kind != AreaEvent::Kind::Renamed;
        };
        if (const auto next = std::find_if(m_events.begin(), m_events.end(), leads); next != m_events.end()) {
            current = next->to;
        } else if (const auto last = std::find_if(m_events.begin(), m_events.end(), came); last != m_events.end()) {
            current = last->from;
        }
    }
    return current;
}

QString AreaTree::nameOf(const AreaCode &code, Day day) const
{
    if (const Area *area = find(code, day)) {
        return area->name;
    }
    const Area *last = findEver(code);
    return last && !last->name.isEmpty() ? last->name : code.toString();
}

} // namespace cuntu
