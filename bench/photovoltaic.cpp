// SPDX-License-Identifier: GPL-3.0-or-later
// A year of hourly yield with the shade of the land for many stations, as photovoltaic.yield models it: the horizon of
// each in the terrain, then 8,760 hours of sun, sky, plane, cells and inverters.
//
//     cuntu_bench_photovoltaic TERRAIN [STATIONS 1000] [WEST SOUTH EAST NORTH, in degrees]
#include "bench/measure.h"
#include "plugins/photovoltaic/modelled.h"

#include <random>

using namespace cuntu;
using namespace cuntu::photovoltaic;
using namespace Qt::Literals::StringLiterals;

int main(int argc, char **argv)
{
    const auto number = [&](int at, double otherwise) { return argc > at ? std::stod(argv[at]) : otherwise; };
    if (argc < 2) {
        std::fprintf(stderr, "cuntu_bench_photovoltaic: name the terrain model\n");
        return 2;
    }
    const auto stations = static_cast<std::size_t>(number(2, 1000));
    const Box window{number(3, 1.4), number(4, 42.4), number(5, 1.8), number(6, 42.7)};
    std::mt19937 random(1);
    std::uniform_real_distribution<double> share(0.2, 0.8);
    std::vector<SunPlace> places;
    std::vector<PvSystem> systems;
    for (std::size_t i = 0; i < stations; ++i) {
        places.push_back({window.minY + share(random) * (window.maxY - window.minY),
                          window.minX + share(random) * (window.maxX - window.minX), 0});
        PvSystem system;
        system.kw = 100;
        system.plane = {15 + 20 * share(random), 160 + 40 * share(random)};
        systems.push_back(system);
    }
    ModelInput model;
    const auto geographic = must(Crs::fromEpsg(4490));
    measure(u"terrain is read"_s, 1,
            [&] { model.terrain = must(readHeights(QString::fromLocal8Bit(argv[1]), window, geographic)); });
    model.sun = yearSun(2019);
    Climate climate;
    climate.fill({110, 15, 2});
    model.weather = hoursOf(climate, places.front(), model.sun);
    double kwh = 0;
    for (const SkyModel sky : {SkyModel::HayDavies, SkyModel::Perez}) {
        model.sky = sky;
        const QString name = sky == SkyModel::Perez ? u"Perez"_s : u"Hay-Davies"_s;
        measure(u"%1 stations, a year by the hour, %2"_s.arg(stations).arg(name), 3, [&] {
            kwh = 0;
            for (const YearYield &yield : must(yieldsOf(model, systems, places, JobContext()))) {
                kwh += yield.total();
            }
        });
        std::printf("  %.1f equivalent hours on average\n", kwh / 100 / static_cast<double>(stations));
    }
    measure(u"of it the horizons, one core"_s, 1, [&] {
        const HorizonFinder horizons(model);
        for (SunPlace place : places) {
            kwh += horizons.at(place).skyView();
        }
    });
    return kwh > 0 ? 0 : 1;
}
