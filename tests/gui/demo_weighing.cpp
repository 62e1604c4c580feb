// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/demo_weighing.h"

#include "core/algorithm/outcome_cell.h"
#include "core/suitability/weighing.h"

namespace cuntu::test {
namespace {

constexpr int k_columns = 40;
constexpr int k_rows = 30;

WeighedCriterion criterion(const QString &id, const Text &name)
{
    WeighedCriterion made;
    made.id = id;
    made.name = name;
    made.unit = QStringLiteral("m");
    made.curve = *ValueCurve::parse(QStringLiteral("linear 0=0 1000=1"));
    return made;
}

Result<Immutable<WeighedLand>> measure(const AlgorithmInput &input, const JobContext &job)
{
    const auto works = input.project.layer(QStringLiteral("demo_lines"), {}, job);
    if (!works) {
        return works.error();
    }
    const Box extent = (*works)->geometry().index.extent();
    WeighedLand land;
    land.frame = {input.project.crs(),
                  {extent.minX, extent.maxY},
                  extent.width() / k_columns,
                  -extent.height() / k_rows,
                  k_columns,
                  k_rows};
    land.criteria = {criterion(QStringLiteral("east"), {QStringLiteral("偏东"), QStringLiteral("To the east")}),
                     criterion(QStringLiteral("south"), {QStringLiteral("偏南"), QStringLiteral("To the south")})};
    WeighedExclusion west;
    west.id = QStringLiteral("west");
    west.name = {QStringLiteral("西部"), QStringLiteral("In the west")};
    for (std::size_t cell = 0; cell < land.frame.size(); ++cell) {
        const float shares[] = {static_cast<float>(land.frame.columnOf(cell)) / (k_columns - 1),
                                static_cast<float>(land.frame.rowOf(cell)) / (k_rows - 1)};
        for (std::size_t i = 0; i < 2; ++i) {
            land.criteria[i].measures.push_back(1000 * shares[i]);
            land.criteria[i].values.push_back(shares[i]);
        }
        west.cells.push_back(land.frame.columnOf(cell) < 10 ? 1 : 0);
    }
    land.exclusions.push_back(std::move(west));
    return freeze(std::move(land));
}

Result<Outcome> conclude(const AlgorithmInput &input, const WeighedLand &land, const JobContext &job)
{
    const auto weights = weightsFor(land, input.parameters.text(QString::fromUtf16(k_weightsParameter)));
    const auto on = exclusionsWithout(land, input.parameters.text(QString::fromUtf16(k_withoutParameter)));
    if (!weights || !on) {
        return weights ? on.error() : weights.error();
    }
    const auto scores = weightedScores(land, weights->weights, openCells(land, *on), job);
    if (!scores) {
        return scores.error();
    }
    Outcome outcome;
    OutcomeLayer best;
    best.schema.id = QStringLiteral("demo_best");
    best.schema.name = {QStringLiteral("最佳"), QStringLiteral("The best")};
    best.schema.geometry = GeometryType::Point;
    best.schema.fields = {outcomeField(QStringLiteral("score"), {QStringLiteral("得分"), QStringLiteral("Score")},
                                       FieldType::Real, QStringLiteral("1")),
                          outcomeField(QStringLiteral("share"), {QStringLiteral("占比"), QStringLiteral("Share")},
                                       FieldType::Real, QStringLiteral("%"))};
    std::size_t top = land.frame.size() - 1;
    for (std::size_t cell = 0; cell < land.frame.size(); ++cell) {
        top = scores->values[cell] > scores->values[top] ? cell : top;
    }
    FeatureRow row;
    row.geometry = Geometry::point(land.frame.centre(top));
    row.values = {outcomeCell(static_cast<double>(scores->values[top])), outcomeCell(80.0)};
    best.rows.push_back(std::move(row));
    outcome.layers.push_back(std::move(best));
    outcome.figures = {{QStringLiteral("sentence"), QStringLiteral("the east weighs %1").arg(weights->weights[0])}};
    return outcome;
}

Parameter text(const char16_t *id, const Text &name)
{
    Parameter made;
    made.id = QString::fromUtf16(id);
    made.name = name;
    made.type = ParameterType::Text;
    return made;
}

} // namespace

Algorithm demoWeighing()
{
    Algorithm made;
    made.id = QStringLiteral("demo.weigh");
    made.programme = QStringLiteral("demo");
    made.name = {QStringLiteral("给土地评分"), QStringLiteral("Weigh the land")};
    made.help = {QStringLiteral("按方位评分。"), QStringLiteral("By where it lies.")};
    made.parameters = {text(k_weightsParameter, {QStringLiteral("权重"), QStringLiteral("Weights")}),
                       text(k_withoutParameter, {QStringLiteral("关闭的限制"), QStringLiteral("Exclusions off")}),
                       text(k_scoreFileParameter, {QStringLiteral("得分文件"), QStringLiteral("File of scores")})};
    made.run = Weighing{measure, conclude};
    return made;
}

} // namespace cuntu::test
