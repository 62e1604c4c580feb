// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/window/project_actions.h"
#include "ui/window/theme.h"

namespace cuntu::ui {

/// What every part of the window works with. Borrowed by all of them; the main window owns it.
struct Workbench {
    Settings &settings;
    JobRunner &jobs;
    MessageLog &log;
    Session &session;
    ViewState &view;
    ProjectActions &actions;
    Theme theme;
};

} // namespace cuntu::ui
