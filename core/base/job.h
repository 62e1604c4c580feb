// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QString>

#include <atomic>
#include <functional>
#include <memory>

namespace cuntu {

/// Asks running work to stop. Copies share one flag; any thread.
class CancelToken {
public:
    /// Stop as soon as it is safe; what was done so far is dropped.
    void cancel() const { m_flag->store(true, std::memory_order_relaxed); }
    bool isCancelled() const { return m_flag->load(std::memory_order_relaxed); }

private:
    std::shared_ptr<std::atomic<bool>> m_flag = std::make_shared<std::atomic<bool>>(false);
};

/// Handed to everything that may take long. A job looks at isCancelled() at least every 50 ms and then returns
/// cancelledError(), leaving nothing behind.
struct CUNTU_CORE_EXPORT JobContext {
    CancelToken cancel;
    /// Called with the share done (0..1, or below 0 for 'unknown') and what is being done; on the job's thread. May be
    /// empty.
    std::function<void(double, const QString &)> progress;

    bool isCancelled() const { return cancel.isCancelled(); }
    void report(double share, const QString &doing) const
    {
        if (progress) {
            progress(share, doing);
        }
    }
};

/// The Error of a job that was asked to stop.
CUNTU_CORE_EXPORT Error cancelledError();

} // namespace cuntu
