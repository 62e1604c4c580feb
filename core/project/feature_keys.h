// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snapshot/project_snapshot.h"

#include <QHash>

namespace cuntu {

/// The features of a layer by what people call them: code over name over number, compared as normalised(). A value.
class CUNTU_CORE_EXPORT FeatureKeys {
public:
    /// Whatever loading the layer reports. O(features).
    static Result<FeatureKeys> of(const ProjectSnapshot &project, const LayerSchema &schema, const JobContext &job);

    /// The feature called @p key; none where there is none, or several.
    FeatureId find(const QString &key) const { return m_ids.value(normalised(key)); }
    /// True where several features are called @p key.
    bool isAmbiguous(const QString &key) const;

private:
    void addField(const LayerSnapshot &layer, const QString &field);

    QHash<QString, FeatureId> m_ids; ///< none: several
};

} // namespace cuntu
