// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/encoding.h"

#include "core/base/text.h"
#include "core/io/utf8.h"

#include <QRegularExpression>

#include <iconv.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <memory>

namespace cuntu {

namespace {

struct IconvCloser {
    void operator()(void *handle) const { iconv_close(handle); }
};
using Iconv = std::unique_ptr<void, IconvCloser>;

/// Null where iconv does not know @p encoding.
Iconv openIconv(const QString &encoding)
{
    const iconv_t handle = iconv_open("UTF-8", encoding.toLatin1().constData());
    constexpr std::intptr_t failed = -1;
    return Iconv(reinterpret_cast<std::intptr_t>(handle) == failed ? nullptr : handle);
}

struct Converted {
    std::string text;
    std::size_t badAt = std::string::npos; ///< offset of the first byte that does not belong there
};

/// Bytes that no complete character follows are 'bad' too, but at most three of them are forgiven with @p cutAtEnd.
Converted convert(iconv_t handle, const QByteArray &bytes, bool cutAtEnd)
{
    Converted result;
    std::array<char, 16384> buffer{};
    char *in = const_cast<char *>(bytes.constData()); // iconv's signature; it does not write there
    std::size_t left = static_cast<std::size_t>(bytes.size());
    while (left > 0) {
        char *out = buffer.data();
        std::size_t room = buffer.size();
        const std::size_t answer = iconv(handle, &in, &left, &out, &room);
        const int reason = errno;
        result.text.append(buffer.data(), buffer.size() - room);
        constexpr std::size_t failed = static_cast<std::size_t>(-1);
        if (answer == failed && reason != E2BIG) {
            const bool forgiven = cutAtEnd && reason == EINVAL && left <= 3;
            result.badAt = forgiven ? std::string::npos : static_cast<std::size_t>(bytes.size()) - left;
            break;
        }
    }
    return result;
}

bool startsWith(const QByteArray &bytes, std::initializer_list<unsigned char> mark)
{
    return bytes.size() >= static_cast<qsizetype>(mark.size()) &&
           std::equal(mark.begin(), mark.end(), bytes.begin(),
                      [](unsigned char a, char b) { return a == static_cast<unsigned char>(b); });
}

std::optional<EncodingGuess> fromByteOrderMark(const QByteArray &bytes)
{
    const QString reason = Core::tr("the file begins with a byte order mark");
    if (startsWith(bytes, {0xEF, 0xBB, 0xBF})) {
        return EncodingGuess{QStringLiteral("UTF-8"), reason};
    }
    if (startsWith(bytes, {0xFF, 0xFE, 0x00, 0x00})) {
        return EncodingGuess{QStringLiteral("UTF-32LE"), reason};
    }
    if (startsWith(bytes, {0xFF, 0xFE})) {
        return EncodingGuess{QStringLiteral("UTF-16LE"), reason};
    }
    if (startsWith(bytes, {0xFE, 0xFF})) {
        return EncodingGuess{QStringLiteral("UTF-16BE"), reason};
    }
    return std::nullopt;
}

/// UTF-16 without a mark: tables have separators, digits and line ends, so one byte of every second or third pair is 0.
std::optional<EncodingGuess> fromZeroBytes(const QByteArray &bytes)
{
    qsizetype even = 0;
    qsizetype odd = 0;
    const qsizetype seen = std::min<qsizetype>(bytes.size(), 65536);
    for (qsizetype i = 0; i < seen; ++i) {
        if (bytes[i] == '\0') {
            ++(i % 2 == 0 ? even : odd);
        }
    }
    const QString reason = Core::tr("every second byte of the plain characters is zero");
    if (odd > seen / 8 && even <= odd / 16) {
        return EncodingGuess{QStringLiteral("UTF-16LE"), reason};
    }
    if (even > seen / 8 && odd <= even / 16) {
        return EncodingGuess{QStringLiteral("UTF-16BE"), reason};
    }
    return std::nullopt;
}

/// How many of the two-byte characters are ones that texts are made of.
struct Commonness {
    qsizetype characters = 0;
    qsizetype common = 0;
    double share() const { return characters == 0 ? 0 : static_cast<double>(common) / static_cast<double>(characters); }
};

/// Reads @p bytes as two-byte characters and asks @p isCommon about each.
template <class Predicate> Commonness commonness(const QByteArray &bytes, Predicate isCommon)
{
    Commonness result;
    for (qsizetype i = 0; i + 1 < bytes.size(); ++i) {
        const auto lead = static_cast<unsigned char>(bytes[i]);
        if (lead < 0x81) {
            continue;
        }
        ++result.characters;
        result.common += isCommon(lead, static_cast<unsigned char>(bytes[i + 1])) ? 1 : 0;
        ++i;
    }
    return result;
}

/// GB 2312: marks (rows 1 to 3), the 3,755 characters of level 1 (rows 16 to 55), which make up 99 % of texts.
bool isCommonGbk(unsigned char lead, unsigned char trail)
{
    return trail >= 0xA1 && ((lead >= 0xA1 && lead <= 0xA3) || (lead >= 0xB0 && lead <= 0xD7));
}

/// Big5: marks and the 5,401 frequent characters (0xA440 to 0xC67E).
bool isCommonBig5(unsigned char lead, unsigned char trail)
{
    return lead >= 0xA1 && lead <= 0xC6 && ((trail >= 0x40 && trail <= 0x7E) || trail >= 0xA1);
}

bool decodes(const QByteArray &bytes, const char *encoding)
{
    const Iconv handle = openIconv(QString::fromLatin1(encoding));
    return handle && convert(handle.get(), bytes, true).badAt == std::string::npos;
}

Error badEncoding(const QString &sentence)
{
    return {ErrorCode::BadEncoding,
            sentence,
            {},
            Core::tr("Name the encoding with --encoding, for example --encoding GBK."),
            {},
            {}};
}

} // namespace

Result<EncodingGuess> guessEncoding(const QByteArray &bytes)
{
    if (auto marked = fromByteOrderMark(bytes)) {
        return *marked;
    }
    const std::size_t size = static_cast<std::size_t>(bytes.size());
    const std::size_t valid = validUtf8Prefix({bytes.constData(), size});
    const bool plain = isAscii({bytes.constData(), size});
    if (bytes.contains('\0')) {
        if (auto wide = fromZeroBytes(bytes)) {
            return *wide;
        }
    }
    if (plain) {
        return EncodingGuess{QStringLiteral("UTF-8"), Core::tr("there are only plain ASCII characters")};
    }
    if (valid + 3 >= size && isCutUtf8({bytes.constData() + valid, size - valid})) {
        return EncodingGuess{QStringLiteral("UTF-8"), Core::tr("all bytes are valid UTF-8")};
    }
    const double gbk = commonness(bytes, isCommonGbk).share();
    const double big5 = commonness(bytes, isCommonBig5).share();
    if (gbk < 0.8 && big5 > gbk + 0.1 && decodes(bytes, "BIG5")) {
        return EncodingGuess{QStringLiteral("BIG5"),
                             Core::tr("not UTF-8; read as Big5 the characters are ones that texts use")};
    }
    if (decodes(bytes, "GBK")) {
        return EncodingGuess{QStringLiteral("GBK"), Core::tr("not UTF-8; every character is in GBK")};
    }
    if (decodes(bytes, "GB18030")) {
        return EncodingGuess{QStringLiteral("GB18030"), Core::tr("not UTF-8; every character is in GB 18030")};
    }
    if (decodes(bytes, "BIG5")) {
        return EncodingGuess{QStringLiteral("BIG5"), Core::tr("neither UTF-8 nor GBK; every character is in Big5")};
    }
    return badEncoding(Core::tr("the text is neither UTF-8 nor GBK, GB 18030 or Big5"));
}

bool contradictsClaim(const QByteArray &bytes, const QString &claimed)
{
    constexpr auto isHigh = [](char byte) { return static_cast<unsigned char>(byte) >= 0x80; };
    const auto high = std::count_if(bytes.begin(), bytes.end(), isHigh);
    // So many bytes of another encoding hardly ever are valid UTF-8 by chance; two or three characters may be.
    constexpr std::ptrdiff_t enough = 12;
    const std::string_view text(bytes.constData(), static_cast<std::size_t>(bytes.size()));
    if (!isUtf8Name(claimed) && high >= enough && validUtf8Prefix(text) == text.size()) {
        return true;
    }
    static const QRegularExpression singleByte(QStringLiteral("^(ISO-8859-\\d+|CP(437|8[56]\\d|125\\d))$"));
    if (!singleByte.match(claimed).hasMatch()) {
        return false;
    }
    constexpr double nearlyAll = 0.9;
    const Commonness chinese = commonness(bytes, isCommonGbk);
    return chinese.characters >= enough / 2 && chinese.share() >= nearlyAll && decodes(bytes, "GBK");
}

Result<std::string> toUtf8(const QByteArray &bytes, const QString &encoding)
{
    if (isUtf8Name(encoding)) {
        const std::string_view text(bytes.constData(), static_cast<std::size_t>(bytes.size()));
        const std::size_t valid = validUtf8Prefix(text);
        if (valid < text.size()) {
            return badEncoding(Core::tr("byte %1 is not %2").arg(valid).arg(encoding));
        }
        return std::string(text);
    }
    const Iconv handle = openIconv(encoding);
    if (!handle) {
        return badEncoding(Core::tr("there is no encoding called '%1'").arg(encoding));
    }
    Converted converted = convert(handle.get(), bytes, false);
    if (converted.badAt != std::string::npos) {
        return badEncoding(Core::tr("byte %1 is not %2").arg(converted.badAt).arg(encoding));
    }
    return std::move(converted.text);
}

} // namespace cuntu
