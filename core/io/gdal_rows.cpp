// SPDX-License-Identifier: GPL-3.0-or-later
// What GdalSource does with features: a first look at some of them, their columns, and reading.
#include "core/base/text.h"
#include "core/io/encoding.h"
#include "core/io/gdal_scan.h"
#include "core/io/kml_fields.h"
#include "core/io/number_text.h"
#include "core/io/utf8.h"
#include "core/io/wkt_geometry.h"

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
    case OFTInteger: return field.GetSubType() == OFSTBoolean ? FieldType::Boolean : FieldType::Integer;
    case OFTInteger64: return FieldType::Integer;
    case OFTReal: return FieldType::Real;
    case OFTDate: return FieldType::Date;
    default: return FieldType::Text;
    }
}

GeometryType typeOf(OGRwkbGeometryType type)
{
    switch (wkbFlatten(OGR_GT_GetLinear(type))) {
    case wkbPoint:
    case wkbMultiPoint: return GeometryType::Point;
    case wkbLineString:
    case wkbMultiLineString: return GeometryType::Line;
    case wkbPolygon:
    case wkbMultiPolygon:
    case wkbTriangle:
    case wkbTIN:
    case wkbPolyhedralSurface: return GeometryType::Polygon;
    case wkbNone: return GeometryType::None;
    default: return GeometryType::Any;
    }
}

/// A character that was cut off with the end of a field that is full.
bool mayBeCut(const OGRFieldDefn &field, const char *text)
{
    return field.GetWidth() > 0 && qstrlen(text) + 2 >= static_cast<std::size_t>(field.GetWidth());
}

} // namespace

void GdalSource::rewind()
{
    m_current = 0;
    m_number = 0;
    if (m_isOsm) {
        m_dataset->ResetReading();
    }
    for (const LayerPlan &plan : m_layers) {
        plan.layer->ResetReading();
    }
}

OGRFeatureUniquePtr GdalSource::nextFeature()
{
    while (m_isOsm) { // its layers come out of one stream
        OGRLayer *layer = nullptr;
        OGRFeatureUniquePtr feature(m_dataset->GetNextFeature(&layer, nullptr, nullptr, nullptr));
        if (!feature || layer == m_layers.front().layer) {
            return feature;
        }
    }
    for (; m_current < m_layers.size(); ++m_current) {
        if (OGRFeatureUniquePtr feature{m_layers[m_current].layer->GetNextFeature()}) {
            return feature;
        }
    }
    return nullptr;
}

