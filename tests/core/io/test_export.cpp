// SPDX-License-Identifier: GPL-3.0-or-later
#include "io_support.h"

#include "core/io/export.h"

#include <QDir>

namespace cuntu {
namespace {

using namespace test;

LayerSchema people()
{
    LayerSchema schema = hostLayer("households");
    schema.positionPersonal = true;
    return schema;
}

FeatureRow household(int number)
{
    FeatureRow row;
    const LayerSchema schema = people();
    row.id = {number};
    row.values.resize(schema.fields.size());
    const auto set = [&](const char *id, Value value) {
        for (std::size_t i = 0; i < schema.fields.size(); ++i) {
            if (schema.fields[i].id == QLatin1String(id)) {
                row.values[i] = std::move(value);
            }
        }
    };
    set("hh_id", std::string("H") + std::to_string(number));
    set("head_name", std::string("张三丰"));
    set("id_no", std::string("361126195607031570"));
    set("phone", std::string("13812345678"));
    set("village_code", std::string("361126001002"));
    set("poor_attr", std::string("GENERAL"));
    set("cause_main", std::string("ILLNESS"));
    set("members", std::int64_t{4});
    set("net_per_capita", 6088.5);
    set("remark", std::string("=HYPERLINK(\"x\") 身份证361126195607031570"));
    row.geometry = Geometry::point({117.45, 28.4});
    return row;
}

FeatureSource some(int count)
{
    return [n = 0, count](FeatureRow &row) mutable -> Result<bool> {
        if (n >= count) {
            return false;
        }
        row = household(++n);
        return true;
    };
}

QByteArray contents(const QString &file)
{
    QFile in(file);
    EXPECT_TRUE(in.open(QIODevice::ReadOnly)) << file.toStdString();
    return in.readAll();
}

Taken readBack(const QString &file, const LayerSchema &schema)
{
    Import import;
    import.options.file = file;
    import.schema = schema;
    return take(import);
}

TEST(Export, CsvHidesPeopleUnlessAsked)
{
    QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("out.csv"));
    const auto written = exportFeatures({file, people(), *Crs::fromEpsg(4490), false}, some(3), {});
    ASSERT_TRUE(written) << written.error().toText().toStdString();
    EXPECT_EQ(written->features, 3);
    const QByteArray text = contents(file);
    EXPECT_TRUE(text.startsWith("\xEF\xBB\xBF"));
    EXPECT_FALSE(text.contains("361126195607031570"));
    EXPECT_FALSE(text.contains("张三丰"));
    EXPECT_FALSE(text.contains("13812345678"));
    EXPECT_FALSE(text.contains("117.45"));
    EXPECT_FALSE(text.contains("因病"));
    EXPECT_TRUE(text.contains("361126001002"));
    ASSERT_TRUE(exportFeatures({file, people(), *Crs::fromEpsg(4490), true}, some(3), {}));
    EXPECT_TRUE(contents(file).contains("361126195607031570"));
    EXPECT_TRUE(contents(file).contains("117.45"));
}

TEST(Export, TablesComeBackAsTheyWere)
{
    for (const char *name : {"out.csv", "out.xlsx", "out.ods"}) {
        QTemporaryDir folder;
        const QString file = folder.filePath(QString::fromLatin1(name));
        const auto written = exportFeatures({file, people(), *Crs::fromEpsg(4490), true}, some(3), {});
        ASSERT_TRUE(written) << name << written.error().toText().toStdString();
        const Taken back = readBack(file, people());
        ASSERT_FALSE(back.error) << name << back.errorText();
        ASSERT_EQ(back.rows.size(), 3U) << name;
        EXPECT_EQ(back.rows[0].geometry, household(1).geometry) << name;
        for (const Field &field : people().fields) {
            const QByteArray id = field.id.toLatin1();
            const QString before = textOf(people(), household(1), id.constData());
            const QString after = textOf(people(), back.rows[0], id.constData());
            const bool guarded = field.id == QLatin1String("remark") && QByteArray(name).endsWith("csv");
            EXPECT_EQ(after, guarded ? QLatin1Char('\'') + before : before) << name << ' ' << id.constData();
        }
        EXPECT_EQ(QDir(folder.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot).size(), 1)
            << name;
    }
}

LayerSchema lines()
{
    LayerSchema schema;
    schema.id = QStringLiteral("roads");
    schema.name = {QStringLiteral("道路"), QStringLiteral("Roads")};
    schema.geometry = GeometryType::Line;
    Field name;
    name.id = QStringLiteral("road_name");
    name.name = {QStringLiteral("路名"), QStringLiteral("Road name")};
    Field width;
    width.id = QStringLiteral("width_m");
    width.name = {QStringLiteral("宽度"), QStringLiteral("Width")};
    width.type = FieldType::Real;
    Field done;
    done.id = QStringLiteral("done_on");
    done.name = {QStringLiteral("完工日期"), QStringLiteral("Done on")};
    done.type = FieldType::Date;
    schema.fields = {name, width, done};
    return schema;
}

FeatureRow road()
{
    FeatureRow row;
    row.values = {std::string("甲村至乙村"), 4.5, std::string("2018-06-30")};
    const std::vector<Point> first{{39544098, 3142853}, {39544198, 3142953}};
    const std::vector<Point> second{{39545098, 3142853}, {39545198, 3142953}};
    row.geometry.type = GeometryType::Line;
    row.geometry.addPart(first);
    row.geometry.addPart(second);
    return row;
}

class Formats : public ::testing::TestWithParam<const char *> {};

TEST_P(Formats, RoundTrip)
{
    QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("道路.") + QString::fromLatin1(GetParam()));
    const auto once = [done = false](FeatureRow &row) mutable -> Result<bool> {
        row = road();
        return !std::exchange(done, true);
    };
    for (int i = 0; i < 2; ++i) { // the second time over the first
        const auto written = exportFeatures({file, lines(), *Crs::fromEpsg(4527), false}, once, {});
        ASSERT_TRUE(written) << written.error().toText().toStdString()
                             << written.error().details.join(u'|').toStdString();
        EXPECT_EQ(written->features, 1);
    }
    Import import;
    import.options.file = file;
    import.schema = lines();
    import.projectCrs = *Crs::fromEpsg(4527);
    const bool noAttributes = QByteArray(GetParam()) == "dxf";
    if (noAttributes) {
        import.options.sourceCrs = *Crs::fromEpsg(4527);
    }
    const Taken back = take(import);
    ASSERT_FALSE(back.error) << back.errorText();
    ASSERT_EQ(back.rows.size(), noAttributes ? 2U : 1U)
        << (back.findings.empty() ? std::string() : back.findings[0].reason.toStdString());
    const Point start = back.rows[0].geometry.points[0];
    const double tolerance_m = QByteArray(GetParam()) == "tab" ? 0.02 : 0.01; // MapInfo rounds to a grid
    EXPECT_NEAR(start.x, 39544098, tolerance_m);
    EXPECT_NEAR(start.y, 3142853, tolerance_m);
    if (!noAttributes) {
        EXPECT_EQ(back.rows[0].geometry.partCount(), 2U);
        EXPECT_EQ(textOf(lines(), back.rows[0], "road_name"), QStringLiteral("甲村至乙村"));
        EXPECT_EQ(textOf(lines(), back.rows[0], "width_m"), QStringLiteral("4.5"));
        EXPECT_EQ(textOf(lines(), back.rows[0], "done_on"), QStringLiteral("2018-06-30"));
    }
}

