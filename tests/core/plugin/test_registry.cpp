// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry_builder.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace cuntu::test {
namespace {

/// All sentences, one a line.
std::string sentences(const Registry &registry)
{
    std::string all;
    for (const Error &error : registry.problems()) {
        all += error.sentence.toStdString() + "\n";
    }
    return all;
}

/// Exactly one finding, which contains @p words.
testing::AssertionResult hasOne(const Registry &registry, const QString &words)
{
    const std::vector<Error> problems = registry.problems();
    if (problems.size() == 1 && problems.front().sentence.contains(words)) {
        return testing::AssertionSuccess();
    }
    return testing::AssertionFailure() << "expected one finding with '" << words.toStdString() << "', found "
                                       << problems.size() << ":\n"
                                       << sentences(registry);
}

TEST(Registry, FindsNothingWrongWithAGoodProgramme)
{
    EXPECT_EQ(sentences(lamps()), "");
}

TEST(Registry, FindsNothingWrongWithTheHostsOwnLayers)
{
    EXPECT_EQ(sentences(hostRegistry()), "");
}

TEST(Registry, FindsByIdOrSaysThatThereIsNone)
{
    const Registry registry = lamps();
    ASSERT_NE(registry.findIndicator(u"lit_share"), nullptr);
    EXPECT_EQ(registry.findIndicator(u"lit_share")->programme, QStringLiteral("lamps"));
    EXPECT_NE(registry.findProgramme(u"lamps"), nullptr);
    EXPECT_NE(registry.findLifeCycle(u"lamp_life"), nullptr);
    EXPECT_NE(registry.findOverlay(u"lamps.light"), nullptr);
    EXPECT_NE(registry.findAlgorithm(u"lamps.place"), nullptr);
    EXPECT_EQ(registry.findAlgorithm(u"lamps.light"), nullptr);
    EXPECT_FALSE(registry.layerSchema(u"benches"));
}

TEST(Registry, LayerSchemaHasTheFieldsOfAllExtensions)
{
    Registry registry = lamps();
    registry.extensions = {
        {QStringLiteral("lamps"), QStringLiteral("lamps"), {field(QStringLiteral("owner"))}, {}},
        {QStringLiteral("lamps"), QStringLiteral("lamps"), {field(QStringLiteral("note"))}, {}},
    };
    const auto schema = registry.layerSchema(u"lamps");
    ASSERT_TRUE(schema);
    ASSERT_EQ(schema->fields.size(), 4U);
    EXPECT_EQ(schema->fields.back().id, QStringLiteral("note"));
    EXPECT_EQ(sentences(registry), "");
}

TEST(Registry, MergeKeepsWhatBothBring)
{
    Registry registry = lamps();
    Registry other;
    other.rowChecks[QStringLiteral("lamps")] = {
        [](const LayerSchema &, const FeatureRow &, std::vector<RowFinding> &) {}};
    registry.rowChecks = other.rowChecks;
    registry.merge(other);
    EXPECT_EQ(registry.rowChecks.at(QStringLiteral("lamps")).size(), 2U);
    EXPECT_EQ(registry.layers.size(), 1U);
}

TEST(Registry, MergingTheSameTwiceNamesEveryDoubleId)
{
    Registry registry = lamps();
    registry.merge(lamps());
    const std::string found = sentences(registry);
    for (const char *thing : {"programme lamps", "life cycle lamp_life", "layer lamps", "indicator lit_share",
                              "overlay lamps.light", "algorithm lamps.place", "check lamps.in_order"}) {
        EXPECT_NE(found.find(std::string(thing) + ": occurs twice"), std::string::npos) << thing << "\n" << found;
    }
}

TEST(Registry, ReportsAllFindingsNotOnlyTheFirst)
{
    Registry registry = lamps();
    registry.indicators.front().unit.clear();
    registry.layers.front().tracks.front().lifeCycle = QStringLiteral("none_such");
    registry.programmes.front().name.en.clear();
    EXPECT_GE(registry.problems().size(), 3U) << sentences(registry);
}

struct Fault {
    const char *name;
    void (*plant)(Registry &);
    QStringView words;
};

void PrintTo(const Fault &fault, std::ostream *out)
{
    *out << fault.name;
}

class RegistryFault : public testing::TestWithParam<Fault> {};

TEST_P(RegistryFault, IsFound)
{
    Registry registry = lamps();
    GetParam().plant(registry);
    EXPECT_TRUE(hasOne(registry, GetParam().words.toString()));
}

constexpr Fault k_faults[] = {
    {"UpperCaseLayer", [](Registry &r) { r.layers[0].id = QStringLiteral("Lamps"); }, u"lower_case"},
    {"LowerCaseStatus", [](Registry &r) { r.lifeCycles[0].statuses.push_back(status(QStringLiteral("dim"))); },
     u"upper case"},
    {"StepToUnknownStatus", [](Registry &r) { r.lifeCycles[0].transitions[0].to = QStringLiteral("DIM"); },
     u"there is no status DIM"},
    {"DoubleStatus", [](Registry &r) { r.lifeCycles[0].statuses.push_back(status(QStringLiteral("LIT"))); },
     u"occurs twice"},
    {"UnknownLifeCycle", [](Registry &r) { r.layers[0].tracks[0].lifeCycle = QStringLiteral("x"); }, u"life cycle x"},
    {"UnknownKeyField", [](Registry &r) { r.layers[0].keyField = QStringLiteral("nr"); }, u"names field nr"},
    {"DoubleField", [](Registry &r) { r.layers[0].fields.push_back(field(QStringLiteral("code"))); }, u"occurs twice"},
    {"RealWithoutUnit",
     [](Registry &r) { r.layers[0].fields.push_back(field(QStringLiteral("height"), FieldType::Real)); },
     u"without a unit"},
    {"ChoiceWithoutChoices",
     [](Registry &r) { r.layers[0].fields.push_back(field(QStringLiteral("kind"), FieldType::Choice)); },
     u"offers no choices"},
    {"RangeUpsideDown",
     [](Registry &r) {
         r.layers[0].fields[1].min = 5;
         r.layers[0].fields[1].max = 1;
     },
     u"greater than"},
    {"UntranslatedName", [](Registry &r) { r.layers[0].name.en.clear(); }, u"not translated into English"},
    {"NoNameAtAll", [](Registry &r) { r.overlays[0].name = {}; }, u"no name"},
    {"UntranslatedHelp", [](Registry &r) { r.algorithms[0].help.zh.clear(); }, u"not translated into Chinese"},
    {"IndicatorWithoutUnit",
     [](Registry &r) {
         r.indicators[0].kind = Indicator::Kind::Sum;
         r.indicators[0].unit.clear();
     },
     u"without a unit"},
    {"RatioInOtherUnit", [](Registry &r) { r.indicators[0].unit = QStringLiteral("km"); }, u"must be %"},
    {"IndicatorWithoutCode", [](Registry &r) { r.indicators[0].evaluate = nullptr; }, u"has no function"},
    {"CheckWithoutPrefix", [](Registry &r) { r.checks[0].id = QStringLiteral("in_order"); },
     u"must begin with 'lamps.'"},
    {"AlgorithmWithoutPrefix", [](Registry &r) { r.algorithms[0].id = QStringLiteral("place"); },
     u"must begin with 'lamps.'"},
    {"UnknownMainIndicator", [](Registry &r) { r.programmes[0].mainIndicator = QStringLiteral("x"); }, u"indicator x"},
    {"ClassesThatLookAlike",
     [](Registry &r) {
         r.overlays[0].classes[1].colour = r.overlays[0].classes[0].colour;
         r.overlays[0].classes[1].marking = r.overlays[0].classes[0].marking;
     },
     u"looks like another class"},
    {"ExtensionOfNothing",
     [](Registry &r) {
         r.extensions = {{QStringLiteral("benches"), QStringLiteral("lamps"), {}, {}}};
     },
     u"no such layer"},
    {"ExtensionWithAFieldThatIsThere",
     [](Registry &r) {
         r.extensions = {{QStringLiteral("lamps"), QStringLiteral("lamps"), {field(QStringLiteral("code"))}, {}}};
     },
     u"occurs twice"},
    {"TargetOfUnknownIndicator",
     [](Registry &r) {
         r.targetTemplates.push_back(
             {QStringLiteral("L1"), QStringLiteral("x"), {}, 100, {}, text(QStringLiteral("p"))});
     },
     u"indicator x"},
    {"StyleOfUnknownLayer",
     [](Registry &r) {
         r.defaultStyles = {{QStringLiteral("benches"), QStringLiteral("{}")}};
     },
     u"no such layer"},
    {"StyleThatIsNoJson",
     [](Registry &r) {
         r.defaultStyles = {{QStringLiteral("lamps"), QStringLiteral("{")}};
     },
     u"JSON"},
};

INSTANTIATE_TEST_SUITE_P(Planted, RegistryFault, testing::ValuesIn(k_faults),
                         [](const auto &fault) { return std::string(fault.param.name); });

/// A parameter of each kind of fault, on the indicator, where defaults are demanded.
TEST(Registry, AStyleMayBeOfAResultThatIsNoLayerYet)
{
    Registry registry = lamps();
    registry.defaultStyles = {{QStringLiteral("lamp_plan"), QStringLiteral(R"({"of_result": true})")}};
    EXPECT_EQ(sentences(registry), "");
}

TEST(Registry, ChecksParameters)
{
    Parameter good;
    good.id = QStringLiteral("min_watts");
    good.name = text(QStringLiteral("watts"));
    good.unit = QStringLiteral("W");
    good.min = 1;
    good.max = 100;
    good.defaultValue = QStringLiteral("20");
    Registry registry = lamps();
    registry.indicators[0].parameters = {good};
    EXPECT_EQ(sentences(registry), "");

    const auto with = [&](auto change) {
        Registry changed = registry;
        change(changed.indicators[0].parameters[0]);
        return changed;
    };
    EXPECT_TRUE(hasOne(with([](Parameter &p) { p.defaultValue = QStringLiteral("200"); }), QStringLiteral("outside")));
    EXPECT_TRUE(hasOne(with([](Parameter &p) { p.unit.clear(); }), QStringLiteral("without a unit")));
    EXPECT_TRUE(hasOne(with([](Parameter &p) { p.id = QStringLiteral("min-watts"); }), QStringLiteral("lower_case")));
    EXPECT_TRUE(hasOne(with([](Parameter &p) {
                           p.required = true;
                           p.defaultValue.clear();
                       }),
                       QStringLiteral("no default")));
}

} // namespace
} // namespace cuntu::test
