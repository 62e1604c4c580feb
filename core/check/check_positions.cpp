// SPDX-License-Identifier: GPL-3.0-or-later
// Points against the outline of the village that they are said to belong to.
#include "core/check/check_defaults.h"
#include "core/check/rules.h"

#include "core/geo/area_locator.h"
#include "core/geo/clean.h"

#include <QHash>

namespace cuntu {

namespace {

/// Outlines of villages by code.
class Outlines {
public:
    explicit Outlines(const LayerSnapshot &villages)
        : m_villages(villages), m_outlines(outlinesOf(villages)), m_locator(m_outlines)
    {
        const Column *codes = villages.column(QStringLiteral("code"));
        for (std::size_t row = 0; codes && row < villages.size(); ++row) {
            if (villages.geometry().hasGeometry(row)) {
                m_rowOf[codes->display(row)] = row;
            }
        }
    }

    /// Row of the village; empty where it has no outline.
    std::optional<std::size_t> rowOf(const QString &code) const
    {
        const auto found = m_rowOf.constFind(code);
        return found == m_rowOf.cend() ? std::nullopt : std::optional(*found);
    }
    const Box &box(std::size_t row) const { return m_villages.geometry().boxes[row]; }
    const Geometry &outline(std::size_t row) const { return m_outlines[row]; }
    const AreaLocator &locator() const { return m_locator; }

private:
    static std::vector<Geometry> outlinesOf(const LayerSnapshot &villages)
    {
        std::vector<Geometry> outlines;
        for (std::size_t row = 0; row < villages.size(); ++row) {
            outlines.push_back(villages.geometry().geometry(row));
        }
        return outlines;
    }

    const LayerSnapshot &m_villages;
    QHash<QString, std::size_t> m_rowOf;
    std::vector<Geometry> m_outlines;
    AreaLocator m_locator;
};

/// How far @p position lies outside village @p row, in metres; 0 inside. @p found: where it was found to lie.
double outside_m(Outlines &outlines, std::size_t row, std::uint32_t found, Point position, const UnitMetres &unit)
{
    if (found == row || (outlines.box(row).contains(position) && containsPoint(outlines.outline(row), position))) {
        return 0;
    }
    return distance_m(outlines.outline(row), position, unit);
}

Result<void> reportOutside(const LayerSnapshot &layer, Outlines &outlines, double most_m, FindingList &findings,
                           const JobContext &job)
{
    const Column *codes = layer.column(layer.schema().areaField);
    if (!codes || codes->kind() != Column::Kind::Text) {
        return {};
    }
    std::vector<std::optional<std::size_t>> villageOf(codes->distinct());
    for (std::uint32_t code = 0; code < villageOf.size(); ++code) {
        const std::string_view text = codes->textOf(code);
        villageOf[code] = outlines.rowOf(QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())));
    }
    std::vector<Point> positions;
    positions.reserve(layer.size());
    for (std::size_t row = 0; row < layer.size(); ++row) {
        positions.push_back(layer.geometry().firstPoint(row));
    }
    const auto found = outlines.locator().locate(positions, job);
    if (!found) {
        return found.error();
    }
    for (std::size_t row = 0; row < layer.size(); ++row) {
        if (row % 1024 == 0 && job.isCancelled()) {
            return cancelledError();
        }
        const std::uint32_t code = codes->code(row);
        if (code == Column::k_null || !villageOf[code] || !layer.geometry().hasGeometry(row)) {
            continue;
        }
        const Point position = positions[row];
        const double off_m =
            outside_m(outlines, *villageOf[code], (*found)[row], position, UnitMetres::at(layer.crs(), position));
        if (off_m > most_m) {
            findings.add(layer, row,
                         Core::tr("lies %1 m outside its village %2").arg(off_m, 0, 'f', 0).arg(codes->display(row)));
        }
    }
    return {};
}

} // namespace

FoundResult checkOutsideVillage(const ProjectSnapshot &project, const JobContext &job)
{
    const auto villages = project.layer(QStringLiteral("villages"), {QStringLiteral("code")}, job);
    if (!villages) {
        return villages.error();
    }
    Outlines outlines(**villages);
    const double most_m = settingOr(project, u"check.outside_village_m", k_outside_m);
    return findInLayers(
        project, job,
        [](const LayerSchema &schema) -> std::optional<QStringList> {
            const bool fits = schema.geometry == GeometryType::Point && !schema.areaField.isEmpty();
            return fits ? std::optional(QStringList{schema.areaField}) : std::nullopt;
        },
        [&](const LayerSnapshot &layer, FindingList &findings) {
            return reportOutside(layer, outlines, most_m, findings, job);
        });
}

} // namespace cuntu
