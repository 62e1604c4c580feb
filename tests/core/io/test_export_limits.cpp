// SPDX-License-Identifier: GPL-3.0-or-later
// What a format cannot hold, and how a file says what it holds.
#include "io_support.h"

#include "core/geo/shift.h"
#include "core/io/export.h"

#include <QDir>

namespace cuntu {
namespace {

using namespace test;

LayerSchema plainLayer(const QStringList &ids, GeometryType type)
{
    LayerSchema schema;
    schema.id = QStringLiteral("things");
    schema.name = {QStringLiteral("事物"), QStringLiteral("Things")};
    schema.geometry = type;
    for (const QString &id : ids) {
        Field field;
        field.id = id;
        field.name = {id, id};
        schema.fields.push_back(field);
    }
    return schema;
}

FeatureRow rowWith(const std::vector<std::string> &texts, Point at)
{
    FeatureRow row;
    for (const std::string &text : texts) {
        row.values.emplace_back(text);
    }
    row.geometry = Geometry::point(at);
    return row;
}

FeatureSource only(const FeatureRow &row)
{
    return [row, done = false](FeatureRow &next) mutable -> Result<bool> {
        next = row;
        return !std::exchange(done, true);
    };
}

QByteArray contents(const QString &file)
{
    QFile in(file);
    EXPECT_TRUE(in.open(QIODevice::ReadOnly)) << file.toStdString();
    return in.readAll();
}

constexpr Point k_place{117.45, 28.4};

class ExportLimits : public testing::TestWithParam<const char *> {
protected:
    QTemporaryDir m_folder;
};

TEST_P(ExportLimits, ShapefileNamesAreCutBetweenCharactersAndKeptDistinct)
{
    const QString file = m_folder.filePath(QStringLiteral("村.shp"));
    const LayerSchema schema =
        plainLayer({QStringLiteral("行政村名称一览表甲"), QStringLiteral("行政村名称一览表乙"),
                    QStringLiteral("village_code"), QStringLiteral("village_code_old"), QStringLiteral("ok")},
                   GeometryType::Point);
    ExportRequest request{file, schema, *Crs::fromEpsg(4490), false};
    request.encoding = QString::fromLatin1(GetParam());
    const auto written = exportFeatures(request, only(rowWith({"一", "二", "三", "四", "五"}, k_place)), {});
    ASSERT_TRUE(written) << written.error().toText().toStdString();
    ASSERT_EQ(written->notes.size(), 1);
    EXPECT_TRUE(written->notes[0].contains(QStringLiteral("village_code → village_co")));
    EXPECT_EQ(contents(m_folder.filePath(QStringLiteral("村.cpg"))).trimmed(), QByteArray(GetParam()));
    EXPECT_TRUE(QFileInfo::exists(m_folder.filePath(QStringLiteral("村.prj"))));

    SourceOptions options;
    options.file = file;
    std::vector<SourceRow> rows;
    const Taken back = readPlain(options, &rows);
    ASSERT_FALSE(back.error) << back.errorText();
    QStringList headings;
    for (const SourceColumn &column : back.info.columns) {
        headings << column.heading;
        EXPECT_FALSE(column.heading.contains(QChar(0xFFFD))) << column.heading.toStdString();
    }
    EXPECT_EQ(headings.size(), 5);
    EXPECT_EQ(QSet<QString>(headings.begin(), headings.end()).size(), 5);
    EXPECT_EQ(headings[0], QByteArray(GetParam()) == "GBK" ? QStringLiteral("行政村名称") : QStringLiteral("行政村"));
    EXPECT_EQ(headings[4], QStringLiteral("ok"));
}

TEST_P(ExportLimits, ShapefileTextsAreCutBetweenCharacters)
{
    const QString file = m_folder.filePath(QStringLiteral("long.shp"));
    const std::string text = QString(200, QChar(0x6751)).toStdString(); // 村 200 times: 600 or 400 bytes
    ExportRequest request{file, plainLayer({QStringLiteral("t")}, GeometryType::Point), *Crs::fromEpsg(4490), false};
    request.encoding = QString::fromLatin1(GetParam());
    const auto written = exportFeatures(request, only(rowWith({text}, k_place)), {});
    ASSERT_TRUE(written) << written.error().toText().toStdString();
    ASSERT_EQ(written->notes.size(), 1);
    EXPECT_TRUE(written->notes[0].contains(QStringLiteral("254")));
    Import import;
    import.options.file = file;
    import.schema = request.schema;
    const Taken back = take(import);
    ASSERT_EQ(back.rows.size(), 1U) << back.errorText();
    const int kept = QByteArray(GetParam()) == "GBK" ? 127 : 84;
    EXPECT_EQ(textOf(import.schema, back.rows[0], "t"), QString(kept, QChar(0x6751)));
}

INSTANTIATE_TEST_SUITE_P(Encodings, ExportLimits, testing::Values("UTF-8", "GBK"),
                         [](const auto &tested) { return std::string(tested.param).substr(0, 3); });

TEST(Export, CharactersThatGbkLacksAreSaid)
{
    const QTemporaryDir folder;
    for (const char *name : {"x.csv", "x.shp"}) {
        ExportRequest request{folder.filePath(QString::fromLatin1(name)),
                              plainLayer({QStringLiteral("t")}, GeometryType::Point), *Crs::fromEpsg(4490), false};
        request.encoding = QStringLiteral("gbk");
        const auto written = exportFeatures(request, only(rowWith({"𠮷野村"}, k_place)), {});
        ASSERT_TRUE(written) << written.error().toText().toStdString();
        ASSERT_EQ(written->notes.size(), 1) << name;
        EXPECT_TRUE(written->notes[0].startsWith(QStringLiteral("1 "))) << written->notes[0].toStdString();
    }
    const QByteArray csv = contents(folder.filePath(QStringLiteral("x.csv")));
    EXPECT_TRUE(csv.contains("?\xD2\xB0\xB4\xE5")) << csv.toHex().toStdString(); // 野村 in GBK
    EXPECT_FALSE(csv.startsWith("\xEF\xBB\xBF"));
    ExportRequest other{folder.filePath(QStringLiteral("y.csv")),
                        plainLayer({QStringLiteral("t")}, GeometryType::Point), *Crs::fromEpsg(4490), false};
    other.encoding = QStringLiteral("koi8-r");
    EXPECT_EQ(exportFeatures(other, only(rowWith({"x"}, k_place)), {}).error().code, ErrorCode::Invalid);
}

class Shifted : public testing::TestWithParam<const char *> {};

TEST_P(Shifted, FilesSayThatTheyAreAndComeBack)
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("点.") + QString::fromLatin1(GetParam()));
    ExportRequest request{file, plainLayer({QStringLiteral("t")}, GeometryType::Point), *Crs::fromEpsg(4490), false};
    request.targetCrs = Crs::gcj02();
    const auto written = exportFeatures(request, only(rowWith({"x"}, k_place)), {});
    ASSERT_TRUE(written) << written.error().toText().toStdString();
    QByteArray all;
    for (const QString &name : QDir(folder.path()).entryList(QDir::Files)) {
        all += contents(folder.filePath(name));
    }
    const bool packed = QByteArray(GetParam()) == "xlsx";
    EXPECT_TRUE(packed || all.contains("GCJ-02") || all.contains("gcj02"));

