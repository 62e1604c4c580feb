// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/array_file.h"
#include "tests/support/scratch.h"

#include <gtest/gtest.h>

#include <QFileInfo>

namespace cuntu {
namespace {

const std::vector<double> k_numbers{1.5, -2, 1e300};
const std::vector<std::uint8_t> k_bytes{7, 0, 255, 3, 9};

QString written(const test::Scratch &scratch)
{
    ArrayFileWriter writer;
    writer.add("numbers", std::span(k_numbers));
    writer.add("none", std::span<const std::uint32_t>());
    writer.add("bytes", std::span(k_bytes));
    const QString path = scratch.path(QStringLiteral("数组.bin"));
    EXPECT_TRUE(writer.write(path, "state 3"));
    return path;
}

TEST(ArrayFile, GivesBackWhatWasWritten)
{
    const test::Scratch scratch;
    const QString path = written(scratch);
    std::optional<FlatArray<double>> numbers;
    {
        const auto file = ArrayFile::open(path, "state 3");
        ASSERT_TRUE(file);
        numbers = file->array<double>("numbers");
        EXPECT_TRUE(file->array<std::uint32_t>("none")->empty());
        EXPECT_TRUE(std::ranges::equal(*file->array<std::uint8_t>("bytes"), k_bytes));
        EXPECT_FALSE(file->array<double>("bytes")) << "another width";
        EXPECT_FALSE(file->array<double>("nothing"));
    }
    QFile::remove(path);
    ASSERT_TRUE(numbers) << "the values outlive the file";
    EXPECT_TRUE(std::ranges::equal(*numbers, k_numbers));
    EXPECT_EQ(reinterpret_cast<std::uintptr_t>(numbers->data()) % 64, 0U);
}

TEST(ArrayFile, IsForItsOwnerOnly)
{
    const test::Scratch scratch;
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    EXPECT_FALSE(QFileInfo(written(scratch)).permissions() & others);
}

TEST(ArrayFile, RefusesAnotherStateAndAnotherFile)
{
    const test::Scratch scratch;
    const auto other = ArrayFile::open(written(scratch), "state 4");
    ASSERT_FALSE(other);
    EXPECT_EQ(other.error().code, ErrorCode::Conflict);
    const auto none = ArrayFile::open(scratch.path(QStringLiteral("none")), "state 3");
    ASSERT_FALSE(none);
    EXPECT_EQ(none.error().code, ErrorCode::NotFound);
    const auto text = ArrayFile::open(scratch.write(QStringLiteral("text"), QByteArray(500, 'x')), "state 3");
    ASSERT_FALSE(text);
    EXPECT_EQ(text.error().code, ErrorCode::Unreadable);
    EXPECT_FALSE(ArrayFile::open(scratch.write(QStringLiteral("empty"), {}), "state 3"));
}

TEST(ArrayFile, RefusesEveryChangedByteAndEveryShorterFile)
{
    const test::Scratch scratch;
    QFile file(written(scratch));
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    const QByteArray whole = file.readAll();
    const auto opened = ArrayFile::open(file.fileName(), "state 3");
    ASSERT_TRUE(opened);
    // Zeros between the arrays mean nothing; all else is guarded.
    int refused = 0;
    for (qsizetype i = 0; i < whole.size(); ++i) {
        QByteArray bytes = whole;
        bytes[i] = static_cast<char>(bytes[i] ^ 0x10);
        const auto changed = ArrayFile::open(scratch.write(QStringLiteral("changed"), bytes), "state 3");
        refused += changed ? 0 : 1;
        if (changed) {
            EXPECT_TRUE(std::ranges::equal(*changed->array<double>("numbers"), k_numbers));
            EXPECT_TRUE(std::ranges::equal(*changed->array<std::uint8_t>("bytes"), k_bytes));
        }
        EXPECT_FALSE(ArrayFile::open(scratch.write(QStringLiteral("shorter"), whole.first(i)), "state 3"));
    }
    EXPECT_GT(refused, 100);
}

TEST(ArrayFile, SaysWhatCannotBeWritten)
{
    const test::Scratch scratch;
    const auto done = ArrayFileWriter().write(scratch.path(QStringLiteral("no/such/folder")), "");
    ASSERT_FALSE(done);
    EXPECT_FALSE(done.error().where.file.isEmpty());
}

} // namespace
} // namespace cuntu
