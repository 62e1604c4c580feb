// SPDX-License-Identifier: GPL-3.0-or-later
#include "writers.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <stdexcept>
#include <xlsxwriter.h>

namespace cuntu::sample {

namespace {

constexpr lxw_col_t lastColumn = 18;

/// One workbook with one sheet; saved by close().
class Book {
public:
    Book(const Path &path, const char *sheet) : m_path(path), m_book(workbook_new(path.c_str()))
    {
        lxw_doc_properties properties{};
        std::string author = countyName;
        properties.author = author.data();
        properties.created = static_cast<time_t>(handOver().days) * 86400;
        workbook_set_properties(m_book, &properties);
        m_sheet = workbook_add_worksheet(m_book, sheet);
        m_heading = workbook_add_format(m_book);
        format_set_bold(m_heading);
        format_set_align(m_heading, LXW_ALIGN_CENTER);
        m_day = workbook_add_format(m_book);
        format_set_num_format(m_day, "yyyy-mm-dd");
    }
    void merge(lxw_row_t row, lxw_col_t column, lxw_row_t lastRow, lxw_col_t last, const std::string &text)
    {
        worksheet_merge_range(m_sheet, row, column, lastRow, last, text.c_str(), m_heading);
    }
    void heading(lxw_row_t row, lxw_col_t column, const std::string &text)
    {
        worksheet_write_string(m_sheet, row, column, text.c_str(), m_heading);
    }
    void text(lxw_row_t row, lxw_col_t column, const std::string &text)
    {
        if (!text.empty())
            worksheet_write_string(m_sheet, row, column, text.c_str(), nullptr);
    }
    void number(lxw_row_t row, lxw_col_t column, double value)
    {
        worksheet_write_number(m_sheet, row, column, value, nullptr);
    }
    void day(lxw_row_t row, lxw_col_t column, Date date)
    {
        lxw_datetime value{date.year(), date.month(), date.day(), 0, 0, 0};
        worksheet_write_datetime(m_sheet, row, column, &value, m_day);
    }
    void width(lxw_col_t first, lxw_col_t last, double characters)
    {
        worksheet_set_column(m_sheet, first, last, characters, nullptr);
    }
    void close()
    {
        if (workbook_close(m_book) != LXW_NO_ERROR)
            throw std::runtime_error("cannot write " + m_path.string());
    }

private:
    Path m_path;
    lxw_workbook *m_book;
    lxw_worksheet *m_sheet = nullptr;
    lxw_format *m_heading = nullptr;
    lxw_format *m_day = nullptr;
};

/// A row of the sheet of settlements before it is written.
struct Line {
    const Settlement *settlement = nullptr;
    std::string village;
    std::string name;
    std::string fault; ///< empty for a good row
    LonLat position;
    int households = 0;
    int persons = 0;
};

std::string fullWidth(int value)
{
    std::string result;
    for (const char digit : std::to_string(value)) {
        result += "\xEF\xBC";
        result += static_cast<char>(0x90 + (digit - '0'));
    }
    return result;
}

std::vector<Line> linesOf(const County &county)
{
    std::vector<Line> lines;
    for (const Settlement &s : county.settlements)
        lines.push_back({&s, county.areas.villages[static_cast<std::size_t>(s.village)].name, s.name, "", s.position,
                         s.households, s.persons});
    return lines;
}

/// A row like @p pattern with one of the faults that clerks make. All have fewer than 20 households, so
/// that no indicator depends on what a reader does with them.
Line faultyLine(const Line &pattern, int kind, Random &random)
{
    static constexpr std::array<const char *, 5> faults{"缺坐标", "经纬度颠倒", "户数不详", "行政村不存在", "重复"};
    Line line = pattern;
    line.fault = faults[static_cast<std::size_t>(kind)];
    if (kind == 4)
        return line;
    line.name = pattern.name + (random.chance(0.5) ? "外" : "里");
    line.households = random.between(5, 19);
    line.persons = line.households * 3 + random.below(9);
    line.position = rounded(moved(line.position, random.uniform(180, 320), random.uniform(180, 320)), 6);
    if (kind == 1)
        std::swap(line.position.lon, line.position.lat);
    if (kind == 3)
        line.village = "大岭尾村";
    return line;
}

void addFaultyLines(std::vector<Line> &lines, Random &random)
{
    const int good = static_cast<int>(lines.size());
    const int count = std::clamp(good / 15, 5, 20);
    for (int i = count - 1; i >= 0; --i) {
        int at = (2 * i + 1) * good / (2 * count) + random.below(std::max(1, good / (3 * count)));
        const int kind = i % 5;
        while (kind == 4 && at > 0 && lines[static_cast<std::size_t>(at)].households >= 20)
            --at;
        if (kind == 4 && lines[static_cast<std::size_t>(at)].households >= 20)
            continue;
        const Line line = faultyLine(lines[static_cast<std::size_t>(at)], kind, random);
        lines.insert(lines.begin() + at + 1, line);
    }
}

void writeHeading(Book &book)
{
    book.merge(0, 0, 0, lastColumn, std::string(countyName) + "自然村基本情况及通村组路登记表");
    book.merge(1, 0, 1, lastColumn,
               "填报单位:云溪县交通运输局          填报日期:2020年6月30日          单位:户、人、公里");
    const auto tall = [&](lxw_col_t column, const char *text) { book.merge(2, column, 3, column, text); };
    tall(0, "序号");
    book.merge(2, 1, 2, 2, "所在地");
    tall(3, "自然村名称");
    book.merge(2, 4, 2, 5, "坐标");
    tall(6, "户籍户数(户)");
    tall(7, "户籍人口(人)");
    tall(8, "常住户数(户)");
    tall(9, "是否宜居");
    book.merge(2, 10, 2, 13, "通村组路");
    tall(14, "备注");
    tall(15, "村委会驻地");
    tall(16, "村民小组数");
    tall(17, "通硬化路小组数");
    tall(18, "村内主路已硬化");
    const std::array<std::pair<lxw_col_t, const char *>, 8> low{{{1, "乡镇"},
                                                                 {2, "行政村"},
                                                                 {4, "经度"},
                                                                 {5, "纬度"},
                                                                 {10, "道路状态"},
                                                                 {11, "状态日期"},
                                                                 {12, "需硬化里程(公里)"},
                                                                 {13, "已硬化里程(公里)"}}};
    for (const auto &[column, text] : low)
        book.heading(3, column, text);
    book.width(1, 3, 13);
    book.width(4, lastColumn, 11.5);
}

void writeCount(Book &book, lxw_row_t row, lxw_col_t column, int value, Random &random)
{
    const double draw = random.uniform();
    if (draw < 0.006)
        book.text(row, column, fullWidth(value));
    else if (draw < 0.016)
        book.text(row, column, std::to_string(value));
    else
        book.number(row, column, value);
}

void writeDate(Book &book, lxw_row_t row, Date date, Random &random)
{
    switch (random.below(4)) {
    case 0:
        return book.text(row, 11, isoText(date));
    case 1:
        return book.text(row, 11, std::to_string(date.year()) + "." + std::to_string(date.month()));
    case 2:
        return book.text(row, 11,
                         std::to_string(date.year()) + "年" + std::to_string(date.month()) + "月" +
                             std::to_string(date.day()) + "日");
    default:
        return book.day(row, 11, date);
    }
}

/// What the sheet says of a settlement's road.
struct RoadPart {
    const Road *road = nullptr; ///< the road at its door
    bool connected = false;
    double way_km = 0;
};

void writeRoadCells(Book &book, lxw_row_t row, const RoadPart &part, Random &random)
{
    const bool stated = random.chance(0.135);
    const double share = random.uniform(0.0, 0.5);
    const double draw = random.uniform();
    const bool settled = part.road && part.connected == isHardenedOn(*part.road, handOver());
    if (stated && settled) {
        book.text(row, 10, word(workStateWords, part.road->history.back().state));
        writeDate(book, row, part.road->history.back().date, random);
    }
    const double way = std::round(part.way_km * 1000) / 1000;
    if (way <= 0 || draw < 0.12) {
        book.text(row, 12, draw < 0.03 ? "/" : draw < 0.07 ? "—" : "");
        return;
    }
    book.number(row, 12, way);
    book.number(row, 13, part.connected ? way : std::round(way * share * 1000) / 1000);
}

void writeLine(Book &book, lxw_row_t row, const County &county, const Line &line, const RoadPart &part, Random &random)
{
    const Village &village = county.areas.villages[static_cast<std::size_t>(line.settlement->village)];
    book.number(row, 0, row - 3.0);
    book.text(row, 1, county.areas.townships[static_cast<std::size_t>(village.township)].name);
    book.text(row, 2, line.village);
    book.text(row, 3, line.name);
    if (line.fault != "缺坐标") {
        book.number(row, 4, line.position.lon);
        book.number(row, 5, line.position.lat);
    }
    if (line.fault == "户数不详")
        book.text(row, 6, "不详");
    else
        writeCount(book, row, 6, line.households, random);
    writeCount(book, row, 7, line.persons, random);
    const double draw = random.uniform();
    if (draw < 0.05)
        book.text(row, 8, draw < 0.02 ? "/" : "—");
    else
        book.number(row, 8, std::min(line.households, line.settlement->residentHouseholds));
    book.text(row, 9, line.settlement->livable ? "是" : "否");
    if (line.fault.empty() || line.fault == "重复")
        writeRoadCells(book, row, part, random);
    if (random.chance(0.03))
        book.text(row, 14, random.chance(0.5) ? "/" : "部分农户外出务工");
}

/// Seat of the committee, villager groups and the inner road. Its draws are its own, so that the columns before do not
/// depend on it.
void writeInnerCells(Book &book, lxw_row_t row, const Line &line, const Village &village, bool connected,
                     Random &random)
{
    const int groups = 1 + line.households / 35;
    const bool stated = random.chance(0.25);
    const int done = connected ? groups : random.below(groups + 1) / 2;
    const double inner = random.uniform();
    book.text(row, 15, line.settlement->cell == village.seatCell ? "是" : "");
    book.number(row, 16, groups);
    if (stated)
        book.number(row, 17, done);
    if (random.chance(0.94))
        book.text(row, 18, inner < (connected ? 0.75 : 0.2) ? "是" : "否");
}

std::vector<RoadPart> roadParts(const County &county)
{
    const Access access(county.land.frame, county.settlements, county.roads);
    const auto connected = access.connectedOn(handOver());
    const auto ways = access.wayToClassified_m();
    std::vector<RoadPart> parts;
    for (std::size_t i = 0; i < county.settlements.size(); ++i) {
        RoadPart part{nullptr, connected[i] != 0, ways[i] / 1000};
        for (const int r : access.roadsAt()[i]) {
            const Road &road = county.roads[static_cast<std::size_t>(r)];
            if (road.roadClass >= RoadClass::Village && (!part.road || road.roadClass > part.road->roadClass))
                part.road = &road;
        }
        parts.push_back(part);
    }
    return parts;
}

} // namespace

void writeSettlements(const County &county, const Path &path, Truth &truth)
{
    Random random(mix(county.request.seed + 1300));
    Random inner(mix(county.request.seed + 1310));
    std::vector<Line> lines = linesOf(county);
    addFaultyLines(lines, random);
    const auto parts = roadParts(county);
    Book book(path, "自然村");
    writeHeading(book);
    lxw_row_t row = 4;
    for (const Line &line : lines) {
        const auto index = static_cast<std::size_t>(line.settlement - county.settlements.data());
        writeLine(book, row, county, line, parts[index], random);
        writeInnerCells(book, row, line, county.areas.villages[static_cast<std::size_t>(line.settlement->village)],
                        parts[index].connected, inner);
        if (!line.fault.empty())
            truth.badSettlements.push_back({static_cast<int>(row) + 1, line.name, line.fault});
        if (line.fault != "户数不详")
            truth.totalHouseholds += line.households;
        truth.totalPersons += line.persons;
        ++row;
    }
    book.text(row, 0, "合计");
    book.number(row, 6, truth.totalHouseholds);
    book.number(row, 7, truth.totalPersons);
    book.merge(row + 1, 0, row + 1, lastColumn,
               "填报人:              审核人:              负责人:              联系电话:");
    book.close();
    truth.settlementRows = static_cast<int>(lines.size());
    truth.counts[path.filename().string()] = truth.settlementRows;
}

void writeSites(const Table &table, const Path &path, Truth &truth)
{
    Book book(path, "安置点");
    const auto columns = static_cast<lxw_col_t>(table.heading.size());
    book.merge(0, 0, 0, static_cast<lxw_col_t>(columns - 1), std::string(countyName) + "易地扶贫搬迁安置点一览表");
    for (lxw_col_t c = 0; c < columns; ++c)
        book.heading(1, c, table.heading[c]);
    book.width(1, static_cast<lxw_col_t>(columns - 1), 14);
    lxw_row_t row = 2;
    for (const auto &cells : table.rows) {
        for (lxw_col_t c = 0; c < columns; ++c) {
            double value = 0;
            const char *end = cells[c].data() + cells[c].size();
            const bool isCode = table.heading[c].ends_with("代码");
            if (!isCode && std::from_chars(cells[c].data(), end, value).ptr == end)
                book.number(row, c, value);
            else
                book.text(row, c, cells[c]);
        }
        ++row;
    }
    book.close();
    truth.counts[path.filename().string()] = static_cast<int>(table.rows.size());
}

} // namespace cuntu::sample
