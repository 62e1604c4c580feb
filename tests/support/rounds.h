// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>

namespace cuntu::test {

#if defined(__SANITIZE_ADDRESS__)
inline constexpr bool k_sanitized = true;
#else
inline constexpr bool k_sanitized = false;
#endif

/// How many rounds of random cases a test runs: @p all of them, and fewer under sanitizers, where each takes many times
/// as long and where what is looked for, a wrong access, shows in the first ones.
constexpr int rounds(int all)
{
    constexpr int share = 8;
    constexpr int least = 25;
    return k_sanitized ? std::min(all, std::max(all / share, least)) : all;
}

} // namespace cuntu::test