INSTANTIATE_TEST_SUITE_P(All, Formats,
                         ::testing::Values("gpkg", "shp", "geojson", "kml", "csv", "xlsx", "fgb", "sqlite", "gml",
                                           "dxf", "tab"),
                         [](const auto &tested) { return std::string(tested.param); });

TEST(Export, FormatsOfPositionsRefusePersonalOnes)
{
    QTemporaryDir folder;
    const auto refused =
        exportFeatures({folder.filePath(QStringLiteral("x.shp")), people(), *Crs::fromEpsg(4490), false}, some(1), {});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::Misused);
    const QString gpkg = folder.filePath(QStringLiteral("x.gpkg"));
    ASSERT_TRUE(exportFeatures({gpkg, people(), *Crs::fromEpsg(4490), false}, some(1), {}));
    const Taken back = readBack(gpkg, people());
    ASSERT_EQ(back.rows.size(), 1U) << back.errorText();
    EXPECT_TRUE(back.rows[0].geometry.isEmpty());
    EXPECT_FALSE(contents(gpkg).contains("361126195607031570"));
}

TEST(Export, AFailureLeavesTheOldFileAlone)
{
    QTemporaryDir folder;
    for (const char *name : {"x.csv", "x.gpkg", "x.xlsx"}) {
        const QString file = writeFile(folder, name, "old");
        const auto fails = [n = 0](FeatureRow &row) mutable -> Result<bool> {
            row = household(1);
            if (++n > 2) {
                return Error{ErrorCode::Unreadable, QStringLiteral("gone"), {}, {}, {}, {}};
            }
            return true;
        };
        EXPECT_FALSE(exportFeatures({file, people(), *Crs::fromEpsg(4490), true}, fails, {}));
        EXPECT_EQ(contents(file), QByteArray("old")) << name;
        JobContext job;
        job.cancel.cancel();
        EXPECT_FALSE(exportFeatures({file, people(), *Crs::fromEpsg(4490), true}, some(1000), job));
        EXPECT_EQ(contents(file), QByteArray("old")) << name;
    }
    EXPECT_EQ(QDir(folder.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot).size(), 3);
    EXPECT_EQ(exportFeatures({folder.filePath(QStringLiteral("x.doc")), people(), {}, true}, some(1), {}).error().code,
              ErrorCode::Invalid);
    EXPECT_FALSE(exportFeatures({folder.filePath(QStringLiteral("no/x.gpkg")), people(), *Crs::fromEpsg(4490), true},
                                some(1), {}));
    EXPECT_FALSE(exportFeatures({folder.filePath(QStringLiteral("no/x.csv")), people(), *Crs::fromEpsg(4490), true},
                                some(1), {}));
}

} // namespace
} // namespace cuntu
