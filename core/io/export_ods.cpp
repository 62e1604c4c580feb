// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"
#include "core/io/export_target.h"

namespace cuntu {

namespace {

/// GDAL holds the whole sheet in memory, about 1.5 kB a row.
constexpr qint64 k_mostRows = 100'000;

/// The sheet with its headings; null, with an error in @p target, where it cannot be made.
OGRLayer *makeSheet(ExportTarget &target, const LayerSchema &schema, const TableColumns &columns)
{
    const QString name = schema.name.toString().isEmpty() ? schema.id : schema.name.toString();
    OGRLayer *layer = target.dataset().CreateLayer(name.toUtf8().constData(), nullptr, wkbNone, nullptr);
    for (qsizetype i = 0; layer && i < columns.headings().size(); ++i) {
        const bool isNumeric = columns.isNumeric(static_cast<std::size_t>(i));
        OGRFieldDefn field(columns.headings()[i].toUtf8().constData(), isNumeric ? OFTReal : OFTString);
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
        } else if (const auto *text = std::get_if<std::string>(&values[i])) {
            feature->SetField(index, text->c_str());
        }
    }
    return layer.CreateFeature(feature.get()) == OGRERR_NONE;
}

} // namespace

Result<ExportReport> exportOds(const ExportRequest &request, const FeatureSource &features, const JobContext &job)
{
    const auto columns = TableColumns::create(request);
    if (!columns) {
        return columns.error();
    }
    auto target = ExportTarget::create(request.file, "ODS", {});
    if (!target) {
        return target.error();
    }
    OGRLayer *layer = makeSheet(**target, request.schema, *columns);
    if (!layer) {
        return (*target)->failed(Core::tr("the sheet could not be made"));
    }
    ExportReport report;
    FeatureRow row;
    auto more = features(row);
    for (; more && *more; more = features(row)) {
        if (++report.features > k_mostRows) {
            return sheetIsFull(request.file, k_mostRows);
        }
        if (!writeRow(*layer, columns->valuesOf(row))) {
            return (*target)->failed(Core::tr("row %1 could not be written").arg(report.features));
        }
        if (report.features % 256 == 0 && job.isCancelled()) {
            return cancelledError();
        }
    }
    auto done = more ? (*target)->commit() : Result<void>(more.error());
    return done ? Result<ExportReport>(report) : Result<ExportReport>(done.error());
}

} // namespace cuntu
