// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/program.h"

#include "core/base/date.h"

#include <QThread>

namespace cuntu {
namespace {

/// The sample county by the same commands that ./run gives, against the figures its generator counted on its own graph.
class SampleTest : public testing::Test {
protected:
    static void SetUpTestSuite()
    {
        s_scratch = new test::Scratch;
        s_program = new test::Program;
        s_project = s_scratch->path(QStringLiteral("county.cuntu"));
        ASSERT_EQ(
            s_program->call({QStringLiteral("new"), s_project, QStringLiteral("--name"), QStringLiteral("云溪县")})
                .status,
            0);
        for (const auto &[file, role] :
             std::initializer_list<std::pair<const char *, const char *>>{{"乡镇.csv", "townships"},
                                                                          {"行政村.shp", "villages"},
                                                                          {"自然村.xlsx", "settlements"},
                                                                          {"农户.csv", "households"},
                                                                          {"道路.kml", "roads"},
                                                                          {"道路进度.csv", "progress:roads"},
                                                                          {"水源工程.csv", "water_sources"},
                                                                          {"目标.csv", "targets"}}) {
            QStringList arguments{QStringLiteral("import"), s_project, folder() + QString::fromUtf8(file),
                                  QStringLiteral("--as"), QString::fromLatin1(role)};
            if (QLatin1String(role) == QLatin1String("roads")) {
                arguments << QStringLiteral("--source-crs") << QStringLiteral("gcj02");
            }
            const auto called = s_program->call(arguments);
            ASSERT_EQ(called.status, 0) << called.text();
        }
    }
    static void TearDownTestSuite()
    {
        delete s_program;
        delete s_scratch;
    }
    static QString folder() { return QStringLiteral(CUNTU_SOURCE_DIR "/sample-data/county/"); }

    /// "done/of" of target @p label on @p date.
    static std::pair<int, int> milestone(const QString &label, const QString &date)
    {
        const auto document =
            s_program->json({QStringLiteral("milestones"), s_project, QStringLiteral("--as-of"), date});
        for (const QJsonValue &row : document[QStringLiteral("rows")].toArray()) {
            if (row[QStringLiteral("id")].toString() == label) {
                return {row[QStringLiteral("numerator")].toInt(), row[QStringLiteral("denominator")].toInt()};
            }
        }
        return {-1, -1};
    }

