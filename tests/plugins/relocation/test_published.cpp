// SPDX-License-Identifier: GPL-3.0-or-later
// Published instances through the command line, as a user would solve them.
#include "tests/cli/program.h"

#include <QFile>
#include <QStandardPaths>

#include <cmath>
#include <map>

using namespace Qt::Literals::StringLiterals;

namespace cuntu::test {
namespace {

QString shared(const QString &file)
{
    return QStringLiteral(CUNTU_SHARED_DATA "/") + file;
}

/// The rows of a CSV file without quotes, cells by heading; empty where the file is not there.
std::vector<std::map<QString, QString>> readCsv(const QString &path)
{
    QFile file(path);
    std::vector<std::map<QString, QString>> rows;
    if (!file.open(QIODevice::ReadOnly)) {
        return rows;
    }
    const QStringList heads = QString::fromUtf8(file.readLine()).trimmed().split(u',');
    while (!file.atEnd()) {
        const QStringList cells = QString::fromUtf8(file.readLine()).trimmed().split(u',');
        auto &row = rows.emplace_back();
        for (qsizetype k = 0; k < std::min(cells.size(), heads.size()); ++k) {
            row[heads[k]] = cells[k];
        }
    }
    return rows;
}

class Published : public testing::Test {
protected:
    void create(const QString &name, const QString &crs)
    {
        m_project = m_scratch.path(name + u".cuntu"_s);
        ASSERT_EQ(m_program.call({u"new"_s, m_project, u"--crs"_s, crs}).status, 0);
    }
    void import(const QString &file, const QString &layer, const QStringList &more = {})
    {
        const Called called =
            m_program.call(QStringList{u"import"_s, m_project, file, u"--as"_s, u"layer:"_s + layer} + more);
        ASSERT_EQ(called.status, 0) << called.text();
    }
    QJsonObject run(const QString &model, const QString &words) const
    {
        const QStringList arguments = words.split(u' ', Qt::SkipEmptyParts);
        return m_program.json(QStringList{u"run"_s, m_project, u"relocation."_s + model} + arguments)[u"result"_s]
            .toObject();
    }
    static void expectProven(const QJsonObject &result, double optimum, double tolerance, const QString &what)
    {
        EXPECT_NEAR(result[u"objective"_s].toDouble(), optimum, tolerance) << what.toStdString();
        EXPECT_NEAR(result[u"bound"_s].toDouble(), optimum, tolerance) << what.toStdString();
        EXPECT_TRUE(result[u"optimal"_s].toBool()) << what.toStdString();
    }

