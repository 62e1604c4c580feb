// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/qgis/qgis_project.h"

#include "maps/qgis/look_xml.h"

#include <QXmlStreamWriter>

#include <ranges>

namespace cuntu {

namespace {

class ProjectWriter {
public:
    ProjectWriter(QXmlStreamWriter &xml, const QgisMap &map) : m_xml(xml), m_map(map) {}

    void write()
    {
        m_xml.writeDTD(QStringLiteral("<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>"));
        m_xml.writeStartElement(QStringLiteral("qgis"));
        m_xml.writeAttribute(QStringLiteral("version"), QStringLiteral("3.22.16-Białowieża"));
        m_xml.writeAttribute(QStringLiteral("projectname"), m_map.title);
        m_xml.writeTextElement(QStringLiteral("title"), m_map.title);
        m_xml.writeStartElement(QStringLiteral("projectCrs"));
        writeCrs();
        m_xml.writeEndElement();
        writeTree();
        writeCanvas();
        m_xml.writeStartElement(QStringLiteral("projectlayers"));
        for (std::size_t i = 0; i < m_map.layers.size(); ++i) {
            writeLayer(i);
        }
        m_xml.writeEndElement();
        writeOrder();
        writeProperties();
        m_xml.writeEndElement();
        m_xml.writeEndDocument();
    }

private:
    /// QGIS takes no notice of ids of ten characters and fewer.
    QString idOf(std::size_t layer) const
    {
        return QStringLiteral("cuntu_layer_%1_%2").arg(m_map.layers[layer].table).arg(layer);
    }
    static QString sourceOf(const QgisLayer &layer)
    {
        return QStringLiteral("./%1|layername=%2").arg(layer.source, layer.table);
    }

    void writeCrs()
    {
        m_xml.writeStartElement(QStringLiteral("spatialrefsys"));
        m_xml.writeAttribute(QStringLiteral("nativeFormat"), QStringLiteral("Wkt"));
        m_xml.writeTextElement(QStringLiteral("wkt"), m_map.crs.wkt());
        m_xml.writeTextElement(QStringLiteral("proj4"), m_map.crs.proj4());
        m_xml.writeTextElement(QStringLiteral("srsid"), QStringLiteral("0"));
        m_xml.writeTextElement(QStringLiteral("srid"), QString::number(m_map.crs.epsg()));
        m_xml.writeTextElement(QStringLiteral("authid"),
                               m_map.crs.epsg() != 0 ? QStringLiteral("EPSG:%1").arg(m_map.crs.epsg()) : QString());
        m_xml.writeTextElement(QStringLiteral("description"), m_map.crs.name());
        m_xml.writeTextElement(QStringLiteral("geographicflag"),
                               m_map.crs.isGeographic() ? QStringLiteral("true") : QStringLiteral("false"));
        m_xml.writeEndElement();
    }

    /// The list of layers, the topmost first.
    void writeTree()
    {
        m_xml.writeStartElement(QStringLiteral("layer-tree-group"));
        for (const std::size_t i : std::views::iota(std::size_t{0}, m_map.layers.size()) | std::views::reverse) {
            const QgisLayer &layer = m_map.layers[i];
            m_xml.writeEmptyElement(QStringLiteral("layer-tree-layer"));
            m_xml.writeAttribute(QStringLiteral("id"), idOf(i));
            m_xml.writeAttribute(QStringLiteral("name"), layer.look.schema.name.toString());
            m_xml.writeAttribute(QStringLiteral("checked"),
                                 layer.visible ? QStringLiteral("Qt::Checked") : QStringLiteral("Qt::Unchecked"));
            m_xml.writeAttribute(QStringLiteral("expanded"), QStringLiteral("0"));
            m_xml.writeAttribute(QStringLiteral("source"), sourceOf(layer));
            m_xml.writeAttribute(QStringLiteral("providerKey"), QStringLiteral("ogr"));
        }
        m_xml.writeEndElement();
    }

    void writeBox(const Box &box)
    {
        m_xml.writeStartElement(QStringLiteral("extent"));
        m_xml.writeTextElement(QStringLiteral("xmin"), QString::number(box.minX, 'f', 9));
        m_xml.writeTextElement(QStringLiteral("ymin"), QString::number(box.minY, 'f', 9));
        m_xml.writeTextElement(QStringLiteral("xmax"), QString::number(box.maxX, 'f', 9));
        m_xml.writeTextElement(QStringLiteral("ymax"), QString::number(box.maxY, 'f', 9));
        m_xml.writeEndElement();
    }

