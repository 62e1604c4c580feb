// SPDX-License-Identifier: GPL-3.0-or-later
#include "../progress.hpp"
#include "writers.hpp"

#include <algorithm>

namespace cuntu::sample {

namespace {

/// Text of a JSON object or array that grows item by item.
class Json {
public:
    explicit Json(char open) : m_text(1, open), m_close(open == '{' ? '}' : ']') {}
    Json &add(const std::string &value)
    {
        m_text += (m_text.size() > 1 ? "," : "") + value;
        return *this;
    }
    Json &add(const std::string &key, const std::string &value) { return add(quoted(key) + ":" + value); }
    Json &add(const std::string &key, int value) { return add(key, std::to_string(value)); }
    std::string text() const { return m_text + m_close; }
    static std::string quoted(const std::string &text) { return '"' + text + '"'; }

private:
    std::string m_text;
    char m_close;
};

std::vector<Date> reportDays()
{
    return {Date::of(2018, 12, 31), Date::of(2019, 12, 31), handOver()};
}

/// Eligible and connected settlements and households of one target on the days of report.
std::string figuresOf(const County &county, const Access &access, const RoadTarget &target, int township)
{
    Json days('{');
    int eligible = 0;
    int households = 0;
    for (const Date day : reportDays()) {
        const auto connected = access.connectedOn(day);
        eligible = households = 0;
        int done = 0;
        int doneHouseholds = 0;
        for (std::size_t i = 0; i < connected.size(); ++i) {
            const Settlement &settlement = county.settlements[i];
            const Village &village = county.areas.villages[static_cast<std::size_t>(settlement.village)];
            if (!isEligible(target, settlement, village) || (township >= 0 && village.township != township))
                continue;
            ++eligible;
            households += settlement.households;
            done += connected[i] ? 1 : 0;
            doneHouseholds += connected[i] ? settlement.households : 0;
        }
        days.add(isoText(day), Json('{').add("connected", done).add("households", doneHouseholds).text());
    }
    return Json('{').add("eligible", eligible).add("eligible_households", households).add("on", days.text()).text();
}

std::string targetFigures(const County &county, const Access &access)
{
    Json all('{');
    auto targets = roadTargets();
    targets.push_back({"at_least_25", 25, false, false, {}});
    targets.push_back({"at_least_20", 20, false, false, {}});
    targets.push_back({"all", 0, false, false, {}});
    for (const RoadTarget &target : targets)
        all.add("\n  " + Json::quoted(target.code) + ":" + figuresOf(county, access, target, -1));
    return all.text();
}

std::string townshipFigures(const County &county, const Access &access)
{
    Json all('{');
    const RoadTarget target{"R02", 25, false, false, {}};
    for (std::size_t t = 0; t < county.areas.townships.size(); ++t)
        all.add("\n  " + Json::quoted(county.areas.townships[t].code) + ":" +
                figuresOf(county, access, target, static_cast<int>(t)));
    return all.text();
}

std::string roadFigures(const County &county)
{
    Json all('{');
    Json states('{');
    for (std::size_t s = 0; s < workStateWords.size(); ++s)
        states.add(workStateWords[s],
                   static_cast<int>(std::count_if(county.roads.begin(), county.roads.end(), [&](const Road &road) {
                       return road.history.back().state == static_cast<WorkState>(s);
                   })));
    for (std::size_t c = 0; c < roadClassWords.size(); ++c) {
        double total = 0;
        int count = 0;
        std::array<double, 3> done{};
        for (const Road &road : county.roads) {
            if (road.roadClass != static_cast<RoadClass>(c))
                continue;
            ++count;
            total += road.length_m / 1000;
            for (std::size_t d = 0; d < done.size(); ++d)
                done[d] += isHardenedOn(road, reportDays()[d]) ? road.length_m / 1000 : 0.0;
        }
        Json days('{');
        for (std::size_t d = 0; d < done.size(); ++d)
            days.add(isoText(reportDays()[d]), fixed(done[d], 3));
        all.add(
            "\n  " + Json::quoted(roadClassWords[c]) + ":" +
            Json('{').add("count", count).add("km", fixed(total, 3)).add("hardened_accepted_km", days.text()).text());
    }
    return all.add("\n  \"states\":" + states.text()).text();
}

std::string photovoltaicFigures(const PhotovoltaicTables &tables)
{
    Json days('{');
    for (const auto &[day, sum] : tables.connectedOn)
        days.add(
            isoText(day),
            Json('{').add("stations", sum.stations).add("villages", sum.villages).add("kw", fixed(sum.kw, 1)).text());
    Json mistakes('{');
    for (const auto &[station, what] : tables.mistakes)
        mistakes.add(station, Json::quoted(what));
    return Json('{').add("connected_on", days.text()).add("bad_readings", mistakes.text()).text();
}

std::string badRows(const Truth &truth)
{
    Json all('[');
    for (const BadRow &bad : truth.badSettlements)
        all.add("\n  " + Json('{')
                             .add("row", bad.row)
                             .add("name", Json::quoted(bad.name))
                             .add("fault", Json::quoted(bad.fault))
                             .text());
    return all.text();
}

std::string positionOf(LonLat p, int decimals)
{
    return "[" + fixed(p.lon, decimals) + "," + fixed(p.lat, decimals) + "]";
}

std::string samples(const County &county, const Access &access)
{
    const Settlement &s = county.settlements.front();
    const Road &road = county.roads.front();
    Json unserved('[');
    const auto connected = access.connectedOn(handOver());
    for (std::size_t i = 0; i < connected.size(); ++i)
        if (!connected[i] && county.settlements[i].households >= 25)
            unserved.add(
                Json::quoted(county.areas.villages[static_cast<std::size_t>(county.settlements[i].village)].code + "/" +
                             county.settlements[i].name));
    return Json('{')
        .add("settlement",
             Json('{')
                 .add("name", Json::quoted(s.name))
                 .add("village_code", Json::quoted(county.areas.villages[static_cast<std::size_t>(s.village)].code))
                 .add("position", positionOf(s.position, 6))
                 .add("households", s.households)
                 .text())
        .add("road", Json('{')
                         .add("code", Json::quoted(road.code))
                         .add("start", positionOf(road.line.front(), 7))
                         .add("km", fixed(road.length_m / 1000, 3))
                         .text())
        .add("\n  \"not_connected_at_hand_over_25\":" + unserved.text())
        .text();
}

} // namespace

void writeTruth(const County &county, const Truth &truth, const Path &path)
{
    const Access access(county.land.frame, county.settlements, county.roads);
    Json counts('{');
    for (const auto &[file, count] : truth.counts)
        counts.add(file, count);
    Json lines('[');
    for (const int line : truth.badIdentityLines)
        lines.add(std::to_string(line));
    Json all('{');
    all.add("county", Json::quoted(countyName)).add("code", Json::quoted(countyCode));
    all.add("seed", std::to_string(county.request.seed)).add("hand_over", Json::quoted(isoText(handOver())));
    all.add("\n \"counts\":" + counts.text());
    all.add("\n \"settlements_good\":" + std::to_string(county.settlements.size()));
    all.add("settlement_rows", truth.settlementRows);
    all.add("sheet_total_households", truth.totalHouseholds).add("sheet_total_persons", truth.totalPersons);
    all.add("households", static_cast<int>(county.households.size()));
    all.add("\n \"settlements_bad\":" + badRows(truth));
    all.add("\n \"bad_identity_lines\":" + lines.text());
    all.add("\n \"targets\":" + targetFigures(county, access));
    all.add("\n \"townships_R02\":" + townshipFigures(county, access));
    all.add("\n \"roads\":" + roadFigures(county));
    all.add("\n \"photovoltaic\":" + photovoltaicFigures(county.photovoltaic));
    all.add("\n \"samples\":" + samples(county, access));
    writeFile(path, all.text() + "\n");
}

} // namespace cuntu::sample
