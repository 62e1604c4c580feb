// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/content/qgis_folder.h"

#include "maps/style/legend_text.h"
#include "tests/core/project/lamp_project.h"
#include "ui/content/map_content.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QXmlStreamReader>

namespace cuntu {
namespace {

class QgisTest : public test::LampProjectTest {
protected:
    void SetUp() override
    {
        LampProjectTest::SetUp();
        import("villages",
               "村代码,村名,户籍户数,WKT\n"
               "361126001001,甲村,10,\"POLYGON((117.4 28.4,117.5 28.4,117.5 28.5,117.4 28.5,117.4 28.4))\"\n"
               "361126001002,乙村,20,\"POLYGON((117.5 28.4,117.6 28.4,117.6 28.5,117.5 28.5,117.5 28.4))\"\n"
               "361126001003,丙村,30,\"POLYGON((117.6 28.4,117.7 28.4,117.7 28.5,117.6 28.5,117.6 28.4))\"\n");
        import("settlements", "编号,自然村名称,行政村代码,户数,是否宜居,经度,纬度\n"
                              "S1,东湾,361126001001,30,是,117.41,28.41\n"
                              "S2,西湾,361126001001,40,否,117.45,28.45\n"
                              "S3,上坪,361126001002,50,是,117.55,28.45\n");
        import("households", "户编号,户主姓名,身份证号,行政村代码,经度,纬度\n"
                             "H1,张三丰,361126195607031570,361126001001,117.41,28.41\n");
        import("layer:paths",
               "名称,等级,WKT\n甲,一级,\"LINESTRING(117.4 28.4,117.5 28.5)\"\n"
               "乙,二级,\"LINESTRING(117.5 28.4,117.5 28.5)\"\n丙,,\"LINESTRING(117.6 28.4,117.5 28.5)\"\n");
    }

    static StyleClass classOf(const char *colour, Marking marking, const QString &value, double from = 0, double to = 0)
    {
        StyleClass entry;
        entry.symbol.fill = QColor(QString::fromLatin1(colour));
        entry.symbol.stroke = QColor(QString::fromLatin1(colour)).darker(140);
        entry.symbol.marking = marking;
        entry.symbol.strokeWidth_mm = 0.6;
        entry.value = value;
        entry.from = from;
        entry.to = to;
        return entry;
    }

    void style()
    {
        LayerStyle graduated;
        graduated.kind = LayerStyle::Kind::Graduated;
        graduated.field = QStringLiteral("hh_registered");
        graduated.classes = {classOf("#ffeda0", Marking::Plain, {}, 0, 20),
                             classOf("#80feb24c", Marking::Hatched, {}, 20, 30),
                             classOf("#f03b20", Marking::Crossed, {}, 30, 30)};
        graduated.label.field = QStringLiteral("name");
        graduated.label.minScale = 250000;
        graduated.minScale = 500000;
        graduated.opacity = 0.75;
        ASSERT_TRUE(m_project->setStyle(QStringLiteral("villages"), graduated.toJson()));
        LayerStyle lines;
        lines.kind = LayerStyle::Kind::Categorised;
        lines.field = QStringLiteral("等级");
        lines.classes = {classOf("#1f78b4", Marking::Dashed, QStringLiteral("一级")),
                         classOf("#33a02c", Marking::Hollow, QStringLiteral("二级")),
                         classOf("#e31a1c", Marking::Crossed, {})};
        lines.classes[0].symbol.casing = Qt::black;
        lines.classes[0].symbol.casingWidth_mm = 1.5;
        ASSERT_TRUE(m_project->setStyle(QStringLiteral("paths"), lines.toJson()));
        LayerStyle points;
        points.kind = LayerStyle::Kind::Categorised;
        points.field = QStringLiteral("is_livable");
        points.classes = {classOf("#0072b2", Marking::Hollow, QStringLiteral("1")),
                          classOf("#d55e00", Marking::Hatched, QStringLiteral("0"))};
        points.symbol.shape = MarkerShape::Diamond;
        ASSERT_TRUE(m_project->setStyle(QStringLiteral("settlements"), points.toJson()));
    }

