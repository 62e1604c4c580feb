// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/qgis/qml.h"

#include "maps/qgis/look_xml.h"
#include "maps/text.h"

#include <QSaveFile>
#include <QXmlStreamWriter>

namespace cuntu {

QByteArray toQml(const QgisLook &look)
{
    QByteArray bytes;
    QXmlStreamWriter xml(&bytes);
    xml.setAutoFormatting(true);
    xml.setAutoFormattingIndent(1);
    xml.writeDTD(QStringLiteral("<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>"));
    xml.writeStartElement(QStringLiteral("qgis"));
    xml.writeAttribute(QStringLiteral("version"), QStringLiteral("3.22.16-Białowieża"));
    xml.writeAttribute(QStringLiteral("styleCategories"), QStringLiteral("Symbology|Labeling|Fields|Rendering"));
    writeScaleRange(xml, look.style);
    writeLook(xml, look);
    xml.writeEndElement();
    xml.writeEndDocument();
    return bytes;
}

Result<void> writeQml(const QgisLook &look, const QString &file)
{
    return writeWhole(file, toQml(look));
}

Result<void> writeWhole(const QString &file, const QByteArray &bytes)
{
    QSaveFile out(file);
    if (!out.open(QIODevice::WriteOnly) || out.write(bytes) != bytes.size() || !out.commit()) {
        return Error{ErrorCode::Unreadable,
                     Maps::tr("the file cannot be written: %1").arg(out.errorString()),
                     {.file = file},
                     Maps::tr("Choose another folder, or close the file in other programs."),
                     {},
                     {}};
    }
    return {};
}

} // namespace cuntu
