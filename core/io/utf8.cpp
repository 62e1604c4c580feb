// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/utf8.h"

#include <cstring>

namespace cuntu {

namespace {

unsigned char byteAt(std::string_view text, std::size_t i)
{
    return static_cast<unsigned char>(text[i]);
}

/// Length of the character that begins with @p lead; 0 for a byte that begins none.
std::size_t lengthFor(unsigned char lead)
{
    if (lead < 0x80) {
        return 1;
    }
    if (lead >= 0xC2 && lead <= 0xDF) {
        return 2;
    }
    if ((lead & 0xF0) == 0xE0) {
        return 3;
    }
    return lead >= 0xF0 && lead <= 0xF4 ? 4 : 0;
}

/// Whether @p second may follow @p lead (table 3-7 of the Unicode standard).
bool secondFits(unsigned char lead, unsigned char second)
{
    switch (lead) {
    case 0xE0:
        return second >= 0xA0 && second <= 0xBF;
    case 0xED:
        return second >= 0x80 && second <= 0x9F;
    case 0xF0:
        return second >= 0x90 && second <= 0xBF;
    case 0xF4:
        return second >= 0x80 && second <= 0x8F;
    default:
        return (second & 0xC0) == 0x80;
    }
}

/// The white space that begins at the front of @p text, in bytes; 0 for none.
std::size_t spaceAtFront(std::string_view text)
{
    const unsigned char c = byteAt(text, 0);
    if (c == ' ' || (c >= '\t' && c <= '\r') || c == '\0') {
        return 1;
    }
    if (text.starts_with("\xC2\xA0")) {
        return 2;
    }
    return text.starts_with("\xE3\x80\x80") || text.starts_with("\xEF\xBB\xBF") ? 3 : 0;
}

std::size_t spaceAtBack(std::string_view text)
{
    const unsigned char c = byteAt(text, text.size() - 1);
    if (c == ' ' || (c >= '\t' && c <= '\r') || c == '\0') {
        return 1;
    }
    if (text.ends_with("\xC2\xA0")) {
        return 2;
    }
    return text.ends_with("\xE3\x80\x80") || text.ends_with("\xEF\xBB\xBF") ? 3 : 0;
}

} // namespace

bool isAscii(std::string_view text)
{
    constexpr std::uint64_t highBits = 0x8080808080808080ULL;
    std::size_t i = 0;
    for (; i + sizeof(std::uint64_t) <= text.size(); i += sizeof(std::uint64_t)) {
        std::uint64_t word = 0;
        std::memcpy(&word, text.data() + i, sizeof word);
        if ((word & highBits) != 0) {
            return false;
        }
    }
    for (; i < text.size(); ++i) {
        if (byteAt(text, i) >= 0x80) {
            return false;
        }
    }
    return true;
}

std::size_t validUtf8Prefix(std::string_view text)
{
    constexpr std::size_t block = 64;
    std::size_t i = 0;
    while (i < text.size()) {
        if (i + block <= text.size() && isAscii(text.substr(i, block))) {
            i += block;
            continue;
        }
        const std::size_t end = std::min(text.size(), i + block);
        while (i < end) {
            const std::size_t length = lengthFor(byteAt(text, i));
            if (length == 0 || i + length > text.size() ||
                (length > 1 && !secondFits(byteAt(text, i), byteAt(text, i + 1)))) {
                return i;
            }
            for (std::size_t k = 2; k < length; ++k) {
                if ((byteAt(text, i + k) & 0xC0) != 0x80) {
                    return i;
                }
            }
            i += length;
        }
    }
    return i;
}

bool isCutUtf8(std::string_view rest)
{
    if (rest.empty()) {
        return true;
    }
    const std::size_t length = lengthFor(byteAt(rest, 0));
    if (length <= rest.size()) {
        return false;
    }
    for (std::size_t i = 1; i < rest.size(); ++i) {
        if ((byteAt(rest, i) & 0xC0) != 0x80) {
            return false;
        }
    }
    return true;
}

bool isUtf8Name(const QString &encoding)
{
    const QString name = encoding.toUpper().remove(QLatin1Char('-')).remove(QLatin1Char('_')).remove(QLatin1Char(' '));
    return name.isEmpty() || name == QLatin1String("UTF8") || name == QLatin1String("65001") ||
           name == QLatin1String("CP65001") || name == QLatin1String("ASCII") || name == QLatin1String("USASCII");
}

std::string_view trimmed(std::string_view text)
{
    while (!text.empty()) {
        const std::size_t n = spaceAtFront(text);
        if (n == 0) {
            break;
        }
        text.remove_prefix(n);
    }
    while (!text.empty()) {
        const std::size_t n = spaceAtBack(text);
        if (n == 0) {
            break;
        }
        text.remove_suffix(n);
    }
    return text;
}

} // namespace cuntu
