// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/program.h"

#include "core/base/date.h"

namespace cuntu {
namespace {

/// A project with three settlements, two of which were marked with days in 2019.
class IndicatorsTest : public testing::Test {
protected:
    void SetUp() override
    {
        const QString table =
            m_scratch.write(QStringLiteral("s.csv"), "code,name,village_code,hh_registered,lon,lat\n"
                                                     "361199100200001,上湾,361199100200,30,117.05,28.05\n"
                                                     "361199100200002,下湾,361199100200,40,117.06,28.05\n"
                                                     "361199100201001,石桥,361199100201,50,117.07,28.05\n");
        ASSERT_EQ(m_program.call({QStringLiteral("new"), m_project}).status, 0);
        ASSERT_EQ(m_program
                      .call({QStringLiteral("import"), m_project, table, QStringLiteral("--as"),
                             QStringLiteral("settlements")})
                      .status,
                  0);
        mark(QStringLiteral("361199100200001"), QStringLiteral("2019-02-10"));
        mark(QStringLiteral("361199100201001"), QStringLiteral("2019-05-31"));
    }

    void mark(const QString &settlement, const QString &day)
    {
        const auto called = m_program.call({QStringLiteral("mark"), m_project, QStringLiteral("settlements"),
                                            settlement, QStringLiteral("ACCEPTED"), QStringLiteral("--on"), day,
                                            QStringLiteral("--by"), QStringLiteral("张工")});
        ASSERT_EQ(called.status, 0) << called.text();
    }

    QJsonObject indicators(const QStringList &more) const
    {
        return m_program.json(QStringList{QStringLiteral("indicators"), m_project} + more);
    }
    /// Numerators of the settlements' indicator, one row after the other.
    static std::vector<double> numerators(const QJsonObject &document)
    {
        std::vector<double> found;
        for (const QJsonValue &row : document[QStringLiteral("rows")].toArray()) {
            EXPECT_EQ(row[QStringLiteral("indicator")].toString(), QStringLiteral("road_nv_rate"));
            found.push_back(row[QStringLiteral("numerator")].toDouble());
        }
        return found;
    }

    test::Program m_program;
    test::Scratch m_scratch;
    QString m_project = m_scratch.path(QStringLiteral("p.cuntu"));
    QStringList m_one{QStringLiteral("--indicator"), QStringLiteral("road_nv_rate")};
};

TEST_F(IndicatorsTest, ASeriesIsTheFiguresOfTheEndsOfItsMonths)
{
    const auto series = indicators(m_one + QStringList{QStringLiteral("--from"), QStringLiteral("2019-01-01"),
                                                       QStringLiteral("--as-of"), QStringLiteral("2019-06-15")});
    EXPECT_EQ(numerators(series), (std::vector<double>{0, 1, 1, 1, 2, 2}));
    QStringList dates;
    for (const QJsonValue &row : series[QStringLiteral("rows")].toArray()) {
        dates << row[QStringLiteral("date")].toString();
        QJsonObject alone = row.toObject();
        alone.remove(QStringLiteral("date"));
        const auto day = indicators(m_one + QStringList{QStringLiteral("--as-of"), dates.back()});
        EXPECT_EQ(day[QStringLiteral("rows")].toArray(), (QJsonArray{alone}));
    }
    EXPECT_EQ(dates.join(u' ').toStdString(), "2019-01-31 2019-02-28 2019-03-31 2019-04-30 2019-05-31 2019-06-15");
}

TEST_F(IndicatorsTest, PeriodsEndWhereTheyEnd)
{
    const auto dates = [&](const char *every, const char *from, const char *to) {
        QStringList found;
        const auto document = indicators(m_one + QStringList{QStringLiteral("--from"), QString::fromLatin1(from),
                                                             QStringLiteral("--as-of"), QString::fromLatin1(to),
                                                             QStringLiteral("--every"), QString::fromLatin1(every)});
        for (const QJsonValue &row : document[QStringLiteral("rows")].toArray()) {
            found << row[QStringLiteral("date")].toString();
        }
        return found.join(u' ').toStdString();
    };
    EXPECT_EQ(dates("week", "2019-06-30", "2019-07-08"), "2019-06-30 2019-07-07 2019-07-08");
    EXPECT_EQ(dates("quarter", "2019-11-05", "2020-03-31"), "2019-12-31 2020-03-31");
    EXPECT_EQ(dates("year", "2019-01-01", "2020-12-31"), "2019-12-31 2020-12-31");
    EXPECT_EQ(dates("month", "2020-02-29", "2020-02-29"), "2020-02-29");
}

TEST_F(IndicatorsTest, AsItWasKnownAndOnWhichRung)
{
    const QStringList asOf = m_one + QStringList{QStringLiteral("--as-of"), QStringLiteral("2019-12-31")};
    const auto now = indicators(asOf);
    EXPECT_EQ(numerators(now), std::vector<double>{2});
    EXPECT_FALSE(now.contains(QStringLiteral("known_on")) || now.contains(QStringLiteral("rung")));
    const QString today = Day::today().toIso();
    const auto known = indicators(asOf + QStringList{QStringLiteral("--known-on"), today});
    EXPECT_EQ(numerators(known), std::vector<double>{2}) << "what was recorded on the day itself is known at its end";
    EXPECT_EQ(known[QStringLiteral("known_on")].toString(), Instant::endOf(Day::today()).toIso());
    const QString yesterday = Day::today().plusDays(-1).toIso();
    EXPECT_EQ(numerators(indicators(asOf + QStringList{QStringLiteral("--known-on"), yesterday})),
              std::vector<double>{0});
    const auto certified = indicators(asOf + QStringList{QStringLiteral("--rung"), QStringLiteral("certified")});
    EXPECT_EQ(numerators(certified), std::vector<double>{0}) << "both were reported only";
    EXPECT_EQ(certified[QStringLiteral("rung")].toString(), QStringLiteral("certified"));
}

TEST_F(IndicatorsTest, WhatMakesNoSenseIsMisuse)
{
    const QStringList from{QStringLiteral("--from"), QStringLiteral("2019-06-01")};
    const std::vector<QStringList> wrong{from + QStringList{QStringLiteral("--as-of"), QStringLiteral("2019-05-31")},
                                         from + QStringList{QStringLiteral("--every"), QStringLiteral("day")},
                                         {QStringLiteral("--every"), QStringLiteral("month")},
                                         {QStringLiteral("--rung"), QStringLiteral("high")}};
    for (const QStringList &each : wrong) {
        EXPECT_EQ(m_program.call(QStringList{QStringLiteral("indicators"), m_project} + each).status, 2)
            << each.join(u' ').toStdString();
    }
    EXPECT_EQ(
        m_program
            .call({QStringLiteral("indicators"), m_project, QStringLiteral("--indicator"), QStringLiteral("no_such")})
            .status,
        1);
}

} // namespace
} // namespace cuntu
