// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/text_stream.h"

#include "core/base/text.h"
#include "core/io/utf8.h"

#include <iconv.h>

#include <cerrno>

namespace cuntu {

struct TextStream::Private {
    VsiHandle file;
    QString encoding;
    iconv_t converter = nullptr; ///< null: the file is UTF-8
    std::string raw;             ///< read but not converted yet
    bool atStart = true;
    bool ended = false;
    bool broken = false; ///< the next bytes do not belong to the encoding
    qint64 size = 0;

    Private() = default;
    Private(const Private &) = delete;
    Private &operator=(const Private &) = delete;
    ~Private()
    {
        if (converter) {
            iconv_close(converter);
        }
    }

    void readRaw(std::size_t bytes);
    void takeUtf8(std::string &text);
    void takeConverted(std::string &text);
    Error badEncoding() const;
};

TextStream::TextStream(std::unique_ptr<Private> data) : d(std::move(data)) {}
TextStream::TextStream(TextStream &&) noexcept = default;
TextStream &TextStream::operator=(TextStream &&) noexcept = default;
TextStream::~TextStream() = default;

Result<TextStream> TextStream::open(const QString &path, const QString &encoding)
{
    auto d = std::make_unique<Private>();
    d->file = openVsi(path);
    d->encoding = encoding;
    d->size = vsiSize(path);
    if (!d->file) {
        return Error{ErrorCode::Unreadable,
                     Core::tr("the file cannot be opened"),
                     {path, {}, 0, {}, {}, {}},
                     Core::tr("Close it in other programs and see whether you may read it."),
                     {},
                     {}};
    }
    if (!isUtf8Name(encoding)) {
        const iconv_t handle = iconv_open("UTF-8", encoding.toLatin1().constData());
        constexpr std::intptr_t failed = -1;
        if (reinterpret_cast<std::intptr_t>(handle) == failed) {
            return Error{ErrorCode::BadEncoding,
                         Core::tr("there is no encoding called '%1'").arg(encoding),
                         {path, {}, 0, {}, {}, {}},
                         Core::tr("Usual ones are GBK, GB18030, UTF-8, BIG5 and UTF-16LE."),
                         {},
                         {}};
        }
        d->converter = handle;
    }
    return TextStream(std::move(d));
}

void TextStream::Private::readRaw(std::size_t bytes)
{
    const std::size_t before = raw.size();
    raw.resize(before + bytes);
    const std::size_t got = VSIFReadL(raw.data() + before, 1, bytes, file.get());
    raw.resize(before + got);
    ended = got < bytes;
}

void TextStream::Private::takeUtf8(std::string &text)
{
    const std::size_t valid = validUtf8Prefix(raw);
    text.append(raw, 0, valid);
    raw.erase(0, valid);
    broken = !raw.empty() && (ended || !isCutUtf8(raw));
}

void TextStream::Private::takeConverted(std::string &text)
{
    char *in = raw.data();
    std::size_t left = raw.size();
    while (left > 0) {
        const std::size_t before = text.size();
        text.resize(before + left * 2 + 16);
        char *out = text.data() + before;
        std::size_t room = text.size() - before;
        const std::size_t answer = iconv(converter, &in, &left, &out, &room);
        const int reason = errno;
        text.resize(text.size() - room);
        constexpr std::size_t failed = static_cast<std::size_t>(-1);
        if (answer == failed && reason != E2BIG) {
            broken = reason != EINVAL || ended;
            break;
        }
    }
    raw.erase(0, raw.size() - left);
}

Error TextStream::Private::badEncoding() const
{
    return {ErrorCode::BadEncoding,
            Core::tr("a character here is not %1").arg(encoding),
            {},
            Core::tr("Name the right encoding with --encoding, for example --encoding GBK or --encoding GB18030."),
            {},
            {}};
}

Result<bool> TextStream::read(std::string &text, std::size_t bytes)
{
    if (d->broken) {
        return d->badEncoding();
    }
    if (d->ended) {
        return false;
    }
    d->readRaw(bytes);
    const std::size_t before = text.size();
    if (d->converter) {
        d->takeConverted(text);
    } else {
        d->takeUtf8(text);
    }
    constexpr std::string_view mark = "\xEF\xBB\xBF";
    if (d->atStart && std::string_view(text).substr(before).starts_with(mark)) {
        text.erase(before, mark.size());
    }
    d->atStart = false;
    if (d->broken && text.size() == before) {
        return d->badEncoding();
    }
    return true;
}

qint64 TextStream::size() const
{
    return d->size;
}

Result<EncodingGuess> guessFileEncoding(const QString &path)
{
    constexpr qsizetype block = 1 << 20;
    constexpr qsizetype enough = 4 << 20;
    const VsiHandle file = openVsi(path);
    if (!file) {
        return Error{
            ErrorCode::Unreadable, Core::tr("the file cannot be opened"), {path, {}, 0, {}, {}, {}}, {}, {}, {}};
    }
    QByteArray sample;
    QByteArray bytes(block, '\0');
    while (sample.size() < enough) {
        const auto got =
            static_cast<qsizetype>(VSIFReadL(bytes.data(), 1, static_cast<std::size_t>(block), file.get()));
        if (sample.isEmpty() || !isAscii({bytes.constData(), static_cast<std::size_t>(got)})) {
            // A block may begin in the middle of a character; the lines after its first line end do not.
            const qsizetype start = sample.isEmpty() ? 0 : bytes.left(got).indexOf('\n') + 1;
            sample.append(bytes.constData() + start, got - start);
        }
        if (got < block) {
            break;
        }
        // Cut back to whole lines, so that the next block may be joined to this one.
        if (const qsizetype end = sample.lastIndexOf('\n'); end > 0) {
            sample.truncate(end + 1);
        }
    }
    auto guess = guessEncoding(sample);
    if (!guess) {
        Error error = guess.error();
        error.where.file = path;
        return error;
    }
    return guess;
}

} // namespace cuntu
