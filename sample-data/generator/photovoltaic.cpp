// SPDX-License-Identifier: GPL-3.0-or-later
#include "photovoltaic.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

namespace cuntu::sample {

namespace {

/// Equivalent hours of the months in the hills of Jiangxi, about 1,000 a year; kWh/m² on the ground; °C.
constexpr std::array<double, 12> usualHours{50, 54, 66, 82, 94, 92, 128, 122, 98, 88, 70, 60};
constexpr std::array<double, 12> groundKwh{61, 66, 82, 104, 124, 122, 168, 157, 121, 101, 78, 68};
constexpr std::array<double, 12> airTemperature{6, 8, 12, 18, 23, 26, 29, 29, 25, 19, 13, 8};
constexpr double ratio = 0.8; ///< energy to irradiation of the plane
constexpr double basePrice = 0.4143;
constexpr double subsidy = 0.4357;

struct Station {
    std::string code;
    std::string name;
    bool joint = false;
    double kw = 0;
    Date connected;
    bool running = false;
    std::vector<std::pair<int, double>> villages; ///< and their shares
    std::vector<int> households;
    double quality = 1;
    Date shadedFrom{100000};
    std::map<int, double> kwhOfMonth; ///< by month number
};

int monthNumber(Date day)
{
    return day.year() * 12 + day.month() - 1;
}

Date firstOf(int month)
{
    return Date::of(month / 12, month % 12 + 1, 1);
}

std::string shortName(const Village &village)
{
    for (const std::string suffix : {"居委会", "村"})
        if (village.name.ends_with(suffix))
            return village.name.substr(0, village.name.size() - suffix.size());
    return village.name;
}

/// Makes the tables, one after the other.
class Maker {
public:
    Maker(const Areas &areas, const std::vector<Settlement> &settlements, const std::vector<Household> &households,
          const Request &request)
        : m_areas(areas), m_settlements(settlements), m_households(households), m_random(mix(request.seed + 1100))
    {
        m_poor.resize(areas.villages.size());
        m_others.resize(areas.villages.size());
        for (std::size_t i = 0; i < households.size(); ++i) {
            const auto village =
                static_cast<std::size_t>(settlements[static_cast<std::size_t>(households[i].settlement)].village);
            (households[i].kind == 0 ? m_others : m_poor)[village].push_back(static_cast<int>(i));
        }
    }

    PhotovoltaicTables make()
    {
        for (std::size_t v = 0; v < m_areas.villages.size(); ++v)
            addStation(v);
        addShares();
        addReadings();
        addBeneficiaries();
        addMoney();
        addFaults();
        addClimate();
        addTargets();
        sumUp();
        return std::move(m_tables);
    }

private:
    void addStation(std::size_t village);
    void addStationRow(const Station &station, std::size_t village, LonLat position);
    void addShares();
    void addReadings();
    void addMistakes(const Station &station, const std::string &month, double kwh);
    void addBeneficiaries();
    void addMoney();
    void pay(const Station &station, Date day, int earned, double received);
    void addFaults();
    void addClimate();
    void addTargets();
    void sumUp();
    const std::string &codeOf(int village) const { return m_areas.villages[static_cast<std::size_t>(village)].code; }
    std::string villageOf(int household) const
    {
        const int settlement = m_households[static_cast<std::size_t>(household)].settlement;
        return codeOf(m_settlements[static_cast<std::size_t>(settlement)].village);
    }

