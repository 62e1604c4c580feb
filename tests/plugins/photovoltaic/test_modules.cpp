// SPDX-License-Identifier: GPL-3.0-or-later
// Huld's modules against PVGIS's own year at 37 N 38 E.
#include "plugins/photovoltaic/weather.h"

#include <gtest/gtest.h>

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace cuntu::photovoltaic {
namespace {

TEST(PhotovoltaicModules, AnswerToLightAndHeatAsHuldsDo)
{
    PvSystem system;
    system.losses = 0;
    system.module = ModuleModel::Huld;
    EXPECT_NEAR(dcPower_kW(system, 1000, 25), 1, 1e-12) << "standard conditions";
    EXPECT_NEAR(dcPower_kW(system, 1000, 50), 1 - 0.004702 * 25 + 0.000005 * 625, 1e-12);
    const double log = std::log(0.2); // by hand: -0.017237 * -1.6094 - 0.040465 * 2.5903
    EXPECT_NEAR(dcPower_kW(system, 200, 25), 0.2 * (1 - 0.017237 * log - 0.040465 * log * log), 1e-12);
    EXPECT_NEAR(dcPower_kW(system, 200, 25) / 0.2, 0.9229, 1e-4);
    EXPECT_EQ(dcPower_kW(system, 0, 25), 0);
    EXPECT_NEAR(cellTemperature_C(800, 20, 3, ModuleModel::Huld), 20 + 800 / (26.9 + 6.2 * 3), 1e-12);
}

/// PVGIS gives the light on the plane by month, not the level's: the climate is the one with that light on the plane.
TEST(PhotovoltaicModules, GivePvgissYear)
{
    QFile file(QStringLiteral(CUNTU_SOURCE_DIR "/../shared/data/solar/pvgis_yield_37N_38E.json"));
    if (!file.open(QIODevice::ReadOnly)) {
        GTEST_SKIP() << "the published figures (../shared/data/solar) are not here";
    }
    const QJsonObject said = QJsonDocument::fromJson(file.readAll()).object();
    const QJsonArray plane = said[u"monthly_H_i_m"_s].toArray();
    const QJsonArray energy = said[u"monthly_E_m"_s].toArray();
    ASSERT_EQ(plane.size(), 12);
    // Air of Sanliurfa, 37.2 N 38.8 E, mean and daily range of the months, to the degree; one of the mean is 0.4 % of
    // the energy.
    const std::array<double, 12> air{6, 7, 11, 16, 22, 28, 32, 31, 27, 21, 13, 8};
    const std::array<double, 12> range{8, 9, 10, 11, 12, 13, 14, 14, 13, 12, 10, 8};
    const SunPlace place{37, 38, 417};
    const YearSun sun = yearSun(2019);
    PvSystem system;
    system.kw = 50;
    system.plane = {35, 180};
    system.losses = 0;
    system.module = ModuleModel::Huld;
    Climate climate;
    for (std::size_t m = 0; m < 12; ++m) {
        climate[m] = {plane[static_cast<qsizetype>(m)].toDouble(), air[m], 2, range[m]};
    }
    std::array<double, 12> dc{};
    double lost = 0; // on the glass
    double all = 0;
    for (int round = 0; round < 6; ++round) {
        const std::vector<WeatherHour> hours = hoursOf(climate, place, sun);
        const YearYield yield = yearYield(system, place, sun, hours, {});
        dc = {};
        lost = all = 0;
        for (std::size_t i = 0; i < hours.size(); ++i) {
            const SunPosition seen = sunPosition(sun.hours[i], place);
            const PlaneIrradiance light = onPlane(system.sky, hours[i].sky, system.plane, seen.elevation_deg,
                                                  seen.azimuth_deg, sun.extra[i], system.albedo);
            const double cell =
                cellTemperature_C(light.total(), hours[i].temperature_C, hours[i].wind_m_s, system.module);
            const double passed = transmitted_W_m2(system, light);
            lost += light.total() - passed;
            all += light.total();
            dc[static_cast<std::size_t>(sun.month[i])] += dcPower_kW(system, passed, cell); // PVGIS has no inverter
        }
        for (std::size_t m = 0; m < 12; ++m) {
            climate[m].ground_kWh_m2 *= plane[static_cast<qsizetype>(m)].toDouble() / yield.plane_kWh_m2[m];
        }
    }
    double ours = 0;
    double theirs = 0;
    for (std::size_t m = 0; m < 12; ++m) {
        ours += dc[m];
        theirs += energy[static_cast<qsizetype>(m)].toDouble();
        EXPECT_NEAR(dc[m] / energy[static_cast<qsizetype>(m)].toDouble(), 1, 0.05) << "month " << m + 1;
    }
    EXPECT_NEAR(-100 * lost / all, said[u"totals"_s][u"l_aoi"_s].toDouble(), 0.5) << "on the glass";
    EXPECT_NEAR(theirs, said[u"totals"_s][u"E_y"_s].toDouble(), 1);
    EXPECT_NEAR(ours / theirs, 1, 0.03);
    std::cout << "[ figures  ] a year of PVGIS's modules " << ours / theirs - 1 << ", glass " << -100 * lost / all
              << " %\n";
}

} // namespace
} // namespace cuntu::photovoltaic
