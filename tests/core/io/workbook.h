// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <cpl_conv.h>

namespace cuntu::test {

/// Writes a workbook of one or two sheets from the XML inside <worksheet>. Styles: 0 general, 1 date, 2 year and month,
/// 3 with time.
inline void writeWorkbook(const QString &file, const QByteArray &sheetXml, const QByteArray &secondSheetXml = {},
                          const QByteArray &sharedStrings = {})
{
    void *zip = CPLCreateZip(file.toUtf8().constData(), nullptr);
    const auto add = [&](const char *name, const QByteArray &text) {
        CPLCreateFileInZip(zip, name, nullptr);
        CPLWriteFileInZip(zip, text.constData(), static_cast<int>(text.size()));
        CPLCloseFileInZip(zip);
    };
    const QByteArray ns = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
    add("xl/workbook.xml",
        "<workbook " + ns +
            " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets>"
            "<sheet name=\"一\" sheetId=\"1\" r:id=\"rId1\"/><sheet name=\"二\" sheetId=\"2\" "
            "r:id=\"rId2\"/></sheets></workbook>");
    add("xl/_rels/workbook.xml.rels",
        "<Relationships><Relationship Id=\"rId1\" Target=\"worksheets/sheet1.xml\"/>"
        "<Relationship Id=\"rId2\" Target=\"/xl/worksheets/sheet2.xml\"/></Relationships>");
    add("xl/styles.xml",
        "<styleSheet " + ns +
            "><numFmts><numFmt numFmtId=\"176\" formatCode=\"yyyy&quot;年&quot;m&quot;月&quot;;@\"/></numFmts>"
            "<cellStyleXfs><xf numFmtId=\"0\"/></cellStyleXfs><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/>"
            "<xf numFmtId=\"176\"/><xf numFmtId=\"22\"/></cellXfs></styleSheet>");
    if (!sharedStrings.isEmpty()) {
        add("xl/sharedStrings.xml", "<sst " + ns + ">" + sharedStrings + "</sst>");
    }
    add("xl/worksheets/sheet1.xml", "<worksheet " + ns + ">" + sheetXml + "</worksheet>");
    add("xl/worksheets/sheet2.xml", "<worksheet " + ns + ">" + secondSheetXml + "</worksheet>");
    CPLCloseZip(zip);
}

/// A text cell.
inline QByteArray textCell(const char *name, const char *text)
{
    return QByteArray("<c r=\"") + name + "\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
}

} // namespace cuntu::test
