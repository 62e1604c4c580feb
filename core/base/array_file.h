// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/flat_array.h"
#include "core/base/result.h"
#include "core/export.h"

#include <QByteArray>
#include <QString>

#include <cstdint>
#include <map>
#include <optional>
#include <type_traits>

namespace cuntu {

/// A file of named arrays, made to be mapped into memory: what is fast to work out again lies in none, and none is the
/// only copy of anything. Numbers are as this machine has them; a file of another kind of machine is refused.
///
///     ArrayFileWriter writer;
///     writer.add("points", points);                        // borrowed until write() is done
///     auto written = writer.write(path, "revision 12");
///     auto file = ArrayFile::open(path, "revision 12");    // refused where it is damaged or of another stamp
///     auto points = file->array<Point>("points");
///
/// Each array has a checksum (XXH3, 64 bits), which open() compares. Errors name the file. One thread at a time; arrays
/// that were read, any thread.
class CUNTU_CORE_EXPORT ArrayFileWriter {
public:
    template <class T> void add(const char *name, std::span<const T> values)
    {
        static_assert(std::is_trivially_copyable_v<T>);
        addBytes(name, sizeof(T), std::as_bytes(values));
    }
    template <class T> void add(const char *name, const FlatArray<T> &values) { add(name, std::span<const T>(values)); }
    /// Writes all that was added to @p path, for its owner only, in the place of what was there. DiskFull: nothing
    /// changes where that fails.
    Result<void> write(const QString &path, const QByteArray &stamp) const;

private:
    struct Array {
        QByteArray name;
        std::uint32_t width = 0; ///< bytes of a value
        std::span<const std::byte> bytes;
    };

    void addBytes(const char *name, std::uint32_t width, std::span<const std::byte> bytes);

    std::vector<Array> m_arrays;
};

/// Such a file, mapped; see ArrayFileWriter.
class CUNTU_CORE_EXPORT ArrayFile {
public:
    /// NotFound; Unreadable where it is damaged or not such a file; Conflict for another stamp.
    static Result<ArrayFile> open(const QString &path, const QByteArray &stamp);

    /// The values called @p name, where they lie in the file; empty where there are none of that name and width. They
    /// keep the file mapped.
    template <class T> std::optional<FlatArray<T>> array(const char *name) const
    {
        static_assert(std::is_trivially_copyable_v<T>);
        const auto found = m_arrays.find(name);
        if (found == m_arrays.end() || found->second.width != sizeof(T)) {
            return std::nullopt;
        }
        const std::span<const std::byte> bytes = found->second.bytes;
        return FlatArray<T>({reinterpret_cast<const T *>(bytes.data()), bytes.size() / sizeof(T)}, m_keep);
    }

private:
    struct Array {
        std::uint32_t width = 0;
        std::span<const std::byte> bytes;
    };

    std::map<QByteArray, Array> m_arrays;
    std::shared_ptr<const void> m_keep; ///< the mapped file
};

} // namespace cuntu
