// SPDX-License-Identifier: GPL-3.0-or-later
// A project with a long ledger (bench/ledger_project.py): how long opening it takes and how much memory its ledger, how
// long figures of a day by each level and monthly series of five years, and the ledger as known on a day.
//
//     cuntu_bench_ledger PROJECT [REPEAT 5] [WORD]
//
// Of each the least and the median time of the repetitions, and the least of the processor, all threads together. With
// a word only what has it in its name.
#include "bench/measure.h"
#include "core/plugin/plugin_host.h"
#include "core/project/as_known.h"
#include "core/project/figures.h"

#include <QCoreApplication>
#include <QFile>

#include <algorithm>
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

void run(const QString &path, int times, const QString &word)
{
    const auto ifAsked = [&](const QString &name, const auto &work) {
        if (name.contains(word)) {
            measure(name, times, work);
        }
    };
    const LoadedPlugins plugins = loadPlugins({defaultPluginFolders(), {}, {}});
    const Registry &registry = *plugins.registry;
    const double before_MiB = memory_MiB("VmRSS:");
    std::unique_ptr<Project> project;
    Immutable<ProjectSnapshot> snapshot;
    measure(QStringLiteral("open, with the whole ledger"), 1, [&] {
        project = must(Project::open(path, Access::ReadOnly, plugins.registry));
        snapshot = must(project->snapshot());
    });
    const auto entries = static_cast<double>(snapshot->ledger().size());
    std::printf("%-40s %10.1f MiB, at the most %.1f MiB, %.1f bytes an entry\n", "  memory",
                memory_MiB("VmRSS:") - before_MiB, memory_MiB("VmHWM:") - before_MiB,
                (memory_MiB("VmRSS:") - before_MiB) * 1024 * 1024 / entries);
    const Day day = *Day::fromYmd(k_firstYear + k_years - 1, 6, 30);
    measure(QStringLiteral("layers, read once"), 1, [&] {
        must(computeFigures(*snapshot, registry, {{}, {}, day, {}, {}, {}}, {}));
    });
    for (const AreaLevel by : {AreaLevel::County, AreaLevel::Township, AreaLevel::Village}) {
        const QString name = QStringLiteral("all indicators by %1").arg(toString(by));
        ifAsked(name, [&] { must(computeFigures(*snapshot, registry, {{}, {}, day, by, {}, {}}, {})); });
    }
    std::vector<Day> months;
    for (int month = 0; month < k_years * 12; ++month) {
        months.push_back(*Day::fromYmd(k_firstYear + month / 12, month % 12 + 1, 28));
    }
    for (const Indicator &indicator : registry.indicators) {
        for (const AreaLevel by : {AreaLevel::County, AreaLevel::Village}) {
            const QString name = QStringLiteral("60 months of %1 by %2").arg(indicator.id, toString(by));
            ifAsked(name, [&] {
                must(computeSeries(*snapshot, registry, {{}, indicator.id, day, by, {}, {}}, months, {}));
            });
        }
    }
    ifAsked(QStringLiteral("as known on a day"), [&] { asKnown(snapshot, Instant::endOf(day), Rung::Reported); });
    ifAsked(QStringLiteral("as certified"), [&] { asKnown(snapshot, {}, Rung::Certified); });
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
    cuntu::run(arguments[1], arguments.value(2, QStringLiteral("5")).toInt(), arguments.value(3));
    return 0;
}
