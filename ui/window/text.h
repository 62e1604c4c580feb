// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/areas/area_tree.h"
#include "core/base/error.h"
#include "core/base/text.h"
#include "core/ledger/entry.h"
#include "core/schema/field.h"
#include "core/store/value.h"

#include <QCoreApplication>
#include <QStringList>

namespace cuntu::ui {

/// Translation context of the window's free functions: `Ui::tr("...")`.
class Ui {
    Q_DECLARE_TR_FUNCTIONS(cuntu::ui::Ui)
};

/// Word for a level of areas.
QString levelName(AreaLevel level);
/// Word for a rung of trust.
QString rungName(Rung rung);
/// A cell as people read it: the name of a choice, yes or no, the number with its unit; empty for nothing. Not masked.
QString displayText(const Value &value, const Field &field);
/// As displayText(), masked where @p field is personal.
QString maskedText(const Value &value, const Field &field);
/// Names of bodies that stand in @p text with 、, ; or a line end in between, ASCII or full-width.
QStringList unitsIn(const QString &text);
/// What is wrong and what to do, a line each, for a form that is being filled in.
QString problemText(const Error &problem);
/// The number with thousands separators.
QString countText(qint64 count);

} // namespace cuntu::ui
