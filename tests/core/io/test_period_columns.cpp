// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/period_heading.h"
#include "core/schema/field_makers.h"
#include "io_support.h"
#include "workbook.h"

using namespace Qt::Literals::StringLiterals;

namespace cuntu {
namespace {

using namespace test;

/// A table of measurements by period.
LayerSchema measurements()
{
    using namespace field_makers;
    LayerSchema schema;
    schema.id = u"measurements"_s;
    schema.fields = {
        required(field(u"code"_s, {u"站点编号"_s, u"Site"_s}, FieldType::Text, {u"站点"_s})),
        required(field(u"period"_s, {u"期间"_s, u"Period"_s}, FieldType::Text, {u"月份"_s, u"日期"_s})),
        field(u"amount"_s, {u"电量"_s, u"Amount"_s}, FieldType::Real, {u"发电量"_s}, u"kWh"_s),
        field(u"total"_s, {u"累计电量"_s, u"Total"_s}, FieldType::Real, {u"累计发电量"_s}, u"kWh"_s),
    };
    return schema;
}

/// "code|period|amount|total" of each row.
QStringList linesOf(const Taken &taken)
{
    EXPECT_FALSE(taken.error) << taken.errorText();
    QStringList lines;
    for (const FeatureRow &row : taken.rows) {
        QStringList cells;
        for (const char *field : {"code", "period", "amount", "total"}) {
            cells << textOf(measurements(), row, field);
        }
        lines << cells.join(u'|');
    }
    return lines;
}

Taken takeText(const char *name, const QByteArray &text, const QMap<QString, QString> &constants = {})
{
    const QTemporaryDir folder;
    Import import{{writeFile(folder, name, text), {}, {}, {}, {}, {}}, measurements(), nullptr, {}, {}};
    import.options.rules.constants = constants;
    return take(import);
}

TEST(PeriodHeading, SaysWhatIsWrittenThere)
{
    const std::vector<std::pair<QString, QString>> said{{u"2019年6月"_s, u"2019-06"_s},
                                                        {u"2019-06"_s, u"2019-06"_s},
                                                        {u"201906"_s, u"2019-06"_s},
                                                        {u"2019.6.30"_s, u"2019-06-30"_s},
                                                        {u"２０１９年６月上网电量"_s, u"2019-06"_s},
                                                        {u"2019年"_s, u"2019"_s},
                                                        {u"2019-06-01 13:00"_s, u"2019-06-01 13:00"_s}};
    for (const auto &[heading, text] : said) {
        EXPECT_EQ(periodIn(heading).toText(), text) << heading.toStdString();
    }
    const HeadingPeriod june = periodIn(u"2019");
    for (const QString &heading : {u"6月"_s, u"六月"_s, u"Jun"_s, u"June"_s, u"6月份"_s}) {
        EXPECT_EQ(periodIn(heading).filledFrom(june).toText(), u"2019-06"_s) << heading.toStdString();
        EXPECT_TRUE(periodIn(heading).toText().isEmpty()) << "of which year is not said";
    }
    EXPECT_EQ(periodIn(u"5日").filledFrom(periodIn(u"2019年6月")).toText(), u"2019-06-05"_s);
    EXPECT_EQ(periodIn(u"13时").filledFrom(periodIn(u"2019-06-05")).toText(), u"2019-06-05 13:00"_s);
    EXPECT_EQ(periodIn(u"24:00").filledFrom(periodIn(u"2019-06-30")).toText(), u"2019-07-01 00:00"_s);
    EXPECT_TRUE(periodIn(u"31日").filledFrom(periodIn(u"2019-06")).toText().isEmpty()) << "June has 30 days";
    for (const QString &heading : {u"电站名称"_s, u"容量(kW)"_s, u"kwh"_s, u"合计"_s, u"X1"_s, u"户数"_s}) {
        EXPECT_TRUE(periodIn(heading).isEmpty()) << heading.toStdString();
    }
}

TEST(PeriodColumns, AYearInAColumnEach)
{
    const Taken taken = takeText("2019年发电量.csv",
                                 "站点编号,名称,1月,2月,3月,合计\nA,甲,10,20,,30\nB,乙,1,-,3,4\n合计,,11,20,3,34\n");
    EXPECT_EQ(linesOf(taken),
              (QStringList{u"A|2019-01|10|"_s, u"A|2019-02|20|"_s, u"B|2019-01|1|"_s, u"B|2019-03|3|"_s}))
        << "blank cells say nothing";
    EXPECT_EQ(taken.rejected().size(), 1U) << "the row of totals, once";
    EXPECT_TRUE(taken.info.notes.join(u' ').contains(u"2019年发电量"_s)) << "where the year is from is said";
    EXPECT_EQ(linesOf(takeText("t.csv", "站点编号,2018年12月,2019年1月\nA,5,6\n")),
              (QStringList{u"A|2018-12|5|"_s, u"A|2019-01|6|"_s}));
    EXPECT_EQ(linesOf(takeText("t.csv", "站点编号,Jan,Feb\nA,5,6\n", {{u"period"_s, u"2020"_s}})),
              (QStringList{u"A|2020-01|5|"_s, u"A|2020-02|6|"_s}))
        << "as the user says";
}

TEST(PeriodColumns, WithoutAYearIsRefused)
{
    const Taken taken = takeText("t.csv", "站点编号,1月,2月\nA,10,20\n");
    ASSERT_TRUE(taken.error);
    EXPECT_EQ(taken.error->code, ErrorCode::Invalid);
    EXPECT_TRUE(taken.error->advice.contains(u"--set period"_s)) << taken.errorText();
}

TEST(PeriodColumns, DaysOfAMonthThatTheRowNames)
{
    QByteArray text = "月份,站点";
    QByteArray june = "2019-06,A";
    QByteArray july = "2019年7月,A";
    for (int day = 1; day <= 31; ++day) {
        text += ',' + QByteArray::number(day);
        june += ',' + (day <= 30 ? QByteArray::number(day * 10) : QByteArray());
        july += ',' + QByteArray::number(day * 100);
    }
    const QStringList lines = linesOf(takeText("t.csv", text + '\n' + june + '\n' + july + '\n'));
    ASSERT_EQ(lines.size(), 61);
    EXPECT_EQ(lines[0], u"A|2019-06-01|10|"_s);
    EXPECT_EQ(lines[29], u"A|2019-06-30|300|"_s);
    EXPECT_EQ(lines[60], u"A|2019-07-31|3100|"_s);
}

TEST(PeriodColumns, HoursOfADay)
{
    const QStringList lines =
        linesOf(takeText("t.csv", "站点,日期,00:00,11:00,12:00,13:00\nA,2019-06-01,0,5.5,6,5\nA,2019-06-02,,1,2,\n"));
    EXPECT_EQ(lines, (QStringList{u"A|2019-06-01 00:00|0|"_s, u"A|2019-06-01 11:00|5.5|"_s, u"A|2019-06-01 12:00|6|"_s,
                                  u"A|2019-06-01 13:00|5|"_s, u"A|2019-06-02 11:00|1|"_s, u"A|2019-06-02 12:00|2|"_s}));
}

TEST(PeriodColumns, AWorkbookWithTitleUnitAndTwoRowsOfHeadings)
{
    // As portals write it: a title over all columns, a line with the unit, the year above the months.
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"export.xlsx"_s);
    writeWorkbook(file, "<sheetData><row r=\"1\">" + textCell("A1", "各站发电量统计表") + "</row><row r=\"2\">" +
                            textCell("A2", "单位：MWh") + "</row><row r=\"3\">" + textCell("A3", "站点编号") +
                            textCell("B3", "2019年") + textCell("D3", "2020年") + "</row><row r=\"4\">" +
                            textCell("B4", "11月") + textCell("C4", "12月") + textCell("D4", "1月") +
                            "</row><row r=\"5\">" + textCell("A5", "A") +
                            "<c r=\"B5\"><v>1.5</v></c><c r=\"C5\"><v>2</v></c><c r=\"D5\"><v>3</v></c></row>"
                            "</sheetData><mergeCells count=\"3\"><mergeCell ref=\"A3:A4\"/><mergeCell ref=\"B3:C3\"/>"
                            "<mergeCell ref=\"A1:D1\"/></mergeCells>");
    const Taken taken = take({{file, {}, {}, {}, {}, {}}, measurements(), nullptr, {}, {}});
    EXPECT_EQ(linesOf(taken), (QStringList{u"A|2019-11|1500|"_s, u"A|2019-12|2000|"_s, u"A|2020-01|3000|"_s}));
    EXPECT_TRUE(taken.info.notes.join(u' ').contains(u"MWh"_s)) << "that numbers were converted is said";
}

TEST(PeriodColumns, OfTwoQuantities)
{
    const Taken taken = takeText(
        "t.csv",
        "站点编号,2019-06发电量(MWh),2019-06累计发电量(kWh),2019-07发电量(MWh),2019-07累计发电量(kWh),7月收入\n"
        "A,1,100,2,300,9\n");
    EXPECT_EQ(linesOf(taken), (QStringList{u"A|2019-06|1000|100"_s, u"A|2019-07|2000|300"_s}));
    EXPECT_TRUE(takeText("t.csv", "站点编号,2019-06(MWh),2019-07(kWh)\nA,1,2\n").error) << "two units";
}

TEST(PeriodColumns, TablesWithARowForEachPeriodStayAsTheyAre)
{
    const Taken taken = takeText("2019年.csv", "站点编号,月份,发电量,累计发电量\nA,2019-06,5,50\n");
    EXPECT_EQ(linesOf(taken), (QStringList{u"A|2019-06|5|50"_s}));
    LayerSchema plain = measurements();
    plain.fields[1].id = u"when"_s; // no periods in this layer
    const QTemporaryDir folder;
    const Taken other = take(
        {{writeFile(folder, "t.csv", "站点编号,期间,1月,2月\nA,x,1,2\n"), {}, {}, {}, {}, {}}, plain, nullptr, {}, {}});
    EXPECT_EQ(other.rows.size(), 1U) << other.errorText();
}

} // namespace
} // namespace cuntu
