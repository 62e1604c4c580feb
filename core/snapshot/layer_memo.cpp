// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snapshot/layer_memo.h"

#include <algorithm>
#include <chrono>

namespace cuntu {

namespace {

constexpr std::chrono::milliseconds k_betweenCancelChecks{20};

} // namespace

/// The entry of a value that is being made: takes it out again unless it is filled, also where making throws.
class LayerMemo::Making {
public:
    Making(LayerMemo &memo, const Wanted &wanted) : m_memo(memo), m_wanted(wanted) {}
    Making(const Making &) = delete;
    Making &operator=(const Making &) = delete;
    ~Making()
    {
        {
            const std::scoped_lock lock(m_memo.m_mutex);
            const auto entry = m_memo.find(m_wanted);
            if (entry != m_memo.m_entries.end() && !entry->value) {
                m_memo.m_entries.erase(entry);
            }
        }
        m_memo.m_changed.notify_all();
    }

    void fill(const Any &value)
    {
        const std::scoped_lock lock(m_memo.m_mutex);
        m_memo.find(m_wanted)->value = value;
        m_memo.dropOldest();
    }

private:
    LayerMemo &m_memo;
    const Wanted &m_wanted;
};

std::size_t LayerMemo::size() const
{
    const std::scoped_lock lock(m_mutex);
    return static_cast<std::size_t>(
        std::count_if(m_entries.begin(), m_entries.end(), [](const Entry &entry) { return entry.value != nullptr; }));
}

std::vector<LayerMemo::Entry>::iterator LayerMemo::find(const Wanted &wanted)
{
    return std::find_if(m_entries.begin(), m_entries.end(), [&](const Entry &entry) {
        return entry.wanted.kind == wanted.kind && wanted.same(entry.wanted.key.get(), wanted.key.get());
    });
}

void LayerMemo::dropOldest()
{
    while (m_entries.size() > k_mostValues) {
        const auto oldest = std::min_element(m_entries.begin(), m_entries.end(), [](const Entry &a, const Entry &b) {
            return std::pair(a.value == nullptr, a.asked) < std::pair(b.value == nullptr, b.asked);
        });
        if (oldest->value == nullptr) {
            return; // all are being made
        }
        m_entries.erase(oldest);
    }
}

Result<LayerMemo::Any> LayerMemo::obtain(const Wanted &wanted, const std::function<Result<Any>()> &make,
                                         const JobContext &job)
{
    {
        std::unique_lock lock(m_mutex);
        for (auto entry = find(wanted); entry != m_entries.end(); entry = find(wanted)) {
            entry->asked = ++m_asked;
            if (entry->value) {
                return entry->value;
            }
            if (job.isCancelled()) {
                return cancelledError();
            }
            m_changed.wait_for(lock, k_betweenCancelChecks);
        }
        m_entries.push_back({wanted, nullptr, ++m_asked});
    }
    Making making(*this, wanted);
    auto made = make();
    if (made) {
        making.fill(*made);
    }
    return made;
}

} // namespace cuntu
