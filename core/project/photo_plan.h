// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/project.h"

namespace cuntu {

/// A picture that is offered to a project.
struct PhotoCandidate {
    QString file;
    QString sha256;                    ///< of its bytes, hexadecimal
    PhotoFacts facts;                  ///< as the camera says
    std::optional<std::uint64_t> hash; ///< perceptual
};

/// How pictures are to be placed.
struct PhotoOrder {
    QString layer;                  ///< whose features they show; empty: of none
    std::optional<double> within_m; ///< to the nearest feature; empty: the project's setting, 200
    Crs cameraCrs;                  ///< of the positions: EPSG:4490 where not valid, or GCJ-02
    std::optional<FeatureId> to;    ///< all of them show this one
    Day today = Day::today();
};

/// What is to become of a picture.
struct PlannedPhoto {
    PhotoCandidate candidate;
    Photo photo;          ///< position corrected, feature found
    QString feature;      ///< key or name of the feature; empty: none
    QStringList warnings; ///< sentences
    bool isThere = false; ///< the project has these bytes at this feature already: it is not added again
};

/// Places @p candidates on the map and finds for each the nearest feature of a layer: to a point, to the nearest place
/// on a line, or on the border of an area (0 m inside), in metres on the ellipsoid. Says what is doubtful: no time, no
/// position, taken in the future, before the status that the feature has now, outside the feature's village, the same
/// picture (identical bytes, or perceptual hashes that differ by few bits) at another place or time. Any thread.
/// NotFound for an unknown layer or feature, Misused for a layer without positions.
CUNTU_CORE_EXPORT Result<std::vector<PlannedPhoto>> planPhotos(const Project &project, const ProjectSnapshot &snapshot,
                                                               std::vector<PhotoCandidate> candidates,
                                                               const PhotoOrder &order, const JobContext &job);

} // namespace cuntu
