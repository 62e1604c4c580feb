// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/export.h"

#include <functional>
#include <memory>

namespace cuntu {

/// Threads that share the work of one picture: one for each core, started once and used step by step.
///
/// The one who owns it works along, so that a crew of one has no thread of its own. One step at a time.
class CUNTU_MAPS_EXPORT Crew {
public:
    /// A crew of @p size; 0: one for each core.
    explicit Crew(unsigned size = 0);
    ~Crew();

    unsigned size() const { return m_size; }
    /// Calls @p work with 0, 1 .. @p count - 1, each once, in no given order and on several threads, and waits until
    /// all are done. What one of them throws is thrown here, after the others have ended.
    void share(std::size_t count, const std::function<void(std::size_t)> &work);

private:
    class Members;
    unsigned m_size;
    std::unique_ptr<Members> m_members; ///< null in a crew of one
};

} // namespace cuntu
