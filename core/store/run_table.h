// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/date.h"
#include "core/store/database.h"

#include <QJsonArray>
#include <QJsonObject>

namespace cuntu {

/// A kept result as its table has it.
struct StoredRun {
    qint64 id = 0;
    QString name;
    QString algorithm;
    QJsonObject parameters;
    Day asOf;
    QJsonObject basis;
    Instant made;
    QString who;
    QJsonObject figures;
    QJsonArray curves;
    QStringList layers;
    QJsonArray marks;
    bool adopted = false; ///< a marking that stands was made from it
};

/// Makes the table of kept results.
Result<void> createRunTable(Database &database);
/// Kept results, in the order of keeping.
Result<std::vector<StoredRun>> readRuns(const Database &database);
/// The number that the next kept result gets.
Result<qint64> nextRun(const Database &database);
/// Stores @p run under its number.
Result<void> insertRun(Database &database, const StoredRun &run, ActionId action);
Result<void> setRunRemoved(Database &database, qint64 run, const Value &action);
/// Gives a result and its layers, whose names end with the result's, another name.
Result<void> renameRun(Database &database, qint64 run, const QString &from, const QString &to);
/// Drops what no undo or redo brings back any more, once another action follows: results taken out before the point
/// where undo ends, and those whose keeping was undone; with the tables of their layers.
Result<void> dropLostRuns(Database &database);

} // namespace cuntu
