// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/program.h"

namespace cuntu {
namespace {

/// Six places on a line, 1 km apart, as a plain layer, of which any may be a site.
class RunsVerbTest : public testing::Test {
protected:
    void SetUp() override
    {
        m_project = m_scratch.path(QStringLiteral("项目.cuntu"));
        ASSERT_EQ(
            m_program.call({QStringLiteral("new"), m_project, QStringLiteral("--crs"), QStringLiteral("EPSG:4527")})
                .status,
            0);
        QByteArray csv = "wkt,name,hh\n";
        for (int i = 0; i < 6; ++i) {
            csv +=
                "POINT (" + QByteArray::number(39500000 + 1000 * i) + " 3100000),P" + QByteArray::number(i) + ",10\n";
        }
        const auto imported =
            m_program.call({QStringLiteral("import"), m_project, m_scratch.write(QStringLiteral("places.csv"), csv),
                            QStringLiteral("--as"), QStringLiteral("layer:places"), QStringLiteral("--source-crs"),
                            QStringLiteral("EPSG:4527")});
        ASSERT_EQ(imported.status, 0) << imported.text();
    }

    QJsonObject run(const QString &sites, const QStringList &more = {}) const
    {
        return m_program.json(QStringList{QStringLiteral("run"), m_project, QStringLiteral("relocation.p_median"),
                                          QStringLiteral("--demand"), QStringLiteral("places"),
                                          QStringLiteral("--candidates"), QStringLiteral("places"),
                                          QStringLiteral("--sites"), sites, QStringLiteral("--as-of"),
                                          QStringLiteral("2018-06-30")} +
                              more);
    }
    test::Called runs(const QStringList &words) const
    {
        return m_program.call(QStringList{QStringLiteral("runs"), m_project} + words);
    }
    QJsonObject runsJson(const QStringList &words) const
    {
        return m_program.json(QStringList{QStringLiteral("runs"), m_project} + words);
    }

