// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/progress/milestone.h"

#include <QByteArray>
#include <QString>

#include <optional>
#include <variant>
#include <vector>

namespace cuntu {

/// A line above a part of a report.
struct ReportHeading {
    int level = 2; ///< 2 a part, 3 a piece of it; 1 is the report's title
    QString text;
};

/// Running text.
struct ReportParagraph {
    QString text;
    bool isNote = false; ///< small: how figures came about
};

/// How many milestones are in each state: "3 behind, 5 at risk, 20 on track".
struct ReportCounts {
    std::vector<std::pair<MilestoneState, int>> counts; ///< the most urgent first, none that are 0
};

/// A column of a table.
struct ReportColumn {
    QString title;
    bool isNumber = false; ///< set to the right, digits below each other
};

/// A cell of a table.
struct ReportCell {
    QString text;
    std::optional<MilestoneState> state; ///< shown as shape and colour before the text, which is the state's word
    std::optional<double> share;         ///< 0..1: a bar behind the figure
};

/// A table. Every row has as many cells as there are columns.
struct ReportTable {
    QString caption;
    std::vector<ReportColumn> columns;
    std::vector<std::vector<ReportCell>> rows;
    std::size_t totals = 0; ///< so many rows at the end are totals
};

/// A picture.
struct ReportImage {
    QByteArray bytes;
    QString mediaType; ///< image/png, image/jpeg or image/svg+xml
    QString caption;
};

/// A piece of a report. What it looks like is for the writers (html.h) to say.
using ReportBlock = std::variant<ReportHeading, ReportParagraph, ReportCounts, ReportTable, ReportImage>;

} // namespace cuntu
