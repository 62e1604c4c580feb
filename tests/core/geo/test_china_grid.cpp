// SPDX-License-Identifier: GPL-3.0-or-later
// Over all of China: the web maps' shifts against a numerical inverse of the published formulas, and every zone of
// CGCS2000 against PROJ with its parameters written out.
#include "core/geo/geodesic.h"
#include "core/geo/shift.h"

#include "shared_table.h"

#include <gtest/gtest.h>
#include <proj.h>

#include <numbers>

namespace cuntu {
namespace {

constexpr double k_pi = std::numbers::pi;

// The formulas as they were published (DOMAIN D.2), written down a second time.
double publishedLat(double x, double y)
{
    double d = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * std::sqrt(std::abs(x));
    d += (20 * std::sin(6 * x * k_pi) + 20 * std::sin(2 * x * k_pi)) * 2 / 3;
    d += (20 * std::sin(y * k_pi) + 40 * std::sin(y / 3 * k_pi)) * 2 / 3;
    return d + (160 * std::sin(y / 12 * k_pi) + 320 * std::sin(y * k_pi / 30)) * 2 / 3;
}

double publishedLon(double x, double y)
{
    double d = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * std::sqrt(std::abs(x));
    d += (20 * std::sin(6 * x * k_pi) + 20 * std::sin(2 * x * k_pi)) * 2 / 3;
    d += (20 * std::sin(x * k_pi) + 40 * std::sin(x / 3 * k_pi)) * 2 / 3;
    return d + (150 * std::sin(x / 12 * k_pi) + 300 * std::sin(x / 30 * k_pi)) * 2 / 3;
}

Point publishedGcj02(Point wgs)
{
    constexpr double a = 6378245.0;
    constexpr double ee = 0.00669342162296594323;
    const double x = wgs.x - 105;
    const double y = wgs.y - 35;
    const double sine = std::sin(wgs.y / 180 * k_pi);
    const double magic = 1 - ee * sine * sine;
    return {wgs.x + publishedLon(x, y) * 180 / (a / std::sqrt(magic) * std::cos(wgs.y / 180 * k_pi) * k_pi),
            wgs.y + publishedLat(x, y) * 180 / (a * (1 - ee) / (magic * std::sqrt(magic)) * k_pi)};
}

Point publishedBd09(Point gcj)
{
    constexpr double xPi = k_pi * 3000 / 180;
    const double z = std::hypot(gcj.x, gcj.y) + 0.00002 * std::sin(gcj.y * xPi);
    const double theta = std::atan2(gcj.y, gcj.x) + 0.000003 * std::cos(gcj.x * xPi);
    return {z * std::cos(theta) + 0.0065, z * std::sin(theta) + 0.006};
}

/// Where @p forward has the value @p image, by Newton's method with differences for the derivatives.
template <class Forward> Point numericalInverse(Forward forward, Point image)
{
    constexpr double h = 1e-6;
    Point at = image;
    for (int i = 0; i < 30; ++i) {
        const Point f = forward(at);
        const Point east = forward({at.x + h, at.y});
        const Point north = forward({at.x, at.y + h});
        const double xx = (east.x - f.x) / h;
        const double yx = (east.y - f.y) / h;
        const double xy = (north.x - f.x) / h;
        const double yy = (north.y - f.y) / h;
        const double determinant = xx * yy - xy * yx;
        const Point off{image.x - f.x, image.y - f.y};
        at.x += (off.x * yy - off.y * xy) / determinant;
        at.y += (off.y * xx - off.x * yx) / determinant;
    }
    return at;
}

double metresApart(Point one, Point other)
{
    const double north = (one.y - other.y) * 111'320;
    const double east = (one.x - other.x) * 111'320 * std::cos(one.y / 180 * k_pi);
    return std::hypot(north, east);
}

/// Calls @p visit for points all over China, a fifth of a degree apart.
template <class Visit> void overChina(Visit visit)
{
    for (int lon = 735; lon <= 1350; lon += 2) {
        for (int lat = 40; lat <= 535; lat += 2) {
            visit(Point{lon / 10.0, lat / 10.0});
        }
    }
}

TEST(ChinaGrid, ShiftsAreTheNumericalInverseBothWays)
{
    double worst_m = 0;
    double largest_m = 0;
    overChina([&](Point p) {
        const auto worse = [&](Point one, Point other) { worst_m = std::max(worst_m, metresApart(one, other)); };
        const auto toBoth = [](Point wgs) { return publishedBd09(publishedGcj02(wgs)); };
        worse(wgs84ToGcj02(p), publishedGcj02(p));
        worse(gcj02ToWgs84(p), numericalInverse(publishedGcj02, p));
        worse(gcj02ToBd09(p), publishedBd09(p));
        worse(bd09ToGcj02(p), numericalInverse(publishedBd09, p));
        worse(gcj02ToWgs84(bd09ToGcj02(p)), numericalInverse(toBoth, p));
        worse(gcj02ToBd09(wgs84ToGcj02(p)), toBoth(p));
        largest_m = std::max(largest_m, metresApart(gcj02ToBd09(wgs84ToGcj02(p)), p));
    });
    EXPECT_LT(worst_m, 0.5);
    EXPECT_LT(worst_m, 0.001) << "what it was when this was written";
    EXPECT_GT(largest_m, 900) << "the two shifts together";
    std::cout << "worst against the numerical inverse: " << worst_m << " m\n";
}

TEST(ChinaGrid, TheNumericalInverseIsOneAndItsMeasureSeesADeviation)
{
    const Point wgs{117.45, 28.40};
    EXPECT_LT(metresApart(numericalInverse(publishedGcj02, publishedGcj02(wgs)), wgs), 1e-5);
    EXPECT_GT(metresApart(publishedGcj02(wgs), wgs), 500);
    EXPECT_NEAR(metresApart({117.45, 28.40}, {117.45, 28.40001}), 1.11, 0.01);
}

TEST(ChinaGrid, ShiftsOfTheTableComeBackWithinHalfAMetre)
{
    const SharedTable table(QStringLiteral("crs/gcj02_bd09_cities.csv"));
    if (table.size() == 0) {
        GTEST_SKIP() << "no shared data";
    }
    double worst_m = 0;
    for (std::size_t row = 0; row < table.size(); ++row) {
        const Point gcj = table.point(row, "gcj02_lon", "gcj02_lat");
        const Point bd = table.point(row, "bd09_lon", "bd09_lat");
        worst_m = std::max(worst_m, metresApart(gcj02ToWgs84(gcj), numericalInverse(publishedGcj02, gcj)));
        worst_m = std::max(worst_m, metresApart(bd09ToGcj02(bd), numericalInverse(publishedBd09, bd)));
        worst_m = std::max(worst_m, metresApart(bd09ToGcj02(bd), gcj));
    }
    EXPECT_LT(worst_m, 0.5);
}

/// A kind of CGCS2000 zones (DOMAIN D.1).
struct Zones {
    const char *name;
    int first;
    int last;
    int epsgOfFirst;
    int width_deg;
    bool prefixed;

