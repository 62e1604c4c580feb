// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/shapefile_parts.h"

#include "core/base/text.h"
#include "core/io/vsi_file.h"

#include <QFileInfo>
#include <QRegularExpression>

#include <array>

namespace cuntu {

namespace {

struct LanguageDriver {
    unsigned char id;
    const char *encoding;
};

// ESRI's and FoxPro's code page marks. 0x57 is left out: ArcGIS writes it whatever the code page was.
constexpr std::array<LanguageDriver, 24> k_drivers{{
    {0x01, "CP437"}, {0x02, "CP850"},  {0x03, "CP1252"}, {0x08, "CP865"},  {0x13, "CP932"},  {0x26, "CP866"},
    {0x4D, "GBK"},   {0x4E, "CP949"},  {0x4F, "BIG5"},   {0x50, "CP874"},  {0x58, "CP1252"}, {0x59, "CP1252"},
    {0x64, "CP852"}, {0x65, "CP866"},  {0x78, "BIG5"},   {0x79, "CP949"},  {0x7A, "GBK"},    {0x7B, "CP932"},
    {0x7C, "CP874"}, {0xC8, "CP1250"}, {0xC9, "CP1251"}, {0xCA, "CP1254"}, {0xCB, "CP1253"}, {0xCC, "CP1257"},
}};

/// What is written into .cpg files, as iconv knows it; empty for what it does not.
QString encodingFromCpg(const QString &text)
{
    const QString word =
        text.trimmed().toUpper().remove(QLatin1Char(' ')).remove(QLatin1Char('-')).remove(QLatin1Char('_'));
    static const QRegularExpression codePage(QStringLiteral("^(?:CP|ANSI|WINDOWS|OEM|MS|)(\\d{3,5})$"));
    static const QRegularExpression iso(QStringLiteral("^(?:ISO)?8859(\\d{1,2})$"));
    if (const auto match = iso.match(word); match.hasMatch()) {
        return QStringLiteral("ISO-8859-%1").arg(match.captured(1));
    }
    if (const auto match = codePage.match(word); match.hasMatch()) {
        const int number = match.captured(1).toInt();
        return number == 65001   ? QStringLiteral("UTF-8")
               : number == 936   ? QStringLiteral("GBK")
               : number == 54936 ? QStringLiteral("GB18030")
               : number == 950   ? QStringLiteral("BIG5")
                                 : QStringLiteral("CP%1").arg(number);
    }
    if (word == QLatin1String("UTF8")) {
        return QStringLiteral("UTF-8");
    }
    if (word.startsWith(QLatin1String("GB2312")) || word == QLatin1String("GBK") || word == QLatin1String("EUCCN")) {
        return QStringLiteral("GBK");
    }
    if (word == QLatin1String("SJIS") || word == QLatin1String("SHIFTJIS")) {
        return QStringLiteral("CP932");
    }
    const QString name = text.trimmed().toUpper();
    return toUtf8(QByteArray("a"), word) ? word : toUtf8(QByteArray("a"), name) ? name : QString();
}

Error missingPart(const QString &shp, const QString &ending, const QString &what)
{
    const QString name = QFileInfo(shp).completeBaseName() + QLatin1Char('.') + ending;
    Error error{
        ErrorCode::Unreadable,
        Core::tr("%1 is missing: it holds %2 of the shapefile").arg(name, what),
        {},
        Core::tr(
            "Ask the sender for all files of the same name (.shp, .shx, .dbf, .prj) and put them into one folder."),
        {},
        {}};
    error.where.file = shp;
    return error;
}

} // namespace

QString siblingOf(const QString &path, const QString &ending)
{
    const QString base = path.left(path.lastIndexOf(QLatin1Char('.')) + 1);
    for (const QString &tried : {ending, ending.toUpper(), ending.left(1).toUpper() + ending.mid(1)}) {
        if (vsiSize(base + tried) >= 0) {
            return base + tried;
        }
    }
    return {};
}

Result<void> checkShapefileParts(const QString &shp, bool needsTable)
{
    if (siblingOf(shp, QStringLiteral("shx")).isEmpty()) {
        return missingPart(shp, QStringLiteral("shx"), Core::tr("the index"));
    }
    if (needsTable && siblingOf(shp, QStringLiteral("dbf")).isEmpty()) {
        return missingPart(shp, QStringLiteral("dbf"), Core::tr("the attributes"));
    }
    return {};
}

DbfClaim dbfClaim(const QString &dbf)
{
    constexpr qsizetype languageByte = 29;
    const QByteArray head = vsiHead(dbf, languageByte + 1);
    const unsigned char mark = head.size() > languageByte ? static_cast<unsigned char>(head[languageByte]) : 0;
    if (const QString cpg = siblingOf(dbf, QStringLiteral("cpg")); !cpg.isEmpty()) {
        const QString text = QString::fromLatin1(vsiHead(cpg, 100));
        if (const QString encoding = encodingFromCpg(text); !encoding.isEmpty()) {
            return {encoding, Core::tr("named in the .cpg file")};
        }
    }
    for (const LanguageDriver &driver : k_drivers) {
        if (driver.id == mark) {
            const QString hex = QStringLiteral("0x%1").arg(mark, 2, 16, QLatin1Char('0'));
            return {QString::fromLatin1(driver.encoding), Core::tr("by the language driver %1 in the .dbf").arg(hex)};
        }
    }
    return {};
}

} // namespace cuntu
