// SPDX-License-Identifier: GPL-3.0-or-later
// One feature of a layer is changed, and the layer asked for again, as the map does: a cell, then a position; beside it
// the time to read the whole layer.
//
//     cuntu_bench_edit PROJECT [LAYER households] [FIELD settlement_name] [TIMES 10]
//
// Writes into the project: give it a copy.
#include "bench/measure.h"
#include "core/plugin/plugin_host.h"
#include "core/project/feature_edit.h"
#include "core/project/project.h"

#include <QCoreApplication>
#include <QDir>

using namespace cuntu;
using namespace Qt::Literals::StringLiterals;

namespace {

void run(const QString &file, const QString &layer, const QString &field, int times)
{
    QDir(file + u"-cache"_s).removeRecursively(); // read from the table
    const LoadedPlugins plugins = loadPlugins({defaultPluginFolders(), {}, {}});
    const auto project = must(Project::open(file, Access::ReadWrite, plugins.registry));
    const auto load = [&] { return must(must(project->snapshot())->layer(layer, {field}, {})); };
    Immutable<LayerSnapshot> known;
    measure(u"the whole layer read"_s, 1, [&] { known = load(); });
    std::printf("  %zu features\n", known->size());
    int round = 0;
    const auto change = [&](bool moves) {
        FeatureEdit edit;
        edit.layer = layer;
        edit.feature = known->id(static_cast<std::size_t>(++round) * 7919 % known->size());
        if (moves) {
            edit.geometry = known->geometry().geometry(*known->rowOf(edit.feature));
            edit.geometry->points.front().x += 1 + round;
        } else {
            edit.fields[field] = u"%1"_s.arg(round).toStdString();
        }
        must(editFeatures(*project, {u"edit"_s, {}, {edit}}));
    };
    for (const bool moves : {false, true}) {
        for (int i = 0; i < times; ++i) {
            change(moves);
            measure(moves ? u"known again after a position moved"_s : u"known again after a cell changed"_s, 1,
                    [&] { known = load(); });
        }
    }
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() < 2) {
        std::fprintf(stderr, "cuntu_bench_edit: name the project\n");
        return 2;
    }
    run(arguments[1], arguments.value(2, u"households"_s), arguments.value(3, u"settlement_name"_s),
        arguments.value(4, u"10"_s).toInt());
    return 0;
}
