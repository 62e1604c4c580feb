// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/algorithm/figure_lines.h"
#include "core/algorithm/outcome_cell.h"
#include "core/algorithm/outcome_curve.h"
#include "core/project/run_adoption.h"

#include "tests/core/project/lamp_project.h"

#include <QProcess>

#include <gtest/gtest.h>

namespace cuntu {
namespace {

using test::day;

const QString k_settlements = QStringLiteral("settlements");
const QString k_lamps = QStringLiteral("lamps");
const QString k_planner = QStringLiteral("lamps.plan");

/// Proposes to wire every settlement with at least so many households that is not wired yet.
Result<Outcome> plan(const AlgorithmInput &input, const JobContext &job)
{
    auto layer = input.project.layer(k_settlements, {QStringLiteral("hh_registered")}, job);
    if (!layer) {
        return layer.error();
    }
    Outcome outcome;
    OutcomeLayer chosen;
    chosen.schema.id = QStringLiteral("lamp_plan");
    chosen.schema.name = {QStringLiteral("计划"), QStringLiteral("Plan")};
    chosen.schema.geometry = GeometryType::Point;
    chosen.schema.fields = {outcomeField(QStringLiteral("households"),
                                         {QStringLiteral("户"), QStringLiteral("Households")}, FieldType::Real)};
    double households = 0;
    for (std::size_t row = 0; row < (*layer)->size(); ++row) {
        const double here = (*layer)->column(QStringLiteral("hh_registered"))->number(row);
        const QString status =
            input.project.ledger().statusOn({k_lamps, k_settlements, {}}, (*layer)->id(row), input.asOf);
        if (here < input.parameters.number(QStringLiteral("least"))) {
            continue;
        }
        households += here;
        chosen.rows.push_back({{}, {outcomeCell(here)}, Geometry::point((*layer)->geometry().firstPoint(row)), {}});
        outcome.marks.push_back({k_settlements, (*layer)->id(row), QStringLiteral("WIRED"), input.asOf,
                                 status.isEmpty() ? QStringLiteral("new") : QStringLiteral("next")});
    }
    outcome.figures = {{QStringLiteral("households"), households},
                       {QStringLiteral("places"), static_cast<qint64>(chosen.rows.size())}};
    outcome.layers.push_back(std::move(chosen));
    outcome.curves.push_back({QStringLiteral("growth"),
                              {QStringLiteral("增长"), QStringLiteral("Growth")},
                              {QStringLiteral("处"), QStringLiteral("Places")},
                              {},
                              {QStringLiteral("户"), QStringLiteral("Households")},
                              QStringLiteral("户"),
                              {{0, 0}, {1.25, households / 3}, {2.5, households}}});
    return outcome;
}

Immutable<Registry> planningRegistry()
{
    Registry registry = test::lampDraft();
    Algorithm algorithm;
    algorithm.id = k_planner;
    algorithm.programme = k_lamps;
    algorithm.name = {QStringLiteral("布灯计划"), QStringLiteral("Lamp plan")};
    algorithm.help = algorithm.name;
    Parameter least;
    least.id = QStringLiteral("least");
    least.name = {QStringLiteral("户数"), QStringLiteral("Households")};
    least.unit = QStringLiteral("户");
    least.defaultValue = QStringLiteral("0");
    algorithm.parameters = {least};
    algorithm.figures = {{QStringLiteral("places"), {QStringLiteral("处"), QStringLiteral("Places")}, {}}};
    algorithm.run = plan;
    registry.algorithms.push_back(algorithm);
    registry.defaultStyles.push_back({QStringLiteral("lamp_plan"), QStringLiteral("{\"made\": \"up\"}")});
    return freeze(std::move(registry));
}

/// Four settlements; the first is dark, the second lit.
class RunsTest : public test::LampProjectTest {
protected:
    RunsTest() { m_registry = planningRegistry(); }

