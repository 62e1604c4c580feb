// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/date.h"

class QDateEdit;

namespace cuntu::ui {

/// A date edit with a calendar, in the form 2018-06-30, which ends today: what happened in the field is not in the
/// future.
QDateEdit *makeDateEdit(Day day);
Day dayOf(const QDateEdit &edit);
/// Shows @p day without telling anybody.
void setDay(QDateEdit &edit, Day day);

} // namespace cuntu::ui
