// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snapshot/layer_snapshot.h"

namespace cuntu::water {

/// A bar beside a feature: how much is used of what there is.
struct LoadBar {
    Point position;   ///< of the feature, in the layer's CRS
    double share = 0; ///< 1: all of it; more is drawn above the frame, up to k_mostShown
};

/// The areas that draw bars on the ground, two a bar: row 2 i is what is used of bar i, row 2 i + 1 the frame that
/// stands for all there is. A bar is as high as a part of the usual distance between them, so that they are told apart
/// on a map of them all.
struct LoadBars {
    static constexpr double k_mostShown = 1.5;

    static Immutable<LayerSnapshot> layOut(const std::vector<LoadBar> &bars, const LayerSnapshot &works);
};

} // namespace cuntu::water
