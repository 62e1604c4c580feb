// SPDX-License-Identifier: GPL-3.0-or-later
// The areas of one level cover the county once: no ground twice, none left out between them.
#include "core/check/check_defaults.h"
#include "core/check/rules.h"

#include "core/geo/clean.h"
#include "core/geo/coverage.h"

namespace cuntu {

namespace {

/// The layers of areas, from the lowest level up: a fault of the villages shows in the townships made of them.
QStringList areaLayers(const ProjectSnapshot &project)
{
    QStringList layers;
    for (const char *id : {"villages", "townships"}) {
        if (project.layers().contains(QString::fromLatin1(id))) {
            layers << QString::fromLatin1(id);
        }
    }
    return layers;
}

double tolerance_m2(const ProjectSnapshot &project)
{
    return settingOr(project, u"check.area_tolerance_m2", k_tolerance_m2);
}

std::vector<Geometry> outlinesOf(const LayerSnapshot &layer)
{
    std::vector<Geometry> outlines;
    outlines.reserve(layer.size());
    for (std::size_t row = 0; row < layer.size(); ++row) {
        outlines.push_back(layer.geometry().geometry(row));
    }
    return outlines;
}

/// Ground that was reported, so that the level above does not say it again.
class Known {
public:
    bool has(Point inside) const
    {
        return std::any_of(m_grounds.begin(), m_grounds.end(),
                           [&](const Geometry &ground) { return containsPoint(ground, inside); });
    }
    void add(Geometry ground) { m_grounds.push_back(std::move(ground)); }

private:
    std::vector<Geometry> m_grounds;
};

Result<void> reportOverlaps(const LayerSnapshot &layer, double least_m2, Known &known, FindingList &findings,
                            const JobContext &job)
{
    auto shared = sharedGround(outlinesOf(layer), job);
    if (!shared) {
        return shared.error();
    }
    for (SharedGround &pair : *shared) {
        const double area_m2 = groundArea_m2(pair.ground, layer.crs());
        const Point inside = pointInside(pair.ground);
        if (area_m2 > least_m2 && !known.has(inside)) {
            findings.add(layer, pair.one,
                         Core::tr("%1 and %2 overlap by %3 m2")
                             .arg(calledAs(layer, pair.one), calledAs(layer, pair.other), areaText(area_m2)),
                         inside);
            known.add(std::move(pair.ground));
        }
    }
    return {};
}

/// Names of the areas that touch @p gap, at most three.
QString neighboursOf(const LayerSnapshot &layer, const Geometry &gap)
{
    QStringList names;
    const Box box = gap.extent();
    for (const std::uint32_t row : layer.geometry().index.search(box)) {
        const Geometry outline = layer.geometry().geometry(row);
        const bool touches = std::any_of(gap.points.begin(), gap.points.end(),
                                         [&](Point corner) { return containsPoint(outline, corner); });
        if (touches && names.size() < 3) {
            names << calledAs(layer, row);
        }
    }
    return names.join(Core::tr(", "));
}

Result<void> reportGaps(const LayerSnapshot &layer, double least_m2, Known &known, FindingList &findings)
{
    auto gaps = enclosedGaps(outlinesOf(layer));
    if (!gaps) {
        return gaps.error();
    }
    for (Geometry &gap : *gaps) {
        const double area_m2 = groundArea_m2(gap, layer.crs());
        const Point inside = pointInside(gap);
        if (area_m2 <= least_m2 || known.has(inside)) {
            continue;
        }
        const auto beside = layer.geometry().index.search(gap.extent());
        findings.add(layer, beside.empty() ? 0 : beside.front(),
                     Core::tr("a gap of %1 m2 that belongs to none of its neighbours %2")
                         .arg(areaText(area_m2), neighboursOf(layer, gap)),
                     inside);
        known.add(std::move(gap));
    }
    return {};
}

FoundResult overAreaLayers(const ProjectSnapshot &project, const JobContext &job,
                           const std::function<Result<void>(const LayerSnapshot &, FindingList &)> &report)
{
    FindingList findings;
    for (const QString &id : areaLayers(project)) {
        const auto layer = project.layer(id, {QStringLiteral("name")}, job);
        if (!layer) {
            return layer.error();
        }
        const bool hasOutlines = (*layer)->geometry().type == GeometryType::Polygon && (*layer)->size() > 0;
        auto done = hasOutlines ? report(**layer, findings) : Result<void>();
        if (!done) {
            return done.error();
        }
    }
    return findings.take();
}

} // namespace

FoundResult checkOverlaps(const ProjectSnapshot &project, const JobContext &job)
{
    Known known;
    return overAreaLayers(project, job, [&](const LayerSnapshot &layer, FindingList &findings) {
        return reportOverlaps(layer, tolerance_m2(project), known, findings, job);
    });
}

FoundResult checkGaps(const ProjectSnapshot &project, const JobContext &job)
{
    Known known;
    return overAreaLayers(project, job, [&](const LayerSnapshot &layer, FindingList &findings) {
        return reportGaps(layer, tolerance_m2(project), known, findings);
    });
}

} // namespace cuntu
