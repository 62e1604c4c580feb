// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/crs_choice.h"

#include "core/base/text.h"

#include <algorithm>
#include <cmath>

namespace cuntu {

namespace {

constexpr std::size_t k_mostSamples = 100'000;

std::pair<double, double> typicalRange(std::vector<double> values)
{
    constexpr double outer = 0.25;
    const auto skip = static_cast<std::ptrdiff_t>(outer * static_cast<double>(values.size()));
    std::sort(values.begin(), values.end());
    return {*(values.begin() + skip), *(values.end() - 1 - skip)};
}

bool within(double low, double high, double from, double to)
{
    return low >= from && high <= to;
}

/// True where the numbers only make sense with x and y exchanged (DOMAIN D.1): a latitude cannot exceed 90, and on
/// China's planar systems a northing has seven digits, 1,900,000 to 6,000,000.
bool looksSwapped(const Crs &crs, const Box &box)
{
    if (crs.isGeographic()) {
        const bool asGiven = within(box.minX, box.maxX, -180, 180) && within(box.minY, box.maxY, -90, 90);
        return !asGiven && within(box.minY, box.maxY, -180, 180) && within(box.minX, box.maxX, -90, 90);
    }
    const auto isNorthing = [](double low, double high) { return within(low, high, 1'900'000, 6'000'000); };
    const auto isEasting = [](double low, double high) {
        return within(low, high, 100'000, 900'000) || within(low, high, 13'000'000, 46'000'000);
    };
    return isNorthing(box.minX, box.maxX) && isEasting(box.minY, box.maxY);
}

} // namespace

void CoordinateSample::add(Point point)
{
    if (m_x.size() < k_mostSamples && std::isfinite(point.x) && std::isfinite(point.y)) {
        m_x.push_back(point.x);
        m_y.push_back(point.y);
    }
}

Box CoordinateSample::typicalExtent() const
{
    if (m_x.empty()) {
        return {};
    }
    const auto [minX, maxX] = typicalRange(m_x);
    const auto [minY, maxY] = typicalRange(m_y);
    return {minX, minY, maxX, maxY};
}

Result<CrsGuess> chooseCrs(const std::optional<Crs> &fromUser, const Box &extent, const QString &file)
{
    if (fromUser) {
        return CrsGuess{*fromUser, Core::tr("as you said"), !extent.isEmpty() && looksSwapped(*fromUser, extent)};
    }
    if (auto guess = guessCrs(extent)) {
        return *guess;
    }
    const QString sentence = Core::tr("the file does not say in which coordinate system its numbers are, and x %1 to "
                                      "%2, y %3 to %4 can mean several")
                                 .arg(extent.minX, 0, 'f', 1)
                                 .arg(extent.maxX, 0, 'f', 1)
                                 .arg(extent.minY, 0, 'f', 1)
                                 .arg(extent.maxY, 0, 'f', 1);
    Error error{ErrorCode::UnknownCrs,
                sentence,
                {},
                Core::tr("Name it with --source-crs, for example --source-crs EPSG:4548."),
                {},
                {}};
    error.where.file = file;
    return error;
}

QString ballparkNote(const Crs &crs)
{
    return Core::tr(
               "no accurate way from %1 to CGCS2000 is known: positions may be tens of metres off. Ask the natural "
               "resources bureau for the parameters of the county, and name them with --datum-shift")
        .arg(crs.name());
}

QString namedByFile()
{
    return Core::tr("named in the file");
}

} // namespace cuntu
