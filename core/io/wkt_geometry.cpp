// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/wkt_geometry.h"

#include "core/base/text.h"
#include "core/io/utf8.h"
#include "core/io/vsi_file.h"

#include <ogr_geometry.h>

#include <array>
#include <cmath>

namespace cuntu {

namespace {

/// Collects the parts of one geometry, of one kind.
class Parts {
public:
    explicit Parts(bool swapAxes) : m_swap(swapAxes) {}
    GeometryOutcome take();
    void add(const OGRGeometry &source);

private:
    void addPoint(const OGRPoint &point);
    void addLine(const OGRLineString &line);
    void addPolygon(const OGRPolygon &polygon);
    bool isOf(GeometryType type);
    Point ordered(double x, double y) const { return m_swap ? Point{y, x} : Point{x, y}; }
    bool addPositions(const OGRSimpleCurve &curve);

    bool m_swap;
    Geometry m_geometry;
    std::vector<Point> m_part;
    bool m_isMixed = false; ///< parts of a lower kind were left out
    QString m_problem;
};

bool Parts::isOf(GeometryType type)
{
    if (m_geometry.type == type || m_geometry.type == GeometryType::None) {
        m_geometry.type = type;
        return true;
    }
    m_isMixed = true;
    if (m_geometry.type > type) {
        return false;
    }
    m_geometry = {}; // areas say more than lines, and lines more than points
    m_geometry.type = type;
    return true;
}

bool Parts::addPositions(const OGRSimpleCurve &curve)
{
    m_part.clear();
    const int count = curve.getNumPoints();
    for (int i = 0; i < count; ++i) {
        m_part.push_back(ordered(curve.getX(i), curve.getY(i)));
        if (!std::isfinite(m_part.back().x) || !std::isfinite(m_part.back().y)) {
            m_problem = Core::tr("the geometry has coordinates that are no numbers");
            return false;
        }
    }
    return true;
}

void Parts::addPoint(const OGRPoint &point)
{
    const Point position = ordered(point.getX(), point.getY());
    if (!std::isfinite(position.x) || !std::isfinite(position.y)) {
        m_problem = Core::tr("the geometry has coordinates that are no numbers");
    } else if (isOf(GeometryType::Point)) {
        m_geometry.addPart(std::span(&position, 1));
    }
}

void Parts::addLine(const OGRLineString &line)
{
    if (isOf(GeometryType::Line) && addPositions(line)) {
        m_geometry.addPart(m_part);
    }
}

void Parts::addPolygon(const OGRPolygon &polygon)
{
    if (!isOf(GeometryType::Polygon)) {
        return;
    }
    bool hole = false;
    for (const OGRLinearRing *ring : polygon) {
        if (!ring->IsEmpty() && addPositions(*ring)) {
            if (!(m_part.front() == m_part.back())) {
                m_part.push_back(m_part.front());
            }
            m_geometry.addPart(m_part, hole);
        }
        hole = true;
    }
}

void Parts::add(const OGRGeometry &source)
{
    if (source.IsEmpty() || !m_problem.isEmpty()) {
        return;
    }
    switch (wkbFlatten(source.getGeometryType())) {
    case wkbPoint:
        addPoint(*source.toPoint());
        break;
    case wkbLineString:
        addLine(*source.toLineString());
        break;
    case wkbPolygon:
    case wkbTriangle:
        addPolygon(*source.toPolygon());
        break;
    case wkbMultiPoint:
    case wkbMultiLineString:
    case wkbMultiPolygon:
    case wkbGeometryCollection:
        for (const OGRGeometry *part : *source.toGeometryCollection()) {
            add(*part);
        }
        break;
    case wkbPolyhedralSurface:
    case wkbTIN:
        for (const OGRPolygon *part : *source.toPolyhedralSurface()) {
            add(*part);
        }
        break;
    default:
        m_problem = Core::tr("the geometry is of a kind that is not known here: %1")
                        .arg(QString::fromUtf8(source.getGeometryName()));
    }
}

GeometryOutcome Parts::take()
{
    if (!m_problem.isEmpty()) {
        return {{}, m_problem};
    }
    if (m_isMixed) {
        return {std::move(m_geometry),
                Core::tr("the geometry has parts of different kinds (points, lines, areas together)")};
    }
    return {m_geometry.isEmpty() ? Geometry{} : std::move(m_geometry), {}};
}

std::unique_ptr<OGRGeometry> polygonsToOgr(const Geometry &geometry, bool multi)
{
    auto all = std::make_unique<OGRMultiPolygon>();
    std::unique_ptr<OGRPolygon> current;
    for (std::size_t i = 0; i < geometry.partCount(); ++i) {
        const bool hole = i < geometry.holes.size() && geometry.holes[i];
        if (!hole && current) {
            all->addGeometryDirectly(current.release());
        }
        if (!current) {
            current = std::make_unique<OGRPolygon>();
        }
        auto ring = std::make_unique<OGRLinearRing>();
        for (const Point &p : geometry.part(i)) {
            ring->addPoint(p.x, p.y);
        }
        current->addRingDirectly(ring.release());
    }
    if (current && !multi && all->IsEmpty()) {
        return current;
    }
    if (current) {
        all->addGeometryDirectly(current.release());
    }
    return all;
}

template <class Collection, class Single, class Fill>
std::unique_ptr<OGRGeometry> partsToOgr(const Geometry &geometry, bool multi, Fill fill)
{
    auto all = std::make_unique<Collection>();
    for (std::size_t i = 0; i < geometry.partCount(); ++i) {
        auto single = std::make_unique<Single>();
        fill(*single, geometry.part(i));
        if (geometry.partCount() == 1 && !multi) {
            return single;
        }
        all->addGeometryDirectly(single.release());
    }
    return all;
}

} // namespace

GeometryOutcome fromOgr(const OGRGeometry *source, bool swapAxes)
{
    if (!source || source->IsEmpty()) {
        return {};
    }
    Parts parts(swapAxes);
    if (source->hasCurveGeometry()) {
        const std::unique_ptr<OGRGeometry> lines(source->getLinearGeometry());
        if (lines) {
            parts.add(*lines);
        }
    } else {
        parts.add(*source);
    }
    return parts.take();
}

bool looksLikeWkt(std::string_view text)
{
    static constexpr std::array<const char *, 8> words{"POINT",      "LINESTRING",    "POLYGON",   "MULTI",
                                                       "GEOMETRYCO", "CIRCULARSTRIN", "COMPOUNDC", "CURVEP"};
    if (const auto semicolon = text.find(';'); text.starts_with("SRID=") && semicolon != std::string_view::npos) {
        text = trimmed(text.substr(semicolon + 1));
    }
    return std::any_of(words.begin(), words.end(), [&](const char *word) {
        const std::string_view w(word);
        return text.size() > w.size() && qstrnicmp(text.data(), word, w.size()) == 0;
    });
}

GeometryOutcome fromWkt(const std::string &text)
{
    const char *wkt = text.c_str();
    if (const auto semicolon = text.find(';'); text.starts_with("SRID=") && semicolon != std::string::npos) {
        wkt += semicolon + 1;
    }
    OGRGeometry *parsed = nullptr;
    const OGRErr error = OGRGeometryFactory::createFromWkt(wkt, nullptr, &parsed);
    const std::unique_ptr<OGRGeometry> geometry(parsed);
    if (error != OGRERR_NONE || !geometry) {
        return {
            {},
            Core::tr("the geometry is not well-known text: %1").arg(toQString(std::string_view(text).substr(0, 40)))};
    }
    return fromOgr(geometry.get());
}

std::unique_ptr<OGRGeometry> toOgr(const Geometry &geometry, bool multi)
{
    switch (geometry.isEmpty() ? GeometryType::None : geometry.type) {
    case GeometryType::Point:
        return partsToOgr<OGRMultiPoint, OGRPoint>(geometry, multi, [](OGRPoint &point, std::span<const Point> part) {
            point.setX(part[0].x);
            point.setY(part[0].y);
        });
    case GeometryType::Line:
        return partsToOgr<OGRMultiLineString, OGRLineString>(geometry, multi,
                                                             [](OGRLineString &line, std::span<const Point> part) {
                                                                 for (const Point &p : part) {
                                                                     line.addPoint(p.x, p.y);
                                                                 }
                                                             });
    case GeometryType::Polygon:
        return polygonsToOgr(geometry, multi);
    case GeometryType::None:
    case GeometryType::Any:
        break;
    }
    return nullptr;
}

} // namespace cuntu
