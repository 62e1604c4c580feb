// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/demo_algorithm.h"

#include "core/algorithm/outcome_cell.h"
#include "core/algorithm/parameter_makers.h"

#include <QThread>

namespace cuntu::test {
namespace {

const QString k_lines = QStringLiteral("demo_lines");

OutcomeLayer pickedLayer()
{
    OutcomeLayer picked;
    picked.schema.id = QStringLiteral("demo_picked");
    picked.schema.name = {QStringLiteral("选中的工程"), QStringLiteral("Chosen works")};
    picked.schema.geometry = GeometryType::Line;
    picked.schema.nameField = QStringLiteral("name");
    picked.schema.fields = {
        outcomeField(QStringLiteral("name"), {QStringLiteral("名称"), QStringLiteral("Name")}, FieldType::Text),
        outcomeField(QStringLiteral("km"), {QStringLiteral("长度"), QStringLiteral("Length")}, FieldType::Real,
                     QStringLiteral("km")),
        outcomeField(QStringLiteral("reason"), {QStringLiteral("理由"), QStringLiteral("Reason")}, FieldType::Text)};
    return picked;
}

Result<Outcome> pick(const AlgorithmInput &input, const JobContext &job)
{
    const QString measure = input.parameters.text(QStringLiteral("measure"));
    auto layer =
        input.project.layer(input.parameters.text(QStringLiteral("works")), {QStringLiteral("name"), measure}, job);
    if (!layer) {
        return layer.error();
    }
    if (input.parameters.number(QStringLiteral("least")) > 900) {
        return Error{
            ErrorCode::Invalid, QStringLiteral("nothing is so long"), {}, QStringLiteral("ask for less"), {}, {}};
    }
    while (input.parameters.boolean(QStringLiteral("wait")) && !job.isCancelled()) {
        job.report(0.5, QStringLiteral("waiting"));
        QThread::msleep(5);
    }
    Outcome outcome;
    outcome.layers.push_back(pickedLayer());
    double total = 0;
    for (std::size_t row = 0; row < (*layer)->size(); ++row) {
        const double km = (*layer)->column(measure)->number(row);
        if (!(km >= input.parameters.number(QStringLiteral("least")))) {
            continue;
        }
        total += km;
        FeatureRow made;
        made.values = {outcomeCell((*layer)->column(QStringLiteral("name"))->display(row)), outcomeCell(km),
                       outcomeCell(QStringLiteral("long enough"))};
        made.geometry = (*layer)->geometry().geometry(row);
        outcome.layers.front().rows.push_back(std::move(made));
        const QString status =
            input.project.ledger().statusOn({QStringLiteral("demo"), k_lines, {}}, (*layer)->id(row), input.asOf);
        outcome.marks.push_back({k_lines, (*layer)->id(row), QStringLiteral("BUILDING"), input.asOf,
                                 QStringLiteral("it is long enough; it was %1").arg(status)});
    }
    outcome.figures = {{QStringLiteral("total_km"), total},
                       {QStringLiteral("works"), static_cast<qint64>(outcome.marks.size())}};
    return outcome;
}

} // namespace

std::vector<Algorithm> demoAlgorithms()
{
    Parameter works;
    works.id = QStringLiteral("works");
    works.name = {QStringLiteral("工程图层"), QStringLiteral("Layer of works")};
    works.type = ParameterType::Layer;
    works.required = true;
    Parameter measure;
    measure.id = QStringLiteral("measure");
    measure.name = {QStringLiteral("长度字段"), QStringLiteral("Field of lengths")};
    measure.type = ParameterType::Field;
    measure.required = true;
    measure.layer = works.id;
    measure.fieldTypes = {FieldType::Integer, FieldType::Real};
    Algorithm algorithm;
    algorithm.id = QStringLiteral("demo.pick");
    algorithm.programme = QStringLiteral("demo");
    algorithm.name = {QStringLiteral("挑选大工程"), QStringLiteral("Choose long works")};
    algorithm.help = {QStringLiteral("选出不短于指定长度的工程。"),
                      QStringLiteral("Chooses the works that are long enough.")};
    algorithm.parameters = {works, measure,
                            numberParameter(QStringLiteral("least"),
                                            {QStringLiteral("最短长度"), QStringLiteral("Least length")},
                                            {QStringLiteral("更短的不选。"), QStringLiteral("Shorter ones are left.")},
                                            QStringLiteral("km"), 0, 1000, 0),
                            yesNoParameter(QStringLiteral("wait"), {QStringLiteral("等待"), QStringLiteral("Wait")},
                                           {QStringLiteral("直到停止。"), QStringLiteral("Until it is stopped.")})};
    algorithm.figures = {
        {QStringLiteral("works"),
         {QStringLiteral("选中"), QStringLiteral("Works chosen")},
         QStringLiteral("个"),
         Better::More},
        {QStringLiteral("total_km"), {QStringLiteral("总长"), QStringLiteral("Total length")}, QStringLiteral("km")}};
    algorithm.run = pick;
    return {algorithm};
}

} // namespace cuntu::test
