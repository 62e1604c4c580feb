// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job.h"

#include <algorithm>
#include <atomic>
#include <thread>
#include <vector>

namespace cuntu {

/// Calls @p work(begin, end) for blocks of @p size out of 0 .. @p count, on as many threads as there are processors and
/// blocks, this one among them; returns when all are done. Blocks come in any order and at the same time, so that each
/// may only write what is its own. A cancelled job leaves out the blocks that have not begun.
template <class Work> void inBlocks(std::size_t count, std::size_t size, const JobContext &job, const Work &work)
{
    std::atomic<std::size_t> next = 0;
    const auto take = [&] {
        for (std::size_t begin = next.fetch_add(size); begin < count && !job.isCancelled();
             begin = next.fetch_add(size)) {
            work(begin, std::min(begin + size, count));
        }
    };
    std::vector<std::jthread> others;
    while (others.size() + 1 < std::min<std::size_t>(std::thread::hardware_concurrency(), count / size)) {
        others.emplace_back(take);
    }
    take();
}

} // namespace cuntu
