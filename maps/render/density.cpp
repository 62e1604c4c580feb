// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/render/density.h"

#include "maps/render/pixel_frame.h"
#include "maps/style/density_colour.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

namespace cuntu {
namespace {

constexpr int k_passes = 3;
constexpr double k_deviationOfRadius = 0.4;
constexpr double k_least_px = 1;
constexpr double k_most_px = 400;
constexpr std::size_t k_rowsBetweenChecks = 65536;

/// Numbers of a picture with a rim, row by row.
struct Thickness {
    int width = 0;
    int height = 0;
    std::vector<float> values;

    std::span<float> row(int y)
    {
        return std::span(values).subspan(static_cast<std::size_t>(y) * static_cast<std::size_t>(width),
                                         static_cast<std::size_t>(width));
    }
};

/// Half the width of a box so that three of them have @p deviation_px: the variance of a box of width w is
/// (w^2 - 1) / 12.
int boxHalf(double deviation_px)
{
    const double width = std::sqrt(12 * deviation_px * deviation_px / k_passes + 1);
    return std::max(1, static_cast<int>(std::lround((width - 1) / 2)));
}

/// The mean of 2 * @p half + 1 numbers around each; nothing lies beyond the ends.
void boxMean(std::span<const float> from, std::span<float> to, int half)
{
    const auto count = static_cast<int>(from.size());
    const double share = 1.0 / (2 * half + 1);
    double sum = 0;
    for (int i = 0; i < std::min(half, count); ++i) {
        sum += from[static_cast<std::size_t>(i)];
    }
    for (int i = 0; i < count; ++i) {
        if (i + half < count) {
            sum += from[static_cast<std::size_t>(i + half)];
        }
        if (i - half - 1 >= 0) {
            sum -= from[static_cast<std::size_t>(i - half - 1)];
        }
        to[static_cast<std::size_t>(i)] = static_cast<float>(std::max(0.0, sum * share));
    }
}

/// Spreads along the rows of @p field, each by itself.
void spreadRows(Thickness &field, int half, Crew &crew)
{
    crew.share(static_cast<std::size_t>(field.height), [&](std::size_t y) {
        const std::span<float> row = field.row(static_cast<int>(y));
        std::vector<float> other(row.size());
        for (int pass = 0; pass < k_passes; ++pass) {
            boxMean(row, other, half);
            std::copy(other.begin(), other.end(), row.begin());
        }
    });
}

Thickness turned(const Thickness &field, Crew &crew)
{
    constexpr std::size_t k_block = 32; // both sides stay in the cache
    Thickness result{field.height, field.width, std::vector<float>(field.values.size())};
    const auto width = static_cast<std::size_t>(field.width);
    const auto height = static_cast<std::size_t>(field.height);
    crew.share((height + k_block - 1) / k_block, [&](std::size_t block) {
        for (std::size_t x0 = 0; x0 < width; x0 += k_block) {
            for (std::size_t y = block * k_block; y < std::min(height, (block + 1) * k_block); ++y) {
                for (std::size_t x = x0; x < std::min(width, x0 + k_block); ++x) {
                    result.values[x * height + y] = field.values[y * width + x];
                }
            }
        }
    });
    return result;
}

/// The weights of the points at their pixels.
Thickness gathered(const RenderLayer &layer, const MapExtent &extent, int rim, const JobContext &job)
{
    const PackedGeometry &geometry = layer.snapshot->geometry();
    const Column *weights = layer.style.field.isEmpty() ? nullptr : layer.snapshot->column(layer.style.field);
    Thickness field{extent.size.width() + 2 * rim, extent.size.height() + 2 * rim, {}};
    field.values.assign(static_cast<std::size_t>(field.width) * static_cast<std::size_t>(field.height), 0);
    const PixelFrame frame(extent);
    for (std::size_t row = 0; row < geometry.size(); ++row) {
        if (row % k_rowsBetweenChecks == 0 && job.isCancelled()) {
            break;
        }
        const double weight = weights == nullptr ? 1 : weights->number(row);
        if (!geometry.hasGeometry(row) || !(weight > 0)) {
            continue;
        }
        const QPointF pixel = frame.toPixel(geometry.boxes[row].centre());
        const double x = std::floor(pixel.x()) + rim;
        const double y = std::floor(pixel.y()) + rim;
        if (x >= 0 && y >= 0 && x < field.width && y < field.height) {
            field.row(static_cast<int>(y))[static_cast<std::size_t>(x)] += static_cast<float>(weight);
        }
    }
    return field;
}

std::array<QRgb, 256> colours()
{
    std::array<QRgb, 256> table{};
    for (std::size_t i = 0; i < table.size(); ++i) {
        table[i] = qPremultiply(densityColour(static_cast<double>(i) / 255).rgba());
    }
    return table;
}

} // namespace

QImage densityPicture(const RenderLayer &layer, const MapExtent &extent, Crew &crew, const JobContext &job)
{
    const double radius_px = std::clamp(layer.style.radius_mm * extent.pixelsPerMm, k_least_px, k_most_px);
    const int half = boxHalf(radius_px * k_deviationOfRadius);
    const int rim = k_passes * half;
    Thickness field = gathered(layer, extent, rim, job);
    spreadRows(field, half, crew);
    field = turned(field, crew);
    spreadRows(field, half, crew);
    field = turned(field, crew);
    QImage image(extent.size, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    float greatest = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            greatest = std::max(greatest, field.row(y + rim)[static_cast<std::size_t>(x + rim)]);
        }
    }
    if (!(greatest > 0)) {
        return image;
    }
    const std::array<QRgb, 256> table = colours();
    for (int y = 0; y < image.height(); ++y) {
        auto *pixels = reinterpret_cast<QRgb *>(image.scanLine(y));
        const std::span<const float> row = field.row(y + rim);
        for (int x = 0; x < image.width(); ++x) {
            const float share = row[static_cast<std::size_t>(x + rim)] / greatest;
            pixels[x] = table[static_cast<std::size_t>(share * 255 + 0.5F)];
        }
    }
    return image;
}

} // namespace cuntu
