// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/receipt.h"
#include "core/project/what_if.h"
#include "ui/window/project_state.h"

#include <array>

namespace cuntu::ui {

/// A figure that somebody pointed at, and the promise it was seen beside.
struct FigurePick {
    FigureQuestion question;
    std::optional<Target> target;
};

/// One feature of a list, as people call it, with numbers about it.
struct FeatureLine {
    FeatureId feature;
    QString name; ///< else its key, else its number
    QString area; ///< name of its village, else township; may be empty
    std::vector<double> numbers;
    bool ticked = false;
};
/// Features of one layer.
struct FeatureLines {
    QString layer; ///< id
    std::vector<FeatureLine> lines;
};

/// What a figure is made of.
struct Explanation {
    QString title; ///< the indicator's name
    QString area;
    QString rule;                       ///< in words
    QStringList definition;             ///< "name: value" of each parameter
    Contribution sum;                   ///< of all features
    std::array<Contribution, 3> byRung; ///< by Rung: as far as entries stand on it or higher
    FeatureLines features;              ///< numbers: done, of
};
/// Takes a figure apart. On a job's thread; as featuresBehind(); cancelled.
Result<Explanation> explain(const ProjectState &state, const FigureQuestion &question, Day day, const JobContext &job);

/// Why a figure changed, with the features of each step.
struct ChangeLines {
    FigureChange change;
    std::vector<FeatureLines> features; ///< by step
};
/// As explainChange(). On a job's thread.
Result<ChangeLines> explainChangeOf(const ProjectState &state, const FigureQuestion &question, Day from,
                                    std::optional<Instant> known, Day to, const JobContext &job);

/// Another definition beside the usual one.
struct TrialLines {
    Trial trial;
    std::vector<LightFlip> lights;
    FeatureLines features; ///< numbers: done and of by the usual definition, done and of by the tried one
};
/// As tryDefinition() and flippedLights(). On a job's thread.
Result<TrialLines> tryOut(const ProjectState &state, const FigureQuestion &question,
                          const QMap<QString, QString> &tried, Day day, const JobContext &job);

/// The cheapest places; numbers: gain, cost; the chosen ones are ticked.
struct PlanLines {
    CheapestPlan plan;
    FeatureLines features;
};
/// As cheapestPlan(). On a job's thread.
Result<PlanLines> planCheapest(const ProjectState &state, const Target &target, const QString &costField,
                               std::optional<double> budget, Day day, const JobContext &job);

/// Draws the receipt of a figure up and writes it to @p file. On a job's thread; ReadOnly where it cannot be written.
Result<Receipt> saveReceipt(const ProjectState &state, const FigureQuestion &question, Day day, const QString &file,
                            const JobContext &job);
/// Works the figure of the receipt in @p file out again. On a job's thread.
Result<Verification> proveReceipt(const ProjectState &state, const QString &file, const JobContext &job);

} // namespace cuntu::ui
