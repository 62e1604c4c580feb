// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/explain.h"

#include "core/algorithm/unit.h"
#include "core/project/as_known.h"
#include "ui/window/text.h"

#include <algorithm>

namespace cuntu::ui {
namespace {

/// Calls features as people do: by name, else key, else number; with the area they lie in. Personal names are masked.
class FeatureCaller {
public:
    static Result<FeatureCaller> of(const ProjectState &state, const LayerSnapshot &layer, Day day,
                                    const JobContext &job)
    {
        const LayerSchema &schema = layer.schema();
        QStringList fields{schema.nameField, schema.keyField, schema.areaField};
        fields.removeAll(QString());
        fields.removeDuplicates();
        auto named = state.snapshot->layer(schema.id, fields, job);
        if (!named) {
            return named.error();
        }
        return FeatureCaller(state.snapshot->areas(), std::move(*named), day);
    }

    FeatureLine line(std::uint32_t row, std::vector<double> numbers, bool ticked = false) const
    {
        QString name = text(row, m_layer->schema().nameField);
        if (name.isEmpty()) {
            name = text(row, m_layer->schema().keyField);
        }
        if (name.isEmpty()) {
            name = QStringLiteral("#%1").arg(m_layer->id(row).value);
        }
        const auto code = AreaCode::parse(text(row, m_layer->schema().areaField));
        return {m_layer->id(row), std::move(name), code ? m_areas.nameOf(*code, m_day) : QString(), std::move(numbers),
                ticked};
    }

    const QString &layer() const { return m_layer->schema().id; }

private:
    FeatureCaller(const AreaTree &areas, Immutable<LayerSnapshot> layer, Day day)
        : m_areas(areas), m_layer(std::move(layer)), m_day(day)
    {
    }

    QString text(std::uint32_t row, const QString &field) const
    {
        const Column *column = field.isEmpty() ? nullptr : m_layer->column(field);
        if (column == nullptr || column->isNull(row)) {
            return {};
        }
        const QString shown = column->display(row);
        const Field *declared = m_layer->schema().findField(field);
        return declared != nullptr && declared->personal != Personal::No
                   ? maskedText(Value(shown.toStdString()), *declared)
                   : shown;
    }

