// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/progress/indicator.h"

#include <gtest/gtest.h>

#include "tests/support/fake_project.h"
#include "tests/support/rounds.h"

#include <chrono>
#include <random>

namespace cuntu {
namespace {

using test::FakeLayer;

const Day k_day = *Day::fromYmd(2019, 6, 30);

AreaCode code(const std::string &digits)
{
    return digits.empty() ? AreaCode() : *AreaCode::parse(QString::fromStdString(digits));
}

Area area(const std::string &digits, const char *name, std::optional<Day> from = {}, std::optional<Day> until = {})
{
    const AreaCode own = code(digits);
    return {own, QString::fromUtf8(name), own.level(), own.parent(), from, until};
}

/// One county, two townships, three villages.
AreaTree smallTree()
{
    return {{area("361126", "Yunxi"), area("361126001", "North"), area("361126002", "South"),
             area("361126001001", "Upper"), area("361126001002", "Lower"), area("361126002001", "Far")},
            {}};
}

Indicator lengthDone(Indicator::Kind kind = Indicator::Kind::Ratio)
{
    Indicator indicator;
    indicator.id = QStringLiteral("done_share");
    indicator.programme = QStringLiteral("works");
    indicator.kind = kind;
    indicator.unit = kind == Indicator::Kind::Ratio ? QStringLiteral("%") : QStringLiteral("km");
    return indicator;
}

/// Features by the code they name; each counts `done` of `all`.
class Works {
public:
    Works &in(const char *areaCode, double done, double all)
    {
        if (*areaCode == '\0') {
            m_layer.row({});
        } else {
            m_layer.row({{"village", areaCode}});
        }
        m_items.push_back({static_cast<std::uint32_t>(m_items.size()), done, all});
        return *this;
    }
    IndicatorSet set() const { return {m_layer.build(), m_items}; }

private:
    FakeLayer m_layer = FakeLayer("works").area("village");
    std::vector<Contribution> m_items;
};

struct Row {
    std::string code;
    double numerator;
    double denominator;
    bool operator==(const Row &) const = default;
};

void PrintTo(const Row &row, std::ostream *out)
{
    *out << '\'' << row.code << "' " << row.numerator << '/' << row.denominator;
}

std::vector<Row> rows(const std::vector<Figure> &figures)
{
    std::vector<Row> result;
    for (const Figure &figure : figures) {
        result.push_back({figure.area.toString().toStdString(), figure.numerator, figure.denominator});
    }
    return result;
}

std::vector<Row> rowsOf(const Works &works, const AreaTree &tree, AreaLevel level, const std::string &inside = {})
{
    return rows(figuresByArea(lengthDone(), works.set(), tree, level, k_day, code(inside)));
}

Works someWorks()
{
    return Works()
        .in("361126001001", 1, 2)
        .in("361126001001", 0, 3)
        .in("361126002001", 4, 4)
        .in("361126001", 1, 1)    // names its township only
        .in("361126001777", 2, 5) // a village nobody knows
        .in("", 0, 7)             // no code at all
        .in("upper", 1, 1);       // not a code
}

TEST(FiguresByArea, EveryVillageHasARowAndTheRestIsNotAssigned)
{
    const std::vector<Row> expected{
        {"361126001001", 1, 5}, {"361126001002", 0, 0}, {"361126002001", 4, 4}, {"", 4, 14}};
    EXPECT_EQ(rowsOf(someWorks(), smallTree(), AreaLevel::Village), expected);
}

TEST(FiguresByArea, TownshipsAreTheSumOfTheirVillagesAndTheCountyOfEverything)
{
    const std::vector<Row> townships{{"361126001", 2, 6}, {"361126002", 4, 4}, {"", 3, 13}};
    EXPECT_EQ(rowsOf(someWorks(), smallTree(), AreaLevel::Township), townships);
    const std::vector<Row> county{{"361126", 9, 23}};
    EXPECT_EQ(rowsOf(someWorks(), smallTree(), AreaLevel::County), county);
}

TEST(FiguresByArea, InsideAnAreaThereIsOnlyWhatLiesInIt)
{
    const std::vector<Row> villages{{"361126001001", 1, 5}, {"361126001002", 0, 0}, {"", 1, 1}};
    EXPECT_EQ(rowsOf(someWorks(), smallTree(), AreaLevel::Village, "361126001"), villages);
    const std::vector<Row> itself{{"361126001", 2, 6}};
    EXPECT_EQ(rowsOf(someWorks(), smallTree(), AreaLevel::Township, "361126001"), itself);
    EXPECT_EQ(rowsOf(someWorks(), smallTree(), AreaLevel::Village, "361126"),
              rowsOf(someWorks(), smallTree(), AreaLevel::Village));
    EXPECT_TRUE(rowsOf(someWorks(), smallTree(), AreaLevel::Village, "999999").empty());
}

TEST(FiguresByArea, SeveralCountiesTakeWhatTheirDigitsSay)
{
    const AreaTree tree({area("361126", "Yunxi"), area("361127", "Other"), area("361127001001", "There")}, {});
    const Works works = Works().in("361126001777", 1, 2).in("361127001001", 3, 4).in("", 5, 6);
    const std::vector<Row> expected{{"361126", 1, 2}, {"361127", 3, 4}, {"", 5, 6}};
    EXPECT_EQ(rowsOf(works, tree, AreaLevel::County), expected);
    const std::vector<Row> inside{{"361126", 1, 2}};
    EXPECT_EQ(rowsOf(works, tree, AreaLevel::County, "361126"), inside);
}

TEST(FiguresByArea, ATreeWithoutCountiesHasThoseOfItsDigits)
{
    const AreaTree tree({area("361126001001", "Upper"), area("361126001002", "Lower")}, {});
    const std::vector<Row> county{{"361126", 9, 23}};
    EXPECT_EQ(rowsOf(someWorks(), tree, AreaLevel::County), county);
    const std::vector<Row> empty{{"", 9, 23}};
    EXPECT_EQ(rowsOf(someWorks(), AreaTree(), AreaLevel::County), empty);
}

TEST(FiguresByArea, OldCodesAreCountedWhereTheGroundBelongsToday)
{
    const Day merged = *Day::fromYmd(2018, 1, 1);
    const Day before = merged.plusDays(-1);
    const AreaTree tree({area("361126", "Yunxi"), area("361126001", "North"), area("361126001001", "Upper", {}, before),
                         area("361126001002", "Lower")},
                        {{merged, AreaEvent::Kind::Merged, code("361126001001"), code("361126001002"), {}}});
    const Works works = Works().in("361126001001", 1, 2).in("361126001002", 3, 4);
    const std::vector<Row> today{{"361126001002", 4, 6}};
    EXPECT_EQ(rowsOf(works, tree, AreaLevel::Village), today);
    const std::vector<Row> then{{"361126001001", 1, 2}, {"361126001002", 3, 4}};
    EXPECT_EQ(rows(figuresByArea(lengthDone(), works.set(), tree, AreaLevel::Village, before, {})), then);
}

TEST(FiguresByArea, ValuesFollowTheKind)
{
    const auto figures = figuresByArea(lengthDone(), someWorks().set(), smallTree(), AreaLevel::Village, k_day, {});
    EXPECT_EQ(figures[0].value, 20);
    EXPECT_FALSE(figures[1].value) << "nothing to divide by";
    EXPECT_EQ(figures[0].areaName, QStringLiteral("Upper"));
    EXPECT_EQ(figures[0].programme, QStringLiteral("works"));
    EXPECT_EQ(figures[0].unit, QStringLiteral("%"));
    const auto sums =
        figuresByArea(lengthDone(Indicator::Kind::Sum), someWorks().set(), smallTree(), AreaLevel::Village, k_day, {});
    EXPECT_EQ(sums[0].value, 1);
    EXPECT_EQ(sums[1].value, 0);
}

TEST(FiguresByArea, ALayerWithoutItsAreaColumnIsABug)
{
    LayerSchema schema;
    schema.areaField = QStringLiteral("village");
    const auto layer =
        std::make_shared<const LayerSnapshot>(schema, Crs(), 1, freeze(std::vector<FeatureId>(1)),
                                              freeze(PackedGeometry()), std::map<QString, Immutable<Column>>());
    const IndicatorSet set{layer, {{0, 1, 1}}};
    EXPECT_THROW(figuresByArea(lengthDone(), set, smallTree(), AreaLevel::County, k_day, {}), std::logic_error);
    const IndicatorSet nothing{layer, {}};
    EXPECT_EQ(figuresByArea(lengthDone(), nothing, smallTree(), AreaLevel::County, k_day, {}).size(), 1U)
        << "a layer without a table has no columns, and no items";
}

/// Codes of a random tree: some areas are missing, some villages were merged into others.
struct RandomTree {
    AreaTree tree;
    std::vector<std::string> codes; ///< that features may name
};

RandomTree randomTree(std::mt19937 &random)
{
    const auto upTo = [&](int most) { return std::uniform_int_distribution<int>(0, most)(random); };
    RandomTree result;
    std::vector<Area> areas;
    std::vector<AreaEvent> events;
    std::vector<std::string> villages;
    for (int county = 1; county <= 1 + upTo(1); ++county) {
        const std::string countyCode = "36112" + std::to_string(county);
        areas.push_back(area(countyCode, "county"));
        for (int township = 1; township <= 1 + upTo(3); ++township) {
            const std::string townshipCode = countyCode + "00" + std::to_string(township);
            result.codes.push_back(townshipCode);
            if (upTo(7) != 0) {
                areas.push_back(area(townshipCode, "township"));
            }
            for (int village = 1; village <= upTo(4); ++village) {
                const std::string villageCode = townshipCode + "00" + std::to_string(village);
                result.codes.push_back(villageCode);
                if (upTo(5) == 0) {
                    continue;
                }
                const bool gone = !villages.empty() && upTo(4) == 0;
                areas.push_back(
                    area(villageCode, "village", {}, gone ? std::optional(k_day.plusDays(-10)) : std::nullopt));
                if (gone) {
                    const std::string &into =
                        villages[static_cast<std::size_t>(upTo(static_cast<int>(villages.size()) - 1))];
                    events.push_back({k_day.plusDays(-9), AreaEvent::Kind::Merged, code(villageCode), code(into), {}});
                } else {
                    villages.push_back(villageCode);
                }
            }
        }
    }
    for (const char *odd : {"", "?", "999999001001", "361121009009"}) {
        result.codes.push_back(odd);
    }
    result.tree = AreaTree(std::move(areas), std::move(events));
    return result;
}

TEST(FiguresByAreaProperty, LevelsAlwaysAddUp)
{
    const unsigned seed = std::random_device()();
    SCOPED_TRACE("seed " + std::to_string(seed));
    std::mt19937 random(seed);
    const auto upTo = [&](int most) { return std::uniform_int_distribution<int>(0, most)(random); };
    for (int round = 0; round < test::rounds(200); ++round) {
        const RandomTree region = randomTree(random);
        Works works;
        double done = 0;
        double all = 0;
        for (int i = upTo(60); i > 0; --i) {
            const double part = upTo(9);
            works.in(region.codes[static_cast<std::size_t>(upTo(static_cast<int>(region.codes.size()) - 1))].c_str(),
                     part, part + 1);
            done += part;
            all += part + 1;
        }
        for (const Day day : {k_day, k_day.plusDays(-20)}) {
            for (const AreaLevel level : {AreaLevel::County, AreaLevel::Township, AreaLevel::Village}) {
                double sum = 0;
                double whole = 0;
                for (const Figure &figure : figuresByArea(lengthDone(), works.set(), region.tree, level, day, {})) {
                    sum += figure.numerator;
                    whole += figure.denominator;
                }
                ASSERT_EQ(sum, done) << "round " << round << " on " << toString(level).toStdString();
                ASSERT_EQ(whole, all);
            }
            // Each area is the sum of what lies in it, the 'not assigned' included.
            for (const AreaLevel level : {AreaLevel::County, AreaLevel::Township}) {
                for (const Figure &parent : figuresByArea(lengthDone(), works.set(), region.tree, level, day, {})) {
                    if (parent.area.isEmpty()) {
                        continue;
                    }
                    double sum = 0;
                    for (const Figure &child :
                         figuresByArea(lengthDone(), works.set(), region.tree, AreaLevel::Village, day, parent.area)) {
                        sum += child.numerator;
                    }
                    ASSERT_EQ(sum, parent.numerator) << parent.area.toString().toStdString();
                }
            }
        }
    }
}

/// The area of @p level that a feature with @p text in its area field lies in, found the slow way: step by step up the
/// tree. Empty: in none.
AreaCode slowArea(const AreaTree &tree, Day day, const std::string &text, AreaLevel level)
{
    const auto parsed = AreaCode::parse(QString::fromStdString(text));
    const AreaCode start = parsed ? tree.codeOn(*parsed, day) : AreaCode();
    const Area *area = start.isEmpty() ? nullptr : tree.find(start, day);
    while (area != nullptr && area->level != level) {
        const AreaCode above = area->parent.isEmpty() ? area->code.parent() : area->parent;
        const Area *parent = above.isEmpty() ? nullptr : tree.find(tree.codeOn(above, day), day);
        area = parent != nullptr && parent->level < area->level ? parent : nullptr;
    }
    if (area != nullptr || level != AreaLevel::County) {
        return area != nullptr ? area->code : AreaCode();
    }
    const auto counties = tree.at(AreaLevel::County, day);
    if (counties.size() == 1) {
        return counties.front()->code;
    }
    const AreaCode digits = start.isEmpty() ? start : start.at(AreaLevel::County);
    const bool known =
        std::any_of(counties.begin(), counties.end(), [&](const Area *county) { return county->code == digits; });
    return known ? digits : AreaCode();
}

TEST(FiguresByAreaProperty, EqualsOneFeatureAfterTheOther)
{
    const unsigned seed = std::random_device()();
    SCOPED_TRACE("seed " + std::to_string(seed));
    std::mt19937 random(seed);
    const auto upTo = [&](int most) { return std::uniform_int_distribution<int>(0, most)(random); };
    for (int round = 0; round < test::rounds(200); ++round) {
        RandomTree region = randomTree(random);
        for (const char *odd : {"361121001000", "361121 001001", "361121001001.0", "361121000000", "36112",
                                "36112100100x", "３６１１２１００１００１"}) {
            region.codes.push_back(odd);
        }
        Works works;
        std::vector<std::pair<std::string, double>> parts;
        for (int i = upTo(60); i > 0; --i) {
            parts.emplace_back(region.codes[static_cast<std::size_t>(upTo(static_cast<int>(region.codes.size()) - 1))],
                               upTo(9));
            works.in(parts.back().first.c_str(), parts.back().second, 10);
        }
        for (const Day day : {k_day, k_day.plusDays(-20)}) {
            std::vector<AreaCode> insides{AreaCode()};
            for (const Area &each : region.tree.all()) {
                insides.push_back(each.code);
            }
            const AreaCode inside = insides[static_cast<std::size_t>(upTo(static_cast<int>(insides.size()) - 1))];
            const AreaCode within = inside.isEmpty() ? inside : region.tree.codeOn(inside, day);
            for (const AreaLevel level : {AreaLevel::County, AreaLevel::Township, AreaLevel::Village}) {
                for (const Figure &figure : figuresByArea(lengthDone(), works.set(), region.tree, level, day, inside)) {
                    double expected = 0;
                    for (const auto &[text, part] : parts) {
                        const bool asked =
                            inside.isEmpty() || slowArea(region.tree, day, text, within.level()) == within;
                        expected += asked && slowArea(region.tree, day, text, level) == figure.area ? part : 0;
                    }
                    ASSERT_EQ(figure.numerator, expected)
                        << "round " << round << ", area " << figure.area.toString().toStdString() << " inside "
                        << inside.toString().toStdString();
                }
            }
        }
    }
}

TEST(FiguresByArea, AMillionFeaturesAreSummedInAMoment)
{
    FakeLayer layer = FakeLayer("works").area("village");
    std::vector<Area> areas{area("361126", "county")};
    for (int village = 0; village < 2000; ++village) {
        const std::string digits = std::to_string(361126100100 + village % 100 + (village / 100) * 1000);
        areas.push_back(area(digits, "village"));
        layer.row({{"village", digits.c_str()}});
    }
    // A million rows by naming each of the 2,000 again: building that many cells is not what is measured.
    Column column(Column::Kind::Text);
    for (std::size_t row = 0; row < 1'000'000; ++row) {
        column.appendText(areas[1 + row * 7919 % 2000].code.toString().toStdString());
    }
    column.finish();
    LayerSchema schema = layer.build()->schema();
    std::vector<FeatureId> ids(1'000'000);
    const auto built = std::make_shared<const LayerSnapshot>(
        schema, Crs(), 1, freeze(std::move(ids)), freeze(PackedGeometry()),
        std::map<QString, Immutable<Column>>{{QStringLiteral("village"), freeze(std::move(column))}});
    IndicatorSet set{built, {}};
    for (std::uint32_t row = 0; row < 1'000'000; ++row) {
        set.items.push_back({row, row % 2 == 0 ? 1.0 : 0.0, 1.0});
    }
    const AreaTree tree(areas, {});
    const auto start = std::chrono::steady_clock::now();
    const auto figures = figuresByArea(lengthDone(), set, tree, AreaLevel::Village, k_day, {});
    const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - start;
    RecordProperty("milliseconds", std::to_string(took.count()));
    EXPECT_EQ(figures.size(), 2000U);
    EXPECT_LT(took.count(), 600) << "twenty times what a release takes";
}

} // namespace
} // namespace cuntu
