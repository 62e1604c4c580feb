// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/window/project_state.h"
#include "ui/window/view_state.h"

#include <QColor>

namespace cuntu::ui {

/// What one programme's overlay says of a feature.
struct ProgrammeLine {
    QString programme; ///< name
    QString standing;  ///< name of the class
    QColor colour;
    Marking marking = Marking::Plain;
    QString reason; ///< may be empty
};

/// One statement about a feature.
struct HistoryLine {
    Entry entry;
    QString programme; ///< name; empty where the features go through one life cycle only
    QString status;    ///< name, or what was measured; empty: a retraction
    QColor colour;
    bool holds = true; ///< not superseded, not retracted
};

/// How often a status of a programme occurs among the picked features.
struct StatusCount {
    QString programme; ///< name; empty where the features go through one life cycle only
    QString status;    ///< id; empty: none
    QString name;
    QColor colour;
    int count = 0;
    Day since; ///< of the first feature with it
};

/// Everything the inspector shows of the picked features. A value.
struct PlaceCard {
    Selection selection;
    LayerSchema schema;
    QString title;
    QString area;                      ///< "township, village"
    FeatureRow row;                    ///< of a single feature, personal fields in full
    std::vector<StatusCount> statuses; ///< on the day asked for; empty: the layer has no life cycle
    std::vector<ProgrammeLine> programmes;
    std::vector<HistoryLine> history; ///< latest in the field first, of one day the newest recording
    Box extent;                       ///< of all picked features
};

/// Collects the card for @p selection on @p asOf. On a job's thread. NotFound when the features are gone; cancelled.
Result<PlaceCard> makePlaceCard(const Project &project, const ProjectState &state, const Selection &selection, Day asOf,
                                const JobContext &job);

/// What the main overlays of all programmes say of a single picked feature; slower than the card. On a job's thread;
/// cancelled.
Result<std::vector<ProgrammeLine>> programmeLines(const ProjectState &state, const Selection &selection, Day asOf,
                                                  const JobContext &job);

} // namespace cuntu::ui
