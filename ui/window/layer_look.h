// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/style/style.h"
#include "ui/window/project_state.h"

namespace cuntu::ui {

/// The style somebody chose for @p layer, else its programme's default, else one by geometry and place in the list.
/// Text that is no style counts as none.
LayerStyle styleOf(const ProjectState &state, const QString &layer, const std::map<QString, QString> &trials);

/// True where @p layer is coloured by the status of its features: it belongs to a programme, has a life cycle, and
/// nobody chose another style. Layers of the host whose life cycle is lent by a programme keep their own look.
bool isColouredByStatus(const ProjectState &state, const QString &layer, const std::map<QString, QString> &trials);

/// The statuses of @p cycle as classes of a legend, in its order; one more at the end for features without a status.
std::vector<OverlayClass> statusClasses(const LifeCycle &cycle);

/// Number in statusClasses() of each row of @p layer on @p day. Any thread.
std::vector<std::uint8_t> statusRows(const LayerSnapshot &layer, const LifeCycle &cycle, const TrackView &track,
                                     Day day);

/// Every layer that can be drawn, bottom first: in the order the user @p chose; one that is not in it lies where it
/// usually does, just above the layer that is usually below it: areas at the bottom, then lines, points on top.
QStringList drawingOrder(const ProjectState &state, const QStringList &chosen);

} // namespace cuntu::ui
