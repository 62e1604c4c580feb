// SPDX-License-Identifier: GPL-3.0-or-later
#include "io_support.h"

#include "core/io/field_match.h"

namespace cuntu {
namespace {

using namespace test;

std::vector<SourceRow> rowsOf(const QByteArray &text, SourceInfo *info = nullptr, std::optional<Error> *error = nullptr)
{
    QTemporaryDir folder;
    std::vector<SourceRow> rows;
    const Taken read = readPlain({writeFile(folder, "t.csv", text), {}, {}, {}, {}}, &rows);
    if (info) {
        *info = read.info;
    }
    if (error) {
        *error = read.error;
    } else {
        EXPECT_FALSE(read.error) << read.errorText();
    }
    return rows;
}

using Cells = std::vector<std::string>;

TEST(Csv, QuotesSeparatorsAndLineEndsInsideCells)
{
    const auto rows = rowsOf("a,b,c\r\n1,\"x,\"\"y\"\"\r\nz\",3\r\n\r\n2,,\"\"\r\n");
    ASSERT_EQ(rows.size(), 2U);
    EXPECT_EQ(rows[0].cells, (Cells{"1", "x,\"y\"\r\nz", "3"}));
    EXPECT_EQ(rows[0].number, 2);
    EXPECT_EQ(rows[1].cells, (Cells{"2", "", ""}));
    EXPECT_EQ(rows[1].number, 5); // the quoted line end and the blank line count as lines
}

TEST(Csv, AllLineEndsAndAMissingLastOne)
{
    for (const char *end : {"\n", "\r\n", "\r"}) {
        const QByteArray e(end);
        const auto rows = rowsOf("a,b" + e + "1,2" + e + "3,4");
        ASSERT_EQ(rows.size(), 2U);
        EXPECT_EQ(rows[1].cells, (Cells{"3", "4"}));
        EXPECT_EQ(rows[1].number, 3);
    }
}

TEST(Csv, SeparatorsAreFound)
{
    for (const char separator : {',', ';', '\t', '|'}) {
        QByteArray text("name;note\nx;\"1,5; 2\"\ny;\n");
        text.replace("e;n", QByteArray("e") + separator + "n")
            .replace("x;", QByteArray("x") + separator)
            .replace("y;", QByteArray("y") + separator);
        const auto rows = rowsOf(text);
        ASSERT_EQ(rows.size(), 2U) << separator;
        EXPECT_EQ(rows[0].cells, (Cells{"x", "1,5; 2"})) << separator;
    }
}

TEST(Csv, RowsLongerThanABlockAreRead)
{
    const QByteArray big(3 << 20, 'x');
    const auto rows = rowsOf("a,b\n1,\"" + big + "\"\n2,y\n");
    ASSERT_EQ(rows.size(), 2U);
    EXPECT_EQ(rows[0].cells[1].size(), static_cast<std::size_t>(big.size()));
    EXPECT_EQ(rows[1].number, 3);
}

TEST(Csv, AQuoteThatIsNeverClosedIsRefusedWithItsLine)
{
    std::optional<Error> error;
    rowsOf("a,b\n1,2\n3,\"4\n5,6\n", nullptr, &error);
    ASSERT_TRUE(error);
    EXPECT_EQ(error->code, ErrorCode::Unreadable);
    EXPECT_EQ(error->where.row, 3);
}

TEST(Csv, PlainLayersGetIdsAndTypes)
{
    SourceInfo info;
    rowsOf("名称,Id,代码,长度(km),日期,空,ID,2018\nx,1,007,1.5,2018-06-30,,2,3\ny,2,008,2,2018-07-01,,3,4\n", &info);
    ASSERT_EQ(info.columns.size(), 8U);
    const std::vector<std::pair<QString, FieldType>> expected{
        {QStringLiteral("名称"), FieldType::Text},     {QStringLiteral("id_"), FieldType::Integer},
        {QStringLiteral("代码"), FieldType::Text},     {QStringLiteral("长度_km"), FieldType::Real},
        {QStringLiteral("日期"), FieldType::Date},     {QStringLiteral("空"), FieldType::Text},
        {QStringLiteral("id__2"), FieldType::Integer}, {QStringLiteral("c_2018"), FieldType::Integer}};
    for (std::size_t i = 0; i < expected.size(); ++i) {
        EXPECT_EQ(info.columns[i].field, expected[i].first);
        EXPECT_EQ(info.columns[i].type, expected[i].second) << info.columns[i].heading.toStdString();
    }
    EXPECT_EQ(info.rowsExpected, 2);
    EXPECT_FALSE(info.crs.isValid());
}

TEST(Csv, PositionsOfAllUsualKinds)
{
    const struct {
        const char *header;
        const char *row;
        int epsg;
        Point at;
    } cases[] = {
        {"名称,经度,纬度", "x,117.45,28.4", 4490, {117.45, 28.4}},
        {"lon,lat,id", "117.45,28.4,1", 4490, {117.45, 28.4}},
        {"lng,latitude,id", "117.45,28.4,1", 4490, {117.45, 28.4}},
        {"id,东坐标,北坐标", "1,39544098.5678,3142853.1888", 4527, {39544098.5678, 3142853.1888}},
        {"id,X坐标,Y坐标", "1,3142853.1888,39544098.5678", 4527, {39544098.5678, 3142853.1888}},
        {"id,x,y", "1,39544098.5678,3142853.1888", 4527, {39544098.5678, 3142853.1888}},
        {"id,X(北),Y(东)", "1,3142853.1888,39544098.5678", 4527, {39544098.5678, 3142853.1888}},
        {"WKT,id", "POINT(117.45 28.4),1", 4490, {117.45, 28.4}},
        {"名称,经度,纬度", "x,117°27′00″,28度24分", 4490, {117.45, 28.4}},
        {"名称,纬度,经度", "x,北纬28:24:0,E117°27'0.0\"", 4490, {117.45, 28.4}},
        {"名称,经度,纬度", "x,39544098.5678,3142853.1888", 4527, {39544098.5678, 3142853.1888}},
    };
    for (const auto &c : cases) {
        SourceInfo info;
        const auto rows = rowsOf(QByteArray(c.header) + "\n" + c.row + "\n", &info);
        ASSERT_EQ(rows.size(), 1U) << c.header;
        EXPECT_EQ(info.crs.epsg(), c.epsg) << c.header;
        EXPECT_FALSE(info.crsReason.isEmpty());
        ASSERT_EQ(rows[0].geometry.points.size(), 1U) << c.header;
        EXPECT_EQ(rows[0].geometry.points[0], c.at) << c.header;
    }
}

TEST(Csv, OvitalsTablesMarkShiftedPositions)
{
    SourceInfo info;
    rowsOf("标志,名称,经度,纬度\ng,甲,117.45,28.4\ng,乙,117.46,28.4\n", &info);
    EXPECT_EQ(info.crs, Crs::gcj02());
    rowsOf("标志,名称,经度,纬度\nb,甲,117.45,28.4\n", &info);
    EXPECT_EQ(info.crs, Crs::bd09());
    rowsOf("标志,名称,经度,纬度\ng,甲,117.45,28.4\n,乙,117.46,28.4\n", &info);
    EXPECT_EQ(info.crs.epsg(), 4490) << "not all rows say so";
}

TEST(Csv, NumbersThatFitSeveralSystemsAreAskedAbout)
{
    std::optional<Error> error;
    rowsOf("id,x,y\n1,544098.5,3142853.1\n", nullptr, &error);
    ASSERT_TRUE(error);
    EXPECT_EQ(error->code, ErrorCode::UnknownCrs);
    EXPECT_TRUE(error->advice.contains(QStringLiteral("--source-crs")));
    QTemporaryDir folder;
    SourceOptions options{
        writeFile(folder, "t.csv", "id,X,Y\n1,3142853.1,544098.5\n"), {}, {}, *Crs::fromEpsg(4548), {}};
    std::vector<SourceRow> rows;
    const Taken read = readPlain(options, &rows);
    ASSERT_FALSE(read.error) << read.errorText();
    EXPECT_EQ(rows[0].geometry.points[0], (Point{544098.5, 3142853.1})); // surveyors' X is the northing
}

TEST(Csv, LinesAsWellKnownText)
{
    SourceInfo info;
    const auto rows = rowsOf("wkt,id\n\"LINESTRING(117 28,117.1 28.1)\",1\n\"GEOMETRYCOLLECTION(POINT(1 "
                             "1),LINESTRING(0 0,1 1))\",2\nnonsense,3\n",
                             &info);
    ASSERT_EQ(rows.size(), 3U);
    EXPECT_EQ(rows[0].geometry.type, GeometryType::Line);
    EXPECT_FALSE(rows[1].problem.isEmpty());
    EXPECT_FALSE(rows[2].problem.isEmpty());
}

TEST(Csv, TitlesAboveTheHeaderAndTotalsBelowAreNoData)
{
    QTemporaryDir folder;
    Import import;
    import.schema = hostLayer("settlements");
    import.options.file = writeFile(folder, "t.csv",
                                    "基本情况表,,,\n单位:户,,,\n自然村名称,行政村代码,户数(户),人口\n陈岭,361126001002,"
                                    "12,40\n合计,,12,40\n填报人:张三,,,\n");
    const Taken taken = take(import);
    ASSERT_FALSE(taken.error) << taken.errorText();
    EXPECT_EQ(taken.rows.size(), 1U);
    ASSERT_EQ(taken.findings.size(), 2U);
    EXPECT_TRUE(taken.findings[0].isTotal && taken.findings[1].isTotal);
    EXPECT_EQ(taken.findings[0].row, 5);
    EXPECT_EQ(taken.info.headerRows, 3);
}

TEST(Csv, HeaderWithoutTheNeededFieldsNamesThem)
{
    QTemporaryDir folder;
    Import import;
    import.schema = hostLayer("settlements");
    import.options.file = writeFile(folder, "t.csv", "甲,乙,丙\n1,2,3\n");
    const Taken taken = take(import);
    ASSERT_TRUE(taken.error);
    EXPECT_EQ(taken.error->code, ErrorCode::Invalid);
    EXPECT_TRUE(taken.error->sentence.contains(QStringLiteral("甲, 乙, 丙"))) << taken.error->sentence.toStdString();
    EXPECT_TRUE(taken.error->sentence.contains(QStringLiteral("hh_registered")));
}

QStringList matched(const QStringList &headings, const LayerSchema &schema)
{
    const auto result = matchFields(headings, schema, {});
    EXPECT_TRUE(result);
    return result ? *result : QStringList();
}

TEST(FieldMatch, ComparesWithoutUnitsCaseAndPunctuation)
{
    const LayerSchema schema = hostLayer("settlements");
    EXPECT_EQ(matched({QStringLiteral("户数（户）"), QStringLiteral("是否 宜居"), QStringLiteral("NAME"),
                       QStringLiteral("Village Code"), QStringLiteral("花")},
                      schema),
              (QStringList{QStringLiteral("hh_registered"), QStringLiteral("is_livable"), QStringLiteral("name"),
                           QStringLiteral("village_code"), QString()}));
}

TEST(FieldMatch, CutNamesMatchTheBeginningOfLongerOnes)
{
    const LayerSchema schema = hostLayer("settlements");
    EXPECT_EQ(matched({QStringLiteral("hh_registe"), QStringLiteral("pop_reside")}, schema),
              (QStringList{QStringLiteral("hh_registered"), QStringLiteral("pop_resident")}));
}

TEST(FieldMatch, FirstLettersOfThePinyinAreKnown)
{
    const LayerSchema schema = hostLayer("settlements");
    EXPECT_EQ(matched({QStringLiteral("ZRCMC"), QStringLiteral("xzcmc"), QStringLiteral("HJHS"), QStringLiteral("CZRK"),
                       QStringLiteral("BZ")},
                      schema),
              (QStringList{QStringLiteral("name"), QStringLiteral("@village"), QStringLiteral("hh_registered"),
                           QStringLiteral("pop_resident"), QString()}));
}

TEST(FieldMatch, AFieldIsGivenOnceAndTheBestHeadingGetsIt)
{
    const LayerSchema schema = hostLayer("settlements");
    EXPECT_EQ(matched({QStringLiteral("2018年 户数"), QStringLiteral("户籍户数")}, schema),
              (QStringList{QString(), QStringLiteral("hh_registered")}));
}

TEST(FieldMatch, SpecialColumnsAreKnown)
{
    LayerSchema schema = hostLayer("settlements");
    schema.tracks = {{QStringLiteral("lamps"), QStringLiteral("works")}};
    EXPECT_EQ(matched({QStringLiteral("所在地 乡镇"), QStringLiteral("所在地 行政村"), QStringLiteral("坐标 经度"),
                       QStringLiteral("坐标 纬度"), QStringLiteral("状态"), QStringLiteral("状态日期")},
                      schema),
              (QStringList{QStringLiteral("@township"), QStringLiteral("@village"), QStringLiteral("@x"),
                           QStringLiteral("@y"), QStringLiteral("@status"), QStringLiteral("@status_date")}));
}

TEST(FieldMatch, TheUsersOwnMappingComesFirst)
{
    const LayerSchema schema = hostLayer("settlements");
    const QStringList headings{QStringLiteral("户数"), QStringLiteral("几户")};
    const auto mapped = matchFields(headings, schema, {{QStringLiteral("hh_registered"), QStringLiteral("几户")}});
    ASSERT_TRUE(mapped);
    EXPECT_EQ(*mapped, (QStringList{QString(), QStringLiteral("hh_registered")}));
    const auto noHeading = matchFields(headings, schema, {{QStringLiteral("hh_registered"), QStringLiteral("没有")}});
    const auto noField = matchFields(headings, schema, {{QStringLiteral("nothing"), QStringLiteral("户数")}});
    ASSERT_FALSE(noHeading);
    ASSERT_FALSE(noField);
    EXPECT_EQ(noHeading.error().code, ErrorCode::NotFound);
    EXPECT_EQ(noField.error().code, ErrorCode::NotFound);
}

} // namespace
} // namespace cuntu
