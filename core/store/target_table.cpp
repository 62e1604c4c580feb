// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/target_table.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <map>

namespace cuntu {

namespace {

QString compact(const QJsonDocument &json)
{
    return QString::fromUtf8(json.toJson(QJsonDocument::Compact));
}

QString parametersJson(const QMap<QString, QString> &parameters)
{
    QJsonObject json;
    for (auto it = parameters.begin(); it != parameters.end(); ++it) {
        json[it.key()] = it.value();
    }
    return compact(QJsonDocument(json));
}

QMap<QString, QString> parametersFrom(const QString &text)
{
    QMap<QString, QString> parameters;
    const QJsonObject json = QJsonDocument::fromJson(text.toUtf8()).object();
    for (auto it = json.begin(); it != json.end(); ++it) {
        parameters.insert(it.key(), it.value().toString());
    }
    return parameters;
}

QString scopeJson(const std::vector<AreaCode> &scope)
{
    QJsonArray json;
    for (const AreaCode &code : scope) {
        json.append(code.toString());
    }
    return compact(QJsonDocument(json));
}

std::vector<AreaCode> scopeFrom(const QString &text)
{
    std::vector<AreaCode> scope;
    for (const QJsonValue &value : QJsonDocument::fromJson(text.toUtf8()).array()) {
        if (const auto code = AreaCode::parse(value.toString())) {
            scope.push_back(*code);
        }
    }
    return scope;
}

QString curveJson(const PlannedCurve &curve)
{
    switch (curve.kind) {
    case PlannedCurve::Kind::Even:
        break;
    case PlannedCurve::Kind::SCurve:
        return compact(QJsonDocument(QJsonObject{{QStringLiteral("s_curve"), curve.steepness}}));
    case PlannedCurve::Kind::Points: {
        QJsonArray points;
        for (const auto &[day, share] : curve.points) {
            points.append(QJsonArray{day.toIso(), share});
        }
        return compact(QJsonDocument(QJsonObject{{QStringLiteral("points"), points}}));
    }
    }
    return QStringLiteral("{}");
}

PlannedCurve curveFrom(const QString &text)
{
    const QJsonObject json = QJsonDocument::fromJson(text.toUtf8()).object();
    PlannedCurve curve;
    if (json.contains(QStringLiteral("s_curve"))) {
        curve.kind = PlannedCurve::Kind::SCurve;
        curve.steepness = json[QStringLiteral("s_curve")].toDouble(curve.steepness);
    }
    for (const QJsonValue &value : json[QStringLiteral("points")].toArray()) {
        if (const auto day = Day::fromIso(value.toArray().at(0).toString())) {
            curve.kind = PlannedCurve::Kind::Points;
            curve.points.emplace_back(*day, value.toArray().at(1).toDouble());
        }
    }
    return curve;
}

Value idValue(qint64 id)
{
    return id != 0 ? Value(std::int64_t{id}) : Value();
}

Target targetFrom(const Statement &row)
{
    Target target;
    target.id = row.integer(0);
    target.label = row.text(1);
    target.programme = row.text(2);
    target.indicator = row.text(3);
    target.area = AreaCode::parse(row.text(4)).value_or(AreaCode());
    target.parameters = parametersFrom(row.text(5));
    target.value = row.real(6);
    target.start = Day::fromIso(row.text(7));
    target.due = Day::fromIso(row.text(8));
    target.dueText = row.text(9);
    target.commitment = row.text(10) == QStringLiteral("strive") ? Commitment::Strive : Commitment::Ensure;
    target.leadUnit = row.text(11);
    target.otherUnits = row.text(12).split(QStringLiteral("、"), Qt::SkipEmptyParts);
    target.responsible = row.text(13);
    target.clause = row.text(14);
    target.plan = row.text(15);
    target.scope = scopeFrom(row.text(16));
    target.cadence = cadenceFromString(row.text(17)).value_or(Cadence::None);
    target.baseline = Day::fromIso(row.text(18));
    target.curve = curveFrom(row.text(19));
    target.separateChecker = row.integer(20) != 0;
    target.isVeto = row.integer(21) != 0;
    target.parent = row.integer(22);
    target.state = targetStateFromString(row.text(23)).value_or(TargetState::Active);
    target.replaces = row.integer(24);
    target.reason = row.text(25);
    return target;
}

/// All versions that were not removed by then, by id.
Result<std::map<qint64, TargetVersion>> readAll(const Database &database, std::optional<Instant> known)
{
    auto rows = database.prepare(QStringLiteral(
        "SELECT t.id, label, programme, indicator, area, parameters, value, start_date, due_date, due_text, "
        "commitment, lead_unit, other_units, responsible, clause, plan, scope, cadence, baseline_date, curve, "
        "separate_checker, is_veto, parent, state, replaces, reason, a.recorded_at, a.who FROM cuntu_target t "
        "JOIN cuntu_action a ON a.id = t.action_id LEFT JOIN cuntu_action r ON r.id = t.removed_by "
        "WHERE (r.id IS NULL OR r.recorded_at > ?1) AND a.recorded_at <= coalesce(?1, a.recorded_at) ORDER BY t.id"));
    if (!rows) {
        return rows.error();
    }
    rows->bind(0, known ? Value(known->toIso().toStdString()) : Value());
    std::map<qint64, TargetVersion> versions;
    auto more = rows->step();
    for (; more && *more; more = rows->step()) {
        Target target = targetFrom(*rows);
        const qint64 id = target.id;
        versions.emplace(
            id, TargetVersion{std::move(target), Instant::fromIso(rows->text(26)).value_or(Instant()), rows->text(27)});
    }
    if (!more) {
        return more.error();
    }
    return versions;
}

/// The first version of the chain that @p id belongs to.
qint64 firstOf(const std::map<qint64, TargetVersion> &versions, qint64 id)
{
    // A version names an older one, so that this ends.
    for (auto found = versions.find(id); found != versions.end() && found->second.target.replaces != 0;
         found = versions.find(id)) {
        id = found->second.target.replaces;
    }
    return id;
}

} // namespace

Result<std::vector<Target>> readTargets(const Database &database, std::optional<Instant> known)
{
    auto versions = readAll(database, known);
    if (!versions) {
        return versions.error();
    }
    std::map<qint64, const Target *> newest; // by first version
    for (const auto &[id, version] : *versions) {
        newest[firstOf(*versions, id)] = &version.target;
    }
    std::vector<Target> targets;
    for (const auto &[first, target] : newest) {
        targets.push_back(*target);
        const auto parent = newest.find(firstOf(*versions, target->parent));
        targets.back().parent = parent == newest.end() ? 0 : parent->second->id;
    }
    return targets;
}

Result<std::vector<TargetVersion>> readTargetVersions(const Database &database, qint64 id)
{
    auto versions = readAll(database, std::nullopt);
    if (!versions) {
        return versions.error();
    }
    const qint64 first = firstOf(*versions, id);
    std::vector<TargetVersion> chain;
    for (auto &[each, version] : *versions) {
        if (firstOf(*versions, each) == first) {
            chain.push_back(version);
        }
    }
    return chain;
}

Result<qint64> insertTarget(Database &database, const Target &target, ActionId action)
{
    const bool strive = target.commitment == Commitment::Strive;
    auto done = database.execute(
        QStringLiteral(
            "INSERT INTO cuntu_target (label, programme, indicator, area, parameters, value, start_date, due_date, "
            "due_text, commitment, lead_unit, other_units, responsible, clause, plan, scope, cadence, baseline_date, "
            "curve, separate_checker, is_veto, parent, state, replaces, reason, action_id) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
        {target.label.toStdString(),
         target.programme.toStdString(),
         target.indicator.toStdString(),
         target.area.toString().toStdString(),
         parametersJson(target.parameters).toStdString(),
         target.value,
         dayValue(target.start),
         dayValue(target.due),
         target.dueText.toStdString(),
         std::string(strive ? "strive" : "ensure"),
         target.leadUnit.toStdString(),
         target.otherUnits.join(QStringLiteral("、")).toStdString(),
         target.responsible.toStdString(),
         target.clause.toStdString(),
         target.plan.toStdString(),
         scopeJson(target.scope).toStdString(),
         toString(target.cadence).toStdString(),
         dayValue(target.baseline),
         curveJson(target.curve).toStdString(),
         std::int64_t{target.separateChecker},
         std::int64_t{target.isVeto},
         idValue(target.parent),
         toString(target.state).toStdString(),
         idValue(target.replaces),
         target.reason.toStdString(),
         action.value});
    if (!done) {
        return done.error();
    }
    return database.lastInsertId();
}

} // namespace cuntu
