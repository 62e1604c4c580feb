// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "random.hpp"

#include <set>
#include <string>

namespace cuntu::sample {

/// Makes up names of places and persons; a place name is given once only in each set.
class Names {
public:
    explicit Names(std::uint64_t seed) : m_random(seed) {}

    std::string township();
    std::string village();
    /// A settlement's name, unlike all others that were given with the same @p village.
    std::string settlement(std::set<std::string> &village);
    std::string river();
    std::string person(bool man);

private:
    std::string unused(std::set<std::string> &given, const std::string &suffix, bool isTownship);
    Random m_random;
    std::set<std::string> m_townships;
    std::set<std::string> m_villages;
    std::set<std::string> m_rivers;
};

} // namespace cuntu::sample
