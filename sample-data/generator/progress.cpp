// SPDX-License-Identifier: GPL-3.0-or-later
#include "progress.hpp"

#include <algorithm>
#include <cmath>

namespace cuntu::sample {

namespace {

/// The day on which a road with this wish is accepted.
Date acceptanceDay(const Road &road, double shift)
{
    if (road.roadClass <= RoadClass::Township)
        return Date::of(2009, 3, 1).plus(static_cast<int>(mix(static_cast<std::uint64_t>(road.from)) % 2000));
    const double earlier = road.roadClass == RoadClass::Village ? 0.7 : 0.0;
    const double years = 8.5 + 1.5 * (road.wish - earlier + shift);
    return Date::of(2010, 1, 1).plus(static_cast<int>(365.25 * std::clamp(years, 0.0, 40.0)));
}

std::string documentNumber(Date day, Random &random)
{
    return "云交字〔" + std::to_string(day.year()) + "〕" + std::to_string(random.between(3, 96)) + "号";
}

/// The course of one job that ends with acceptance on @p accepted; later parts are cut off by the caller.
std::vector<WorkEvent> courseOfWorks(const Road &road, Date accepted, Random &random)
{
    const bool small = road.roadClass == RoadClass::Group && random.chance(0.55);
    const Date completed = accepted.plus(-random.between(15, 75));
    const Date started = completed.plus(-random.between(45, 170));
    std::vector<WorkEvent> events;
    const Date approved = started.plus(-random.between(60, 150));
    const Date planned = (small ? started : approved).plus(-random.between(60, 200));
    events.push_back({WorkState::Planned, planned, small ? "一事一议项目" : ""});
    if (!small) {
        events.push_back({WorkState::Approved, approved, documentNumber(approved, random)});
        events.push_back({WorkState::Contracted, approved.plus(random.between(15, 50)), ""});
    }
    if (random.chance(0.03)) {
        const Date halt = started.plus(random.between(8, 15));
        events.push_back({WorkState::Constructing, started, ""});
        events.push_back({WorkState::Suspended, halt, "资金未到位"});
        events.push_back({WorkState::Constructing, halt.plus(random.between(12, 25)), "复工"});
    } else {
        events.push_back({WorkState::Constructing, started, ""});
    }
    events.push_back({WorkState::Completed, completed, ""});
    if (random.chance(0.04)) {
        events.push_back({WorkState::Rework, completed.plus(5), "厚度不足，返工"});
        events.push_back({WorkState::Completed, accepted.plus(-4), ""});
    }
    events.push_back({WorkState::Accepted, accepted, random.chance(0.5) ? documentNumber(accepted, random) : ""});
    if (random.chance(0.45))
        events.push_back({WorkState::InService, accepted.plus(random.between(180, 420)), "移交管护"});
    return events;
}

/// Floods of early summer break a few of the new roads; half of them are mended within the year.
void addFlood(std::vector<WorkEvent> &events, Random &random)
{
    const Date flood =
        random.chance(0.6) ? Date::of(2019, 7, random.between(8, 14)) : Date::of(2020, 6, random.between(2, 9));
    const auto last = std::find_if(events.begin(), events.end(), [&](const auto &e) { return e.date >= flood; });
    events.erase(last, events.end());
    if (events.empty() || (events.back().state != WorkState::Accepted && events.back().state != WorkState::InService))
        return;
    events.push_back({WorkState::Defective, flood, "水毁"});
    if (flood.year() == 2019 && random.chance(0.6)) {
        events.push_back({WorkState::Rework, flood.plus(random.between(20, 60)), "水毁修复"});
        events.push_back({WorkState::Completed, flood.plus(random.between(90, 140)), ""});
        events.push_back({WorkState::Accepted, flood.plus(random.between(150, 200)), ""});
    }
}

void setHistory(Road &road, double shift, std::uint64_t seed)
{
    Random random(mix(seed + 600) ^
                  mix(static_cast<std::uint64_t>(road.from) * 4099 + static_cast<std::uint64_t>(road.to)));
    const Date accepted = acceptanceDay(road, shift);
    const Date begin = Date::of(2016, 1, 1);
    const bool flooded = random.chance(0.025);
    const Date counted = Date::of(2016, 3, random.between(1, 28));
    road.history.clear();
    road.registered = accepted >= begin;
    if (!road.registered) {
        road.history.push_back({WorkState::Accepted, accepted, ""});
        road.history.push_back({WorkState::InService, accepted.plus(random.between(30, 300)), ""});
        return;
    }
    auto events = courseOfWorks(road, accepted, random);
    if (flooded)
        addFlood(events, random);
    for (const WorkEvent &event : events)
        if (event.date >= begin && event.date <= handOver())
            road.history.push_back(event);
    road.registered = !road.history.empty();
    if (!road.registered)
        road.history.push_back({WorkState::Identified, counted, ""});
}

/// The surface that the road has at the hand-over.
Surface surfaceOf(const Road &road)
{
    const auto draw = mix(static_cast<std::uint64_t>(road.from) * 31 + static_cast<std::uint64_t>(road.to)) % 100;
    if (road.roadClass == RoadClass::County)
        return draw < 75 ? Surface::Asphalt : Surface::Cement;
    if (road.roadClass == RoadClass::Township)
        return draw < 30 ? Surface::Asphalt : Surface::Cement;
    const bool built = std::any_of(road.history.begin(), road.history.end(), [](const WorkEvent &event) {
        return event.state == WorkState::Completed || event.state == WorkState::Accepted;
    });
    if (built)
        return draw < 4 ? Surface::Asphalt : Surface::Cement;
    return draw < 62 ? Surface::Gravel : Surface::Earth;
}

double shareConnected(const Access &access, const std::vector<Settlement> &settlements)
{
    const auto connected = access.connectedOn(handOver());
    int eligible = 0;
    int done = 0;
    for (std::size_t i = 0; i < settlements.size(); ++i) {
        eligible += settlements[i].households >= 25 ? 1 : 0;
        done += settlements[i].households >= 25 && connected[i] ? 1 : 0;
    }
    return eligible > 0 ? static_cast<double>(done) / eligible : 0.0;
}

} // namespace

bool isHardenedOn(const Road &road, Date day)
{
    const WorkState state = stateOn(road, day);
    return road.surface <= Surface::Cement && (state == WorkState::Accepted || state == WorkState::InService);
}

WorkState stateOn(const Road &road, Date day)
{
    WorkState state = WorkState::Identified;
    for (const WorkEvent &event : road.history)
        if (event.date <= day)
            state = event.state;
    return state;
}

void setPaces(std::vector<Township> &townships, const Request &request)
{
    Random random(mix(request.seed + 700));
    for (std::size_t t = 0; t < townships.size(); ++t) {
        const double draw = random.uniform();
        townships[t].pace = draw < 0.25 ? 2.0 : draw < 0.72 ? random.uniform(-0.3, 0.7) : random.uniform(-1.3, -0.6);
    }
    townships.front().pace = 2.2;
}

std::vector<double> settlementWishes(const Areas &areas, const std::vector<Settlement> &settlements,
                                     const Request &request)
{
    Random random(mix(request.seed + 800));
    std::vector<double> wishes;
    for (const Settlement &settlement : settlements) {
        const Village &village = areas.villages[static_cast<std::size_t>(settlement.village)];
        double wish = 0.75 * random.normal() - areas.townships[static_cast<std::size_t>(village.township)].pace;
        wish -= 0.45 * std::log(std::max(1, settlement.households) / 25.0);
        wish -= village.poor ? 1.5 : 0.0;
        wish -= settlement.livable ? 0.35 : 0.0;
        if (settlement.cell == village.seatCell)
            wish -= 3.0;
        wishes.push_back(wish);
    }
    return wishes;
}

void makeProgress(const Frame &frame, const std::vector<Settlement> &settlements, const Request &request, double share,
                  std::vector<Road> &roads)
{
    const Access access(frame, settlements, roads);
    double early = -6.0;
    double late = 6.0;
    for (int round = 0; round < 14; ++round) {
        const double shift = (early + late) / 2;
        for (Road &road : roads) {
            setHistory(road, shift, request.seed);
            road.surface = surfaceOf(road);
        }
        (shareConnected(access, settlements) > share ? early : late) = shift;
    }
}

std::vector<RoadTarget> roadTargets()
{
    return {{"R01", 25, true, true, Date::of(2018, 12, 31)},
            {"R02", 25, false, false, Date::of(2020, 12, 31)},
            {"R03", 20, true, true, Date::of(2019, 12, 31)},
            {"R04", 25, true, false, Date::of(2020, 12, 31)}};
}

bool isEligible(const RoadTarget &target, const Settlement &settlement, const Village &village)
{
    return settlement.households >= target.leastHouseholds && (!target.livableOnly || settlement.livable) &&
           (!target.poorOnly || village.poor);
}

} // namespace cuntu::sample
