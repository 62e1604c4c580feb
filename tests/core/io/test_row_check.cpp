// SPDX-License-Identifier: GPL-3.0-or-later
#include "io_support.h"

#include "core/io/key_table.h"
#include "core/io/kml_fields.h"

namespace cuntu {
namespace {

using namespace test;

Field field(const char *id, FieldType type, bool required = false)
{
    Field made;
    made.id = QString::fromLatin1(id);
    made.name = {made.id, made.id};
    made.type = type;
    made.required = required;
    return made;
}

/// A layer of works with one field of every type.
LayerSchema works()
{
    LayerSchema schema;
    schema.id = QStringLiteral("works");
    schema.geometry = GeometryType::Point;
    schema.keyField = QStringLiteral("code");
    schema.areaField = QStringLiteral("village_code");
    schema.tracks = {{QStringLiteral("lamps"), QStringLiteral("works")}};
    Field count = field("count", FieldType::Integer);
    count.min = 0;
    count.max = 100;
    Field kind = field("kind", FieldType::Choice);
    kind.choices = {
        {QStringLiteral("CEMENT"), {QStringLiteral("水泥"), QStringLiteral("cement")}, {QStringLiteral("水泥混凝土")}}};
    schema.fields = {field("code", FieldType::Text, true),
                     field("village_code", FieldType::Text),
                     count,
                     field("length", FieldType::Real),
                     kind,
                     field("open", FieldType::Boolean),
                     field("done", FieldType::Date)};
    return schema;
}

LifeCycle cycle()
{
    LifeCycle made;
    made.id = QStringLiteral("works");
    made.statuses = {
        {QStringLiteral("ACCEPTED"), {QStringLiteral("已验收"), QStringLiteral("accepted")}, StatusClass::Done, {}, 0}};
    return made;
}

AreaTree twoTownships()
{
    const auto area = [](const char16_t *digits, const char16_t *name) {
        Area made;
        made.code = *AreaCode::parse(QStringView(digits));
        made.name = QString::fromUtf16(name);
        made.level = made.code.level();
        made.parent = made.code.parent();
        return made;
    };
    return AreaTree({area(u"361126001", u"桃源街道"), area(u"361126100", u"曹溪镇"),
                     area(u"361126001201", u"东港村委会"), area(u"361126100201", u"东港村委会"),
                     area(u"361126100202", u"西港村委会")},
                    {});
}

/// Checks rows of a CSV against works().
Taken check(const QByteArray &csv, const AreaTree *areas = nullptr)
{
    QTemporaryDir folder;
    Import import;
    import.schema = works();
    const LifeCycle lifeCycle = cycle();
    import.tracks = {{ QStringLiteral("lamps"), &lifeCycle }};
    import.areas = areas;
    import.options.file = writeFile(folder, "t.csv", csv);
    const Taken taken = take(import);
    EXPECT_FALSE(taken.error) << taken.errorText();
    return taken;
}

QString valueOf(const Taken &taken, std::size_t row, const char *id)
{
    return row < taken.rows.size() ? textOf(works(), taken.rows[row], id) : QStringLiteral("(no row)");
}

TEST(RowCheck, ReadsValuesAsPeopleTypeThem)
{
    const Taken taken =
        check("code,count,length,kind,open,done\n a ,１２,\"1,234.5\",水泥混凝土,是,2018.6\nb,12.0,/,—,无,20180630\n");
    ASSERT_EQ(taken.rows.size(), 2U);
    EXPECT_EQ(valueOf(taken, 0, "code"), QStringLiteral("a"));
    EXPECT_EQ(valueOf(taken, 0, "count"), QStringLiteral("12"));
    EXPECT_EQ(valueOf(taken, 0, "length"), QStringLiteral("1234.5"));
    EXPECT_EQ(valueOf(taken, 0, "kind"), QStringLiteral("CEMENT"));
    EXPECT_EQ(valueOf(taken, 0, "open"), QStringLiteral("1"));
    EXPECT_EQ(valueOf(taken, 0, "done"), QStringLiteral("2018-06-30"));
    EXPECT_EQ(valueOf(taken, 1, "length"), QString());
    EXPECT_EQ(valueOf(taken, 1, "kind"), QString());
    EXPECT_EQ(valueOf(taken, 1, "open"), QStringLiteral("0"));
    ASSERT_EQ(taken.findings.size(), 1U); // '2018.6' names no day, and it is said once
    EXPECT_EQ(taken.findings[0].column, QStringLiteral("done"));
}

TEST(RowCheck, UnitsInTheHeadingAreConverted)
{
    QTemporaryDir folder;
    Import import;
    import.schema = works();
    import.schema.fields[3].unit = QStringLiteral("km");
    import.options.file = writeFile(folder, "t.csv", "code,length(米)\na,1500\nb,250\n");
    const Taken taken = take(import);
    ASSERT_EQ(taken.rows.size(), 2U);
    EXPECT_EQ(valueOf(taken, 0, "length"), QStringLiteral("1.5"));
    EXPECT_EQ(taken.warnings().size(), 1U);
    import.options.file = writeFile(folder, "u.csv", "code,length(km)\na,1.5\n");
    EXPECT_TRUE(take(import).findings.empty());
}

TEST(RowCheck, OptionalValuesThatCannotBeReadBecomeNothingWithAWarning)
{
    const Taken taken = check("code,count,length,kind,open,done\na,many,far,gold,maybe,soon\nb,#REF!,,,,\n");
    ASSERT_EQ(taken.rows.size(), 2U);
    EXPECT_EQ(taken.warnings().size(), 6U);
    for (const char *id : {"count", "length", "kind", "open", "done"}) {
        EXPECT_EQ(valueOf(taken, 0, id), QString()) << id;
    }
}

TEST(RowCheck, RejectsWhatMustNotBeTaken)
{
    const Taken taken = check("code,count\n,1\na,101\nb,-1\nc,1\nc,2\n3.61E+11,1\n");
    ASSERT_EQ(taken.rows.size(), 1U);
    const auto rejected = taken.rejected();
    ASSERT_EQ(rejected.size(), 5U);
    EXPECT_EQ(rejected[0].row, 2);
    EXPECT_EQ(rejected[0].column, QStringLiteral("code"));
    EXPECT_EQ(rejected[3].row, 6);
    EXPECT_TRUE(rejected[3].reason.contains(QStringLiteral("row 5"))) << rejected[3].reason.toStdString();
    EXPECT_TRUE(rejected[4].reason.contains(QStringLiteral("3.61E+11")));
}

TEST(RowCheck, PositionsAreNeededAndMustBePossible)
{
    const Taken taken =
        check("code,lon,lat\na,117.1,28.1\nb,117.2,28.2\nc,28.3,117.3\nd,,28\ne,x,28\nf,0,0\ng,117.3,28.3\n");
    EXPECT_EQ(taken.rows.size(), 3U);
    const auto rejected = taken.rejected();
    ASSERT_EQ(rejected.size(), 4U);
    EXPECT_TRUE(rejected[0].reason.contains(QStringLiteral("each other's place"))) << rejected[0].reason.toStdString();
    EXPECT_EQ(rejected[1].column, QStringLiteral("lon"));
}

TEST(RowCheck, SwappedPositionsInTheWestAreFoundToo)
{
    const Taken taken = check("code,lon,lat\na,80.1,41.1\nb,80.2,41.2\nc,41.3,80.3\n");
    EXPECT_EQ(taken.rows.size(), 2U);
    EXPECT_EQ(taken.rejected().size(), 1U);
}

TEST(RowCheck, AFileWithoutPositionsIsTakenWithoutThem)
{
    EXPECT_EQ(check("code,count\na,1\n").rows.size(), 1U);
}

TEST(RowCheck, PersonalPositionsMayBeMissing)
{
    QTemporaryDir folder;
    Import import;
    import.schema = works();
    import.schema.positionPersonal = true;
    import.options.file = writeFile(folder, "t.csv", "code,lon,lat\na,117.1,28.1\nb,,\n");
    const Taken taken = take(import);
    EXPECT_EQ(taken.rows.size(), 2U);
    EXPECT_EQ(taken.warnings().size(), 1U);
}

TEST(RowCheck, GeometryOfAnotherKindIsRejected)
{
    const Taken taken = check("code,wkt\na,POINT(117 28)\nb,\"LINESTRING(117 28,118 "
                              "29)\"\nc,\"GEOMETRYCOLLECTION(POINT(117 28),LINESTRING(0 0,1 1))\"\n");
    EXPECT_EQ(taken.rows.size(), 1U);
    EXPECT_EQ(taken.rejected().size(), 2U);
}

TEST(RowCheck, AreasThatCrossThemselvesAreTakenWithAWarning)
{
    QTemporaryDir folder;
    Import import;
    import.schema = works();
    import.schema.geometry = GeometryType::Polygon;
    import.options.file = writeFile(folder, "t.csv", "code,wkt\na,\"POLYGON((117 28,118 29,118 28,117 29,117 28))\"\n");
    const Taken taken = take(import);
    EXPECT_EQ(taken.rows.size(), 1U);
    EXPECT_EQ(taken.warnings().size(), 1U);
}

TEST(RowCheck, AreasAreFoundByCodeOrByName)
{
    const AreaTree tree = twoTownships();
    const Taken taken = check(
        "code,village_code,乡镇,行政村\na,361126001201,,\nb,,曹溪镇,东港\nc,,,西港村\nd,,桃源,桃源街道东港村\n", &tree);
    ASSERT_EQ(taken.rows.size(), 4U);
    EXPECT_EQ(valueOf(taken, 0, "village_code"), QStringLiteral("361126001201"));
    EXPECT_EQ(valueOf(taken, 1, "village_code"), QStringLiteral("361126100201"));
    EXPECT_EQ(valueOf(taken, 2, "village_code"), QStringLiteral("361126100202"));
    EXPECT_EQ(valueOf(taken, 3, "village_code"), QStringLiteral("361126001201"));
    EXPECT_TRUE(taken.findings.empty());
}

TEST(RowCheck, AreasThatCannotBeToldAreRejectedWithTheNearest)
{
    const AreaTree tree = twoTownships();
    const Taken taken = check("code,乡镇,行政村\na,,东港\nb,曹溪镇,南港村\nc,没有镇,西港\n", &tree);
    ASSERT_EQ(taken.rows.size(), 1U);
    EXPECT_EQ(valueOf(taken, 0, "code"), QStringLiteral("c")); // the village is found without its township
    const auto rejected = taken.rejected();
    ASSERT_EQ(rejected.size(), 2U);
    EXPECT_TRUE(rejected[0].reason.contains(QStringLiteral("桃源街道")) &&
                rejected[0].reason.contains(QStringLiteral("曹溪镇")));
    EXPECT_TRUE(rejected[1].reason.contains(QStringLiteral("西港村委会"))) << rejected[1].reason.toStdString();
    EXPECT_EQ(taken.warnings().size(), 1U);
}

TEST(RowCheck, CodesThatAreNotInTheTreeAreKeptWithAWarning)
{
    const AreaTree tree = twoTownships();
    const Taken taken = check("code,village_code\na,361126001299\nb,3.61E+11\nc,36112600120\n", &tree);
    ASSERT_EQ(taken.rows.size(), 1U);
    EXPECT_EQ(valueOf(taken, 0, "village_code"), QStringLiteral("361126001299"));
    EXPECT_EQ(taken.warnings().size(), 1U);
    EXPECT_EQ(taken.rejected().size(), 2U);
}

TEST(RowCheck, WithoutAListOfVillagesNamesAreLeftAndItIsSaidOnce)
{
    const AreaTree empty;
    const Taken taken = check("code,乡镇,行政村\na,曹溪镇,东港\nb,曹溪镇,西港\n", &empty);
    EXPECT_EQ(taken.rows.size(), 2U);
    EXPECT_EQ(taken.warnings().size(), 1U);
}

TEST(RowCheck, StatusesAreLookedUp)
{
    const Taken taken =
        check("code,状态,状态日期\na,已验收,2018年6月\nb,飞走了,2018-06-30\nc,,\nd,已验收,2030-01-01\n");
    ASSERT_EQ(taken.rows.size(), 4U);
    const RowStatus *said = statusOf(taken.rows[0], QStringLiteral("lamps"));
    ASSERT_NE(said, nullptr);
    EXPECT_EQ(said->status, QStringLiteral("ACCEPTED"));
    EXPECT_EQ(said->date->toIso(), QStringLiteral("2018-06-30"));
    EXPECT_TRUE(taken.rows[1].statuses.empty());
    EXPECT_EQ(taken.warnings().size(), 2U); // an unknown word, a date in the future
}

TEST(RowCheck, ExtraChecksMayRejectRows)
{
    QTemporaryDir folder;
    const LayerSchema schema = works();
    auto source =
        Source::open({writeFile(folder, "t.csv", "code,count\na,1\nb,2\nc,3\n"), {}, {}, {}, {}}, &schema, {});
    ASSERT_TRUE(source);
    const RowCheck even = [](const LayerSchema &, const FeatureRow &row, std::vector<RowFinding> &findings) {
        const auto count = std::get<std::int64_t>(row.values[2]);
        findings.push_back({0, {}, QStringLiteral("looked at"), count % 2 == 0, false});
    };
    auto checker =
        RowChecker::create((*source)->info(), {&schema, {}, nullptr, {}, *Day::fromYmd(2020, 1, 1), {even}, false});
    ASSERT_TRUE(checker);
    std::vector<SourceRow> rows(3);
    for (SourceRow &row : rows) {
        ASSERT_TRUE(*(*source)->next(row));
    }
    std::vector<FeatureRow> taken;
    std::vector<RowFinding> findings;
    checker->check(rows, taken, findings);
    ASSERT_EQ(taken.size(), 2U);
    EXPECT_EQ(taken[1].sourceRow, 4);
    EXPECT_EQ(findings.size(), 3U);
    EXPECT_EQ(findings[1].row, 3);
}

TEST(RowCheck, FindingsDoNotDependOnTheSizeOfBatches)
{
    const QString file = shared(QStringLiteral("bureau_yiyang/自然村.xlsx"));
    CUNTU_NEEDS(file);
    std::vector<std::size_t> counts;
    for (const std::size_t batch : {std::size_t{1}, std::size_t{7}, std::size_t{5000}}) {
        Import import;
        import.schema = hostLayer("settlements");
        import.options.file = file;
        import.batch = batch;
        const Taken taken = take(import);
        ASSERT_FALSE(taken.error);
        counts.push_back(taken.rows.size());
        counts.push_back(taken.findings.size());
    }
    EXPECT_EQ(counts[0], counts[2]);
    EXPECT_EQ(counts[1], counts[3]);
    EXPECT_EQ(counts[0], counts[4]);
    EXPECT_EQ(counts[1], counts[5]);
}

TEST(IdentityNumber, FollowsTheStandard)
{
    for (const char16_t *good :
         {u"11010519491231002X", u"11010519491231002x", u"440524188001010014", u"110105491231002"}) {
        const bool before1900 =
            QStringView(good) == u"440524188001010014"; // the standard's own example was born in 1880
        EXPECT_EQ(identityNumberProblem(QStringView(good)).isEmpty(), !before1900)
            << QString::fromUtf16(good).toStdString();
    }
    for (const char16_t *bad : {u"", u"123", u"110105194912310021", u"11010519490230002X", u"11010519491331002X",
                                u"1101051949123100AX", u"11010529491231002X"}) {
        EXPECT_FALSE(identityNumberProblem(QStringView(bad)).isEmpty()) << QString::fromUtf16(bad).toStdString();
    }
}

TEST(KeyTable, FindsRepeatsAmongMany)
{
    KeyTable table;
    for (int i = 1; i <= 100'000; ++i) {
        ASSERT_EQ(table.add("key" + std::to_string(i), i), 0);
    }
    EXPECT_EQ(table.add("key777", 200'000), 777);
    EXPECT_EQ(table.add("key100001", 200'001), 0);
}

using Fields = std::vector<KmlField>;

TEST(KmlFields, ReadsPairsAndTables)
{
    EXPECT_EQ(kmlDescriptionFields("路面类型:水泥混凝土;路面宽度:4.5"),
              (Fields{{"路面类型", "水泥混凝土"}, {"路面宽度", "4.5"}}));
    EXPECT_EQ(kmlDescriptionFields("路面类型：砂石；路面宽度：3\n状态:已验收，备注:无"),
              (Fields{{"路面类型", "砂石"}, {"路面宽度", "3"}, {"状态", "已验收"}, {"备注", "无"}}));
    EXPECT_EQ(kmlDescriptionFields("宽度=4.5<br/>材料=水泥, 钢筋"), (Fields{{"宽度", "4.5"}, {"材料", "水泥，钢筋"}}));
    EXPECT_EQ(kmlDescriptionFields("<table><tr><th>名称</th><th>甲路</th></tr><tr "
                                   "bgcolor=\"#fff\">\n<td><b>宽度</b></td><td>4.5&nbsp;m</td></tr></table>"),
              (Fields{{"名称", "甲路"}, {"宽度", "4.5 m"}}));
    EXPECT_EQ(kmlDescriptionFields("一条新路"), Fields{});
    EXPECT_EQ(kmlDescriptionFields("https://example.org/a"), Fields{});
    EXPECT_EQ(kmlDescriptionFields("12:30"), Fields{});
}

TEST(Kml, ExtendedDataFoldersAndMultiGeometriesAreRead)
{
    QTemporaryDir folder;
    const QString file = writeFile(
        folder, "t.kml",
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><kml xmlns=\"http://www.opengis.net/kml/2.2\"><Document>"
        "<Folder><name>甲镇</name><Placemark><name>一</name><ExtendedData><Data "
        "name=\"宽度\"><value>4.5</value></Data></ExtendedData>"
        "<MultiGeometry><LineString><coordinates>117,28,5 "
        "117.1,28.1,6</coordinates></LineString><LineString><coordinates>117,29 "
        "117.1,29</coordinates></LineString></MultiGeometry></Placemark></Folder>"
        "<Folder><name>乙镇</name><Placemark><name>二</name><description>宽度:3</description>"
        "<LineString><coordinates>117,28 117.1,28.1</coordinates></LineString></Placemark></Folder></Document></kml>");
    std::vector<SourceRow> rows;
    const Taken read = readPlain({file, {}, {}, {}, {}}, &rows);
    ASSERT_FALSE(read.error) << read.errorText();
    ASSERT_EQ(rows.size(), 2U);
    EXPECT_EQ(read.info.geometry, GeometryType::Line);
    EXPECT_EQ(rows[0].geometry.partCount(), 2U);
    QStringList headings;
    for (const SourceColumn &column : read.info.columns) {
        headings << column.heading;
    }
    const auto width = static_cast<std::size_t>(headings.indexOf(QStringLiteral("宽度")));
    ASSERT_LT(width, rows[0].cells.size()) << headings.join(u'|').toStdString();
    EXPECT_EQ(rows[0].cells[width], "4.5");
    EXPECT_EQ(rows[1].cells[width], "3");
    EXPECT_EQ(readPlain({file, QStringLiteral("乙镇"), {}, {}, {}}).read, 1);
}

} // namespace
} // namespace cuntu
