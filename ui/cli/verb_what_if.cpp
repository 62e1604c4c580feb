// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/progress/milestone_look.h"
#include "core/progress/planned_curve.h"
#include "core/project/what_if.h"
#include "ui/cli/print.h"
#include "ui/cli/verb.h"

#include <QJsonArray>

namespace cuntu::cli {

namespace {

struct Arguments {
    std::string project;
    std::string indicator; ///< or label of a target
    std::vector<std::string> parameters;
    std::string area;
    std::string from;
    std::string knownOn;
    std::string asOf;
    std::string cost;
    std::string into = "township";
    std::string quarters;
    std::string who;
    std::optional<double> budget;
};

Result<FigureQuestion> questionFrom(const Arguments &arguments)
{
    FigureQuestion question;
    question.indicator = fromArgument(arguments.indicator);
    auto area = areaArgument(arguments.area);
    if (!area) {
        return area.error();
    }
    question.area = *area;
    return question;
}

/// What all of these verbs work with.
struct Opened {
    std::unique_ptr<Project> project;
    Immutable<ProjectSnapshot> snapshot;
    Day day;
};

Result<Opened> open(const Arguments &arguments, Access access, const Session &session)
{
    auto day = dayArgument(arguments.asOf);
    auto project = day ? session.open(arguments.project, access) : Result<std::unique_ptr<Project>>(day.error());
    auto snapshot = project ? (*project)->snapshot() : Result<Immutable<ProjectSnapshot>>(project.error());
    if (!snapshot) {
        return snapshot.error();
    }
    return Opened{std::move(*project), std::move(*snapshot), *day};
}

/// Features as people call them: by key, else by number.
class FeatureNames {
public:
    FeatureNames(const ProjectSnapshot &project, const LayerSnapshot &layer, const JobContext &job)
    {
        QStringList fields{layer.schema().keyField, layer.schema().nameField};
        fields.removeAll(QString());
        m_layer = project.layer(layer.schema().id, fields, job).value_or(nullptr);
    }

    QJsonObject json(std::uint32_t row) const
    {
        return {{QStringLiteral("feature"), static_cast<qint64>(m_layer ? m_layer->id(row).value : 0)},
                {QStringLiteral("key"), cell(row, m_layer ? m_layer->schema().keyField : QString())},
                {QStringLiteral("name"), cell(row, m_layer ? m_layer->schema().nameField : QString())}};
    }

private:
    QString cell(std::uint32_t row, const QString &field) const
    {
        const Column *column = m_layer && !field.isEmpty() ? m_layer->column(field) : nullptr;
        return column ? column->display(row) : QString();
    }

