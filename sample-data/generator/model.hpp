// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dates.hpp"
#include "geometry.hpp"

#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace cuntu::sample {

/// What to make. The same request always gives the same files.
struct Request {
    std::uint64_t seed = 1;
    int settlements = 1500;
    int households = 60000;
};

struct Township {
    std::string name;
    std::string code; ///< 9 digits
    int seat = 0;     ///< index of the village where its government sits
    double pace = 0;  ///< how early its road works come, in standard deviations
};

struct Village {
    std::string name;
    std::string code; ///< 12 digits
    int township = 0;
    int seatCell = 0; ///< cell of the village committee
    bool poor = false;
    int households = 0;
    int persons = 0;
    /// Outer ring first, then holes; closed, in cells, shared point for point with the neighbours.
    std::vector<std::vector<Point>> rings;
};

struct Settlement {
    std::string name;
    int village = 0;
    int cell = 0;
    LonLat position; ///< access point, 6 decimals
    int households = 0;
    int persons = 0;
    int residentHouseholds = 0;
    bool livable = true;
};

enum class RoadClass : std::uint8_t { County, Township, Village, Group };
enum class Surface : std::uint8_t { Asphalt, Cement, Gravel, Earth };
/// The common life of works; the words are the register's.
enum class WorkState : std::uint8_t {
    Identified,
    Planned,
    Approved,
    Contracted,
    Constructing,
    Completed,
    Accepted,
    InService,
    Defective,
    Rework,
    Suspended
};

inline constexpr std::array<const char *, 4> roadClassWords{"县道", "乡道", "村道", "通组路"};
inline constexpr std::array<const char *, 4> surfaceWords{"沥青混凝土", "水泥混凝土", "砂石", "土路"};
inline constexpr std::array<const char *, 11> workStateWords{
    "已摸底", "已列入计划", "已批复", "已招标", "在建", "已完工待验收", "已验收", "已投用", "损毁", "整改中", "停工"};
template <class Words, class Value> const char *word(const Words &words, Value value) {
    return words[static_cast<std::size_t>(value)];
}

struct WorkEvent {
    WorkState state = WorkState::Identified;
    Date date;
    std::string note;
};

struct Road {
    std::string code;
    RoadClass roadClass = RoadClass::Group;
    Surface surface = Surface::Earth;
    double width_m = 3.0;
    int from = 0; ///< cell of the first node
    int to = 0;   ///< cell of the last node
    int township = 0;
    std::vector<LonLat> line; ///< 7 decimals
    double length_m = 0;
    /// Day by which somebody on it is due to be connected; the planner's wish before the calendar.
    double wish = 0;
    std::vector<WorkEvent> history; ///< by date, none after the hand-over
    bool registered = false;        ///< whether the history goes into the register of progress
};

/// True where traffic counts the road: hardened, and accepted or in service on that day.
bool isHardenedOn(const Road &road, Date day);
/// The state on that day; Identified where nothing had happened.
WorkState stateOn(const Road &road, Date day);

struct River {
    std::string name;
    int order = 1; ///< 1 the main river
    std::vector<LonLat> line;
    double catchment_km2 = 0;
};

struct Household {
    int settlement = 0;
    std::string head;
    std::string idNumber;
    int kind = 0; ///< index into householdKinds
    int persons = 0;
    LonLat position;
};
inline constexpr std::array<const char *, 4> householdKinds{"一般农户", "一般贫困户", "低保户", "五保户"};

inline constexpr const char *countyName = "云溪县";
inline constexpr const char *countyCode = "361199";

} // namespace cuntu::sample