    const AreaTree &m_areas;
    Immutable<LayerSnapshot> m_layer;
    Day m_day;
};

QStringList definitionOf(const Indicator &indicator, const ParameterValues &values)
{
    QStringList lines;
    for (const Parameter &parameter : indicator.parameters) {
        QString value = values.all().value(parameter.id);
        for (const Choice &choice : parameter.choices) {
            value = choice.id == value ? choice.name.toString() : value;
        }
        if (parameter.type == ParameterType::Boolean) {
            value = values.boolean(parameter.id) ? Ui::tr("yes") : Ui::tr("no");
        }
        const QString shown =
            value.isEmpty() ? QStringLiteral("—") : (value + QLatin1Char(' ') + unitText(parameter.unit)).trimmed();
        lines << Ui::tr("%1: %2").arg(parameter.name.toString(), shown);
    }
    return lines;
}

QString areaName(const ProjectState &state, const AreaCode &area, Day day)
{
    return area.isEmpty() ? Ui::tr("the whole project") : state.snapshot->areas().nameOf(area, day);
}

} // namespace

Result<Explanation> explain(const ProjectState &state, const FigureQuestion &question, Day day, const JobContext &job)
{
    auto set = featuresBehind(*state.snapshot, *state.registry, question, day, job);
    auto caller = set ? FeatureCaller::of(state, *set->layer, day, job) : Result<FeatureCaller>(set.error());
    if (!caller) {
        return caller.error();
    }
    const Indicator &indicator = *state.registry->findIndicator(question.indicator);
    Explanation explanation;
    explanation.title = indicator.name.toString();
    explanation.area = areaName(state, question.area, day);
    explanation.rule = indicator.help.toString();
    if (const auto values = ParameterValues::parse(indicator.parameters, question.parameters)) {
        explanation.definition = definitionOf(indicator, *values);
    }
    explanation.sum = explanation.byRung[0] = sumOf(*set);
    for (const Rung rung : {Rung::Checked, Rung::Certified}) {
        auto trusted = featuresBehind(*asKnown(state.snapshot, {}, rung), *state.registry, question, day, job);
        if (!trusted) {
            return trusted.error();
        }
        explanation.byRung[static_cast<std::size_t>(rung)] = sumOf(*trusted);
    }
    explanation.features.layer = caller->layer();
    for (const Contribution &item : set->items) {
        explanation.features.lines.push_back(caller->line(item.row, {item.numerator, item.denominator}));
    }
    return explanation;
}

Result<ChangeLines> explainChangeOf(const ProjectState &state, const FigureQuestion &question, Day from,
                                    std::optional<Instant> known, Day to, const JobContext &job)
{
    auto change = explainChange(state.snapshot, *state.registry, question, from, known, to, job);
    auto caller = change ? FeatureCaller::of(state, *change->layer, to, job) : Result<FeatureCaller>(change.error());
    if (!caller) {
        return caller.error();
    }
    ChangeLines lines{std::move(*change), {}};
    for (const ChangeStep &step : lines.change.steps) {
        FeatureLines &features = lines.features.emplace_back();
        features.layer = caller->layer();
        for (const std::uint32_t row : step.rows) {
            features.lines.push_back(caller->line(row, {}));
        }
    }
    return lines;
}

Result<TrialLines> tryOut(const ProjectState &state, const FigureQuestion &question,
                          const QMap<QString, QString> &tried, Day day, const JobContext &job)
{
    auto trial = tryDefinition(*state.snapshot, *state.registry, question, tried, day, job);
    auto lights =
        trial ? flippedLights(*state.snapshot, *state.registry, state.targets, question.indicator, tried, day, job)
              : Result<std::vector<LightFlip>>(trial.error());
    auto caller = lights ? FeatureCaller::of(state, *trial->layer, day, job) : Result<FeatureCaller>(lights.error());
    if (!caller) {
        return caller.error();
    }
    TrialLines lines{std::move(*trial), std::move(*lights), {caller->layer(), {}}};
    for (const Flip &flip : lines.trial.flips) {
        lines.features.lines.push_back(caller->line(
            static_cast<std::uint32_t>(lines.trial.layer->rowOf(flip.feature).value_or(0)),
            {flip.before.numerator, flip.before.denominator, flip.after.numerator, flip.after.denominator}));
    }
    return lines;
}

Result<PlanLines> planCheapest(const ProjectState &state, const Target &target, const QString &costField,
                               std::optional<double> budget, Day day, const JobContext &job)
{
    auto plan = cheapestPlan(*state.snapshot, *state.registry, target, costField, budget, day, job);
    auto caller = plan ? FeatureCaller::of(state, *plan->layer, day, job) : Result<FeatureCaller>(plan.error());
    if (!caller) {
        return caller.error();
    }
    PlanLines lines{std::move(*plan), {caller->layer(), {}}};
    const std::vector<std::uint32_t> &chosen = lines.plan.set.rows;
    for (const Offer &offer : lines.plan.offers) {
        const bool ticked = std::binary_search(chosen.begin(), chosen.end(), offer.row);
        lines.features.lines.push_back(caller->line(offer.row, {offer.gain, offer.cost}, ticked));
    }
    return lines;
}

Result<Receipt> saveReceipt(const ProjectState &state, const FigureQuestion &question, Day day, const QString &file,
                            const JobContext &job)
{
    auto receipt = drawReceipt(state.snapshot, *state.registry, {question, day, Instant::now(), Rung::Reported}, job);
    auto written = receipt ? writeReceipt(*receipt, file) : Result<void>(receipt.error());
    return written ? receipt : written.error();
}

Result<Verification> proveReceipt(const ProjectState &state, const QString &file, const JobContext &job)
{
    auto receipt = readReceipt(file);
    return receipt ? verify(*receipt, state.snapshot, *state.registry, job) : Result<Verification>(receipt.error());
}

} // namespace cuntu::ui
