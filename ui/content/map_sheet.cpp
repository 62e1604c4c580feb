// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/content/map_sheet.h"

#include "core/progress/figure_text.h"
#include "core/project/figures.h"

#include <QCoreApplication>

namespace cuntu {

namespace {

class Sheet {
    Q_DECLARE_TR_FUNCTIONS(cuntu::Sheet)
};

/// "Lamps lit: 78.00 % (670/859)": the main figure of the overlay's programme for the whole project.
Result<QString> mainFigure(const ProjectSnapshot &snapshot, const Registry &registry, const Overlay &overlay, Day asOf,
                           const JobContext &job)
{
    const Programme *programme = registry.findProgramme(overlay.programme);
    const Indicator *indicator = programme ? registry.findIndicator(programme->mainIndicator) : nullptr;
    if (!indicator) {
        return QString();
    }
    auto figures = computeFigures(snapshot, registry, {programme->id, indicator->id, asOf, AreaLevel::County, {}}, job);
    if (!figures) {
        return figures.error();
    }
    double numerator = 0;
    double denominator = 0;
    for (const Figure &figure : *figures) {
        numerator += figure.numerator;
        denominator += figure.denominator;
    }
    const auto value = valueOf(*indicator, numerator, denominator);
    if (!value) {
        return QString();
    }
    return Sheet::tr("%1: %2 (%3 of %4)")
        .arg(indicator->name.toString(), figureText(*value, indicator->unit), plainFigureText(numerator, {}),
             plainFigureText(denominator, {}));
}

} // namespace

Result<MapPage> mapSheet(const Project &project, const ProjectSnapshot &snapshot, const SheetRequest &request,
                         const JobContext &job)
{
    auto layers = renderLayers(project, snapshot, request.content, job);
    if (!layers) {
        return layers.error();
    }
    const Box extent = request.extent.isEmpty() ? contentExtent(*layers) : request.extent;
    if (extent.isEmpty()) {
        return Error{ErrorCode::NotFound,
                     Sheet::tr("there is nothing with a position to draw"),
                     {},
                     Sheet::tr("Import villages, settlements or another layer first."),
                     {},
                     {}};
    }
    MapPage page;
    page.request.crs = project.crs();
    page.request.layers = std::move(*layers);
    page.request.rasters = shownRasters(snapshot, project.path());
    constexpr double k_sheetWidth_mm =
        420; // as if on A3, the wall map of a bureau: symbols keep their proportion at any size
    page.request.extent = MapExtent::fitting(extent, request.size, request.size.width() / k_sheetWidth_mm);
    page.title = project.name();
    page.dateLine = Sheet::tr("As of %1 · revision %2").arg(request.content.asOf.toText()).arg(snapshot.revision());
    page.sourceLine = project.crs().name();
    page.mark = Sheet::tr("Internal use");
    if (const Overlay *overlay = project.registry().findOverlay(request.content.overlay)) {
        page.title = QStringLiteral("%1 · %2").arg(project.name(), overlay->name.toString());
        auto figure = mainFigure(snapshot, project.registry(), *overlay, request.content.asOf, job);
        if (!figure) {
            return figure.error();
        }
        page.subtitle = *figure;
    }
    return page;
}

} // namespace cuntu
