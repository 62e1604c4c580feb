// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snapshot/project_snapshot.h"
#include "plugins/photovoltaic/parameters.h"

#include <QHash>

namespace cuntu::photovoltaic {

/// Where a station stands on a day.
enum class Stand : std::uint8_t {
    Outside,      ///< retired, or not asked about: see Stations::asked
    Planned,      ///< on the list, not begun
    Constructing, ///< begun or built, not connected
    Connected,
    LowYield, ///< connected; recorded as yielding too little
    Faulty,   ///< connected; recorded as out of order, or with a fault that was not repaired yet
};

constexpr bool isConnected(Stand stand)
{
    return stand >= Stand::Connected;
}

/// What a village has of a station.
struct VillageShare {
    std::uint32_t station = 0; ///< row
    QString village;           ///< code on the day
    double share = 1;
};

/// The stations on one day, by row of layer pv_stations.
struct Stations {
    Immutable<LayerSnapshot> layer;
    Day day;
    std::vector<Stand> stands;
    std::vector<bool> asked;        ///< what the rule asks about, retired ones too: their energy and money stay
    std::vector<double> kw;         ///< as built; not-a-number: not known
    std::vector<double> approvedKw; ///< as approved, else as built
    std::vector<QString> types;
    QHash<QString, std::uint32_t> byCode; ///< names that only one station has, too
    std::vector<VillageShare> shares;     ///< by station; one without rows of its own belongs to its village

    std::size_t size() const { return stands.size(); }
    /// Row of the station with code or name @p code; empty where there is none.
    std::optional<std::uint32_t> find(const QString &code) const;
};

/// Reads stations, shares and faults of @p project as they were on @p day; @p moreFields are loaded too. The ledger
/// decides where it says something of a station, else its day of connection. A pure function; any thread.
Result<Stations> readStations(const ProjectSnapshot &project, const StationRule &rule, Day day, const JobContext &job,
                              const QStringList &moreFields = {});

/// What people call station @p row: its name, else its code.
QString stationName(const LayerSnapshot &stations, std::size_t row);
Text standText(Stand stand);
/// Where station @p row stands and since when, one sentence.
QString standReason(const Stations &stations, std::size_t row);

} // namespace cuntu::photovoltaic
