// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/array_file.h"

#include "core/base/text.h"

#include <QDataStream>
#include <QFile>
#include <QSaveFile>

#include <array>
#include <cstring>

#define XXH_INLINE_ALL
#include <xxhash.h>

namespace cuntu {
namespace {

constexpr char k_magic[] = "CUNTUARR"; // eight letters, and a zero that is not written
constexpr std::uint32_t k_version = 1;
constexpr std::uint32_t k_byteOrder = 0x01020304;
constexpr std::uint64_t k_alignment = 64;          // of arrays in the file: a line of the processor's cache
constexpr std::uint64_t k_mostDirectory = 1 << 20; // a directory is some hundred bytes

/// The beginning of a file.
struct Head {
    std::array<char, 8> magic;
    std::uint32_t version;
    std::uint32_t byteOrder;
    std::uint64_t directoryBytes;
    std::uint64_t directoryHash;
    std::uint64_t fileBytes;
};

/// Where an array lies.
struct Entry {
    QByteArray name;
    quint32 width = 0;
    quint64 offset = 0;
    quint64 bytes = 0;
    quint64 hash = 0;
};

std::uint64_t hashOf(const void *data, std::size_t bytes)
{
    return XXH3_64bits(data, bytes);
}

std::uint64_t aligned(std::uint64_t offset)
{
    return (offset + k_alignment - 1) / k_alignment * k_alignment;
}

QByteArray directoryOf(const QByteArray &stamp, const std::vector<Entry> &entries)
{
    QByteArray bytes;
    QDataStream out(&bytes, QIODevice::WriteOnly);
    out.setVersion(QDataStream::Qt_6_0);
    out << stamp << static_cast<quint32>(entries.size());
    for (const Entry &entry : entries) {
        out << entry.name << entry.width << entry.offset << entry.bytes << entry.hash;
    }
    return bytes;
}

Error failure(ErrorCode code, const QString &path, const QString &sentence, const QString &cause = {})
{
    return {code, sentence, {.file = path}, {}, {}, cause.isEmpty() ? QStringList() : QStringList{cause}};
}

Error damaged(const QString &path)
{
    return failure(ErrorCode::Unreadable, path, Core::tr("the file of arrays is damaged"));
}

/// A file that stays mapped as long as this lives.
struct Mapping {
    QFile file;
    const uchar *data = nullptr;
    std::uint64_t bytes = 0;
};

/// The head and the directory behind it, checked.
struct Opened {
    QByteArray stamp;
    std::vector<Entry> entries;
};

Result<Opened> readDirectory(const QString &path, const Mapping &mapping)
{
    Head head{};
    if (mapping.bytes < sizeof(Head)) {
        return damaged(path);
    }
    std::memcpy(&head, mapping.data, sizeof(Head));
    if (std::memcmp(head.magic.data(), k_magic, head.magic.size()) != 0 || head.version != k_version ||
        head.byteOrder != k_byteOrder) {
        return failure(ErrorCode::Unreadable, path, Core::tr("not a file of arrays that this program knows"));
    }
    if (head.fileBytes != mapping.bytes || head.directoryBytes > k_mostDirectory ||
        head.directoryBytes > mapping.bytes - sizeof(Head) ||
        hashOf(mapping.data + sizeof(Head), head.directoryBytes) != head.directoryHash) {
        return damaged(path);
    }
    QDataStream in(QByteArray::fromRawData(reinterpret_cast<const char *>(mapping.data) + sizeof(Head),
                                           static_cast<qsizetype>(head.directoryBytes)));
    in.setVersion(QDataStream::Qt_6_0);
    Opened opened;
    quint32 count = 0;
    in >> opened.stamp >> count;
    for (quint32 i = 0; i < count && in.status() == QDataStream::Ok; ++i) {
        Entry entry;
        in >> entry.name >> entry.width >> entry.offset >> entry.bytes >> entry.hash;
        opened.entries.push_back(entry);
    }
    return in.status() == QDataStream::Ok ? Result<Opened>(std::move(opened)) : damaged(path);
}

bool isSound(const Entry &entry, const Mapping &mapping)
{
    return entry.width > 0 && entry.bytes % entry.width == 0 && entry.offset % k_alignment == 0 &&
           entry.offset <= mapping.bytes && entry.bytes <= mapping.bytes - entry.offset &&
           hashOf(mapping.data + entry.offset, entry.bytes) == entry.hash;
}

} // namespace

void ArrayFileWriter::addBytes(const char *name, std::uint32_t width, std::span<const std::byte> bytes)
{
    m_arrays.push_back({name, width, bytes});
}

Result<void> ArrayFileWriter::write(const QString &path, const QByteArray &stamp) const
{
    std::vector<Entry> entries;
    for (const Array &array : m_arrays) {
        entries.push_back(
            {array.name, array.width, 0, array.bytes.size(), hashOf(array.bytes.data(), array.bytes.size())});
    }
    // Offsets do not change how long the directory is.
    std::uint64_t offset = sizeof(Head) + static_cast<std::uint64_t>(directoryOf(stamp, entries).size());
    for (Entry &entry : entries) {
        entry.offset = aligned(offset);
        offset = entry.offset + entry.bytes;
    }
    const QByteArray directory = directoryOf(stamp, entries);
    Head head{{},
              k_version,
              k_byteOrder,
              static_cast<std::uint64_t>(directory.size()),
              hashOf(directory.constData(), static_cast<std::size_t>(directory.size())),
              offset};
    std::memcpy(head.magic.data(), k_magic, head.magic.size());

    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly)) {
        return failure(ErrorCode::DiskFull, path, Core::tr("the file cannot be written"), file.errorString());
    }
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    file.write(reinterpret_cast<const char *>(&head), sizeof(head));
    file.write(directory);
    for (std::size_t i = 0; i < m_arrays.size(); ++i) {
        file.write(QByteArray(static_cast<qsizetype>(entries[i].offset) - file.pos(), '\0'));
        file.write(reinterpret_cast<const char *>(m_arrays[i].bytes.data()),
                   static_cast<qint64>(m_arrays[i].bytes.size()));
    }
    if (!file.commit()) {
        return failure(ErrorCode::DiskFull, path, Core::tr("the file cannot be written"), file.errorString());
    }
    return {};
}

Result<ArrayFile> ArrayFile::open(const QString &path, const QByteArray &stamp)
{
    auto mapping = std::make_shared<Mapping>();
    mapping->file.setFileName(path);
    if (!mapping->file.open(QIODevice::ReadOnly)) {
        return failure(ErrorCode::NotFound, path, Core::tr("the file cannot be read"), mapping->file.errorString());
    }
    mapping->bytes = static_cast<std::uint64_t>(mapping->file.size());
    mapping->data = mapping->file.map(0, mapping->file.size());
    if (mapping->data == nullptr) {
        return failure(ErrorCode::NotFound, path, Core::tr("the file cannot be read"), mapping->file.errorString());
    }
    auto opened = readDirectory(path, *mapping);
    if (!opened) {
        return opened.error();
    }
    if (opened->stamp != stamp) {
        return failure(ErrorCode::Conflict, path, Core::tr("the file of arrays is of another state"));
    }
    ArrayFile file;
    for (const Entry &entry : opened->entries) {
        if (!isSound(entry, *mapping)) {
            return damaged(path);
        }
        file.m_arrays[entry.name] = {
            entry.width, std::as_bytes(std::span(mapping->data + entry.offset, static_cast<std::size_t>(entry.bytes)))};
    }
    file.m_keep = std::move(mapping);
    return file;
}

} // namespace cuntu
