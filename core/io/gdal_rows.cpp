// SPDX-License-Identifier: GPL-3.0-or-later
// Features of GdalSource become rows.
#include "core/base/text.h"
#include "core/io/encoding.h"
#include "core/io/gdal_scan.h"
#include "core/io/kml_fields.h"
#include "core/io/number_text.h"
#include "core/io/track_parts.h"
#include "core/io/utf8.h"
#include "core/io/wkt_geometry.h"

#include <cpl_conv.h>

#include <algorithm>
#include <array>

namespace cuntu {

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

Result<std::string> GdalSource::decoded(const char *text, bool maybeCut) const
{
    const std::string_view view(text);
    if (!m_recode || isAscii(view)) {
        const std::size_t valid = validUtf8Prefix(view);
        if (valid < view.size()) {
            return Error{
                ErrorCode::BadEncoding,
                Core::tr("a character here is not %1").arg(m_info.encoding),
                {},
                Core::tr("Name the right encoding with --encoding, for example --encoding GBK or --encoding GB18030."),
                {},
                {}};
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
    auto cell = decoded(text, m_isShapefile && gdalTextMayBeCut(definition, text));
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
        auto cell = cellOf(feature, origin.field);
        if (!cell) {
            Error error = cell.error();
            error.where.row = m_number;
            error.where.column = m_info.columns[i].heading;
            return error;
        }
        row.cells[i] = std::move(*cell);
        if (row.cells[i].empty() && !origin.fromDescription.empty()) {
            const auto found = std::find_if(described.begin(), described.end(),
                                            [&](const KmlField &f) { return f.first == origin.fromDescription; });
            row.cells[i] = found == described.end() ? std::string() : std::string(trimmed(found->second));
        }
    }
    return {};
}

Result<bool> GdalSource::next(SourceRow &row)
{
    const GdalGuard guard(GdalGuard::For::Reading);
    // The KML driver asks for this while it reads, too; without it 宽度 becomes '______'.
    std::optional<CPLConfigOptionSetter> namesAsTheyAre;
    if (m_isKml) {
        namesAsTheyAre.emplace("LIBKML_LAUNDER_FIELD_NAMES", "NO", false);
    }
    const OGRFeatureUniquePtr feature = nextFeature();
    if (!feature) {
        if (guard.failed()) {
            Error error{ErrorCode::Unreadable,
                        Core::tr("the file breaks off or is damaged after feature %1").arg(m_number),
                        {},
                        Core::tr("See whether it was copied completely."),
                        {},
                        guard.messages()};
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
    const bool isTrack = m_info.driver == QLatin1String("GPX");
    row.geometry = isTrack ? cutAtGaps(geometry.geometry, k_trackGap_m) : std::move(geometry.geometry);
    row.problem = std::move(geometry.problem);
    return true;
}

} // namespace cuntu
