// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/algorithm/parameter.h"
#include "core/base/job.h"
#include "core/snapshot/project_snapshot.h"
#include "core/store/value.h"

#include <QJsonObject>

#include <functional>
#include <map>

namespace cuntu {

/// A layer that an algorithm made; the host stores it as a plain layer with its provenance.
struct OutcomeLayer {
    LayerSchema schema;
    std::vector<FeatureRow> rows; ///< geometry in the project's CRS
};

/// A step in a life cycle that a result proposes for one feature, and what its fields are then: what adopting the plan
/// would enter.
struct ProposedMark {
    QString layer;
    FeatureId feature;
    QString status; ///< of the life cycle that the layer's features go through for the algorithm's programme; may be
                    ///< empty where there are values
    Day effective;
    QString note;                         ///< why, one sentence
    std::map<QString, Value> values = {}; ///< by field of the layer
};

/// A curve of a result: what one quantity comes to where another is so much, e.g. cost against coverage.
struct OutcomeCurve {
    struct Point {
        double x = 0;
        double y = 0;
    };
    QString id; ///< lower_case, one of its own in the result
    Text name;
    Text xName;
    QString xUnit; ///< empty: none
    Text yName;
    QString yUnit;             ///< empty: none
    std::vector<Point> points; ///< ascending in x, finite
};

/// What an algorithm found: figures, layers and curves. Nothing is written by the algorithm itself.
struct Outcome {
    QJsonObject figures;
    std::vector<OutcomeLayer> layers;
    std::vector<ProposedMark> marks = {}; ///< entered only when somebody adopts the result; empty: nothing to adopt
    std::vector<OutcomeCurve> curves = {};
};

/// Which of two values of a figure speaks for a result.
enum class Better : std::uint8_t { NotSaid, More, Less };

/// What a figure of a result is called.
struct OutcomeFigure {
    QString id; ///< key in Outcome::figures
    Text name;
    QString unit = {}; ///< empty: none
    Better better = Better::NotSaid;
};

/// Inputs of one run.
struct AlgorithmInput {
    const ProjectSnapshot &project;
    const ParameterValues &parameters;
    Day asOf;
};

/// A declared computation. The declaration gives the dialog, the `cuntu run` verb with its help, validation and
/// provenance.
struct Algorithm {
    QString id; ///< "programme.verb", lower_case
    QString programme;
    Text name;
    Text help;
    std::vector<Parameter> parameters;
    /// Called on a job's thread, several at once; has no state. Asks for cancel at least every 50 ms.
    std::function<Result<Outcome>(const AlgorithmInput &, const JobContext &)> run;
    /// Figures of its results that have a name, in the order in which they are shown; others follow under their key.
    std::vector<OutcomeFigure> figures = {};
};

} // namespace cuntu