void GdalSource::lookAt(const OGRFeature &feature, Scan &scan) const
{
    constexpr qsizetype mostText = 1 << 20;
    for (int i = 0; i < feature.GetFieldCount(); ++i) {
        const OGRFieldDefn &field = *feature.GetFieldDefnRef(i);
        if (!feature.IsFieldSetAndNotNull(i)) {
            continue;
        }
        const QString name = QString::fromUtf8(field.GetNameRef());
        if (m_isKml) {
            scan.filled[name] = true;
        }
        if (field.GetType() != OFTString) {
            continue;
        }
        const char *text = feature.GetFieldAsString(i);
        const std::string_view view(text);
        if (!isAscii(view) && scan.text.size() < mostText && !mayBeCut(field, text)) {
            scan.text.append(text).append('\n');
            scan.allUtf8 = scan.allUtf8 && validUtf8Prefix(view) == view.size();
        }
        if (m_isKml && name.compare(QLatin1String("description"), Qt::CaseInsensitive) == 0) {
            for (const KmlField &found : kmlDescriptionFields(text)) {
                const bool known = std::find(scan.descriptionKeys.begin(), scan.descriptionKeys.end(), found.first) != scan.descriptionKeys.end();
                if (!known && scan.descriptionKeys.size() < k_mostKeys) {
                    scan.descriptionKeys.push_back(found.first);
                }
            }
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
    m_info.rowsExpected = ended ? count : m_isOsm ? -1 : static_cast<qint64>(m_layers.front().layer->GetFeatureCount(FALSE));
    if (!ended) {
        // Later features may be of another kind; what the layer declares is the safer answer.
        const GeometryType declared = typeOf(m_layers.front().layer->GetGeomType());
        scan.geometry = declared == GeometryType::None ? scan.geometry : declared;
    } else if (count == 0) {
        scan.geometry = typeOf(m_layers.front().layer->GetGeomType());
    }
    return {};
}

Result<void> GdalSource::makeColumns(const OpenRequest &request, const Scan &scan)
{
    std::vector<std::string> names; // as the driver gives them, per column
    const bool hasKeys = !scan.descriptionKeys.empty();
    for (LayerPlan &plan : m_layers) {
        const OGRFeatureDefn &definition = *plan.layer->GetLayerDefn();
        for (int i = 0; i < definition.GetFieldCount(); ++i) {
            const OGRFieldDefn &field = *definition.GetFieldDefn(i);
            auto heading = decoded(field.GetNameRef(), true);
            const QString name = heading ? toQString(*heading) : QString::fromLatin1(field.GetNameRef());
            const bool isDescription = m_isKml && name.compare(QLatin1String("description"), Qt::CaseInsensitive) == 0;
            plan.description = isDescription && hasKeys ? i : plan.description;
            const bool empty = m_isKml && !scan.filled.contains(name);
            if (field.GetType() == OFTBinary || (m_isKml && (isKmlDisplay(name) || (isKmlTime(name) && empty)))) {
                continue;
            }
            const auto known = std::find_if(m_info.columns.begin(), m_info.columns.end(),
                                            [&](const SourceColumn &c) { return m_layers.size() > 1 && c.heading == name; });
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
    for (const std::string &key : scan.descriptionKeys) {
        const QString heading = toQString(key);
        const bool known = std::any_of(m_info.columns.begin(), m_info.columns.end(), [&](const SourceColumn &c) { return c.heading == heading; });
        if (known) {
            continue;
        }
        m_info.columns.push_back({heading, {}, FieldType::Text});
        for (LayerPlan &plan : m_layers) {
            plan.origins.resize(m_info.columns.size());
            plan.origins.back().fromDescription = key;
        }
    }
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
        const bool position = field == QLatin1String("@x") || field == QLatin1String("@y") || field == QLatin1String("@wkt");
        m_info.columns[i].field = position ? QString() : field; // the geometry itself is the position
    }
    if (!request.schema) {
        giveColumnsIds(m_info.columns);
    }
    return {};
}

Result<std::string> GdalSource::decoded(const char *text, bool maybeCut) const
{
    const std::string_view view(text);
    if (!m_recode || isAscii(view)) {
        const std::size_t valid = validUtf8Prefix(view);
        if (valid < view.size()) {
            return Error{ErrorCode::BadEncoding, Core::tr("a character here is not %1").arg(m_info.encoding), {},
                         Core::tr("Name the right encoding with --encoding, for example --encoding GBK or --encoding GB18030."), {}, {}};
        }
        return std::string(view);
    }
    QByteArray bytes(text);
    auto converted = toUtf8(bytes, m_info.encoding);
    constexpr int longestCharacter = 4;
    for (int cut = 1; !converted && maybeCut && cut < longestCharacter && !bytes.isEmpty(); ++cut) {
        bytes.chop(1);
        converted = toUtf8(bytes, m_info.encoding);
    }
    return converted;
}

Result<std::string> GdalSource::cellOf(const OGRFeature &feature, int field) const
{
    if (field < 0 || !feature.IsFieldSetAndNotNull(field)) {
        return std::string();
    }
    const OGRFieldDefn &definition = *feature.GetFieldDefnRef(field);
    if (definition.GetType() == OFTReal) {
        return numberText(feature.GetFieldAsDouble(field));
    }
    if (definition.GetType() == OFTDate) {
        std::array<int, 7> t{};
        feature.GetFieldAsDateTime(field, &t[0], &t[1], &t[2], &t[3], &t[4], &t[5], &t[6]);
        const auto day = Day::fromYmd(t[0], t[1], t[2]);
        return day ? day->toIso().toStdString() : std::string();
    }
    const char *text = feature.GetFieldAsString(field);
    auto cell = decoded(text, m_isShapefile && mayBeCut(definition, text));
    if (cell) {
        *cell = std::string(trimmed(*cell));
    }
    return cell;
}

Result<void> GdalSource::fillCells(const OGRFeature &feature, SourceRow &row) const
{
    const LayerPlan &plan = m_layers[std::min(m_current, m_layers.size() - 1)];
    std::vector<KmlField> described;
    if (plan.description >= 0 && feature.IsFieldSetAndNotNull(plan.description)) {
        described = kmlDescriptionFields(feature.GetFieldAsString(plan.description));
    }
    row.cells.resize(plan.origins.size());
    for (std::size_t i = 0; i < plan.origins.size(); ++i) {
        const Origin &origin = plan.origins[i];
        row.cells[i].clear();
        if (!origin.fromDescription.empty()) {
            const auto found = std::find_if(described.begin(), described.end(), [&](const KmlField &f) { return f.first == origin.fromDescription; });
            if (found != described.end()) {
                row.cells[i] = std::string(trimmed(found->second));
            }
            continue;
        }
        auto cell = cellOf(feature, origin.field);
        if (!cell) {
            Error error = cell.error();
            error.where.row = m_number;
            error.where.column = m_info.columns[i].heading;
            return error;
        }
        row.cells[i] = std::move(*cell);
    }
    return {};
}

Result<bool> GdalSource::next(SourceRow &row)
{
    const GdalGuard guard(GdalGuard::For::Reading);
    const OGRFeatureUniquePtr feature = nextFeature();
    if (!feature) {
        if (guard.failed()) {
            Error error{ErrorCode::Unreadable, Core::tr("the file breaks off or is damaged after feature %1").arg(m_number), {},
                        Core::tr("See whether it was copied completely."), {}, guard.messages()};
            error.where.row = m_number;
            return error;
        }
        return false;
    }
    row.number = ++m_number;
    row.isTotal = false;
    if (auto filled = fillCells(*feature, row); !filled) {
        return filled.error();
    }
    GeometryOutcome geometry = fromOgr(feature->GetGeometryRef(), m_swapAxes);
    row.geometry = std::move(geometry.geometry);
    row.problem = std::move(geometry.problem);
    return true;
}

} // namespace cuntu
