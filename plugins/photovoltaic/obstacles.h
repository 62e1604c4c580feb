// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/algorithm/algorithm.h"
#include "plugins/photovoltaic/horizon.h"

#include <functional>

namespace cuntu::photovoltaic {

/// Buildings and trees that shade: outlines, or walls drawn as lines, with a height above the ground. Immutable; any
/// thread.
class Obstacles {
public:
    /// shade_layer, shade_height_field.
    static std::vector<Parameter> parameters();
    /// Empty where no layer is named. NotFound for a layer that is not there; Invalid without the field of its heights,
    /// and for a layer that could shade nothing: of points, without positions, or in a system that cannot be reached.
    static Result<std::optional<Obstacles>> read(const ProjectSnapshot &project, const ParameterValues &given,
                                                 const JobContext &job);
    /// @p heightField is in metres; features without a height, and points, shade nothing.
    Obstacles(Immutable<LayerSnapshot> layer, QString heightField);

    /// How high the ground is so many metres to the east and to the north of a place, above the ground there.
    using Rise = std::function<double(double east_m, double north_m)>;
    /// Lifts @p horizon of @p place to what stands within 500 m, in 360 directions. A place upon an obstacle is on its
    /// roof: as high as that, and not shaded by it. @p toLayer leads from longitude and latitude to the layer's CRS,
    /// @p eye_m is above the ground or the roof.
    void raise(Horizon &horizon, const SunPlace &place, const CrsTransform &toLayer, const Rise &rise,
               double eye_m = HorizonSearch().eye_m) const;

    const Crs &crs() const { return m_layer->crs(); }

private:
    Immutable<LayerSnapshot> m_layer;
    QString m_heightField;
};

} // namespace cuntu::photovoltaic