    Immutable<LayerSnapshot> m_layer;
};

Result<int> why(const Arguments &arguments, const Session &session)
{
    auto question = questionFrom(arguments);
    auto opened = question ? open(arguments, Access::ReadOnly, session) : Result<Opened>(question.error());
    auto from = opened ? dayArgument(arguments.from) : Result<Day>(opened.error());
    auto known = from ? momentArgument(arguments.knownOn) : Result<std::optional<Instant>>(from.error());
    if (!known) {
        return known.error();
    }
    auto parameters = assignments(arguments.parameters);
    if (!parameters) {
        return parameters.error();
    }
    question->parameters = *parameters;
    auto change =
        explainChange(opened->snapshot, *session.registry(), *question, *from, *known, opened->day, session.job());
    if (!change) {
        return change.error();
    }
    const Indicator &indicator = *session.registry()->findIndicator(question->indicator);
    if (session.json) {
        const FeatureNames names(*opened->snapshot, *change->layer, session.job());
        QJsonArray steps;
        for (const ChangeStep &step : change->steps) {
            QJsonArray features;
            for (const std::uint32_t row : step.rows) {
                features.append(names.json(row));
            }
            steps.append(QJsonObject{{QStringLiteral("cause"), toString(step.cause)},
                                     {QStringLiteral("numerator"), step.numerator},
                                     {QStringLiteral("denominator"), step.denominator},
                                     {QStringLiteral("value"), step.value},
                                     {QStringLiteral("features"), features}});
        }
        print(QJsonObject{{QStringLiteral("indicator"), indicator.id},
                          {QStringLiteral("from"), from->toIso()},
                          {QStringLiteral("to"), opened->day.toIso()},
                          {QStringLiteral("numerator"), QJsonArray{change->fromNumerator, change->toNumerator}},
                          {QStringLiteral("denominator"), QJsonArray{change->fromDenominator, change->toDenominator}},
                          {QStringLiteral("steps"), steps}});
        return k_done;
    }
    TextTable table({Cli::tr("cause"), Cli::tr("done"), Cli::tr("of"), indicator.unit, Cli::tr("features")});
    table.alignRightFrom(1);
    table.add({from->toIso(),
               QString::number(change->fromNumerator, 'g', 10),
               QString::number(change->fromDenominator, 'g', 10),
               {},
               {}});
    for (const ChangeStep &step : change->steps) {
        table.add({causeText(step.cause), QString::asprintf("%+.10g", step.numerator),
                   QString::asprintf("%+.10g", step.denominator), QString::asprintf("%+.2f", step.value),
                   QString::number(step.rows.size())});
    }
    table.add({opened->day.toIso(),
               QString::number(change->toNumerator, 'g', 10),
               QString::number(change->toDenominator, 'g', 10),
               {},
               {}});
    table.print();
    return k_done;
}

QString standingText(const Milestone &milestone)
{
    const QString word = lookOf(milestone.state).word;
    return milestone.value ? word + QStringLiteral(" ") + QString::number(*milestone.value, 'f', 2) : word;
}

QJsonArray areaRows(const Trial &trial)
{
    QJsonArray rows;
    for (const auto &[usual, tried] : trial.areas) {
        rows.append(QJsonObject{{QStringLiteral("area"), tried.area.toString()},
                                {QStringLiteral("numerator"), QJsonArray{usual.numerator, tried.numerator}},
                                {QStringLiteral("denominator"), QJsonArray{usual.denominator, tried.denominator}},
                                {QStringLiteral("value"), QJsonArray{orNull(usual.value), orNull(tried.value)}}});
    }
    return rows;
}

QJsonArray lightRows(const std::vector<LightFlip> &lights)
{
    QJsonArray rows;
    for (const LightFlip &light : lights) {
        rows.append(QJsonObject{
            {QStringLiteral("id"), light.after.target.label},
            {QStringLiteral("area"), light.after.target.area.toString()},
            {QStringLiteral("state"), QJsonArray{toString(light.before.state), toString(light.after.state)}},
            {QStringLiteral("value"), QJsonArray{orNull(light.before.value), orNull(light.after.value)}}});
    }
    return rows;
}

Result<int> tryIt(const Arguments &arguments, const Session &session)
{
    auto question = questionFrom(arguments);
    auto opened = question ? open(arguments, Access::ReadOnly, session) : Result<Opened>(question.error());
    auto tried = opened ? assignments(arguments.parameters) : Result<QMap<QString, QString>>(opened.error());
    auto trial =
        tried ? tryDefinition(*opened->snapshot, *session.registry(), *question, *tried, opened->day, session.job())
              : Result<Trial>(tried.error());
    auto targets = trial ? opened->project->targets() : Result<std::vector<Target>>(trial.error());
    auto lights = targets ? flippedLights(*opened->snapshot, *session.registry(), *targets, question->indicator, *tried,
                                          opened->day, session.job())
                          : Result<std::vector<LightFlip>>(targets.error());
    if (!lights) {
        return lights.error();
    }
    if (!session.json) {
        TextTable table({Cli::tr("definition"), Cli::tr("value"), Cli::tr("done"), Cli::tr("of")});
        table.alignRightFrom(1);
        const auto text = [](const std::optional<double> &value) {
            return value ? QString::number(*value, 'f', 2) : QStringLiteral("-");
        };
        table.add({Cli::tr("usual"), text(trial->value), QString::number(trial->numerator, 'g', 10),
                   QString::number(trial->denominator, 'g', 10)});
        table.add({Cli::tr("tried"), text(trial->tried_value), QString::number(trial->tried_numerator, 'g', 10),
                   QString::number(trial->tried_denominator, 'g', 10)});
        table.print();
        print(Cli::tr("%n features count differently", nullptr, static_cast<int>(trial->flips.size())));
        for (const LightFlip &light : *lights) {
            print(Cli::tr("%1 (%2): %3 instead of %4")
                      .arg(light.after.target.label,
                           opened->snapshot->areas().nameOf(light.after.target.area, opened->day),
                           standingText(light.after), standingText(light.before)));
        }
        return k_done;
    }
    const FeatureNames names(*opened->snapshot, *trial->layer, session.job());
    QJsonArray flips;
    for (const Flip &flip : trial->flips) {
        QJsonObject row = names.json(static_cast<std::uint32_t>(trial->layer->rowOf(flip.feature).value_or(0)));
        row[QStringLiteral("numerator")] = QJsonArray{flip.before.numerator, flip.after.numerator};
        row[QStringLiteral("denominator")] = QJsonArray{flip.before.denominator, flip.after.denominator};
        flips.append(row);
    }
    print(QJsonObject{{QStringLiteral("indicator"), question->indicator},
                      {QStringLiteral("as_of"), opened->day.toIso()},
                      {QStringLiteral("value"), QJsonArray{orNull(trial->value), orNull(trial->tried_value)}},
                      {QStringLiteral("numerator"), QJsonArray{trial->numerator, trial->tried_numerator}},
                      {QStringLiteral("denominator"), QJsonArray{trial->denominator, trial->tried_denominator}},
                      {QStringLiteral("areas"), areaRows(*trial)},
                      {QStringLiteral("lights"), lightRows(*lights)},
                      {QStringLiteral("flips"), flips}});
    return k_done;
}

Result<int> cheapest(const Arguments &arguments, const Session &session)
{
    auto opened = open(arguments, Access::ReadOnly, session);
    auto target =
        opened ? findTarget(*opened->project, arguments.indicator, arguments.area) : Result<Target>(opened.error());
    auto plan = target ? cheapestPlan(*opened->snapshot, *session.registry(), *target, fromArgument(arguments.cost),
                                      arguments.budget, opened->day, session.job())
                       : Result<CheapestPlan>(target.error());
    if (!plan) {
        return plan.error();
    }
    const FeatureNames names(*opened->snapshot, *plan->layer, session.job());
    if (session.json) {
        QJsonArray features;
        for (const std::uint32_t row : plan->set.rows) {
            features.append(names.json(row));
        }
        print(QJsonObject{{QStringLiteral("id"), target->label},
                          {QStringLiteral("as_of"), opened->day.toIso()},
                          {QStringLiteral("missing"), plan->missing},
                          {QStringLiteral("gain"), plan->set.gain},
                          {QStringLiteral("cost"), plan->set.cost},
                          {QStringLiteral("bound"), plan->set.bound},
                          {QStringLiteral("optimal"), plan->set.optimal},
                          {QStringLiteral("enough"), plan->set.enough},
                          {QStringLiteral("unpriced"), static_cast<qint64>(plan->unpriced)},
                          {QStringLiteral("features"), features}});
        return k_done;
    }
    TextTable table({Cli::tr("code"), Cli::tr("name")});
    for (const std::uint32_t row : plan->set.rows) {
        const QJsonObject feature = names.json(row);
        table.add({feature[QStringLiteral("key")].toString(), feature[QStringLiteral("name")].toString()});
    }
    table.print();
    print(Cli::tr("missing %1, gained %2 for %3").arg(plan->missing).arg(plan->set.gain).arg(plan->set.cost));
    if (plan->unpriced > 0) {
        print(Cli::tr("%1 left out: nothing is known of their cost").arg(plan->unpriced));
    }
    return k_done;
}

Result<int> split(const Arguments &arguments, const Session &session)
{
    auto opened = open(arguments, Access::Command, session);
    auto target =
        opened ? findTarget(*opened->project, arguments.indicator, arguments.area) : Result<Target>(opened.error());
    auto parts = target ? splitTarget(*opened->snapshot, *session.registry(), *target,
                                      areaLevelFromString(fromArgument(arguments.into)).value_or(AreaLevel::Township),
                                      opened->day, session.job())
                        : Result<std::vector<TargetPart>>(target.error());
    if (!parts) {
        return parts.error();
    }
    std::vector<Target> promised;
    for (TargetPart &part : *parts) {
        promised.push_back(std::move(part.target));
    }
    for (const SeasonalTable &table : seasonalTables()) {
        for (Target &part : promised) {
            if (table.id == fromArgument(arguments.quarters) && part.start && part.due) {
                part.curve = curveFromQuarters(table.shares, *part.start, *part.due);
            }
        }
    }
    auto ids = opened->project->addTargets(promised, fromArgument(arguments.who));
    if (!ids) {
        return ids.error();
    }
    if (session.json) {
        QJsonArray rows;
        for (const Target &part : promised) {
            rows.append(
                QJsonObject{{QStringLiteral("area"), part.area.toString()}, {QStringLiteral("target"), part.value}});
        }
        print(QJsonObject{{QStringLiteral("id"), target->label}, {QStringLiteral("parts"), rows}});
    } else {
        print(
            Cli::tr("target %1 is split into %n parts", nullptr, static_cast<int>(promised.size())).arg(target->label));
    }
    return k_done;
}

} // namespace

void addWhy(CLI::App &app, Session &session, Action &action)
{
    auto arguments = std::make_shared<Arguments>();
    CLI::App *verb = app.add_subcommand("why", Cli::tr("Why a figure changed between two dates").toStdString());
    verb->add_option("PROJECT", arguments->project, Cli::tr("The project").toStdString())->required();
    verb->add_option("INDICATOR", arguments->indicator, Cli::tr("Id of the indicator").toStdString())->required();
    verb->add_option("--from", arguments->from, Cli::tr("The earlier date").toStdString())->required();
    verb->add_option("--as-of", arguments->asOf, Cli::tr("The later date; today otherwise").toStdString());
    verb->add_option("--known-on", arguments->knownOn,
                     Cli::tr("The earlier figure as it was known at the end of this day").toStdString());
    verb->add_option("--param", arguments->parameters,
                     Cli::tr("name=value of its definition; may be given again").toStdString());
    verb->add_option("--where", arguments->area, Cli::tr("Only inside the area with this code").toStdString());
    verb->callback(
        [arguments, &session, &action] { action = [arguments, &session] { return why(*arguments, session); }; });
}

void addTry(CLI::App &app, Session &session, Action &action)
{
    auto arguments = std::make_shared<Arguments>();
    CLI::App *verb = app.add_subcommand(
        "try", Cli::tr("Another definition of a figure beside the usual one, and what flips").toStdString());
    verb->add_option("PROJECT", arguments->project, Cli::tr("The project").toStdString())->required();
    verb->add_option("INDICATOR", arguments->indicator, Cli::tr("Id of the indicator").toStdString())->required();
    verb->add_option("--param", arguments->parameters,
                     Cli::tr("name=value that is tried; may be given again").toStdString())
        ->required();
    verb->add_option("--where", arguments->area, Cli::tr("Only inside the area with this code").toStdString());
    verb->add_option("--as-of", arguments->asOf, Cli::tr("The date it is for; today otherwise").toStdString());
    verb->callback(
        [arguments, &session, &action] { action = [arguments, &session] { return tryIt(*arguments, session); }; });
}

void addCheapest(CLI::App &app, Session &session, Action &action)
{
    auto arguments = std::make_shared<Arguments>();
    CLI::App *verb =
        app.add_subcommand("cheapest", Cli::tr("The cheapest places with which a target is reached").toStdString());
    verb->add_option("PROJECT", arguments->project, Cli::tr("The project").toStdString())->required();
    verb->add_option("LABEL", arguments->indicator, Cli::tr("Label of the target").toStdString())->required();
    verb->add_option("--area", arguments->area, Cli::tr("Of this area, where several have the label").toStdString());
    verb->add_option("--cost", arguments->cost,
                     Cli::tr("Field that says what a place costs; every place 1 otherwise").toStdString());
    verb->add_option("--budget", arguments->budget, Cli::tr("At most so much may be spent").toStdString());
    verb->add_option("--as-of", arguments->asOf, Cli::tr("The date it is for; today otherwise").toStdString());
    verb->callback(
        [arguments, &session, &action] { action = [arguments, &session] { return cheapest(*arguments, session); }; });
}

void addSplit(CLI::App &app, Session &session, Action &action)
{
    auto arguments = std::make_shared<Arguments>();
    CLI::App *verb = app.add_subcommand(
        "split", Cli::tr("Split a target among townships or villages; the parts add up").toStdString());
    verb->add_option("PROJECT", arguments->project, Cli::tr("The project").toStdString())->required();
    verb->add_option("LABEL", arguments->indicator, Cli::tr("Label of the target").toStdString())->required();
    verb->add_option("--area", arguments->area, Cli::tr("Of this area, where several have the label").toStdString());
    verb->add_option("--into", arguments->into, Cli::tr("township or village").toStdString())
        ->check(CLI::IsMember({"township", "village"}));
    verb->add_option("--quarters", arguments->quarters,
                     Cli::tr("How the work is spread over the year: even, outdoor_south, outdoor_north, "
                             "afforestation, year_end or exit")
                         .toStdString())
        ->check(CLI::IsMember({"even", "outdoor_south", "outdoor_north", "afforestation", "year_end", "exit"}));
    verb->add_option("--as-of", arguments->asOf,
                     Cli::tr("Day whose figures weigh the parts; today otherwise").toStdString());
    verb->add_option("--by", arguments->who, Cli::tr("Who splits it").toStdString())->required();
    verb->callback(
        [arguments, &session, &action] { action = [arguments, &session] { return split(*arguments, session); }; });
}

} // namespace cuntu::cli
