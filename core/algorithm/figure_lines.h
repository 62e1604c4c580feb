// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/algorithm/algorithm.h"

namespace cuntu {

/// One figure of a result as people read it.
struct FigureLine {
    QString id;   ///< key; of a figure in a group "group.key"
    QString name; ///< as declared, else the key
    QString unit; ///< empty: none
    QString text; ///< with thousands separators; yes and no; lists joined
    std::optional<double> number;
};

/// The figures of a result, declared ones first in their order, the others by key. Groups are taken apart.
CUNTU_CORE_EXPORT std::vector<FigureLine> figureLines(const std::vector<OutcomeFigure> &declared,
                                                      const QJsonObject &figures);

/// One figure of several results.
struct ComparedFigure {
    QString id;
    QString name;
    QString unit;
    QStringList texts;                              ///< per result; empty where it does not have the figure
    std::vector<std::optional<double>> numbers;     ///< per result; empty where it has none
    std::vector<std::optional<double>> differences; ///< per result: to the first one, where both are numbers
    Better better = Better::NotSaid;
    std::vector<bool> isBest; ///< per result; nowhere true where all are the same or `better` is not said
};

/// The figures of @p results side by side: all that one of them has.
CUNTU_CORE_EXPORT std::vector<ComparedFigure> compareFigures(const std::vector<OutcomeFigure> &declared,
                                                             const std::vector<QJsonObject> &results);

/// @p number as figures show it: whole ones exactly, others with at most four decimals; thousands separated.
CUNTU_CORE_EXPORT QString outcomeNumberText(double number);

} // namespace cuntu
