// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/project_check.h"

#include "core/base/text.h"
#include "core/check/host_checks.h"
#include "core/store/database.h"

#include <chrono>
#include <cmath>

namespace cuntu {

namespace {

using Found = Result<std::vector<CheckFinding>>;

Found checkFile(const Project &project)
{
    auto database = Database::open(project.path(), Database::Mode::ReadOnly);
    if (!database) {
        return database.error();
    }
    auto verdict = database->text(QStringLiteral("PRAGMA integrity_check(1)"));
    if (!verdict) {
        return verdict.error();
    }
    std::vector<CheckFinding> findings;
    if (*verdict != QStringLiteral("ok")) {
        findings.push_back({{}, {}, Core::tr("the project file is damaged: %1").arg(*verdict), {}, false});
    }
    return findings;
}

/// Targets for areas that are in no list.
Found checkTargets(const Project &project, const AreaTree &areas)
{
    const auto targets = project.targets();
    if (!targets) {
        return targets.error();
    }
    std::vector<CheckFinding> findings;
    for (const Target &target : *targets) {
        std::vector<AreaCode> named = target.scope;
        named.push_back(target.area);
        for (const AreaCode &code : named) {
            if (!code.isEmpty() && !areas.all().empty() && !areas.findEver(code)) {
                findings.push_back(
                    {{},
                     {},
                     Core::tr("target %1 is for area %2, which is not in the list")
                         .arg(target.label.isEmpty() ? QString::number(target.id) : target.label, code.toString()),
                     {},
                     false});
            }
        }
    }
    return findings;
}

Check fileRule(const Project &project)
{
    Check check;
    check.id = QStringLiteral("file_damaged");
    check.name = {QStringLiteral("项目文件损坏"), QStringLiteral("Damage to the project file")};
    check.help = {QStringLiteral("SQLite 的完整性检查。损坏的项目请从备份恢复。"),
                  QStringLiteral("SQLite's integrity check. Restore a damaged project from a backup.")};
    check.run = [&project](const ProjectSnapshot &, const JobContext &) { return checkFile(project); };
    return check;
}

Check targetRule(const Project &project)
{
    Check check;
    check.id = QStringLiteral("orphan_target");
    check.name = {QStringLiteral("目标所指的区划不存在"), QStringLiteral("Targets for areas that are not there")};
    check.help = {QStringLiteral("目标给某个乡镇或村，但区划名单中没有它的代码。"),
                  QStringLiteral("A target is for a township or village whose code is in no list of areas.")};
    check.run = [&project](const ProjectSnapshot &snapshot, const JobContext &) {
        return checkTargets(project, snapshot.areas());
    };
    return check;
}

Error unknownRule(const QString &id, const std::vector<Check> &checks)
{
    QStringList known;
    for (const Check &check : checks) {
        known << check.id;
    }
    return {ErrorCode::NotFound,
            Core::tr("there is no rule %1").arg(id),
            {},
            Core::tr("Known: %1").arg(known.join(QStringLiteral(", "))),
            {},
            {}};
}

/// The checks that @p request wants, in their order.
Result<std::vector<Check>> chosenChecks(const Project &project, const CheckRequest &request)
{
    std::vector<Check> all = checksOf(project);
    for (const QString &id : request.rules) {
        if (std::none_of(all.begin(), all.end(), [&](const Check &check) { return check.id == id; })) {
            return unknownRule(id, all);
        }
    }
    std::erase_if(all,
                  [&](const Check &check) { return !request.rules.isEmpty() && !request.rules.contains(check.id); });
    return all;
}

/// Fills in where each finding is, but not where people live, and keeps those about @p layer.
Result<std::vector<CheckFinding>> placed(std::vector<CheckFinding> findings, const QString &layer,
                                         const ProjectSnapshot &project, const JobContext &job)
{
    std::erase_if(findings, [&](const CheckFinding &finding) { return !layer.isEmpty() && finding.layer != layer; });
    const QStringList there = project.layers();
    for (CheckFinding &finding : findings) {
        if (finding.feature.isNone() || !there.contains(finding.layer)) {
            continue;
        }
        const auto its = project.layer(finding.layer, {}, job);
        if (!its) {
            return its.error();
        }
        if ((*its)->schema().positionPersonal) {
            finding.position.reset(); // where people live is in no list; the window finds it by the feature
            continue;
        }
        const auto row = (*its)->rowOf(finding.feature);
        const Point first = row ? (*its)->geometry().firstPoint(*row) : Point{};
        if (!finding.position && row && std::isfinite(first.x)) {
            finding.position = first;
        }
    }
    return findings;
}

Result<RuleOutcome> outcomeOf(const Check &check, const CheckRequest &request, const ProjectSnapshot &snapshot,
                              const JobContext &job)
{
    const auto begin = std::chrono::steady_clock::now();
    auto found = check.run(snapshot, job);
    auto findings = found ? placed(std::move(*found), request.layer, snapshot, job)
                          : Result<std::vector<CheckFinding>>(found.error());
    if (!findings) {
        return findings.error().during(check.name.toString());
    }
    const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - begin;
    return RuleOutcome{check.id,        check.name,           check.help,   check.severity,
                       bool(check.fix), std::move(*findings), taken.count()};
}

} // namespace

QString toString(Severity severity)
{
    return severity == Severity::Error ? QStringLiteral("error") : QStringLiteral("warning");
}

std::vector<Check> checksOf(const Project &project)
{
    std::vector<Check> all{fileRule(project)};
    const std::vector<Check> hosts = hostChecks();
    all.insert(all.end(), hosts.begin(), hosts.end());
    all.push_back(targetRule(project));
    const std::vector<Check> &declared = project.registry().checks;
    all.insert(all.end(), declared.begin(), declared.end());
    return all;
}

Result<std::vector<RuleOutcome>> checkProject(const Project &project, const CheckRequest &request,
                                              const JobContext &job)
{
    const auto checks = chosenChecks(project, request);
    const auto snapshot = checks ? project.snapshot() : Result<Immutable<ProjectSnapshot>>(checks.error());
    if (!snapshot) {
        return snapshot.error();
    }
    if (!request.layer.isEmpty() && !(*snapshot)->layers().contains(request.layer)) {
        return Error{ErrorCode::NotFound,
                     Core::tr("there is no layer %1").arg(request.layer),
                     {},
                     Core::tr("Known: %1").arg((*snapshot)->layers().join(QStringLiteral(", "))),
                     {},
                     {}};
    }
    std::vector<RuleOutcome> outcomes;
    for (const Check &check : *checks) {
        if (job.isCancelled()) {
            return cancelledError();
        }
        job.report(static_cast<double>(outcomes.size()) / static_cast<double>(checks->size()), check.name.toString());
        JobContext within = job;
        within.progress = {}; // a rule's own share would run back and forth
        auto outcome = outcomeOf(check, request, **snapshot, within);
        if (!outcome) {
            return outcome.error();
        }
        outcomes.push_back(std::move(*outcome));
    }
    return outcomes;
}

bool hasErrors(const std::vector<RuleOutcome> &outcomes)
{
    return std::any_of(outcomes.begin(), outcomes.end(), [](const RuleOutcome &outcome) {
        return outcome.severity == Severity::Error && !outcome.findings.empty();
    });
}

namespace {

/// The check called @p rule, which must have a fix.
Result<Check> fixingCheck(const Project &project, const QString &rule)
{
    auto checks = chosenChecks(project, {{rule}, {}});
    if (!checks) {
        return checks.error();
    }
    if (!checks->front().fix) {
        return Error{ErrorCode::Misused,
                     Core::tr("rule %1 has no fix of its own").arg(rule),
                     {},
                     Core::tr("Put right what it finds in the file it came from, and import that again."),
                     {},
                     {}};
    }
    return std::move(checks->front());
}

/// What @p fix changes in the values of its feature, line by line, as people read it.
Result<QStringList> valueChanges(const Project &project, const LayerSchema &schema, const CheckFix &fix)
{
    QStringList changes;
    if (fix.removes || fix.values.empty()) {
        return changes;
    }
    const auto stored = project.feature(fix.layer, fix.feature);
    if (!stored) {
        return stored.error();
    }
    for (std::size_t i = 0; i < schema.fields.size() && i < stored->values.size(); ++i) {
        const Field &field = schema.fields[i];
        const auto now = fix.values.find(field.id);
        if (now == fix.values.end()) {
            continue;
        }
        const auto shown = [&field](const Value &value) {
            return isNull(value) ? Core::tr("nothing") : masked(valueText(value), field.personal);
        };
        changes << Core::tr("%1: %2 → %3", "name of a field: what it holds → what it would hold")
                       .arg(field.name.toString(), shown(stored->values[i]), shown(now->second));
    }
    return changes;
}

} // namespace

Result<std::vector<FixPreview>> previewFix(const Project &project, const QString &rule, const CheckFinding &finding,
                                           const JobContext &job)
{
    const auto check = fixingCheck(project, rule);
    const auto snapshot = check ? project.snapshot() : Result<Immutable<ProjectSnapshot>>(check.error());
    auto fixes = snapshot ? check->fix(**snapshot, {finding}, job) : Result<std::vector<CheckFix>>(snapshot.error());
    if (!fixes) {
        return fixes.error();
    }
    std::vector<FixPreview> previews;
    for (CheckFix &fix : *fixes) {
        const auto layer = (*snapshot)->layer(fix.layer, {}, job);
        if (!layer) {
            return layer.error();
        }
        const auto row = (*layer)->rowOf(fix.feature);
        auto changes = valueChanges(project, (*layer)->schema(), fix);
        if (!changes) {
            return changes.error();
        }
        const bool moves = fix.removes || !fix.geometry.isEmpty();
        previews.push_back(
            {std::move(fix), row && moves ? (*layer)->geometry().geometry(*row) : Geometry(), std::move(*changes)});
    }
    return previews;
}

Result<FixReport> fixFindings(Project &project, const QString &rule, const std::vector<CheckFinding> &only,
                              const QString &who, const JobContext &job)
{
    const auto fixing = fixingCheck(project, rule);
    const auto snapshot = fixing ? project.snapshot() : Result<Immutable<ProjectSnapshot>>(fixing.error());
    auto found = snapshot ? fixing->run(**snapshot, job) : Found(snapshot.error());
    if (!found) {
        return found.error();
    }
    std::erase_if(*found, [&](const CheckFinding &finding) {
        const bool wanted = only.empty() || std::any_of(only.begin(), only.end(), [&](const CheckFinding &each) {
                                return each.layer == finding.layer && each.feature == finding.feature;
                            });
        return !finding.canFix || !wanted;
    });
    auto fixes = fixing->fix(**snapshot, *found, job);
    if (!fixes || fixes->empty()) {
        return fixes ? Result<FixReport>(FixReport{}) : Result<FixReport>(fixes.error());
    }
    const auto action = project.repairGeometries(
        Core::tr("%1: repaired %n features", nullptr, static_cast<int>(fixes->size())).arg(fixing->name.toString()),
        *fixes, who);
    if (!action) {
        return action.error();
    }
    for (CheckFix &fix : *fixes) {
        fix.geometry.clear();
    }
    return FixReport{std::move(*fixes), *action};
}

} // namespace cuntu
