// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/number_text.h"

#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>

namespace cuntu {

std::string numberText(double value)
{
    if (std::isnan(value)) {
        return {};
    }
    std::array<char, 64> buffer{};
    char *const end = buffer.data() + buffer.size();
    constexpr double exact = 9007199254740992.0; // 2^53
    if (std::abs(value) <= exact && value == std::floor(value)) {
        const auto done = std::to_chars(buffer.data(), end, static_cast<std::int64_t>(value));
        return {buffer.data(), done.ptr};
    }
    const bool plain = std::abs(value) >= 1e-6 && std::abs(value) < 1e16;
    const auto done = plain ? std::to_chars(buffer.data(), end, value, std::chars_format::fixed)
                            : std::to_chars(buffer.data(), end, value);
    return {buffer.data(), done.ptr};
}

} // namespace cuntu
