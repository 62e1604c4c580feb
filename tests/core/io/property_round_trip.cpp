// SPDX-License-Identifier: GPL-3.0-or-later
// What was imported and exported comes back as it was: positions to a millimetre, attributes exactly.
#include "io_support.h"

#include "core/io/export.h"
#include "tests/support/rounds.h"

#include <cmath>
#include <random>

namespace cuntu {
namespace {

using namespace test;

constexpr double k_millimetre = 0.001;

/// A format and what it can hold.
struct Format {
    const char *ending;
    const char *encoding = "";
    bool attributes = true;
    bool multi = true;    ///< several points in one feature
    bool anyText = true;  ///< characters beyond GBK
    bool isTable = false; ///< text is guarded against formulas, and white space at the ends goes
};

QString nameOf(const Format &format)
{
    const QString encoding = QString::fromLatin1(format.encoding).remove(QLatin1Char('-'));
    return encoding.isEmpty() ? QString::fromLatin1(format.ending)
                              : QStringLiteral("%1_%2").arg(QString::fromLatin1(format.ending), encoding);
}

class Maker {
public:
    explicit Maker(unsigned seed) : m_random(seed) {}

    int below(int count) { return std::uniform_int_distribution<int>(0, count - 1)(m_random); }
    double real(double from, double to) { return std::uniform_real_distribution<double>(from, to)(m_random); }
    bool chance(int oneIn) { return below(oneIn) == 0; }

    Point position() { return {39'500'000 + real(0, 80'000), 3'100'000 + real(0, 80'000)}; }

    Geometry geometry(GeometryType type, bool several)
    {
        Geometry made;
        made.type = type;
        const int parts = several ? 1 + below(3) : 1;
        for (int part = 0; part < parts; ++part) {
            addPart(made, position());
        }
        return made;
    }

