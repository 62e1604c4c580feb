// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plugin/registry.h"
#include "core/progress/milestone_look.h"

#include <QBrush>
#include <QColor>
#include <QIcon>
#include <QPalette>

class QApplication;

namespace cuntu::ui {

/// Colours of the window. Text on its ground has a contrast of at least 4.5 to 1 (WCAG 2.1, 1.4.3) in both themes.
struct Theme {
    bool dark = false;
    QColor window;
    QColor base;
    QColor raised; ///< title bars, headers, cards
    QColor text;
    QColor muted;
    QColor border;
    QColor accent;
    QColor onAccent;
    QColor selection;
    QColor failure;
    QColor warning;
};

/// The light or the dark theme.
Theme themeFor(bool dark);

/// Gives the whole program the colours and the font of @p theme.
void applyTheme(QApplication &app, const Theme &theme);

/// Gives the whole program the style sheet of @p theme. Better when a window is built than before: while one is put
/// together each widget would be polished anew with every level above it.
void applyStyleSheet(QApplication &app, const Theme &theme);

/// A drawn icon by name (see icons.cpp) in the colours of @p theme.
QIcon icon(const QString &name, const Theme &theme);

/// Colour of a milestone's state, as in lookOf(), lightened so that it stands out on a dark @p theme.
QColor stateColour(MilestoneState state, const Theme &theme);
/// The hatch over a state that is out of date, as nobody reported in time.
QBrush staleBrush(const Theme &theme);
/// Its sign, in the shape of lookOf().
QIcon stateIcon(MilestoneState state, const Theme &theme);

/// A legend's sign: colour and marking, in the shape that @p geometry is drawn with.
QIcon swatch(QColor colour, Marking marking, GeometryType geometry, const Theme &theme);

} // namespace cuntu::ui
