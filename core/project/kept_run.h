// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/algorithm/algorithm.h"

#include <map>

namespace cuntu {

/// What a computation read of a project.
struct RunBasis {
    qint64 revision = 0;              ///< of the project
    std::map<QString, qint64> layers; ///< revisions of the layers that were read; 0: it had no table
    std::optional<EntryId> entry;     ///< the newest entry of the ledger, where that was read

    bool operator==(const RunBasis &) const = default;
};

/// A result that is to be kept.
struct NewRun {
    QString name; ///< given by the user; empty: the algorithm's name and the first number that is free
    QString algorithm;
    ParameterValues parameters;
    Day asOf;
    RunBasis basis;
    QString who;
    Outcome outcome;
};

/// A result that was kept: what was asked, of which data, and what came out.
struct KeptRun {
    qint64 id = 0;
    QString name;
    QString algorithm;
    QMap<QString, QString> parameters; ///< as ParameterValues::all()
    Day asOf;
    RunBasis basis;
    Instant made;
    QString who;
    QJsonObject figures;
    QStringList layers; ///< ids; those that were removed since are not left out
    std::vector<ProposedMark> marks;
    bool adopted = false; ///< its marks were entered, and that was not taken back
    std::vector<OutcomeCurve> curves = {};
};

/// What came out of a run, and what it was made from.
struct FreshRun {
    Outcome outcome;
    RunBasis basis;
};

/// Runs @p algorithm, and notes what it reads. Whatever the algorithm reports. On a job's thread.
CUNTU_CORE_EXPORT Result<FreshRun> runAlgorithm(const Algorithm &algorithm, const ProjectSnapshot &project,
                                                const ParameterValues &parameters, Day asOf, const JobContext &job);

} // namespace cuntu
