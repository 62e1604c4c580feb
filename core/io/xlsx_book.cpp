// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/xlsx_book.h"

#include "core/base/date.h"
#include "core/base/text.h"
#include "core/io/number_text.h"
#include "core/io/vsi_file.h"

#include <QRegularExpression>
#include <QXmlStreamReader>

#include <algorithm>
#include <cmath>

namespace cuntu {

namespace {

constexpr std::size_t k_mostStringBytes = std::size_t{1} << 30;

Error unreadable(const QString &file, const QString &sentence)
{
    return {ErrorCode::Unreadable,
            sentence,
            {file, {}, 0, {}, {}, {}},
            Core::tr("Open it in a spreadsheet program and save it anew as .xlsx."),
            {},
            {}};
}

/// Text of the <t> elements inside the element that @p xml stands on, without phonetic hints (<rPh>).
std::string richText(QXmlStreamReader &xml)
{
    std::string text;
    const QString outer = xml.name().toString();
    while (!xml.atEnd()) {
        xml.readNext();
        if (xml.isStartElement() && xml.name() == QLatin1String("t")) {
            text += xml.readElementText(QXmlStreamReader::IncludeChildElements).toStdString();
        } else if (xml.isStartElement() && xml.name() == QLatin1String("rPh")) {
            xml.skipCurrentElement();
        } else if (xml.isEndElement() && xml.name() == outer) {
            break;
        }
    }
    return text;
}

/// Built-in number formats that show dates (ECMA-376 18.8.30, with those of Chinese versions).
XlsxBook::Shown builtInFormat(int id)
{
    if (id == 22) {
        return XlsxBook::Shown::DateTime;
    }
    if (id == 27 || id == 36 || id == 50 || id == 52 || id == 57) {
        return XlsxBook::Shown::Month; // yyyy"年"m"月"
    }
    if ((id >= 14 && id <= 17) || (id >= 28 && id <= 31) || (id >= 51 && id <= 58)) {
        return XlsxBook::Shown::Date;
    }
    return XlsxBook::Shown::Number;
}

XlsxBook::Shown customFormat(const QString &code)
{
    static const QRegularExpression literals(QStringLiteral("\"[^\"]*\"|\\\\.|\\[[^\\]]*\\]|_.|\\*."));
    const QString bare = code.section(QLatin1Char(';'), 0, 0).toLower().remove(literals);
    const bool year = bare.contains(QLatin1Char('y'));
    const bool day = bare.contains(QLatin1Char('d'));
    const bool time = bare.contains(QLatin1Char('h')) || bare.contains(QLatin1Char('s'));
    if (!year && !(day && bare.contains(QLatin1Char('m')))) {
        return XlsxBook::Shown::Number;
    }
    if (time) {
        return XlsxBook::Shown::DateTime;
    }
    return day ? XlsxBook::Shown::Date : XlsxBook::Shown::Month;
}

} // namespace

QString XlsxBook::pathOf(const QString &part) const
{
    const QString inner = part.startsWith(QLatin1Char('/')) ? part.mid(1) : part;
    return QStringLiteral("/vsizip/{%1}/%2").arg(m_file, inner);
}

Result<std::shared_ptr<const XlsxBook>> XlsxBook::open(const QString &file)
{
    auto book = std::make_shared<XlsxBook>();
    book->m_file = file;
    if (auto read = book->readWorkbook(); !read) {
        return read.error();
    }
    book->readStyles(QStringLiteral("xl/styles.xml"));
    if (auto read = book->readStrings(QStringLiteral("xl/sharedStrings.xml")); !read) {
        return read.error();
    }
    return std::shared_ptr<const XlsxBook>(std::move(book));
}

QHash<QString, QString> XlsxBook::readRelations() const
{
    QHash<QString, QString> targets;
    VsiHandle file = openVsi(pathOf(QStringLiteral("xl/_rels/workbook.xml.rels")));
    if (!file) {
        return targets;
    }
    VsiDevice device(std::move(file));
    QXmlStreamReader xml(&device);
    while (!xml.atEnd()) {
        if (xml.readNext() == QXmlStreamReader::StartElement && xml.name() == QLatin1String("Relationship")) {
            const QString target = xml.attributes().value(QLatin1String("Target")).toString();
            targets.insert(xml.attributes().value(QLatin1String("Id")).toString(),
                           target.startsWith(QLatin1Char('/')) ? target : QStringLiteral("xl/") + target);
        }
    }
    return targets;
}

Result<void> XlsxBook::readWorkbook()
{
    const QHash<QString, QString> targets = readRelations();
    VsiHandle file = openVsi(pathOf(QStringLiteral("xl/workbook.xml")));
    if (!file) {
        return unreadable(m_file, Core::tr("the file is no Excel workbook, or it is damaged"));
    }
    VsiDevice device(std::move(file));
    QXmlStreamReader xml(&device);
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement) {
            continue;
        }
        const QXmlStreamAttributes attributes = xml.attributes();
        if (xml.name() == QLatin1String("workbookPr")) {
            const auto value = attributes.value(QLatin1String("date1904"));
            m_from1904 = value == QLatin1String("1") || value == QLatin1String("true");
        } else if (xml.name() == QLatin1String("sheet")) {
            QString id;
            for (const QXmlStreamAttribute &attribute : attributes) { // r:id, whatever its prefix and namespace
                if (attribute.name() == QLatin1String("id")) {
                    id = attribute.value().toString();
                }
            }
            if (targets.contains(id)) {
                m_sheets.push_back({attributes.value(QLatin1String("name")).toString(), targets.value(id)});
            }
        }
    }
    if (m_sheets.empty()) {
        return unreadable(m_file, Core::tr("the workbook has no sheets that can be read"));
    }
    return {};
}

