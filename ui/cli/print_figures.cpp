// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cli/print_figures.h"

#include "core/algorithm/outcome_curve.h"
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

void printCurves(const std::vector<OutcomeCurve> &curves)
{
    for (const OutcomeCurve &curve : curves) {
        print(curve.name.toString());
        TextTable table({axisText(curve.xName, curve.xUnit), axisText(curve.yName, curve.yUnit)});
        table.alignRightFrom(0);
        for (const OutcomeCurve::Point &point : curve.points) {
            table.add({outcomeNumberText(point.x), outcomeNumberText(point.y)});
        }
        table.print();
    }
}

} // namespace cuntu::cli
