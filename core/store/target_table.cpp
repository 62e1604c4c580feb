// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/target_table.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace cuntu {

namespace {

std::string parametersJson(const QMap<QString, QString> &parameters)
{
    QJsonObject json;
    for (auto it = parameters.begin(); it != parameters.end(); ++it) {
        json[it.key()] = it.value();
    }
    return QJsonDocument(json).toJson(QJsonDocument::Compact).toStdString();
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

Value dayValue(const std::optional<Day> &day)
{
    return day ? Value(day->toIso().toStdString()) : Value();
}

} // namespace

Result<std::vector<Target>> readTargets(const Database &database)
{
    auto rows = database.prepare(QStringLiteral(
        "SELECT id, label, programme, indicator, area, parameters, value, start_date, due_date, due_text, commitment, "
        "lead_unit, other_units, responsible, clause FROM cuntu_target WHERE removed_by IS NULL ORDER BY id"));
    if (!rows) {
        return rows.error();
    }
    std::vector<Target> targets;
    auto more = rows->step();
    for (; more && *more; more = rows->step()) {
        Target target;
        target.id = rows->integer(0);
        target.label = rows->text(1);
        target.programme = rows->text(2);
        target.indicator = rows->text(3);
        target.area = AreaCode::parse(rows->text(4)).value_or(AreaCode());
        target.parameters = parametersFrom(rows->text(5));
        target.value = rows->real(6);
        target.start = Day::fromIso(rows->text(7));
        target.due = Day::fromIso(rows->text(8));
        target.dueText = rows->text(9);
        target.commitment = rows->text(10) == QStringLiteral("strive") ? Commitment::Strive : Commitment::Ensure;
        target.leadUnit = rows->text(11);
        target.otherUnits = rows->text(12).split(QStringLiteral("、"), Qt::SkipEmptyParts);
        target.responsible = rows->text(13);
        target.clause = rows->text(14);
        targets.push_back(std::move(target));
    }
    if (!more) {
        return more.error();
    }
    return targets;
}

Result<qint64> insertTarget(Database &database, const Target &target, ActionId action)
{
    const bool strive = target.commitment == Commitment::Strive;
    auto done = database.execute(
        QStringLiteral(
            "INSERT INTO cuntu_target (label, programme, indicator, area, parameters, value, start_date, due_date, "
            "due_text, commitment, lead_unit, other_units, responsible, clause, action_id) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
        {target.label.toStdString(), target.programme.toStdString(), target.indicator.toStdString(),
         target.area.toString().toStdString(), parametersJson(target.parameters), target.value, dayValue(target.start),
         dayValue(target.due), target.dueText.toStdString(), std::string(strive ? "strive" : "ensure"),
         target.leadUnit.toStdString(), target.otherUnits.join(QStringLiteral("、")).toStdString(),
         target.responsible.toStdString(), target.clause.toStdString(), action.value});
    if (!done) {
        return done.error();
    }
    return database.lastInsertId();
}

} // namespace cuntu
