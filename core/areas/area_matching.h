// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/areas/area_changes.h"

#include <map>

namespace cuntu {

/// Names of areas by code.
using AreaNames = std::map<AreaCode, QString>;

/// Matches the areas of one level of two lists, step by step: what a step has matched, the next ones leave alone.
class AreaMatching {
public:
    /// @p homes: townships of the older list that have another code in the newer one.
    AreaMatching(AreaLevel level, AreaNames older, AreaNames newer, const std::map<AreaCode, AreaCode> &homes,
                 const GroundShares &shares);

    /// What became of the areas, by the older code, what is new at the end. Call once.
    std::vector<AreaChange> changes();

private:
    using Key = std::function<QString(const AreaCode &code, const QString &name)>;

    void matchSameCodes();
    void matchKnownHomes();
    void matchBy(const Key &olderKey, const Key &newerKey, const QString &reason);
    void matchByGround();
    void findSplits();
    void findMergers();
    void findRest();
    AreaCode homeOf(const AreaCode &older) const;
    void settle(AreaChange::Kind kind, const AreaCode &from, const AreaCode &to, const QString &reason);
    QString bare(const QString &name) const;
    bool isHome(const AreaCode &older, const AreaCode &newer) const { return newer.parent() == homeOf(older); }
    bool joins(const AreaCode &older, const AreaCode &newer) const;
    std::vector<AreaCode> byOneCharacterEach(const AreaCode &newer) const;

    AreaLevel m_level;
    AreaNames m_older;
    AreaNames m_newer;
    const std::map<AreaCode, AreaCode> &m_homes;
    const GroundShares &m_shares;
    AreaNames m_openOlder; ///< not matched yet
    AreaNames m_openNewer;
    AreaNames m_changedNewer; ///< of the newer list, whose name was not in the older one under this code
    std::vector<AreaChange> m_changes;
};

} // namespace cuntu
