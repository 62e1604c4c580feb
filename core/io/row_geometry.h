// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/row_check.h"

namespace cuntu {

/// The geometry side of RowChecker: kind, range, place of x and y, transformation, validity.
class GeometryChecker {
public:
    static Result<GeometryChecker> create(const SourceInfo &source, const CheckContext &context);

    /// Takes the geometry of @p row into @p feature. False, with a finding, where the row must be rejected.
    bool take(SourceRow &row, FeatureRow &feature, std::vector<RowFinding> &findings);

    /// True where a position that cannot be used costs the position and not the row: of plain layers, which may have
    /// none.
    bool dropsBad() const { return m_dropsBad; }

    /// Transforms the geometries of @p rows from @p first on in one go and checks areas; rows that fail leave @p rows.
    void finish(std::vector<FeatureRow> &rows, std::size_t first, std::vector<RowFinding> &findings);

private:
    GeometryChecker() = default;
    bool takeNone(const SourceRow &row, std::vector<RowFinding> &findings) const;
    QString rangeProblem(const Geometry &geometry);
    void dropLost(std::vector<FeatureRow> &rows, std::size_t first, std::vector<RowFinding> &findings) const;
    void checkAreas(std::vector<FeatureRow> &rows, std::size_t first, std::vector<RowFinding> &findings) const;

    std::vector<SourceColumn> m_columns;
    std::ptrdiff_t m_x = -1; ///< coordinate columns; -1: none
    std::ptrdiff_t m_y = -1;
    GeometryType m_wanted = GeometryType::None;
    bool m_needed = false;
    bool m_dropsBad = false; ///< of a plain layer: a position that cannot be used costs the position, not the row
    bool m_fileHasPositions = false;
    bool m_sayMissing = false; ///< an absent position gets a warning
    bool m_geographic = false;
    bool m_checkRange = false;
    qint64 m_seen = 0;    ///< positions so far
    qint64 m_inChina = 0; ///< of those
    std::optional<CrsTransform> m_transform;
    std::vector<Point> m_batch;
};

} // namespace cuntu