    int centralMeridian(int zone) const { return width_deg == 3 ? 3 * zone : 6 * zone - 3; }
};

constexpr Zones k_zones[] = {{"6 degrees, zone-prefixed", 13, 23, 4491, 6, true},
                             {"6 degrees, central meridian", 13, 23, 4502, 6, false},
                             {"3 degrees, zone-prefixed", 25, 45, 4513, 3, true},
                             {"3 degrees, central meridian", 25, 45, 4534, 3, false}};

/// Longitude/latitude to the plane by PROJ alone, its exact algorithm, every parameter written out.
class ByProj {
public:
    ByProj(int meridian, int falseEasting)
        : m_context(proj_context_create()),
          m_projection(proj_create(m_context, QStringLiteral("+proj=etmerc +lat_0=0 +lon_0=%1 +k=1 +x_0=%2 +y_0=0 "
                                                             "+a=6378137 +rf=298.257222101 +units=m")
                                                  .arg(meridian)
                                                  .arg(falseEasting)
                                                  .toUtf8()
                                                  .constData()))
    {
    }
    ~ByProj()
    {
        proj_destroy(m_projection);
        proj_context_destroy(m_context);
    }
    ByProj(const ByProj &) = delete;
    ByProj &operator=(const ByProj &) = delete;

    Point operator()(Point lonLat) const
    {
        const PJ_COORD image =
            proj_trans(m_projection, PJ_FWD, proj_coord(proj_torad(lonLat.x), proj_torad(lonLat.y), 0, 0));
        return {image.xy.x, image.xy.y};
    }

private:
    PJ_CONTEXT *m_context;
    PJ *m_projection;
};

/// The farthest that the zone lies from PROJ, in metres, there and back, up to a degree beyond its edges.
double worstOfZone(const Zones &zones, int zone)
{
    const int meridian = zones.centralMeridian(zone);
    const ByProj proj(meridian, zones.prefixed ? zone * 1'000'000 + 500'000 : 500'000);
    const auto ours =
        CrsTransform::create(*Crs::fromEpsg(4490), *Crs::fromEpsg(zones.epsgOfFirst + zone - zones.first));
    double worst_m = ours ? 0 : 1e9;
    for (double lon = meridian - zones.width_deg / 2.0 - 1; ours && lon <= meridian + zones.width_deg / 2.0 + 1;
         lon += 0.5) {
        for (double lat = 16; lat <= 54; lat += 1) {
            Point there{lon, lat};
            ours->apply({&there, 1});
            worst_m = std::max(worst_m, apart(there, proj({lon, lat})));
            ours->applyInverse({&there, 1});
            worst_m = std::max(worst_m, metresApart({lon, lat}, there));
        }
    }
    return worst_m;
}

TEST(ChinaGrid, EveryZoneOfCgcs2000AgreesWithProjToAMillimetre)
{
    double worst_m = 0;
    int compared = 0;
    for (const Zones &zones : k_zones) {
        for (int zone = zones.first; zone <= zones.last; ++zone, ++compared) {
            const double off_m = worstOfZone(zones, zone);
            EXPECT_LT(off_m, 1e-3) << zones.name << ", zone " << zone;
            worst_m = std::max(worst_m, off_m);
        }
    }
    EXPECT_EQ(compared, 2 * (11 + 21));
    Zones neighbour = k_zones[2];
    ++neighbour.epsgOfFirst;
    EXPECT_GT(worstOfZone(neighbour, 39), 1e5) << "a wrong zone is seen";
    std::cout << "worst of " << compared << " zones: " << worst_m * 1000 << " mm\n";
}

} // namespace
} // namespace cuntu
