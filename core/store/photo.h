// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/photo/photo_facts.h"

namespace cuntu {

/// A picture in a project, and the feature that it shows.
struct Photo {
    qint64 id = 0;
    QString name;                      ///< of the file it came from
    QString sha256;                    ///< of its bytes, hexadecimal
    QString layer;                     ///< of the feature that it shows; empty: none
    FeatureId feature;                 ///< none: attached to nothing
    PhotoFacts facts;                  ///< the position in EPSG:4490
    std::optional<double> distance_m;  ///< from the feature; empty: attached by hand
    std::optional<std::uint64_t> hash; ///< perceptual (dHash); empty: it could not be drawn
};

} // namespace cuntu
