// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/project.h"
#include "plugins/roads/connection.h"
#include "tests/plugins/roads/repair.h"
#include "tests/plugins/roads/small_county.h"

#include <gtest/gtest.h>

#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

using namespace Qt::Literals::StringLiterals;

namespace cuntu::roads {
namespace {

/// A folder as a bureau hands it over, read into a project of its own.
class County {
public:
    explicit County(const QString &folder) : m_folder(folder)
    {
        auto project = Project::create({m_place.filePath(u"county.cuntu"_s), u"county"_s, {}}, freeze(wholeRegistry()));
        EXPECT_TRUE(project) << (project ? "" : project.error().toText().toStdString());
        m_project = std::move(*project);
    }

    qint64 import(const QString &file, const QString &role, const std::optional<Crs> &crs = {})
    {
        ImportRequest request;
        request.file = QFileInfo(file).isAbsolute() ? file : m_folder + u'/' + file;
        request.role = role;
        request.sourceCrs = crs;
        request.rejectsFile = m_place.filePath(u"rejects.csv"_s);
        request.who = u"test"_s;
        const auto report = m_project->import(request, {});
        EXPECT_TRUE(report) << (report ? "" : report.error().toText().toStdString());
        return report ? report->taken : -1;
    }

    /// Numerator and denominator of the whole county.
    std::pair<double, double> figure(const QString &indicator, const QMap<QString, QString> &given, Day on) const
    {
        const auto snapshot = m_project->snapshot();
        EXPECT_TRUE(snapshot);
        const auto set =
            m_project->registry().findIndicator(indicator)->evaluate({**snapshot, values(given), on}, JobContext());
        EXPECT_TRUE(set) << (set ? "" : set.error().toText().toStdString());
        std::pair<double, double> sum;
        for (const Contribution &item : set ? set->items : std::vector<Contribution>()) {
            sum.first += item.numerator;
            sum.second += item.denominator;
        }
        return sum;
    }

    Immutable<ProjectSnapshot> snapshot() const
    {
        auto made = m_project->snapshot();
        EXPECT_TRUE(made);
        return *made;
    }

    QJsonObject truth() const
    {
        QFile file(m_folder + u"/truth.json"_s);
        EXPECT_TRUE(file.open(QIODevice::ReadOnly));
        return QJsonDocument::fromJson(file.readAll()).object();
    }

private:
    QTemporaryDir m_place;
    QString m_folder;
    std::unique_ptr<Project> m_project;
};

TEST(RoadCounties, Yiyang)
{
    const QString shared = QStringLiteral(CUNTU_SHARED_DATA);
    if (!QFileInfo::exists(shared + u"/bureau_yiyang"_s)) {
        GTEST_SKIP() << "the bureau's folder is not on this machine: " << CUNTU_SHARED_DATA;
    }
    County county(shared + u"/bureau_yiyang"_s);
    county.import(shared + u"/areas/yiyang_townships.csv"_s, u"townships"_s);
    county.import(u"行政村.shp"_s, u"villages"_s);
    EXPECT_EQ(county.import(u"自然村.xlsx"_s, u"settlements"_s), 1550);
    EXPECT_EQ(county.import(u"道路.kml"_s, u"roads"_s, Crs::gcj02()), 2045);
    const Day on = day("2020-12-31");
    EXPECT_EQ(county.figure(u"road_nv_rate"_s, {}, on), std::pair(0.0, 886.0))
        << "nobody said that a road was accepted";
    const auto lenient = county.figure(u"road_nv_rate"_s, {{u"accept_unmarked"_s, u"true"_s}}, on);
    EXPECT_EQ(lenient.second, 886.0);
    EXPECT_GT(lenient.first, 0.0);
}

/// The made-up county of sample-data, whose generator knows who is connected.
TEST(RoadCounties, SampleAgreesWithItsGenerator)
{
    County county(QStringLiteral(CUNTU_SOURCE_DIR "/sample-data/county"));
    county.import(u"乡镇.csv"_s, u"townships"_s);
    county.import(u"行政村.shp"_s, u"villages"_s);
    const QJsonObject truth = county.truth();
    EXPECT_EQ(county.import(u"自然村.xlsx"_s, u"settlements"_s), truth[u"settlements_good"_s].toInt());
    county.import(u"道路.kml"_s, u"roads"_s, Crs::gcj02());
    county.import(u"道路进度.csv"_s, u"progress:roads"_s);
    for (const TargetTemplate &target : wholeRegistry().targetTemplates) {
        const QJsonObject expected = truth[u"targets"_s][target.label].toObject();
        if (target.indicator != u"road_nv_rate"_s) {
            continue; // the generator counts settlements
        }
        for (const QString &on : {u"2018-12-31"_s, u"2019-12-31"_s, u"2020-06-30"_s}) {
            SCOPED_TRACE((target.label + u" on "_s + on).toStdString());
            const auto [connected, eligible] = county.figure(u"road_nv_rate"_s, target.parameters, *Day::fromIso(on));
            EXPECT_EQ(eligible, expected[u"eligible"_s].toInt());
            EXPECT_EQ(connected, expected[u"on"_s][on][u"connected"_s].toInt());
            const auto [connectedHouseholds, households] =
                county.figure(u"road_hh_rate"_s, target.parameters, *Day::fromIso(on));
            EXPECT_EQ(households, expected[u"eligible_households"_s].toInt());
            EXPECT_EQ(connectedHouseholds, expected[u"on"_s][on][u"households"_s].toInt());
        }
    }
}

TEST(RoadCounties, RepairingWhatTheReasonNamesConnectsEverySettlementOfTheSample)
{
    County county(QStringLiteral(CUNTU_SOURCE_DIR "/sample-data/county"));
    county.import(u"乡镇.csv"_s, u"townships"_s);
    county.import(u"行政村.shp"_s, u"villages"_s);
    county.import(u"自然村.xlsx"_s, u"settlements"_s);
    county.import(u"道路.kml"_s, u"roads"_s, Crs::gcj02());
    county.import(u"道路进度.csv"_s, u"progress:roads"_s);
    const auto snapshot = county.snapshot();
    for (const Destination destination : {Destination::Classified, Destination::OwnCommittee}) {
        Rule rule;
        rule.destination = destination;
        const Day on = day("2019-12-31");
        const auto found = connect(*snapshot, rule, on, Detail::Connected, {});
        ASSERT_TRUE(found);
        const std::size_t count = found->standings.size();
        const std::vector<OwnStatus> statuses(count, OwnStatus::None);
        std::vector<bool> committees(count);
        for (std::size_t row = 0; row < count; ++row) {
            committees[row] = found->standings[row].hasCommittee;
        }
        const std::vector<std::uint32_t> villages = villageNumbers(*found->settlements, snapshot->areas(), on);
        const std::vector<bool> none(count, false);
        int left = 0;
        for (std::size_t row = 0; row < count; ++row) {
            if (found->standings[row].eligibility == Eligibility::Eligible && !found->accesses[row].connected) {
                expectReasonHolds({*found->network, found->segments, statuses, none, committees, villages, rule}, row);
                ++left;
            }
        }
        EXPECT_GT(left, 100);
    }
}

} // namespace
} // namespace cuntu::roads
