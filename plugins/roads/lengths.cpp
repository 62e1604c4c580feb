// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/roads/lengths.h"

#include "core/geo/geodesic.h"

using namespace Qt::Literals::StringLiterals;

namespace cuntu::roads {

namespace {

constexpr std::size_t k_checkEvery = 1024;

} // namespace

Result<std::vector<double>> drawnLengths_km(const LayerSnapshot &roads, const JobContext &job)
{
    std::vector<double> lengths(roads.size(), 0);
    if (lengths.empty()) {
        return lengths;
    }
    const auto geodesic = Geodesic::create(roads.crs());
    if (!geodesic) {
        return geodesic.error();
    }
    const PackedGeometry &geometry = roads.geometry();
    for (std::size_t row = 0; row < lengths.size(); ++row) {
        if (row % k_checkEvery == 0 && job.isCancelled()) {
            return cancelledError();
        }
        for (std::size_t part = geometry.firstPart(row); part < geometry.endPart(row); ++part) {
            lengths[row] += geodesic->length_m(geometry.part(part)) / 1000;
        }
    }
    return lengths;
}

Result<std::vector<double>> segmentLengths_km(const LayerSnapshot &roads, const JobContext &job)
{
    auto lengths = drawnLengths_km(roads, job);
    const Column *reported = roads.column(u"length_km"_s);
    for (std::size_t row = 0; lengths && reported != nullptr && row < lengths->size(); ++row) {
        if (reported->number(row) > 0) {
            (*lengths)[row] = reported->number(row);
        }
    }
    return lengths;
}

} // namespace cuntu::roads
