// SPDX-License-Identifier: GPL-3.0-or-later
// A bureau's folder, with its quirks, against what is known of it.
#include "io_support.h"

#include "core/geo/geodesic.h"

#include <QJsonArray>

namespace cuntu {
namespace {

using namespace test;

class Bureau : public ::testing::Test {
protected:
    void SetUp() override
    {
        CUNTU_NEEDS(shared(QStringLiteral("bureau_yiyang/truth.json")));
        QFile file(shared(QStringLiteral("bureau_yiyang/truth.json")));
        ASSERT_TRUE(file.open(QIODevice::ReadOnly));
        truth = QJsonDocument::fromJson(file.readAll()).object();
    }

    Import importOf(const char *name, const char *layer) const
    {
        Import import;
        import.options.file = shared(QStringLiteral("bureau_yiyang/") + QString::fromUtf8(name));
        import.schema = hostLayer(layer);
        import.projectCrs = *Crs::fromEpsg(4490);
        return import;
    }

    /// The tree of the townships and villages of the bureau's own files.
    AreaTree areas() const
    {
        Import townships = importOf("", "townships");
        townships.options.file = shared(QStringLiteral("areas/yiyang_townships.csv"));
        std::vector<Area> all;
        for (const FeatureRow &row : take(townships).rows) {
            all.push_back(areaOf(townships.schema, row, AreaLevel::Township));
        }
        const Import villages = importOf("行政村.shp", "villages");
        for (const FeatureRow &row : take(villages).rows) {
            all.push_back(areaOf(villages.schema, row, AreaLevel::Village));
        }
        return AreaTree(std::move(all), {});
    }

    static Area areaOf(const LayerSchema &schema, const FeatureRow &row, AreaLevel level)
    {
        const AreaCode code = *AreaCode::parse(textOf(schema, row, "code"));
        return {code, textOf(schema, row, "name"), level, code.parent(), {}, {}};
    }