    ExportOrder order() const
    {
        ExportOrder order;
        order.what = QStringLiteral("project");
        order.file = m_scratch.path(QStringLiteral("QGIS 文件夹"));
        return order;
    }

    /// What QGIS is to understand of a layer.
    QJsonObject expectedLayer(const LayerInfo &info, int place, bool visible, const QJsonArray &counts) const
    {
        const QgisLook look = *qgisLook(*m_project, info, place);
        const bool spatial = !info.schema.positionPersonal;
        QJsonObject json{
            {QStringLiteral("id"), info.schema.id},      {QStringLiteral("name"), info.schema.name.toString()},
            {QStringLiteral("visible"), visible},        {QStringLiteral("valid"), true},
            {QStringLiteral("features"), info.features}, {QStringLiteral("spatial"), spatial}};
        if (!spatial) {
            return json;
        }
        const auto colourOf = [&](const Symbol &symbol) {
            QColor colour = info.schema.geometry == GeometryType::Line ? symbol.stroke : symbol.fill;
            if (info.schema.geometry == GeometryType::Polygon && symbol.marking == Marking::Hollow) {
                colour.setAlpha(0);
            }
            return colour.name(QColor::HexArgb);
        };
        const LayerStyle &style = look.style;
        QJsonArray classes;
        const bool graduated = style.kind == LayerStyle::Kind::Graduated;
        const bool isBoolean = style.field == QStringLiteral("is_livable");
        for (std::size_t i = 0; i < style.classes.size(); ++i) {
            const QString &value = style.classes[i].value;
            classes.append(QJsonArray{graduated   ? QJsonValue(style.classes[i].from)
                                      : isBoolean ? QJsonValue(value == QStringLiteral("1") ? QStringLiteral("true")
                                                                                            : QStringLiteral("false"))
                                                  : QJsonValue(value),
                                      classText(style, i, info.schema), colourOf(style.classes[i].symbol)});
        }
        if (style.kind == LayerStyle::Kind::Single) {
            classes.append(QJsonArray{QString(), QString(), colourOf(style.symbol)});
        }
        json.insert(QStringLiteral("renderer"), style.kind == LayerStyle::Kind::Single ? QStringLiteral("singleSymbol")
                                                : graduated ? QStringLiteral("graduatedSymbol")
                                                            : QStringLiteral("categorizedSymbol"));
        json.insert(QStringLiteral("classes"), classes);
        json.insert(QStringLiteral("counts"), counts);
        json.insert(QStringLiteral("labels"), style.label.field.isEmpty()
                                                  ? QJsonValue()
                                                  : QJsonValue(QJsonArray{style.label.field, style.label.minScale}));
        json.insert(QStringLiteral("crs"), QStringLiteral("EPSG:4527"));
        json.insert(QStringLiteral("opacity"), style.opacity);
        json.insert(QStringLiteral("min_scale"), style.minScale);
        QJsonArray aliases;
        for (const Field &field : info.schema.fields) {
            aliases.append(field.name.toString());
        }
        json.insert(QStringLiteral("aliases"), aliases);
        return json;
    }

    /// Layers as they lie in QGIS's list, the topmost first.
    QString writeExpected(const std::map<QString, QJsonArray> &counts)
    {
        std::vector<LayerInfo> layers = inDrawingOrder(*m_project->layers());
        QJsonArray expected;
        for (int i = static_cast<int>(layers.size()) - 1; i >= 0; --i) {
            const LayerInfo &info = layers[static_cast<std::size_t>(i)];
            const auto count = counts.find(info.schema.id);
            expected.append(expectedLayer(info, i, !info.schema.positionPersonal,
                                          count == counts.end() ? QJsonArray{info.features} : count->second));
        }
        const QJsonObject document{{QStringLiteral("title"), m_project->name()},
                                   {QStringLiteral("crs"), QStringLiteral("EPSG:4527")},
                                   {QStringLiteral("layers"), expected}};
        return m_scratch.write(QStringLiteral("expected.json"), QJsonDocument(document).toJson());
    }

