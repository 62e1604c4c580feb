// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/program.h"

namespace cuntu {
namespace {

using namespace Qt::StringLiterals;

/// Extracts of OpenStreetMap by the profiles that come with the program, against counts made elsewhere.
TEST(ImportOsm, RoadsAndPlacesAreThoseThatWereCounted)
{
    const QString folder = QStringLiteral(CUNTU_SHARED_DATA "/osm/");
    QFile counts(folder + u"counts.json"_s);
    if (!counts.open(QIODevice::ReadOnly)) {
        GTEST_SKIP() << "the extracts are not there: " << folder.toStdString();
    }
    const QStringList classes{u"motorway"_s,      u"motorway_link"_s, u"trunk"_s,        u"trunk_link"_s,
                              u"primary"_s,       u"primary_link"_s,  u"secondary"_s,    u"secondary_link"_s,
                              u"tertiary"_s,      u"tertiary_link"_s, u"unclassified"_s, u"residential"_s,
                              u"living_street"_s, u"service"_s,       u"track"_s,        u"road"_s};
    const test::Program program;
    test::Scratch scratch;
    int looked = 0;
    for (const QJsonValue &each : QJsonDocument::fromJson(counts.readAll()).array()) {
        const QString file = each[u"file"].toString();
        if (!file.endsWith(u".pbf"_s)) {
            continue;
        }
        ++looked;
        int roads = 0;
        for (const QString &name : classes) {
            roads += each[u"highway_count"][name].toInt();
        }
        const QString project = scratch.path(file + u".cuntu"_s);
        ASSERT_EQ(program.call({u"new"_s, project}).status, 0);
        const auto import = [&](const QString &profile) {
            return program.json({u"import"_s, project, folder + file, u"--profile"_s, profile});
        };
        EXPECT_EQ(import(u"roads_osm"_s)[u"taken"].toInt(), roads) << file.toStdString();
        int places = 0;
        for (const char *kind : {"village", "hamlet", "isolated_dwelling", "farm"}) {
            places += each[u"place"][QLatin1String(kind)].toInt();
        }
        const QJsonObject settlements = import(u"settlements_osm"_s);
        const int nameless = settlements[u"rejected"].toInt();
        EXPECT_EQ(settlements[u"taken"].toInt() + nameless, places) << file.toStdString();
        const QJsonObject again = import(u"roads_osm"_s);
        EXPECT_EQ(again[u"updated"].toInt(), roads) << "an extract of next month updates by OpenStreetMap's numbers";
        EXPECT_EQ(again[u"changed"].toInt(), 0);
    }
    EXPECT_EQ(looked, 2);
}

} // namespace
} // namespace cuntu
