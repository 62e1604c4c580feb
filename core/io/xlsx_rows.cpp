// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of one sheet of a workbook (ECMA-376 part 1, clause 18.3).
#include "core/base/text.h"
#include "core/io/vsi_file.h"
#include "core/io/xlsx_book.h"

#include <QXmlStreamReader>

#include <algorithm>
#include <charconv>

namespace cuntu {

namespace {

constexpr int k_mostColumns = 16384;

/// Column and row of a reference such as 'AB12'; -1 or 0 where a part is missing.
struct CellName {
    int column = -1;
    qint64 row = 0;
};

CellName parseCellName(QStringView name)
{
    CellName cell;
    int column = 0;
    for (const QChar c : name) {
        if (c >= QLatin1Char('A') && c <= QLatin1Char('Z') && column <= k_mostColumns) {
            column = column * 26 + (c.unicode() - u'A' + 1);
        } else if (c >= QLatin1Char('0') && c <= QLatin1Char('9') && cell.row < 100'000'000) {
            cell.row = cell.row * 10 + (c.unicode() - u'0');
        }
    }
    cell.column = column - 1;
    return cell;
}

/// Merged cells stand behind the rows in the XML, but are needed before them: finds them by their tag, without parsing
/// the rest.
std::vector<MergedCells> findMergedCells(const QString &path)
{
    std::vector<MergedCells> merged;
    const VsiHandle file = openVsi(path);
    constexpr qsizetype block = 1 << 18;
    constexpr qsizetype longestTag = 200;
    constexpr std::size_t most = 500'000;
    const QByteArray tag("mergeCell ");
    QByteArray text;
    QByteArray bytes(block, '\0');
    while (file && merged.size() < most) {
        const auto got =
            static_cast<qsizetype>(VSIFReadL(bytes.data(), 1, static_cast<std::size_t>(block), file.get()));
        text.append(bytes.constData(), got);
        qsizetype at = 0;
        for (qsizetype found = text.indexOf(tag); found >= 0; found = text.indexOf(tag, at)) {
            const qsizetype ref = text.indexOf("ref=\"", found);
            const qsizetype end = ref < 0 ? -1 : text.indexOf('"', ref + 5);
            if (end < 0 || end - found > longestTag) {
                at = found + (text.size() - found > longestTag ? tag.size() : 0);
                break;
            }
            const QString range = QString::fromLatin1(text.mid(ref + 5, end - ref - 5));
            const CellName from = parseCellName(range.section(QLatin1Char(':'), 0, 0));
            const CellName to = parseCellName(range.section(QLatin1Char(':'), -1));
            if (from.column >= 0 && to.column >= from.column && to.row >= from.row) {
                merged.push_back({from.row, to.row, from.column, to.column});
            }
            at = end;
        }
        if (got < block) {
            break;
        }
        text = text.mid(std::max(at, text.size() - longestTag));
    }
    std::stable_sort(merged.begin(), merged.end(),
                     [](const MergedCells &a, const MergedCells &b) { return a.firstRow < b.firstRow; });
    return merged;
}

class XlsxRows : public RowStream {
public:
    XlsxRows(std::shared_ptr<const XlsxBook> book, const XlsxBook::Sheet &sheet, VsiHandle file)
        : m_book(std::move(book)),
          m_sheet(sheet.name),
          m_device(std::move(file)),
          m_xml(&m_device),
          m_merged(findMergedCells(m_book->pathOf(sheet.part)))
    {
    }

    Result<bool> next(qint64 &number, std::vector<std::string> &cells) override;
    std::vector<MergedCells> mergedCells() const override { return m_merged; }
    qint64 expectedRows(double) const override { return m_lastRow; }

private:
    bool readRow(std::vector<std::string> &cells);
    std::string readCell(const QXmlStreamAttributes &attributes);
    std::string textOf(const QString &kind, std::size_t style, const QString &value) const;