    QJsonObject truth;
};

TEST_F(Bureau, ListOfTownshipsIsTakenWithoutPositions)
{
    Import import = importOf("", "townships");
    import.options.file = shared(QStringLiteral("areas/yiyang_townships.csv"));
    const Taken taken = take(import);
    ASSERT_FALSE(taken.error) << taken.errorText();
    EXPECT_EQ(static_cast<int>(taken.rows.size()), truth[QStringLiteral("townships")].toInt());
    EXPECT_TRUE(taken.findings.empty());
    EXPECT_EQ(textOf(import.schema, taken.rows[0], "name"), QStringLiteral("桃源街道"));
}

TEST_F(Bureau, ShapefileWithoutCpgAndWithAnsiMarkIsReadAsGbk)
{
    const Import import = importOf("行政村.shp", "villages");
    const Taken taken = take(import);
    ASSERT_FALSE(taken.error) << taken.errorText();
    EXPECT_EQ(taken.info.encoding, QStringLiteral("GBK"));
    EXPECT_EQ(taken.info.crs.epsg(), 4527);
    EXPECT_EQ(static_cast<int>(taken.rows.size()), truth[QStringLiteral("villages")].toInt());
    EXPECT_TRUE(taken.rejected().empty());
    EXPECT_EQ(textOf(import.schema, taken.rows[0], "name"), QStringLiteral("双亭居委会"));
    EXPECT_EQ(textOf(import.schema, taken.rows[0], "code"), QStringLiteral("361126001002"));
    EXPECT_EQ(textOf(import.schema, taken.rows[0], "township_name"), QStringLiteral("桃源街道"));
    EXPECT_EQ(taken.rows[0].geometry.type, GeometryType::Polygon);
    EXPECT_TRUE((Box{117, 28, 118, 29}).contains(taken.rows[0].geometry.points[0]));
}

TEST_F(Bureau, WorkbookWithMergedHeaderGivesExactlyTheKnownBadRows)
{
    const AreaTree tree = areas();
    Import import = importOf("自然村.xlsx", "settlements");
    import.areas = &tree;
    const Taken taken = take(import);
    ASSERT_FALSE(taken.error) << taken.errorText();
    EXPECT_EQ(static_cast<int>(taken.rows.size()), truth[QStringLiteral("settlements_good")].toInt());
    std::vector<qint64> expected;
    for (const QJsonValue &bad : truth[QStringLiteral("settlements_bad")].toArray()) {
        expected.push_back(bad[QStringLiteral("row")].toInt());
    }
    std::vector<qint64> rejected;
    for (const RowFinding &finding : taken.rejected()) {
        EXPECT_FALSE(finding.reason.isEmpty());
        if (!finding.isTotal) {
            rejected.push_back(finding.row);
        }
    }
    EXPECT_EQ(rejected, expected);
    ASSERT_TRUE(taken.findings.back().isTotal); // the totals row is the last one
    EXPECT_EQ(taken.findings.back().row, 1569);
    qint64 households = 0;
    int big = 0;
    for (const FeatureRow &row : taken.rows) {
        const qint64 count = textOf(import.schema, row, "hh_registered").toLongLong();
        households += count;
        big += count >= 25 ? 1 : 0;
    }
    EXPECT_EQ(big, truth[QStringLiteral("settlements_25")].toInt());
    EXPECT_EQ(taken.info.headerRows, 3);
    EXPECT_TRUE(taken.warnings().empty());
}

TEST_F(Bureau, SettlementWithoutCodeFindsItsVillageByName)
{
    const AreaTree tree = areas();
    Import import = importOf("自然村.xlsx", "settlements");
    import.areas = &tree;
    const Taken taken = take(import);
    ASSERT_FALSE(taken.error) << taken.errorText();
    const QJsonObject sample = truth[QStringLiteral("settlement_sample")].toObject();
    bool found = false;
    for (const FeatureRow &row : taken.rows) {
        EXPECT_EQ(textOf(import.schema, row, "village_code").size(), 12);
        const Point at = row.geometry.points[0];
        if (textOf(import.schema, row, "name") == sample[QStringLiteral("name")].toString() &&
            std::abs(at.x - sample[QStringLiteral("lon")].toDouble()) < 1e-6) {
            found = true;
            EXPECT_EQ(textOf(import.schema, row, "village_code"), sample[QStringLiteral("village_code")].toString());
            EXPECT_NEAR(at.y, sample[QStringLiteral("lat")].toDouble(), 1e-6);
            EXPECT_EQ(textOf(import.schema, row, "hh_registered").toInt(),
                      sample[QStringLiteral("households")].toInt());
        }
    }
    EXPECT_TRUE(found);
}

TEST_F(Bureau, WrongIdentityNumbersAreWarningsWithTheirLines)
{
    const AreaTree tree = areas();
    Import import = importOf("贫困户.csv", "households");
    import.areas = &tree;
    const Taken taken = take(import);
    ASSERT_FALSE(taken.error) << taken.errorText();
    EXPECT_EQ(taken.info.encoding, QStringLiteral("GBK"));
    EXPECT_EQ(static_cast<int>(taken.rows.size()), truth[QStringLiteral("households")].toInt());
    EXPECT_TRUE(taken.rejected().empty());
    std::vector<qint64> expected;
    for (const QJsonValue &line : truth[QStringLiteral("households_bad_id_lines")].toArray()) {
        expected.push_back(line.toInt());
    }
    std::vector<qint64> lines;
    for (const RowFinding &finding : taken.warnings()) {
        if (finding.column == QStringLiteral("身份证号")) {
            lines.push_back(finding.row);
        } else {
            ADD_FAILURE() << finding.row << ' ' << finding.column.toStdString() << ' ' << finding.reason.toStdString();
        }
    }
    EXPECT_EQ(lines, expected);
}

TEST_F(Bureau, KmlDescriptionsBecomeColumnsAndShiftedPositionsComeRight)
{
    Import import = importOf("道路.kml", "villages");
    import.schema = LayerSchema();
    import.schema.id = QStringLiteral("roads");
    import.schema.geometry = GeometryType::Line;
    Field code;
    code.id = QStringLiteral("code");
    code.synonyms = QStringList{QStringLiteral("name")};
    code.required = true;
    Field surface;
    surface.id = QStringLiteral("surface");
    surface.name = {QStringLiteral("路面类型"), QStringLiteral("Surface")};
    Field width;
    width.id = QStringLiteral("width_m");
    width.name = {QStringLiteral("路面宽度"), QStringLiteral("Width")};
    width.type = FieldType::Real;
    import.schema.fields = {code, surface, width};
    import.schema.keyField = QStringLiteral("code");
    import.options.sourceCrs = Crs::gcj02();
    const Taken taken = take(import);
    ASSERT_FALSE(taken.error) << taken.errorText();
    ASSERT_EQ(static_cast<int>(taken.rows.size()), truth[QStringLiteral("roads")].toInt());
    EXPECT_TRUE(taken.findings.empty());
    EXPECT_EQ(textOf(import.schema, taken.rows[1], "code"), QStringLiteral("C0001"));
    EXPECT_EQ(textOf(import.schema, taken.rows[1], "surface"), QStringLiteral("水泥混凝土"));
    EXPECT_EQ(textOf(import.schema, taken.rows[1], "width_m"), QStringLiteral("4.5"));
    const QJsonArray start = truth[QStringLiteral("road_0_wgs84_start")].toArray();
    const auto geodesic = Geodesic::create(*Crs::fromEpsg(4490));
    ASSERT_TRUE(geodesic);
    const Point known{start[0].toDouble(), start[1].toDouble()};
    EXPECT_LT(geodesic->leg(taken.rows[0].geometry.points[0], known).distance_m, 2);
}

TEST_F(Bureau, NothingIsWrittenBesideTheFiles)
{
    QTemporaryDir folder;
    const QDir from(shared(QStringLiteral("bureau_yiyang")));
    for (const QString &name : from.entryList(QDir::Files)) {
        ASSERT_TRUE(QFile::copy(from.filePath(name), folder.filePath(name)));
    }
    const QStringList before = QDir(folder.path()).entryList();
    for (const QString &name : from.entryList(
             {QStringLiteral("*.shp"), QStringLiteral("*.kml"), QStringLiteral("*.csv"), QStringLiteral("*.xlsx")})) {
        EXPECT_FALSE(readPlain({folder.filePath(name), {}, {}, {}, {}}).error);
    }
    EXPECT_EQ(QDir(folder.path()).entryList(), before);
}

} // namespace
} // namespace cuntu
