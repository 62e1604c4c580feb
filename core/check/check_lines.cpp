// SPDX-License-Identifier: GPL-3.0-or-later
// Line layers as networks: ends that nearly meet another line or stand out of it, crossings, and lines that are there
// twice; and how they are mended.
#include "core/check/check_defaults.h"
#include "core/check/layer_network.h"
#include "core/check/rules.h"

#include <cmath>
#include <map>
#include <set>

namespace cuntu {

namespace {

constexpr double k_same_m = 1; ///< two lines nowhere farther apart are one

std::optional<QStringList> lineLayers(const LayerSchema &schema)
{
    if (schema.geometry != GeometryType::Line) {
        return std::nullopt;
    }
    QStringList fields;
    for (const QString &field : {schema.nameField, schema.keyField}) {
        if (!field.isEmpty()) {
            fields << field;
        }
    }
    return fields;
}

Box around(Point position, double reach_m, const UnitMetres &unit)
{
    const double east = reach_m / unit.east;
    const double north = reach_m / unit.north;
    return {position.x - east, position.y - north, position.x + east, position.y + north};
}

/// Distance from @p position to line @p row, in metres.
double toLine_m(const PackedGeometry &lines, std::size_t row, Point position, const UnitMetres &unit)
{
    double least = std::numeric_limits<double>::infinity();
    for (std::size_t part = lines.firstPart(row); part < lines.endPart(row); ++part) {
        const auto points = lines.part(part);
        for (std::size_t i = 1; i < points.size() && least > 0; ++i) {
            least = std::min(least, unit.toSegment_m(position, points[i - 1], points[i]));
        }
    }
    return least;
}

/// True where no vertex of line @p one is farther than k_same_m from line @p other.
bool liesOn(const LayerSnapshot &layer, std::size_t one, std::size_t other)
{
    const PackedGeometry &lines = layer.geometry();
    for (std::size_t part = lines.firstPart(one); part < lines.endPart(one); ++part) {
        for (const Point &vertex : lines.part(part)) {
            if (toLine_m(lines, other, vertex, UnitMetres::at(layer.crs(), vertex)) > k_same_m) {
                return false;
            }
        }
    }
    return true;
}

/// The boxes of two lines that are one differ by less than k_same_m on each side.
bool haveOneBox(const Box &one, const Box &other, const UnitMetres &unit)
{
    const double east = k_same_m / unit.east;
    const double north = k_same_m / unit.north;
    return std::abs(one.minX - other.minX) <= east && std::abs(one.maxX - other.maxX) <= east &&
           std::abs(one.minY - other.minY) <= north && std::abs(one.maxY - other.maxY) <= north;
}

void reportRepeated(const LayerSnapshot &layer, std::uint32_t row, FindingList &findings)
{
    const PackedGeometry &lines = layer.geometry();
    const Box &box = lines.boxes[row];
    const UnitMetres unit = UnitMetres::at(layer.crs(), box.centre());
    const Box corner = around({box.minX, box.minY}, k_same_m, unit);
    std::optional<std::uint32_t> first;
    lines.index.search(corner, [&](std::uint32_t other) {
        if (other < row && haveOneBox(box, lines.boxes[other], unit) && liesOn(layer, row, other) &&
            liesOn(layer, other, row)) {
            first = other;
        }
        return !first;
    });
    if (first) {
        findings.add(
            layer, row,
            Core::tr("the same line as %1 (feature %2)").arg(calledAs(layer, *first)).arg(layer.id(*first).value), {},
            true);
    }
}

using Search = std::function<Result<std::vector<NetworkDefect>>(const LayerNetwork &, const DefectSearch &)>;

/// What @p search finds in a layer.
Result<std::vector<NetworkDefect>> defectsOf(const ProjectSnapshot &project, const LayerNetwork &network,
                                             const Search &search)
{
    DefectSearch wanted;
    wanted.gap = settingOr(project, u"check.dangling_m", k_dangling_m);
    wanted.stub = settingOr(project, u"check.overshoot_m", k_overshoot_m);
    wanted.owners = network.rows();
    return search(network, wanted);
}

Search looseEnds(NetworkDefect::Kind kind, const JobContext &job)
{
    return [kind, job](const LayerNetwork &network, const DefectSearch &wanted) {
        auto found = findLooseEnds(network.locator(), wanted, job);
        if (found) {
            std::erase_if(*found, [&](const NetworkDefect &defect) { return defect.kind != kind; });
        }
        return found;
    };
}

Search bareCrossings(const JobContext &job)
{
    return [job](const LayerNetwork &network, const DefectSearch &wanted) {
        return findBareCrossings(network.locator(), wanted, job);
    };
}

QString sentenceOf(const NetworkDefect &defect, const QString &other)
{
    switch (defect.kind) {
    case NetworkDefect::Kind::Gap:
        return Core::tr("an end lies %1 m from %2 and does not meet it").arg(defect.size, 0, 'f', 1).arg(other);
    case NetworkDefect::Kind::Overshoot:
        return Core::tr("an end stands %1 m out of %2").arg(defect.size, 0, 'f', 1).arg(other);
    case NetworkDefect::Kind::Crossing:
        break;
    }
    return Core::tr("crosses %1 without a vertex: a junction, or a bridge?").arg(other);
}

/// Where a finding is shown: the end itself, or the place of the crossing.
Point placeOf(const LayerSnapshot &layer, const LayerNetwork &network, const NetworkDefect &defect)
{
    if (defect.kind == NetworkDefect::Kind::Crossing) {
        return network.toLayer(defect.position);
    }
    const auto points = layer.geometry().part(defect.line);
    return defect.atBack ? points.back() : points.front();
}

FoundResult findDefects(const ProjectSnapshot &project, const JobContext &job, const Search &search,
                        const std::function<std::optional<QStringList>(const LayerSchema &)> &wanted)
{
    return findInLayers(project, job, wanted, [&](const LayerSnapshot &layer, FindingList &findings) -> Result<void> {
        const auto network = LayerNetwork::of(layer);
        const auto found =
            network ? defectsOf(project, **network, search) : Result<std::vector<NetworkDefect>>(network.error());
        if (!found) {
            return found.error();
        }
        for (const NetworkDefect &defect : *found) {
            findings.add(layer, (*network)->rowOf(defect.line),
                         sentenceOf(defect, calledAs(layer, (*network)->rowOf(defect.other))),
                         placeOf(layer, **network, defect), true);
        }
        return {};
    });
}

/// How the defects of the features of @p findings are mended, layer by layer.
FixResult mendDefects(const ProjectSnapshot &project, const std::vector<CheckFinding> &findings, const JobContext &job,
                      const Search &search)
{
    std::map<QString, std::set<FeatureId>> wanted;
    for (const CheckFinding &finding : findings) {
        wanted[finding.layer].insert(finding.feature);
    }
    std::vector<CheckFix> fixes;
    for (const auto &[id, features] : wanted) {
        const auto layer = project.layer(id, {}, job);
        const auto network = layer ? LayerNetwork::of(**layer) : Result<std::unique_ptr<LayerNetwork>>(layer.error());
        auto found =
            network ? defectsOf(project, **network, search) : Result<std::vector<NetworkDefect>>(network.error());
        if (!found) {
            return found.error();
        }
        std::erase_if(*found, [&](const NetworkDefect &defect) {
            return !features.contains((*layer)->id((*network)->rowOf(defect.line)));
        });
        const std::vector<CheckFix> its = (*network)->fixes(*found);
        fixes.insert(fixes.end(), its.begin(), its.end());
    }
    return fixes;
}

/// Lines of a programme, which make networks; those of plain layers, such as rivers and borders, may cross as they
/// will.
std::optional<QStringList> programmeLines(const LayerSchema &schema)
{
    return schema.programme.isEmpty() ? std::nullopt : lineLayers(schema);
}

} // namespace

FoundResult checkDanglingEnds(const ProjectSnapshot &project, const JobContext &job)
{
    return findDefects(project, job, looseEnds(NetworkDefect::Kind::Gap, job), lineLayers);
}

FixResult fixDanglingEnds(const ProjectSnapshot &project, const std::vector<CheckFinding> &findings,
                          const JobContext &job)
{
    return mendDefects(project, findings, job, looseEnds(NetworkDefect::Kind::Gap, job));
}

FoundResult checkOvershoots(const ProjectSnapshot &project, const JobContext &job)
{
    return findDefects(project, job, looseEnds(NetworkDefect::Kind::Overshoot, job), lineLayers);
}

FixResult fixOvershoots(const ProjectSnapshot &project, const std::vector<CheckFinding> &findings,
                        const JobContext &job)
{
    return mendDefects(project, findings, job, looseEnds(NetworkDefect::Kind::Overshoot, job));
}

FoundResult checkBareCrossings(const ProjectSnapshot &project, const JobContext &job)
{
    return findDefects(project, job, bareCrossings(job), programmeLines);
}

FixResult fixBareCrossings(const ProjectSnapshot &project, const std::vector<CheckFinding> &findings,
                           const JobContext &job)
{
    return mendDefects(project, findings, job, bareCrossings(job));
}

FoundResult checkRepeatedLines(const ProjectSnapshot &project, const JobContext &job)
{
    return findInLayers(project, job, lineLayers,
                        [&](const LayerSnapshot &layer, FindingList &findings) -> Result<void> {
                            for (std::uint32_t row = 0; row < layer.size(); ++row) {
                                if (row % 256 == 0 && job.isCancelled()) {
                                    return cancelledError();
                                }
                                if (layer.geometry().hasGeometry(row)) {
                                    reportRepeated(layer, row, findings);
                                }
                            }
                            return {};
                        });
}

FixResult removeFeatures(const ProjectSnapshot &, const std::vector<CheckFinding> &findings, const JobContext &)
{
    std::vector<CheckFix> fixes;
    std::set<std::pair<QString, FeatureId>> seen;
    for (const CheckFinding &finding : findings) {
        if (seen.emplace(finding.layer, finding.feature).second) {
            fixes.push_back({finding.layer,
                             finding.feature,
                             {},
                             Core::tr("removed; what the ledger says of it is taken back (%1)").arg(finding.sentence),
                             true});
        }
    }
    return fixes;
}

} // namespace cuntu