    static inline test::Scratch *s_scratch = nullptr;
    static inline test::Program *s_program = nullptr;
    static inline QString s_project;
};

TEST_F(SampleTest, MilestonesAreThoseOfTheGenerator)
{
    // sample-data/README.md, 'Truth'; counted by the generator, not by the program.
    EXPECT_EQ(milestone(QStringLiteral("R01"), QStringLiteral("2018-12-31")), std::pair(174, 225));
    EXPECT_EQ(milestone(QStringLiteral("R02"), QStringLiteral("2018-12-31")), std::pair(519, 859));
    EXPECT_EQ(milestone(QStringLiteral("R02"), QStringLiteral("2019-12-31")), std::pair(612, 859));
    EXPECT_EQ(milestone(QStringLiteral("R03"), QStringLiteral("2019-12-31")), std::pair(224, 256));
    EXPECT_EQ(milestone(QStringLiteral("R02"), QStringLiteral("2020-06-30")), std::pair(670, 859));
    EXPECT_EQ(milestone(QStringLiteral("R04"), QStringLiteral("2020-06-30")), std::pair(633, 806));
}

TEST_F(SampleTest, LevelsAddUp)
{
    std::vector<std::pair<double, double>> sums;
    for (const char *level : {"county", "township", "village"}) {
        const auto document =
            s_program->json({QStringLiteral("indicators"), s_project, QStringLiteral("--as-of"),
                             QStringLiteral("2020-06-30"), QStringLiteral("--by"), QString::fromLatin1(level)});
        std::pair<double, double> sum;
        for (const QJsonValue &row : document[QStringLiteral("rows")].toArray()) {
            if (row[QStringLiteral("indicator")].toString() == QStringLiteral("road_hh_rate")) {
                sum.first += row[QStringLiteral("numerator")].toDouble();
                sum.second += row[QStringLiteral("denominator")].toDouble();
            }
        }
        sums.push_back(sum);
    }
    EXPECT_EQ(sums[0], std::pair(41080.0, 50501.0));
    EXPECT_EQ(sums[1], sums[0]);
    EXPECT_EQ(sums[2], sums[0]);
}

TEST_F(SampleTest, PersonsByModeOfSupplyAddUp)
{
    const auto document =
        s_program->json({QStringLiteral("indicators"), s_project, QStringLiteral("--programme"),
                         QStringLiteral("water"), QStringLiteral("--as-of"), QStringLiteral("2020-06-30")});
    std::map<QString, double> persons;
    double all = 0;
    for (const QJsonValue &row : document[QStringLiteral("rows")].toArray()) {
        persons[row[QStringLiteral("indicator")].toString()] = row[QStringLiteral("numerator")].toDouble();
        if (row[QStringLiteral("indicator")] == QStringLiteral("tap_rate")) {
            all = row[QStringLiteral("denominator")].toDouble();
        }
    }
    EXPECT_NEAR(all, 211336, 1e-6) << "persons of the good settlements";
    const double central = persons[QStringLiteral("urban_ext_pop")] + persons[QStringLiteral("central_large_pop")] +
                           persons[QStringLiteral("central_small_pop")];
    EXPECT_NEAR(persons[QStringLiteral("central_rate")], central, 1e-6);
    EXPECT_NEAR(central + persons[QStringLiteral("dispersed_pop")] + persons[QStringLiteral("unsupplied_pop")], all,
                1e-6);
    EXPECT_LE(persons[QStringLiteral("safe_rate")], central + persons[QStringLiteral("dispersed_pop")]);
}

TEST_F(SampleTest, AMarkChangesTheFigure)
{
    const auto before = milestone(QStringLiteral("R02"), QStringLiteral("2020-06-30"));
    const auto left = s_program->json({QStringLiteral("run"), s_project, QStringLiteral("roads.connection"),
                                       QStringLiteral("--as-of"), QStringLiteral("2020-06-30")});
    EXPECT_FALSE(left[QStringLiteral("result")].toObject().isEmpty());
    // A settlement of 25 households and more that is not connected: truth.json lists some.
    QFile truth(folder() + QStringLiteral("truth.json"));
    ASSERT_TRUE(truth.open(QIODevice::ReadOnly));
    const auto samples = QJsonDocument::fromJson(truth.readAll()).object()[QStringLiteral("samples")].toObject();
    // Names are unique within a village only, so the first one that names a single place is taken.
    bool done = false;
    for (const QJsonValue &place : samples[QStringLiteral("not_connected_at_hand_over_25")].toArray()) {
        const QString name = place.toString().section(QLatin1Char('/'), 1);
        done = done || s_program
                               ->call({QStringLiteral("mark"), s_project, QStringLiteral("settlements"), name,
                                       QStringLiteral("ACCEPTED"), QStringLiteral("--on"), QStringLiteral("2020-06-29"),
                                       QStringLiteral("--by"), QStringLiteral("张工")})
                               .status == 0;
        if (done) {
            break;
        }
    }
    ASSERT_TRUE(done);
    EXPECT_EQ(milestone(QStringLiteral("R02"), QStringLiteral("2020-06-30")),
              std::pair(before.first + 1, before.second));
    EXPECT_EQ(milestone(QStringLiteral("R02"), QStringLiteral("2018-12-31")), std::pair(519, 859));
}

TEST_F(SampleTest, MapAndReportAreWritten)
{
    const QString map = s_scratch->path(QStringLiteral("map.png"));
    const auto drawn =
        s_program->call({QStringLiteral("render"), s_project, QStringLiteral("-o"), map, QStringLiteral("--overlay"),
                         QStringLiteral("roads.access"), QStringLiteral("--as-of"), QStringLiteral("2020-06-30"),
                         QStringLiteral("--size"), QStringLiteral("900x700")});
    EXPECT_EQ(drawn.status, 0) << drawn.text();
    EXPECT_GT(QFileInfo(map).size(), 20000);
    const QString report = s_scratch->path(QStringLiteral("report.html"));
    const auto written = s_program->call({QStringLiteral("report"), s_project, QStringLiteral("-o"), report,
                                          QStringLiteral("--period"), QStringLiteral("2020-Q2")});
    EXPECT_EQ(written.status, 0) << written.text();
    QFile html(report);
    ASSERT_TRUE(html.open(QIODevice::ReadOnly));
    const QByteArray text = html.readAll();
    EXPECT_TRUE(text.contains("data:image/png;base64"));
    EXPECT_TRUE(text.contains("R02"));
    EXPECT_TRUE(text.contains("78.")); // 78.00 %, or a little more after a mark
}

TEST_F(SampleTest, ChecksFindNothingButWhatIsWrong)
{
    const auto called =
        s_program->call({QStringLiteral("check"), s_project, QStringLiteral("--format"), QStringLiteral("json")});
    EXPECT_TRUE(called.status == 0 || called.status == 1) << called.text();
    EXPECT_TRUE(called.json().contains(QStringLiteral("findings")));
}

/// What is asked of, and done to, a copy of the sample project.
class PromiseTest : public SampleTest {
protected:
    void SetUp() override { ASSERT_TRUE(QFile::copy(s_project, m_project)) << "the project is at rest: a single file"; }
    static QStringList words(const char *text) { return QString::fromUtf8(text).split(QLatin1Char(' ')); }
    QStringList command(const char *text) const
    {
        QStringList all = words(text);
        all.insert(1, m_project);
        return all;
    }
    test::Called call(const char *text) const { return s_program->call(command(text)); }
    QJsonObject json(const char *text) const { return s_program->json(command(text)); }
    static double sum(const QJsonArray &rows, const char *field)
    {
        double total = 0;
        for (const QJsonValue &row : rows) {
            total += row[QLatin1String(field)].toDouble();
        }
        return total;
    }

