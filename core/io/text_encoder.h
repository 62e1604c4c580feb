// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>

#include <memory>
#include <string>
#include <string_view>

namespace cuntu {

/// Turns UTF-8 into the encoding of a file. One thread.
class TextEncoder {
public:
    /// @p encoding: "UTF-8" or "GBK" in any spelling; empty: UTF-8. Invalid for others.
    static Result<TextEncoder> create(const QString &encoding);

    bool isUtf8() const { return !m_iconv; }
    /// "UTF-8" or "GBK".
    QString name() const;

    /// A text as it fits into a field.
    struct Fitted {
        std::string text; ///< UTF-8
        bool cut = false;
    };
    /// @p text, UTF-8, with '?' for characters the encoding lacks, and of at most @p longest bytes in the encoding: cut
    /// between two characters.
    Fitted fit(std::string_view text, std::size_t longest);
    /// @p text, UTF-8, in the encoding, with '?' for characters it lacks.
    QByteArray encode(std::string_view text);
    /// How many characters fit() and encode() replaced so far.
    qint64 replaced() const { return m_replaced; }

private:
    struct Closer {
        void operator()(void *handle) const;
    };
    /// Bytes of one character; empty where the encoding lacks it.
    QByteArray encodeOne(std::string_view character);

    std::unique_ptr<void, Closer> m_iconv; ///< null: UTF-8
    qint64 m_replaced = 0;
};

/// What @p encoder replaced, a sentence.
QString replacedNote(const TextEncoder &encoder);

} // namespace cuntu
