// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job.h"
#include "core/base/result.h"
#include "core/geo/crs.h"
#include "core/io/row_rules.h"
#include "core/schema/layer_schema.h"
#include "core/store/value.h"

#include <QMap>

#include <memory>
#include <optional>
#include <vector>

namespace cuntu {

/// Which file to read and what the user says about it. What is not said is detected.
struct SourceOptions {
    QString file;                    ///< anything GDAL reads; zipped shapefiles too
    QString sheet;                   ///< sheet or layer; empty: the first one that has rows
    QString encoding;                ///< "GBK", "GB18030", "UTF-8", ...; empty: detected
    std::optional<Crs> sourceCrs;    ///< empty: from the file, else guessed from the numbers
    QMap<QString, QString> fieldMap; ///< field id -> heading, from --map field=column; overrides the matching
    RowRules rules;                  ///< what is done to the rows
};

/// A column of a file and the field it was matched to.
struct SourceColumn {
    QString heading; ///< as in the file; of a two-row header both parts: "坐标 经度"
    QString field;   ///< field id; empty: not used. "@x", "@y": coordinates; "@status", "@status_date": life cycle;
                     ///< "@township", "@village": names of areas; "@wkt": geometry.
                     ///< Of a plain layer all others have an id made from the heading: lower case, distinct
    FieldType type = FieldType::Text; ///< type found in the file, for plain layers
};

/// What was found out about a file; shown to the user before and after an import.
struct SourceInfo {
    QString driver;         ///< GDAL's name of the format
    QStringList sheets;     ///< all sheets or layers
    QString sheet;          ///< the one that is read
    QString encoding;       ///< of the text, e.g. "GBK"; "UTF-8" where the format fixes it
    QString encodingReason; ///< how it was found, a sentence
    Crs crs;                ///< of the coordinates; invalid where there are none
    QString crsReason;      ///< how it was found, a sentence
    int headerRows = 0;     ///< rows before the first data row in a spreadsheet or CSV; 0 for other formats
    GeometryType geometry = GeometryType::None;
    qint64 rowsExpected = -1; ///< for progress; -1: unknown
    std::vector<SourceColumn> columns;
    QStringList notes; ///< sentences about what was assumed
};

/// A row as it stands in the file.
struct SourceRow {
    qint64 number = 0;              ///< line or spreadsheet row as the user sees it, 1-based; feature number elsewhere
    std::vector<std::string> cells; ///< UTF-8, trimmed, one per SourceInfo::columns; empty for blank
    Geometry geometry;              ///< in the file's CRS; from coordinate columns too, empty where they cannot be read
    bool isTotal = false;           ///< a totals, subtotal, note or signature row, or a repeated header: not data
    QString problem;                ///< why the row cannot be used, a sentence; empty for a good one
};

/// An opened file. Used by one job at a time. GDAL's messages end up in the Errors, not on the screen.
class CUNTU_CORE_EXPORT Source {
public:
    /// Opens @p options.file and finds out everything in SourceInfo. @p schema guides header detection and field
    /// matching; null for a plain layer, which takes every column as it is.
    /// NotFound, Unreadable (with what is missing: .shx, .dbf; empty file; not a format GDAL knows), BadEncoding,
    /// UnknownCrs (coordinates that fit no system, or no .prj and numbers that fit several), Invalid (no header that
    /// holds the required fields: lists the headings found and the fields wanted).
    static Result<std::unique_ptr<Source>> open(const SourceOptions &options, const LayerSchema *schema,
                                                const JobContext &job);
    ~Source();

    const SourceInfo &info() const;
    /// Reads the next row into @p row; false at the end. Unreadable when the file breaks off.
    Result<bool> next(SourceRow &row);
    /// How many rows SourceOptions::rules left out so far.
    qint64 leftOut() const;

private:
    struct Private;
    explicit Source(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

} // namespace cuntu
