// SPDX-License-Identifier: GPL-3.0-or-later
// GdalSource's first look at features: what text, kinds of geometry and columns there are.
#include "core/io/gdal_scan.h"
#include "core/io/kml_fields.h"
#include "core/io/utf8.h"

#include <algorithm>
#include <array>

namespace cuntu {

namespace {

constexpr qint64 k_lookedAt = 5000; // features of which text, kind and coordinates are looked at beforehand
constexpr std::size_t k_mostKeys = 200;

/// KML's own fields for showing a place, which say nothing about it.
bool isKmlDisplay(const QString &name)
{
    static constexpr std::array<const char *, 8> names{"altitudeMode", "tessellate", "extrude", "visibility",
                                                       "drawOrder",    "icon",       "snippet", "kml_id"};
    return std::any_of(names.begin(), names.end(), [&](const char *n) { return name == QLatin1String(n); });
}

bool isKmlTime(const QString &name)
{
    return name == QLatin1String("timestamp") || name == QLatin1String("begin") || name == QLatin1String("end");
}

FieldType typeOf(const OGRFieldDefn &field)
{
    switch (field.GetType()) {
    case OFTInteger:
        return field.GetSubType() == OFSTBoolean ? FieldType::Boolean : FieldType::Integer;
    case OFTInteger64:
        return FieldType::Integer;
    case OFTReal:
        return FieldType::Real;
    case OFTDate:
        return FieldType::Date;
    default:
        return FieldType::Text;
    }
}

GeometryType typeOf(OGRwkbGeometryType type)
{
    switch (wkbFlatten(OGR_GT_GetLinear(type))) {
    case wkbPoint:
    case wkbMultiPoint:
        return GeometryType::Point;
    case wkbLineString:
    case wkbMultiLineString:
        return GeometryType::Line;
    case wkbPolygon:
    case wkbMultiPolygon:
    case wkbTriangle:
    case wkbTIN:
    case wkbPolyhedralSurface:
        return GeometryType::Polygon;
    case wkbNone:
        return GeometryType::None;
    default:
        return GeometryType::Any;
    }
}

bool isDescription(const char *name)
{
    return qstricmp(name, "description") == 0;
}

void addKeys(const std::vector<KmlField> &fields, std::vector<std::string> &keys)
{
    for (const KmlField &field : fields) {
        if (keys.size() < k_mostKeys && std::find(keys.begin(), keys.end(), field.first) == keys.end()) {
            keys.push_back(field.first);
        }
    }
}

} // namespace

bool gdalTextMayBeCut(const OGRFieldDefn &field, const char *text)
{
    return field.GetWidth() > 0 && qstrlen(text) + 2 >= static_cast<std::size_t>(field.GetWidth());
}

/// Keeps text that is not plain ASCII, from which the encoding is found.
void GdalSource::lookAtText(const OGRFieldDefn &field, const char *text, Scan &scan) const
{
    constexpr qsizetype mostText = 1 << 20;
    const std::string_view view(text);
    if (isAscii(view) || scan.text.size() >= mostText) {
        return;
    }
    if (!m_isShapefile || !gdalTextMayBeCut(field, text)) {
        scan.text.append(text).append('\n');
        scan.allUtf8 = scan.allUtf8 && validUtf8Prefix(view) == view.size();
    } else if (view.size() > static_cast<std::size_t>(scan.cutText.size())) {
        scan.cutText = text;
    }
}

void GdalSource::lookAt(const OGRFeature &feature, Scan &scan) const
{
    for (int i = 0; i < feature.GetFieldCount(); ++i) {
        const OGRFieldDefn &field = *feature.GetFieldDefnRef(i);
        if (!feature.IsFieldSetAndNotNull(i)) {
            continue;
        }
        if (m_isKml) {
            scan.filled[QString::fromUtf8(field.GetNameRef())] = true;
        }
        if (field.GetType() != OFTString) {
            continue;
        }
        const char *text = feature.GetFieldAsString(i);
        lookAtText(field, text, scan);
        if (m_isKml && isDescription(field.GetNameRef())) {
            addKeys(kmlDescriptionFields(text), scan.descriptionKeys);
        }
    }
    const OGRGeometry *geometry = feature.GetGeometryRef();
    if (!geometry || geometry->IsEmpty()) {
        return;
    }
    const GeometryType type = typeOf(geometry->getGeometryType());
    scan.geometry = scan.geometry == GeometryType::None || scan.geometry == type ? type : GeometryType::Any;
    OGREnvelope box;
    geometry->getEnvelope(&box);
    scan.sample.add({box.MinX, box.MinY});
    scan.sample.add({box.MaxX, box.MaxY});
}

Result<void> GdalSource::look(const OpenRequest &request, Scan &scan)
{
    rewind();
    qint64 count = 0;
    bool ended = false;
    while (m_isKml || count < k_lookedAt) { // the keys in the descriptions of a KML can begin anywhere
        const OGRFeatureUniquePtr feature = nextFeature();
        if (!feature) {
            ended = true;
            break;
        }
        lookAt(*feature, scan);
        if (++count % 256 == 0 && request.job.isCancelled()) {
            return cancelledError();
        }
    }
    m_info.rowsExpected = ended     ? count
                          : m_isOsm ? -1
                                    : static_cast<qint64>(m_layers.front().layer->GetFeatureCount(FALSE));
    if (!ended) {
        // Later features may be of another kind; what the layer declares is the safer answer.
        const GeometryType declared = typeOf(m_layers.front().layer->GetGeomType());
        scan.geometry = declared == GeometryType::None ? scan.geometry : declared;
    } else if (count == 0) {
        scan.geometry = typeOf(m_layers.front().layer->GetGeomType());
    }
    return {};
}

/// Columns of all layers that are read, those of the same name as one.
void GdalSource::addFieldColumns(LayerPlan &plan, const Scan &scan)
{
    const OGRFeatureDefn &definition = *plan.layer->GetLayerDefn();
    for (int i = 0; i < definition.GetFieldCount(); ++i) {
        const OGRFieldDefn &field = *definition.GetFieldDefn(i);
        const auto heading = decoded(field.GetNameRef(), true);
        const QString name = heading ? toQString(*heading) : QString::fromLatin1(field.GetNameRef());
        if (m_isKml && isDescription(field.GetNameRef()) && !scan.descriptionKeys.empty()) {
            plan.description = i;
        }
        const bool empty = m_isKml && !scan.filled.contains(name);
        if (field.GetType() == OFTBinary || (m_isKml && (isKmlDisplay(name) || (isKmlTime(name) && empty)))) {
            continue;
        }
        const auto known = std::find_if(m_info.columns.begin(), m_info.columns.end(), [&](const SourceColumn &c) {
            return m_layers.size() > 1 && c.heading == name;
        });
        const auto at = static_cast<std::size_t>(known - m_info.columns.begin());
        if (known == m_info.columns.end()) {
            m_info.columns.push_back({name, {}, typeOf(field)});
        } else if (known->type != typeOf(field)) {
            known->type = FieldType::Text;
        }
        plan.origins.resize(std::max(plan.origins.size(), at + 1));
        plan.origins[at].field = i;
    }
}

void GdalSource::addDescriptionColumns(const Scan &scan)
{
    for (const std::string &key : scan.descriptionKeys) {
        const QString heading = toQString(key);
        const auto known = std::find_if(m_info.columns.begin(), m_info.columns.end(),
                                        [&](const SourceColumn &c) { return c.heading == heading; });
        const auto at = static_cast<std::size_t>(known - m_info.columns.begin());
        if (known == m_info.columns.end()) {
            m_info.columns.push_back({heading, {}, FieldType::Text});
        } else {
            known->type = FieldType::Text;
        }
        for (LayerPlan &plan : m_layers) {
            plan.origins.resize(std::max(plan.origins.size(), at + 1));
            plan.origins[at].fromDescription = key;
        }
    }
}

Result<void> GdalSource::makeColumns(const OpenRequest &request, const Scan &scan)
{
    for (LayerPlan &plan : m_layers) {
        addFieldColumns(plan, scan);
    }
    addDescriptionColumns(scan);
    QStringList headings;
    for (const SourceColumn &column : m_info.columns) {
        headings << column.heading;
    }
    for (LayerPlan &plan : m_layers) {
        plan.origins.resize(m_info.columns.size());
    }
    const auto fields = FieldMatcher(request.schema).match(headings, request.options.fieldMap);
    if (!fields) {
        return fields.error();
    }
    for (std::size_t i = 0; i < m_info.columns.size(); ++i) {
        const QString &field = (*fields)[static_cast<qsizetype>(i)];
        const bool position =
            field == QLatin1String("@x") || field == QLatin1String("@y") || field == QLatin1String("@wkt");
        m_info.columns[i].field = position ? QString() : field; // the geometry itself is the position
    }
    if (!request.schema) {
        giveColumnsIds(m_info.columns);
    }
    return {};
}

} // namespace cuntu
