// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/label/vertical_text.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace cuntu {
namespace {

constexpr qsizetype k_mostCharacters = 16;

/// Marks and what stands for them in a column.
constexpr std::array<std::pair<char16_t, char16_t>, 22> k_forms{{
    {u'，', u'︐'}, {u'、', u'︑'}, {u'。', u'︒'}, {u'：', u'︓'}, {u'；', u'︔'}, {u'！', u'︕'},
    {u'？', u'︖'}, {u'…', u'︙'},  {u'—', u'︱'},  {u'（', u'︵'}, {u'）', u'︶'}, {u'(', u'︵'},
    {u')', u'︶'},  {u'【', u'︻'}, {u'】', u'︼'}, {u'《', u'︽'}, {u'》', u'︾'}, {u'〈', u'︿'},
    {u'〉', u'﹀'}, {u'「', u'﹁'}, {u'」', u'﹂'}, {u'〔', u'︹'},
}};

const std::pair<char16_t, char16_t> *formOf(char32_t c)
{
    const auto found = std::find_if(k_forms.begin(), k_forms.end(), [c](const auto &form) { return form.first == c; });
    return found == k_forms.end() ? nullptr : &*found;
}

/// Characters that are as wide as high, or narrow enough to stand alone in a column.
bool stands(char32_t c)
{
    const bool ideograph =
        (c >= 0x3400 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF) || (c >= 0x20000 && c < 0x40000);
    const bool kana = c >= 0x3005 && c <= 0x30FF;
    const bool digit = (c >= U'0' && c <= U'9') || (c >= 0xFF10 && c <= 0xFF19);
    return ideograph || kana || digit || formOf(c) != nullptr;
}

} // namespace

bool canStand(const QString &text)
{
    const QList<uint> characters = text.toUcs4();
    return characters.size() >= 2 && characters.size() <= k_mostCharacters &&
           std::all_of(characters.begin(), characters.end(), [](uint c) { return stands(c); });
}

QStringList standingCharacters(const QString &text)
{
    QStringList characters;
    for (const uint code : text.toUcs4()) {
        const char32_t c = code;
        const auto *form = formOf(c);
        characters << (form != nullptr ? QString(QChar(form->second)) : QString::fromUcs4(&c, 1));
    }
    return characters;
}

QSizeF standingSize(const QStringList &characters, const LabelLook &look)
{
    const double em = look.font.pixelSize();
    const double rim = 2 * look.haloWidth_px;
    return {std::ceil(em * k_standingPitch * static_cast<double>(characters.size()) + rim), std::ceil(em * 1.15 + rim)};
}

} // namespace cuntu
