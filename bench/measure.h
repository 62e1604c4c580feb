// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <vector>

namespace cuntu {

/// Seconds of the processor that this process has used, on all its threads.
inline double processor_s()
{
    timespec used{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &used);
    return static_cast<double>(used.tv_sec) + static_cast<double>(used.tv_nsec) * 1e-9;
}

/// Does @p work so many times and prints the least and the median time, and the least of the processor.
template <class Work> void measure(const QString &name, int times, const Work &work)
{
    std::vector<double> took_ms;
    std::vector<double> used_ms;
    for (int i = 0; i < times; ++i) {
        const auto begin = std::chrono::steady_clock::now();
        const double used = processor_s();
        work();
        used_ms.push_back((processor_s() - used) * 1000);
        took_ms.push_back(std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count());
    }
    std::sort(took_ms.begin(), took_ms.end());
    std::printf("%-44s least %9.2f, median %9.2f ms, processor %9.2f ms\n", qPrintable(name), took_ms.front(),
                took_ms[took_ms.size() / 2], *std::min_element(used_ms.begin(), used_ms.end()));
    std::fflush(stdout);
}

/// What must be there for a measurement; the program ends where it is not.
template <class T> T must(Result<T> result)
{
    if (!result) {
        std::fprintf(stderr, "%s\n", qPrintable(result.error().toText()));
        std::exit(1);
    }
    return std::move(*result);
}

} // namespace cuntu
