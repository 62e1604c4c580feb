// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/plugin/registry.h"
#include "core/schema/layer_schema.h"
#include "core/snapshot/condition.h"
#include "maps/export.h"

#include <QColor>
#include <QString>

#include <vector>

namespace cuntu {

/// Shapes of point symbols.
enum class MarkerShape {
    Circle,
    Square,
    Triangle,
    Diamond,
    Cross,
    Picture, ///< Symbol::picture
    Text     ///< Symbol::text
};

/// The longest picture that a symbol takes, in bytes.
inline constexpr qsizetype k_mostPicture = 256 * 1024;

/// How one feature is drawn. Sizes are in millimetres on paper or screen, whatever the resolution.
struct CUNTU_MAPS_EXPORT Symbol {
    QColor fill = QColor(120, 144, 156);
    QColor stroke = QColor(55, 71, 79);
    double strokeWidth_mm = 0.2;
    QColor casing;             ///< line casing below the stroke; invalid: none
    double casingWidth_mm = 0; ///< whole width of the casing
    MarkerShape shape = MarkerShape::Circle;
    double size_mm = 2.0;             ///< of markers
    Marking marking = Marking::Plain; ///< hatch of areas, dash of lines, hollow or crossed markers
    double turn_deg = 0;              ///< of markers, clockwise
    QByteArray picture;               ///< an SVG, drawn where the shape is Picture; `param(fill)`, `param(outline)` and
                                      ///< `param(outline-width)` in it stand for the symbol's, as in QGIS's
    QString text;                     ///< some letters or signs, drawn in `fill` where the shape is Text
    QString fontFamily;               ///< of `text`; empty: that of the map's labels
    bool operator==(const Symbol &) const = default;
};

/// One class of a categorised or graduated style, or one rule.
struct StyleClass {
    Symbol symbol;
    QString label;                     ///< in the legend; empty: made from value or bounds
    QString value;                     ///< categorised: the text of the value; empty: all others
    double from = 0;                   ///< graduated: inclusive
    double to = 0;                     ///< graduated: exclusive, inclusive in the last class
    std::vector<Condition> conditions; ///< rules: what a feature must fulfil; none: all that no rule before it took
    Match match = Match::All;          ///< rules
    double minScale = 0; ///< rules: where the scale's denominator is more than this the rule takes none; 0: always
    double maxScale = 0; ///< rules: the same where it is less than this
    bool operator==(const StyleClass &) const = default;
};

/// How the colours of a layer meet those below it: as ink over them, or channel by channel (W3C, Compositing and
/// Blending Level 1, clause 10).
enum class Blend { Over, Multiply, Screen, Overlay, Darken, Lighten };

/// Text beside features.
struct LabelStyle {
    enum class Vertical {
        Automatic, ///< Chinese text stands upright, one character below the other, along steep lines and in tall narrow
                   ///< areas
        Never
    };
    QString field;        ///< empty: no labels
    double size_mm = 3.0; ///< height of the em square
    QColor colour = Qt::black;
    QColor halo = Qt::white;
    double haloWidth_mm = 0.4;
    int priority = 0;    ///< higher is placed first
    double minScale = 0; ///< drawn only where the scale's denominator is at most this; 0: always
    bool leader = false; ///< where there is no room at a point or in an area: further out, with a thin line to it
    Vertical vertical = Vertical::Automatic;
    bool operator==(const LabelStyle &) const = default;
};

/// How a layer is drawn: symbols, by class or by rule, and labels. A value.
struct CUNTU_MAPS_EXPORT LayerStyle {
    enum class Kind {
        Single,
        Categorised,
        Graduated,
        Density, ///< how thick the features lie, as a picture; weighted by `field` where there is one
        Rules,   ///< each feature by the first of `classes` whose conditions it fulfils; none: not drawn
        Cluster  ///< points that lie together as one symbol with their number
    };
    Kind kind = Kind::Single;
    Symbol symbol;                   ///< single, and the base for new classes
    QString field;                   ///< categorised, graduated and density
    std::vector<StyleClass> classes; ///< categorised, graduated and rules
    /// Of points: the field whose value gives the area of markers, and the value at which they have the size of their
    /// symbol. Not more than nothing: not drawn.
    QString sizeField;
    double sizeFull = 1;
    QString turnField; ///< of points: the field that turns markers, degrees clockwise
    LabelStyle label;
    double radius_mm = 6;      ///< density: how far a feature reaches; cluster: how far apart points are drawn each
    bool fillGivesWay = false; ///< areas have no fill where rasters lie below the map, so that these are seen
    double minScale = 0;       ///< the layer is drawn only where the scale's denominator is at most this; 0: always
    double opacity = 1;        ///< 0..1
    Blend blend = Blend::Over; ///< in pictures; PDF and SVG know ink only

    /// JSON text as stored in the project; stable.
    QString toJson() const;
    /// Invalid, with what is wrong, for text that is not a style.
    static Result<LayerStyle> fromJson(const QString &json);
    /// True where features are told apart by `classes`.
    bool hasClasses() const { return kind == Kind::Categorised || kind == Kind::Graduated || kind == Kind::Rules; }
    /// True where `field` tells features apart, or weighs them.
    bool usesField() const { return kind == Kind::Categorised || kind == Kind::Graduated || kind == Kind::Density; }
    /// Fields that drawing needs.
    QStringList fields() const;
    bool operator==(const LayerStyle &) const = default;
};

/// A look for a layer for which nobody chose one: by geometry and by its place among @p index other layers, in colours
/// that colour-blind eyes tell apart.
CUNTU_MAPS_EXPORT LayerStyle defaultStyle(const LayerSchema &schema, int index);

/// How the classes of a graduated style are cut.
enum class Classification {
    EqualInterval,
    Quantile,
    NaturalBreaks, ///< least sum of squares within the classes, exactly: Fisher 1958
                   ///< (doi:10.1080/01621459.1958.10501479)
    RoundNumbers   ///< steps of 1, 2 or 5 times a power of ten: Heckbert, 'Nice numbers for graph labels' (1990)
};

/// Class bounds (count + 1 numbers, ascending) for @p values; not-a-number is left out. Fewer where values coincide,
/// about that many of round numbers; none: empty. O(n log n), of natural breaks O(count n log n).
CUNTU_MAPS_EXPORT std::vector<double> classBounds(std::vector<double> values, int count, Classification method);

} // namespace cuntu