    void SetUp() override
    {
        LampProjectTest::SetUp();
        import("villages", "code,name\n361199100200,上湾村\n");
        import("settlements", "settlement_code,settlement_name,village_code,hh_registered,longitude,latitude\n"
                              "A1,一组,361199100200,40,117.1,28.4\n"
                              "A2,二组,361199100200,10,117.2,28.4\n"
                              "A3,三组,361199100200,50,117.3,28.4\n"
                              "A4,四组,361199100200,5,117.4,28.4\n");
        mark(1, "DARK", "2019-01-01");
    }

    void mark(qint64 feature, const char *status, const char *when)
    {
        MarkRequest request;
        request.layer = k_settlements;
        request.programme = k_lamps;
        request.features = {FeatureId{feature}};
        request.status = QString::fromLatin1(status);
        request.effective = day(when);
        request.who = QStringLiteral("李");
        const auto marked = m_project->mark(request);
        ASSERT_TRUE(marked) << marked.error().toText().toStdString();
    }

    KeptRun keep(const char *least, const QString &name = {})
    {
        const Algorithm &algorithm = *m_registry->findAlgorithm(k_planner);
        const auto values =
            ParameterValues::parse(algorithm.parameters, {{QStringLiteral("least"), QString::fromLatin1(least)}});
        auto fresh = runAlgorithm(algorithm, **m_project->snapshot(), *values, day("2020-01-01"), {});
        EXPECT_TRUE(fresh);
        const auto kept = m_project->keepRun({name, k_planner, *values, day("2020-01-01"), fresh->basis,
                                              QStringLiteral("王"), std::move(fresh->outcome)});
        EXPECT_TRUE(kept) << kept.error().toText().toStdString();
        return kept.value_or(KeptRun());
    }

    QStringList plainLayers() const
    {
        QStringList ids;
        const auto layers = m_project->layers();
        for (const LayerInfo &layer : *layers) {
            if (layer.schema.id.startsWith(QStringLiteral("lamp_plan"))) {
                ids << layer.schema.id;
            }
        }
        return ids;
    }

