// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/date.h"
#include "plugins/photovoltaic/sun.h"
#include "plugins/photovoltaic/weather.h"

#include <gtest/gtest.h>

#include <QFile>

#include <cmath>
#include <map>
#include <numbers>

using namespace Qt::Literals::StringLiterals;

namespace cuntu::photovoltaic {
namespace {

/// Lines of a file of published figures; empty where it is absent.
QStringList published(const QString &name)
{
    QFile file(QStringLiteral(CUNTU_SOURCE_DIR "/../shared/data/solar/") + name);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()).split(u'\n') : QStringList();
}

double momentOf(const char *iso, double hours)
{
    return julianDay(Day::fromIso(QString::fromLatin1(iso))->number() * 86400.0 + hours * 3600);
}

#define SKIP_WITHOUT(lines)                                                                                            \
    if ((lines).isEmpty())                                                                                             \
    GTEST_SKIP() << "the published figures (../shared/data/solar) are not here"

TEST(PhotovoltaicSun, IsWhereTheReportOfSpaSays)
{
    const QStringList lines = published(u"spa_example.csv"_s);
    SKIP_WITHOUT(lines);
    std::map<QString, double> said;
    for (const QString &line : lines) {
        said[line.section(u',', 0, 0)] = line.section(u',', -1).toDouble();
    }
    const double moment = momentOf("2003-10-17", 19 + 30.5 / 60);
    EXPECT_NEAR(moment, said[u"JD"_s], 1e-6);
    const GeocentricSun sun = geocentricSun(moment, 67);
    EXPECT_NEAR(sun.longitude_deg, said[u"L"_s], 1e-9);
    EXPECT_NEAR(sun.latitude_deg, said[u"B"_s], 1e-9);
    EXPECT_NEAR(sun.radius_au, said[u"R"_s], 1e-10);
    EXPECT_NEAR(sun.nutation_deg, said[u"dPsi"_s], 1e-8);
    EXPECT_NEAR(sun.obliquityNutation_deg, said[u"dEpsilon"_s], 1e-8);
    EXPECT_NEAR(sun.obliquity_deg, said[u"epsilon"_s], 1e-6);
    EXPECT_NEAR(sun.apparentLongitude_deg, said[u"lamd"_s], 1e-9);
    EXPECT_NEAR(sun.sidereal_deg, said[u"v"_s], 1e-6);
    EXPECT_NEAR(sun.rightAscension_deg, said[u"alpha"_s], 1e-6);
    EXPECT_NEAR(sun.declination_deg, said[u"delta"_s], 1e-5);
    const SunPosition seen = sunPosition(sun, {39.742476, -105.1786, 1830.14}, {820, 11, 0.5667});
    EXPECT_NEAR(seen.hourAngle_deg, said[u"H_prime"_s], 1e-5);
    EXPECT_NEAR(seen.elevation_deg, said[u"e0"_s], 1e-6);
    EXPECT_NEAR(seen.apparent_deg, said[u"e"_s], 1e-6);
    EXPECT_NEAR(seen.azimuth_deg, said[u"Phi"_s], 1e-6);
}

TEST(PhotovoltaicSun, IsWhereNrelsProgramSaysAtManyTimesAndPlaces)
{
    QFile file(QStringLiteral(CUNTU_SOURCE_DIR "/tests/plugins/photovoltaic/spa_positions.csv"));
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    int compared = 0;
    double farthest_deg = 0;
    for (const QString &line : QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts)) {
        const QStringList cells = line.split(u',');
        if (line.startsWith(u'#')) {
            continue;
        }
        ASSERT_EQ(cells.size(), 4 + 16) << line.toStdString();
        const SunPlace place{cells[1].toDouble(), cells[2].toDouble(), 0};
        for (int i = 0; i < 8; ++i) {
            const double moment = momentOf(cells[3].toLatin1().constData(), 3 * i + 0.5);
            const SunPosition sun = sunPosition(geocentricSun(moment, 0), place, {1000, 10, 0.5667});
            const double azimuth = std::remainder(sun.azimuth_deg - cells[4 + 2 * i].toDouble(), 360);
            const double zenith = 90 - sun.apparent_deg - cells[5 + 2 * i].toDouble();
            farthest_deg = std::max({farthest_deg, std::abs(azimuth), std::abs(zenith)});
            EXPECT_LT(std::max(std::abs(azimuth), std::abs(zenith)), 0.01) << line.toStdString() << " " << i;
            ++compared;
        }
    }
    EXPECT_GE(compared, 100);
    std::cout << "[ figures  ] " << compared << " positions, at most " << farthest_deg << " degrees off\n";
}

