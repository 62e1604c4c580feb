// SPDX-License-Identifier: GPL-3.0-or-later
// A year's light and energy at places in China and beside it, against what the Global Solar Atlas publishes of them.
#include "plugins/photovoltaic/weather.h"

#include <gtest/gtest.h>

#include <QFile>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>

using namespace Qt::Literals::StringLiterals;

namespace cuntu::photovoltaic {
namespace {

struct AtlasSite {
    QString name;
    bool chinese = false;
    SunPlace place;
    double level = 0;
    double plane = 0; ///< 0: not stated, as below
    double tilt_deg = 0;
    double energy = 0;
    std::optional<double> air_C;
};

std::vector<AtlasSite> atlasSites()
{
    QFile file(QStringLiteral(CUNTU_SOURCE_DIR "/tests/plugins/photovoltaic/atlas_sites.csv"));
    EXPECT_TRUE(file.open(QIODevice::ReadOnly));
    std::vector<AtlasSite> sites;
    for (const QString &line : QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts)) {
        const QStringList cells = line.split(u',');
        if (line.startsWith(u'#') || cells.size() < 9 || cells[2].toDouble() == 0) {
            continue;
        }
        const auto number = [&](qsizetype at) { return cells[at].toDouble(); };
        sites.push_back({cells[0],
                         cells[1] == u"China"_s,
                         {number(2), number(3), 0},
                         number(4),
                         number(5),
                         number(6),
                         number(7),
                         cells[8].isEmpty() ? std::nullopt : std::optional(number(8))});
    }
    return sites;
}

/// The atlas's year spread over the months as the sky outside the air has it: the clearness is the year's in all of
/// them. The air is 12 degrees warmer in July and colder in January.
Climate climateOf(const AtlasSite &site, const YearSun &sun)
{
    std::array<double, 12> outside{};
    for (std::size_t i = 0; i < sun.hours.size(); ++i) {
        const double elevation = sunPosition(sun.hours[i], site.place).elevation_deg * std::numbers::pi / 180;
        outside[static_cast<std::size_t>(sun.month[i])] += sun.extra[i] * std::max(0.0, std::sin(elevation));
    }
    const double all = std::accumulate(outside.begin(), outside.end(), 0.0);
    Climate climate;
    for (std::size_t m = 0; m < 12; ++m) {
        const double season = -std::cos((static_cast<double>(m) - 0.5) * std::numbers::pi / 6);
        climate[m] = {site.level * outside[m] / all, site.air_C.value_or(15) + 12 * season, 2, 8};
    }
    return climate;
}

TEST(PhotovoltaicSites, HaveTheLightAndEnergyOfTheAtlas)
{
    const YearSun sun = yearSun(2019);
    std::vector<double> off;
    int near = 0;
    int chinese = 0;
    for (const AtlasSite &site : atlasSites()) {
        const std::vector<WeatherHour> hours = hoursOf(climateOf(site, sun), site.place, sun);
        PvSystem system;
        system.plane = {site.tilt_deg, 180};
        const YearYield yield = yearYield(system, site.place, sun, hours, {});
        if (site.plane > 0) {
            const double light = yield.plane() / site.plane - 1;
            off.push_back(std::abs(light));
            near += std::abs(light) <= 0.03 ? 1 : 0;
            EXPECT_LT(std::abs(light), site.chinese ? 0.03 : 0.045) << site.name.toStdString();
        }
        if (site.chinese) {
            ++chinese;
            EXPECT_NEAR(yield.total() / site.energy, 1, 0.04)
                << site.name.toStdString() << ": the losses are PVWatts's, not the atlas's, which are not stated";
            EXPECT_NEAR(bestPlane(site.place, sun, hours, {}).tilt_deg, site.tilt_deg, 3) << site.name.toStdString();
        }
        if (site.chinese) {
            std::cout << "[ figures  ] " << site.name.toStdString() << ": light "
                      << (site.plane > 0 ? yield.plane() / site.plane - 1 : std::nan("")) << ", energy "
                      << yield.total() / site.energy - 1 << "\n";
        }
    }
    ASSERT_GT(off.size(), 20U);
    EXPECT_EQ(chinese, 2);
    std::sort(off.begin(), off.end());
    EXPECT_LT(off[off.size() / 2], 0.025) << "the middle of all";
    EXPECT_GE(near, static_cast<int>(off.size()) - 4);
    std::cout << "[ figures  ] light within 3 % at " << near << " of " << off.size() << ", median "
              << off[off.size() / 2] << ", most " << off.back() << "\n";
}

} // namespace
} // namespace cuntu::photovoltaic
