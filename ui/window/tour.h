// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace cuntu::ui {

/// A five-minute task for the first day with the program.
struct TourTask {
    QString id; ///< stable: "read", "mark", "import", "behind"
    QString title;
    QString summary; ///< one sentence
    QStringList steps;
};

/// The four tasks in the program's language.
std::vector<TourTask> tourTasks();

} // namespace cuntu::ui
