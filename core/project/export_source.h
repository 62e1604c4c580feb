// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/exports.h"

#include <set>

namespace cuntu {

/// Tells whether features lie in an area on a day: by the area field of their layer, else by position. The snapshot
/// must outlive it. One thread.
class AreaFilter {
public:
    /// Misused where features of @p schema say nothing of their area and have no positions.
    static Result<AreaFilter> create(const ProjectSnapshot &snapshot, const LayerSchema &schema, const AreaCode &where,
                                     Day day, const JobContext &job);
    bool accepts(const FeatureRow &row);

private:
    AreaFilter(const ProjectSnapshot &snapshot, const AreaCode &where, Day day)
        : m_areas(snapshot.areas()), m_where(where), m_day(day)
    {
    }
    bool isInside(const QString &code) const;
    bool isInside(const Geometry &geometry) const;
    Result<void> loadGround(const ProjectSnapshot &snapshot, const JobContext &job);

    const AreaTree &m_areas;
    AreaCode m_where;
    Day m_day;
    int m_field = -1; ///< place of the area field; -1: by position
    std::map<std::string, bool> m_known;
    std::vector<Geometry> m_ground; ///< polygons of the area
    std::vector<Box> m_boxes;
};

/// The features of a layer that are to be written, one after the other.
struct SelectedFeatures {
    LayerSchema schema;
    Crs crs;
    FeatureSource features;
    std::shared_ptr<QStringList> notes; ///< what was not found; complete when the features are through
};

/// Features of layer @p layer as @p order narrows them down, with their statuses on its day. The end is NotFound where
/// nothing was selected although something was asked for. @p snapshot must outlive the source.
Result<SelectedFeatures> selectedFeatures(const Project &project, const ProjectSnapshot &snapshot, const QString &layer,
                                          const ExportOrder &order, const JobContext &job);

/// A source of @p rows, which are kept by it.
FeatureSource sourceOf(std::vector<FeatureRow> rows);

} // namespace cuntu
