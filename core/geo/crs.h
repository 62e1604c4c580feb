// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QString>

#include <memory>
#include <optional>
#include <span>

struct PJconsts; // PROJ's PJ

namespace cuntu {

class ProjContext;

/// A position, axis order easting, northing (or longitude, latitude), in the units of its CRS.
struct Point {
    double x = 0;
    double y = 0;
    bool operator==(const Point &) const = default;
};

/// A box; empty() until something was added.
struct CUNTU_CORE_EXPORT Box {
    double minX = 1;
    double minY = 1;
    double maxX = 0;
    double maxY = 0;

    bool isEmpty() const { return minX > maxX || minY > maxY; }
    double width() const { return isEmpty() ? 0 : maxX - minX; }
    double height() const { return isEmpty() ? 0 : maxY - minY; }
    Point centre() const { return {(minX + maxX) / 2, (minY + maxY) / 2}; }
    /// Makes it reach @p point; not-a-number adds nothing.
    void add(Point point);
    void add(const Box &other);
    bool contains(Point p) const { return p.x >= minX && p.x <= maxX && p.y >= minY && p.y <= maxY; }
    bool intersects(const Box &o) const
    {
        return !isEmpty() && !o.isEmpty() && minX <= o.maxX && o.minX <= maxX && minY <= o.maxY && o.minY <= maxY;
    }
    /// Larger by @p margin (units of the CRS) on each side. An empty box stays empty.
    Box grown(double margin) const
    {
        return isEmpty() ? *this : Box{minX - margin, minY - margin, maxX + margin, maxY + margin};
    }
    bool operator==(const Box &) const = default;
};

/// A coordinate reference system. A value: cheap to copy, immutable, any thread.
///
/// Two source-only systems have no EPSG code: GCJ-02 and BD-09, the shifted coordinates of Chinese web maps and phones.
/// They are longitude/latitude with a known distortion (DOMAIN D.2) and are named "gcj02" and "bd09".
class CUNTU_CORE_EXPORT Crs {
public:
    enum class Shift { None, Gcj02, Bd09 };

    Crs() = default;

    /// From what a user types: "EPSG:4527", "4527", "gcj02", "bd09", "wgs84", or WKT (OGC or ESRI), PROJ text.
    /// UnknownCrs, with advice, for anything PROJ does not know.
    static Result<Crs> fromUser(const QString &text);
    static Result<Crs> fromEpsg(int code);
    static Crs gcj02();
    static Crs bd09();

    bool isValid() const { return !m_wkt.isEmpty(); }
    /// EPSG code, also found from ESRI's names; 0 where there is none.
    int epsg() const { return m_epsg; }
    Shift shift() const { return m_shift; }
    bool isGeographic() const { return m_geographic; }
    /// "EPSG:4527", "gcj02", "bd09", or the WKT's name.
    QString id() const;
    /// The full name, e.g. "CGCS2000 / 3-degree Gauss-Kruger zone 39".
    QString name() const { return m_name; }
    /// WKT 2. For GCJ-02 and BD-09 that of EPSG:4490.
    QString wkt() const { return m_wkt; }
    /// PROJ text for SpatiaLite's table of systems; may be empty.
    QString proj4() const { return m_proj4; }
    /// True for Beijing 1954, Xian 1980 and New Beijing, which PROJ turns into CGCS2000 only within tens of metres
    /// (DOMAIN D.1), unless the text brought a datum shift of its own (TOWGS84, +towgs84=).
    bool isBallparkDatum() const { return m_ballpark; }

    bool operator==(const Crs &other) const { return m_wkt == other.m_wkt && m_shift == other.m_shift; }

private:
    static Result<Crs> fromPj(const ProjContext &context, const PJconsts *crs, int epsg);
    static Crs shifted(Shift shift, const QString &name);

    QString m_wkt;
    QString m_name;
    QString m_proj4;
    int m_epsg = 0;
    bool m_geographic = false;
    bool m_ballpark = false;
    Shift m_shift = Shift::None;
};

/// The CGCS2000 system that fits data around @p lonLat (DOMAIN D.1): the 3-degree Gauss-Kruger zone (zone-prefixed
/// form, EPSG:4513..4533) where the data are at most @p width_deg <= 3.5 degrees wide, else an Albers equal-area system
/// for @p width_deg, which has no EPSG code. Outside China (zones 25..45, latitude 0..60) the UTM zone of WGS 84.
/// Not valid for a position that is not finite.
CUNTU_CORE_EXPORT Crs fittingCrs(Point lonLat, double width_deg);

/// What the bare numbers of a file say about their CRS (DOMAIN D.1, 'auto-detection').
struct CrsGuess {
    Crs crs;
    QString reason;       ///< a sentence for the user
    bool swapped = false; ///< x and y stand in each other's place
};

/// The CRS that planar or geographic numbers in @p extent are likely to be in. Empty where it must be asked:
/// 6-digit eastings without a zone, numbers that fit nothing, and 13 to 15 million, where they are both a 6-degree zone
/// of the far west and Web Mercator of the east. Never Xian 1980 or Beijing 1954, which numbers cannot tell from
/// CGCS2000.
CUNTU_CORE_EXPORT std::optional<CrsGuess> guessCrs(const Box &extent);

/// Transforms coordinates from one system into another. Not thread-safe: one per job (it owns a PROJ context).
class CUNTU_CORE_EXPORT CrsTransform {
public:
    /// UnknownCrs when PROJ finds no way between the two.
    static Result<CrsTransform> create(const Crs &from, const Crs &to);
    CrsTransform(CrsTransform &&) noexcept;
    CrsTransform &operator=(CrsTransform &&) noexcept;
    ~CrsTransform();

    /// True where source and target have the same numbers, as CGCS2000 and WGS 84 do, and for want of
    /// a shift Beijing 1954 and CGCS2000 (then isBallpark() too): apply() moves nothing.
    bool isIdentity() const;
    /// Transforms in place. A point that has no image (outside the domain, not finite) becomes not-a-number;
    /// the number of those is returned. GCJ-02 and BD-09 are inverted to within 1e-9 degrees.
    std::size_t apply(std::span<Point> points) const;
    /// The inverse direction, in place.
    std::size_t applyInverse(std::span<Point> points) const;
    /// True when only an inexact datum shift is known between the two (see Crs::isBallparkDatum()).
    bool isBallpark() const;

private:
    struct Private;
    explicit CrsTransform(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

/// From @p crs, which is longitude and latitude, into the plane system in metres that fits @p points (fittingCrs());
/// where none of them is finite, it moves nothing. UnknownCrs.
CUNTU_CORE_EXPORT Result<CrsTransform> planeTransform(const Crs &crs, std::span<const Point> points);

} // namespace cuntu