TEST(PhotovoltaicSun, RisesAndSetsAsPublished)
{
    const QStringList lines = published(u"rise_set.csv"_s);
    SKIP_WITHOUT(lines);
    int compared = 0;
    for (const QString &line : lines.mid(1)) {
        const QStringList cells = line.split(u',');
        if (cells.size() < 8) {
            continue;
        }
        const double zone = cells[3].toDouble();
        const double noon = momentOf(cells[0].toLatin1().constData(), 12 - zone);
        const SunDay day = sunDay(noon, {cells[1].toDouble(), cells[2].toDouble(), 0}, 67.5);
        ASSERT_TRUE(day.rise && day.set);
        const double slack_s = cells[4].count(u':') == 2 ? 1 : 60; // to the second, or to the minute
        const std::array moments{*day.rise, *day.set, day.transit};
        for (int i = 0; i < 3; ++i) {
            const QStringList clock = cells[4 + i].split(u':');
            const double wanted = clock[0].toDouble() * 3600 + clock[1].toDouble() * 60 + clock.value(2).toDouble();
            const double got = (moments[static_cast<std::size_t>(i)] - noon) * 86400 + 43200;
            EXPECT_NEAR(got, wanted, slack_s) << line.toStdString() << " " << i;
            ++compared;
        }
    }
    EXPECT_EQ(compared, 9);
    EXPECT_FALSE(sunDay(momentOf("2020-06-21", 12), {80, 0, 0}, 70).rise) << "the midnight sun";
}

TEST(PhotovoltaicSun, StandsAsHighAsPvgisSays)
{
    int compared = 0;
    for (const QString &line : published(u"pvgis_hourly_45N_8E_30deg.csv"_s)) {
        const QStringList cells = line.split(u',');
        if (cells.size() < 8 || !cells[0].startsWith(u"2016"_s) || cells[4].toDouble() <= 0) {
            continue;
        }
        const double hours = cells[0].mid(9, 2).toDouble() + cells[0].mid(11, 2).toDouble() / 60;
        const SunPosition sun = sunPosition(geocentricSun(momentOf("2016-01-01", hours), 68), {45, 8, 250});
        EXPECT_NEAR(sun.elevation_deg, cells[4].toDouble(), 0.1) << line.toStdString(); // PVGIS's own formula is coarse
        ++compared;
    }
    if (compared == 0) {
        GTEST_SKIP() << "the published figures (../shared/data/solar) are not here";
    }
}

TEST(PhotovoltaicYield, IsThatOfPvWatts)
{
    const QStringList lines = published(u"pvwatts_8760_rackmount.csv"_s);
    SKIP_WITHOUT(lines);
    PvSystem system;
    system.kw = 4;
    system.plane = {20, 180};
    const SunPlace place{39.73, -105.18, 1819.6};
    double plane[2] = {};
    double dc[2] = {};
    double ac[2] = {};
    double acOfItsDc = 0;
    double cellOff = 0;
    int hours = 0;
    for (const QString &line : lines) {
        const QStringList cells = line.split(u',');
        if (cells.size() < 11 || cells[0].toInt() < 1) {
            continue;
        }
        ++hours;
        const double wanted = cells[7].toDouble();
        plane[1] += wanted;
        dc[1] += cells[9].toDouble();
        ac[1] += cells[10].toDouble();
        acOfItsDc += 1000 * acPower_kW(system, cells[9].toDouble() / 1000);
        const auto day = Day::fromYmd(2019, cells[0].toInt(), cells[1].toInt());
        const double moment = julianDay(day->number() * 86400.0 + (cells[2].toDouble() + 0.5 + 7) * 3600);
        const GeocentricSun geocentric = geocentricSun(moment, 69);
        const SunPosition sun = sunPosition(geocentric, place);
        Irradiance sky{0, cells[3].toDouble(), cells[4].toDouble()};
        sky.global = sky.diffuse + sky.beam * std::max(0.0, std::sin(sun.elevation_deg * std::numbers::pi / 180));
        const PlaneIrradiance light = onPlane(SkyModel::HayDavies, sky, system.plane, sun.elevation_deg,
                                              sun.azimuth_deg, extraterrestrial(geocentric.radius_au), 0.2);
        const double cell = cellTemperature_C(light.total(), cells[5].toDouble(), cells[6].toDouble());
        const double power = dcPower_kW(
            system, light.beam * glassTransmission(light.incidence_deg) + light.diffuse + light.ground, cell);
        plane[0] += light.total();
        dc[0] += 1000 * power;
        ac[0] += 1000 * acPower_kW(system, power);
        cellOff += wanted > 200
                       ? cellTemperature_C(wanted, cells[5].toDouble(), cells[6].toDouble()) - cells[8].toDouble()
                       : 0;
    }
    EXPECT_EQ(hours, 8760);
    EXPECT_NEAR(acOfItsDc / ac[1], 1, 0.0005) << "the inverter alone";
    EXPECT_NEAR(plane[0] / plane[1], 1, 0.03);
    EXPECT_NEAR(dc[0] / dc[1], 1, 0.03);
    EXPECT_NEAR(ac[0] / ac[1], 1, 0.03);
    std::cout << "[ figures  ] plane " << plane[0] / plane[1] - 1 << ", DC " << dc[0] / dc[1] - 1 << ", AC "
              << ac[0] / ac[1] - 1 << ", cell " << cellOff / hours << " K\n";
}

