// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/areas/area_changes.h"

#include "core/areas/area_matching.h"

#include <algorithm>
#include <set>

namespace cuntu {

namespace {

/// Areas of a list by code, with the townships and counties that they lie in; those have no name if the list has none.
AreaNames withParents(const std::vector<ListedArea> &list)
{
    AreaNames areas;
    for (const ListedArea &area : list) {
        QString &name = areas[area.code];
        name = name.isEmpty() ? area.name : name;
        for (AreaCode parent = area.code.parent(); !parent.isEmpty(); parent = parent.parent()) {
            areas.try_emplace(parent);
        }
    }
    return areas;
}

AreaNames ofLevel(const AreaNames &areas, AreaLevel level, const std::set<AreaCode> &counties)
{
    AreaNames some;
    for (const auto &[code, name] : areas) {
        if (code.level() == level && counties.contains(code.at(AreaLevel::County))) {
            some.emplace(code, name);
        }
    }
    return some;
}

std::set<AreaCode> countiesOf(const AreaNames &areas)
{
    std::set<AreaCode> counties;
    for (const auto &each : areas) {
        counties.insert(each.first.at(AreaLevel::County));
    }
    return counties;
}

/// Townships without a name in the newer list, by where the villages went that they had.
std::map<AreaCode, AreaCode> townshipsByVillages(const AreaNames &older, const AreaNames &newer)
{
    std::map<QString, std::vector<AreaCode>> newHomes; // of villages by name
    for (const auto &[code, name] : newer) {
        if (code.level() == AreaLevel::Village) {
            newHomes[name].push_back(code.parent());
        }
    }
    std::map<AreaCode, std::map<AreaCode, int>> votes;
    std::map<AreaCode, int> voters;
    for (const auto &[code, name] : older) {
        if (code.level() != AreaLevel::Village || newer.contains(code.parent())) {
            continue;
        }
        ++voters[code.parent()];
        const auto homes = newHomes.find(name);
        if (homes != newHomes.end() && homes->second.size() == 1 && !older.contains(homes->second.front())) {
            ++votes[code.parent()][homes->second.front()];
        }
    }
    std::map<AreaCode, AreaCode> moved;
    for (const auto &[township, found] : votes) {
        for (const auto &[home, count] : found) {
            if (2 * count > voters[township]) {
                moved.emplace(township, home);
            }
        }
    }
    return moved;
}

QString goneNote(const std::vector<AreaChange> &changes, const GroundShares &shares)
{
    QStringList names;
    for (const AreaChange &change : changes) {
        const bool unknown = !shares.ofOlder || !shares.ofOlder(change.from.code, change.from.code);
        if (change.kind == AreaChange::Kind::Gone && unknown) {
            names << change.from.name;
        }
    }
    return names.isEmpty() ? QString()
                           : Core::tr("without outlines it cannot be told whether these were closed or joined to a "
                                      "neighbour: %1")
                                 .arg(names.join(Core::tr(", ")));
}

} // namespace

QString toString(AreaChange::Kind kind)
{
    switch (kind) {
    case AreaChange::Kind::Renamed:
        return QStringLiteral("renamed");
    case AreaChange::Kind::Recoded:
        return QStringLiteral("recoded");
    case AreaChange::Kind::Merged:
        return QStringLiteral("merged");
    case AreaChange::Kind::Split:
        return QStringLiteral("split");
    case AreaChange::Kind::New:
        return QStringLiteral("new");
    case AreaChange::Kind::Gone:
        return QStringLiteral("gone");
    }
    return {};
}

std::vector<AreaEvent> AreaChanges::events() const
{
    std::vector<AreaEvent> events;
    for (const AreaChange &change : changes) {
        std::optional<AreaEvent::Kind> kind;
        switch (change.kind) {
        case AreaChange::Kind::Renamed:
            kind = AreaEvent::Kind::Renamed;
            break;
        case AreaChange::Kind::Recoded:
            kind = AreaEvent::Kind::Recoded;
            break;
        case AreaChange::Kind::Merged:
            kind = AreaEvent::Kind::Merged;
            break;
        case AreaChange::Kind::Split:
            kind = AreaEvent::Kind::Split;
            break;
        case AreaChange::Kind::New:
        case AreaChange::Kind::Gone:
            break;
        }
        if (kind) {
            events.push_back({date, *kind, change.from.code, change.to.code, change.reason});
        }
    }
    return events;
}

AreaChanges compareAreas(const std::vector<ListedArea> &older, const std::vector<ListedArea> &newer, Day date,
                         const GroundShares &shares)
{
    const AreaNames before = withParents(older);
    const AreaNames after = withParents(newer);
    const std::set<AreaCode> counties = countiesOf(after);
    AreaChanges result;
    result.date = date;
    for (const auto &[code, name] : after) {
        result.list.push_back({code, name});
    }
    std::map<AreaCode, AreaCode> homes = townshipsByVillages(before, after);
    for (const AreaLevel level : {AreaLevel::Township, AreaLevel::Village}) {
        AreaMatching matching(level, ofLevel(before, level, counties), ofLevel(after, level, counties), homes, shares);
        const std::vector<AreaChange> found = matching.changes();
        for (const AreaChange &change : found) {
            if (change.kind == AreaChange::Kind::Recoded && level == AreaLevel::Township) {
                homes.insert_or_assign(change.from.code, change.to.code);
            }
        }
        const bool isListed =
            std::any_of(newer.begin(), newer.end(), [&](const ListedArea &area) { return area.code.level() == level; });
        if (isListed || level == AreaLevel::Township) { // a list of townships says nothing about villages
            result.changes.insert(result.changes.end(), found.begin(), found.end());
        }
    }
    if (const QString note = goneNote(result.changes, shares); !note.isEmpty()) {
        result.notes << note;
    }
    return result;
}

} // namespace cuntu
