// SPDX-License-Identifier: GPL-3.0-or-later
// Water of all households of a project: how they are supplied, rated in the four ways, and counted by village.
//
//     cuntu_bench_water PROJECT [REPEAT 20]
//
// The project holds a generated region with its households; the first repetition fills the caches.
#include "bench/measure.h"
#include "core/plugin/plugin_host.h"
#include "core/project/project.h"

#include <QCoreApplication>

using namespace cuntu;
using namespace Qt::Literals::StringLiterals;

namespace {

void run(const QString &file, int times)
{
    const LoadedPlugins plugins = loadPlugins({defaultPluginFolders(), {}, {}});
    const Registry &registry = *plugins.registry;
    const auto project = must(Project::open(file, Access::ReadOnly, plugins.registry));
    const auto snapshot = must(project->snapshot());
    const Day day = *Day::fromYmd(2020, 6, 30);
    for (const QString &id : {u"tap_rate"_s, u"safe_rate"_s}) {
        const Indicator *indicator = registry.findIndicator(id);
        if (indicator == nullptr) {
            std::fprintf(stderr, "cuntu_bench_water: the plugin is not there\n");
            std::exit(2);
        }
        const auto values = must(ParameterValues::parse(indicator->parameters, {{u"per"_s, u"households"_s}}));
        std::vector<Figure> figures;
        const auto count = [&] {
            const IndicatorSet set = must(indicator->evaluate({*snapshot, values, day}, {}));
            figures = figuresByArea(*indicator, set, snapshot->areas(), AreaLevel::Village, day, {});
        };
        count();
        measure(u"%1 of all households by village"_s.arg(id), times, count);
        double sum = 0;
        double all = 0;
        for (const Figure &figure : figures) {
            sum += figure.numerator;
            all += figure.denominator;
        }
        std::printf("  %zu villages, %.0f of %.0f persons\n", figures.size(), sum, all);
    }
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() < 2) {
        std::fprintf(stderr, "cuntu_bench_water: name the project\n");
        return 2;
    }
    run(arguments[1], arguments.value(2, u"20"_s).toInt());
    return 0;
}
