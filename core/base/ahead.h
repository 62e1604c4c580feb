// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <condition_variable>
#include <deque>
#include <exception>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

namespace cuntu {

/// Makes values on a thread of its own, a few ahead of the one who takes them, so that two steps of a job run at the
/// same time. Values come in the order in which they were made. Used by one taking thread.
///
///     Ahead<Batch> batches([&](Batch &batch) { return read(batch); });
///     Batch batch;
///     for (auto more = batches.take(batch); more && *more; more = batches.take(batch)) { ... }
template <typename T> class Ahead {
public:
    /// Fills the value it is given: a new one, or one that was taken before, whose memory it may use again. False at
    /// the end. Called on the other thread, and never again after false or an Error.
    using Make = std::function<Result<bool>(T &)>;

    explicit Ahead(Make make) : m_make(std::move(make)), m_thread([this] { run(); }) {}
    Ahead(const Ahead &) = delete;
    Ahead &operator=(const Ahead &) = delete;

    /// Waits for the value that is being made, drops those not taken.
    ~Ahead()
    {
        {
            const std::scoped_lock lock(m_mutex);
            m_stopped = true;
        }
        m_changed.notify_all();
        m_thread.join();
    }

    /// Gives @p value back to be filled again and puts the next one there, waiting for it; false at the end. The Error
    /// of making, or what it threw, comes after all values made before.
    Result<bool> take(T &value)
    {
        std::unique_lock lock(m_mutex);
        m_spare.push_back(std::move(value));
        m_changed.notify_all();
        m_changed.wait(lock, [this] { return !m_ready.empty() || m_end; });
        if (m_ready.empty()) {
            if (m_thrown) {
                std::rethrow_exception(m_thrown);
            }
            return *m_end;
        }
        value = std::move(m_ready.front());
        m_ready.pop_front();
        return true;
    }

private:
    static constexpr std::size_t k_mostReady = 3;

    /// Waits for room and gives a value to fill; nothing when it is time to stop.
    std::optional<T> emptyValue()
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [this] { return m_stopped || m_ready.size() < k_mostReady; });
        if (m_stopped) {
            return std::nullopt;
        }
        std::optional<T> value(std::in_place);
        if (!m_spare.empty()) {
            *value = std::move(m_spare.back());
            m_spare.pop_back();
        }
        return value;
    }

    Result<bool> makeAll()
    {
        for (std::optional<T> value = emptyValue(); value; value = emptyValue()) {
            auto more = m_make(*value);
            if (!more || !*more) {
                return more;
            }
            {
                const std::scoped_lock lock(m_mutex);
                m_ready.push_back(std::move(*value));
            }
            m_changed.notify_all();
        }
        return false;
    }

    void run()
    {
        std::optional<Result<bool>> end;
        std::exception_ptr thrown;
        try {
            end.emplace(makeAll());
        } catch (...) { // a bug or no memory: it goes on in the thread that takes
            end.emplace(false);
            thrown = std::current_exception();
        }
        {
            const std::scoped_lock lock(m_mutex);
            m_end = std::move(end);
            m_thrown = thrown;
        }
        m_changed.notify_all();
    }

    Make m_make;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<T> m_ready;
    std::vector<T> m_spare;
    std::optional<Result<bool>> m_end; ///< how making ended; empty: it goes on
    std::exception_ptr m_thrown;
    bool m_stopped = false;
    std::thread m_thread; ///< last: it starts when the rest is there
};

} // namespace cuntu