    void writeCanvas()
    {
        m_xml.writeStartElement(QStringLiteral("mapcanvas"));
        m_xml.writeAttribute(QStringLiteral("name"), QStringLiteral("theMapCanvas"));
        m_xml.writeTextElement(QStringLiteral("units"),
                               m_map.crs.isGeographic() ? QStringLiteral("degrees") : QStringLiteral("meters"));
        if (!m_map.extent.isEmpty()) {
            writeBox(m_map.extent);
        }
        m_xml.writeTextElement(QStringLiteral("rotation"), QStringLiteral("0"));
        m_xml.writeStartElement(QStringLiteral("destinationsrs"));
        writeCrs();
        m_xml.writeEndElement();
        m_xml.writeEndElement();
    }

    static QString geometryName(const QgisLayer &layer)
    {
        if (!layer.withPositions) {
            return QStringLiteral("No geometry");
        }
        switch (layer.look.schema.geometry) {
        case GeometryType::Line:
            return QStringLiteral("Line");
        case GeometryType::Polygon:
            return QStringLiteral("Polygon");
        default:
            return QStringLiteral("Point");
        }
    }

    void writeLayer(std::size_t index)
    {
        const QgisLayer &layer = m_map.layers[index];
        m_xml.writeStartElement(QStringLiteral("maplayer"));
        m_xml.writeAttribute(QStringLiteral("type"), QStringLiteral("vector"));
        m_xml.writeAttribute(QStringLiteral("geometry"), geometryName(layer));
        writeScaleRange(m_xml, layer.look.style);
        m_xml.writeTextElement(QStringLiteral("id"), idOf(index));
        m_xml.writeTextElement(QStringLiteral("datasource"), sourceOf(layer));
        m_xml.writeTextElement(QStringLiteral("layername"), layer.look.schema.name.toString());
        m_xml.writeStartElement(QStringLiteral("srs"));
        writeCrs();
        m_xml.writeEndElement();
        if (!layer.extent.isEmpty()) {
            writeBox(layer.extent);
        }
        m_xml.writeStartElement(QStringLiteral("provider"));
        m_xml.writeAttribute(QStringLiteral("encoding"), QStringLiteral("UTF-8"));
        m_xml.writeCharacters(QStringLiteral("ogr"));
        m_xml.writeEndElement();
        writeLook(m_xml, layer.look);
        m_xml.writeEndElement();
    }

    void writeOrder()
    {
        m_xml.writeStartElement(QStringLiteral("layerorder"));
        for (const std::size_t i : std::views::iota(std::size_t{0}, m_map.layers.size()) | std::views::reverse) {
            m_xml.writeEmptyElement(QStringLiteral("layer"));
            m_xml.writeAttribute(QStringLiteral("id"), idOf(i));
        }
        m_xml.writeEndElement();
    }

    void writeProperty(const char *group, const char *name, const char *type, const char *value)
    {
        m_xml.writeStartElement(QString::fromLatin1(group));
        m_xml.writeStartElement(QString::fromLatin1(name));
        m_xml.writeAttribute(QStringLiteral("type"), QString::fromLatin1(type));
        m_xml.writeCharacters(QString::fromLatin1(value));
        m_xml.writeEndElement();
        m_xml.writeEndElement();
    }

    void writeProperties()
    {
        m_xml.writeStartElement(QStringLiteral("properties"));
        writeProperty("Paths", "Absolute", "bool", "false");
        writeProperty("SpatialRefSys", "ProjectionsEnabled", "int", "1"); // else the map's system is not read
        m_xml.writeEndElement();
    }

    QXmlStreamWriter &m_xml;
    const QgisMap &m_map;
};

} // namespace

QByteArray toQgisProject(const QgisMap &map)
{
    QByteArray bytes;
    QXmlStreamWriter xml(&bytes);
    xml.setAutoFormatting(true);
    xml.setAutoFormattingIndent(1);
    ProjectWriter(xml, map).write();
    return bytes;
}

Result<void> writeQgisProject(const QgisMap &map, const QString &file)
{
    return writeWhole(file, toQgisProject(map));
}

} // namespace cuntu
