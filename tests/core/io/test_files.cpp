// SPDX-License-Identifier: GPL-3.0-or-later
// Files that are odd, broken or hostile: nothing may crash, hang or write beside them.
#include "io_support.h"

#include <cpl_vsi.h>

#include <QDirIterator>
#include <QElapsedTimer>

#include <iostream>

namespace cuntu {
namespace {

using namespace test;

class OddFiles : public ::testing::TestWithParam<const char *> {};

TEST_P(OddFiles, AreReadOrRefusedInTime)
{
    const QString root = shared(QString::fromLatin1(GetParam()));
    CUNTU_NEEDS(root);
    int read = 0;
    int refused = 0;
    QDirIterator files(root, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString file = files.next();
        QElapsedTimer timer;
        timer.start();
        const Taken taken = readPlain({file, {}, {}, {}, {}});
        EXPECT_LT(timer.elapsed(), 10'000) << file.toStdString();
        if (!taken.error) {
            ++read;
            continue;
        }
        ++refused;
        EXPECT_FALSE(taken.error->sentence.isEmpty()) << file.toStdString();
        EXPECT_EQ(taken.error->where.file, file);
        EXPECT_NE(taken.error->code, ErrorCode::Bug);
        if (qEnvironmentVariableIsSet("CUNTU_VERBOSE")) {
            std::cout << file.mid(root.size()).toStdString() << ": " << taken.errorText() << '\n';
        }
    }
    std::cout << read << " read, " << refused << " refused\n";
    EXPECT_GT(read + refused, 0);
}

INSTANTIATE_TEST_SUITE_P(Shared, OddFiles, ::testing::Values("vectors", "malformed", "styles", "crs", "p_median"),
                         [](const auto &tested) { return std::string(tested.param); });

TEST(Refused, NamesWhatIsMissing)
{
    QTemporaryDir folder;
    EXPECT_EQ(readPlain({folder.filePath(QStringLiteral("none.csv")), {}, {}, {}, {}}).error->code,
              ErrorCode::NotFound);
    const Taken empty = readPlain({writeFile(folder, "empty.csv", ""), {}, {}, {}, {}});
    ASSERT_TRUE(empty.error);
    EXPECT_TRUE(empty.error->sentence.contains(QStringLiteral("empty")));
    const Taken blank = readPlain({writeFile(folder, "blank.csv", "\n\n\n"), {}, {}, {}, {}});
    ASSERT_TRUE(blank.error);
    const Taken nonsense = readPlain({writeFile(folder, "x.dat", "just words"), {}, {}, {}, {}});
    ASSERT_TRUE(nonsense.error);
    EXPECT_EQ(nonsense.error->code, ErrorCode::Unreadable);
    EXPECT_TRUE(readPlain({folder.path(), {}, {}, {}, {}}).error);
}

TEST(Refused, AShapefileWithMissingPartsAndNothingIsMadeAnew)
{
    const QString from = shared(QStringLiteral("bureau_yiyang/行政村"));
    CUNTU_NEEDS(from + QStringLiteral(".shp"));
    for (const char *missing : {"shx", "dbf"}) {
        QTemporaryDir folder;
        for (const char *ending : {"shp", "shx", "dbf", "prj"}) {
            if (qstrcmp(ending, missing) != 0) {
                const QString end = QLatin1Char('.') + QString::fromLatin1(ending);
                ASSERT_TRUE(QFile::copy(from + end, folder.filePath(QStringLiteral("村") + end)));
            }
        }
        const QString file = folder.filePath(QStringLiteral("村.shp"));
        Import import;
        import.schema = hostLayer("villages");
        import.options.file = file;
        const Taken read = take(import);
        ASSERT_TRUE(read.error);
        EXPECT_EQ(read.error->code, ErrorCode::Unreadable);
        EXPECT_TRUE(read.error->sentence.contains(QStringLiteral("村.") + QString::fromLatin1(missing)))
            << read.errorText();
        // A plain layer needs no attributes: shapes alone are drawn.
        EXPECT_EQ(readPlain({file, {}, {}, {}, {}}).error.has_value(), qstrcmp(missing, "shx") == 0);
        EXPECT_EQ(QDir(folder.path()).entryList(QDir::Files).size(), 3);
    }
}

TEST(Refused, AShapefileWithoutPrjIsAskedAboutOnlyWhereTheNumbersAreAmbiguous)
{
    const QString from = shared(QStringLiteral("bureau_yiyang/行政村"));
    CUNTU_NEEDS(from + QStringLiteral(".shp"));
    QTemporaryDir folder;
    for (const char *ending : {".shp", ".shx", ".dbf"}) {
        const QString end = QString::fromLatin1(ending);
        ASSERT_TRUE(QFile::copy(from + end, folder.filePath(QStringLiteral("v") + end)));
    }
    const Taken read = readPlain({folder.filePath(QStringLiteral("v.shp")), {}, {}, {}, {}});
    ASSERT_FALSE(read.error) << read.errorText();
    EXPECT_EQ(read.info.crs.epsg(), 4527); // zone-prefixed eastings tell their zone
}

TEST(Files, TheirNamesMayBeAnything)
{
    QTemporaryDir folder;
    const QString file = writeFile(folder, "路 径 'x' {y} 100%.csv", "name,lon,lat\nx,117,28\n");
    const Taken read = readPlain({file, {}, {}, {}, {}});
    ASSERT_FALSE(read.error) << read.errorText();
    EXPECT_EQ(read.read, 1);
}

/// Writes @p bytes as @p name into the archive @p zip.
void addToArchive(const QString &zip, const QString &name, const QByteArray &bytes)
{
    const QByteArray path = (QStringLiteral("/vsizip/{%1}/").arg(zip) + name).toUtf8();
    VSILFILE *file = VSIFOpenL(path.constData(), "wb");
    ASSERT_NE(file, nullptr);
    EXPECT_EQ(VSIFWriteL(bytes.constData(), 1, static_cast<std::size_t>(bytes.size()), file),
              static_cast<std::size_t>(bytes.size()));
    VSIFCloseL(file);
}

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

TEST(Files, InArchivesAndArchivesInsideThemAreFound)
{
    QTemporaryDir folder;
    const QString inner = folder.filePath(QStringLiteral("甲 镇.zip"));
    addToArchive(inner, QStringLiteral("说明.doc"), "nothing");
    addToArchive(inner, QStringLiteral("表/村.csv"), "name,lon,lat\n东村,117.1,28.1\n西村,117.2,28.2\n");
    addToArchive(inner, QStringLiteral("表/路.csv"), "name\n一路\n");
    const QString outer = folder.filePath(QStringLiteral("上报.zip"));
    addToArchive(outer, QStringLiteral("县/甲.zip"), bytesOf(inner));
    const auto namesIn = [](const QString &file) {
        std::vector<SourceRow> rows;
        const Taken read = readPlain({file, {}, {}, {}, {}}, &rows);
        EXPECT_FALSE(read.error) << read.errorText();
        return rows.empty() ? std::string() : rows.front().cells.front();
    };
    EXPECT_EQ(namesIn(inner), "东村");
    EXPECT_EQ(namesIn(outer), "东村");
    EXPECT_EQ(namesIn(inner + QStringLiteral("/表/路.csv")), "一路") << "a part may be named";
    EXPECT_EQ(readPlain({inner + QStringLiteral("/没有.csv"), {}, {}, {}, {}}).error->code, ErrorCode::NotFound);
}

TEST(Files, ADatabasesPasswordIsNotRepeated)
{
    const Taken read =
        readPlain({QStringLiteral("PG:host=127.0.0.1 port=1 dbname=county password=geheim"), {}, {}, {}, {}});
    ASSERT_TRUE(read.error);
    EXPECT_FALSE(QString::fromStdString(read.errorText()).contains(QStringLiteral("geheim")));
    EXPECT_EQ(read.error->where.file, QStringLiteral("PostGIS county"));
}

TEST(Files, ACancelledJobStops)
{
    JobContext job;
    job.cancel.cancel();
    QTemporaryDir folder;
    const auto source = Source::open({writeFile(folder, "t.csv", "a\n1\n"), {}, {}, {}, {}}, nullptr, job);
    ASSERT_FALSE(source);
    EXPECT_EQ(source.error().code, ErrorCode::Cancelled);
}

} // namespace
} // namespace cuntu