    std::shared_ptr<const XlsxBook> m_book;
    QString m_sheet;
    VsiDevice m_device;
    QXmlStreamReader m_xml;
    std::vector<MergedCells> m_merged;
    qint64 m_row = 0;
    qint64 m_lastRow = -1; ///< as the sheet itself says
    bool m_inData = false;
    bool m_ended = false;
};

Result<bool> XlsxRows::next(qint64 &number, std::vector<std::string> &cells)
{
    const GdalGuard guard(GdalGuard::For::Reading);
    while (!m_ended && !m_xml.atEnd()) {
        m_xml.readNext();
        if (m_xml.name() == QLatin1String("sheetData")) {
            m_inData = m_xml.isStartElement();
            m_ended = m_xml.isEndElement();
        } else if (m_xml.isStartElement() && m_xml.name() == QLatin1String("dimension")) {
            const QString range = m_xml.attributes().value(QLatin1String("ref")).toString();
            m_lastRow = parseCellName(range.section(QLatin1Char(':'), -1)).row;
        } else if (m_inData && m_xml.isStartElement() && m_xml.name() == QLatin1String("row")) {
            const qint64 said = m_xml.attributes().value(QLatin1String("r")).toLongLong();
            m_row = said > 0 ? said : m_row + 1;
            if (readRow(cells)) {
                number = m_row;
                return true;
            }
        }
    }
    if (m_xml.hasError()) {
        Error error{ErrorCode::Unreadable,
                    Core::tr("the sheet breaks off or is damaged: %1").arg(m_xml.errorString()),
                    {},
                    Core::tr("Open it in a spreadsheet program and save it anew."),
                    {},
                    {}};
        error.where.sheet = m_sheet;
        error.where.row = m_row;
        return error;
    }
    return false;
}

/// Reads the cells of the row that the reader stands on; false where all are blank.
bool XlsxRows::readRow(std::vector<std::string> &cells)
{
    cells.clear();
    bool anything = false;
    int column = -1;
    while (!m_xml.atEnd()) {
        m_xml.readNext();
        if (m_xml.isEndElement() && m_xml.name() == QLatin1String("row")) {
            break;
        }
        if (!m_xml.isStartElement() || m_xml.name() != QLatin1String("c")) {
            continue;
        }
        const QXmlStreamAttributes attributes = m_xml.attributes();
        const int said = parseCellName(attributes.value(QLatin1String("r"))).column;
        column = said >= 0 ? said : column + 1;
        std::string text = readCell(attributes);
        if (text.empty() || column >= k_mostColumns) {
            continue;
        }
        const auto at = static_cast<std::size_t>(column);
        if (cells.size() <= at) {
            cells.resize(at + 1);
        }
        cells[at] = std::move(text);
        anything = true;
    }
    return anything;
}

std::string XlsxRows::readCell(const QXmlStreamAttributes &attributes)
{
    const QString kind = attributes.value(QLatin1String("t")).toString();
    const std::size_t style = attributes.value(QLatin1String("s")).toULong();
    std::string text;
    while (!m_xml.atEnd()) {
        m_xml.readNext();
        if (m_xml.isEndElement() && m_xml.name() == QLatin1String("c")) {
            break;
        }
        if (!m_xml.isStartElement()) {
            continue;
        }
        if (m_xml.name() == QLatin1String("v")) {
            text = textOf(kind, style, m_xml.readElementText(QXmlStreamReader::SkipChildElements));
        } else if (m_xml.name() == QLatin1String("t")) { // inside <is>, plain or in runs
            text += m_xml.readElementText(QXmlStreamReader::SkipChildElements).toStdString();
        } else if (m_xml.name() == QLatin1String("rPh") || m_xml.name() == QLatin1String("f")) {
            m_xml.skipCurrentElement();
        }
    }
    return text;
}

std::string XlsxRows::textOf(const QString &kind, std::size_t style, const QString &value) const
{
    if (kind == QLatin1String("s")) {
        const std::string *shared = m_book->sharedString(value.toULong());
        return shared ? *shared : std::string();
    }
    if (kind == QLatin1String("str") || kind == QLatin1String("e") || kind == QLatin1String("b")) {
        return value.toStdString();
    }
    if (kind == QLatin1String("d")) {
        return value.left(value.endsWith(QLatin1String("T00:00:00")) ? 10 : value.size()).toStdString();
    }
    bool ok = false;
    const double number = value.toDouble(&ok);
    return ok ? m_book->textOf(number, style) : value.toStdString();
}

} // namespace

Result<std::unique_ptr<RowStream>> XlsxBook::rows(const std::shared_ptr<const XlsxBook> &book, const Sheet &sheet)
{
    VsiHandle file = openVsi(book->pathOf(sheet.part));
    if (!file) {
        Error error{ErrorCode::Unreadable, Core::tr("the sheet cannot be read"), {}, {}, {}, {}};
        error.where.file = book->m_file;
        error.where.sheet = sheet.name;
        return error;
    }
    return std::unique_ptr<RowStream>(std::make_unique<XlsxRows>(book, sheet, std::move(file)));
}

} // namespace cuntu
