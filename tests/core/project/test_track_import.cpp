// SPDX-License-Identifier: GPL-3.0-or-later
#include "lamp_project.h"

namespace cuntu {
namespace {

class TrackImportTest : public test::LampProjectTest {};

TEST_F(TrackImportTest, AGpxTrackIsCutWhereItWasNotRecorded)
{
    // 111 m a step of 0.001 degrees of latitude; 555 m between the third and the fourth.
    QByteArray points;
    for (const char *latitude : {"28.400", "28.401", "28.402", "28.407", "28.408", "28.420"}) {
        points += "<trkpt lat=\"" + QByteArray(latitude) + "\" lon=\"117.4\"/>";
    }
    ImportRequest request;
    request.role = QStringLiteral("layer:tracks");
    request.sheet = QStringLiteral("tracks");
    request.file = m_scratch.write(QStringLiteral("a.gpx"),
                                   "<?xml version=\"1.0\"?><gpx version=\"1.1\" creator=\"t\" "
                                   "xmlns=\"http://www.topografix.com/GPX/1/1\"><trk><name>一号</name><trkseg>" +
                                       points + "</trkseg></trk></gpx>");
    const auto report = m_project->import(request, {});
    ASSERT_TRUE(report) << report.error().toText().toStdString();
    EXPECT_EQ(report->taken, 1);
    const auto row = m_project->feature(QStringLiteral("tracks"), {1});
    ASSERT_TRUE(row);
    ASSERT_EQ(row->geometry.partCount(), 2U) << "the last position stands alone";
    EXPECT_EQ(row->geometry.part(0).size(), 3U);
    EXPECT_EQ(row->geometry.part(1).size(), 2U);
}

} // namespace
} // namespace cuntu