    QString statusOf(qint64 feature) const
    {
        return (*m_project->snapshot())
            ->ledger()
            .statusOn({k_lamps, k_settlements, {}}, FeatureId{feature}, day("2020-12-31"));
    }
};

TEST_F(RunsTest, RunsOfOneAlgorithmStandSideBySideAndOutliveTheProgram)
{
    const KeptRun all = keep("0");
    const KeptRun large = keep("20", QStringLiteral("大村"));
    m_project.reset();
    auto project = Project::open(m_scratch.path(QStringLiteral("p.cuntu")), Access::ReadWrite, m_registry);
    ASSERT_TRUE(project);
    m_project = std::move(*project);

    const auto runs = m_project->runs();
    ASSERT_TRUE(runs);
    ASSERT_EQ(runs->size(), 2u);
    const KeptRun &second = runs->at(1);
    EXPECT_EQ(second.id, large.id);
    EXPECT_EQ(second.name, QStringLiteral("大村"));
    EXPECT_EQ(second.algorithm, k_planner);
    EXPECT_EQ(second.parameters.value(QStringLiteral("least")), QStringLiteral("20"));
    EXPECT_EQ(second.asOf, day("2020-01-01"));
    EXPECT_EQ(second.who, QStringLiteral("王"));
    EXPECT_EQ(second.basis, large.basis);
    EXPECT_EQ(second.figures[QStringLiteral("households")].toDouble(), 90.0);
    EXPECT_EQ(second.layers, QStringList{QStringLiteral("lamp_plan_r2")});
    ASSERT_EQ(second.curves.size(), 1u) << "curves are kept with a result";
    EXPECT_EQ(curvesToJson(second.curves), curvesToJson(large.curves));
    EXPECT_EQ(second.curves.front().points.at(1).y, 90.0 / 3) << "to the last digit";
    EXPECT_EQ(second.curves.front().yUnit, QStringLiteral("户"));
    ASSERT_EQ(second.marks.size(), 2u);
    EXPECT_EQ(second.marks[1].feature, FeatureId{3});
    EXPECT_EQ(second.marks[1].status, QStringLiteral("WIRED"));
    EXPECT_FALSE(second.adopted);
    EXPECT_EQ(plainLayers(), (QStringList{QStringLiteral("lamp_plan_r1"), QStringLiteral("lamp_plan_r2")}));
    const auto snapshot = m_project->snapshot();
    EXPECT_EQ((*snapshot)->featureCount(QStringLiteral("lamp_plan_r1")), 4);
    EXPECT_EQ((*snapshot)->featureCount(QStringLiteral("lamp_plan_r2")), 2);
    EXPECT_EQ(m_project->style(QStringLiteral("lamp_plan_r2")).value(), QStringLiteral("{\"made\": \"up\"}"));
    EXPECT_EQ(all.name, Text(QStringLiteral("布灯计划 1"), QStringLiteral("Lamp plan 1")).toString());
}

TEST_F(RunsTest, NamesAreTheirOwnAndGoIntoTheLayers)
{
    const KeptRun run = keep("0", QStringLiteral("甲"));
    keep("20", QStringLiteral("乙"));
    const auto taken = m_project->renameRun(run.id, QStringLiteral("乙"), {});
    ASSERT_FALSE(taken);
    EXPECT_EQ(taken.error().code, ErrorCode::Conflict);
    EXPECT_EQ(m_project->renameRun(run.id, QStringLiteral(" "), {}).error().code, ErrorCode::Invalid);
    EXPECT_EQ(m_project->renameRun(9, QStringLiteral("丙"), {}).error().code, ErrorCode::NotFound);

    const auto layerName = [this] {
        const auto layers = m_project->layers();
        return std::find_if(layers->begin(), layers->end(),
                            [](const LayerInfo &l) { return l.schema.id == QStringLiteral("lamp_plan_r1"); })
            ->schema.name.zh;
    };
    ASSERT_TRUE(m_project->renameRun(run.id, QStringLiteral("丙"), {}));
    EXPECT_EQ(m_project->runs()->front().name, QStringLiteral("丙"));
    EXPECT_EQ(layerName(), QStringLiteral("计划 · 丙"));
    ASSERT_FALSE(m_project->undo({})->isEmpty());
    EXPECT_EQ(m_project->runs()->front().name, QStringLiteral("甲"));
    EXPECT_EQ(layerName(), QStringLiteral("计划 · 甲"));
    ASSERT_FALSE(m_project->redo({})->isEmpty());
    EXPECT_EQ(layerName(), QStringLiteral("计划 · 丙"));
}

TEST_F(RunsTest, RemovingAndKeepingAreTakenBackWithTheLayers)
{
    const KeptRun run = keep("0");
    ASSERT_TRUE(m_project->removeRun(run.id, {}));
    EXPECT_TRUE(m_project->runs()->empty());
    EXPECT_TRUE(plainLayers().isEmpty());
    ASSERT_FALSE(m_project->undo({})->isEmpty());
    EXPECT_EQ(m_project->runs()->size(), 1u);
    EXPECT_EQ(plainLayers(), run.layers);
    EXPECT_EQ((*m_project->snapshot())->featureCount(run.layers.front()), 4);

    ASSERT_FALSE(m_project->undo({})->isEmpty()) << "the keeping";
    EXPECT_TRUE(m_project->runs()->empty());
    EXPECT_TRUE(plainLayers().isEmpty());
    ASSERT_FALSE(m_project->redo({})->isEmpty());
    EXPECT_EQ(m_project->runs()->size(), 1u);
    EXPECT_EQ(plainLayers(), run.layers);

    // What can never come back goes for good with the next result.
    ASSERT_FALSE(m_project->undo({})->isEmpty());
    keep("20");
    m_project.reset();
    const auto count = [this](const char *what) {
        QProcess process;
        process.start(QStringLiteral("sqlite3"), {m_scratch.path(QStringLiteral("p.cuntu")),
                                                  QStringLiteral("SELECT count(*) FROM ") + QLatin1String(what)});
        process.waitForFinished();
        return QString::fromUtf8(process.readAllStandardOutput()).trimmed();
    };
    EXPECT_EQ(count("cuntu_run"), QStringLiteral("1"));
    EXPECT_EQ(count("cuntu_layer WHERE id LIKE 'lamp_plan%'"), QStringLiteral("1"));
}

TEST_F(RunsTest, AdoptingEntersAllStepsAsOneActionAndLeavesOutWhatIsThere)
{
    mark(2, "WIRED", "2019-06-01");
    const KeptRun run = keep("0");
    const auto before = planAdoption(*m_project, run, QStringLiteral("王"));
    ASSERT_TRUE(before);
    EXPECT_TRUE(before->moved.isEmpty());
    EXPECT_TRUE(before->refused.empty());
    EXPECT_EQ(before->already, 1);
    ASSERT_EQ(before->steps.size(), 1u);
    EXPECT_EQ(before->steps[0].features, 3);
    EXPECT_EQ(before->steps[0].first, day("2020-01-01"));

    const auto action = m_project->adoptRun(run.id, QStringLiteral("王"));
    ASSERT_TRUE(action) << action.error().toText().toStdString();
    for (const qint64 feature : {1, 2, 3, 4}) {
        EXPECT_EQ(statusOf(feature), QStringLiteral("WIRED")) << feature;
    }
    const auto history = m_project->history(k_settlements, FeatureId{3});
    ASSERT_EQ(history->size(), 1u);
    EXPECT_TRUE(history->front().entry.source.contains(run.name)) << history->front().entry.source.toStdString();
    EXPECT_EQ(history->front().entry.note, QStringLiteral("new"));
    EXPECT_EQ(m_project->history(k_settlements, FeatureId{2})->size(), 1u);
    EXPECT_TRUE(m_project->runs()->front().adopted);

    ASSERT_FALSE(m_project->undo({})->isEmpty());
    EXPECT_EQ(statusOf(1), QStringLiteral("DARK"));
    EXPECT_EQ(statusOf(2), QStringLiteral("WIRED"));
    EXPECT_EQ(statusOf(3), QString());
    EXPECT_FALSE(m_project->runs()->front().adopted);
    ASSERT_FALSE(m_project->redo({})->isEmpty());
    EXPECT_EQ(statusOf(3), QStringLiteral("WIRED"));
    const auto again = m_project->adoptRun(run.id, QStringLiteral("王"));
    ASSERT_FALSE(again);
    EXPECT_EQ(again.error().code, ErrorCode::Invalid);
}

TEST_F(RunsTest, FieldsAreSetAlongWithTheStepsAndTakenBackWithThem)
{
    const Algorithm &algorithm = *m_registry->findAlgorithm(k_planner);
    const auto values = ParameterValues::parse(algorithm.parameters, {});
    auto fresh = runAlgorithm(algorithm, **m_project->snapshot(), *values, day("2020-01-01"), {});
    ASSERT_TRUE(fresh);
    const QString field = QStringLiteral("hh_registered");
    fresh->outcome.marks = {
        {k_settlements, FeatureId{1}, QStringLiteral("WIRED"), day("2020-01-01"), {}, {{field, std::int64_t{41}}}},
        {k_settlements, FeatureId{2}, {}, day("2020-01-01"), {}, {{field, std::int64_t{10}}}}, // as it is
        {k_settlements, FeatureId{3}, {}, day("2020-01-01"), {}, {{field, std::int64_t{52}}}}};
    const auto kept = m_project->keepRun(
        {{}, k_planner, *values, day("2020-01-01"), fresh->basis, QStringLiteral("王"), fresh->outcome});
    ASSERT_TRUE(kept);
    const auto households = [&](qint64 feature) {
        const auto layer = (*m_project->snapshot())->layer(k_settlements, {field}, {});
        return (*layer)->column(field)->number(*(*layer)->rowOf(FeatureId{feature}));
    };
    const auto plan = planAdoption(*m_project, m_project->runs()->front(), QStringLiteral("王"));
    ASSERT_TRUE(plan);
    EXPECT_EQ(plan->already, 1);
    EXPECT_EQ(plan->size(), 3);
    ASSERT_EQ(plan->steps.size(), 2u);
    EXPECT_EQ(plan->steps[1].field, field);
    EXPECT_EQ(plan->steps[1].features, 2);

    const auto action = m_project->adoptRun(kept->id, QStringLiteral("王"));
    ASSERT_TRUE(action) << action.error().toText().toStdString();
    EXPECT_EQ(statusOf(1), QStringLiteral("WIRED"));
    EXPECT_EQ(households(1), 41);
    EXPECT_EQ(households(2), 10);
    EXPECT_EQ(households(3), 52);
    EXPECT_TRUE(m_project->runs()->front().adopted);
    EXPECT_EQ(m_project->adoptRun(kept->id, QStringLiteral("王")).error().code, ErrorCode::Invalid);

    ASSERT_FALSE(m_project->undo({})->isEmpty());
    EXPECT_EQ(statusOf(1), QStringLiteral("DARK"));
    EXPECT_EQ(households(1), 40);
    EXPECT_EQ(households(3), 50);
    EXPECT_FALSE(m_project->runs()->front().adopted);
    ASSERT_FALSE(m_project->redo({})->isEmpty());
    EXPECT_EQ(statusOf(1), QStringLiteral("WIRED"));
    EXPECT_EQ(households(3), 52);
}

TEST_F(RunsTest, OneStepThatIsNotAllowedRefusesAllAndSaysWhich)
{
    mark(3, "LIT", "2019-06-01"); // from there no way leads to WIRED
    const KeptRun run = keep("0");
    const auto adoption = planAdoption(*m_project, run, QStringLiteral("王"));
    ASSERT_TRUE(adoption);
    ASSERT_EQ(adoption->refused.size(), 1u);
    EXPECT_EQ(adoption->refused[0].where.row, 3);
    EXPECT_EQ(adoption->refused[0].where.rule, QStringLiteral("ledger.step"));
    const auto action = m_project->adoptRun(run.id, QStringLiteral("王"));
    ASSERT_FALSE(action);
    EXPECT_EQ(action.error().where.rule, QStringLiteral("ledger.step"));
    EXPECT_EQ(action.error().where.row, 3);
    EXPECT_EQ(statusOf(4), QString()) << "nothing is entered";
    EXPECT_EQ(m_project->adoptRun(run.id, {}).error().where.rule, QStringLiteral("ledger.nobody"));
}

TEST_F(RunsTest, ARunSaysWhatHasChangedSince)
{
    const KeptRun run = keep("0");
    EXPECT_TRUE(changedSince(*m_project, run)->isEmpty());
    ASSERT_TRUE(m_project->setSetting(QStringLiteral("x"), QStringLiteral("y")));
    EXPECT_TRUE(changedSince(*m_project, run)->isEmpty()) << "a revision alone says nothing";
    mark(4, "DARK", "2019-06-01");
    EXPECT_EQ(changedSince(*m_project, run)->size(), 1);
    ASSERT_TRUE(m_project->setField(k_settlements, FeatureId{1}, QStringLiteral("hh_registered"), std::int64_t{4}, {}));
    EXPECT_EQ(changedSince(*m_project, run)->size(), 2);
    EXPECT_EQ(planAdoption(*m_project, run, QStringLiteral("王"))->moved.size(), 2);
}

TEST_F(RunsTest, ARunIsFoundByNameAndByNumber)
{
    const KeptRun run = keep("0", QStringLiteral("甲"));
    EXPECT_EQ(findRun(*m_project, QStringLiteral("甲"))->id, run.id);
    EXPECT_EQ(findRun(*m_project, QStringLiteral("1"))->id, run.id);
    const auto none = findRun(*m_project, QStringLiteral("乙"));
    ASSERT_FALSE(none);
    EXPECT_TRUE(none.error().advice.contains(QStringLiteral("甲")));
}

} // namespace
} // namespace cuntu
