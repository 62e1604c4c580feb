// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/qgis/qml.h"

class QXmlStreamWriter;

namespace cuntu {

/// The elements that a QML file and a layer of a project share: renderer-v2, labeling, layerOpacity, aliases.
void writeLook(QXmlStreamWriter &xml, const QgisLook &look);
/// The attributes for the range of scales, on the element that was just started.
void writeScaleRange(QXmlStreamWriter &xml, const LayerStyle &style);

} // namespace cuntu
