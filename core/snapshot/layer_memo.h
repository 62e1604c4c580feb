// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/immutable.h"
#include "core/base/job.h"
#include "core/base/result.h"
#include "core/export.h"

#include <condition_variable>
#include <functional>
#include <mutex>
#include <typeindex>
#include <vector>

namespace cuntu {

/// Keeps what was worked out from one revision of a layer and does not depend on a day: an index, a network. It is
/// worked out once, by who first asks, shared by all LayerSnapshots of the revision, and given back with the last of
/// them. Any thread: who asks for what another thread is working out waits for that.
///
///     struct NetworkKey {             // a type for each kind of thing, with all that it depends on beside the layer
///         using Value = LineNetwork;
///         double tolerance = 0;
///         bool operator==(const NetworkKey &) const = default;
///     };
///     auto network = lines->memo().get(NetworkKey{30}, job, [&] { return build(*lines, 30, job); });
///
/// What depends on another layer too has that layer's sharedGeometry(), sharedIds() or the like as a part of its key,
/// compared by address: the key keeps it alive, so that no other takes its place. A key or value must not hold a
/// LayerSnapshot of the layer itself: neither would ever be given back.
class CUNTU_CORE_EXPORT LayerMemo {
public:
    /// At most so many values are kept; the one that was not asked for longest goes first.
    static constexpr std::size_t k_mostValues = 16;

    LayerMemo() = default;
    LayerMemo(const LayerMemo &) = delete;
    LayerMemo &operator=(const LayerMemo &) = delete;

    /// The value of @p key, made by @p make where it is not there. @p make runs on this thread, without a lock, and may
    /// ask for values of other keys. Its Error is returned and not kept: the next who asks tries again. Cancelled while
    /// waiting.
    template <class Key>
    Result<Immutable<typename Key::Value>> get(const Key &key, const JobContext &job,
                                               const std::function<Result<typename Key::Value>()> &make)
    {
        const auto found = obtain(
            {typeid(Key), std::make_shared<const Key>(key), &equal<Key>},
            [&]() -> Result<Any> {
                auto made = make();
                if (!made) {
                    return made.error();
                }
                return Any(freeze(std::move(*made)));
            },
            job);
        if (!found) {
            return found.error();
        }
        return std::static_pointer_cast<const typename Key::Value>(*found);
    }

    /// Number of values that are kept.
    std::size_t size() const;

private:
    using Any = std::shared_ptr<const void>;
    struct Wanted {
        std::type_index kind;
        Any key;
        bool (*same)(const void *, const void *);
    };
    struct Entry {
        Wanted wanted;
        Any value; ///< null while it is being made
        std::uint64_t asked = 0;
    };
    class Making;

    template <class Key> static bool equal(const void *a, const void *b)
    {
        return *static_cast<const Key *>(a) == *static_cast<const Key *>(b);
    }
    Result<Any> obtain(const Wanted &wanted, const std::function<Result<Any>()> &make, const JobContext &job);
    std::vector<Entry>::iterator find(const Wanted &wanted);
    void dropOldest();

    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    std::vector<Entry> m_entries;
    std::uint64_t m_asked = 0; ///< counts questions, so that it is known which value was not asked for longest
};

} // namespace cuntu
