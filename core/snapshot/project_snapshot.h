// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/areas/area_tree.h"
#include "core/base/job.h"
#include "core/base/result.h"
#include "core/ledger/ledger_view.h"
#include "core/snapshot/layer_snapshot.h"

#include <QStringList>

namespace cuntu {

/// Everything that drawing, indicators and algorithms read, as it was at one revision of the project.
///
/// Layers are loaded when they are first asked for, and kept. Any thread; two threads that ask for the same layer wait
/// for one load. What is not in the snapshot's revision any more (the project has moved on meanwhile) is Conflict: take
/// a new snapshot.
class CUNTU_CORE_EXPORT ProjectSnapshot {
public:
    virtual ~ProjectSnapshot() = default;

    virtual qint64 revision() const = 0;
    virtual QString projectName() const = 0;
    virtual const Crs &crs() const = 0;
    /// Ids of the layers that exist (have a table), in the order of the layer list.
    virtual QStringList layers() const = 0;
    /// Number of features in @p layer; 0 where there is no such layer.
    virtual qint64 featureCount(const QString &layer) const = 0;
    /// Layer @p id with at least @p fields loaded. NotFound for a layer or field that does not exist; cancelled.
    /// A layer that is declared but has no table yet is an empty snapshot, so that indicators need no special case.
    virtual Result<Immutable<LayerSnapshot>> layer(const QString &id, const QStringList &fields,
                                                   const JobContext &job) const = 0;
    /// The ledger as known at this revision.
    virtual const LedgerView &ledger() const = 0;
    virtual const AreaTree &areas() const = 0;
    /// The value of a project setting, or an empty string.
    virtual QString setting(const QString &key) const = 0;
};

} // namespace cuntu
