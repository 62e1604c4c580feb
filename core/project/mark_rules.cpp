// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/mark_rules.h"

#include "core/base/text.h"

#include <algorithm>
#include <cmath>

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

/// Whether entry @p request corrects, if it does, is one of @p standings.
Result<void> checkCorrects(const MarkRequest &request, const TrackView &standings, FeatureId id)
{
    if (request.supersedes.isNone() || standings.knows(id, request.supersedes)) {
        return {};
    }
    return broken("ledger.corrects", ErrorCode::NotFound,
                  Core::tr("entry %1 says nothing of this kind about the feature").arg(request.supersedes.value),
                  Core::tr("'cuntu history' shows the entries that can be corrected."), id);
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
    if (request.status.isEmpty() && request.values.empty()) {
        return Error{ErrorCode::Misused, Core::tr("neither a status nor a measured figure is given"), {}, {}, {}, {}};
    }
    if (!request.supersedes.isNone() && (request.status.isEmpty() ? 0 : 1) + request.values.size() != 1) {
        return Error{ErrorCode::Misused,
                     Core::tr("a correction is about a status or about one figure"),
                     {},
                     Core::tr("Correct them one after the other."),
                     {},
                     {}};
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
    if (auto corrects = checkCorrects(request, standings, id); !corrects) {
        return corrects;
    }
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

namespace {

/// What @p value would fall below: what stands, or what it corrects; empty: nothing.
std::optional<double> fallenFrom(const MarkRequest &request, double value, const TrackView &standings, FeatureId id)
{
    const std::vector<TrackView::Change> changes = standings.changes(id);
    std::optional<double> standing;
    for (const TrackView::Change &change : changes) {
        if (change.day <= request.effective) {
            standing = change.value; // a blank one: nothing is known any more
        } else if (change.id != request.supersedes) {
            // What was measured later must not become a decrease by this one either.
            if (change.value && *change.value < value) {
                return value;
            }
            break;
        }
    }
    for (const TrackView::Change &change : changes) {
        if (!request.supersedes.isNone() && change.id == request.supersedes && change.value) {
            standing = std::max(standing.value_or(*change.value), *change.value);
        }
    }
    return standing && value < *standing ? standing : std::nullopt;
}

} // namespace

Result<void> MarkRules::checkValue(const MarkRequest &request, double value, const Measure &measure,
                                   const TrackView &standings, FeatureId id) const
{
    if (!std::isfinite(value) || value < 0) {
        return broken("ledger.value", ErrorCode::OutOfRange,
                      Core::tr("%1 is no figure that can be measured").arg(measure.text(value)),
                      Core::tr("Give a number, 0 or more."), id);
    }
    if (measure.isShare() && value > 100) {
        return broken("ledger.share", ErrorCode::OutOfRange,
                      Core::tr("%1 is more than the whole").arg(measure.text(value)),
                      Core::tr("%1 is a share: 0 to 100 %.").arg(measure.name.toString()), id);
    }
    if (auto corrects = checkCorrects(request, standings, id); !corrects) {
        return corrects;
    }
    const bool isExplained = !request.note.trimmed().isEmpty();
    const auto from = measure.isCumulative && !isExplained ? fallenFrom(request, value, standings, id) : std::nullopt;
    if (!from) {
        return {};
    }
    return broken(
        "ledger.decrease", ErrorCode::Invalid,
        *from > value
            ? Core::tr("%1 falls from %2 to %3").arg(measure.name.toString(), measure.text(*from), measure.text(value))
            : Core::tr("%1 was less than %2 afterwards").arg(measure.name.toString(), measure.text(value)),
        Core::tr("Give a note that says why."), id);
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
