// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/project.h"

namespace cuntu {

/// Which checks to run, and about what.
struct CheckRequest {
    QStringList rules; ///< ids; empty: all
    QString layer;     ///< only what is about this layer; empty: all of them
};

/// What one rule found.
struct RuleOutcome {
    QString rule; ///< id
    Text name;
    Text help;
    Severity severity = Severity::Error;
    bool hasFix = false;
    std::vector<CheckFinding> findings; ///< each with its position, where its feature has one that is not personal
    double seconds = 0;
};

/// Text form of @p severity: "error", "warning".
CUNTU_CORE_EXPORT QString toString(Severity severity);

/// All rules for @p project in the order in which they run: the file itself, the host's (core/check/host_checks.h), the
/// targets, then what the programmes declare. Their functions use @p project, which must outlive them.
CUNTU_CORE_EXPORT std::vector<Check> checksOf(const Project &project);

/// Runs the rules of @p request, in their order; those that find nothing are in the result too. NotFound for a rule or
/// a layer that does not exist, and names those that do; cancelled. Any thread.
CUNTU_CORE_EXPORT Result<std::vector<RuleOutcome>> checkProject(const Project &project, const CheckRequest &request,
                                                                const JobContext &job);

/// True where any finding of @p outcomes is one of an error.
CUNTU_CORE_EXPORT bool hasErrors(const std::vector<RuleOutcome> &outcomes);

/// A feature before and after a fix; the fix's geometry is empty for one that would go and for one that keeps it.
struct FixPreview {
    CheckFix fix;
    Geometry before;
    QStringList changes; ///< of its values: "Energy: 9.5 -> 9500", personal ones masked
};

/// What putting @p finding of @p rule right would change; empty where it cannot be. Misused for a rule without a fix,
/// NotFound for one that does not exist. Any thread.
CUNTU_CORE_EXPORT Result<std::vector<FixPreview>> previewFix(const Project &project, const QString &rule,
                                                             const CheckFinding &finding, const JobContext &job);

/// What a fix did.
struct FixReport {
    std::vector<CheckFix> fixed; ///< what changed of each, without the geometries
    ActionId action;             ///< none where there was nothing to fix
};

/// Runs @p rule and puts right what it can of @p only (empty: of all it finds), as one action that can be undone.
/// Misused for a rule without a fix, NotFound for one that does not exist.
CUNTU_CORE_EXPORT Result<FixReport> fixFindings(Project &project, const QString &rule,
                                                const std::vector<CheckFinding> &only, const QString &who,
                                                const JobContext &job);

} // namespace cuntu
