// SPDX-License-Identifier: GPL-3.0-or-later
#include "io_support.h"
#include "workbook.h"

namespace cuntu {
namespace {

using namespace test;

TEST(Workbook, NumbersDatesFormulasAndErrorsComeAsTheyAreShown)
{
    QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("t.xlsx"));
    writeWorkbook(file,
                  "<sheetData><row r=\"2\">" + textCell("A2", "代码") + textCell("B2", "日期") +
                      textCell("C2", "月份") + textCell("D2", "公式") + textCell("E2", "错误") +
                      "<c r=\"F2\" t=\"s\"><v>0</v></c></row>"
                      "<row r=\"5\"><c r=\"A5\"><v>361126001003</v></c><c r=\"B5\" s=\"1\"><v>43281</v></c><c r=\"C5\" "
                      "s=\"2\"><v>43281</v></c>"
                      "<c r=\"D5\"><f>1+1</f><v>2</v></c><c r=\"E5\" t=\"e\"><v>#REF!</v></c><c r=\"F5\" "
                      "t=\"s\"><v>1</v></c></row>"
                      "<row><c><v>3.61126001003E11</v></c><c s=\"3\"><v>43281.5</v></c><c s=\"1\"><v>59</v></c><c "
                      "t=\"str\"><f>\"x\"</f><v>甲</v></c>"
                      "<c t=\"b\"><v>1</v></c><c><v>0.1</v></c></row></sheetData>",
                  {}, "<si><t>文字</t></si><si><r><t>两</t></r><rPh><t>liang</t></rPh><r><t>段</t></r></si>");
    std::vector<SourceRow> rows;
    const Taken read = readPlain({file, {}, {}, {}, {}}, &rows);
    ASSERT_FALSE(read.error) << read.errorText();
    EXPECT_EQ(read.info.headerRows, 2);
    EXPECT_EQ(read.info.columns[5].heading, QStringLiteral("文字"));
    ASSERT_EQ(rows.size(), 2U);
    EXPECT_EQ(rows[0].number, 5);
    EXPECT_EQ(rows[0].cells, (std::vector<std::string>{"361126001003", "2018-06-30", "2018-06", "2", "#REF!", "两段"}));
    EXPECT_EQ(rows[1].number, 6);
    EXPECT_EQ(rows[1].cells,
              (std::vector<std::string>{"361126001003", "2018-06-30 12:00", "1900-02-28", "甲", "1", "0.1"}));
}

TEST(Workbook, MergedVillageCellsAreFilledDownButQuantitiesAreNot)
{
    QTemporaryDir folder;
    Import import;
    import.options.file = folder.filePath(QStringLiteral("t.xlsx"));
    import.schema = hostLayer("settlements");
    Area village;
    village.code = *AreaCode::parse(u"361126001002");
    village.name = QStringLiteral("双亭居委会");
    const AreaTree tree({village}, {});
    import.areas = &tree;
    writeWorkbook(import.options.file,
                  "<sheetData><row r=\"1\">" + textCell("A1", "行政村") + textCell("B1", "自然村名称") +
                      textCell("C1", "户数") + textCell("D1", "人口") +
                      "</row>"
                      "<row r=\"2\">" +
                      textCell("A2", "双亭") + textCell("B2", "甲") +
                      "<c r=\"C2\"><v>5</v></c><c r=\"D2\"><v>40</v></c></row>"
                      "<row r=\"3\">" +
                      textCell("B3", "乙") +
                      "<c r=\"C3\"><v>6</v></c></row>"
                      "<row r=\"4\">" +
                      textCell("B4", "丙") +
                      "<c r=\"C4\"><v>7</v></c></row></sheetData>"
                      "<mergeCells count=\"2\"><mergeCell ref=\"A2:A3\"/><mergeCell ref=\"D2:D4\"/></mergeCells>");
    const Taken taken = take(import);
    ASSERT_FALSE(taken.error) << taken.errorText();
    ASSERT_EQ(taken.rows.size(), 2U);
    EXPECT_EQ(textOf(import.schema, taken.rows[1], "village_code"), QStringLiteral("361126001002"));
    EXPECT_EQ(textOf(import.schema, taken.rows[1], "pop_registered"), QString());
    ASSERT_EQ(taken.rejected().size(), 1U); // row 4 lies below the merged cell: its village is not known
    EXPECT_EQ(taken.rejected()[0].row, 4);
}

TEST(Workbook, TheFirstSheetWithRowsIsReadAndOthersCanBeNamed)
{
    QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("t.xlsx"));
    writeWorkbook(file, "<sheetData/>",
                  "<sheetData><row>" + textCell("A1", "名称") + "</row><row>" + textCell("A2", "甲") +
                      "</row></sheetData>");
    const Taken first = readPlain({file, {}, {}, {}, {}});
    ASSERT_FALSE(first.error) << first.errorText();
    EXPECT_EQ(first.info.sheet, QStringLiteral("二"));
    EXPECT_EQ(first.read, 1);
    EXPECT_FALSE(readPlain({file, QStringLiteral("2"), {}, {}, {}}).error);
    const Taken missing = readPlain({file, QStringLiteral("三"), {}, {}, {}});
    ASSERT_TRUE(missing.error);
    EXPECT_EQ(missing.error->code, ErrorCode::NotFound);
    EXPECT_TRUE(missing.error->advice.contains(QStringLiteral("一, 二"))) << missing.error->advice.toStdString();
    const Taken empty = readPlain({file, QStringLiteral("一"), {}, {}, {}});
    ASSERT_TRUE(empty.error);
    EXPECT_EQ(empty.error->where.sheet, QStringLiteral("一"));
}

