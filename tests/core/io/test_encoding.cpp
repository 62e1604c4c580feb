// SPDX-License-Identifier: GPL-3.0-or-later
#include "io_support.h"

#include "core/io/encoding.h"
#include "core/io/rejects.h"

#include <random>

#include <iconv.h>

namespace cuntu {
namespace {

using namespace test;

QByteArray encoded(const QString &text, const char *encoding)
{
    const iconv_t converter = iconv_open(encoding, "UTF-8");
    QByteArray in = text.toUtf8();
    QByteArray out(in.size() * 4 + 16, '\0');
    char *from = in.data();
    char *to = out.data();
    std::size_t left = static_cast<std::size_t>(in.size());
    std::size_t room = static_cast<std::size_t>(out.size());
    EXPECT_EQ(iconv(converter, &from, &left, &to, &room), 0U) << encoding;
    iconv_close(converter);
    out.truncate(out.size() - static_cast<qsizetype>(room));
    return out;
}

QString nameOf(const QByteArray &bytes)
{
    const auto guess = guessEncoding(bytes);
    return guess ? guess->name : toString(guess.error().code);
}

const QString k_simplified =
    QStringLiteral("户编号,户主姓名,自然村,致贫原因\n1,陈静磊,陈岭,缺资金\n2,梁磊,桃源街道,因病\n");
const QString k_traditional = QStringLiteral("編號,戶主姓名,自然村,備註\n1,陳靜磊,陳嶺,國語\n2,梁磊,桃園街道,灣頭鄉\n");

TEST(Encoding, IsFoundFromTheBytes)
{
    EXPECT_EQ(nameOf("code,name\n1,abc\n"), QStringLiteral("UTF-8"));
    EXPECT_EQ(nameOf(k_simplified.toUtf8()), QStringLiteral("UTF-8"));
    EXPECT_EQ(nameOf("\xEF\xBB\xBF" + k_simplified.toUtf8()), QStringLiteral("UTF-8"));
    EXPECT_EQ(nameOf(encoded(k_simplified, "GBK")), QStringLiteral("GBK"));
    EXPECT_EQ(nameOf(encoded(k_simplified + QStringLiteral("㐀"), "GB18030")), QStringLiteral("GB18030"));
    EXPECT_EQ(nameOf(encoded(k_traditional, "BIG5")), QStringLiteral("BIG5"));
    EXPECT_EQ(nameOf(encoded(k_simplified, "UTF-16LE")), QStringLiteral("UTF-16LE"));
    EXPECT_EQ(nameOf("\xFF\xFE" + encoded(k_simplified, "UTF-16LE")), QStringLiteral("UTF-16LE"));
    EXPECT_EQ(nameOf("\xFE\xFF" + encoded(k_simplified, "UTF-16BE")), QStringLiteral("UTF-16BE"));
    EXPECT_EQ(nameOf(QByteArray("\xFF\xFF\x80\x80\xFF,\xFF\n", 7)), QStringLiteral("bad_encoding"));
}

TEST(Encoding, ATextCutInTheMiddleOfACharacterIsStillKnown)
{
    for (int cut = 1; cut < 3; ++cut) {
        QByteArray bytes = k_simplified.trimmed().toUtf8();
        bytes.chop(cut);
        EXPECT_EQ(nameOf(bytes), QStringLiteral("UTF-8")) << cut;
    }
    QByteArray gbk = encoded(k_simplified.trimmed(), "GBK");
    gbk.chop(1);
    EXPECT_EQ(nameOf(gbk), QStringLiteral("GBK"));
}

TEST(Encoding, ConversionNamesTheFirstBadByte)
{
    EXPECT_EQ(*toUtf8(encoded(k_simplified, "GBK"), QStringLiteral("GBK")), k_simplified.toStdString());
    const auto bad = toUtf8(QByteArray("abc\xFF\xFFx"), QStringLiteral("GBK"));
    ASSERT_FALSE(bad);
    EXPECT_EQ(bad.error().code, ErrorCode::BadEncoding);
    EXPECT_TRUE(bad.error().sentence.contains(QStringLiteral("3"))) << bad.error().sentence.toStdString();
    EXPECT_FALSE(toUtf8(QByteArray("a"), QStringLiteral("no-such-encoding")));
    EXPECT_FALSE(toUtf8(QByteArray("\xC0\xAF"), QStringLiteral("UTF-8"))); // overlong
}

TEST(Encoding, EveryEncodingOfACsvGivesTheSameRows)
{
    QTemporaryDir folder;
    const struct {
        const char *encoding;
        QByteArray mark;
        const QString &text;
    } cases[] = {{"UTF-8", "", k_simplified},
                 {"UTF-8", "\xEF\xBB\xBF", k_simplified},
                 {"GBK", "", k_simplified},
                 {"GB18030", "", k_simplified},
                 {"BIG5", "", k_traditional},
                 {"UTF-16LE", "\xFF\xFE", k_simplified},
                 {"UTF-16BE", "\xFE\xFF", k_simplified},
                 {"UTF-16LE", "", k_simplified}};
    for (const auto &c : cases) {
        const QString file = writeFile(folder, "t.csv", c.mark + encoded(c.text, c.encoding));
        std::vector<SourceRow> rows;
        const Taken read = readPlain({file, {}, {}, {}, {}}, &rows);
        ASSERT_FALSE(read.error) << c.encoding << read.errorText();
        ASSERT_EQ(rows.size(), 2U) << c.encoding;
        const QStringList expected = c.text.section(QLatin1Char('\n'), 1, 1).split(QLatin1Char(','));
        for (qsizetype i = 0; i < expected.size(); ++i) {
            EXPECT_EQ(QString::fromStdString(rows[0].cells[static_cast<std::size_t>(i)]), expected[i]) << c.encoding;
        }
        EXPECT_FALSE(read.info.encodingReason.isEmpty());
    }
}

TEST(Encoding, AWrongOneFromTheUserIsRefusedWithTheRow)
{
    QTemporaryDir folder;
    const QString file = writeFile(folder, "t.csv", "id,name\n1,abc\n" + encoded(QStringLiteral("2,陈静磊\n"), "GBK"));
    const Taken read = readPlain({file, {}, QStringLiteral("UTF-8"), {}, {}});
    ASSERT_TRUE(read.error);
    EXPECT_EQ(read.error->code, ErrorCode::BadEncoding);
    EXPECT_EQ(read.error->where.row, 3);
    EXPECT_EQ(read.error->where.file, file);
    const Taken unknown = readPlain({file, {}, QStringLiteral("klingon"), {}, {}});
    ASSERT_TRUE(unknown.error);
    EXPECT_EQ(unknown.error->code, ErrorCode::BadEncoding);
}

TEST(Encoding, OfShapefilesComesFromCpgThenLanguageDriver)
{
    const struct {
        const char *file;
        const char *encoding;
        const char16_t *name;
    } cases[] = {{"malformed/mapshaper/dbf/gbk.dbf", "GBK", u"简体国语"},
                 {"malformed/mapshaper/dbf/cpg/big5.dbf", "BIG5", u"國語"},
                 {"malformed/gdal/shp/chinese.dbf", "GBK", u"中国"},
                 {"malformed/mapshaper/dbf/cpg/euckr.dbf", "EUCKR", u"한국말"}};
    for (const auto &c : cases) {
        const QString file = shared(QString::fromLatin1(c.file));
        CUNTU_NEEDS(file);
        std::vector<SourceRow> rows;
        const Taken read = readPlain({file, {}, {}, *Crs::fromEpsg(4490), {}}, &rows);
        ASSERT_FALSE(read.error) << c.file << ' ' << read.errorText();
        EXPECT_EQ(QString(read.info.encoding).remove(QLatin1Char('-')), QLatin1String(c.encoding)) << c.file;
        ASSERT_FALSE(rows.empty());
        const bool found = std::any_of(rows[0].cells.begin(), rows[0].cells.end(), [&](const std::string &cell) {
            return QString::fromStdString(cell) == QStringView(c.name);
        });
        EXPECT_TRUE(found) << c.file << ' ' << (rows[0].cells.empty() ? std::string() : rows[0].cells[0]);
    }
}

TEST(ContradictsClaim, IsTrueOnlyWhereTheTextIsPlainlyAnother)
{
    const QString villages = QStringLiteral("安丰东村\n梁垛西村\n溱东南村\n时堰北村\n");
    const QString german = QStringLiteral("Müller Straße Köln Größe Fußgängerübergänge Äcker Öfen Übung");
    const QString russian = QStringLiteral("Нижняя Деревня Верхний Посёлок Новая Улица");
    EXPECT_TRUE(contradictsClaim(encoded(villages, "GBK"), QStringLiteral("ISO-8859-1")));
    EXPECT_TRUE(contradictsClaim(encoded(villages, "GBK"), QStringLiteral("CP1252")));
    EXPECT_TRUE(contradictsClaim(villages.toUtf8(), QStringLiteral("GBK")));
    EXPECT_FALSE(contradictsClaim(villages.toUtf8(), QStringLiteral("UTF-8")));
    EXPECT_FALSE(contradictsClaim(encoded(villages, "GBK"), QStringLiteral("GBK")));
    EXPECT_FALSE(contradictsClaim(encoded(german, "ISO-8859-1"), QStringLiteral("ISO-8859-1")));
    EXPECT_FALSE(contradictsClaim(encoded(russian, "CP1251"), QStringLiteral("CP1251")));
    EXPECT_FALSE(contradictsClaim(encoded(QStringLiteral("é"), "CP1252"), QStringLiteral("CP1252")));
}

TEST(Rejects, AreAListThatSpreadsheetProgramsOpen)
{
    QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("out.csv"));
    const std::vector<RowFinding> findings{{4, QStringLiteral("户数"), QStringLiteral("'不详', \"?\""), true, false},
                                           {5, QStringLiteral("户数"), QStringLiteral("only a warning"), false, false}};
    ASSERT_TRUE(writeRejects(file, findings));
    QFile in(file);
    ASSERT_TRUE(in.open(QIODevice::ReadOnly));
    EXPECT_EQ(in.readAll().toStdString(), "\xEF\xBB\xBFRow,Column,Reason\r\n4,户数,\"'不详', \"\"?\"\"\"\r\n");
    EXPECT_FALSE(writeRejects(folder.filePath(QStringLiteral("no/such/folder.csv")), findings));
}

} // namespace
} // namespace cuntu
