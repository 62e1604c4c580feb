// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/mark_rules.h"

#include "core/base/text.h"

#include <algorithm>

namespace cuntu {

namespace {

Error broken(const char *rule, ErrorCode code, const QString &sentence, const QString &advice, FeatureId feature = {})
{
    const QString id = feature.isNone() ? QString() : QString::number(feature.value);
    return {code, sentence, {.feature = id, .rule = QString::fromLatin1(rule)}, advice, {}, {}};
}

Error noSuchStep(const LifeCycle &cycle, const HeldEntry &now, const QString &wanted, FeatureId id)
{
    const Status *from = cycle.findStatus(now.status);
    QStringList allowed;
    for (const Transition &transition : cycle.transitions) {
        const Status *to = transition.from == now.status ? cycle.findStatus(transition.to) : nullptr;
        if (to) {
            allowed << QStringLiteral("%1 (%2)").arg(to->name.toString(), to->id);
        }
    }
    return broken("ledger.step", ErrorCode::Invalid,
                  Core::tr("the feature is %1 since %2; it cannot become %3")
                      .arg(from ? from->name.toString() : now.status, now.effective.toIso(),
                           cycle.findStatus(wanted)->name.toString()),
                  Core::tr("Allowed next: %1. To correct an earlier statement, supersede it.")
                      .arg(allowed.join(QStringLiteral(", "))),
                  id);
}

bool isDone(const Status *status)
{
    return status && status->countsAs == StatusClass::Done;
}

} // namespace

MarkRules::MarkRules(Immutable<ProjectSnapshot> project, const std::vector<Target> &targets,
                     const std::vector<ClosedPeriod> &periods, ReporterOf reporterOf)
    : m_project(std::move(project)), m_reporterOf(std::move(reporterOf))
{
    std::copy_if(targets.begin(), targets.end(), std::back_inserter(m_targets),
                 [](const Target &target) { return target.separateChecker; });
    for (const ClosedPeriod &period : periods) {
        m_closedUntil = std::max(m_closedUntil.value_or(period.until), period.until);
    }
}

Result<void> MarkRules::checkRequest(const MarkRequest &request) const
{
    if (request.features.empty()) {
        return Error{
            ErrorCode::Misused, Core::tr("nothing is selected"), {}, Core::tr("Select features first."), {}, {}};
    }
    if (request.who.trimmed().isEmpty()) {
        return broken("ledger.nobody", ErrorCode::Misused, Core::tr("who reports it is not said"),
                      Core::tr("Give a name."));
    }
    if (request.effective > Day::today()) {
        return broken("ledger.future", ErrorCode::OutOfRange,
                      Core::tr("%1 is in the future").arg(request.effective.toIso()),
                      Core::tr("Give the day on which it happened in the field."));
    }
    if (m_closedUntil && request.effective <= *m_closedUntil && request.note.trimmed().isEmpty()) {
        return broken("ledger.closed_period", ErrorCode::Invalid,
                      Core::tr("the time until %1 is closed").arg(m_closedUntil->toIso()),
                      Core::tr("Give a note that says why it comes late."));
    }
    return {};
}

Result<void> MarkRules::checkStep(const MarkRequest &request, const Track &track, const TrackView &standings,
                                  const LifeCycle &cycle, FeatureId id) const
{
    const Status &status = *cycle.findStatus(request.status);
    if (auto shown = checkEvidence(request, status, id); !shown) {
        return shown;
    }
    const auto now = standings.standingOn(id, request.effective);
    if (!now) {
        return {};
    }
    if (auto separate = checkChecker(request, track, *now, status, id); !separate) {
        return separate;
    }
    if (!request.supersedes.isNone() || now->status == request.status) {
        return {};
    }
    const Transition *step = cycle.findTransition(now->status, request.status);
    if (!step) {
        return noSuchStep(cycle, *now, request.status, id);
    }
    if (step->needsNote && request.note.isEmpty()) {
        const Status *from = cycle.findStatus(now->status);
        return broken(
            "ledger.step_reason", ErrorCode::Invalid,
            Core::tr("the step from %1 to %2 needs a reason").arg(from->name.toString(), status.name.toString()),
            Core::tr("Give a note that says why."), id);
    }
    return {};
}

Result<void> MarkRules::checkEvidence(const MarkRequest &request, const Status &status, FeatureId id) const
{
    const bool isShown = !request.document.isEmpty() || !request.evidenceFiles.isEmpty();
    if (request.rung == Rung::Reported || !isDone(&status) || isShown) {
        return {};
    }
    return broken("ledger.evidence", ErrorCode::Invalid,
                  Core::tr("%1 needs evidence before it is more than reported").arg(status.name.toString()),
                  Core::tr("Attach a photo or document, or give the number of the paper it rests on."), id);
}

bool MarkRules::wantsSeparateChecker(const Track &track, FeatureId id) const
{
    const auto concerns = [&](const Target &target) { return target.programme == track.programme; };
    if (std::none_of(m_targets.begin(), m_targets.end(), concerns)) {
        return false;
    }
    auto layer = m_project->layer(track.layer, {}, {});
    const QString field = layer ? (*layer)->schema().areaField : QString();
    layer = field.isEmpty() ? layer : m_project->layer(track.layer, {field}, {});
    const auto row = layer ? (*layer)->rowOf(id) : std::nullopt;
    const Column *codes = row && !field.isEmpty() ? (*layer)->column(field) : nullptr;
    const std::string_view text = codes ? codes->text(*row) : std::string_view();
    const auto code = AreaCode::parse(QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())));
    return std::any_of(m_targets.begin(), m_targets.end(), [&](const Target &target) {
        return concerns(target) &&
               (!code || target.area.isEmpty() || code->toString().startsWith(target.area.toString()));
    });
}

Result<void> MarkRules::checkChecker(const MarkRequest &request, const Track &track, const HeldEntry &now,
                                     const Status &status, FeatureId id) const
{
    if (!isDone(&status) || !wantsSeparateChecker(track, id)) {
        return {};
    }
    const auto pending = m_pending.find(now.id);
    const QString reporter = pending != m_pending.end() ? pending->second : m_reporterOf(now.id);
    if (reporter.trimmed() != request.who.trimmed()) {
        return {};
    }
    return broken("ledger.same_checker", ErrorCode::Invalid,
                  Core::tr("%1 reported it and cannot accept it as well").arg(request.who),
                  Core::tr("The plan wants somebody else to accept it."), id);
}

} // namespace cuntu
