// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/render/area_scan.h"

#include "maps/render/pixel_frame.h"

#include <algorithm>
#include <cmath>

namespace cuntu {
namespace {

constexpr int k_coverLines = 16;

/// The number of the first line (middle at number + 0.5) at or below @p y, within @p low to @p high.
int firstLineFrom(double y, int low, int high)
{
    return static_cast<int>(std::clamp(std::ceil(y - 0.5), static_cast<double>(low), static_cast<double>(high)));
}

} // namespace

void AreaScan::addSide(QPointF from, QPointF to, int linesPerRow, bool counting)
{
    if (from.y() > to.y()) {
        std::swap(from, to);
    }
    if (!std::isfinite(from.x() + from.y() + to.x() + to.y())) {
        return;
    }
    const int low = m_top * linesPerRow;
    const int begin = firstLineFrom(from.y() * linesPerRow, low, m_bottom * linesPerRow);
    const int end = firstLineFrom(to.y() * linesPerRow, low, m_bottom * linesPerRow);
    if (begin >= end) {
        return;
    }
    const double width = to.x() - from.x();
    const double height = to.y() - from.y();
    for (int line = begin; line < end; ++line) {
        const std::size_t at = static_cast<std::size_t>(line - low) - m_firstLine;
        if (counting) {
            ++m_lineEnds[at];
        } else {
            const double below = (line + 0.5) / linesPerRow - from.y();
            m_crossings[m_lineEnds[at]++] = from.x() + subpixel(below * width / height);
        }
    }
}

void AreaScan::findCrossings(const PixelShapes &areas, std::size_t feature, int linesPerRow)
{
    float top = static_cast<float>(m_bottom);
    float bottom = static_cast<float>(m_top);
    for (std::size_t part = areas.firstPart(feature); part < areas.featureEnds[feature]; ++part) {
        top = std::min(top, areas.rows[part].top);
        bottom = std::max(bottom, areas.rows[part].bottom);
    }
    const int firstRow = static_cast<int>(std::max(top, static_cast<float>(m_top)));
    const int lastRow = static_cast<int>(std::min(bottom, static_cast<float>(m_bottom - 1)));
    m_firstLine = static_cast<std::size_t>((firstRow - m_top) * linesPerRow);
    m_lineEnds.assign(static_cast<std::size_t>(std::max(0, (lastRow - firstRow + 1) * linesPerRow)), 0);
    const auto sides = [&](bool counting) {
        for (std::size_t part = areas.firstPart(feature); part < areas.featureEnds[feature]; ++part) {
            if (!areas.rows[part].touch(m_top, m_bottom, 0)) {
                continue;
            }
            const auto ring = areas.part(part);
            for (std::size_t i = 1; i < ring.size(); ++i) {
                addSide(ring[i - 1], ring[i], linesPerRow, counting);
            }
        }
    };
    sides(true);
    m_lineStarts.clear();
    std::uint32_t total = 0;
    for (std::uint32_t &count : m_lineEnds) {
        m_lineStarts.push_back(total);
        total += count;
        count = m_lineStarts.back();
    }
    m_crossings.resize(total);
    sides(false);
}

std::span<double> AreaScan::crossings(std::size_t line)
{
    const auto found = std::span(m_crossings).subspan(m_lineStarts[line], m_lineEnds[line] - m_lineStarts[line]);
    std::sort(found.begin(), found.end());
    return found.first(found.size() / 2 * 2); // rings are closed; without a position that is no number one may not be
}

void AreaScan::forEachRun(const PixelShapes &areas, std::size_t feature, const RunVisitor &visit)
{
    findCrossings(areas, feature, 1);
    for (std::size_t line = 0; line < m_lineStarts.size(); ++line) {
        const auto found = crossings(line);
        for (std::size_t i = 0; i < found.size(); i += 2) {
            const int first = firstLineFrom(found[i], 0, m_width);
            const int end = firstLineFrom(found[i + 1], 0, m_width);
            if (first < end) {
                visit(m_top + static_cast<int>(m_firstLine + line), first, end);
            }
        }
    }
}

void AreaScan::addCover(double from, double to)
{
    from = std::clamp(from, 0.0, static_cast<double>(m_width));
    to = std::clamp(to, 0.0, static_cast<double>(m_width));
    const auto first = static_cast<std::size_t>(from);
    const auto last = static_cast<std::size_t>(to);
    if (first == last) {
        m_part[first] += static_cast<float>(to - from);
        return;
    }
    m_part[first] += static_cast<float>(static_cast<double>(first + 1) - from);
    m_part[last] += static_cast<float>(to - static_cast<double>(last));
    m_step[first + 1] += 1;
    m_step[last] -= 1;
}

void AreaScan::forEachCover(const PixelShapes &areas, std::size_t feature, const CoverVisitor &visit)
{
    findCrossings(areas, feature, k_coverLines);
    for (std::size_t row = 0; row < m_lineStarts.size() / k_coverLines; ++row) {
        m_part.assign(static_cast<std::size_t>(m_width) + 2, 0);
        m_step.assign(m_part.size(), 0);
        double least = m_width;
        double most = 0;
        for (std::size_t line = row * k_coverLines; line < (row + 1) * k_coverLines; ++line) {
            const auto found = crossings(line);
            for (std::size_t i = 0; i < found.size(); i += 2) {
                addCover(found[i], found[i + 1]);
                least = std::min(least, std::max(0.0, found[i]));
                most = std::max(most, std::min(static_cast<double>(m_width), found[i + 1]));
            }
        }
        m_cover.clear();
        float whole = 0;
        const auto first = static_cast<std::size_t>(least);
        for (std::size_t x = first; x < static_cast<std::size_t>(std::ceil(most)); ++x) {
            whole += m_step[x];
            const float share = std::clamp((whole + m_part[x]) / k_coverLines, 0.0F, 1.0F);
            m_cover.push_back(static_cast<std::uint8_t>(share * 255 + 0.5F));
        }
        if (!m_cover.empty()) {
            visit(m_top + static_cast<int>(m_firstLine / k_coverLines + row), static_cast<int>(first), m_cover);
        }
    }
}

} // namespace cuntu
