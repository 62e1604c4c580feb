// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/text_encoder.h"

#include "core/base/text.h"
#include "core/io/utf8.h"

#include <iconv.h>

#include <array>
#include <cstdint>

namespace cuntu {

namespace {

/// Length in bytes of the UTF-8 character that begins @p text.
std::size_t characterLength(std::string_view text)
{
    std::size_t length = 1;
    while (length < text.size() && (static_cast<unsigned char>(text[length]) & 0xC0) == 0x80) {
        ++length;
    }
    return length;
}

} // namespace

void TextEncoder::Closer::operator()(void *handle) const
{
    iconv_close(handle);
}

Result<TextEncoder> TextEncoder::create(const QString &encoding)
{
    TextEncoder encoder;
    const QString wanted = encoding.trimmed().toUpper();
    if (wanted.isEmpty() || wanted == QLatin1String("UTF-8") || wanted == QLatin1String("UTF8")) {
        return encoder;
    }
    if (wanted == QLatin1String("GBK") || wanted == QLatin1String("CP936") || wanted == QLatin1String("GB2312")) {
        const iconv_t handle = iconv_open("GBK", "UTF-8");
        constexpr std::intptr_t failed = -1;
        if (reinterpret_cast<std::intptr_t>(handle) != failed) {
            encoder.m_iconv.reset(handle);
            return encoder;
        }
    }
    return Error{ErrorCode::Invalid,
                 Core::tr("files are not written in the encoding '%1'").arg(encoding),
                 {},
                 Core::tr("Choose UTF-8 or GBK."),
                 {},
                 {}};
}

QString TextEncoder::name() const
{
    return isUtf8() ? QStringLiteral("UTF-8") : QStringLiteral("GBK");
}

QByteArray TextEncoder::encodeOne(std::string_view character)
{
    if (isUtf8() || isAscii(character)) {
        return {character.data(), static_cast<qsizetype>(character.size())};
    }
    std::array<char, 8> buffer{};
    char *in = const_cast<char *>(character.data()); // iconv's signature; it does not write there
    std::size_t left = character.size();
    char *out = buffer.data();
    std::size_t room = buffer.size();
    iconv(m_iconv.get(), nullptr, nullptr, nullptr, nullptr);
    const std::size_t answer = iconv(m_iconv.get(), &in, &left, &out, &room);
    // An answer above zero counts characters that were only likened; that is no faithful copy either.
    return answer == 0 ? QByteArray(buffer.data(), static_cast<qsizetype>(buffer.size() - room)) : QByteArray();
}

TextEncoder::Fitted TextEncoder::fit(std::string_view text, std::size_t longest)
{
    if (text.size() <= longest && (isUtf8() || isAscii(text))) {
        return {std::string(text), false};
    }
    if (!isUtf8()) { // nearly all fit as they are
        const qint64 before = m_replaced;
        const QByteArray whole = encode(text);
        if (m_replaced == before && static_cast<std::size_t>(whole.size()) <= longest) {
            return {std::string(text), false};
        }
        m_replaced = before;
    }
    Fitted fitted;
    std::size_t size = 0;
    while (!text.empty()) {
        const std::string_view character = text.substr(0, characterLength(text));
        const QByteArray bytes = encodeOne(character);
        const std::size_t more = bytes.isEmpty() ? 1 : static_cast<std::size_t>(bytes.size());
        if (size + more > longest) {
            fitted.cut = true;
            break;
        }
        m_replaced += bytes.isEmpty() ? 1 : 0;
        fitted.text += bytes.isEmpty() ? std::string_view("?") : character;
        size += more;
        text.remove_prefix(character.size());
    }
    return fitted;
}

QByteArray TextEncoder::encode(std::string_view text)
{
    if (isUtf8()) {
        return {text.data(), static_cast<qsizetype>(text.size())};
    }
    QByteArray result(static_cast<qsizetype>(text.size()), Qt::Uninitialized); // GBK is never longer than UTF-8
    char *in = const_cast<char *>(text.data()); // iconv's signature; it does not write there
    std::size_t left = text.size();
    char *out = result.data();
    std::size_t room = text.size();
    iconv(m_iconv.get(), nullptr, nullptr, nullptr, nullptr);
    constexpr std::size_t failed = static_cast<std::size_t>(-1);
    while (left > 0 && iconv(m_iconv.get(), &in, &left, &out, &room) == failed) {
        const std::size_t length = characterLength({in, left});
        *out++ = '?';
        --room;
        in += length;
        left -= length;
        ++m_replaced;
    }
    result.truncate(static_cast<qsizetype>(out - result.data()));
    return result;
}

QString replacedNote(const TextEncoder &encoder)
{
    return Core::tr("%1 characters that %2 does not have were replaced by '?'")
        .arg(encoder.replaced())
        .arg(encoder.name());
}

} // namespace cuntu
