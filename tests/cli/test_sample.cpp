// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/program.h"

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

} // namespace
} // namespace cuntu
