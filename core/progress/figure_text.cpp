// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/progress/figure_text.h"

#include "core/algorithm/unit.h"

#include <cmath>

namespace cuntu {

QString plainFigureText(double value, const QString &unit, std::optional<double> promised)
{
    const double parts = countsWholes(unit) ? 1 : 100; // of a unit, that are shown
    const bool percent = unit == QStringLiteral("%");
    const std::optional<double> limit = promised || !percent ? promised : std::optional(100.0);
    double shown = std::round(value * parts) / parts;
    if (limit && value < *limit && shown >= *limit) {
        shown = std::floor(value * parts) / parts;
    }
    if (shown == 0) {
        shown = 0; // no '-0'
    }
    QString text = QString::number(shown, 'f', 2);
    if (!percent) {
        while (text.endsWith(u'0')) {
            text.chop(1);
        }
        if (text.endsWith(u'.')) {
            text.chop(1);
        }
    }
    return text;
}

QString figureText(double value, const QString &unit, std::optional<double> promised)
{
    const QString number = plainFigureText(value, unit, promised);
    const QString shownUnit = unitText(unit);
    return shownUnit.isEmpty() ? number : number + u' ' + shownUnit;
}

} // namespace cuntu
