// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRgb>

#include <algorithm>
#include <cstdint>

/// Arithmetic of premultiplied 8-bit pixels.
namespace cuntu::blend {

/// @p a * @p b / 255, rounded (Blinn 1995, 'Three wrongs make a right').
constexpr unsigned times(unsigned a, unsigned b)
{
    const unsigned t = a * b + 128;
    return (t + (t >> 8U)) >> 8U;
}

/// All four channels of @p pixel times @p b / 255, as times() does, two at once.
constexpr QRgb timesAll(QRgb pixel, unsigned b)
{
    const auto two = [b](unsigned channels) {
        const unsigned t = channels * b + 0x800080U;
        return ((t + ((t >> 8U) & 0xFF00FFU)) >> 8U) & 0xFF00FFU;
    };
    return two(pixel & 0xFF00FFU) | (two((pixel >> 8U) & 0xFF00FFU) << 8U);
}

/// @p colour (not premultiplied), covering @p cover / 255 of a pixel, over @p below (premultiplied).
constexpr QRgb over(QRgb below, QRgb colour, unsigned cover)
{
    const unsigned alpha = times(static_cast<unsigned>(qAlpha(colour)), cover);
    const unsigned rest = 255 - alpha;
    const auto mix = [&](int top, int under) {
        return static_cast<int>(times(static_cast<unsigned>(top), alpha) + times(static_cast<unsigned>(under), rest));
    };
    return qRgba(mix(qRed(colour), qRed(below)), mix(qGreen(colour), qGreen(below)), mix(qBlue(colour), qBlue(below)),
                 static_cast<int>(alpha + times(static_cast<unsigned>(qAlpha(below)), rest)));
}

/// Premultiplied @p top, @p cover / 255 of it, over @p below (premultiplied).
constexpr QRgb premultipliedOver(QRgb below, QRgb top, unsigned cover)
{
    const unsigned alpha = times(static_cast<unsigned>(qAlpha(top)), cover);
    const auto mix = [&](int above, int under) {
        return static_cast<int>(std::min(255U, times(static_cast<unsigned>(above), cover) +
                                                   times(static_cast<unsigned>(under), 255 - alpha)));
    };
    return qRgba(mix(qRed(top), qRed(below)), mix(qGreen(top), qGreen(below)), mix(qBlue(top), qBlue(below)),
                 mix(qAlpha(top), qAlpha(below)));
}

} // namespace cuntu::blend
