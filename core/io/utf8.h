// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <cstdint>
#include <string>
#include <string_view>

namespace cuntu {

/// True where every byte is below 0x80.
bool isAscii(std::string_view text);

/// Length of the longest beginning of @p text that is whole, valid UTF-8 (RFC 3629: no surrogates, no overlong forms).
std::size_t validUtf8Prefix(std::string_view text);

/// True where @p rest is empty or the beginning of one character that was cut off.
bool isCutUtf8(std::string_view rest);

/// True for the names under which UTF-8 and plain ASCII go.
bool isUtf8Name(const QString &encoding);

/// @p text without white space at both ends (ASCII, no-break and ideographic space, byte order mark).
std::string_view trimmed(std::string_view text);

/// The QString of UTF-8 @p text.
inline QString toQString(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

} // namespace cuntu
