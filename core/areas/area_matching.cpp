// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/areas/area_matching.h"

#include "core/areas/area_names.h"

#include <algorithm>

namespace cuntu {

namespace {

constexpr double k_mostOfIt = 0.6;  // share of its ground that makes an area a part of another: outlines are not exact
constexpr qsizetype k_shortest = 2; // characters of a bare name that say something

} // namespace

AreaMatching::AreaMatching(AreaLevel level, AreaNames older, AreaNames newer, const std::map<AreaCode, AreaCode> &homes,
                           const GroundShares &shares)
    : m_level(level),
      m_older(std::move(older)),
      m_newer(std::move(newer)),
      m_homes(homes),
      m_shares(shares),
      m_openOlder(m_older),
      m_openNewer(m_newer)
{
}

std::vector<AreaChange> AreaMatching::changes()
{
    const auto exact = [](const AreaCode &, const QString &name) { return name; };
    const auto inHome = [this](const Key &name) {
        return [this, name](const AreaCode &code, const QString &text) {
            return homeOf(code).toString() + QLatin1Char('|') + name(code, text);
        };
    };
    const auto inParent = [](const Key &name) {
        return [name](const AreaCode &code, const QString &text) {
            return code.parent().toString() + QLatin1Char('|') + name(code, text);
        };
    };
    const Key bareName = [this](const AreaCode &, const QString &name) { return bare(name); };

    matchSameCodes();
    matchKnownHomes();
    matchBy(inHome(exact), inParent(exact), Core::tr("the same name under another code"));
    matchBy(inHome(bareName), inParent(bareName), Core::tr("the same name but for its kind"));
    if (m_level == AreaLevel::Village) {
        matchBy(exact, exact, Core::tr("the same name in another township"));
    }
    findSplits();
    findMergers();
    matchByGround();
    findRest();
    std::stable_sort(m_changes.begin(), m_changes.end(), [](const AreaChange &a, const AreaChange &b) {
        return a.from.code.isEmpty() != b.from.code.isEmpty() ? b.from.code.isEmpty() : a.from.code < b.from.code;
    });
    return std::move(m_changes);
}

AreaCode AreaMatching::homeOf(const AreaCode &older) const
{
    const auto moved = m_homes.find(older.parent());
    return moved == m_homes.end() ? older.parent() : moved->second;
}

QString AreaMatching::bare(const QString &name) const
{
    return bareAreaName(m_level, name);
}

void AreaMatching::settle(AreaChange::Kind kind, const AreaCode &from, const AreaCode &to, const QString &reason)
{
    m_changes.push_back({kind,
                         {from, from.isEmpty() ? QString() : m_older.at(from)},
                         {to, to.isEmpty() ? QString() : m_newer.at(to)},
                         reason});
    m_openOlder.erase(from);
    if (kind == AreaChange::Kind::Recoded || kind == AreaChange::Kind::Renamed) {
        m_openNewer.erase(to);
    }
}

/// What has its code still, unless names show that the code went to another area.
void AreaMatching::matchSameCodes()
{
    const auto stands = [](const AreaNames &list, const QString &name, const AreaCode &elsewhereThan) {
        return std::any_of(list.begin(), list.end(), [&](const auto &each) {
            return each.second == name && each.first != elsewhereThan && each.first.parent() == elsewhereThan.parent();
        });
    };
    for (const auto &[code, name] : m_older) {
        const auto now = m_newer.find(code);
        if (now == m_newer.end()) {
            continue;
        }
        if (now->second == name || name.isEmpty() || now->second.isEmpty()) {
            m_openOlder.erase(code);
            m_openNewer.erase(code);
        } else if (!stands(m_newer, name, code) && !stands(m_older, now->second, code)) {
            settle(AreaChange::Kind::Renamed, code, code, Core::tr("the same code"));
            m_changedNewer.emplace(code, now->second);
        }
    }
}

/// Townships that their villages show to have another code.
void AreaMatching::matchKnownHomes()
{
    for (const auto &[from, to] : m_homes) {
        if (m_level == AreaLevel::Township && m_openOlder.contains(from) && m_openNewer.contains(to) &&
            m_newer.at(to).isEmpty()) {
            m_newer[to] = m_older.at(from); // its own name is not known
            settle(AreaChange::Kind::Recoded, from, to, Core::tr("most of its villages stand under the new code"));
        }
    }
}

/// Those that alone have a key, on both sides.
void AreaMatching::matchBy(const Key &olderKey, const Key &newerKey, const QString &reason)
{
    std::map<QString, std::vector<AreaCode>> older;
    std::map<QString, std::vector<AreaCode>> newer;
    for (const auto &[code, name] : m_openOlder) {
        older[olderKey(code, name)].push_back(code);
    }
    for (const auto &[code, name] : m_openNewer) {
        newer[newerKey(code, name)].push_back(code);
    }
    for (const auto &[key, from] : older) {
        const auto to = newer.find(key);
        if (to != newer.end() && from.size() == 1 && to->second.size() == 1 && !m_older.at(from.front()).isEmpty()) {
            settle(AreaChange::Kind::Recoded, from.front(), to->second.front(), reason);
        }
    }
}

/// An area whose name several new ones begin with, or whose ground several new ones share.
void AreaMatching::findSplits()
{
    const AreaNames open = m_openOlder;
    for (const auto &[from, name] : open) {
        const QString stem = bare(name);
        std::vector<AreaCode> parts;
        QString reason = Core::tr("their names begin with its name");
        for (const auto &[to, newName] : m_openNewer) {
            if (stem.size() >= k_shortest && isHome(from, to) && bare(newName).startsWith(stem)) {
                parts.push_back(to);
            }
        }
        if (parts.size() < 2) {
            parts.clear();
            reason = Core::tr("they lie on its ground");
            for (const auto &each : m_openNewer) {
                if (m_shares.ofNewer && m_shares.ofNewer(from, each.first).value_or(0) >= k_mostOfIt) {
                    parts.push_back(each.first);
                }
            }
        }
        for (std::size_t i = 0; parts.size() >= 2 && i < parts.size(); ++i) {
            settle(AreaChange::Kind::Split, from, parts[i], reason);
            m_openNewer.erase(parts[i]);
        }
    }
}

bool AreaMatching::joins(const AreaCode &older, const AreaCode &newer) const
{
    const QString part = bare(m_older.at(older));
    const QString whole = bare(m_newer.at(newer));
    return part.size() >= k_shortest && whole.size() > part.size() && isHome(older, newer) && whole.contains(part);
}

/// The two areas that are gone of whose names each gives one character of a name of two; none where others would do.
std::vector<AreaCode> AreaMatching::byOneCharacterEach(const AreaCode &newer) const
{
    const QString whole = bare(m_newer.at(newer));
    std::vector<AreaCode> first;
    std::vector<AreaCode> second;
    for (const auto &[older, name] : m_openOlder) {
        const QString part = bare(name);
        if (whole.size() == 2 && part.size() >= k_shortest && isHome(older, newer)) {
            if (part.contains(whole[0])) {
                first.push_back(older);
            }
            if (part.contains(whole[1])) {
                second.push_back(older);
            }
        }
    }
    const bool clear = first.size() == 1 && second.size() == 1 && first.front() != second.front();
    return clear ? std::vector<AreaCode>{first.front(), second.front()} : std::vector<AreaCode>();
}

/// What went into an area that is new, has a new name, or holds its ground.
void AreaMatching::findMergers()
{
    AreaNames candidates = m_openNewer;
    candidates.insert(m_changedNewer.begin(), m_changedNewer.end());
    for (const auto &each : candidates) {
        const AreaCode &to = each.first;
        std::vector<AreaCode> parts;
        QString reason = Core::tr("its name joins theirs");
        for (const auto &open : m_openOlder) {
            if (joins(open.first, to)) {
                parts.push_back(open.first);
            }
        }
        const std::size_t fewest = m_changedNewer.contains(to) ? 1 : 2;
        if (parts.size() < fewest && m_openNewer.contains(to)) {
            parts = byOneCharacterEach(to);
            reason = Core::tr("its name takes a character of each of theirs");
        }
        for (const AreaCode &from : parts.size() >= fewest ? parts : std::vector<AreaCode>()) {
            settle(AreaChange::Kind::Merged, from, to, reason);
            m_openNewer.erase(to);
        }
    }
}

/// By outlines: what is gone lies on the ground of another now.
void AreaMatching::matchByGround()
{
    if (!m_shares.ofOlder) {
        return;
    }
    const AreaNames open = m_openOlder;
    for (const auto &each : open) {
        const AreaCode &from = each.first;
        for (const auto &now : m_newer) {
            const AreaCode &to = now.first;
            if (m_shares.ofOlder(from, to).value_or(0) < k_mostOfIt) {
                continue;
            }
            const bool same = m_openNewer.contains(to) && m_shares.ofNewer(from, to).value_or(0) >= k_mostOfIt;
            settle(same ? AreaChange::Kind::Recoded : AreaChange::Kind::Merged, from, to,
                   same ? Core::tr("the same ground") : Core::tr("its ground belongs to it now"));
            m_openNewer.erase(to);
            break;
        }
    }
}

void AreaMatching::findRest()
{
    const AreaNames gone = m_openOlder;
    for (const auto &each : gone) {
        settle(AreaChange::Kind::Gone, each.first, {}, Core::tr("it is not in the newer list"));
    }
    for (const auto &each : m_openNewer) {
        m_changes.push_back(
            {AreaChange::Kind::New, {}, {each.first, each.second}, Core::tr("it was not in the older list")});
    }
}

} // namespace cuntu
