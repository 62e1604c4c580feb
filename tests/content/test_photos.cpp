// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/photo_plan.h"
#include "ui/content/photo_files.h"

#include "core/geo/shift.h"
#include "tests/core/project/lamp_project.h"

#include <QFileInfo>
#include <QLinearGradient>
#include <QPainter>

#include <exiv2/exiv2.hpp>

#include <bit>
#include <random>

namespace cuntu {
namespace {

using test::day;

/// A picture that looks like no other of another seed.
QImage picture(unsigned seed, QSize size = {320, 240})
{
    std::mt19937 random(seed);
    const auto below = [&](int n) { return std::uniform_int_distribution<int>(0, n - 1)(random); };
    QImage image(size, QImage::Format_RGB32);
    QPainter painter(&image);
    painter.fillRect(image.rect(), QColor(below(256), below(256), below(256)));
    for (int i = 0; i < 60; ++i) {
        painter.fillRect(QRect(below(size.width()), below(size.height()), below(120), below(90)),
                         QColor(below(256), below(256), below(256)));
    }
    return image;
}

struct Tags {
    std::optional<Point> lonLat;
    const char *taken = nullptr; ///< "2019:05:01 08:30:00"
    double bearing_deg = -1;
};

std::string angleText(double degrees)
{
    const double seconds = std::abs(degrees) * 3600;
    return QStringLiteral("%1/1 %2/1 %3/100000")
        .arg(static_cast<int>(seconds / 3600))
        .arg(static_cast<int>(std::fmod(seconds, 3600) / 60))
        .arg(std::llround(std::fmod(seconds, 60) * 100000))
        .toStdString();
}

class PhotoTest : public test::LampProjectTest {
protected:
    void SetUp() override
    {
        LampProjectTest::SetUp();
        import("villages", "村代码,村名,WKT\n"
                           "361126001001,甲村,\"POLYGON((117.4 28.4,117.5 28.4,117.5 28.5,117.4 28.5,117.4 28.4))\"\n");
        import("settlements", "编号,自然村名称,行政村代码,户数,经度,纬度\n"
                              "S1,东湾,361126001001,30,117.41,28.41\n"
                              "S2,西湾,361126001001,30,117.4995,28.45\n");
        import("layer:paths", "名称,WKT\n长路,\"LINESTRING(117.42 28.4,117.42 28.5)\"\n");
    }

    QString photo(const char *name, const QImage &image, const Tags &tags) const
    {
        const QString file = m_scratch.path(QString::fromUtf8(name));
        EXPECT_TRUE(image.save(file, "JPG", 90));
        const auto opened = Exiv2::ImageFactory::open(file.toStdString());
        Exiv2::ExifData exif;
        if (tags.lonLat) {
            exif["Exif.GPSInfo.GPSLongitude"] = angleText(tags.lonLat->x);
            exif["Exif.GPSInfo.GPSLongitudeRef"] = "E";
            exif["Exif.GPSInfo.GPSLatitude"] = angleText(tags.lonLat->y);
            exif["Exif.GPSInfo.GPSLatitudeRef"] = "N";
        }
        if (tags.taken) {
            exif["Exif.Photo.DateTimeOriginal"] = tags.taken;
        }
        if (tags.bearing_deg >= 0) {
            exif["Exif.GPSInfo.GPSImgDirection"] =
                QStringLiteral("%1/10").arg(std::lround(tags.bearing_deg * 10)).toStdString();
        }
        opened->setExifData(exif);
        opened->writeMetadata();
        return file;
    }

