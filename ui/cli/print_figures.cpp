// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cli/print_figures.h"

#include "ui/cli/print.h"

namespace cuntu::cli {

void printFigures(const std::vector<FigureLine> &figures)
{
    TextTable table({Cli::tr("figure"), Cli::tr("value")});
    for (const FigureLine &line : figures) {
        table.add({line.name, QStringLiteral("%1 %2").arg(line.text, line.unit).trimmed()});
    }
    table.print();
}

} // namespace cuntu::cli
