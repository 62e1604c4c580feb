// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/program.h"

#include <QFile>

namespace cuntu {
namespace {

/// `cuntu edit` as users call it.
class EditVerbTest : public testing::Test {
protected:
    void SetUp() override
    {
        m_project = m_scratch.path(QStringLiteral("项 目.cuntu"));
        ASSERT_EQ(
            m_program.call({QStringLiteral("new"), m_project, QStringLiteral("--crs"), QStringLiteral("EPSG:4527")})
                .status,
            0);
        const QString file = m_scratch.write(QStringLiteral("t.csv"),
                                             "wkt,name\n\"LINESTRING(39544000 3142000,39545000 3142000)\",甲\n");
        const auto imported = m_program.call({QStringLiteral("import"), m_project, file, QStringLiteral("--as"),
                                              QStringLiteral("layer:lines"), QStringLiteral("--source-crs"),
                                              QStringLiteral("EPSG:4527")});
        ASSERT_EQ(imported.status, 0) << imported.text();
    }
    QStringList words(const QString &operation, const QStringList &more) const
    {
        return QStringList{QStringLiteral("edit"), m_project, operation, QStringLiteral("lines")} + more +
               QStringList{QStringLiteral("--by"), QStringLiteral("李工")};
    }
    QJsonArray edited(const char *operation, const QStringList &more) const
    {
        return m_program.json(words(QString::fromLatin1(operation), more))[QStringLiteral("features")].toArray();
    }
    test::Called refused(const char *operation, const QStringList &more) const
    {
        return m_program.call(words(QString::fromLatin1(operation), more));
    }
    qint64 count() const
    {
        const QJsonArray layers =
            m_program.json({QStringLiteral("info"), m_project})[QStringLiteral("layers")].toArray();
        return layers.at(0)[QStringLiteral("features")].toInteger();
    }

    test::Program m_program;
    test::Scratch m_scratch;
    QString m_project;
};

TEST_F(EditVerbTest, AddsSplitsMergesTurnsChangesAndRemoves)
{
    const QString at = QStringLiteral("--at");
    const auto added =
        edited("add", {QStringLiteral("--wkt"), QStringLiteral("LINESTRING(39545000 3142000, 39545000 3143000)"),
                       QStringLiteral("--set"), QStringLiteral("name=乙")});
    ASSERT_EQ(added.size(), 1);
    EXPECT_EQ(added[0][QStringLiteral("feature")].toInt(), 2);
    const auto split = edited("split", {QStringLiteral("1"), at, QStringLiteral("39544300,3142010")});
    ASSERT_EQ(split.size(), 2);
    EXPECT_EQ(split[1][QStringLiteral("feature")].toInt(), 3);
    EXPECT_EQ(count(), 3);
    EXPECT_EQ(edited("merge", {QStringLiteral("1"), QStringLiteral("3")}).size(), 2);
    EXPECT_EQ(count(), 2);
    EXPECT_EQ(edited("reverse", {QStringLiteral("1")}).size(), 1);
    EXPECT_EQ(
        edited("geometry", {QStringLiteral("2"), at, QStringLiteral("39545000 3142000, 39545500 3142500")}).size(), 1);
    EXPECT_EQ(edited("fields", {QStringLiteral("2"), QStringLiteral("--set"), QStringLiteral("name=丙")}).size(), 1);
    EXPECT_FALSE(edited("remove", {QStringLiteral("2")})[0][QStringLiteral("exists")].toBool());
    EXPECT_EQ(count(), 1);
}

TEST_F(EditVerbTest, PositionsInAnotherSystemAreTransformed)
{
    edited("add", {QStringLiteral("--at"), QStringLiteral("117.45 28.4, 117.46 28.4"), QStringLiteral("--source-crs"),
                   QStringLiteral("EPSG:4490"), QStringLiteral("--set"), QStringLiteral("name=远")});
    EXPECT_EQ(count(), 2);
}

TEST_F(EditVerbTest, ARefusalSaysWhatAndLeavesTheFileAsItWas)
{
    QFile file(m_project);
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    const QByteArray before = file.readAll();
    const QString wkt = QStringLiteral("--wkt");
    EXPECT_EQ(refused("merge", {QStringLiteral("1")}).status, 2);
    EXPECT_EQ(refused("split", {QStringLiteral("1")}).status, 2);
    const auto point = refused("add", {wkt, QStringLiteral("POINT(39544000 3142000)")});
    EXPECT_EQ(point.status, 1);
    EXPECT_TRUE(point.err.contains(QStringLiteral("lines"))) << point.text();
    EXPECT_EQ(refused("add", {wkt, QStringLiteral("nonsense")}).status, 1);
    EXPECT_EQ(refused("remove", {QStringLiteral("不存在")}).status, 1);
    const auto field = refused("fields", {QStringLiteral("1"), QStringLiteral("--set"), QStringLiteral("no=1")});
    EXPECT_TRUE(field.err.contains(QStringLiteral("name"))) << field.text();
    file.seek(0);
    EXPECT_TRUE(file.readAll() == before);
}

} // namespace
} // namespace cuntu
