// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/shift_suspicion.h"

#include "core/base/text.h"
#include "core/geo/clean.h"
#include "core/store/layer_table.h"

namespace cuntu {

namespace {

constexpr std::size_t k_fewest = 20;     // below it a share says nothing
constexpr double k_muchBetter = 0.15;    // of the positions, more lie in their village when shifted
constexpr double k_mostFitShifted = 0.6; // and most do

/// Outlines of the villages that positions were seen for.
Result<std::map<std::string, Geometry, std::less<>>>
outlinesOf(const Database &database, const std::map<std::string, std::vector<Point>, std::less<>> &seen)
{
    std::map<std::string, Geometry, std::less<>> outlines;
    auto spatial = hasGeometryColumn(database, QStringLiteral("villages"));
    if (!spatial || !*spatial) {
        return spatial ? Result<std::map<std::string, Geometry, std::less<>>>(outlines) : spatial.error();
    }
    auto rows = database.prepare(QStringLiteral("SELECT geom FROM villages WHERE code = ? AND geom IS NOT NULL"));
    if (!rows) {
        return rows.error();
    }
    for (const auto &[code, points] : seen) {
        rows->bindStatic(0, std::string_view(code));
        auto there = rows->step();
        if (!there) {
            return there.error();
        }
        if (*there) {
            auto outline = fromSpatialiteBlob(rows->blob(0));
            if (!outline) {
                return outline.error();
            }
            outlines.emplace(code, std::move(*outline));
        }
        rows->reset();
    }
    return outlines;
}

} // namespace

void ShiftSuspicion::see(std::string_view code, const Geometry &geometry)
{
    if (m_count >= k_most || code.empty() || geometry.type != GeometryType::Point || geometry.points.empty()) {
        return;
    }
    auto known = m_seen.find(code);
    if (known == m_seen.end()) {
        known = m_seen.emplace(std::string(code), std::vector<Point>()).first;
    }
    known->second.push_back(geometry.points.front());
    ++m_count;
}

Result<QString> ShiftSuspicion::verdict(const Database &database, const Crs &project) const
{
    auto outlines = outlinesOf(database, m_seen);
    auto lonLat = Crs::fromEpsg(4490);
    auto degrees = lonLat ? CrsTransform::create(project, *lonLat) : Result<CrsTransform>(lonLat.error());
    if (!outlines || !degrees) {
        return outlines ? degrees.error() : outlines.error();
    }
    std::size_t looked = 0;
    std::size_t fitting = 0;
    std::map<QString, std::size_t> fittingShifted;
    for (const auto &[code, points] : m_seen) {
        const auto outline = outlines->find(code);
        if (outline == outlines->end()) {
            continue;
        }
        const auto inside = [&](const std::vector<Point> &tried) {
            return static_cast<std::size_t>(std::count_if(
                tried.begin(), tried.end(), [&](Point each) { return containsPoint(outline->second, each); }));
        };
        looked += points.size();
        fitting += inside(points);
        for (const Crs &shifted : {Crs::gcj02(), Crs::bd09()}) {
            auto back = CrsTransform::create(shifted, project);
            if (!back) {
                return back.error();
            }
            std::vector<Point> tried = points;
            degrees->apply(tried);
            back->apply(tried);
            fittingShifted[shifted.id()] += inside(tried);
        }
    }
    if (looked < k_fewest) {
        return QString();
    }
    const auto best = std::max_element(fittingShifted.begin(), fittingShifted.end(),
                                       [](const auto &a, const auto &b) { return a.second < b.second; });
    const double all = static_cast<double>(looked);
    const double better = (static_cast<double>(best->second) - static_cast<double>(fitting)) / all;
    if (better < k_muchBetter || static_cast<double>(best->second) / all < k_mostFitShifted) {
        return QString();
    }
    constexpr int percent = 100;
    return Core::tr("of %1 positions, %2 % lie in the village that they are said to lie in; taken for %3 it would be "
                    "%4 %: import the file anew with that coordinate system if it comes from a phone or a web map")
        .arg(looked)
        .arg(qRound(percent * static_cast<double>(fitting) / all))
        .arg(best->first)
        .arg(qRound(percent * static_cast<double>(best->second) / all));
}

} // namespace cuntu