    const Areas &m_areas;
    const std::vector<Settlement> &m_settlements;
    const std::vector<Household> &m_households;
    Random m_random;
    std::vector<std::vector<int>> m_poor; ///< households of each village
    std::vector<std::vector<int>> m_others;
    std::vector<Station> m_stations;
    PhotovoltaicTables m_tables;
};

void Maker::addStation(std::size_t v)
{
    const Village &village = m_areas.villages[v];
    const auto seat = std::find_if(m_settlements.begin(), m_settlements.end(), [&](const Settlement &settlement) {
        return settlement.village == static_cast<int>(v);
    });
    if (seat == m_settlements.end() || m_poor[v].size() < 10 || !m_random.chance(village.poor ? 0.92 : 0.12))
        return;
    Station station;
    station.joint = m_random.chance(0.15) && v + 1 < m_areas.villages.size() && m_poor[v + 1].size() >= 10;
    const int most = static_cast<int>(m_poor[v].size());
    int households = std::min(most, m_random.between(25, 55));
    station.villages = {{static_cast<int>(v), 1.0}};
    station.households.assign(m_poor[v].begin(), m_poor[v].begin() + households);
    if (station.joint) {
        const int guests = std::min(static_cast<int>(m_poor[v + 1].size()), m_random.between(15, 40));
        const double share = std::round(100.0 * guests / (guests + households)) / 100;
        station.villages = {{static_cast<int>(v), 1 - share}, {static_cast<int>(v) + 1, share}};
        station.households.insert(station.households.end(), m_poor[v + 1].begin(), m_poor[v + 1].begin() + guests);
        households += guests;
    }
    station.kw = std::floor(households * m_random.uniform(4.9, 6.6) * 10) / 10;
    station.connected = Date::of(2017, 3, 1).plus(m_random.below(1150));
    station.running = m_random.chance(0.93) && station.connected < handOver().plus(-20);
    station.quality = m_random.uniform(0.86, 1.08);
    if (m_random.chance(0.1))
        station.shadedFrom = station.connected.plus(200 + m_random.below(400));
    station.code = "G" + padded(static_cast<int>(m_stations.size()) + 1, 3);
    station.name = shortName(village) + (station.joint ? "联村光伏电站" : "村级光伏电站");
    addStationRow(station, v,
                  rounded(moved(seat->position, m_random.uniform(-350, 350), m_random.uniform(-350, 350)), 6));
    m_stations.push_back(station);
}

void Maker::addStationRow(const Station &station, std::size_t village, LonLat position)
{
    Table &table = m_tables.stations;
    table.heading = {"电站编号",     "电站名称",         "电站类型",
                     "装机容量(kW)", "批复容量(kW)",     "计划批次",
                     "受益村代码",   "受益户数",         "场地",
                     "产权",         "上网模式",         "并网日期",
                     "发电户号",     "标杆电价(元/kWh)", "补贴电价(元/kWh)",
                     "组件倾角",     "组件方位角",       "折股量化日期",
                     "状态",         "状态日期",         "经度",
                     "纬度"};
    const bool waiting = !station.running && m_random.chance(0.5);
    const bool faulty = station.running && m_random.chance(0.05);
    const Date since = std::min(handOver(), station.connected.plus(30));
    const Date begun = std::min(handOver(), station.connected).plus(-90 - m_random.below(60));
    const bool shared = station.running && m_random.chance(0.6);
    table.rows.push_back({station.code,
                          station.name,
                          station.joint ? "联村" : "村级",
                          fixed(station.kw, 1),
                          fixed(m_random.chance(0.9) ? station.kw : std::ceil(station.kw / 10) * 10, 1),
                          std::to_string(std::min(2019, station.connected.year())),
                          codeOf(static_cast<int>(village)),
                          std::to_string(station.households.size()),
                          m_random.chance(0.4)   ? "屋顶"
                          : m_random.chance(0.8) ? "地面"
                                                 : "农光互补",
                          "村集体",
                          "全额上网",
                          station.running ? isoText(station.connected) : "",
                          station.running && m_random.chance(0.95) ? "36" + padded(m_random.below(100000000), 8) : "",
                          fixed(basePrice, 4),
                          fixed(subsidy, 4),
                          std::to_string(m_random.between(18, 25)),
                          std::to_string(180 + 5 * m_random.between(-4, 4)),
                          shared ? isoText(std::min(handOver(), station.connected.plus(180))) : "",
                          faulty            ? "故障"
                          : station.running ? "运行中"
                          : waiting         ? "已建成待并网"
                                            : "在建",
                          isoText(faulty            ? Date::of(2020, 5, 1).plus(m_random.below(50))
                                  : station.running ? since
                                                    : begun),
                          fixed(position.lon, 6),
                          fixed(position.lat, 6)});
}

void Maker::addShares()
{
    m_tables.shares.heading = {"电站编号", "行政村代码", "份额"};
    for (const Station &station : m_stations)
        for (const auto &[village, share] : station.villages)
            if (station.joint)
                m_tables.shares.rows.push_back({station.code, codeOf(village), fixed(share, 2)});
}

void Maker::addReadings()
{
    m_tables.readings.heading = {"电站编号", "月份", "上网电量(kWh)", "斜面辐照量(kWh/m2)"};
    for (Station &station : m_stations) {
        const bool measured = m_random.chance(0.35);
        for (int month = monthNumber(station.connected); station.running && month < monthNumber(handOver()) + 1;
             ++month) {
            const auto m = static_cast<std::size_t>(month % 12);
            const double sun = usualHours[m] * m_random.uniform(0.92, 1.08);
            const double days = firstOf(month + 1).days - firstOf(month).days;
            const double part = std::min(1.0, (firstOf(month + 1).days - station.connected.days) / days);
            const double shade = station.shadedFrom < firstOf(month) ? 0.6 : 1.0;
            const double kwh = std::floor(station.kw * sun * part * shade * station.quality);
            station.kwhOfMonth[month] = kwh;
            const std::string text = monthText(firstOf(month));
            m_tables.readings.rows.push_back(
                {station.code, text, fixed(kwh, 0), measured ? fixed(sun / ratio * part, 1) : ""});
            addMistakes(station, text, kwh);
        }
    }
}

/// A row that is there twice, one with too many digits, one below nothing.
void Maker::addMistakes(const Station &station, const std::string &month, double kwh)
{
    auto &rows = m_tables.readings.rows;
    if (month == "2019-08" && station.code == "G003") {
        rows.push_back({station.code, month, fixed(kwh + 100, 0), ""});
        m_tables.mistakes[station.code] = "2019-08 两次";
    } else if (month == "2019-09" && station.code == "G006") {
        rows.back()[2] = fixed(kwh * 1000, 0);
        m_tables.mistakes[station.code] = "2019-09 为 Wh";
    } else if (month == "2019-10" && station.code == "G008") {
        rows.back()[2] = "-" + fixed(kwh, 0);
        m_tables.mistakes[station.code] = "2019-10 为负";
    }
}

void Maker::addBeneficiaries()
{
    m_tables.beneficiaries.heading = {"电站编号", "行政村代码", "户编号", "年度"};
    for (Station &station : m_stations) {
        if (m_random.chance(0.2) && !m_others[static_cast<std::size_t>(station.villages.front().first)].empty())
            station.households.push_back(m_others[static_cast<std::size_t>(station.villages.front().first)].front());
        for (int year = station.connected.year(); station.running && year <= handOver().year(); ++year)
            for (const int household : station.households)
                if (m_random.chance(0.97))
                    m_tables.beneficiaries.rows.push_back(
                        {station.code, villageOf(household), std::to_string(household + 1), std::to_string(year)});
    }
}

void Maker::addMoney()
{
    m_tables.received.heading = {"电站编号", "收益年度", "到账日期", "收入类别", "到账金额(元)"};
    m_tables.paid.heading = {"电站编号", "户编号", "收益年度", "发放日期", "分配去向", "发放金额(元)"};
    for (const Station &station : m_stations) {
        for (int half = 2017 * 2; half <= handOver().year() * 2; ++half) { // the half-years that are over
            const int first = half / 2 * 12 + half % 2 * 6;
            double kwh = 0;
            double ofYearBefore = 0;
            for (const auto &[month, energy] : station.kwhOfMonth) {
                kwh += month >= first - 1 && month < first + 5 ? energy : 0;
                ofYearBefore += month / 12 == half / 2 - 1 ? energy : 0;
            }
            const Date day = firstOf(first + 5).plus(9 + m_random.below(8));
            const double base = std::floor(kwh * basePrice * 100) / 100;
            const double late = half % 2 == 0 ? std::floor(ofYearBefore * subsidy * 100) / 100 : 0;
            if (base > 0)
                m_tables.received.rows.push_back(
                    {station.code, std::to_string(half / 2), isoText(day), "标杆电费", fixed(base, 2)});
            if (late > 0)
                m_tables.received.rows.push_back(
                    {station.code, std::to_string(half / 2 - 1), isoText(day.plus(-60)), "补贴", fixed(late, 2)});
            if (base + late > 0)
                pay(station, day.plus(7), half / 2, base + late);
        }
    }
}

/// Upkeep first, then wages, direct aid, and what is left stays with the collective.
void Maker::pay(const Station &station, Date day, int earned, double received)
{
    const auto add = [&](const std::string &household, const char *use, double yuan) {
        m_tables.paid.rows.push_back({station.code, household, std::to_string(earned), isoText(day), use,
                                      fixed(std::floor(yuan * 100) / 100, 2)});
    };
    add("", "运维", received * 0.08);
    add("", "土地租金", received * 0.03);
    const double left = received * 0.89;
    const double each = left * 0.92 / static_cast<double>(station.households.size());
    const bool flat = m_random.chance(0.1);
    for (std::size_t i = 0; i < station.households.size(); ++i) {
        const double weight = flat ? 1 : m_random.uniform(0.75, 1.25);
        const char *use = flat || i % 5 == 4 ? "无劳动能力户直补" : i % 5 == 3 ? "小型公益事业劳务" : "公益岗位工资";
        add(std::to_string(station.households[i] + 1), use, each * weight);
    }
    add("", "留存", left * 0.05);
}

void Maker::addFaults()
{
    static constexpr std::array<const char *, 4> causes{"逆变器故障", "停电", "限电", "积灰"};
    Table &table = m_tables.faults;
    table.heading = {"故障编号", "电站编号", "故障开始", "恢复日期", "原因"};
    for (const Station &station : m_stations) {
        if (!station.running)
            continue;
        if (station.shadedFrom < handOver())
            table.rows.push_back({"F" + padded(static_cast<int>(table.rows.size()) + 1, 3), station.code,
                                  isoText(station.shadedFrom), isoText(handOver().plus(-m_random.below(30))),
                                  "树木遮挡"});
        if (m_random.chance(0.35)) {
            const Date began = station.connected.plus(m_random.below(handOver().days - station.connected.days));
            const Date ended = began.plus(m_random.between(1, 25));
            table.rows.push_back({"F" + padded(static_cast<int>(table.rows.size()) + 1, 3), station.code,
                                  isoText(began), ended <= handOver() ? isoText(ended) : "", m_random.pick(causes)});
        }
    }
}

void Maker::addClimate()
{
    m_tables.climate.heading = {"月份", "水平面总辐照量(kWh/m2)", "平均气温", "平均风速"};
    for (std::size_t m = 0; m < 12; ++m)
        m_tables.climate.rows.push_back(
            {std::to_string(m + 1), fixed(groundKwh[m], 1), fixed(airTemperature[m], 1), "1.8"});
}

void Maker::addTargets()
{
    double kw = 0;
    std::set<int> villages;
    for (const Station &station : m_stations) {
        kw += station.kw;
        for (const auto &[village, share] : station.villages)
            villages.insert(village);
    }
    Table &table = m_tables.targets;
    table.heading = {"编号",     "项目", "指标", "区域代码", "计划批次", "目标值", "单位",
                     "开始日期", "期限", "力度", "牵头单位", "配合单位", "责任人", "原文"};
    const auto add = [&](const char *code, const char *indicator, const char *batch, const std::string &value,
                         const char *unit, const char *start, const char *due, const char *text) {
        table.rows.push_back({code, "photovoltaic", indicator, countyCode, batch, value, unit, start, due, "确保",
                              "县发展和改革委员会", "县扶贫办、各乡镇人民政府", "程志华", text});
    };
    add("S01", "pv_grid_mw", "", fixed(kw / 1000, 3), "MW", "2017-01-01", "2020年底", "光伏扶贫电站全部建成并网");
    add("S01V", "pv_villages", "", std::to_string(villages.size()), "个", "2017-01-01", "2020年底",
        "贫困村光伏扶贫全覆盖");
    add("S02", "pv_station_rate", "2018", "100", "%", "2017-01-01", "2020-05-31",
        "2018年光伏扶贫项目5月底前全部并网发电");
    add("S03", "pv_dist_rate", "", "90", "%", "2020-01-01", "2020年底", "光伏扶贫收益年内分配到户");
    add("S04", "pv_cover_rate", "", "80", "%", "2018-01-01", "2020年底", "覆盖80%以上建档立卡贫困户");
    add("S04Y", "pv_income_avg", "", "1500", "元", "2020-01-01", "2020年底", "确保每户年均增收达到1500元");
    add("S04H", "pv_income_ok_rate", "", "100", "%", "2020-01-01", "2020年底", "确保每户年均增收达到1500元（按每户）");
    add("S05", "pv_running_rate", "", "100", "%", "2019-01-01", "2020年底", "村级光伏扶贫电站稳定运行");
    add("S06", "pv_collective_rate", "", "100", "%", "2020-01-01", "2020年底", "加大村级光伏电站管理，增加村集体收入");
    add("S07", "pv_shared_rate", "", "100", "%", "2019-01-01", "2020年底", "光伏资产折股量化给贫困村和贫困户");
}

void Maker::sumUp()
{
    for (const Date day : {Date::of(2018, 12, 31), Date::of(2019, 12, 31), handOver()}) {
        auto &sum = m_tables.connectedOn[day];
        std::set<int> villages;
        for (const Station &station : m_stations) {
            if (station.running && station.connected <= day) {
                ++sum.stations;
                sum.kw += station.kw;
                for (const auto &[village, share] : station.villages)
                    villages.insert(village);
            }
        }
        sum.villages = static_cast<int>(villages.size());
    }
}

} // namespace

PhotovoltaicTables makePhotovoltaics(const Areas &areas, const std::vector<Settlement> &settlements,
                                     const std::vector<Household> &households, const Request &request)
{
    return Maker(areas, settlements, households, request).make();
}

} // namespace cuntu::sample