    Value text(const Format &format)
    {
        static const QStringList usual{QStringLiteral("甲村"),     QStringLiteral("至"),    QStringLiteral("a,b"),
                                       QStringLiteral("\"引号\""), QStringLiteral("第2组"), QStringLiteral("O'Brien"),
                                       QStringLiteral("<&>"),      QStringLiteral("x;y|z"), QStringLiteral("㈠")};
        static const QStringList rare{QStringLiteral("𠮷野"), QStringLiteral("é"), QStringLiteral("Ж")};
        QString made = QStringLiteral("名");
        for (int i = below(12); i > 0; --i) {
            made += format.anyText && chance(4) ? rare[below(3)] : usual[below(static_cast<int>(usual.size()))];
        }
        return made.toStdString();
    }

private:
    void addPart(Geometry &made, Point at)
    {
        if (made.type == GeometryType::Point) {
            made.addPart(std::vector<Point>{at});
            return;
        }
        if (made.type == GeometryType::Line) {
            std::vector<Point> line;
            for (int i = 2 + below(20); i > 0; --i) {
                line.push_back(at);
                at = {at.x + real(1, 90), at.y + real(-90, 90)};
            }
            made.addPart(line);
            return;
        }
        // Far apart, so that several polygons do not overlap.
        const Point centre{39'500'000 + 2'000.0 * static_cast<double>(made.partCount()) + real(0, 300), at.y};
        made.addPart(ring(centre, real(200, 400), false));
        if (chance(2)) {
            made.addPart(ring(centre, real(20, 90), true), true);
        }
    }
    std::vector<Point> ring(Point centre, double radius, bool clockwise)
    {
        std::vector<Point> points;
        const int corners = 3 + below(20);
        for (int i = 0; i < corners; ++i) {
            const double angle = (clockwise ? -1 : 1) * 2 * M_PI * i / corners;
            points.push_back({centre.x + radius * std::cos(angle), centre.y + radius * std::sin(angle)});
        }
        points.push_back(points.front());
        return points;
    }

    std::mt19937 m_random;
};

LayerSchema schemaOf(GeometryType type)
{
    LayerSchema schema;
    schema.id = QStringLiteral("things");
    schema.name = {QStringLiteral("事物"), QStringLiteral("Things")};
    schema.geometry = type;
    const auto add = [&](const char *id, const char16_t *zh, const char *en, FieldType kind) {
        Field field;
        field.id = QString::fromLatin1(id);
        field.name = {QString::fromUtf16(zh), QString::fromLatin1(en)};
        field.type = kind;
        schema.fields.push_back(field);
    };
    add("label", u"标签", "Label", FieldType::Text);
    add("long_text_one", u"长文一", "Long text one", FieldType::Text); // cut alike in a shapefile
    add("long_text_two", u"长文二", "Long text two", FieldType::Text);
    add("whole", u"整数", "Whole", FieldType::Integer);
    add("share", u"实数", "Share", FieldType::Real);
    add("yes", u"是否", "Yes", FieldType::Boolean);
    add("day", u"日期", "Day", FieldType::Date);
    add("kind", u"种类", "Kind", FieldType::Choice);
    schema.fields.back().choices = {
        {QStringLiteral("ONE"), {QStringLiteral("第一种"), QStringLiteral("first kind")}, {}},
        {QStringLiteral("TWO"), {QStringLiteral("第二种"), QStringLiteral("second kind")}, {}}};
    add("number", u"序号", "Number", FieldType::Integer);
    return schema;
}

FeatureRow rowOf(Maker &make, GeometryType type, const Format &format, int number)
{
    FeatureRow row;
    row.geometry = make.geometry(type, format.multi || type != GeometryType::Point);
    // A MapInfo table has no empty numbers.
    const bool hasNulls = QByteArray(format.ending) != "tab";
    const auto maybe = [&](Value value) { return hasNulls && make.chance(6) ? Value() : value; };
    row.values = {make.text(format),
                  maybe(make.text(format)),
                  maybe(make.text(format)),
                  maybe(std::int64_t{make.below(2'000'000'000)} - 1'000'000'000),
                  maybe(std::round(make.real(-1e6, 1e6) * 1e6) / 1e6),
                  maybe(std::int64_t{make.below(2)}),
                  maybe(Day::fromNumber(make.below(18'000)).toIso().toStdString()),
                  maybe(std::string(make.chance(2) ? "ONE" : "TWO")),
                  std::int64_t{number}};
    return row;
}

using Ring = std::vector<Point>;

std::vector<Ring> ringsOf(const Geometry &geometry)
{
    std::vector<Ring> rings;
    for (std::size_t i = 0; i < geometry.partCount(); ++i) {
        Ring ring(geometry.part(i).begin(), geometry.part(i).end());
        if (geometry.type == GeometryType::Polygon) {
            ring.pop_back();
        }
        rings.push_back(std::move(ring));
    }
    return rings;
}

/// The largest distance between points that belong together; infinite for rings of other lengths. Rings of polygons may
/// begin elsewhere and run otherwise.
double apart_m(const Ring &a, const Ring &b, bool isRing)
{
    double best = std::numeric_limits<double>::infinity();
    if (a.size() != b.size()) {
        return best;
    }
    const std::size_t n = a.size();
    for (std::size_t shift = 0; shift < (isRing ? n : 1); ++shift) {
        for (const bool backward : {false, true}) {
            double largest = 0;
            for (std::size_t i = 0; i < n; ++i) {
                const Point &other = b[((backward ? n - i : i) + shift) % n];
                largest = std::max(largest, std::hypot(a[i].x - other.x, a[i].y - other.y));
            }
            if (isRing || !backward) {
                best = std::min(best, largest);
            }
        }
    }
    return best;
}

/// The largest distance between positions that belong together; infinite where the shapes differ.
double distance_m(const Geometry &a, const Geometry &b)
{
    const auto first = ringsOf(a);
    const auto second = ringsOf(b);
    double largest = first.size() == second.size() ? 0 : std::numeric_limits<double>::infinity();
    for (const Ring &ring : first) { // parts may come in another order
        double nearest = std::numeric_limits<double>::infinity();
        for (const Ring &other : second) {
            nearest = std::min(nearest, apart_m(ring, other, a.type == GeometryType::Polygon));
        }
        largest = std::max(largest, nearest);
    }
    return largest;
}

/// In the order of their numbers: FlatGeobuf sorts by position.
std::vector<FeatureRow> byNumber(std::vector<FeatureRow> rows)
{
    std::stable_sort(rows.begin(), rows.end(),
                     [](const FeatureRow &a, const FeatureRow &b) { return a.values.back() < b.values.back(); });
    return rows;
}

Taken readAgain(const QString &file, const LayerSchema &schema, bool hasCrs)
{
    Import import;
    import.options.file = file;
    import.schema = schema;
    import.projectCrs = *Crs::fromEpsg(4527);
    if (file.endsWith(QLatin1String(".shp"))) { // as the export's notes say
        import.options.fieldMap = {{ QStringLiteral("long_text_two"), QStringLiteral("long_tex_1") }};
    }
    if (!hasCrs) {
        import.options.sourceCrs = import.projectCrs;
    }
    return take(import);
}

Result<ExportReport> writeAll(const QString &file, const LayerSchema &schema, const std::vector<FeatureRow> &rows,
                              const Format &format)
{
    ExportRequest request{file, schema, *Crs::fromEpsg(4527), false};
    request.encoding = QString::fromLatin1(format.encoding);
    return exportFeatures(request,
                          [&rows, next = std::size_t{0}](FeatureRow &row) mutable -> Result<bool> {
                              if (next == rows.size()) {
                                  return false;
                              }
                              row = rows[next++];
                              return true;
                          },
                          {});
}

class RoundTrip : public testing::TestWithParam<Format> {};

void expectSame(const LayerSchema &schema, const std::vector<FeatureRow> &before, const std::vector<FeatureRow> &after,
                bool attributes, double most_m)
{
    ASSERT_EQ(after.size(), before.size());
    for (std::size_t i = 0; i < before.size(); ++i) {
        EXPECT_LT(distance_m(before[i].geometry, after[i].geometry), most_m) << "row " << i;
        for (std::size_t f = 0; attributes && f < schema.fields.size(); ++f) {
            const QByteArray id = schema.fields[f].id.toLatin1();
            EXPECT_EQ(textOf(schema, after[i], id.constData()).toStdString(),
                      textOf(schema, before[i], id.constData()).toStdString())
                << "row " << i << ' ' << id.constData();
        }
    }
}

TEST_P(RoundTrip, IsLossless)
{
    const Format format = GetParam();
    for (unsigned seed = 1; seed <= static_cast<unsigned>(rounds(6)); ++seed) {
        SCOPED_TRACE(testing::Message() << "seed " << seed);
        Maker make(seed);
        for (const GeometryType type : {GeometryType::Point, GeometryType::Line, GeometryType::Polygon}) {
            SCOPED_TRACE(toString(type).toStdString());
            const LayerSchema schema = schemaOf(type);
            Format own = format;
            own.multi = format.multi && format.attributes && !(format.isTable && type == GeometryType::Point);
            std::vector<FeatureRow> rows;
            for (int i = 0; i < 25; ++i) {
                rows.push_back(rowOf(make, type, own, i));
                if (!format.attributes) {
                    rows.back().geometry = make.geometry(type, false); // its parts are features of their own
                }
            }
            const QTemporaryDir folder;
            const QString once = folder.filePath(QStringLiteral("一次.") + QString::fromLatin1(format.ending));
            const QString twice = folder.filePath(QStringLiteral("两次.") + QString::fromLatin1(format.ending));
            auto written = writeAll(once, schema, rows, format);
            ASSERT_TRUE(written) << written.error().toText().toStdString();
            const Taken first = readAgain(once, schema, format.attributes);
            ASSERT_FALSE(first.error) << first.errorText();
            ASSERT_TRUE(first.findings.empty()) << first.findings.front().reason.toStdString();
            const std::vector<FeatureRow> back = format.attributes ? byNumber(first.rows) : first.rows;
            expectSame(schema, rows, back, format.attributes, k_millimetre);
            written = writeAll(twice, schema, back, format);
            ASSERT_TRUE(written) << written.error().toText().toStdString();
            const Taken second = readAgain(twice, schema, format.attributes);
            expectSame(schema, back, format.attributes ? byNumber(second.rows) : second.rows, format.attributes,
                       k_millimetre);
            if (HasFailure()) {
                return;
            }
        }
    }
}

INSTANTIATE_TEST_SUITE_P(
    All, RoundTrip,
    testing::Values(Format{"gpkg"}, Format{"shp", "UTF-8", true, false}, Format{"shp", "GBK", true, false, false},
                    Format{"geojson"}, Format{"fgb"}, Format{"gml"}, Format{"kml"},
                    Format{"csv", "", true, true, true, true}, Format{"csv", "GBK", true, true, false, true},
                    Format{"xlsx", "", true, true, true, true}, Format{"ods", "", true, true, true, true},
                    Format{"tab", "", true, false, false}, Format{"dxf", "", false}, Format{"sqlite"}),
    [](const auto &tested) { return nameOf(tested.param).toStdString(); });

TEST(RoundTripCheck, SeesWhatIsLost)
{
    Maker make(1);
    const Geometry one = make.geometry(GeometryType::Polygon, true);
    Geometry other = one;
    EXPECT_EQ(distance_m(one, other), 0);
    other.points[1].x += 0.002;
    EXPECT_GT(distance_m(one, other), k_millimetre);
}

} // namespace
} // namespace cuntu
