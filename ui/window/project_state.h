// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/as_known.h"
#include "core/project/project.h"

#include <map>

namespace cuntu::ui {

/// Everything the window shows of a project, as it was at one revision. A value, immutable; any thread.
struct ProjectState {
    QString name;
    QString path;
    Crs crs;
    bool readOnly = false;
    QString readOnlyReason;
    Immutable<Registry> registry;
    Knowledge knowledge; ///< what of the ledger snapshot and targets show
    Immutable<ProjectSnapshot> snapshot;
    std::vector<LayerInfo> layers;
    std::map<QString, QString> styles; ///< JSON by layer, only where somebody chose one
    std::vector<Target> targets;
    std::vector<Case> alerts;        ///< settled ones as well, in the order of entering
    std::vector<Case> ledger;        ///< items of the rectification ledger, closed ones as well, likewise
    std::vector<ActionInfo> actions; ///< latest first
    std::vector<Photo> photos;       ///< in the order of adding, without their bytes
    std::optional<Day> asOf;         ///< the day the project was left on; empty: today

    /// The layer with @p id, or null.
    const LayerInfo *findLayer(const QString &id) const;
    /// The life cycles that a layer's features go through, those of programmes that are not there left out.
    std::vector<TrackCycle> tracksOf(const QString &layer) const;
    /// True where a layer of @p programme holds something.
    bool hasFeatures(const QString &programme) const;
};

/// Key of the project setting that holds the day a project is shown as of.
inline constexpr char16_t k_asOfSetting[] = u"window.as_of";

/// Reads @p project as @p knowledge has it: with less than all it cannot be written. On a job's thread. Whatever the
/// project reports, cancelled.
Result<Immutable<ProjectState>> loadState(const Project &project, Immutable<Registry> registry,
                                          const Knowledge &knowledge, const JobContext &job);

} // namespace cuntu::ui