TEST(PhotovoltaicIrradiance, TypicalYearsAreReadAndSplit)
{
    const QString folder = QStringLiteral(CUNTU_SOURCE_DIR "/../shared/data/solar/");
    if (!QFile::exists(folder + u"tmy3_greensboro.csv"_s)) {
        GTEST_SKIP() << "the published figures (../shared/data/solar) are not here";
    }
    const auto tmy3 = readTypicalYear(folder + u"tmy3_greensboro.csv"_s);
    ASSERT_TRUE(tmy3) << tmy3.error().toText().toStdString();
    const SunPlace place{36.1, -79.95, 273};
    const YearSun sun = yearSun(2019, tmy3->minute);
    double ours = 0;
    double theirs = 0;
    double global = 0;
    double fromParts = 0;
    for (std::size_t i = 0; i < sun.hours.size(); ++i) {
        const Irradiance &sky = tmy3->hours[i].sky;
        const SunPosition position = sunPosition(sun.hours[i], place);
        theirs += sky.diffuse;
        ours += splitGlobal(sky.global, position.elevation_deg, sun.extra[i]).diffuse;
        global += sky.global;
        fromParts += sky.diffuse + sky.beam * std::max(0.0, std::sin(position.elevation_deg * std::numbers::pi / 180));
    }
    EXPECT_NEAR(fromParts / global, 1, 0.02) << "hours and zone are right";
    EXPECT_NEAR(ours / theirs, 1, 0.1) << "Erbs, over a year";
    const auto pvgis = readTypicalYear(folder + u"pvgis_tmy_45N_8E.csv"_s);
    ASSERT_TRUE(pvgis) << pvgis.error().toText().toStdString();
    EXPECT_NEAR(pvgis->minute, 60 * 0.1761, 1e-6);
    EXPECT_FALSE(readTypicalYear(folder + u"rise_set.csv"_s));
    EXPECT_FALSE(readTypicalYear(folder + u"absent.csv"_s));
}

TEST(PhotovoltaicIrradiance, PartsOfThePlaneAddUp)
{
    const Irradiance sky{700, 600, 200};
    const PlaneIrradiance level = onPlane(SkyModel::HayDavies, sky, {0, 180}, 56.44, 150, 1361, 0.2);
    EXPECT_NEAR(level.total(), 600 * std::sin(56.44 * std::numbers::pi / 180) + 200, 1e-6) << "a level plane sees all";
    const PlaneIrradiance shaded = onPlane(SkyModel::HayDavies, sky, {30, 180}, 50, 180, 1361, 0.2, {false, 0.9});
    EXPECT_EQ(shaded.beam, 0);
    EXPECT_LT(shaded.diffuse, 200);
    EXPECT_NEAR(glassTransmission(0), 1, 1e-12);
    EXPECT_GT(glassTransmission(60), 0.9);
    EXPECT_EQ(glassTransmission(90), 0);
    EXPECT_EQ(clearSky(-1, 1361, 0, 3).global, 0);
    const Irradiance clear = clearSky(60, 1361, 100, 3);
    EXPECT_NEAR(clear.global, 900, 60) << "a cloudless noon";
    EXPECT_NEAR(clear.beam * std::sin(60 * std::numbers::pi / 180) + clear.diffuse, clear.global, 1e-9);
}

