// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/render/coverage_mask.h"

#include "maps/label/blend.h"
#include "maps/render/pixel_frame.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <utility>

#ifdef __SSE2__
#include <immintrin.h>
#endif

namespace cuntu {

/// A segment prepared for drawing row by row.
struct CoverageMask::Stroke {
    float ax, ay, dx, dy;
    float invLength2; ///< 1 / length²; 0 for a dot
    float half;       ///< half the width
    float strength;   ///< 255, less for lines thinner than a pixel
    float reach;      ///< half the width and the soft edge

    void cover(std::uint8_t *row, int y, int left, int right) const;
#ifdef __SSE2__
    void coverEight(std::uint8_t *row, std::size_t stride, int top, int bottom, int x) const;
#endif
};

namespace {

#ifdef __SSE2__
const bool k_hasAvx2 = __builtin_cpu_supports("avx2") != 0;
#else
constexpr bool k_hasAvx2 = false;
#endif

} // namespace

#ifdef __SSE2__

/// As cover() for columns @p x to @p x + 7 of rows @p top to @p bottom, which is included and @p row of which is the
/// first: the same operations in the same order, so the same bits.
__attribute__((target("avx2"))) void CoverageMask::Stroke::coverEight(std::uint8_t *row, std::size_t stride, int top,
                                                                      int bottom, int x) const
{
    const __m256 zero = _mm256_setzero_ps();
    const __m256 one = _mm256_set1_ps(1);
    const __m256 column = _mm256_add_ps(_mm256_set1_ps(static_cast<float>(x)),
                                        _mm256_setr_ps(0.5F, 1.5F, 2.5F, 3.5F, 4.5F, 5.5F, 6.5F, 7.5F));
    const __m256 px = _mm256_sub_ps(column, _mm256_set1_ps(ax));
    const __m256 pxAlong = _mm256_mul_ps(px, _mm256_set1_ps(dx));
    for (int y = top; y <= bottom; ++y, row += stride) {
        const float py = static_cast<float>(y) + 0.5F - ay;
        const __m256 along = _mm256_mul_ps(_mm256_add_ps(pxAlong, _mm256_set1_ps(py * dy)), _mm256_set1_ps(invLength2));
        const __m256 t = _mm256_min_ps(one, _mm256_max_ps(zero, along));
        const __m256 ex = _mm256_sub_ps(px, _mm256_mul_ps(t, _mm256_set1_ps(dx)));
        const __m256 ey = _mm256_sub_ps(_mm256_set1_ps(py), _mm256_mul_ps(t, _mm256_set1_ps(dy)));
        const __m256 distance = _mm256_sqrt_ps(_mm256_add_ps(_mm256_mul_ps(ex, ex), _mm256_mul_ps(ey, ey)));
        const __m256 share = _mm256_min_ps(one, _mm256_max_ps(zero, _mm256_sub_ps(_mm256_set1_ps(reach), distance)));
        const __m256i shade =
            _mm256_cvttps_epi32(_mm256_add_ps(_mm256_mul_ps(share, _mm256_set1_ps(strength)), _mm256_set1_ps(0.5F)));
        const __m128i words = _mm_packs_epi32(_mm256_castsi256_si128(shade), _mm256_extracti128_si256(shade, 1));
        const __m128i below = _mm_loadl_epi64(reinterpret_cast<const __m128i *>(row + x));
        _mm_storel_epi64(reinterpret_cast<__m128i *>(row + x), _mm_max_epu8(_mm_packus_epi16(words, words), below));
    }
}
#endif

/// Raises the coverage of columns @p left to @p right, and of up to seven more, to the stroke's in row @p y: the
/// distance of the pixel's centre from the segment, cut at half the width.
void CoverageMask::Stroke::cover(std::uint8_t *row, int y, int left, int right) const
{
    const float py = static_cast<float>(y) + 0.5F - ay;
    int x = left;
#ifdef __SSE2__
    for (; k_hasAvx2 && x <= right; x += 8) {
        coverEight(row, 0, y, y, x);
    }
    const __m128 zero = _mm_setzero_ps();
    const __m128 one = _mm_set1_ps(1);
    for (; x <= right; x += 4) {
        const __m128 column = _mm_add_ps(_mm_set1_ps(static_cast<float>(x)), _mm_setr_ps(0.5F, 1.5F, 2.5F, 3.5F));
        const __m128 px = _mm_sub_ps(column, _mm_set1_ps(ax));
        const __m128 along =
            _mm_mul_ps(_mm_add_ps(_mm_mul_ps(px, _mm_set1_ps(dx)), _mm_set1_ps(py * dy)), _mm_set1_ps(invLength2));
        const __m128 t = _mm_min_ps(one, _mm_max_ps(zero, along));
        const __m128 ex = _mm_sub_ps(px, _mm_mul_ps(t, _mm_set1_ps(dx)));
        const __m128 ey = _mm_sub_ps(_mm_set1_ps(py), _mm_mul_ps(t, _mm_set1_ps(dy)));
        const __m128 distance = _mm_sqrt_ps(_mm_add_ps(_mm_mul_ps(ex, ex), _mm_mul_ps(ey, ey)));
        const __m128 share = _mm_min_ps(one, _mm_max_ps(zero, _mm_sub_ps(_mm_set1_ps(reach), distance)));
        const __m128 shade = _mm_add_ps(_mm_mul_ps(share, _mm_set1_ps(strength)), _mm_set1_ps(0.5F));
        const __m128i words = _mm_packs_epi32(_mm_cvttps_epi32(shade), _mm_setzero_si128());
        int below = 0;
        std::memcpy(&below, row + x, 4);
        const int greatest = _mm_cvtsi128_si32(_mm_max_epu8(_mm_packus_epi16(words, words), _mm_cvtsi32_si128(below)));
        std::memcpy(row + x, &greatest, 4);
    }
#endif
    for (; x <= right; ++x) {
        const float px = static_cast<float>(x) + 0.5F - ax;
        const float t = std::min(1.0F, std::max(0.0F, (px * dx + py * dy) * invLength2));
        const float ex = px - t * dx;
        const float ey = py - t * dy;
        const float share = std::min(1.0F, std::max(0.0F, reach - std::sqrt(ex * ex + ey * ey)));
        row[x] = std::max(row[x], static_cast<std::uint8_t>(share * strength + 0.5F));
    }
}

namespace {

/// Segments are cut where rows and columns, and 256ths of them, would no longer fit into float.
constexpr double k_far = 65536;
constexpr int k_fewColumns = 8; ///< that are covered at once, at most
constexpr int k_pad = 16;       ///< columns beside the picture that may be written without a question

/// Cuts a segment to the band @p low..@p high of one coordinate; false where nothing is left.
bool cutToBand(double &a, double &otherA, double &b, double &otherB, double low, double high)
{
    if ((a < low && b < low) || (a > high && b > high)) {
        return false;
    }
    const auto cut = [&](double &value, double &other, double limit) {
        other = otherA + (otherB - otherA) * (limit - a) / (b - a);
        value = limit;
    };
    double newA = a;
    double newOtherA = otherA;
    double newB = b;
    double newOtherB = otherB;
    if (a < low || a > high) {
        cut(newA, newOtherA, a < low ? low : high);
    }
    if (b < low || b > high) {
        cut(newB, newOtherB, b < low ? low : high);
    }
    a = newA;
    otherA = newOtherA;
    b = newB;
    otherB = newOtherB;
    return true;
}

} // namespace

CoverageMask::CoverageMask(QSize size, int top, int bottom)
    : m_size(size),
      m_top(top),
      m_bottom(bottom),
      m_stride(static_cast<std::size_t>(size.width()) + 2 * k_pad),
      m_cover(m_stride * static_cast<std::size_t>(bottom - top), 0),
      m_touched(static_cast<std::size_t>(bottom - top))
{
}

std::uint8_t *CoverageMask::row(int y)
{
    return m_cover.data() + static_cast<std::size_t>(y - m_top) * m_stride + k_pad;
}

void CoverageMask::touch(int y, int left, int right)
{
    Columns &columns = m_touched[static_cast<std::size_t>(y - m_top)];
    columns.first = std::min(columns.first, std::max(0, left));
    columns.last = std::max(columns.last, std::min(m_size.width() - 1, right));
}

void CoverageMask::addSegment(QPointF from, QPointF to, double width_px)
{
    const double reach = std::max(width_px, 1.0) / 2 + 1;
    double ax = from.x();
    double ay = from.y();
    double bx = to.x();
    double by = to.y();
    if (!(std::max(ay, by) + reach >= m_top && std::min(ay, by) - reach <= m_bottom)) {
        return;
    }
    if (!std::isfinite(ax + ay + bx + by) || !cutToBand(ax, ay, bx, by, -k_far, k_far) ||
        !cutToBand(ay, ax, by, bx, -k_far, k_far)) {
        return;
    }
    ax = subpixel(ax);
    ay = subpixel(ay);
    bx = subpixel(bx);
    by = subpixel(by);
    Stroke stroke{};
    stroke.ax = static_cast<float>(ax);
    stroke.ay = static_cast<float>(ay);
    stroke.dx = static_cast<float>(bx - ax);
    stroke.dy = static_cast<float>(by - ay);
    const float length2 = stroke.dx * stroke.dx + stroke.dy * stroke.dy;
    stroke.invLength2 = length2 > 1e-12F ? 1 / length2 : 0;
    stroke.half = static_cast<float>(std::max(width_px, 1.0) / 2);
    stroke.strength = static_cast<float>(255 * std::min(1.0, width_px));
    stroke.reach = stroke.half + 0.5F;
    const int top = std::max(m_top, static_cast<int>(std::floor(std::min(ay, by) - stroke.reach)));
    const int bottom = std::min(m_bottom - 1, static_cast<int>(std::ceil(std::max(ay, by) + stroke.reach)));
    const int left = std::max(0, static_cast<int>(std::floor(std::min(ax, bx) - stroke.reach)));
    const int right = std::min(m_size.width() - 1, static_cast<int>(std::ceil(std::max(ax, bx) + stroke.reach)));
    if (right - left < k_fewColumns) { // all of them in each row costs less than finding those that are reached
        coverColumns(stroke, top, bottom, left, right);
        return;
    }
    for (int y = top; y <= bottom; ++y) {
        addRow(stroke, y);
    }
}

void CoverageMask::coverColumns(const Stroke &stroke, int top, int bottom, int left, int right)
{
    if (left > right || top > bottom) {
        return;
    }
#ifdef __SSE2__
    if (k_hasAvx2) {
        stroke.coverEight(row(top), m_stride, top, bottom, left);
    }
#endif
    for (int y = top; y <= bottom; ++y) {
        if (!k_hasAvx2) {
            stroke.cover(row(y), y, left, right);
        }
        touch(y, left, right + k_fewColumns - 1);
    }
}

void CoverageMask::addRow(const Stroke &stroke, int y)
{
    // The columns that the part of the segment near this row can reach.
    const float centreY = static_cast<float>(y) + 0.5F;
    float t0 = 0;
    float t1 = 1;
    if (std::abs(stroke.dy) > 1e-6F) {
        t0 = std::clamp((centreY - stroke.reach - stroke.ay) / stroke.dy, 0.0F, 1.0F);
        t1 = std::clamp((centreY + stroke.reach - stroke.ay) / stroke.dy, 0.0F, 1.0F);
    }
    const float x0 = stroke.ax + t0 * stroke.dx;
    const float x1 = stroke.ax + t1 * stroke.dx;
    const int left = std::max(0, static_cast<int>(std::floor(std::min(x0, x1) - stroke.reach)));
    const int right = std::min(m_size.width() - 1, static_cast<int>(std::ceil(std::max(x0, x1) + stroke.reach)));
    if (left <= right) {
        stroke.cover(row(y), y, left, right);
        touch(y, left, right + k_fewColumns - 1);
    }
}

void CoverageMask::addPolyline(std::span<const QPointF> points, double width_px)
{
    if (points.size() == 1) {
        addSegment(points[0], points[0], width_px);
    }
    for (std::size_t i = 1; i < points.size(); ++i) {
        addSegment(points[i - 1], points[i], width_px);
    }
}

void CoverageMask::addPixel(int x, int y)
{
    if (x >= 0 && x < m_size.width() && y >= m_top && y < m_bottom) {
        row(y)[x] = 255;
        touch(y, x, x);
    }
}

void CoverageMask::addStamp(const MarkerSprite &sprite, int x, int y)
{
    const int left = x - sprite.side() / 2;
    const int above = y - sprite.side() / 2;
    const int end = std::min(m_bottom, above + sprite.coverEnd());
    const bool narrow = sprite.side() <= MarkerSprite::k_stampWidth && left >= -k_pad && left < m_size.width();
    const int begin = std::max(m_top, above + sprite.coverBegin());
    std::uint8_t *target = begin < end ? row(begin) + left : nullptr;
    for (int at = begin; at < end; ++at, target += m_stride) {
        const std::uint8_t *stamp = sprite.coverRow(at - above);
        if (narrow) {
            for (int i = 0; i < MarkerSprite::k_stampWidth; ++i) { // a fixed number, so that it is one instruction
                target[i] = std::max(target[i], stamp[i]);
            }
        } else {
            for (int i = std::max(0, -left); i < std::min(sprite.side(), m_size.width() - left); ++i) {
                target[i] = std::max(target[i], stamp[i]);
            }
        }
        touch(at, left, left + sprite.side() - 1);
    }
}

namespace {

/// What a colour makes of a pixel at each coverage: blend::over() worked out beforehand.
struct Mixing {
    std::array<QRgb, 256> gives{};           ///< what the colour adds
    std::array<std::uint32_t, 256> leaves{}; ///< times what is left of the pixel, /255: in both halves

