// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <vector>

namespace cuntu {

/// A run of values that never changes: its own, or those of something that it keeps alive, such as a mapped file.
/// Copies share the values. Any thread.
template <class T> class FlatArray {
public:
    FlatArray() = default;
    explicit FlatArray(std::vector<T> values)
    {
        auto kept = std::make_shared<const std::vector<T>>(std::move(values));
        m_values = *kept;
        m_keep = std::move(kept);
    }
    /// @p values, which stay where they are as long as @p keep lives.
    FlatArray(std::span<const T> values, std::shared_ptr<const void> keep) : m_values(values), m_keep(std::move(keep))
    {
    }

    std::size_t size() const { return m_values.size(); }
    bool empty() const { return m_values.empty(); }
    const T &operator[](std::size_t i) const { return m_values[i]; }
    const T &front() const { return m_values.front(); }
    const T &back() const { return m_values.back(); }
    const T *data() const { return m_values.data(); }
    const T *begin() const { return m_values.data(); }
    const T *end() const { return m_values.data() + m_values.size(); }
    /// The values for whoever wants to change them.
    std::vector<T> copy() const { return {begin(), end()}; }

private:
    std::span<const T> m_values;
    std::shared_ptr<const void> m_keep;
};

} // namespace cuntu
