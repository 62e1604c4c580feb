// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/progress/indicator.h"
#include "core/progress/milestone.h"
#include "core/report/block.h"
#include "core/report/period.h"

namespace cuntu {

/// One indicator by area: a table of the report.
struct ReportIndicator {
    QString name;
    QString rule;                ///< what counts, in words; empty: not said
    QString source;              ///< clause or standard behind it; empty: not said
    QString countedThing;        ///< unit of numerator and denominator
    std::vector<Figure> areas;   ///< as figuresByArea() gives them
    std::vector<Figure> before;  ///< the same on the eve of the period; empty: no column of changes
    std::optional<Figure> total; ///< the area the report is about
    std::optional<Figure> totalBefore;
};

/// A target and where it stands, with the names behind its ids.
struct ReportMilestone {
    Milestone milestone;
    QString programmeName;
    QString indicatorName;
    QString areaName;
    QString unit; ///< the indicator's
};

/// A column of a list of what is left.
struct ReportListColumn {
    QString title;
    bool isNumber = false;
};

/// Features that still stand between now and a promise, e.g. the places that are not served yet. The texts are those
/// that may be seen: personal fields are masked by the caller (see masked() of core/schema).
struct ReportList {
    QString title;
    std::vector<ReportListColumn> columns;
    std::vector<QStringList> rows;
    qint64 all = 0; ///< how many there are, where `rows` holds the first of them only; 0: rows are all
};

/// What a report says of one programme.
struct ReportProgramme {
    QString name;
    std::vector<ReportIndicator> indicators;
    std::vector<ReportList> left;
    std::vector<ReportBlock> more; ///< the programme's own
};

/// A map picture with what must be printed beside it (DOMAIN D.6).
struct ReportMap {
    QByteArray image; ///< PNG, JPEG or SVG; empty: no map
    QString caption;
    QString reviewNumber; ///< 审图号; empty: the map is marked as for internal use
};

/// Everything a report is made of. Names are in the program's language; nothing is looked up.
struct ReportInput {
    QString title;    ///< empty: by the kind of period
    QString areaName; ///< the county or area it is about
    std::optional<ReportPeriod> period;
    Day asOf;
    qint64 revision = 0;
    std::optional<Instant> made; ///< empty: not printed, so that equal figures give equal bytes
    QString madeBy;              ///< unit that reports
    QString filledBy;            ///< 填报人; empty: a line to sign on, as the two below
    QString checkedBy;           ///< 审核人
    QString responsible;         ///< 负责人
    ReportMap map;
    MilestoneRules rules; ///< printed below the milestones: the assumptions of the forecast
    std::vector<ReportMilestone> milestones;
    std::vector<ReportProgramme> programmes;
    bool unmasked =
        false; ///< personal data were asked for: said in the head, and numbers in texts are left as they are
};

/// The lines at the head and foot of every report.
struct ReportHead {
    QString title;
    std::vector<std::pair<QString, QString>> facts;   ///< name and value: county, period, as-of date, revision
    std::vector<std::pair<QString, QString>> signers; ///< 填报人, 审核人, 负责人, with their names or nothing
    QString warning;                                  ///< empty, or that it holds personal data
};

/// A report as data, in the order of reading. A value; any thread.
struct Report {
    ReportHead head;
    std::vector<ReportBlock> blocks;
};

/// Puts a report together, in language(): how many targets are in which state, the map, the targets with the most
/// urgent first, and for each programme its indicators by area and what is left. Empty parts are left out. Texts go
/// through a last filter for identity and mobile numbers unless unmasked.
CUNTU_CORE_EXPORT Report buildReport(const ReportInput &input);

} // namespace cuntu