    /// The differences that QGIS sees; nothing where QGIS is not installed.
    std::optional<QString> differences(const QString &expected)
    {
        // The system's own Python has Debian's QGIS, whatever another one is found first.
        for (const char *interpreter : {"/usr/bin/python3", "python3"}) {
            QProcess python;
            python.start(QString::fromLatin1(interpreter),
                         {QStringLiteral(CUNTU_QGIS_CHECK), order().file + QStringLiteral("/p.qgs"), expected});
            if (!python.waitForFinished(120000) || python.exitCode() == 77) {
                continue;
            }
            return python.exitCode() == 0
                       ? QString()
                       : QString::fromUtf8(python.readAllStandardOutput() + python.readAllStandardError());
        }
        return std::nullopt;
    }
};

TEST_F(QgisTest, QgisSeesWhatCuntuShows)
{
    style();
    const auto outcome = exportQgisFolder(*m_project, order(), {}, {});
    ASSERT_TRUE(outcome) << outcome.error().toText().toStdString();
    EXPECT_EQ(outcome->features, 10);
    const QString expected = writeExpected({{QStringLiteral("villages"), {1, 1, 1}},
                                            {QStringLiteral("paths"), {1, 1, 1}},
                                            {QStringLiteral("settlements"), {2, 1}}});
    const auto wrong = differences(expected);
    if (!wrong) {
        GTEST_SKIP() << "QGIS is not installed";
    }
    EXPECT_EQ(wrong->toStdString(), "");
    // The check sees a look that is another one.
    LayerStyle other;
    other.symbol.fill = Qt::magenta;
    ASSERT_TRUE(m_project->setStyle(QStringLiteral("settlements"), other.toJson()));
    EXPECT_TRUE(differences(writeExpected({}))->contains(QStringLiteral("settlements renderer")));
}

TEST_F(QgisTest, TheFolderIsMaskedAndRecorded)
{
    ASSERT_TRUE(exportQgisFolder(*m_project, order(), {}, {}));
    QFile data(order().file + QStringLiteral("/data.gpkg"));
    ASSERT_TRUE(data.open(QIODevice::ReadOnly));
    const QByteArray bytes = data.readAll();
    EXPECT_FALSE(bytes.contains("361126195607031570"));
    EXPECT_FALSE(bytes.contains("张三丰"));
    QFile file(order().file + QStringLiteral("/p.qgs"));
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    const QByteArray text = file.readAll();
    EXPECT_TRUE(text.contains("./data.gpkg|layername=villages"));
    EXPECT_FALSE(text.contains(m_scratch.folder().toUtf8())) << "paths are relative";
    const auto records = m_project->exports();
    ASSERT_TRUE(records);
    ASSERT_EQ(records->size(), 1U);
    EXPECT_EQ(records->front().what, QStringLiteral("project"));
}

TEST_F(QgisTest, OneLookIsWrittenAsQml)
{
    style();
    ExportOrder one;
    one.what = QStringLiteral("villages");
    one.file = m_scratch.path(QStringLiteral("村.qml"));
    ASSERT_TRUE(exportLook(*m_project, one));
    QFile file(one.file);
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    QXmlStreamReader xml(file.readAll());
    QStringList elements;
    while (!xml.atEnd()) {
        if (xml.readNext() == QXmlStreamReader::StartElement) {
            elements << xml.name().toString();
        }
    }
    EXPECT_FALSE(xml.hasError()) << xml.errorString().toStdString();
    EXPECT_EQ(elements.count(QStringLiteral("range")), 3);
    EXPECT_TRUE(elements.contains(QStringLiteral("labeling")));
    one.what = QStringLiteral("nothing");
    EXPECT_EQ(exportLook(*m_project, one).error().code, ErrorCode::NotFound);
}

} // namespace
} // namespace cuntu
