// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/render/crew.h"

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace cuntu {

/// The threads beside the owner's. They sleep until a step begins, take numbers until none is left, and sleep again.
class Crew::Members {
public:
    explicit Members(unsigned count)
    {
        for (unsigned i = 0; i < count; ++i) {
            m_threads.emplace_back([this] { run(); });
        }
    }

    ~Members()
    {
        {
            const std::lock_guard lock(m_mutex);
            m_stop = true;
        }
        m_wake.notify_all();
        for (std::thread &thread : m_threads) {
            thread.join();
        }
    }

    void share(std::size_t count, const std::function<void(std::size_t)> &work)
    {
        {
            const std::lock_guard lock(m_mutex);
            m_work = &work;
            m_count = count;
            m_next = 0;
            ++m_step;
        }
        m_wake.notify_all();
        takePart(work, count);
        std::unique_lock lock(m_mutex);
        m_work = nullptr; // who has not begun yet need not
        m_done.wait(lock, [this] { return m_busy == 0; });
        if (m_fault) {
            std::rethrow_exception(std::exchange(m_fault, nullptr));
        }
    }

private:
    void run()
    {
        std::uint64_t seen = 0;
        std::unique_lock lock(m_mutex);
        for (;;) {
            m_wake.wait(lock, [&] { return m_stop || m_step != seen; });
            if (m_stop) {
                return;
            }
            seen = m_step;
            if (m_work == nullptr) {
                continue;
            }
            const auto *work = m_work;
            const std::size_t count = m_count;
            ++m_busy;
            lock.unlock();
            takePart(*work, count);
            lock.lock();
            if (--m_busy == 0) {
                m_done.notify_one();
            }
        }
    }

    void takePart(const std::function<void(std::size_t)> &work, std::size_t count)
    {
        try {
            for (std::size_t i = m_next++; i < count; i = m_next++) {
                work(i);
            }
        } catch (...) {
            const std::lock_guard lock(m_mutex);
            m_fault = m_fault ? m_fault : std::current_exception();
        }
    }

    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::condition_variable m_done;
    const std::function<void(std::size_t)> *m_work = nullptr;
    std::size_t m_count = 0;
    std::atomic<std::size_t> m_next = 0;
    std::uint64_t m_step = 0;
    unsigned m_busy = 0;
    bool m_stop = false;
    std::exception_ptr m_fault;
    std::vector<std::thread> m_threads; // last: they use all of the above
};

Crew::Crew(unsigned size) : m_size(size > 0 ? size : std::max(1U, std::thread::hardware_concurrency()))
{
    if (m_size > 1) {
        m_members = std::make_unique<Members>(m_size - 1);
    }
}

Crew::~Crew() = default;

void Crew::share(std::size_t count, const std::function<void(std::size_t)> &work)
{
    if (m_members && count > 1) {
        m_members->share(count, work);
        return;
    }
    for (std::size_t i = 0; i < count; ++i) {
        work(i);
    }
}

} // namespace cuntu
