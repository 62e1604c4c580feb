// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cli/verb_edit.h"
#include "core/io/geometry_text.h"
#include "core/project/line_features.h"
#include "ui/cli/print.h"
#include "ui/panels/field_form.h"

#include <QJsonArray>

namespace cuntu::cli {

namespace {

struct Arguments {
    std::string project;
    std::string operation;
    std::string layer;
    std::vector<std::string> features;
    std::string geometry;
    std::string crs;
    std::vector<std::string> fields;
    std::string who;
    double tolerance = 0;
    bool evenIf = false;
};

Error misused(const QString &sentence)
{
    return {ErrorCode::Misused, sentence, {}, Cli::tr("'cuntu edit --help' shows what each operation needs."), {}, {}};
}

/// What is edited, and how.
struct Order {
    Project &project;
    LayerSchema schema;
    std::vector<FeatureId> features;
    std::optional<Geometry> geometry; ///< in the project's CRS
    std::map<QString, Value> fields;
    QString who;
    double tolerance = 0;
    bool evenIf = false;
};

Result<std::optional<Geometry>> geometryFrom(const Arguments &arguments, const Project &project, GeometryType type)
{
    if (arguments.geometry.empty()) {
        return std::optional<Geometry>();
    }
    auto geometry = geometryFromText(fromArgument(arguments.geometry), type);
    auto from =
        geometry && !arguments.crs.empty() ? Crs::fromUser(fromArgument(arguments.crs)) : Result<Crs>(project.crs());
    if (!geometry || !from) {
        return geometry ? from.error() : geometry.error();
    }
    if (from->isValid() && !(*from == project.crs())) {
        auto transform = CrsTransform::create(*from, project.crs());
        if (!transform) {
            return transform.error();
        }
        transform->apply(geometry->points);
    }
    return std::optional(std::move(*geometry));
}

Result<std::map<QString, Value>> fieldsFrom(const Arguments &arguments, const LayerSchema &schema)
{
    const auto given = assignments(arguments.fields);
    if (!given) {
        return given.error();
    }
    std::map<QString, Value> fields;
    for (auto it = given->begin(); it != given->end(); ++it) {
        const Field *field = schema.findField(it.key());
        if (!field) {
            QStringList known;
            for (const Field &each : schema.fields) {
                known << each.id;
            }
            return Error{ErrorCode::NotFound,
                         Cli::tr("layer %1 has no field %2").arg(schema.id, it.key()),
                         {},
                         Cli::tr("Its fields are: %1").arg(known.join(QStringLiteral(", "))),
                         {},
                         {}};
        }
        auto value = ui::valueFromText(it.value(), *field);
        if (!value) {
            return value.error();
        }
        fields[it.key()] = std::move(*value);
    }
    return fields;
}

Result<EditReport> applyOne(const Order &order, FeatureEdit::Kind kind, const QString &name)
{
    FeatureEdit edit;
    edit.kind = kind;
    edit.layer = order.schema.id;
    edit.feature = order.features.empty() ? FeatureId{} : order.features.front();
    edit.geometry = order.geometry;
    edit.fields = order.fields;
    edit.ledger.isTakenBack = order.evenIf;
    return editFeatures(order.project, {name, order.who, {std::move(edit)}});
}

Result<EditReport> add(const Order &order)
{
    return applyOne(order, FeatureEdit::Kind::Add, Cli::tr("added a feature to %1").arg(order.schema.name.toString()));
}

Result<EditReport> change(const Order &order)
{
    return applyOne(order, FeatureEdit::Kind::Change,
                    Cli::tr("changed a feature of %1").arg(order.schema.name.toString()));
}

Result<EditReport> remove(const Order &order)
{
    return applyOne(order, FeatureEdit::Kind::Remove,
                    Cli::tr("removed a feature of %1").arg(order.schema.name.toString()));
}

Result<EditReport> split(const Order &order)
{
    if (!order.geometry || order.geometry->points.size() != 1) {
        return misused(Cli::tr("--at must be one position"));
    }
    return splitFeature(order.project, order.schema.id, order.features[0], order.geometry->points[0], order.who);
}

Result<EditReport> merge(const Order &order)
{
    return mergeFeatures(order.project, order.schema.id, order.features[0], order.features[1], order.tolerance,
                         order.evenIf, order.who);
}

Result<EditReport> reverse(const Order &order)
{
    return reverseFeature(order.project, order.schema.id, order.features[0], order.who);
}

struct Operation {
    const char *name;
    std::size_t features; ///< how many it is about
    bool needsGeometry;
    Result<EditReport> (*run)(const Order &);
};

constexpr Operation k_operations[] = {
    {"add", 0, false, add},     {"geometry", 1, true, change},  {"fields", 1, false, change}, {"split", 1, true, split},
    {"merge", 2, false, merge}, {"reverse", 1, false, reverse}, {"remove", 1, false, remove}};

Result<Order> orderFrom(const Arguments &arguments, const Operation &operation, Project &project)
{
    auto schema = schemaForEditing(project, fromArgument(arguments.layer));
    if (!schema) {
        return schema.error();
    }
    const bool isPlace = operation.run == split;
    auto geometry = geometryFrom(arguments, project, isPlace ? GeometryType::Point : schema->geometry);
    auto fields = geometry ? fieldsFrom(arguments, *schema) : Result<std::map<QString, Value>>(geometry.error());
    if (!fields) {
        return fields.error();
    }
    Order order{project,
                std::move(*schema),
                {},
                std::move(*geometry),
                std::move(*fields),
                fromArgument(arguments.who),
                arguments.tolerance,
                arguments.evenIf};
    for (const std::string &name : arguments.features) {
        auto feature = project.findFeature(order.schema.id, fromArgument(name));
        if (!feature) {
            return feature.error();
        }
        order.features.push_back(*feature);
    }
    return order;
}

void tell(const Order &order, const EditReport &report, bool json)
{
    QJsonArray rows;
    for (const FeatureId feature : report.features) {
        QString key;
        const auto row = order.project.feature(order.schema.id, feature);
        for (std::size_t i = 0; row && i < order.schema.fields.size(); ++i) {
            key = order.schema.fields[i].id == order.schema.keyField ? valueText(row->values[i]) : key;
        }
        rows.append(QJsonObject{{QStringLiteral("layer"), order.schema.id},
                                {QStringLiteral("feature"), static_cast<qint64>(feature.value)},
                                {QStringLiteral("key"), key},
                                {QStringLiteral("exists"), row.has_value()}});
        if (!json) {
            print(row ? Cli::tr("%1 %2 (%3) is as it was asked for").arg(order.schema.id).arg(feature.value).arg(key)
                      : Cli::tr("%1 %2 is removed").arg(order.schema.id).arg(feature.value));
        }
    }
    if (json) {
        print(QJsonObject{{QStringLiteral("action"), static_cast<qint64>(report.action.value)},
                          {QStringLiteral("features"), rows},
                          {QStringLiteral("revision"), order.project.revision()}});
    }
}

Result<int> edit(const Arguments &arguments, const Session &session)
{
    const auto operation = std::find_if(std::begin(k_operations), std::end(k_operations),
                                        [&](const Operation &each) { return arguments.operation == each.name; });
    if (operation == std::end(k_operations) || arguments.features.size() != operation->features) {
        return misused(Cli::tr("this operation is about %n features", nullptr,
                               operation == std::end(k_operations) ? 0 : static_cast<int>(operation->features)));
    }
    if (operation->needsGeometry && arguments.geometry.empty()) {
        return misused(Cli::tr("a geometry or position must be given"));
    }
    auto project = session.open(arguments.project, Access::Command);
    auto order = project ? orderFrom(arguments, *operation, **project) : Result<Order>(project.error());
    auto report = order ? operation->run(*order) : Result<EditReport>(order.error());
    if (!report) {
        return report.error();
    }
    tell(*order, *report, session.json);
    return k_done;
}

} // namespace

void addEdit(CLI::App &app, Session &session, Action &action)
{
    auto arguments = std::make_shared<Arguments>();
    CLI::App *verb = app.add_subcommand(
        "edit", Cli::tr("Add, change, split, merge, turn or remove features; can be undone").toStdString());
    std::vector<std::string> names;
    for (const Operation &operation : k_operations) {
        names.emplace_back(operation.name);
    }
    verb->add_option("PROJECT", arguments->project, Cli::tr("The project").toStdString())->required();
    verb->add_option("OPERATION", arguments->operation,
                     Cli::tr("add, geometry, fields, split, merge, reverse or remove").toStdString())
        ->required()
        ->check(CLI::IsMember(names));
    verb->add_option("LAYER", arguments->layer, Cli::tr("The layer").toStdString())->required();
    verb->add_option("ID", arguments->features,
                     Cli::tr("Code, name or number of the feature; of the two to merge").toStdString());
    verb->add_option(
        "--wkt,--at", arguments->geometry,
        Cli::tr("The geometry as WKT, or positions: x y, x y, ...; of a split one position").toStdString());
    verb->add_option("--source-crs", arguments->crs,
                     Cli::tr("What the positions are in, where not in the project's system").toStdString());
    verb->add_option("--set", arguments->fields, Cli::tr("field=value; may be given again").toStdString());
    verb->add_option("--by", arguments->who, Cli::tr("Who does it").toStdString())->required();
    verb->add_option("--tolerance", arguments->tolerance,
                     Cli::tr("How far apart ends may be that are merged, in units of the project").toStdString());
    verb->add_flag("--even-if", arguments->evenIf,
                   Cli::tr("Remove although the ledger speaks of it, taking that back; merge although the ledger says "
                           "other things of the two")
                       .toStdString());
    verb->callback(
        [arguments, &session, &action] { action = [arguments, &session] { return edit(*arguments, session); }; });
}

} // namespace cuntu::cli
