// SPDX-License-Identifier: GPL-3.0-or-later
#include "map_fixture.h"
#include "maps/compose/poster.h"

#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace cuntu {
namespace {

using namespace test;

RenderLayer ground()
{
    SnapshotBuilder builder("ground", GeometryType::Polygon);
    builder.box({0, 0, 1000, 800});
    return layerOf(std::move(builder));
}

/// A poster on A3 with @p townships areas, in each of which @p items things are left.
Poster poster(int townships, int items, bool upright = false, bool chinese = true)
{
    Poster made;
    made.request = mapOf({ground()}, upright ? QSize(1188, 1680) : QSize(1680, 1188));
    made.content = {0, 0, 1000, 800};
    made.sheet_mm = upright ? QSizeF(297, 420) : QSizeF(420, 297);
    made.title =
        chinese ? QStringLiteral("云溪县 · 自然村通达情况") : QStringLiteral("Yunxi county · Access of settlements");
    made.subtitle = chinese ? QStringLiteral("交通建设 – 截至2018年6月30日") : QStringLiteral("As of 30 June 2018");
    made.mark = chinese ? QStringLiteral("内部使用") : QStringLiteral("Internal use");
    made.approval = QStringLiteral("审图号：GS(2022)1083号");
    made.sourceLine = QStringLiteral("CGCS2000 / 3-degree Gauss-Kruger zone 39");
    made.dateLine = QStringLiteral("2018-06-30");
    made.numberName = QStringLiteral("通达率");
    made.number = QStringLiteral("86.21 %");
    made.numberNote = QStringLiteral("740 / 859 个");
    made.counters = {{QStringLiteral("已完成"), QStringLiteral("740"), Qt::darkGreen},
                     {QStringLiteral("在建"), QStringLiteral("40"), Qt::darkYellow},
                     {QStringLiteral("未开工"), QStringLiteral("79"), Qt::red}};
    made.listTitle = QStringLiteral("还没有完成");
    for (int t = 0; t < townships; ++t) {
        PosterGroup group{QStringLiteral("第%1镇").arg(t + 1), QStringLiteral("张副县长、县交通运输局"), {}};
        for (int i = 0; i < items; ++i) {
            group.items << (chinese ? QStringLiteral("自然村%1-%2").arg(t).arg(i)
                                    : QStringLiteral("Settlement %1-%2").arg(t).arg(i));
        }
        made.groups.push_back(group);
    }
    return made;
}

/// Every text lies on the sheet, beside the map, and over no other one.
void expectTidy(const PosterResult &drawn, QSize size)
{
    const QRectF sheet(QPointF(0, 0), size);
    for (std::size_t i = 0; i < drawn.texts.size(); ++i) {
        const PosterText &text = drawn.texts[i];
        EXPECT_TRUE(sheet.contains(text.box)) << text.text.toStdString();
        EXPECT_FALSE(drawn.mapFrame.intersects(text.box)) << text.text.toStdString();
        for (std::size_t j = 0; j < i; ++j) {
            const QRectF both = text.box.intersected(drawn.texts[j].box);
            EXPECT_LT(both.width() * both.height(), 1)
                << text.text.toStdString() << " over " << drawn.texts[j].text.toStdString();
        }
    }
}

TEST(Poster, EverythingFitsInBothLanguagesAndDirections)
{
    for (const bool upright : {false, true}) {
        for (const bool chinese : {false, true}) {
            const Poster wanted = poster(6, 9, upright, chinese);
            const auto drawn = renderPoster(wanted);
            ASSERT_TRUE(drawn) << drawn.error().toText().toStdString();
            EXPECT_EQ(drawn->image.size(), wanted.request.extent.size);
            expectTidy(*drawn, wanted.request.extent.size);
            EXPECT_EQ(drawn->itemsShown, 54);
            EXPECT_EQ(drawn->itemsLeftOut, 0);
            QString all;
            for (const PosterText &text : drawn->texts) {
                all += text.text + QLatin1Char('\n');
            }
            for (const QString &part : {wanted.title, wanted.mark, wanted.approval, wanted.number, wanted.numberNote,
                                        wanted.counters[1].value, wanted.groups[5].name}) {
                EXPECT_TRUE(all.contains(part)) << part.toStdString();
            }
            const QString joined = QString(all).remove(QRegularExpression(QStringLiteral("\\s")));
            EXPECT_TRUE(joined.contains(QString(wanted.groups[5].items[8]).remove(QLatin1Char(' '))));
        }
    }
}

TEST(Poster, ALongListIsCutAndSaysByHowMuch)
{
    const Poster wanted = poster(20, 60);
    const auto drawn = renderPoster(wanted);
    ASSERT_TRUE(drawn);
    expectTidy(*drawn, wanted.request.extent.size);
    EXPECT_GT(drawn->itemsShown, 100);
    EXPECT_EQ(drawn->itemsShown + drawn->itemsLeftOut, 1200);
    EXPECT_EQ(drawn->itemsShown % 20, 0) << "as many of each area";
    int areas = 0;
    for (const PosterText &text : drawn->texts) {
        areas += text.text.contains(QStringLiteral("镇: 60")) || text.text.contains(QStringLiteral("镇：60")) ? 1 : 0;
    }
    EXPECT_EQ(areas, 20) << "every area is named with the number that is left there";
}

TEST(Poster, MoreAreasThanFitAreCounted)
{
    const Poster wanted = poster(400, 3);
    const auto drawn = renderPoster(wanted);
    ASSERT_TRUE(drawn);
    expectTidy(*drawn, wanted.request.extent.size);
    EXPECT_EQ(drawn->itemsShown + drawn->itemsLeftOut, 1200);
    EXPECT_FALSE(drawn->texts.empty());
    EXPECT_TRUE(std::any_of(drawn->texts.begin(), drawn->texts.end(),
                            [](const PosterText &text) { return text.text.contains(QStringLiteral("more areas")); }));
}

TEST(Poster, TheMapShowsAllOfTheContent)
{
    const Poster wanted = poster(2, 2);
    const auto drawn = renderPoster(wanted);
    ASSERT_TRUE(drawn);
    const MapExtent &extent = drawn->map.map.extent;
    for (const Point corner : {Point{0, 0}, Point{1000, 800}}) {
        const Point pixel = extent.toPixel(corner);
        EXPECT_TRUE(QRectF(QPointF(0, 0), extent.size).contains(QPointF(pixel.x, pixel.y)));
    }
    EXPECT_GT(drawn->mapFrame.width() * drawn->mapFrame.height(), 0.4 * 1680 * 1188);
}

TEST(Poster, IsWrittenWithTheSizeOfThePaper)
{
    const QTemporaryDir folder;
    const auto bytesOf = [&](const char *name) {
        const QString path = folder.filePath(QString::fromUtf8(name));
        const auto written = renderPosterToFile(poster(6, 9), path);
        EXPECT_TRUE(written) << written.error().toText().toStdString();
        QFile file(path);
        EXPECT_TRUE(file.open(QIODevice::ReadOnly));
        return file.readAll();
    };
    const QByteArray pdf = bytesOf("墙.pdf");
    EXPECT_TRUE(pdf.startsWith("%PDF"));
    const auto box =
        QRegularExpression(QStringLiteral("/MediaBox \\[0 0 ([\\d.]+) ([\\d.]+)")).match(QString::fromLatin1(pdf));
    ASSERT_TRUE(box.hasMatch());
    EXPECT_NEAR(box.captured(1).toDouble(), 420 / 25.4 * 72, 1.5);
    EXPECT_NEAR(box.captured(2).toDouble(), 297 / 25.4 * 72, 1.5);
    EXPECT_TRUE(bytesOf("墙.png").startsWith("\x89PNG"));
    EXPECT_FALSE(bytesOf("墙.svg").contains("<text"));
    EXPECT_EQ(renderPosterToFile(poster(1, 1), folder.filePath(QStringLiteral("x.gif"))).error().code,
              ErrorCode::OutOfRange);
    Poster tiny = poster(1, 1);
    tiny.request.extent.size = {100, 80};
    EXPECT_EQ(renderPoster(tiny).error().code, ErrorCode::OutOfRange);
}

} // namespace
} // namespace cuntu
