// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace cuntu {

/// Says that each feature of a layer is a stretch of a line of another layer, from one station to another (see
/// Stationing): its position follows from them.
struct LineReference {
    QString layer;     ///< id of the layer of stretches
    QString keyField;  ///< field of it with the key of the line
    QString fromField; ///< fields of it with the stations, in km
    QString toField;
    QString lines;       ///< id of the layer of lines; its key field tells them apart
    QString lengthField; ///< field of the lines with their length as reported, in km, which stations are scaled to;
                         ///< empty: stations are along the line as drawn
};

} // namespace cuntu
