// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/base/result.h"
#include "core/store/value.h"

#include <map>
#include <optional>
#include <vector>

namespace cuntu {

/// One feature that is added, changed or removed by hand.
struct FeatureEdit {
    enum class Kind { Add, Change, Remove };
    Kind kind = Kind::Change;
    QString layer;
    FeatureId feature;                ///< none: a new one
    std::optional<Geometry> geometry; ///< in the project's CRS; none: it stays, or (new) there is none
    std::map<QString, Value> fields;  ///< by id; others stay, or are empty
    QString sentence;                 ///< what changes by it, for the list of actions; may be empty

    /// What becomes of the ledger's entries about it. See docs/decisions/0009-editing.md.
    struct Ledger {
        /// Add: says of the new feature what is said of this one, as if it had been said of both at the time.
        FeatureId copiedFrom;
        /// Change: adds to its measured amounts those of this one, entry by entry of the same day.
        FeatureId addedFrom;
        /// Of measured amounts (Measure::isCumulative, not in %): Add takes this share of them, Change keeps it.
        double share = 1;
        /// Remove: even where the ledger speaks of it: what it says is taken back, as said in error.
        bool isTakenBack = false;
    };
    Ledger ledger;
};

/// Changes of features that are one action.
struct EditRequest {
    QString name; ///< of the action: a sentence
    QString who;
    std::vector<FeatureEdit> edits; ///< each of another feature
    bool isRepair = false;          ///< what a check proposed
};

/// What an edit did.
struct EditReport {
    ActionId action;
    std::vector<FeatureId> features; ///< of each edit, in their order
};

class Project;

/// Adds, changes and removes features of an opened project by hand, as one action that can be undone; what was there
/// before is kept. All of it or nothing. NotFound for layers, features and fields that are not there; Conflict for a
/// key that is taken, and for removing a feature of which the ledger speaks; Invalid and OutOfRange for what does not
/// fit the layer; ReadOnly. Any thread.
CUNTU_CORE_EXPORT Result<EditReport> editFeatures(Project &project, const EditRequest &request);

} // namespace cuntu
