// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/areas/area_tree.h"

class QComboBox;

namespace cuntu::ui {

/// A box to choose an area of @p areas as they are on @p day, or to type its name or code. GUI thread, as all of these;
/// the caller owns.
QComboBox *makeAreaBox(const AreaTree &areas, Day day);
/// The area that is chosen or typed; empty for what is none.
AreaCode areaOf(const QComboBox &box);
/// Chooses @p area; its code is shown where the box does not have it.
void setArea(QComboBox &box, const AreaCode &area);

} // namespace cuntu::ui
