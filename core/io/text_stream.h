// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/encoding.h"
#include "core/io/vsi_file.h"

namespace cuntu {

/// A text file as UTF-8, block by block, whatever its encoding. A byte order mark at the front is left out.
class TextStream {
public:
    /// Unreadable where @p path cannot be opened, BadEncoding where @p encoding is unknown.
    static Result<TextStream> open(const QString &path, const QString &encoding);
    TextStream(TextStream &&) noexcept;
    TextStream &operator=(TextStream &&) noexcept;
    ~TextStream();

    /// Appends about @p bytes more to @p text; false at the end. BadEncoding where bytes do not belong to the
    /// encoding: what stood before them was delivered by then.
    Result<bool> read(std::string &text, std::size_t bytes);
    /// Size of the file in bytes.
    qint64 size() const;

private:
    struct Private;
    explicit TextStream(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

/// What encoding the text file @p path is in: looks at the parts that are not plain ASCII, up to 4 MB of them.
Result<EncodingGuess> guessFileEncoding(const QString &path);

} // namespace cuntu
