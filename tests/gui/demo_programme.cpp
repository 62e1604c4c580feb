// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/demo_programme.h"

#include "tests/gui/demo_algorithm.h"
#include "tests/gui/demo_weighing.h"

namespace cuntu::test {
namespace {

const QString k_lines = QStringLiteral("demo_lines");
const QString k_demo = QStringLiteral("demo");

Field field(const QString &id, const QString &zh, const QString &en, FieldType type = FieldType::Text)
{
    Field made;
    made.id = id;
    made.name = {zh, en};
    made.type = type;
    return made;
}

LifeCycle lifeCycle()
{
    LifeCycle cycle;
    cycle.id = QStringLiteral("demo_cycle");
    cycle.name = {QStringLiteral("进程"), QStringLiteral("Progress")};
    cycle.statuses = {{QStringLiteral("PLANNED"),
                       {QStringLiteral("已计划"), QStringLiteral("planned")},
                       StatusClass::Plan,
                       {},
                       0xE69F00},
                      {QStringLiteral("BUILDING"),
                       {QStringLiteral("在做"), QStringLiteral("being built")},
                       StatusClass::Started,
                       {},
                       0x56B4E9},
                      {QStringLiteral("DONE"),
                       {QStringLiteral("完成"), QStringLiteral("finished")},
                       StatusClass::Done,
                       {},
                       0x009E73}};
    cycle.transitions = {{QStringLiteral("PLANNED"), QStringLiteral("BUILDING"), false},
                         {QStringLiteral("BUILDING"), QStringLiteral("DONE"), false},
                         {QStringLiteral("DONE"), QStringLiteral("BUILDING"), true}};
    return cycle;
}

LayerSchema lines()
{
    LayerSchema layer;
    layer.id = k_lines;
    layer.name = {QStringLiteral("工程"), QStringLiteral("Works")};
    layer.geometry = GeometryType::Line;
    layer.keyField = QStringLiteral("code");
    layer.nameField = QStringLiteral("name");
    layer.areaField = QStringLiteral("village_code");
    layer.tracks = {{k_demo, QStringLiteral("demo_cycle")}};
    layer.programme = k_demo;
    Field length =
        field(QStringLiteral("length_km"), QStringLiteral("长度"), QStringLiteral("Length"), FieldType::Real);
    length.unit = QStringLiteral("km");
    Field contact = field(QStringLiteral("contact"), QStringLiteral("联系人"), QStringLiteral("Contact"));
    contact.personal = Personal::Name;
    layer.fields = {field(QStringLiteral("code"), QStringLiteral("编号"), QStringLiteral("Code")),
                    field(QStringLiteral("name"), QStringLiteral("名称"), QStringLiteral("Name")),
                    field(QStringLiteral("village_code"), QStringLiteral("村代码"), QStringLiteral("Village code")),
                    length, contact};
    return layer;
}

/// Stretches of the lines, none of which the sample has.
LayerSchema stretches()
{
    LayerSchema layer;
    layer.id = QStringLiteral("demo_stretches");
    layer.name = {QStringLiteral("工程区间"), QStringLiteral("Stretches of works")};
    layer.geometry = GeometryType::Line;
    layer.keyField = QStringLiteral("stretch");
    layer.tracks = {{k_demo, QStringLiteral("demo_cycle")}};
    layer.programme = k_demo;
    layer.fields = {
        field(QStringLiteral("stretch"), QStringLiteral("区间"), QStringLiteral("Stretch")),
        field(QStringLiteral("code"), QStringLiteral("编号"), QStringLiteral("Code")),
        field(QStringLiteral("from_km"), QStringLiteral("起点桩号"), QStringLiteral("From"), FieldType::Real),
        field(QStringLiteral("to_km"), QStringLiteral("止点桩号"), QStringLiteral("To"), FieldType::Real),
        field(QStringLiteral("kind"), QStringLiteral("材料"), QStringLiteral("Material"), FieldType::Choice)};
    layer.fields[2].unit = layer.fields[3].unit = QStringLiteral("km");
    layer.fields[4].choices = {{QStringLiteral("STONE"), {QStringLiteral("石"), QStringLiteral("stone")}, {}},
                               {QStringLiteral("STEEL"), {QStringLiteral("钢"), QStringLiteral("steel")}, {}}};
    return layer;
}

bool isDone(const LedgerView &ledger, FeatureId feature, Day day)
{
    return ledger.statusOn({k_demo, k_lines, {}}, feature, day) == QStringLiteral("DONE");
}

Result<IndicatorSet> evaluate(const IndicatorInput &input, const JobContext &job)
{
    auto layer = input.project.layer(k_lines, {QStringLiteral("village_code"), QStringLiteral("length_km")}, job);
    if (!layer) {
        return layer.error();
    }
    IndicatorSet set{*layer, {}};
    const double least = input.parameters.number(QStringLiteral("least_km"));
    for (std::uint32_t row = 0; row < (*layer)->size(); ++row) {
        if ((*layer)->column(QStringLiteral("length_km"))->number(row) < least) {
            continue;
        }
        set.items.push_back({row, isDone(input.project.ledger(), (*layer)->id(row), input.asOf) ? 1.0 : 0.0, 1});
    }
    return set;
}

/// Works of at least min_km that are finished, of all such works.
Result<IndicatorSet> countLong(const IndicatorInput &input, const JobContext &job)
{
    auto layer = input.project.layer(k_lines, {QStringLiteral("village_code"), QStringLiteral("length_km")}, job);
    if (!layer) {
        return layer.error();
    }
    IndicatorSet set{*layer, {}};
    const Column *lengths = (*layer)->column(QStringLiteral("length_km"));
    for (std::uint32_t row = 0; row < (*layer)->size(); ++row) {
        if (!(lengths->number(row) < input.parameters.number(QStringLiteral("min_km")))) {
            const bool done = isDone(input.project.ledger(), (*layer)->id(row), input.asOf);
            set.items.push_back({row, done ? 1.0 : 0.0, 1});
        }
    }
    return set;
}

Indicator longOnes()
{
    Parameter least;
    least.id = QStringLiteral("min_km");
    least.name = {QStringLiteral("最短长度"), QStringLiteral("Shortest length")};
    least.help = least.name;
    least.unit = QStringLiteral("km");
    least.min = 0;
    least.defaultValue = QStringLiteral("0");
    Indicator indicator;
    indicator.id = QStringLiteral("demo_done_count");
    indicator.programme = k_demo;
    indicator.name = {QStringLiteral("完成数"), QStringLiteral("Works finished")};
    indicator.help = indicator.name;
    indicator.kind = Indicator::Kind::Sum;
    indicator.parameters = {least};
    indicator.evaluate = countLong;
    return indicator;
}

Result<std::vector<OverlayFeatures>> classify(const OverlayInput &input, const JobContext &job)
{
    auto layer = input.project.layer(k_lines, {}, job);
    if (!layer) {
        return layer.error();
    }
    OverlayFeatures features{*layer, {}, {}};
    for (std::size_t row = 0; row < (*layer)->size(); ++row) {
        const bool done = isDone(input.project.ledger(), (*layer)->id(row), input.asOf);
        features.classes.push_back(done ? 0 : 1);
        features.reasons.push_back(done ? QStringLiteral("it is finished") : QStringLiteral("it is not finished"));
    }
    return std::vector<OverlayFeatures>{features};
}

Registry demoRegistry()
{
    Registry registry = hostRegistry();
    registry.programmes = {{k_demo,
                            {QStringLiteral("示例"), QStringLiteral("Demo")},
                            {QStringLiteral("示例项目"), QStringLiteral("A made-up programme")},
                            QStringLiteral("demo_done_rate"),
                            QStringLiteral("demo.done")}};
    registry.lifeCycles = {lifeCycle()};
    registry.layers.push_back(lines());
    registry.layers.push_back(stretches());
    Indicator indicator;
    indicator.id = QStringLiteral("demo_done_rate");
    indicator.programme = k_demo;
    indicator.name = {QStringLiteral("完成率"), QStringLiteral("Share finished")};
    indicator.help = indicator.name;
    indicator.unit = QStringLiteral("%");
    indicator.countedThing = QStringLiteral("个");
    Parameter least;
    least.id = QStringLiteral("least_km");
    least.name = {QStringLiteral("最短长度"), QStringLiteral("Least length")};
    least.unit = QStringLiteral("km");
    least.defaultValue = QStringLiteral("0");
    indicator.parameters = {least};
    indicator.evaluate = evaluate;
    registry.indicators = {indicator, longOnes()};
    Overlay overlay;
    overlay.id = QStringLiteral("demo.done");
    overlay.programme = k_demo;
    overlay.name = {QStringLiteral("完成情况"), QStringLiteral("Finished or not")};
    overlay.help = overlay.name;
    overlay.classes = {
        {QStringLiteral("done"), {QStringLiteral("已完成"), QStringLiteral("done")}, 0x009E73, Marking::Plain},
        {QStringLiteral("left"), {QStringLiteral("未完成"), QStringLiteral("left")}, 0xD55E00, Marking::Hatched}};
    overlay.classify = classify;
    registry.overlays = {overlay};
    registry.algorithms = demoAlgorithms();
    registry.algorithms.push_back(demoWeighing());
    return registry;
}

} // namespace

LoadedPlugins demoPlugins()
{
    return {freeze(demoRegistry()), {}};
}

} // namespace cuntu::test
