// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>

#include <string>

namespace cuntu {

/// What the bytes of a text say about its encoding.
struct EncodingGuess {
    QString
        name; ///< as iconv knows it: "UTF-8", "GB18030", "BIG5", "UTF-16LE", ...; "GBK" where every character is in GBK
    QString reason; ///< a sentence for the user
};

/// Looks for a byte order mark, then whether @p bytes are valid UTF-8, then valid GBK / GB18030, then Big5 (chosen over
/// GBK only where GBK gives characters that texts do not use). Plain ASCII is "UTF-8". BadEncoding where nothing fits.
CUNTU_CORE_EXPORT Result<EncodingGuess> guessEncoding(const QByteArray &bytes);

/// True where @p bytes are plainly something else although they could be @p claimed: valid UTF-8 with a dozen bytes
/// that are not ASCII, or Chinese in a code page of single bytes, in which every text is valid.
CUNTU_CORE_EXPORT bool contradictsClaim(const QByteArray &bytes, const QString &claimed);

/// @p bytes in @p encoding as UTF-8. BadEncoding (with the offset of the first bad byte) where they are not.
CUNTU_CORE_EXPORT Result<std::string> toUtf8(const QByteArray &bytes, const QString &encoding);

} // namespace cuntu
