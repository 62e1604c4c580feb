// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"
#include "core/io/export_target.h"

namespace cuntu {

namespace {

constexpr qint64 k_mostRows = 1'048'575; // of a sheet, after its header
constexpr std::size_t k_longestCell = 32'767;

OGRFieldType ogrTypeOf(const LayerSchema &schema, qsizetype column, const QString &heading)
{
    const auto at = static_cast<std::size_t>(column);
    if (at < schema.fields.size() && schema.fields[at].personal == Personal::No) {
        const FieldType type = schema.fields[at].type;
        return type == FieldType::Integer ? OFTInteger64 : type == FieldType::Real ? OFTReal : OFTString;
    }
    const bool position = at >= schema.fields.size() && schema.geometry == GeometryType::Point &&
                          (heading == Text{QStringLiteral("经度"), QStringLiteral("Longitude")}.toString() ||
                           heading == Text{QStringLiteral("纬度"), QStringLiteral("Latitude")}.toString());
    return position ? OFTReal : OFTString;
}

/// The sheet with its headings; null, with an error in @p target, where it cannot be made.
OGRLayer *makeSheet(ExportTarget &target, const LayerSchema &schema, const QStringList &headings)
{
    const QString name = schema.name.toString().isEmpty() ? schema.id : schema.name.toString();
    constexpr qsizetype longestSheetName = 31;
    OGRLayer *layer =
        target.dataset().CreateLayer(name.left(longestSheetName).toUtf8().constData(), nullptr, wkbNone, nullptr);
    for (qsizetype i = 0; layer && i < headings.size(); ++i) {
        OGRFieldDefn field(headings[i].toUtf8().constData(), ogrTypeOf(schema, i, headings[i]));
        if (layer->CreateField(&field) != OGRERR_NONE) {
            return nullptr;
        }
    }
    return layer;
}

bool writeRow(OGRLayer &layer, const std::vector<Value> &values)
{
    const OGRFeatureUniquePtr feature(OGRFeature::CreateFeature(layer.GetLayerDefn()));
    for (std::size_t i = 0; i < values.size(); ++i) {
        const int index = static_cast<int>(i);
        if (const auto *whole = std::get_if<std::int64_t>(&values[i])) {
            feature->SetField(index, static_cast<GIntBig>(*whole));
        } else if (const auto *real = std::get_if<double>(&values[i])) {
            feature->SetField(index, *real);
        } else if (const auto *text = std::get_if<std::string>(&values[i]); text && text->size() <= k_longestCell) {
            feature->SetField(index, text->c_str());
        }
    }
    return layer.CreateFeature(feature.get()) == OGRERR_NONE;
}

} // namespace

Result<qint64> exportXlsx(const ExportRequest &request, const FeatureSource &features, const JobContext &job)
{
    const auto columns = TableColumns::create(request);
    if (!columns) {
        return columns.error();
    }
    auto target = ExportTarget::create(request.file, "XLSX", {});
    if (!target) {
        return target.error();
    }
    OGRLayer *layer = makeSheet(**target, request.schema, columns->headings());
    if (!layer) {
        return (*target)->failed(Core::tr("the sheet could not be made"));
    }
    qint64 count = 0;
    FeatureRow row;
    for (;;) {
        const auto more = features(row);
        if (!more) {
            return more.error();
        }
        if (!*more) {
            break;
        }
        if (++count > k_mostRows) {
            return Error{ErrorCode::OutOfRange,
                         Core::tr("a sheet holds at most %1 rows").arg(k_mostRows),
                         {request.file, {}, 0, {}, {}, {}},
                         Core::tr("Export as .csv or .gpkg instead."),
                         {},
                         {}};
        }
        if (!writeRow(*layer, columns->valuesOf(row))) {
            return (*target)->failed(Core::tr("row %1 could not be written").arg(count));
        }
        if (count % 256 == 0 && job.isCancelled()) {
            return cancelledError();
        }
    }
    if (auto done = (*target)->commit(); !done) {
        return done.error();
    }
    return count;
}

} // namespace cuntu
