// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/solve/cbc_share.h"

#include "core/base/text.h"
#include "core/solve/mixed_integer.h"

#include <algorithm>

namespace cuntu {

CbcShare::CbcShare(const SitingLimits &limits, std::size_t terms)
    : m_own(limits),
      m_isWanted(limits.solver != Solver::Own && limits.seconds && !limits.enoughBound && !limits.enoughObjective),
      m_seconds(limits.seconds.value_or(0)),
      m_begin(std::chrono::steady_clock::now())
{
    constexpr std::size_t k_mostTerms = 1'000'000;
    constexpr double k_shareOfAuto = 1.0 / 3;
    constexpr double k_mostOfAuto_s = 30; // what is not proven by then, CBC mostly proves sooner
    constexpr double k_shareOfCbc = 0.05;
    if (!m_isWanted) {
        return;
    }
    if (terms > k_mostTerms) {
        m_trouble = Core::tr("the problem is too large for CBC: %L1 pairs, %L2 at most").arg(terms).arg(k_mostTerms);
    } else if (!hasCbc()) {
        m_trouble = Core::tr("the program cbc is not installed");
    } else {
        m_own.seconds = limits.solver == Solver::Auto ? std::min(k_mostOfAuto_s, m_seconds * k_shareOfAuto)
                                                      : m_seconds * k_shareOfCbc;
    }
}

double CbcShare::left() const
{
    const std::chrono::duration<double> spent = std::chrono::steady_clock::now() - m_begin;
    return std::max(1.0, m_seconds - spent.count());
}

} // namespace cuntu