    std::vector<PlannedPhoto> plan(const QStringList &files, PhotoOrder order = {})
    {
        order.today = day("2020-12-31");
        if (order.layer.isEmpty()) {
            order.layer = QStringLiteral("settlements");
        }
        auto read = readPhotoFiles(files, {});
        EXPECT_TRUE(read);
        auto planned = planPhotos(*m_project, **m_project->snapshot(), read->candidates, order, {});
        EXPECT_TRUE(planned) << planned.error().toText().toStdString();
        return planned ? *planned : std::vector<PlannedPhoto>();
    }
    static bool says(const PlannedPhoto &planned, const char *words)
    {
        return planned.warnings.join(QLatin1Char('|')).contains(QString::fromUtf8(words));
    }
};

TEST_F(PhotoTest, FactsAreRead)
{
    const QString file = photo("a.jpg", picture(1), {Point{117.4101, 28.4102}, "2019:05:01 08:30:00", 271.5});
    auto read = readPhotoFiles({file}, {});
    ASSERT_TRUE(read);
    ASSERT_EQ(read->candidates.size(), 1U);
    const PhotoFacts &facts = read->candidates[0].facts;
    EXPECT_NEAR(facts.lonLat->x, 117.4101, 1e-8);
    EXPECT_NEAR(facts.lonLat->y, 28.4102, 1e-8);
    EXPECT_EQ(facts.taken->toIso(), QStringLiteral("2019-05-01T08:30:00"));
    EXPECT_NEAR(*facts.bearing_deg, 271.5, 1e-6);
    EXPECT_EQ(CameraTime::fromIso(facts.taken->toIso()), facts.taken);
}

TEST_F(PhotoTest, RealPicturesAndWhatIsNone)
{
    const QString folder = QStringLiteral(CUNTU_SHARED_DATA "/photos");
    if (!QFileInfo::exists(folder)) {
        GTEST_SKIP() << "not on this machine: " << folder.toStdString();
    }
    auto read = readPhotoFiles({folder}, {});
    ASSERT_TRUE(read);
    std::map<QString, PhotoFacts> facts;
    for (const PhotoCandidate &candidate : read->candidates) {
        facts[QFileInfo(candidate.file).fileName()] = candidate.facts;
    }
    EXPECT_TRUE(facts[QStringLiteral("geotagged.jpg")].lonLat);
    EXPECT_TRUE(facts[QStringLiteral("0997.JPG")].lonLat);
    EXPECT_FALSE(facts[QStringLiteral("notags.JPG")].lonLat);
    EXPECT_FALSE(facts.contains(QStringLiteral("not_photo.jpg")));
    ASSERT_EQ(read->refused.size(), 1U);
    EXPECT_TRUE(read->refused[0].file.endsWith(QStringLiteral("not_photo.jpg")));
}

TEST_F(PhotoTest, NoFileCrashesIt)
{
    QFile whole(photo("whole.jpg", picture(1), {Point{117.41, 28.41}, "2019:05:01 08:30:00"}));
    ASSERT_TRUE(whole.open(QIODevice::ReadOnly));
    const QByteArray bytes = whole.readAll();
    std::mt19937 random(7);
    for (int i = 0; i < 300; ++i) {
        QByteArray broken = bytes.left(static_cast<qsizetype>(random() % static_cast<unsigned>(bytes.size())));
        for (int flips = 0; flips < 8 && !broken.isEmpty(); ++flips) {
            // Most of them in the tags, which stand at the beginning.
            const auto at =
                static_cast<qsizetype>(random() % static_cast<unsigned>(std::min<qsizetype>(broken.size(), 400)));
            broken[at] = static_cast<char>(random());
        }
        const QString file = m_scratch.write(QStringLiteral("broken.jpg"), broken);
        auto read = readPhotoFiles({file}, {});
        ASSERT_TRUE(read);
        EXPECT_EQ(read->candidates.size() + read->refused.size(), 1U);
    }
}

TEST_F(PhotoTest, EachIsAttachedToTheNearestWithinADistance)
{
    // A degree of latitude is 110.8 km here: 0.001 degrees are 110.8 m.
    const auto near = plan({photo("a.jpg", picture(1), {Point{117.41, 28.411}, "2019:05:01 08:30:00"})});
    ASSERT_EQ(near.size(), 1U);
    EXPECT_EQ(near[0].feature, QStringLiteral("S1"));
    EXPECT_NEAR(*near[0].photo.distance_m, 110.8, 0.2);
    EXPECT_TRUE(near[0].warnings.isEmpty()) << near[0].warnings.join(u'|').toStdString();
    const auto far = plan({photo("b.jpg", picture(2), {Point{117.41, 28.42}, "2019:05:01 08:30:00"})});
    EXPECT_TRUE(far[0].photo.layer.isEmpty());
    EXPECT_TRUE(says(far[0], "200"));
    PhotoOrder wide;
    wide.within_m = 2000;
    EXPECT_EQ(plan({m_scratch.path(QStringLiteral("b.jpg"))}, wide)[0].feature, QStringLiteral("S1"));
    PhotoOrder line;
    line.layer = QStringLiteral("paths");
    const auto beside = plan({photo("c.jpg", picture(3), {Point{117.421, 28.45}, "2019:05:01 08:30:00"})}, line);
    EXPECT_EQ(beside[0].feature, QStringLiteral("1"));   // a plain layer has no key: its number
    EXPECT_NEAR(*beside[0].photo.distance_m, 97.9, 0.3); // a degree of longitude is 97.96 km at 28.45 north
}

TEST_F(PhotoTest, ShiftedPhonesAreCorrected)
{
    PhotoOrder shifted;
    shifted.cameraCrs = Crs::gcj02();
    const Point place{117.41, 28.41};
    const QString file = photo("a.jpg", picture(1), {wgs84ToGcj02(place), "2019:05:01 08:30:00"});
    const auto planned = plan({file}, shifted);
    EXPECT_NEAR(planned[0].photo.facts.lonLat->x, place.x, 1e-7);
    EXPECT_LT(*planned[0].photo.distance_m, 0.1);
    const auto as_is = plan({file}); // 400 m off
    EXPECT_TRUE(as_is[0].photo.layer.isEmpty());
}

TEST_F(PhotoTest, WhatIsDoubtfulIsSaid)
{
    MarkRequest mark;
    mark.layer = QStringLiteral("settlements");
    mark.features = {*m_project->findFeature(mark.layer, QStringLiteral("S1"))};
    mark.status = QStringLiteral("LIT");
    mark.effective = day("2019-05-01");
    mark.who = QStringLiteral("李工");
    ASSERT_TRUE(m_project->mark(mark));
    const auto planned = plan({photo("future.jpg", picture(1), {Point{117.41, 28.41}, "2021:05:01 08:30:00"}),
                               photo("early.jpg", picture(2), {Point{117.41, 28.41}, "2019:04:30 08:30:00"}),
                               photo("when.jpg", picture(3), {Point{117.41, 28.41}, nullptr}),
                               photo("where.jpg", picture(4), {std::nullopt, "2019:05:02 08:30:00"}),
                               photo("outside.jpg", picture(5), {Point{117.5005, 28.45}, "2019:05:02 08:30:00"}),
                               photo("zero.jpg", picture(6), {Point{0, 0}, "0000:00:00 00:00:00"})});
    ASSERT_EQ(planned.size(), 6U);
    EXPECT_TRUE(says(planned[0], "future"));
    EXPECT_TRUE(says(planned[1], "before LIT"));
    EXPECT_TRUE(says(planned[2], "when it was taken"));
    EXPECT_TRUE(says(planned[3], "by hand"));
    EXPECT_EQ(planned[4].feature, QStringLiteral("S2"));
    EXPECT_TRUE(says(planned[4], "outside the village"));
    EXPECT_TRUE(says(planned[5], "where it was taken"));
    PhotoOrder to;
    to.to = *m_project->findFeature(mark.layer, QStringLiteral("S2"));
    const auto by_hand =
        plan({m_scratch.path(QStringLiteral("where.jpg")), m_scratch.path(QStringLiteral("early.jpg"))}, to);
    EXPECT_EQ(by_hand[0].feature, QStringLiteral("S2"));
    EXPECT_FALSE(by_hand[0].photo.distance_m);
    EXPECT_TRUE(says(by_hand[1], "m from what it is said to show"));
}

TEST_F(PhotoTest, TheSamePictureIsFoundAlsoWhenItWasMadeSmaller)
{
    const QImage image = picture(1, {1600, 1200});
    const QString first = photo("first.jpg", image, {Point{117.41, 28.41}, "2019:05:01 08:30:00"});
    const QString small = photo("small.jpg", image.scaled(640, 480, Qt::KeepAspectRatio, Qt::SmoothTransformation),
                                {Point{117.4995, 28.45}, "2019:08:01 08:30:00"});
    const QString copy = m_scratch.path(QStringLiteral("copy.jpg"));
    ASSERT_TRUE(QFile::copy(first, copy));
    const QString other = photo("other.jpg", picture(2, {1600, 1200}), {Point{117.41, 28.41}, "2019:05:01 08:30:00"});
    const auto planned = plan({first, small, other});
    EXPECT_TRUE(planned[0].warnings.isEmpty());
    EXPECT_TRUE(says(planned[1], "nearly the same picture as first.jpg"));
    EXPECT_TRUE(planned[2].warnings.isEmpty()) << planned[2].warnings.join(u'|').toStdString();
    // Against what the project has, too.
    ASSERT_TRUE(m_project->addPhotos({{first, planned[0].photo}}, QStringLiteral("李工")));
    PhotoOrder elsewhere;
    elsewhere.to = *m_project->findFeature(QStringLiteral("settlements"), QStringLiteral("S2"));
    EXPECT_TRUE(says(plan({copy}, elsewhere)[0], "the same file as first.jpg"));
    const auto again = plan({copy});
    EXPECT_TRUE(again[0].isThere);
    ASSERT_TRUE(m_project->setSetting(QStringLiteral("photo.likeness_bits"), QStringLiteral("0")));
    int differing = std::popcount(*planned[0].photo.hash ^ *planned[1].photo.hash);
    EXPECT_EQ(says(plan({small})[0], "nearly the same"), differing == 0);
}

TEST(DifferenceHash, OfDifferentPicturesIsFarApart)
{
    int least = 64;
    for (unsigned a = 0; a < 40; ++a) {
        for (unsigned b = a + 1; b < 40; ++b) {
            least = std::min(least, std::popcount(*differenceHash(picture(a)) ^ *differenceHash(picture(b))));
        }
    }
    EXPECT_GT(least, 6) << "the default of photo.likeness_bits";
    EXPECT_FALSE(differenceHash(QImage()));
}

TEST_F(PhotoTest, TheyAreKeptInTheProjectAndUndone)
{
    const QString file = photo("a.jpg", picture(1), {Point{117.41, 28.41}, "2019:05:01 08:30:00", 90});
    const auto planned = plan({file});
    const auto ids = m_project->addPhotos({{file, planned[0].photo}}, QStringLiteral("李工"));
    ASSERT_TRUE(ids) << ids.error().toText().toStdString();
    auto photos = m_project->photos();
    ASSERT_TRUE(photos);
    ASSERT_EQ(photos->size(), 1U);
    const Photo kept = photos->front();
    EXPECT_EQ(kept.id, ids->front());
    EXPECT_EQ(kept.name, QStringLiteral("a.jpg"));
    EXPECT_EQ(kept.hash, planned[0].photo.hash);
    EXPECT_EQ(kept.facts.taken, planned[0].photo.facts.taken);
    EXPECT_NEAR(kept.facts.lonLat->x, 117.41, 1e-8);
    EXPECT_EQ(kept.layer, QStringLiteral("settlements"));
    QFile in(file);
    ASSERT_TRUE(in.open(QIODevice::ReadOnly));
    EXPECT_EQ(*m_project->photoBytes(kept.id), in.readAll());

    const FeatureId other = *m_project->findFeature(QStringLiteral("settlements"), QStringLiteral("S2"));
    ASSERT_TRUE(m_project->attachPhoto(kept.id, QStringLiteral("settlements"), other, QStringLiteral("李工")));
    EXPECT_EQ(m_project->photos()->front().feature, other);
    EXPECT_FALSE(m_project->undo({})->isEmpty());
    EXPECT_EQ(m_project->photos()->front().feature, kept.feature);
    EXPECT_FALSE(m_project->undo({})->isEmpty());
    EXPECT_TRUE(m_project->photos()->empty());
    EXPECT_FALSE(m_project->redo({})->isEmpty());
    EXPECT_EQ(m_project->photos()->size(), 1U);
    EXPECT_EQ(m_project->attachPhoto(999, QStringLiteral("settlements"), other, {}).error().code, ErrorCode::NotFound);
}

} // namespace
} // namespace cuntu
