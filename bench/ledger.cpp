// SPDX-License-Identifier: GPL-3.0-or-later
// A project with a long ledger (bench/ledger_project.py): how long opening it takes and how much memory its ledger, how
// long figures of a day by each level and monthly series of five years, and the ledger as known on a day.
//
//     cuntu_bench_ledger PROJECT [REPEAT 5]      best and median of the repetitions, in milliseconds
#include "core/plugin/plugin_host.h"
#include "core/project/as_known.h"
#include "core/project/figures.h"

#include <QCoreApplication>
#include <QFile>

#include <algorithm>
#include <chrono>
#include <cstdio>

namespace cuntu {
namespace {

constexpr int k_firstYear = 2016;
constexpr int k_years = 5;

/// A line of /proc/self/status, in MiB.
double memory_MiB(const char *what)
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly)) {
        return 0;
    }
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith(what)) {
            return line.simplified().split(' ').value(1).toDouble() / 1024;
        }
    }
    return 0;
}

template <class Work> void measure(const char *name, int times, const Work &work)
{
    std::vector<double> took_ms;
    for (int i = 0; i < times; ++i) {
        const auto begin = std::chrono::steady_clock::now();
        work();
        took_ms.push_back(std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count());
    }
    std::sort(took_ms.begin(), took_ms.end());
    std::printf("%-44s %10.1f %10.1f ms\n", name, took_ms.front(), took_ms[took_ms.size() / 2]);
    std::fflush(stdout);
}

/// What must be there for a measurement; the program ends where it is not.
template <class T> T must(Result<T> result)
{
    if (!result) {
        std::fprintf(stderr, "cuntu_bench_ledger: %s\n", qPrintable(result.error().toText()));
        std::exit(1);
    }
    return std::move(*result);
}

void run(const QString &path, int times)
{
    const LoadedPlugins plugins = loadPlugins({defaultPluginFolders(), {}, {}});
    const Registry &registry = *plugins.registry;
    const double before_MiB = memory_MiB("VmRSS:");
    std::unique_ptr<Project> project;
    Immutable<ProjectSnapshot> snapshot;
    measure("open, with the whole ledger", 1, [&] {
        project = must(Project::open(path, Access::ReadOnly, plugins.registry));
        snapshot = must(project->snapshot());
    });
    const auto entries = static_cast<double>(snapshot->ledger().size());
    std::printf("%-44s %10.1f MiB, at the most %.1f MiB, %.1f bytes an entry\n", "  memory",
                memory_MiB("VmRSS:") - before_MiB, memory_MiB("VmHWM:") - before_MiB,
                (memory_MiB("VmRSS:") - before_MiB) * 1024 * 1024 / entries);
    const Day day = *Day::fromYmd(k_firstYear + k_years - 1, 6, 30);
    measure("layers, read once", 1, [&] { must(computeFigures(*snapshot, registry, {{}, {}, day, {}, {}, {}}, {})); });
    for (const AreaLevel by : {AreaLevel::County, AreaLevel::Township, AreaLevel::Village}) {
        const QString name = QStringLiteral("all indicators by %1").arg(toString(by));
        measure(qPrintable(name), times, [&] {
            must(computeFigures(*snapshot, registry, {{}, {}, day, by, {}, {}}, {}));
        });
    }
    std::vector<Day> months;
    for (int month = 0; month < k_years * 12; ++month) {
        months.push_back(*Day::fromYmd(k_firstYear + month / 12, month % 12 + 1, 28));
    }
    for (const Indicator &indicator : registry.indicators) {
        for (const AreaLevel by : {AreaLevel::County, AreaLevel::Village}) {
            const QString name = QStringLiteral("60 months of %1 by %2").arg(indicator.id, toString(by));
            measure(qPrintable(name), times, [&] {
                must(computeSeries(*snapshot, registry, {indicator.id, months, by, {}, {}, {}}, {}));
            });
        }
    }
    measure("as known on a day", times, [&] { asKnown(snapshot, Instant::endOf(day), Rung::Reported); });
    measure("as certified", times, [&] { asKnown(snapshot, {}, Rung::Certified); });
}

} // namespace
} // namespace cuntu

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() < 2) {
        std::fprintf(stderr, "cuntu_bench_ledger: name the project\n");
        return 2;
    }
    cuntu::run(arguments[1], arguments.value(2, QStringLiteral("5")).toInt());
    return 0;
}
