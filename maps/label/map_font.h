// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/label/label.h"

namespace cuntu {

/// A font for maps: the first installed one of the sans serif families that hold Chinese (Noto Sans CJK SC, Source Han
/// Sans, ...), else the system's. Not hinted, so that texts are as wide on every device. Needs a QGuiApplication; any
/// thread.
CUNTU_MAPS_EXPORT QFont mapFont(double size_px, bool bold = false);

/// True when fonts can be used in this process (there is a QGuiApplication).
CUNTU_MAPS_EXPORT bool canDrawText();

/// Width and height of @p lines set in @p look, halo included.
CUNTU_MAPS_EXPORT QSizeF labelSize(const QStringList &lines, const LabelLook &look);

/// @p text in lines of about @p most characters. Chinese may break between any two characters, but no line begins
/// with a closing mark or ends with an opening one (GB/T 15834); other scripts break at spaces.
CUNTU_MAPS_EXPORT QStringList wrapped(const QString &text, int most);

} // namespace cuntu
