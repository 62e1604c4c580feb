// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/oversight_table.h"

#include <map>

namespace cuntu {

namespace {

constexpr char k_otherUnitsMark[] = "、";

Case caseFrom(const Statement &row)
{
    Case item;
    item.id = row.integer(0);
    item.kind = caseKindFromString(row.text(1)).value_or(CaseKind::Rectification);
    item.number = row.text(2);
    item.rule = row.text(3);
    item.source = row.text(4);
    item.text = row.text(5);
    item.layer = row.text(6);
    item.feature = FeatureId{row.integer(7)};
    item.area = AreaCode::parse(row.text(8)).value_or(AreaCode());
    item.target = row.text(9);
    item.level = static_cast<int>(row.integer(10));
    item.leadUnit = row.text(11);
    item.otherUnits = row.text(12).split(QString::fromUtf8(k_otherUnitsMark), Qt::SkipEmptyParts);
    item.responsible = row.text(13);
    item.deadline = Day::fromIso(row.text(14));
    item.measure = row.text(15);
    item.firstSeen = Day::fromIso(row.text(16)).value_or(Day());
    item.lastSeen = Day::fromIso(row.text(17)).value_or(item.firstSeen);
    return item;
}

/// Cases for which @p condition (over one parameter, @p value) holds, with their steps. What has no step that holds is
/// left out.
Result<std::vector<Case>> readWhere(const Database &database, const QString &condition, const Value &value)
{
    auto rows = database.prepare(
        QStringLiteral("SELECT id, kind, number, rule, source, text, layer, feature_id, area, target, level, "
                       "lead_unit, other_units, responsible, deadline, measure, first_seen, last_seen "
                       "FROM cuntu_case c WHERE removed_by IS NULL AND %1 ORDER BY id")
            .arg(condition));
    auto steps = database.prepare(
        QStringLiteral("SELECT s.case_id, s.state, s.step_date, s.recorded_at, s.who, s.note, s.evidence_id "
                       "FROM cuntu_case_step s JOIN cuntu_case c ON c.id = s.case_id "
                       "WHERE s.removed_by IS NULL AND c.removed_by IS NULL AND %1 ORDER BY s.id")
            .arg(condition));
    if (!rows || !steps) {
        return rows ? steps.error() : rows.error();
    }
    rows->bind(0, value);
    steps->bind(0, value);
    std::vector<Case> cases;
    std::map<qint64, std::size_t> place;
    auto more = rows->step();
    for (; more && *more; more = rows->step()) {
        cases.push_back(caseFrom(*rows));
        place.emplace(cases.back().id, cases.size() - 1);
    }
    if (more) {
        more = steps->step();
    }
    for (; more && *more; more = steps->step()) {
        if (const auto found = place.find(steps->integer(0)); found != place.end()) {
            cases[found->second].steps.push_back({steps->text(1), Day::fromIso(steps->text(2)).value_or(Day()),
                                                  Instant::fromIso(steps->text(3)).value_or(Instant()), steps->text(4),
                                                  steps->text(5), steps->integer(6)});
        }
    }
    if (!more) {
        return more.error();
    }
    std::erase_if(cases, [](const Case &item) { return item.steps.empty(); });
    return cases;
}

} // namespace

Result<std::vector<Case>> readCases(const Database &database, CaseKind kind)
{
    return readWhere(database, QStringLiteral("c.kind = ?"), toString(kind).toStdString());
}

Result<Case> readCase(const Database &database, qint64 id)
{
    auto found = readWhere(database, QStringLiteral("c.id = ?"), std::int64_t{id});
    if (!found) {
        return found.error();
    }
    if (found->empty()) {
        return Error{ErrorCode::NotFound, Core::tr("there is no case %1").arg(id), {}, {}, {}, {}};
    }
    return std::move(found->front());
}

Result<qint64> insertCase(Database &database, const Case &item, ActionId action)
{
    auto done = database.execute(
        QStringLiteral("INSERT INTO cuntu_case (uuid, kind, number, rule, source, text, layer, feature_id, area, "
                       "target, level, lead_unit, other_units, responsible, deadline, measure, first_seen, last_seen, "
                       "action_id) VALUES (randomblob(16), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
        {toString(item.kind).toStdString(), item.number.toStdString(), item.rule.toStdString(),
         item.source.toStdString(), item.text.toStdString(), item.layer.toStdString(),
         item.feature.isNone() ? Value() : Value(item.feature.value), item.area.toString().toStdString(),
         item.target.toStdString(), std::int64_t{item.level}, item.leadUnit.toStdString(),
         item.otherUnits.join(QString::fromUtf8(k_otherUnitsMark)).toStdString(), item.responsible.toStdString(),
         dayValue(item.deadline), item.measure.toStdString(), item.firstSeen.toIso().toStdString(),
         item.lastSeen.toIso().toStdString(), action.value});
    if (!done) {
        return done.error();
    }
    const qint64 id = database.lastInsertId();
    for (const CaseStep &step : item.steps) {
        if (auto added = insertCaseStep(database, id, step, action); !added) {
            return added.error();
        }
    }
    return id;
}

Result<void> updateSighting(Database &database, const Case &alert)
{
    return database.execute(
        QStringLiteral("UPDATE cuntu_case SET text = ?, level = ?, lead_unit = ?, other_units = ?, responsible = ?, "
                       "deadline = ?, last_seen = ? WHERE id = ?"),
        {alert.text.toStdString(), std::int64_t{alert.level}, alert.leadUnit.toStdString(),
         alert.otherUnits.join(QString::fromUtf8(k_otherUnitsMark)).toStdString(), alert.responsible.toStdString(),
         dayValue(alert.deadline), alert.lastSeen.toIso().toStdString(), std::int64_t{alert.id}});
}

Result<void> insertCaseStep(Database &database, qint64 id, const CaseStep &step, ActionId action)
{
    return database.execute(
        QStringLiteral("INSERT INTO cuntu_case_step (case_id, state, step_date, recorded_at, who, note, evidence_id, "
                       "action_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"),
        {std::int64_t{id}, step.state.toStdString(), step.date.toIso().toStdString(),
         step.recorded.toIso().toStdString(), step.who.toStdString(), step.note.toStdString(),
         step.evidence != 0 ? Value(std::int64_t{step.evidence}) : Value(), action.value});
}

Result<std::vector<ClosedPeriod>> readClosedPeriods(const Database &database)
{
    auto rows = database.prepare(
        QStringLiteral("SELECT p.id, p.until_date, p.reason, a.recorded_at, a.who FROM cuntu_period p "
                       "JOIN cuntu_action a ON a.id = p.action_id WHERE p.removed_by IS NULL ORDER BY p.id"));
    if (!rows) {
        return rows.error();
    }
    std::vector<ClosedPeriod> periods;
    auto more = rows->step();
    for (; more && *more; more = rows->step()) {
        periods.push_back({rows->integer(0), Day::fromIso(rows->text(1)).value_or(Day()), rows->text(2),
                           Instant::fromIso(rows->text(3)).value_or(Instant()), rows->text(4)});
    }
    if (!more) {
        return more.error();
    }
    return periods;
}

Result<void> insertClosedPeriod(Database &database, Day until, const QString &reason, ActionId action)
{
    return database.execute(QStringLiteral("INSERT INTO cuntu_period (until_date, reason, action_id) VALUES (?, ?, ?)"),
                            {until.toIso().toStdString(), reason.toStdString(), action.value});
}

} // namespace cuntu
