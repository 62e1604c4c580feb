// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <functional>

namespace cuntu {

/// A 64-bit id that cannot be taken for one of another kind. 0 is 'none'.
template <class Tag> struct Id {
    std::int64_t value = 0;

    constexpr bool isNone() const { return value == 0; }
    friend constexpr auto operator<=>(Id, Id) = default;
};

using FeatureId = Id<struct FeatureTag>; ///< row of a layer's table, unique within the layer
using EntryId = Id<struct EntryTag>;     ///< entry of the ledger
using ActionId = Id<struct ActionTag>;   ///< one user action: an import, a marking, an undo

} // namespace cuntu

/// Hash of an Id, for unordered containers.
template <class Tag> struct std::hash<cuntu::Id<Tag>> {
    std::size_t operator()(cuntu::Id<Tag> id) const noexcept { return std::hash<std::int64_t>{}(id.value); }
};