    explicit Mixing(const QColor &colour)
    {
        for (unsigned cover = 0; cover < 256; ++cover) {
            gives[cover] = blend::over(0, colour.rgba(), cover);
            leaves[cover] = (255U - static_cast<unsigned>(qAlpha(gives[cover]))) * 0x10001U;
        }
    }
    QRgb mixed(QRgb pixel, std::uint8_t cover) const
    {
        return gives[cover] + blend::timesAll(pixel, leaves[cover] & 0xFFU);
    }
};

#ifdef __SSE2__
/// Mixing::mixed() of eight pixels, to the same bits: blend::timesAll() works on channels of 16 bits as this does.
__attribute__((target("avx2"))) void mixEight(QRgb *pixels, const std::uint8_t *cover, const Mixing &mixing)
{
    const __m256i covers = _mm256_cvtepu8_epi32(_mm_loadl_epi64(reinterpret_cast<const __m128i *>(cover)));
    const __m256i gives = _mm256_i32gather_epi32(reinterpret_cast<const int *>(mixing.gives.data()), covers, 4);
    const __m256i leaves = _mm256_i32gather_epi32(reinterpret_cast<const int *>(mixing.leaves.data()), covers, 4);
    const __m256i below = _mm256_loadu_si256(reinterpret_cast<const __m256i *>(pixels));
    const __m256i low = _mm256_set1_epi32(0x00FF00FF);
    const __m256i half = _mm256_set1_epi16(128);
    __m256i even = _mm256_add_epi16(_mm256_mullo_epi16(_mm256_and_si256(below, low), leaves), half);
    __m256i odd =
        _mm256_add_epi16(_mm256_mullo_epi16(_mm256_and_si256(_mm256_srli_epi32(below, 8), low), leaves), half);
    even = _mm256_srli_epi16(_mm256_add_epi16(even, _mm256_srli_epi16(even, 8)), 8);
    odd = _mm256_srli_epi16(_mm256_add_epi16(odd, _mm256_srli_epi16(odd, 8)), 8);
    const __m256i left = _mm256_or_si256(even, _mm256_slli_epi16(odd, 8));
    _mm256_storeu_si256(reinterpret_cast<__m256i *>(pixels), _mm256_add_epi32(gives, left));
}
#endif

} // namespace

void CoverageMask::paint(const PixelBuffer &target, const QColor &colour)
{
    const Mixing mixing(colour);
    for (int y = m_top; y < m_bottom; ++y) {
        const Columns columns = std::exchange(m_touched[static_cast<std::size_t>(y - m_top)], {});
        if (columns.first > columns.last) {
            continue;
        }
        QRgb *pixels = target.row(y);
        std::uint8_t *cover = row(y);
        for (int x = columns.first; x <= columns.last; x += 8) {
            std::uint64_t eight = 0;
            std::memcpy(&eight, cover + x, 8);
            if (eight == 0) {
                continue;
            }
#ifdef __SSE2__
            if (k_hasAvx2 && x + 8 <= m_size.width()) {
                mixEight(pixels + x, cover + x, mixing);
                continue;
            }
#endif
            for (int i = x; i < std::min(x + 8, columns.last + 1); ++i) {
                pixels[i] = mixing.mixed(pixels[i], cover[i]);
            }
        }
        std::memset(cover + columns.first, 0, static_cast<std::size_t>(columns.last - columns.first + 1));
    }
}

} // namespace cuntu