    Scratch m_scratch;
    Program m_program;
    QString m_project;
};

TEST_F(Published, CapacitatedPMediansOfUpTo100Nodes)
{
    const auto rows = readCsv(shared(u"cpmp/optima.csv"_s));
    if (rows.empty()) {
        GTEST_SKIP() << "no instances of the capacitated p-median beside the source";
    }
    for (auto row : rows) {
        if (row[u"nodes"_s].toInt() > 100) {
            continue;
        }
        const QString name = row[u"instance"_s];
        create(name, u"EPSG:4527"_s);
        import(shared(u"cpmp/%1.csv"_s.arg(name)), u"nodes"_s, {u"--source-crs"_s, u"EPSG:4527"_s});
        const bool isFloor = row[u"distance"_s].startsWith(u"floor");
        expectProven(
            run(u"capacitated"_s,
                u"--demand nodes --candidates nodes --size demand --capacity capacity --sites %1 --rounding %2"_s.arg(
                    row[u"p"_s], isFloor ? u"floor"_s : u"none"_s)),
            row[u"optimum"_s].toDouble(), 0.005, name);
    }
}

TEST_F(Published, StoresOfSanFranciscoByATableOfDistances)
{
    const auto rows = readCsv(shared(u"siting_sf/optima.csv"_s));
    if (rows.empty()) {
        GTEST_SKIP() << "no instances of San Francisco beside the source";
    }
    create(u"sf"_s, u"EPSG:32610"_s);
    import(shared(u"siting_sf/SF_demand_205_centroid_uniform_weight.csv"_s), u"tracts"_s);
    import(shared(u"siting_sf/SF_store_site_16_longlat.csv"_s), u"stores"_s);
    import(shared(u"siting_sf/SF_network_distance_candidateStore_16_censusTract_205_new.csv"_s), u"ways"_s);
    for (auto row : rows) {
        const QString common =
            u"--demand tracts --demand-key name --weight pop2000 --candidates stores --candidate-key name "
            "--table ways --table-demand destinationname --table-candidate name --cost distance --sites "_s +
            row[u"p"_s];
        const QJsonObject median = run(u"p_median"_s, common);
        expectProven(median, row[u"p_median_demand_metres"_s].toDouble(), 0.01, u"p-median "_s + row[u"p"_s]);
        QStringList sites;
        for (const QJsonValue &site : median[u"sites"_s].toArray()) {
            sites << site.toString();
        }
        EXPECT_EQ(sites.join(u' '), row[u"p_median_sites"_s]);
        expectProven(run(u"p_center"_s, common), row[u"p_center_m"_s].toDouble(), 0.001, u"p-centre "_s + row[u"p"_s]);
        for (const QString &limit : {u"2000"_s, u"3000"_s, u"5000"_s}) {
            expectProven(run(u"max_coverage"_s, common + u" --limit "_s + limit),
                         row[u"covered_%1m"_s.arg(limit)].toDouble(), 1e-6, u"coverage "_s + limit);
        }
    }
}

TEST_F(Published, CoverageOfNewYorkBy50SitesIsProven)
{
    const auto rows = readCsv(shared(u"mclp/optima.csv"_s));
    if (rows.empty()) {
        GTEST_SKIP() << "no instances of maximal coverage beside the source";
    }
    create(u"NewYork"_s, u"EPSG:32618"_s);
    import(shared(u"mclp/NewYork.csv"_s), u"nodes"_s);
    auto row = rows.front();
    ASSERT_EQ(row[u"p"_s], u"50");
    expectProven(run(u"max_coverage"_s, u"--demand nodes --candidates nodes --weight demand --distance great_circle "
                                        "--limit %1 --sites 50"_s.arg(row[u"radius_m"_s])),
                 row[u"covered_demand"_s].toDouble(), 1e-6, u"New York, 50 sites"_s);
}

TEST_F(Published, CoverageOfNewYorkBy60SitesIsProvenByCbc)
{
    auto rows = readCsv(shared(u"mclp/optima.csv"_s));
    if (rows.empty() || QStandardPaths::findExecutable(u"cbc"_s).isEmpty()) {
        GTEST_SKIP() << "no instances of maximal coverage beside the source, or no coinor-cbc";
    }
    create(u"NewYork"_s, u"EPSG:32618"_s);
    import(shared(u"mclp/NewYork.csv"_s), u"nodes"_s);
    ASSERT_EQ(rows[1][u"p"_s], u"60");
    const QJsonObject result =
        run(u"max_coverage"_s, u"--demand nodes --candidates nodes --weight demand --distance great_circle --limit %1 "
                               "--sites 60 --solver cbc"_s.arg(rows[1][u"radius_m"_s]));
    expectProven(result, rows[1][u"covered_demand"_s].toDouble(), 1e-6, u"New York, 60 sites"_s);
    EXPECT_EQ(result[u"proven_by"_s].toString(), u"CBC");
}

/// Whether the published sites cover what is published, also where that is not proven here (docs/performance.md).
TEST_F(Published, SitesOfNewYorkAndTheBronxCoverWhatIsPublished)
{
    const auto rows = readCsv(shared(u"mclp/optima.csv"_s));
    if (rows.empty()) {
        GTEST_SKIP() << "no instances of maximal coverage beside the source";
    }
    std::map<QString, QString> sites;
    for (auto row : readCsv(shared(u"mclp/sites.csv"_s))) {
        sites[row[u"instance"_s] + row[u"p"_s]] = row[u"sites"_s];
    }
    QString open;
    for (auto row : rows) {
        if (row[u"p"_s] != u"50" && row[u"p"_s] != u"100") {
            continue;
        }
        if (open != row[u"instance"_s]) {
            open = row[u"instance"_s];
            create(open, u"EPSG:32618"_s);
            import(shared(u"mclp/%1.csv"_s.arg(open)), u"nodes"_s);
        }
        QString fixed = sites[open + row[u"p"_s]];
        expectProven(run(u"max_coverage"_s,
                         u"--demand nodes --candidates nodes --candidate-key node --weight demand --distance "
                         "great_circle --limit %1 --sites %2 --fixed %3"_s.arg(row[u"radius_m"_s], row[u"p"_s],
                                                                               fixed.replace(u' ', u','))),
                     row[u"covered_demand"_s].toDouble(), 1e-6, open + row[u"p"_s]);
    }
}

TEST_F(Published, PCentresOfTheOrLibrary)
{
    const auto rows = readCsv(shared(u"p_median/optima_p_center.csv"_s));
    if (rows.empty()) {
        GTEST_SKIP() << "no OR-Library instances beside the source";
    }
    for (auto row : rows) {
        const QString name = row[u"instance"_s];
        QFile file(shared(u"p_median/%1.txt"_s.arg(name)));
        ASSERT_TRUE(file.open(QIODevice::ReadOnly));
        QTextStream text(&file);
        int nodes = 0;
        int edges = 0;
        int sites = 0;
        text >> nodes >> edges >> sites;
        std::map<std::pair<int, int>, int> costs;
        for (int k = 0; k < edges; ++k) {
            int from = 0;
            int to = 0;
            int cost = 0;
            text >> from >> to >> cost;
            costs[std::minmax(from, to)] = cost; // the last of several counts
        }
        const auto place = [](int node) {
            return u"%1 %2"_s.arg(500000 + 100 * (node % 30)).arg(3100000 + 100 * (node / 30));
        };
        QByteArray points = "node,wkt\n";
        QByteArray lines = "cost,wkt\n";
        for (int node = 1; node <= nodes; ++node) {
            points += u"%1,POINT(%2)\n"_s.arg(node).arg(place(node)).toUtf8();
        }
        for (const auto &[ends, cost] : costs) {
            lines += u"%1,\"LINESTRING(%2,%3)\"\n"_s.arg(cost).arg(place(ends.first), place(ends.second)).toUtf8();
        }
        create(name, u"EPSG:4547"_s);
        import(m_scratch.write(name + u"_points.csv"_s, points), u"nodes"_s, {u"--source-crs"_s, u"EPSG:4547"_s});
        import(m_scratch.write(name + u"_lines.csv"_s, lines), u"edges"_s, {u"--source-crs"_s, u"EPSG:4547"_s});
        expectProven(run(u"p_center"_s,
                         u"--demand nodes --candidates nodes --network edges --cost cost --sites "_s + row[u"p"_s]),
                     row[u"radius"_s].toDouble(), 0, name);
    }
}

/// A user who asks for what cannot be gets an answer, too.
TEST_F(Published, WhatDoesNotFitSaysWhatWould)
{
    create(u"small"_s, u"EPSG:4547"_s);
    import(m_scratch.write(
               u"places.csv"_s,
               "name,x,y,people,places\nA,500000,3100000,30,40\nB,500100,3100000,20,40\nC,500200,3100000,18,40\n"),
           u"places"_s, {u"--source-crs"_s, u"EPSG:4547"_s});
    const QJsonObject result =
        run(u"capacitated"_s, u"--demand places --candidates places --weight people --capacity places --sites 1"_s);
    EXPECT_FALSE(result[u"feasible"_s].toBool(true));
    EXPECT_EQ(result[u"violations"_s].toArray().first()[u"amount"_s].toDouble(), 28);
    std::map<QString, double> amounts;
    for (const QJsonValue &each : result[u"relaxations"_s].toArray()) {
        amounts[each[u"kind"_s].toString()] = each[u"amount"_s].toDouble();
    }
    EXPECT_EQ(amounts, (std::map<QString, double>{{u"places"_s, 28}, {u"sites"_s, 1}}));
    EXPECT_TRUE(run(u"capacitated"_s,
                    u"--demand places --candidates places --weight people --capacity places --sites 2"_s)[u"feasible"_s]
                    .toBool());
}

} // namespace
} // namespace cuntu::test
