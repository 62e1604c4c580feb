// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/relocation/suitability_criteria.h"

#include "core/io/source.h"
#include "plugins/relocation/declare.h"

#include <QDir>
#include <QFileInfo>

#include <array>

using namespace Qt::Literals::StringLiterals;

namespace cuntu::relocation {

namespace {

/// A row of the usual table, in the order of k_headings.
using Row = std::array<const char16_t *, 9>;
constexpr const char16_t *k_headings[] = {u"id",    u"name_zh", u"name_en", u"role",  u"measure",
                                          u"layer", u"where",   u"curve",   u"weight"};

// Layers beside roads, settlements and water_sources are plain ones that a project may bring: facilities (field kind),
// hazard_areas, flood_areas, protected_farmland, development_zones (field zone).
constexpr Row k_criteria[] = {
    {u"slope", u"坡度", u"Slope", u"criterion", u"slope", u"", u"", u"linear 0=1 8=0.9 15=0.5 25=0", u"20"},
    {u"aspect", u"坡向(偏离正南)", u"Aspect, from south", u"criterion", u"aspect", u"", u"",
     u"linear 0=1 90=0.6 180=0.2", u"5"},
    {u"elevation", u"海拔", u"Elevation", u"criterion", u"elevation", u"", u"",
     u"linear 500=1 1500=0.8 3000=0.3 4500=0", u"5"},
    {u"road", u"到公路", u"To a road", u"criterion", u"walk", u"roads", u"", u"linear 5=1 30=0.5 90=0", u"15"},
    {u"water", u"到水源", u"To water", u"criterion", u"distance", u"water_sources", u"",
     u"linear 500=1 2000=0.6 5000=0", u"10"},
    {u"school", u"到学校", u"To a school", u"criterion", u"travel", u"facilities", u"kind=school",
     u"linear 10=1 30=0.6 60=0", u"12"},
    {u"clinic", u"到卫生室", u"To a clinic", u"criterion", u"travel", u"facilities", u"kind=clinic",
     u"linear 10=1 30=0.6 60=0", u"10"},
    {u"market", u"到集市", u"To a market", u"criterion", u"travel", u"facilities", u"kind=market",
     u"linear 15=1 60=0.4 120=0", u"8"},
    {u"town", u"到集镇", u"To a town", u"criterion", u"travel", u"facilities", u"kind=town",
     u"linear 15=1 60=0.4 120=0", u"8"},
    {u"job", u"到就业点", u"To jobs", u"criterion", u"travel", u"facilities", u"kind=job", u"linear 15=1 60=0.4 120=0",
     u"7"},
    {u"zone", u"优化开发区", u"Optimised development", u"criterion", u"inside", u"development_zones", u"zone=OPTIMISED",
     u"classes 0=1 1=0.5", u"5"}};

// The same columns, with a limit instead of a curve.
constexpr Row k_exclusions[] = {
    {u"steep", u"陡坡", u"Too steep", u"exclusion", u"slope", u"", u"", u"> 25", u""},
    {u"hazard", u"地质灾害避让", u"Near a hazard", u"exclusion", u"distance", u"hazard_areas", u"", u"< 100", u""},
    {u"flood", u"洪水避让", u"Near floods", u"exclusion", u"distance", u"flood_areas", u"", u"< 50", u""},
    {u"farmland", u"永久基本农田", u"Protected farmland", u"exclusion", u"inside", u"protected_farmland", u"", u"",
     u""},
    {u"restricted", u"限制、禁止开发区", u"Restricted zones", u"exclusion", u"inside", u"development_zones",
     u"zone=RESTRICTED|PROHIBITED", u"", u""}};

CriterionSpec specOf(const Row &row, bool isExclusion)
{
    QMap<QString, QString> cells{{u"optional"_s, u"yes"_s}};
    for (std::size_t i = 0; i < row.size(); ++i) {
        cells[QString::fromUtf16(k_headings[i])] = QString::fromUtf16(row[i]);
    }
    if (isExclusion) {
        cells[u"limit"_s] = cells.take(u"curve"_s);
    }
    return CriterionSpec::fromRow(cells).value(); // of constants: a bad one is a bug
}

/// @p error with where it was.
Error at(Error error, const QString &file, qint64 row)
{
    error.where.file = file;
    error.where.row = row;
    return error;
}

} // namespace

std::vector<CriterionSpec> usualCriteria()
{
    std::vector<CriterionSpec> specs;
    for (const Row &row : k_criteria) {
        specs.push_back(specOf(row, false));
    }
    for (const Row &row : k_exclusions) {
        specs.push_back(specOf(row, true));
    }
    return specs;
}

Result<std::vector<CriterionSpec>> criteriaFromFile(const QString &file, const JobContext &job)
{
    SourceOptions options;
    options.file = file;
    const auto source = Source::open(options, nullptr, job);
    if (!source) {
        return source.error();
    }
    std::vector<CriterionSpec> specs;
    SourceRow row;
    for (;;) {
        const auto more = (*source)->next(row);
        if (!more || !*more) {
            return more ? Result<std::vector<CriterionSpec>>(std::move(specs)) : more.error();
        }
        QMap<QString, QString> cells;
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
            cells[(*source)->info().columns[i].heading.trimmed().toLower()] = QString::fromStdString(row.cells[i]);
        }
        auto spec = CriterionSpec::fromRow(cells);
        if (!spec) {
            return at(spec.error(), file, row.number);
        }
        if (spec->measure == CriterionSpec::Measure::Raster) {
            spec->layer = QFileInfo(file).absoluteDir().absoluteFilePath(spec->layer);
        }
        specs.push_back(std::move(*spec));
    }
}

} // namespace cuntu::relocation
