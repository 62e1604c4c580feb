// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plugin/candidate.h"

#include <algorithm>

namespace cuntu {

namespace {

/// The candidate with @p id that matters most: a pending or active one before those that were refused.
const Candidate *findCandidate(const std::vector<Candidate> &candidates, const QString &id)
{
    const Candidate *found = nullptr;
    for (const Candidate &each : candidates) {
        if (each.report.id == id) {
            if (each.pending || each.report.state == PluginState::Active) {
                return &each;
            }
            found = &each;
        }
    }
    return found;
}

/// Why @p requirement of @p candidate is not fulfilled; empty where it is.
std::optional<Error> lack(const Candidate &candidate, const PluginRequirement &requirement,
                          const std::vector<Candidate> &candidates)
{
    const QString &id = candidate.metadata.id;
    const Candidate *other = findCandidate(candidates, requirement.id);
    if (other == nullptr) {
        return candidate.error(
            ErrorCode::NotFound, Core::tr("plugin %1 needs plugin %2, which is not there").arg(id, requirement.id),
            Core::tr("Install plugin %1, or remove %2.").arg(requirement.id, candidate.metadata.file));
    }
    if (!other->pending && other->report.state != PluginState::Active) {
        return candidate.error(ErrorCode::NotFound,
                               Core::tr("plugin %1 needs plugin %2, which is not in use: %3")
                                   .arg(id, requirement.id, other->report.reason.sentence),
                               Core::tr("Put plugin %1 right first.").arg(requirement.id));
    }
    if (other->metadata.version < requirement.version) {
        return candidate.error(
            ErrorCode::Conflict,
            Core::tr("plugin %1 needs plugin %2 in version %3 or later; version %4 is there")
                .arg(id, requirement.id, requirement.version.toString(), other->metadata.version.toString()),
            Core::tr("Update plugin %1.").arg(requirement.id));
    }
    return std::nullopt;
}

/// One pass over all that are pending; true if any was refused, so that others may have to follow.
bool refuseUnfulfilled(std::vector<Candidate> &candidates)
{
    bool any = false;
    for (Candidate &candidate : candidates) {
        const bool before = candidate.pending;
        if (before) {
            refuseWithoutRequired(candidate, candidates);
        }
        any = any || before != candidate.pending;
    }
    return any;
}

/// Puts plugins behind those they require (depth first), and notices circles.
class Sorter {
public:
    explicit Sorter(std::vector<Candidate> &candidates) : m_candidates(candidates) {}

    /// Empty where a circle was found; its members are refused then.
    std::optional<std::vector<Candidate *>> sorted()
    {
        for (Candidate &candidate : m_candidates) {
            if (candidate.pending && !visit(candidate)) {
                return std::nullopt;
            }
        }
        return m_order;
    }

private:
    bool visit(Candidate &candidate)
    {
        if (std::find(m_order.begin(), m_order.end(), &candidate) != m_order.end()) {
            return true;
        }
        m_path.push_back(&candidate);
        for (const PluginRequirement &requirement : candidate.metadata.requirements) {
            Candidate *next = findPending(requirement.id);
            const auto onPath = std::find(m_path.begin(), m_path.end(), next);
            if (next == nullptr || (requirement.optional && onPath != m_path.end())) {
                continue; // an optional one is no reason for a circle
            }
            if (onPath != m_path.end()) {
                refuseCircle({onPath, m_path.end()});
                return false;
            }
            if (!visit(*next)) {
                return false;
            }
        }
        m_path.pop_back();
        m_order.push_back(&candidate);
        return true;
    }

    Candidate *findPending(const QString &id)
    {
        const auto found = std::find_if(m_candidates.begin(), m_candidates.end(),
                                        [&](const Candidate &each) { return each.pending && each.metadata.id == id; });
        return found == m_candidates.end() ? nullptr : &*found;
    }

    static void refuseCircle(const std::vector<Candidate *> &circle)
    {
        QStringList ids;
        for (const Candidate *each : circle) {
            ids << each->metadata.id;
        }
        ids << ids.front();
        for (Candidate *each : circle) {
            each->refuse(each->error(
                ErrorCode::Conflict,
                Core::tr("plugin %1 requires itself: %2").arg(each->metadata.id, ids.join(QStringLiteral(" → "))),
                Core::tr("Install other versions of these plugins, or remove one of them.")));
        }
    }

    std::vector<Candidate> &m_candidates;
    std::vector<Candidate *> m_order;
    std::vector<Candidate *> m_path; ///< from a plugin to what it requires, as far as we are
};

} // namespace

Error Candidate::error(ErrorCode code, const QString &sentence, const QString &advice) const
{
    Where where;
    where.plugin = report.id;
    where.file = report.file;
    return {code, sentence, where, advice, {}, {}};
}

void Candidate::end(PluginState state, Error reason)
{
    pending = false;
    report.state = state;
    report.reason = std::move(reason);
    report.reason.where.plugin = report.id;
    report.reason.where.file = report.file;
}

void refuseTwins(std::vector<Candidate> &candidates)
{
    for (auto later = candidates.begin(); later != candidates.end(); ++later) {
        const auto first = std::find_if(candidates.begin(), later, [&](const Candidate &each) {
            return each.pending && each.metadata.id == later->metadata.id;
        });
        if (later->pending && first != later) {
            later->refuse(later->error(ErrorCode::Conflict,
                                       Core::tr("there are two plugins %1: %2 is used, %3 is not")
                                           .arg(later->metadata.id, first->metadata.file, later->metadata.file),
                                       Core::tr("Remove one of the two files.")));
        }
    }
}

void refuseWithoutRequired(Candidate &candidate, const std::vector<Candidate> &candidates)
{
    for (const PluginRequirement &requirement : candidate.metadata.requirements) {
        if (!requirement.optional) {
            if (auto error = lack(candidate, requirement, candidates)) {
                candidate.refuse(std::move(*error));
                return;
            }
        }
    }
}

std::vector<Candidate *> loadOrder(std::vector<Candidate> &candidates)
{
    for (;;) {
        while (refuseUnfulfilled(candidates)) {
        }
        if (auto order = Sorter(candidates).sorted()) {
            return std::move(*order);
        }
    }
}

} // namespace cuntu
