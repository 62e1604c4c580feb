// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/geo/crs.h"

#include "core/base/text.h"
#include "core/geo/proj_handle.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <cmath>

namespace cuntu {

namespace {

constexpr int k_epsgCgcs2000 = 4490;
constexpr int k_epsgWgs84 = 4326;

Error unknownCrs(const QString &text, const ProjContext &context)
{
    return {
        ErrorCode::UnknownCrs,
        Core::tr("'%1' is not a coordinate system that PROJ knows").arg(text.left(80)),
        {},
        Core::tr("Give an EPSG code such as EPSG:4527 or 4490, 'gcj02', 'bd09', 'wgs84', or the text of a .prj file."),
        {},
        context.messages()};
}

QString nameOf(const PJ *object)
{
    return QString::fromUtf8(proj_get_name(object));
}

PjPtr crsOfCode(const ProjContext &context, const QByteArray &code)
{
    return PjPtr(proj_create_from_database(context.get(), "EPSG", code.constData(), PJ_CATEGORY_CRS, 0, nullptr));
}

// The one with exactly this name or alias. PROJ by itself would also take names that merely resemble it.
PjPtr crsNamed(const ProjContext &context, const QString &name)
{
    constexpr std::array types{PJ_TYPE_GEOGRAPHIC_2D_CRS, PJ_TYPE_PROJECTED_CRS};
    const std::unique_ptr<PJ_OBJ_LIST, decltype(&proj_list_destroy)> found(
        proj_create_from_name(context.get(), nullptr, name.toUtf8().constData(), types.data(), types.size(), 0, 1,
                              nullptr),
        &proj_list_destroy);
    return PjPtr(found && proj_list_get_count(found.get()) > 0 ? proj_list_get(context.get(), found.get(), 0)
                                                               : nullptr);
}

PjPtr parsed(const ProjContext &context, const QString &text)
{
    static const QRegularExpression projText(QStringLiteral("^(\\+|proj=)"));
    if (text.contains(projText) && !text.contains(QLatin1String("proj=pipeline"))) {
        const bool isCrs = text.contains(QLatin1String("type=crs"));
        PjPtr crs(proj_create(context.get(), (isCrs ? text : text + QLatin1String(" +type=crs")).toUtf8().constData()));
        if (crs && nameOf(crs.get()) == QLatin1String("unknown")) {
            crs.reset(proj_alter_name(context.get(), crs.get(), text.toUtf8().constData()));
        }
        return crs;
    }
    if (text.contains(QLatin1Char('[')) || text.startsWith(QLatin1String("urn:"), Qt::CaseInsensitive)) {
        return PjPtr(proj_create(context.get(), text.toUtf8().constData()));
    }
    return crsNamed(context, text);
}

// Some programs write TOWGS84[0,0,0,0,0,0,0] for 'not known'. Taken at its word it would hide that the shift is
// inexact.
bool hasOnlyNullShift(const ProjContext &context, const PJ *bound)
{
    const PjPtr shift(proj_crs_get_coordoperation(context.get(), bound));
    std::array<double, 7> values{};
    return shift &&
           proj_coordoperation_get_towgs84_values(context.get(), shift.get(), values.data(), values.size(), 0) &&
           std::ranges::all_of(values, [](double value) { return value == 0; });
}

PjPtr withoutBound(const ProjContext &context, const PJ *crs)
{
    return PjPtr(proj_get_type(crs) == PJ_TYPE_BOUND_CRS ? proj_get_source_crs(context.get(), crs)
                                                         : proj_clone(context.get(), crs));
}

bool isGeographicType(PJ_TYPE type)
{
    return type == PJ_TYPE_GEOGRAPHIC_2D_CRS || type == PJ_TYPE_GEOGRAPHIC_3D_CRS;
}

// What is left on the map: no heights, no datum shift that shifts nothing. Null for what is no horizontal CRS.
PjPtr horizontal(const ProjContext &context, PjPtr crs)
{
    if (crs && proj_get_type(crs.get()) == PJ_TYPE_COMPOUND_CRS) {
        crs.reset(proj_crs_get_sub_crs(context.get(), crs.get(), 0));
    }
    if (crs && proj_get_type(crs.get()) == PJ_TYPE_BOUND_CRS && hasOnlyNullShift(context, crs.get())) {
        crs = withoutBound(context, crs.get());
    }
    if (crs && proj_get_type(crs.get()) == PJ_TYPE_GEOGRAPHIC_3D_CRS) {
        crs.reset(proj_crs_demote_to_2D(context.get(), nullptr, crs.get()));
    }
    if (!crs) {
        return nullptr;
    }
    const PJ_TYPE type = proj_get_type(withoutBound(context, crs.get()).get());
    return isGeographicType(type) || type == PJ_TYPE_PROJECTED_CRS ? std::move(crs) : nullptr;
}

// True when the numbers of @p found, in the middle of where it is used, are the same in @p given.
// The order of the axes plays no part, because everything here is easting, northing.
bool haveSameNumbers(const ProjContext &context, const PJ *found, const PJ *given)
{
    double west = 0;
    double south = 0;
    double east = 0;
    double north = 0;
    if (!proj_get_area_of_use(context.get(), found, &west, &south, &east, &north, nullptr)) {
        return false;
    }
    const PjPtr base(proj_crs_get_geodetic_crs(context.get(), found));
    const PjPtr toFound = base ? projTransformation(context, base.get(), found) : nullptr;
    const PjPtr toGiven = projTransformation(context, found, given);
    if (!toFound || !toGiven) {
        return false;
    }
    const PJ_COORD place = proj_coord(west + (east - west) * 0.6, south + (north - south) * 0.6, 0, 0);
    const PJ_COORD there = proj_trans(toFound.get(), PJ_FWD, place);
    const PJ_COORD here = proj_trans(toGiven.get(), PJ_FWD, there);
    const double tolerance = isGeographicType(proj_get_type(found)) ? 1e-9 : 1e-4;
    return std::abs(there.xy.x - here.xy.x) < tolerance && std::abs(there.xy.y - here.xy.y) < tolerance;
}

QString datumName(const ProjContext &context, const PJ *crs)
{
    const PjPtr base(proj_crs_get_geodetic_crs(context.get(), crs));
    const PjPtr datum(base ? proj_crs_get_datum_forced(context.get(), base.get()) : nullptr);
    return datum ? nameOf(datum.get()) : QString();
}

// EPSG's code for @p crs, by its own id or found among EPSG's by name and content; 0 where there is none that agrees.
int findEpsg(const ProjContext &context, const PJ *crs)
{
    if (datumName(context, crs).startsWith(QLatin1String("unknown"), Qt::CaseInsensitive)) {
        return 0; // EPSG has none without a datum, and the search through all of an ellipsoid takes 0.1 s
    }
    int *confidences = nullptr;
    const std::unique_ptr<PJ_OBJ_LIST, decltype(&proj_list_destroy)> found(
        proj_identify(context.get(), crs, "EPSG", nullptr, &confidences), &proj_list_destroy);
    const std::unique_ptr<int, decltype(&proj_int_list_destroy)> owner(confidences, &proj_int_list_destroy);
    const int count = found ? proj_list_get_count(found.get()) : 0;
    for (int i = 0; i < count && confidences[i] >= 70; ++i) { // below 70 PROJ does not hold them for equivalent
        const PjPtr listed(proj_list_get(context.get(), found.get(), i));
        const QByteArray code(proj_get_id_code(listed.get(), 0));
        const PjPtr candidate =
            crsOfCode(context, code); // what is listed may be the given one, without its area of use
        if (candidate && haveSameDatum(context, candidate.get(), crs) &&
            haveSameNumbers(context, candidate.get(), crs)) {
            return code.toInt();
        }
    }
    return 0;
}

// Beijing 1954, Xian 1980 and New Beijing by the name of their datum; or, where a file calls its datum
// 'D_Krasovsky_1940' or nothing at all, by the ellipsoid of theirs.
bool hasBallparkDatum(const ProjContext &context, const PJ *crs, int epsg)
{
    if (proj_get_type(crs) == PJ_TYPE_BOUND_CRS) {
        return false; // it brings its own shift
    }
    const QString name = datumName(context, crs);
    for (const char *known : {"Beijing 1954", "Xian 1980", "New Beijing"}) {
        if (name.compare(QLatin1String(known), Qt::CaseInsensitive) == 0) {
            return true;
        }
    }
    const PjPtr ellipsoid(proj_get_ellipsoid(context.get(), crs));
    double semiMajor_m = 0;
    const bool nameless = epsg == 0 || name.startsWith(QLatin1String("Not specified"));
    return nameless && ellipsoid &&
           proj_ellipsoid_get_parameters(context.get(), ellipsoid.get(), &semiMajor_m, nullptr, nullptr, nullptr) &&
           (semiMajor_m == 6378245 || semiMajor_m == 6378140); // Krassowsky 1940, IAU 1975
}

QString wktOf(const ProjContext &context, const PJ *crs)
{
    constexpr std::array<const char *, 2> options{"MULTILINE=NO", nullptr};
    return QString::fromUtf8(proj_as_wkt(context.get(), crs, PJ_WKT2_2019, options.data()));
}

QString proj4Of(const ProjContext &context, const PJ *crs)
{
    QString text = QString::fromUtf8(proj_as_proj_string(context.get(), crs, PJ_PROJ_4, nullptr));
    return text.remove(QLatin1String("+type=crs")).simplified(); // SpatiaLite's table wants it without
}

// "GCJ-02", "gcj_02" and "gcj 02" are the same to a person.
QString plainWord(const QString &text)
{
    static const QRegularExpression separators(QStringLiteral("[\\s_-]+"));
    return normalised(text).toLower().remove(separators);
}

} // namespace

void Box::add(Point point)
{
    if (std::isnan(point.x) || std::isnan(point.y)) {
        return;
    }
    add(Box{point.x, point.y, point.x, point.y});
}

void Box::add(const Box &other)
{
    if (other.isEmpty()) {
        return;
    }
    *this = isEmpty() ? other
                      : Box{std::min(minX, other.minX), std::min(minY, other.minY), std::max(maxX, other.maxX),
                            std::max(maxY, other.maxY)};
}

Result<Crs> Crs::fromPj(const ProjContext &context, const PJ *crs, int epsg)
{
    Crs result;
    result.m_wkt = wktOf(context, crs);
    result.m_name = nameOf(crs);
    result.m_proj4 = proj4Of(context, crs);
    result.m_epsg = epsg;
    result.m_geographic = isGeographicType(proj_get_type(withoutBound(context, crs).get()));
    result.m_ballpark = hasBallparkDatum(context, crs, epsg);
    if (result.m_wkt.isEmpty()) {
        return unknownCrs(result.m_name, context);
    }
    return result;
}

Result<Crs> Crs::fromEpsg(int code)
{
    const ProjContext context;
    const PjPtr crs = horizontal(context, crsOfCode(context, QByteArray::number(code)));
    if (!crs) {
        return unknownCrs(QStringLiteral("EPSG:%1").arg(code), context);
    }
    return fromPj(context, crs.get(), code);
}

Result<Crs> Crs::fromUser(const QString &text)
{
    static const QRegularExpression epsgCode(QStringLiteral("^(?:epsg:{0,2})?(\\d{4,6})$"));
    const QString word = plainWord(text);
    if (const auto match = epsgCode.match(word); match.hasMatch()) {
        return fromEpsg(match.captured(1).toInt());
    }
    if (word == QLatin1String("gcj02") || word == QLatin1String("bd09")) {
        return word == QLatin1String("gcj02") ? gcj02() : bd09();
    }
    if (word == QLatin1String("wgs84") || word == QLatin1String("cgcs2000")) {
        return fromEpsg(word == QLatin1String("wgs84") ? k_epsgWgs84 : k_epsgCgcs2000);
    }
    const ProjContext context;
    const PjPtr crs = horizontal(context, parsed(context, text.trimmed()));
    if (!crs) {
        return unknownCrs(text.trimmed(), context);
    }
    const int epsg = findEpsg(context, crs.get());
    return epsg != 0 ? fromEpsg(epsg) : fromPj(context, crs.get(), 0);
}

Crs Crs::gcj02()
{
    return shifted(Shift::Gcj02, QStringLiteral("GCJ-02"));
}

Crs Crs::bd09()
{
    return shifted(Shift::Bd09, QStringLiteral("BD-09"));
}

Crs Crs::shifted(Shift shift, const QString &name)
{
    const auto base = fromEpsg(k_epsgCgcs2000);
    Crs result = base ? *base : Crs(); // without PROJ's database there is no CRS at all
    result.m_shift = shift;
    result.m_name = name;
    result.m_epsg = 0;
    return result;
}

QString Crs::id() const
{
    switch (m_shift) {
    case Shift::Gcj02:
        return QStringLiteral("gcj02");
    case Shift::Bd09:
        return QStringLiteral("bd09");
    case Shift::None:
        break;
    }
    return m_epsg != 0 ? QStringLiteral("EPSG:%1").arg(m_epsg) : m_name;
}

} // namespace cuntu
