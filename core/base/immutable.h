// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <utility>

namespace cuntu {

/// Shared, const, readable from any thread. Never null where a function returns or takes one.
template <class T> using Immutable = std::shared_ptr<const T>;

/// Moves @p value, built by one owner, into something that any thread may read.
template <class T> Immutable<T> freeze(T value)
{
    return std::make_shared<const T>(std::move(value));
}

} // namespace cuntu
