// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/window/theme.h"

class QPainter;
class QRectF;

namespace cuntu::ui {

/// Paints the sign of @p state, as stateIcon(), at any size into the middle of @p place.
void paintStateSign(QPainter &painter, const QRectF &place, MilestoneState state, const Theme &theme);

} // namespace cuntu::ui
