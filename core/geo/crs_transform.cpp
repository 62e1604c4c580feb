// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"
#include "core/geo/crs.h"
#include "core/geo/proj_handle.h"
#include "core/geo/shift.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <ranges>
#include <string_view>
#include <vector>

namespace cuntu {

namespace {

PjPtr projCrs(const ProjContext &context, const Crs &crs)
{
    // A code finds more ways between two systems than the same system spelt out, hence before the WKT.
    const QString text = crs.epsg() != 0 ? QStringLiteral("EPSG:%1").arg(crs.epsg()) : crs.wkt();
    return PjPtr(proj_create(context.get(), text.toUtf8().constData()));
}

// CGCS2000 to WGS 84 is one: PROJ knows only a shift of nothing between them.
bool changesNothing(PJ *transform)
{
    const PJ_PROJ_INFO info = proj_pj_info(transform);
    return info.definition && std::string_view(info.definition).starts_with("proj=noop");
}

// The steps from one to the other; a null one where PROJ knows no way.
//
// A system with a datum shift of its own (TOWGS84, from the user or the file) says how to reach WGS 84 and nothing
// else. PROJ leaves that shift out on the way to any other datum, also to CGCS2000, hence the stop at WGS 84.
std::vector<PjPtr> stepsBetween(const ProjContext &context, const PJ *source, const PJ *target)
{
    std::vector<PjPtr> result;
    if (proj_get_type(source) == PJ_TYPE_BOUND_CRS || proj_get_type(target) == PJ_TYPE_BOUND_CRS) {
        const PjPtr wgs84(proj_create(context.get(), "EPSG:4326"));
        result.push_back(projTransformation(context, source, wgs84.get()));
        result.push_back(projTransformation(context, wgs84.get(), target));
    } else {
        result.push_back(projTransformation(context, source, target));
    }
    return result;
}

// The same step with PROJ's quicker series for transverse Mercator where that is as good: within 3 degrees of the
// meridian the two differ by less than 0.01 mm, farther off PROJ itself takes the exact one ('+algo=auto'; see its page
// on tmerc).
PjPtr quickened(const ProjContext &context, PjPtr step)
{
    const PJ_PROJ_INFO info = proj_pj_info(step.get());
    QString definition = QString::fromUtf8(info.definition ? info.definition : "");
    const QString exact = QStringLiteral("proj=tmerc ");
    if (!definition.contains(exact) || definition.contains(QStringLiteral("algo=")) ||
        definition.contains(QStringLiteral("approx"))) {
        return step;
    }
    definition.replace(exact, QStringLiteral("proj=tmerc algo=auto "));
    PjPtr quick(proj_create(context.get(), definition.toUtf8().constData()));
    return quick ? std::move(quick) : std::move(step);
}

void unshift(Crs::Shift shift, std::span<Point> points)
{
    if (shift == Crs::Shift::None) {
        return;
    }
    for (Point &point : points) {
        point = gcj02ToWgs84(shift == Crs::Shift::Bd09 ? bd09ToGcj02(point) : point);
    }
}

void shift(Crs::Shift shift, std::span<Point> points)
{
    if (shift == Crs::Shift::None) {
        return;
    }
    for (Point &point : points) {
        const Point gcj = wgs84ToGcj02(point);
        point = shift == Crs::Shift::Bd09 ? gcj02ToBd09(gcj) : gcj;
    }
}

void runStep(PJ *step, PJ_DIRECTION direction, std::span<Point> points)
{
    if (points.empty()) {
        return;
    }
    constexpr std::size_t stride = sizeof(Point);
    proj_trans_generic(step, direction, &points[0].x, stride, points.size(), &points[0].y, stride, points.size(),
                       nullptr, 0, 0, nullptr, 0, 0);
}

std::size_t markImpossible(std::span<Point> points)
{
    constexpr double nan = std::numeric_limits<double>::quiet_NaN();
    std::size_t count = 0;
    for (Point &point : points) {
        if (!std::isfinite(point.x) || !std::isfinite(point.y)) {
            point = {nan, nan};
            ++count;
        }
    }
    return count;
}

} // namespace

struct CrsTransform::Private {
    ProjContext context;      // before the steps, which must be freed first
    std::vector<PjPtr> steps; // none: PROJ has nothing to do
    Crs::Shift from = Crs::Shift::None;
    Crs::Shift to = Crs::Shift::None;
    bool ballpark = false;

    /// False when there is no way.
    bool findSteps(const Crs &source, const Crs &target);
};

bool CrsTransform::Private::findSteps(const Crs &source, const Crs &target)
{
    const PjPtr sourceCrs = projCrs(context, source);
    const PjPtr targetCrs = projCrs(context, target);
    if (!sourceCrs || !targetCrs) {
        return false;
    }
    steps = stepsBetween(context, sourceCrs.get(), targetCrs.get());
    if (std::ranges::any_of(steps, [](const PjPtr &step) { return !step; })) {
        return false;
    }
    std::erase_if(steps, [](const PjPtr &step) { return changesNothing(step.get()); });
    for (PjPtr &step : steps) {
        step = quickened(context, std::move(step));
    }
    ballpark = (source.isBallparkDatum() || target.isBallparkDatum()) &&
               !haveSameDatum(context, sourceCrs.get(), targetCrs.get());
    return true;
}

CrsTransform::CrsTransform(std::unique_ptr<Private> data) : d(std::move(data)) {}

CrsTransform::CrsTransform(CrsTransform &&) noexcept = default;
CrsTransform &CrsTransform::operator=(CrsTransform &&) noexcept = default;
CrsTransform::~CrsTransform() = default;

Result<CrsTransform> CrsTransform::create(const Crs &from, const Crs &to)
{
    auto data = std::make_unique<Private>();
    if (from.isValid() && from == to) {
        return CrsTransform(std::move(data));
    }
    if (!from.isValid() || !to.isValid() || !data->findSteps(from, to)) {
        return Error{ErrorCode::UnknownCrs,
                     Core::tr("there is no known way from '%1' to '%2'").arg(from.id(), to.id()),
                     {},
                     Core::tr("Check the coordinate system of the data, or give its EPSG code."),
                     {},
                     data->context.messages()};
    }
    data->from = from.shift();
    data->to = to.shift();
    return CrsTransform(std::move(data));
}

bool CrsTransform::isIdentity() const
{
    return d->steps.empty() && d->from == Crs::Shift::None && d->to == Crs::Shift::None;
}

std::size_t CrsTransform::apply(std::span<Point> points) const
{
    unshift(d->from, points);
    for (const PjPtr &step : d->steps) {
        runStep(step.get(), PJ_FWD, points);
    }
    shift(d->to, points);
    return markImpossible(points);
}

std::size_t CrsTransform::applyInverse(std::span<Point> points) const
{
    unshift(d->to, points);
    for (const PjPtr &step : d->steps | std::views::reverse) {
        runStep(step.get(), PJ_INV, points);
    }
    shift(d->from, points);
    return markImpossible(points);
}

bool CrsTransform::isBallpark() const
{
    return d->ballpark;
}

} // namespace cuntu