TEST(Workbook, HeaderOfTwoRowsIsFoundWithoutASchemaToo)
{
    const QString file = shared(QStringLiteral("bureau_yiyang/自然村.xlsx"));
    CUNTU_NEEDS(file);
    std::vector<SourceRow> rows;
    const Taken read = readPlain({file, {}, {}, {}, {}}, &rows);
    ASSERT_FALSE(read.error) << read.errorText();
    EXPECT_EQ(read.info.headerRows, 3);
    QStringList headings;
    for (const SourceColumn &column : read.info.columns) {
        headings << column.heading;
    }
    EXPECT_EQ(
        headings.join(QLatin1Char('|')),
        QStringLiteral("序号|所在地 乡镇|所在地 行政村|自然村名称|坐标 经度|坐标 纬度|户数(户)|人口(人)|是否宜居"));
    EXPECT_EQ(read.info.geometry, GeometryType::Point);
    EXPECT_TRUE(rows.back().isTotal);
}

TEST(Workbook, OpenDocumentRowsKeepTheirNumbersAndBlankVillagesMeanTheOneAbove)
{
    const auto cell = [](const char *text) {
        return *text == '\0' ? QByteArray("<table:table-cell/>")
                             : QByteArray("<table:table-cell office:value-type=\"string\"><text:p>") + text +
                                   "</text:p></table:table-cell>";
    };
    const auto row = [](const QByteArray &cells) { return "<table:table-row>" + cells + "</table:table-row>"; };
    const auto blank = [](const char *times) {
        return QByteArray("<table:table-row table:number-rows-repeated=\"") + times +
               "\"><table:table-cell/></table:table-row>";
    };
    const QByteArray content =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><office:document-content "
        "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" "
        "xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" "
        "xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\"><office:body><office:spreadsheet><table:table "
        "table:name=\"一\">" +
        blank("2") + row(cell("标题")) + row(cell("行政村") + cell("自然村名称") + cell("户数")) +
        row(cell("双亭") + cell("甲") + cell("5")) + blank("3") + row(cell("") + cell("乙") + cell("6")) +
        "</table:table></office:spreadsheet></office:body></office:document-content>";
    QTemporaryDir folder;
    Import import;
    import.options.file = folder.filePath(QStringLiteral("t.ods"));
    import.schema = hostLayer("settlements");
    void *zip = CPLCreateZip(import.options.file.toUtf8().constData(), nullptr);
    for (const auto &[name, text] :
         {std::pair<const char *, QByteArray>{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"},
          std::pair<const char *, QByteArray>{"content.xml", content}}) {
        CPLCreateFileInZip(zip, name, nullptr);
        CPLWriteFileInZip(zip, text.constData(), static_cast<int>(text.size()));
        CPLCloseFileInZip(zip);
    }
    CPLCloseZip(zip);
    Area village;
    village.code = *AreaCode::parse(u"361126001002");
    village.name = QStringLiteral("双亭居委会");
    const AreaTree tree({village}, {});
    import.areas = &tree;
    const Taken taken = take(import);
    ASSERT_FALSE(taken.error) << taken.errorText();
    ASSERT_EQ(taken.rows.size(), 2U);
    EXPECT_EQ(taken.info.headerRows, 4);
    EXPECT_EQ(taken.rows[1].sourceRow, 9);
    EXPECT_EQ(textOf(import.schema, taken.rows[1], "village_code"), QStringLiteral("361126001002"));
}

TEST(Workbook, OpenDocumentSheetsAreRead)
{
    const QString file = shared(QStringLiteral("vectors/spreadsheet.ods"));
    CUNTU_NEEDS(file);
    std::vector<SourceRow> rows;
    const Taken read = readPlain({file, {}, {}, {}, {}}, &rows);
    ASSERT_FALSE(read.error) << read.errorText();
    EXPECT_EQ(read.info.driver, QStringLiteral("ODS"));
    ASSERT_FALSE(rows.empty());
}

TEST(Workbook, ADamagedOneIsRefused)
{
    QTemporaryDir folder;
    const QString whole = folder.filePath(QStringLiteral("t.xlsx"));
    writeWorkbook(whole, "<sheetData><row>" + textCell("A1", "名称") + "</row></sheetData>");
    QFile file(whole);
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    for (const qsizetype size : {qsizetype{10}, bytes.size() / 2, bytes.size() - 10}) {
        const QString cut = writeFile(folder, "cut.xlsx", bytes.left(size));
        const Taken read = readPlain({cut, {}, {}, {}, {}});
        ASSERT_TRUE(read.error);
        EXPECT_EQ(read.error->code, ErrorCode::Unreadable);
    }
}

} // namespace
} // namespace cuntu
