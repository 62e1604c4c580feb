// SPDX-License-Identifier: GPL-3.0-or-later
// A project with roads, settlements and a ledger of both (bench/network_project.py): how long the network takes to be
// built, and what is asked of it then.
//
//     cuntu_bench_network PROJECT [REPEAT 20] [WORD]
//
// Of each the least and the median time of the repetitions, and the least of the processor, all threads together. With
// a word only what has it in its name.
#include "bench/measure.h"
#include "core/geo/area_locator.h"
#include "core/plugin/plugin_host.h"
#include "core/project/project.h"
#include "plugins/roads/connection.h"
#include "plugins/roads/distance.h"

#include <QCoreApplication>

#include <algorithm>
#include <cstdio>

namespace cuntu {
namespace {

constexpr int k_firstYear = 2016;
constexpr int k_months = 60;

/// Settlements that are connected, of those that count.
std::pair<std::size_t, std::size_t> connected(const ProjectSnapshot &project, const roads::Rule &rule, Day day,
                                              roads::Detail detail)
{
    const roads::Connection found = must(roads::connect(project, rule, day, detail, {}));
    std::pair<std::size_t, std::size_t> count;
    for (std::size_t row = 0; row < found.accesses.size(); ++row) {
        const bool eligible = found.standings[row].eligibility == roads::Eligibility::Eligible;
        count.first += eligible && found.accesses[row].connected ? 1 : 0;
        count.second += eligible ? 1 : 0;
    }
    return count;
}

/// As many positions as a region has households: @p perSettlement around each settlement, always the same.
Immutable<LayerSnapshot> scattered(const LayerSnapshot &settlements, int perSettlement)
{
    PackedGeometry geometry;
    geometry.type = GeometryType::Point;
    std::vector<FeatureId> ids;
    std::uint64_t state = 1;
    const auto offset_m = [&] {
        state = state * 6364136223846793005ULL + 1442695040888963407ULL;
        return static_cast<double>(state >> 40) / static_cast<double>(1 << 24) * 600 - 300;
    };
    for (std::size_t row = 0; row < settlements.size(); ++row) {
        const Point at = settlements.geometry().firstPoint(row);
        for (int i = 0; i < perSettlement; ++i) {
            geometry.appendPoint({at.x + offset_m(), at.y + offset_m()});
            ids.push_back({static_cast<std::int64_t>(ids.size()) + 1});
        }
    }
    geometry.finish();
    return freeze(LayerSnapshot(settlements.schema(), settlements.crs(), 1, freeze(std::move(ids)),
                                freeze(std::move(geometry)), {}));
}

/// Metres from every household, or scattered position, to the nearest road that is stated to be hardened.
void measureDistances(const ProjectSnapshot &project, int times)
{
    const auto roadLayer = must(project.layer(QStringLiteral("roads"), roads::segmentFields(), {}));
    auto people = must(project.layer(QStringLiteral("households"), {}, {}));
    if (people->size() == 0) {
        people = scattered(*must(project.layer(QStringLiteral("settlements"), {}, {})), 56);
    }
    const Column *hardened = roadLayer->column(QStringLiteral("is_hardened"));
    std::vector<bool> used(roadLayer->size());
    for (std::size_t row = 0; row < used.size(); ++row) {
        used[row] = hardened->number(row) == 1;
    }
    double sum = 0;
    measure(QStringLiteral("nearest hardened road, index included"), times, [&] {
        sum = 0;
        for (const NearestLine &nearest : must(roads::nearestRoads(*roadLayer, used, *people, {}))) {
            sum += nearest.distance;
        }
    });
    std::printf("    %zu positions, %.6g m in all\n", people->size(), sum);
}

/// In which village each household lies.
void measureAreas(const ProjectSnapshot &project, int times)
{
    const auto villages = must(project.layer(QStringLiteral("villages"), {}, {}));
    const auto people = must(project.layer(QStringLiteral("households"), {}, {}));
    std::vector<Geometry> outlines;
    for (std::size_t row = 0; row < villages->size(); ++row) {
        outlines.push_back(villages->geometry().geometry(row));
    }
    std::size_t found = 0;
    measure(QStringLiteral("village of each household, grid included"), times, [&] {
        const AreaLocator locator(outlines);
        const std::vector<std::uint32_t> areas = must(locator.locate(people->geometry().points, {}));
        found = areas.size() - static_cast<std::size_t>(std::count(areas.begin(), areas.end(), AreaLocator::k_none));
    });
    std::printf("    %zu of %zu households in %zu villages\n", found, people->size(), villages->size());
}

void run(const QString &path, int times, const QString &word)
{
    const auto ifAsked = [&](const char *text, int repeat, const auto &work) {
        const QString name = QString::fromLatin1(text);
        if (name.contains(word)) {
            measure(name, repeat, work);
        }
    };
    const LoadedPlugins plugins = loadPlugins({defaultPluginFolders(), {}, {}});
    const auto project = must(Project::open(path, Access::ReadOnly, plugins.registry));
    const auto snapshot = must(project->snapshot());
    const roads::Rule rule;
    const Day day = *Day::fromYmd(k_firstYear + 4, 6, 30);
    std::pair<std::size_t, std::size_t> count;
    measure(QStringLiteral("layers read, network built, asked once"), 1,
            [&] { count = connected(*snapshot, rule, day, roads::Detail::Connected); });
    std::printf("    %zu of %zu settlements connected\n", count.first, count.second);
    const auto roadLayer = must(snapshot->layer(QStringLiteral("roads"), {}, {}));
    const auto settlements = must(snapshot->layer(QStringLiteral("settlements"), {}, {}));
    ifAsked("network built", std::min(times, 3), [&] {
        must(roads::buildNetwork(must(roads::layOut(*roadLayer, *settlements)), {rule.endSnap_m, rule.snap_m}, {}));
    });
    ifAsked("connected or not, one day", times, [&] { connected(*snapshot, rule, day, roads::Detail::Connected); });
    ifAsked("connected or not, 60 months", std::min(times, 5), [&] {
        for (int month = 0; month < k_months; ++month) {
            connected(*snapshot, rule, *Day::fromYmd(k_firstYear + month / 12, month % 12 + 1, 28),
                      roads::Detail::Connected);
        }
    });
    ifAsked("with reasons, routes and kilometres, one day", std::min(times, 5),
            [&] { connected(*snapshot, rule, day, roads::Detail::Reasons); });
    if (QStringLiteral("nearest").contains(word)) {
        measureDistances(*snapshot, std::min(times, 5));
    }
    if (QStringLiteral("village").contains(word)) {
        measureAreas(*snapshot, std::min(times, 5));
    }
}

} // namespace
} // namespace cuntu

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() < 2) {
        std::fprintf(stderr, "cuntu_bench_network: name the project\n");
        return 2;
    }
    cuntu::run(arguments[1], arguments.value(2, QStringLiteral("20")).toInt(), arguments.value(3));
    return 0;
}