/// The hours of pvlib's own tests of irradiance.haydavies and irradiance.perez (2014-06-24 in Arizona at 40 degrees to
/// the south; 2019-01-01 at Goodwin Creek at 34), with what its documented components are.
TEST(PhotovoltaicIrradiance, TheSkyIsThatOfPvlib)
{
    struct Hour {
        SkyModel model;
        double tilt_deg;
        Irradiance sky;
        double zenith_deg;
        double azimuth_deg;
        double extra;
        SkyParts wanted;
    };
    const Irradiance morning{79.73860422, 316.1949056, 40.46149818};
    const Irradiance noon{1042.48031487, 939.95469881, 118.45831879};
    const Irradiance evening{257.20751138, 646.22886049, 62.03376265};
    constexpr double k_june = 1321.1655834833093;
    const std::vector<Hour> hours{
        {SkyModel::HayDavies, 40, morning, 82.85457044, 66.71410338, k_june, {27.1775, 0, 0}},
        {SkyModel::HayDavies, 40, noon, 10.56413562, 144.76567754, k_june, {30.1818, 72.8130, 0}},
        {SkyModel::HayDavies, 40, evening, 72.41687122, 287.04104128, k_june, {27.9837, 5.2071, 0}},
        {SkyModel::Perez, 40, morning, 82.85457044, 66.71410338, k_june, {26.84138589, 0, 4.62212181}},
        {SkyModel::Perez, 40, evening, 72.41687122, 287.04104128, k_june, {31.72696071, 4.47966439, 9.25316454}},
        {SkyModel::Perez, 34, {0, 158, 249}, 57.746951, 171.003315, 1414, {166.785419, 113.548755, 1.076010}},
        {SkyModel::Perez, 34, {0, 19, 165}, 57.564205, 187.346924, 1414, {142.24475, 16.09757, -6.13353}},
        {SkyModel::Perez, 34, {0, 1, 136}, 60.813841, 202.974357, 1414, {119.173875, 9.956174, -5.262151}},
        {SkyModel::Perez, 34, {0, 0, 93}, 66.989435, 216.725599, 1414, {83.525150, 3.142467, -3.831230}},
        {SkyModel::Perez, 34, {0, 0, 50}, 75.353368, 228.317233, 1414, {45.725931, 0, -2.208923}}};
    for (const Hour &hour : hours) {
        const SkyParts got =
            skyOnPlane(hour.model, hour.sky, {hour.tilt_deg, 180}, 90 - hour.zenith_deg, hour.azimuth_deg, hour.extra);
        EXPECT_NEAR(got.even, hour.wanted.even, 0.005) << hour.zenith_deg;
        EXPECT_NEAR(got.aroundSun, hour.wanted.aroundSun, 0.005) << hour.zenith_deg;
        EXPECT_NEAR(got.horizon, hour.wanted.horizon, 0.005) << hour.zenith_deg;
    }
    const PlaneIrradiance level = onPlane(SkyModel::Perez, noon, {0, 180}, 79.43586438, 144.76567754, k_june, 0.2);
    EXPECT_NEAR(level.diffuse, noon.diffuse, 0.02 * noon.diffuse) << "on the level there is no band at the horizon";
}

TEST(PhotovoltaicClimate, HoursAddUpToTheMonths)
{
    Climate climate;
    for (std::size_t m = 0; m < 12; ++m) {
        climate[m] = {60.0 + 10 * static_cast<double>(std::min(m, 11 - m)), 15, 2};
    }
    const SunPlace place{27.5, 116.2, 0};
    const YearSun sun = yearSun(2019);
    const auto hours = hoursOf(climate, place, sun);
    std::array<double, 12> sums{};
    for (std::size_t i = 0; i < hours.size(); ++i) {
        sums[static_cast<std::size_t>(sun.month[i])] += hours[i].sky.global / 1000;
    }
    for (std::size_t m = 0; m < 12; ++m) {
        EXPECT_NEAR(sums[m], climate[m].ground_kWh_m2, 1e-9);
    }
    const ArrayPlane best = bestPlane(place, sun, hours, {});
    EXPECT_NEAR(best.azimuth_deg, 180, 10);
    EXPECT_GT(best.tilt_deg, 8);
    EXPECT_LT(best.tilt_deg, 32);
    PvSystem system;
    system.plane = best;
    const double most = yearYield(system, place, sun, hours, {}).plane();
    for (const double turn : {-20.0, 20.0}) {
        system.plane.tilt_deg = best.tilt_deg + turn / 2;
        system.plane.azimuth_deg = best.azimuth_deg + turn;
        EXPECT_GE(most, yearYield(system, place, sun, hours, {}).plane() - 1e-9);
    }
}

} // namespace
} // namespace cuntu::photovoltaic