    test::Scratch m_scratch;
    QString m_project = m_scratch.path(QStringLiteral("样例 副本.cuntu"));
};

TEST_F(PromiseTest, AChangeIsExplainedToTheLastPlace)
{
    const QJsonObject why = json("why road_nv_rate --from 2018-12-31 --as-of 2019-12-31");
    EXPECT_EQ(why[QStringLiteral("numerator")].toArray(), (QJsonArray{519, 612}));
    const QJsonArray steps = why[QStringLiteral("steps")].toArray();
    EXPECT_EQ(sum(steps, "numerator"), 612 - 519);
    EXPECT_NEAR(sum(steps, "value"), 100.0 * (612 - 519) / 859, 1e-9);
    for (const QJsonValue &step : steps) {
        EXPECT_FALSE(step[QStringLiteral("features")].toArray().isEmpty());
        EXPECT_FALSE(step[QStringLiteral("features")].toArray().first()[QStringLiteral("name")].toString().isEmpty());
    }
}

TEST_F(PromiseTest, AnotherDefinitionShowsWhatFlips)
{
    // 20 households instead of 25: truth.json counts both.
    const QJsonObject trial = json("try road_nv_rate --param min_hh=20 --as-of 2019-12-31");
    EXPECT_EQ(trial[QStringLiteral("numerator")].toArray(), (QJsonArray{612, 705}));
    EXPECT_EQ(trial[QStringLiteral("denominator")].toArray(), (QJsonArray{859, 1013}));
    EXPECT_EQ(trial[QStringLiteral("flips")].toArray().size(), 1013 - 859);
}

TEST_F(PromiseTest, TheCheapestPlacesReachTheTarget)
{
    const QJsonObject plan = json("cheapest R01 --as-of 2019-12-31");
    EXPECT_EQ(plan[QStringLiteral("missing")].toInt(), 225 - 197);
    EXPECT_EQ(plan[QStringLiteral("features")].toArray().size(), 225 - 197);
    EXPECT_TRUE(plan[QStringLiteral("optimal")].toBool());
    EXPECT_TRUE(plan[QStringLiteral("enough")].toBool());
    const QJsonObject little = json("cheapest R01 --as-of 2019-12-31 --budget 10");
    EXPECT_EQ(little[QStringLiteral("gain")].toInt(), 10);
    EXPECT_FALSE(little[QStringLiteral("enough")].toBool());
}

TEST_F(PromiseTest, ATargetIsSplitAdjustedAndItsVersionsStay)
{
    const QJsonArray parts =
        json("split R01 --into township --quarters outdoor_south --as-of 2018-12-31 --by x")[QStringLiteral("parts")]
            .toArray();
    EXPECT_GT(parts.size(), 1);
    const QJsonObject all = json("milestones --as-of 2018-12-31");
    double eligible = 0;
    double whole = 0;
    for (const QJsonValue &row : all[QStringLiteral("rows")].toArray()) {
        if (row[QStringLiteral("id")].toString() == QStringLiteral("R01")) {
            const bool isPart = row[QStringLiteral("area")].toString().size() > 6;
            (isPart ? eligible : whole) += row[QStringLiteral("denominator")].toDouble();
        }
    }
    EXPECT_EQ(eligible, whole);
    EXPECT_EQ(call("target R01 --area 361199 --value 95 --by x").status, 1) << "without a reason";
    EXPECT_EQ(call("target R01 --area 361199 --value 95 --reason 洪灾 --by x").status, 0);
    const QJsonArray versions = json("targets --versions R01 --area 361199")[QStringLiteral("versions")].toArray();
    ASSERT_EQ(versions.size(), 2);
    EXPECT_EQ(versions.first()[QStringLiteral("target")].toDouble(), 100);
    EXPECT_EQ(versions.last()[QStringLiteral("reason")].toString(), QStringLiteral("洪灾"));
}

TEST_F(PromiseTest, AReceiptIsProvedAfterLaterEntries)
{
    const QString receipt = m_scratch.path(QStringLiteral("凭据.json"));
    QStringList draw = command("receipt road_nv_rate --as-of 2019-12-31 -o");
    ASSERT_EQ(s_program->call(draw << receipt).status, 0);
    ASSERT_EQ(call("mark roads C0035 ACCEPTED --on 2019-06-01 --by 张工 --note 补报").status, 0);
    QStringList prove = command("verify");
    const auto proved = s_program->call(prove << receipt);
    EXPECT_EQ(proved.status, 0) << proved.text();
    QFile file(receipt);
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    QByteArray text = file.readAll();
    file.close();
    ASSERT_TRUE(text.contains("\"numerator\": 612"));
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write(text.replace("\"numerator\": 612", "\"numerator\": 700"));
    file.close();
    const auto forged = s_program->call(prove);
    EXPECT_EQ(forged.status, 1) << forged.text();
}

TEST_F(PromiseTest, ALaterEntryDoesNotChangeWhatWasKnown)
{
    const QString known = Instant::now().toIso();
    QThread::msleep(20);
    const QJsonObject before = json("milestones --as-of 2019-12-31");
    ASSERT_EQ(call("mark roads C0035 ACCEPTED --on 2019-06-01 --by 张工").status, 0);
    EXPECT_EQ(s_program->json(command("milestones --as-of 2019-12-31 --known-on") << known)[QStringLiteral("rows")],
              before[QStringLiteral("rows")]);
    EXPECT_EQ(json("indicators --indicator road_nv_rate --as-of 2019-12-31 --rung certified")[QStringLiteral("rows")]
                  .toArray()
                  .first()[QStringLiteral("numerator")]
                  .toInt(),
              0)
        << "nothing was certified";
}

TEST_F(PromiseTest, ASeriesIsTheFiguresOfItsDays)
{
    const QJsonArray series =
        json("indicators --indicator road_nv_rate --from 2018-10-01 --as-of 2019-12-31 --every quarter")[QStringLiteral(
                                                                                                             "rows")]
            .toArray();
    ASSERT_EQ(series.size(), 5);
    EXPECT_EQ(series.first()[QStringLiteral("date")].toString(), QStringLiteral("2018-12-31"));
    EXPECT_EQ(series.first()[QStringLiteral("numerator")].toInt(), 519);
    EXPECT_EQ(series.last()[QStringLiteral("numerator")].toInt(), 612);
}

TEST_F(PromiseTest, MeasuredProgressOfARoadIsMarkedShownAndCounted)
{
    const auto rate = [&] {
        return json("indicators --indicator road_physical_rate --as-of 2020-06-10 --by county")[QStringLiteral("rows")]
            .toArray()
            .first()[QStringLiteral("value")]
            .toDouble();
    };
    const double before = rate();
    ASSERT_EQ(call("mark roads C0035 --value 60 --on 2020-05-01 --by 张工").status, 0);
    const auto falls = call("mark roads C0035 --value 50 --on 2020-05-15 --by 张工");
    EXPECT_EQ(falls.status, 1);
    EXPECT_TRUE(falls.err.contains(QStringLiteral("ledger.decrease"))) << falls.text();
    EXPECT_TRUE(
        call("mark roads C0035 --value nan --on 2020-05-15 --by 张工").err.contains(QStringLiteral("ledger.value")));
    EXPECT_EQ(call("mark roads C0035 --value sixty --on 2020-05-15 --by 张工").status, 2);
    const QString list = m_scratch.write(QStringLiteral("量测.csv"),
                                         "编号,日期,形象进度,备注\nC0035,2020-05-15,50,核减\nC0035,2020-06-01,80,\n");
    ASSERT_EQ(s_program->json(command("mark roads --by 张工 --from") << list)[QStringLiteral("marked")].toInt(), 2);
    const QJsonArray history = json("history roads C0035")[QStringLiteral("entries")].toArray();
    EXPECT_EQ(history.last()[QStringLiteral("measure")].toString(), QStringLiteral("physical_progress"));
    EXPECT_EQ(history.last()[QStringLiteral("value")].toDouble(), 80);
    EXPECT_EQ(history.last()[QStringLiteral("unit")].toString(), QStringLiteral("%"));
    EXPECT_TRUE(call("history roads C0035").out.contains(QStringLiteral("50 %")));
    EXPECT_GT(rate(), before) << "it is under construction";
}

TEST_F(PromiseTest, SettingsAndWorkingDaysAreKept)
{
    EXPECT_EQ(call("setting milestone.improvement_rung maybe").status, 1);
    EXPECT_EQ(call("setting milestone.nonsense 1").status, 1);
    ASSERT_EQ(call("setting milestone.improvement_rung checked").status, 0);
    EXPECT_TRUE(call("setting").out.contains(QStringLiteral("checked")));
    const auto states = [&] {
        QStringList found;
        for (const QJsonValue &row : json("milestones --as-of 2018-03-31")[QStringLiteral("rows")].toArray()) {
            found << row[QStringLiteral("state")].toString() << row[QStringLiteral("unconfirmed_state")].toString();
        }
        return found;
    };
    const QStringList held = states();
    ASSERT_EQ(call("setting milestone.improvement_rung").status, 0);
    EXPECT_NE(states(), held) << "nothing in the sample is checked";

    const QString list =
        m_scratch.write(QStringLiteral("放假.csv"), "日期,类型\n2020-10-01,放假\n2020-10-02,放假\n2020-09-27,上班\n");
    const QJsonObject loaded = s_program->json(command("calendar --from") << list);
    EXPECT_EQ(loaded[QStringLiteral("holidays")].toInt(), 2);
    EXPECT_EQ(loaded[QStringLiteral("make_up_days")].toInt(), 1);
    // 27, 28, 29, 30 September, 5 October.
    EXPECT_EQ(json("calendar --after 2020-09-25 --working-days 5")[QStringLiteral("by")].toString(),
              QStringLiteral("2020-10-05"));
    ASSERT_EQ(call("rectify --add 路灯 --working-days 5 --on 2020-09-25 --by 办公室").status, 0);
    const QJsonArray items = json("rectify --on 2020-10-12")[QStringLiteral("rows")].toArray();
    ASSERT_EQ(items.size(), 1);
    EXPECT_EQ(items.first()[QStringLiteral("deadline")].toString(), QStringLiteral("2020-10-05"));
    EXPECT_EQ(items.first()[QStringLiteral("overdue_days")].toInt(), 7);
    EXPECT_EQ(items.first()[QStringLiteral("overdue_working_days")].toInt(), 5);
}

TEST_F(PromiseTest, AListOfMarksAndTheHistoryOfARoad)
{
    const QString list = m_scratch.write(QStringLiteral("名单.csv"), "编号,状态,日期\nC0035,已验收,2020-06-29\n");
    const QJsonObject marked = s_program->json(command("mark roads --by 张工 --from") << list);
    EXPECT_EQ(marked[QStringLiteral("marked")].toInt(), 1);
    const QJsonArray history = json("history roads C0035")[QStringLiteral("entries")].toArray();
    ASSERT_FALSE(history.isEmpty());
    EXPECT_EQ(history.last()[QStringLiteral("status")].toString(), QStringLiteral("ACCEPTED"));
    EXPECT_EQ(history.last()[QStringLiteral("who")].toString(), QStringLiteral("张工"));
    const auto jump = call("mark roads C0035 PLANNED --on 2020-06-30 --by 张工");
    EXPECT_EQ(jump.status, 1);
    EXPECT_TRUE(jump.err.contains(QStringLiteral("ledger.step"))) << jump.text();
}

TEST_F(PromiseTest, AlertsAndRectificationFromTheListToTheEnd)
{
    const QJsonArray alerts = json("alerts --as-of 2020-06-30")[QStringLiteral("rows")].toArray();
    ASSERT_EQ(alerts.size(), 4) << "two are overdue, two behind";
    EXPECT_EQ(json("alerts --as-of 2020-07-20")[QStringLiteral("rows")].toArray().size(), 4) << "the same ones";
    ASSERT_EQ(
        call("rectify --add 路面破损 --layer roads --feature C0035 --deadline 2020-03-31 --on 2020-01-10 --by 办公室")
            .status,
        0);
    const QJsonObject listed = json("rectify --on 2020-06-30");
    ASSERT_EQ(listed[QStringLiteral("rows")].toArray().size(), 1);
    EXPECT_EQ(listed[QStringLiteral("overdue")].toInt(), 1);
    EXPECT_EQ(listed[QStringLiteral("rows")].toArray().first()[QStringLiteral("overdue_days")].toInt(), 91);
    const QString id = QString::number(listed[QStringLiteral("rows")].toArray().first()[QStringLiteral("id")].toInt());
    const auto step = [&](const char *rest) {
        return s_program->call(QStringList{QStringLiteral("case"), m_project, id} + words(rest));
    };
    EXPECT_EQ(step("CLOSED --on 2020-02-01 --by 李核").status, 1) << "not before it is checked";
    EXPECT_EQ(step("ASSIGNED --on 2020-01-12 --by 办公室").status, 0);
    EXPECT_EQ(step("RECTIFYING --on 2020-01-20 --by 张工").status, 0);
    EXPECT_EQ(step("SUBMITTED --on 2020-02-20 --by 张工").status, 0);
    const auto own = step("CHECKED --on 2020-03-01 --by 张工");
    EXPECT_EQ(own.status, 1);
    EXPECT_TRUE(own.err.contains(QStringLiteral("case.same_checker"))) << own.text();
    EXPECT_EQ(step("CHECKED --on 2020-03-01 --by 李核").status, 0);
    EXPECT_TRUE(step("CLOSED --on 2020-03-02 --by 李核").err.contains(QStringLiteral("case.evidence")));
}

TEST_F(PromiseTest, AClosedPeriodAsksWhyAnEntryIsLate)
{
    ASSERT_EQ(call("close 2020-03 --reason 季报已出 --by 王主任").status, 0);
    const auto late = call("mark settlements 1 ACCEPTED --on 2020-03-31 --by 张工");
    EXPECT_EQ(late.status, 1);
    EXPECT_TRUE(late.err.contains(QStringLiteral("ledger.closed_period"))) << late.text();
    EXPECT_EQ(call("mark settlements 1 ACCEPTED --on 2020-03-31 --by 张工 --note 漏报").status, 0);
}

TEST_F(PromiseTest, ForecastsAreScoredOnWhatFollowed)
{
    const QJsonArray scores = json("backtest R02 --as-of 2020-06-30")[QStringLiteral("rows")].toArray();
    ASSERT_EQ(scores.size(), 3);
    double before = 0;
    for (const QJsonValue &score : scores) {
        EXPECT_GE(score[QStringLiteral("cases")].toInt(), 40) << "months of the years 2016 to 2020";
        const double error = score[QStringLiteral("recent_pace")].toDouble();
        EXPECT_GT(error, before) << "the farther the less sure";
        before = error;
    }
    // In percentage points; docs/performance.md has the figures.
    EXPECT_LT(scores.first()[QStringLiteral("recent_pace")].toDouble(), 1);
    EXPECT_LT(before, 3);
}

} // namespace
} // namespace cuntu