    Import import;
    import.options.file = file;
    import.options.sourceCrs = Crs::gcj02();
    import.schema = request.schema;
    import.projectCrs = *Crs::fromEpsg(4490);
    const Taken back = take(import);
    ASSERT_EQ(back.rows.size(), 1U) << back.errorText();
    EXPECT_NEAR(back.rows[0].geometry.points[0].x, k_place.x, 1e-8);
    EXPECT_NEAR(back.rows[0].geometry.points[0].y, k_place.y, 1e-8);
    import.options.sourceCrs = Crs::fromEpsg(4490).value();
    const Taken raw = take(import);
    ASSERT_EQ(raw.rows.size(), 1U) << raw.errorText();
    EXPECT_NEAR(raw.rows[0].geometry.points[0].x, wgs84ToGcj02(k_place).x, 1e-8);
}

INSTANTIATE_TEST_SUITE_P(Formats, Shifted, testing::Values("kml", "geojson", "gpkg", "shp", "csv", "xlsx"),
                         [](const auto &tested) { return std::string(tested.param); });

TEST(Export, WhatCannotSayItsSystemIsRefused)
{
    const QTemporaryDir folder;
    const auto tried = [&](const char *name, const Crs &target) {
        ExportRequest request{folder.filePath(QString::fromLatin1(name)),
                              plainLayer({QStringLiteral("t")}, GeometryType::Point), *Crs::fromEpsg(4490), false};
        request.targetCrs = target;
        const auto written = exportFeatures(request, only(rowWith({"x"}, k_place)), {});
        return written ? ErrorCode::Bug : written.error().code;
    };
    EXPECT_EQ(tried("a.fgb", Crs::gcj02()), ErrorCode::Misused);
    EXPECT_EQ(tried("a.dxf", Crs::bd09()), ErrorCode::Misused);
    EXPECT_EQ(tried("a.kml", Crs::bd09()), ErrorCode::Misused);
    EXPECT_EQ(tried("a.kml", *Crs::fromEpsg(4527)), ErrorCode::Misused);
    EXPECT_TRUE(QDir(folder.path()).isEmpty());
}

TEST(Export, WritesInAnotherSystem)
{
    const QTemporaryDir folder;
    for (const char *name : {"a.gpkg", "a.shp", "a.geojson", "a.csv", "a.tab", "a.gml"}) {
        ExportRequest request{folder.filePath(QString::fromLatin1(name)),
                              plainLayer({QStringLiteral("t")}, GeometryType::Point), *Crs::fromEpsg(4490), false};
        request.targetCrs = *Crs::fromEpsg(4527);
        const auto written = exportFeatures(request, only(rowWith({"x"}, k_place)), {});
        ASSERT_TRUE(written) << name << written.error().toText().toStdString();
        Import import;
        import.options.file = request.file;
        import.schema = request.schema;
        import.projectCrs = *Crs::fromEpsg(4490);
        const Taken back = take(import);
        ASSERT_EQ(back.rows.size(), 1U) << name << back.errorText();
        ASSERT_FALSE(back.rows[0].geometry.isEmpty()) << name;
        EXPECT_NEAR(back.rows[0].geometry.points[0].x, k_place.x, 1e-8) << name;
        EXPECT_NEAR(back.rows[0].geometry.points[0].y, k_place.y, 1e-8) << name;
    }
}

} // namespace
} // namespace cuntu
