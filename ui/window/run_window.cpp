// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/run_window.h"

#include "ui/window/main_window.h"

#include <QApplication>

namespace cuntu {

int runWindow(QApplication &app, const WindowOptions &options)
{
    ui::MainWindow window(app, options);
    window.show();
    return QApplication::exec();
}

} // namespace cuntu
