// SPDX-License-Identifier: GPL-3.0-or-later
// Validity of lines and areas (OGC Simple Features, as GEOS judges it), and their repair.
#include "core/check/rules.h"

#include "core/geo/clean.h"

#include <QRegularExpression>

#include <array>

namespace cuntu {

namespace {

/// What GEOS says, in words for people, and the place it names.
struct Fault {
    QString sentence;
    std::optional<Point> position;
};

Fault faultFrom(const QString &reason)
{
    static const QRegularExpression form(QStringLiteral(R"(^(.*?)\s*(?:\[(\S+) (\S+)\])?$)"));
    const auto match = form.match(reason);
    const QString what = match.captured(1);
    const std::array<std::pair<const char *, QString>, 7> known{{
        {"Self-intersection", Core::tr("the border crosses itself")},
        {"Ring Self-intersection", Core::tr("the border touches itself")},
        {"Hole lies outside shell", Core::tr("a hole lies outside")},
        {"Holes are nested", Core::tr("a hole lies in another hole")},
        {"Interior is disconnected", Core::tr("the inside falls apart into pieces that only touch")},
        {"Nested shells", Core::tr("one part lies inside another")},
        {"Too few points in geometry component", Core::tr("there are too few corners")},
    }};
    Fault fault{what, {}};
    for (const auto &[english, sentence] : known) {
        if (what == QLatin1String(english)) {
            fault.sentence = sentence;
        }
    }
    if (!match.captured(2).isEmpty()) {
        fault.position = Point{match.captured(2).toDouble(), match.captured(3).toDouble()};
    }
    return fault;
}

std::optional<QStringList> linesAndAreas(const LayerSchema &schema)
{
    const bool has = schema.geometry == GeometryType::Line || schema.geometry == GeometryType::Polygon;
    return has ? std::optional(QStringList()) : std::nullopt;
}

/// How the repair of @p before into @p after reads in the list of actions.
QString changeText(const Geometry &before, const Geometry &after, const Crs &crs)
{
    const auto outer = [](const Geometry &geometry) {
        std::size_t count = 0;
        for (std::size_t part = 0; part < geometry.partCount(); ++part) {
            count += geometry.isHole(part) ? 0 : 1;
        }
        return count;
    };
    if (after.type != GeometryType::Polygon) {
        return Core::tr("%1 parts before, %2 after").arg(before.partCount()).arg(after.partCount());
    }
    return Core::tr("%1 m2 in %2 parts after the repair, of %3 corners before and %4 after")
        .arg(areaText(groundArea_m2(after, crs)))
        .arg(outer(after))
        .arg(before.points.size())
        .arg(after.points.size());
}

} // namespace

FoundResult checkGeometry(const ProjectSnapshot &project, const JobContext &job)
{
    return findInLayers(project, job, linesAndAreas,
                        [&](const LayerSnapshot &layer, FindingList &findings) -> Result<void> {
                            for (std::size_t row = 0; row < layer.size(); ++row) {
                                if (row % 256 == 0 && job.isCancelled()) {
                                    return cancelledError();
                                }
                                if (!layer.geometry().hasGeometry(row)) {
                                    continue;
                                }
                                const Geometry geometry = layer.geometry().geometry(row);
                                const QString reason = invalidityReason(geometry);
                                if (!reason.isEmpty()) {
                                    const Fault fault = faultFrom(reason);
                                    findings.add(layer, row, Core::tr("invalid geometry: %1").arg(fault.sentence),
                                                 fault.position, repaired(geometry).has_value());
                                }
                            }
                            return {};
                        });
}

Result<std::vector<CheckFix>> fixGeometry(const ProjectSnapshot &project, const std::vector<CheckFinding> &findings,
                                          const JobContext &job)
{
    std::vector<CheckFix> fixes;
    for (const CheckFinding &finding : findings) {
        const auto layer = project.layer(finding.layer, {}, job);
        if (!layer) {
            return layer.error();
        }
        const auto row = (*layer)->rowOf(finding.feature);
        if (!finding.canFix || !row) {
            continue;
        }
        const Geometry before = (*layer)->geometry().geometry(*row);
        auto after = repaired(before);
        if (after) {
            const QString sentence = changeText(before, *after, (*layer)->crs());
            fixes.push_back({finding.layer, finding.feature, std::move(*after), sentence});
        }
    }
    return fixes;
}

} // namespace cuntu
