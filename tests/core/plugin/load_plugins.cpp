// SPDX-License-Identifier: GPL-3.0-or-later
// load_plugins NOTE FOLDER...: loads the plugins of the folders and prints one line each: id, state, sentence.
#include "core/plugin/plugin_host.h"

#include <QCoreApplication>

#include <cstdio>

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const cuntu::LoadedPlugins loaded = cuntu::loadPlugins({arguments.mid(2), arguments.value(1), {}});
    for (const cuntu::PluginReport &report : loaded.reports) {
        const QString line =
            QStringList{report.id, toString(report.state), report.reason.toText()}.join(QLatin1Char('|'));
        std::puts(qUtf8Printable(line.simplified()));
    }
    for (const cuntu::Error &warning : loaded.warnings) {
        std::puts(qUtf8Printable(QStringLiteral("warning|") + warning.toText().simplified()));
    }
    if (loaded.mustRestart) {
        std::puts("must restart");
    }
    return 0;
}