    test::Program m_program;
    test::Scratch m_scratch;
    QString m_project;
};

TEST_F(RunsVerbTest, ARunWithoutKeepSaysWhatItAlwaysSaid)
{
    QStringList keys = run(QStringLiteral("1")).keys();
    keys.removeAll(QStringLiteral("seconds"));
    EXPECT_EQ(keys, (QStringList{QStringLiteral("algorithm"), QStringLiteral("layers"), QStringLiteral("result")}));
    EXPECT_TRUE(runsJson({})[QStringLiteral("runs")].toArray().isEmpty());
}

TEST_F(RunsVerbTest, KeptRunsAreListedComparedRenamedAndRemoved)
{
    const QJsonObject one = run(QStringLiteral("1"), {QStringLiteral("--keep"), QStringLiteral("一处"),
                                                      QStringLiteral("--by"), QStringLiteral("王")});
    EXPECT_EQ(one[QStringLiteral("run")].toInt(), 1);
    run(QStringLiteral("2"), {QStringLiteral("--keep"), QStringLiteral("two")});
    const QJsonArray listed = runsJson({})[QStringLiteral("runs")].toArray();
    ASSERT_EQ(listed.size(), 2);
    const QJsonObject first = listed[0].toObject();
    EXPECT_EQ(first[QStringLiteral("name")].toString(), QStringLiteral("一处"));
    EXPECT_EQ(first[QStringLiteral("by")].toString(), QStringLiteral("王"));
    EXPECT_EQ(first[QStringLiteral("as_of")].toString(), QStringLiteral("2018-06-30"));
    EXPECT_EQ(first[QStringLiteral("parameters")].toObject()[QStringLiteral("sites")].toString(), QStringLiteral("1"));
    EXPECT_TRUE(first[QStringLiteral("out_of_date")].toArray().isEmpty());
    EXPECT_EQ(one[QStringLiteral("layers")], first[QStringLiteral("layers")]);

    // From the middle the ways are 2+1+0+1+2+3 = 9 km in sum; from two sites they are 4 km.
    const QJsonObject shown = runsJson({QStringLiteral("show"), QStringLiteral("一处")});
    EXPECT_NEAR(shown[QStringLiteral("result")].toObject()[QStringLiteral("objective")].toDouble(), 9000, 10);
    for (const QJsonValue &row :
         runsJson({QStringLiteral("compare"), QStringLiteral("1"), QStringLiteral("two")})[QStringLiteral("rows")]
             .toArray()) {
        if (row.toObject()[QStringLiteral("figure")].toString() == QStringLiteral("objective")) {
            EXPECT_NEAR(row.toObject()[QStringLiteral("differences")].toArray()[1].toDouble(), -5000, 10);
        }
    }
    const auto table = runs({QStringLiteral("compare"), QStringLiteral("1"), QStringLiteral("2")});
    EXPECT_TRUE(table.out.contains(QStringLiteral("Mean distance"))) << table.text();
    EXPECT_TRUE(table.out.contains(QStringLiteral("* "))) << "the best values are marked";

    // The same to a file: 9 and 4 km in sum, the second is better.
    const QString csv = m_scratch.path(QStringLiteral("compared.csv"));
    EXPECT_EQ(runs({QStringLiteral("--compare"), QStringLiteral("1"), QStringLiteral("two"), QStringLiteral("-o"), csv})
                  .status,
              0);
    QFile written(csv);
    ASSERT_TRUE(written.open(QIODevice::ReadOnly));
    bool found = false;
    for (const QString &line : QString::fromUtf8(written.readAll()).split(QLatin1Char('\n'))) {
        const QStringList cells = line.trimmed().split(QLatin1Char(','));
        if (cells.front() == QStringLiteral("Objective")) {
            found = true;
            EXPECT_NEAR(cells.value(3).toDouble(), 9000, 10);
            EXPECT_NEAR(cells.value(4).toDouble(), 4000, 10);
            EXPECT_EQ(cells.value(5), QStringLiteral("two"));
        }
    }
    EXPECT_TRUE(found);
    for (const char *const ending : {"xlsx", "ods", "html"}) {
        const QString file = m_scratch.path(QStringLiteral("compared.") + QLatin1String(ending));
        const auto done =
            runs({QStringLiteral("compare"), QStringLiteral("1"), QStringLiteral("2"), QStringLiteral("-o"), file});
        EXPECT_EQ(done.status, 0) << done.text();
        EXPECT_GT(QFileInfo(file).size(), 500) << ending;
    }
    const auto wrong = runs({QStringLiteral("compare"), QStringLiteral("1"), QStringLiteral("2"), QStringLiteral("-o"),
                             m_scratch.path(QStringLiteral("compared.docx"))});
    EXPECT_EQ(wrong.status, 1);
    EXPECT_TRUE(wrong.err.contains(QStringLiteral("docx"))) << wrong.text();

    EXPECT_EQ(runs({QStringLiteral("rename"), QStringLiteral("1"), QStringLiteral("--to"), QStringLiteral("two"),
                    QStringLiteral("--by"), QStringLiteral("王")})
                  .status,
              1);
    EXPECT_EQ(runs({QStringLiteral("remove"), QStringLiteral("two")}).status, 2) << "nobody is named";
    EXPECT_EQ(
        runs({QStringLiteral("remove"), QStringLiteral("two"), QStringLiteral("--by"), QStringLiteral("王")}).status,
        0);
    EXPECT_EQ(runsJson({})[QStringLiteral("runs")].toArray().size(), 1);
}

TEST_F(RunsVerbTest, WhatIsMissingIsNamed)
{
    run(QStringLiteral("1"), {QStringLiteral("--keep"), QStringLiteral("one")});
    const auto again = m_program.call(
        {QStringLiteral("run"), m_project, QStringLiteral("relocation.p_median"), QStringLiteral("--demand"),
         QStringLiteral("places"), QStringLiteral("--candidates"), QStringLiteral("places"), QStringLiteral("--sites"),
         QStringLiteral("1"), QStringLiteral("--keep"), QStringLiteral("one")});
    EXPECT_EQ(again.status, 1);
    EXPECT_TRUE(again.err.contains(QStringLiteral("another result is kept as 'one'"))) << again.text();
    const auto none = runs({QStringLiteral("show"), QStringLiteral("nothing")});
    EXPECT_EQ(none.status, 1);
    EXPECT_TRUE(none.err.contains(QStringLiteral("one"))) << none.text();
    EXPECT_EQ(runs({QStringLiteral("compare"), QStringLiteral("one")}).status, 2);
    const auto adopted =
        runs({QStringLiteral("adopt"), QStringLiteral("one"), QStringLiteral("--by"), QStringLiteral("王")});
    EXPECT_EQ(adopted.status, 1);
    EXPECT_TRUE(adopted.err.contains(QStringLiteral("proposes no steps"))) << adopted.text();
}

} // namespace
} // namespace cuntu
