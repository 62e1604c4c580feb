// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"
#include "core/io/file_layer.h"

#include <QFileInfo>

namespace cuntu {

namespace {

/// The format of @p request's file, where it can hold what is asked for.
Result<const ExportFormat *> formatFor(const ExportRequest &request)
{
    const ExportFormat *format = exportFormatOf(request.file);
    if (!format) {
        return Error{ErrorCode::Invalid,
                     Core::tr("files ending in '.%1' cannot be written").arg(QFileInfo(request.file).suffix()),
                     {},
                     Core::tr("Known endings: %1").arg(exportEndings().join(QLatin1Char(' '))),
                     {},
                     {}};
    }
    if (format->onlyGeometry && !exportsPositions(request)) {
        return Error{ErrorCode::Misused,
                     request.schema.positionPersonal
                         ? Core::tr("the positions of this layer are personal, and this format is nothing without them")
                         : Core::tr("this layer has no positions, and this format is nothing without them"),
                     {},
                     request.schema.positionPersonal
                         ? Core::tr("Export as .csv, .xlsx or .gpkg, or with --unmask, which is recorded.")
                         : Core::tr("Export as .csv, .xlsx or .gpkg."),
                     {},
                     {}};
    }
    if (auto fits = checkTarget(*format, request); !fits) {
        return fits.error();
    }
    return format;
}

Result<std::unique_ptr<ExportTarget>> targetFor(const ExportFormat &format, const ExportRequest &request)
{
    QStringList options = QString::fromLatin1(format.fileOptions).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    const QString shifted = request.targetCrs ? shiftText(*request.targetCrs) : QString();
    if (!shifted.isEmpty() && qstrcmp(format.ending, "kml") == 0) {
        options << QStringLiteral("DESCRIPTION=") + shifted;
    }
    auto target = ExportTarget::create(request.file, format.driver, options);
    if (target && (*target)->dataset().TestCapability(ODsCTransactions)) {
        (*target)->dataset().StartTransaction(); // else each row would be one
    }
    return target;
}

Result<ExportReport> writeAll(ExportTarget &target, const ExportFormat &format, const ExportLayer &layer,
                              const JobContext &job)
{
    FeatureRow row;
    auto more = layer.features(row);
    auto file = more ? FileLayer::create(target, layer.request, format, *more ? row.geometry : Geometry())
                     : Result<std::unique_ptr<FileLayer>>(more.error());
    if (!file) {
        return file.error();
    }
    ExportReport report;
    for (; more && *more; more = layer.features(row)) {
        if (auto written = (*file)->write(row); !written) {
            return written.error();
        }
        if (++report.features % 256 == 0 && job.isCancelled()) {
            return cancelledError();
        }
    }
    if (!more) {
        return more.error();
    }
    report.notes = (*file)->notes();
    return report;
}

Result<void> finish(ExportTarget &target)
{
    if (target.dataset().TestCapability(ODsCTransactions) && target.dataset().CommitTransaction() != OGRERR_NONE) {
        return target.failed(Core::tr("it could not be completed"));
    }
    return target.commit();
}

} // namespace

Result<ExportReport> exportGdal(const ExportRequest &request, const FeatureSource &features, const JobContext &job)
{
    auto format = formatFor(request);
    auto target = format ? targetFor(**format, request) : Result<std::unique_ptr<ExportTarget>>(format.error());
    if (!target) {
        return target.error();
    }
    auto report = writeAll(**target, **format, {request, features}, job);
    if (!report) {
        return report;
    }
    if (auto done = finish(**target); !done) {
        return done.error();
    }
    return report;
}

Result<std::vector<ExportReport>> exportLayers(const QString &file, const std::vector<ExportLayer> &layers,
                                               const JobContext &job)
{
    ExportRequest whole;
    whole.file = file;
    const ExportFormat *format = exportFormatOf(file);
    auto target = targetFor(*format, whole);
    if (!target) {
        return target.error();
    }
    std::vector<ExportReport> reports;
    for (const ExportLayer &layer : layers) {
        job.report(static_cast<double>(reports.size()) / static_cast<double>(layers.size()),
                   layer.request.schema.name.toString());
        auto report = writeAll(**target, *format, layer, job);
        if (!report) {
            return report.error().during(layer.request.schema.name.toString());
        }
        reports.push_back(std::move(*report));
    }
    if (auto done = finish(**target); !done) {
        return done.error();
    }
    return reports;
}

} // namespace cuntu
