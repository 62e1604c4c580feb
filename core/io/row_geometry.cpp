// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/row_geometry.h"

#include "core/base/text.h"
#include "core/geo/clean.h"
#include "core/io/cell_text.h"
#include "core/io/geometry_text.h"
#include "core/io/utf8.h"

#include <algorithm>
#include <cmath>

namespace cuntu {

namespace {

constexpr Box k_china{70, 0, 140, 56}; // longitude, latitude, generously

bool inChina(Point p)
{
    return k_china.contains(p);
}

bool isLonLat(Point p)
{
    return std::abs(p.x) <= 180 && std::abs(p.y) <= 90;
}

std::ptrdiff_t columnOf(const std::vector<SourceColumn> &columns, QLatin1String id)
{
    const auto found =
        std::find_if(columns.begin(), columns.end(), [&](const SourceColumn &c) { return c.field == id; });
    return found == columns.end() ? -1 : found - columns.begin();
}

} // namespace

Result<GeometryChecker> GeometryChecker::create(const SourceInfo &source, const CheckContext &context)
{
    GeometryChecker checker;
    const LayerSchema &schema = *context.schema;
    const bool plain = schema.keyField.isEmpty() && schema.areaField.isEmpty() && schema.programme.isEmpty();
    checker.m_columns = source.columns;
    checker.m_x = columnOf(source.columns, QLatin1String("@x"));
    checker.m_y = columnOf(source.columns, QLatin1String("@y"));
    checker.m_wanted = schema.geometry;
    checker.m_fileHasPositions = source.geometry != GeometryType::None;
    const bool wanted = checker.m_fileHasPositions && schema.geometry != GeometryType::None;
    checker.m_needed = wanted && !plain && !schema.positionPersonal && !context.positionOptional;
    checker.m_dropsBad = plain;
    checker.m_sayMissing = wanted && schema.positionPersonal;
    checker.m_geographic = source.crs.isValid() && source.crs.isGeographic();
    checker.m_checkRange = source.crs.isValid();
    if (wanted && source.crs.isValid() && context.projectCrs.isValid()) {
        auto transform = CrsTransform::create(source.crs, context.projectCrs);
        if (!transform) {
            return transform.error();
        }
        if (!transform->isIdentity()) {
            checker.m_transform.emplace(std::move(*transform));
        }
    }
    return checker;
}

bool GeometryChecker::takeNone(const SourceRow &row, std::vector<RowFinding> &findings) const
{
    RowFinding finding{row.number, {}, {}, m_needed, false};
    bool unreadable = false;
    if (m_x >= 0) {
        for (const std::ptrdiff_t column : {m_x, m_y}) {
            const auto at = static_cast<std::size_t>(column);
            const std::string &cell = row.cells[at];
            if (isBlankCell(cell) || !numberFromCell(cell)) {
                finding.column = m_columns[at].heading;
                unreadable = !isBlankCell(cell);
                finding.reason = unreadable ? Core::tr("the coordinate '%1' is not a number").arg(toQString(cell))
                                            : Core::tr("the coordinate is missing");
                break;
            }
        }
    } else {
        finding.reason = Core::tr("the position is missing");
    }
    if (m_needed || m_sayMissing || unreadable) {
        findings.push_back(finding);
    }
    return !m_needed;
}

QString GeometryChecker::rangeProblem(const Geometry &geometry)
{
    if (!m_checkRange) {
        return {};
    }
    for (const Point &p : geometry.points) {
        const Point swapped{p.y, p.x};
        if (m_geographic) {
            ++m_seen;
            m_inChina += inChina(p) ? 1 : 0;
            const bool mostlyChina = m_inChina * 2 >= m_seen || m_seen < 3;
            if ((!isLonLat(p) && isLonLat(swapped)) || (!inChina(p) && inChina(swapped) && mostlyChina)) {
                return Core::tr("longitude and latitude stand in each other's place: %1, %2").arg(p.x).arg(p.y);
            }
            if (!isLonLat(p)) {
                return Core::tr("%1, %2 is not a longitude and a latitude").arg(p.x).arg(p.y);
            }
            if (p.x == 0 && p.y == 0 && m_needed) {
                return Core::tr("the position is 0, 0: it was not measured");
            }
        } else if (p.y > 1e7 && p.x > 1e6 && p.x < 1e7) {
            return Core::tr("easting and northing stand in each other's place: %1, %2")
                .arg(p.x, 0, 'f', 1)
                .arg(p.y, 0, 'f', 1);
        }
    }
    return {};
}

bool GeometryChecker::take(SourceRow &row, FeatureRow &feature, std::vector<RowFinding> &findings)
{
    if (m_wanted == GeometryType::None || !m_fileHasPositions) {
        return true;
    }
    if (row.geometry.isEmpty()) {
        return takeNone(row, findings);
    }
    QString problem = row.problem;
    if (!problem.isEmpty()) { // what could be read of it stays
        findings.push_back({row.number, {}, problem, !m_dropsBad, false});
        problem.clear();
    }
    if (m_wanted != GeometryType::Any && row.geometry.type != m_wanted) {
        problem = Core::tr("the layer holds %1, but this is one of %2")
                      .arg(geometryKind(m_wanted), geometryKind(row.geometry.type));
    } else {
        problem = rangeProblem(row.geometry);
    }
    if (!problem.isEmpty()) {
        findings.push_back({row.number, m_x >= 0 ? m_columns[static_cast<std::size_t>(m_x)].heading : QString(),
                            m_dropsBad ? Core::tr("%1: taken without a position").arg(problem) : problem, !m_dropsBad,
                            false});
        return m_dropsBad;
    }
    std::swap(feature.geometry, row.geometry); // the row gets the feature's empty one, and with it its memory
    return true;
}

/// What became of positions that have no image: the row goes, or of a plain layer the position.
void GeometryChecker::dropLost(std::vector<FeatureRow> &rows, std::size_t first,
                               std::vector<RowFinding> &findings) const
{
    const QString problem = Core::tr("the position lies outside the project's coordinate system");
    const auto gone =
        std::remove_if(rows.begin() + static_cast<std::ptrdiff_t>(first), rows.end(), [&](FeatureRow &row) {
            const bool bad = std::any_of(row.geometry.points.begin(), row.geometry.points.end(),
                                         [](const Point &p) { return !std::isfinite(p.x) || !std::isfinite(p.y); });
            if (bad) {
                findings.push_back({row.sourceRow,
                                    {},
                                    m_dropsBad ? Core::tr("%1: taken without a position").arg(problem) : problem,
                                    !m_dropsBad,
                                    false});
                row.geometry.clear();
            }
            return bad && !m_dropsBad;
        });
    rows.erase(gone, rows.end());
}

void GeometryChecker::finish(std::vector<FeatureRow> &rows, std::size_t first, std::vector<RowFinding> &findings)
{
    if (m_transform) {
        m_batch.clear();
        for (std::size_t i = first; i < rows.size(); ++i) {
            m_batch.insert(m_batch.end(), rows[i].geometry.points.begin(), rows[i].geometry.points.end());
        }
        const std::size_t lost = m_transform->apply(m_batch);
        auto next = m_batch.begin();
        for (std::size_t i = first; i < rows.size(); ++i) {
            std::vector<Point> &points = rows[i].geometry.points;
            std::copy_n(next, points.size(), points.begin());
            next += static_cast<std::ptrdiff_t>(points.size());
        }
        if (lost > 0) {
            dropLost(rows, first, findings);
        }
    }
    checkAreas(rows, first, findings);
}

/// Areas that cross themselves are taken: the register is right even where the drawing is not. But it is said.
void GeometryChecker::checkAreas(std::vector<FeatureRow> &rows, std::size_t first,
                                 std::vector<RowFinding> &findings) const
{
    constexpr std::size_t tooManyPoints = 1'000'000; // the check takes seconds then
    for (std::size_t i = first; i < rows.size(); ++i) {
        const Geometry &geometry = rows[i].geometry;
        if (geometry.type != GeometryType::Polygon || geometry.points.size() > tooManyPoints) {
            continue;
        }
        if (const QString reason = invalidityReason(geometry); !reason.isEmpty()) {
            findings.push_back(
                {rows[i].sourceRow, {}, Core::tr("the area is not drawn correctly: %1").arg(reason), false, false});
        }
    }
}

} // namespace cuntu
