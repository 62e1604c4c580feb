// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <tl/expected.hpp>

#include <utility>

namespace cuntu {

/// A value or an Error. Ignoring one is a compiler warning, which is why this is a class and not an alias
/// of tl::expected. The idiom is the early return:
///
///     auto rows = readRows(file);
///     if (!rows)
///         return rows.error().during(Core::tr("importing %1").arg(name));
template <class T> class [[nodiscard]] Result : public tl::expected<T, Error> {
    using Base = tl::expected<T, Error>;

public:
    using Base::Base;
    /// A failure; implicit, so that `return error;` reads as it should.
    Result(Error error) : Base(tl::unexpected<Error>(std::move(error))) {}
};

/// As Result<T>, for what gives no value. A default-made one is success.
template <> class [[nodiscard]] Result<void> : public tl::expected<void, Error> {
    using Base = tl::expected<void, Error>;

public:
    using Base::Base;
    Result() = default;
    /// A failure; implicit, so that `return error;` reads as it should.
    Result(Error error) : Base(tl::unexpected<Error>(std::move(error))) {}
};

} // namespace cuntu