void XlsxBook::readStyles(const QString &part)
{
    VsiHandle file = openVsi(pathOf(part));
    if (!file) {
        return;
    }
    VsiDevice device(std::move(file));
    QXmlStreamReader xml(&device);
    QHash<int, Shown> formats;
    bool inCellStyles = false;
    while (!xml.atEnd()) {
        xml.readNext();
        if (xml.name() == QLatin1String("cellXfs")) {
            inCellStyles = xml.isStartElement();
        } else if (xml.isStartElement() && xml.name() == QLatin1String("numFmt")) {
            formats.insert(xml.attributes().value(QLatin1String("numFmtId")).toInt(),
                           customFormat(xml.attributes().value(QLatin1String("formatCode")).toString()));
        } else if (xml.isStartElement() && inCellStyles && xml.name() == QLatin1String("xf")) {
            const int id = xml.attributes().value(QLatin1String("numFmtId")).toInt();
            m_styles.push_back(formats.contains(id) ? formats.value(id) : builtInFormat(id));
        }
    }
}

Result<void> XlsxBook::readStrings(const QString &part)
{
    VsiHandle file = openVsi(pathOf(part));
    if (!file) {
        return {}; // a workbook may do without
    }
    VsiDevice device(std::move(file));
    QXmlStreamReader xml(&device);
    std::size_t bytes = 0;
    while (!xml.atEnd()) {
        if (xml.readNext() == QXmlStreamReader::StartElement && xml.name() == QLatin1String("si")) {
            m_strings.push_back(richText(xml));
            bytes += m_strings.back().size() + sizeof(std::string);
            if (bytes > k_mostStringBytes) {
                return unreadable(m_file, Core::tr("the workbook holds more than 1 GB of text"));
            }
        }
    }
    if (xml.hasError()) {
        return unreadable(m_file, Core::tr("the texts of the workbook are damaged: %1").arg(xml.errorString()));
    }
    return {};
}

std::string XlsxBook::textOf(double value, std::size_t style) const
{
    const Shown shown = style < m_styles.size() ? m_styles[style] : Shown::Number;
    constexpr double lastSerial = 2'958'465; // 9999-12-31
    if (shown == Shown::Number || !(value >= 1) || value > lastSerial) {
        return numberText(value);
    }
    // Day 1 is 1900-01-01, but day 60 is a 29 February that never was; so from 61 on the origin is 1899-12-30.
    const double whole = std::floor(value);
    const auto serial = static_cast<std::int32_t>(whole);
    const std::int32_t origin = m_from1904 ? -24107 : (serial < 60 ? -25568 : -25569); // days from 1970-01-01
    const QString iso = Day::fromNumber(origin + serial).toIso();
    const auto minutes = std::min(static_cast<int>(std::lround((value - whole) * 24 * 60)), 24 * 60 - 1);
    if (shown == Shown::Month) {
        return iso.left(7).toStdString();
    }
    if (shown == Shown::DateTime && minutes > 0) {
        return QStringLiteral("%1 %2:%3")
            .arg(iso)
            .arg(minutes / 60, 2, 10, QLatin1Char('0'))
            .arg(minutes % 60, 2, 10, QLatin1Char('0'))
            .toStdString();
    }
    return iso.toStdString();
}

} // namespace cuntu
