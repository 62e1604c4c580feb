// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/date_edit.h"

#include <QDateEdit>
#include <QSignalBlocker>

namespace cuntu::ui {
namespace {

QDate toDate(Day day)
{
    return {day.year(), day.month(), day.dayOfMonth()};
}

} // namespace

QDateEdit *makeDateEdit(Day day)
{
    auto *edit = new QDateEdit(toDate(day));
    edit->setCalendarPopup(true);
    edit->setDisplayFormat(QStringLiteral("yyyy-MM-dd"));
    edit->setMinimumDate(QDate(1949, 10, 1));
    edit->setMaximumDate(toDate(Day::today()));
    return edit;
}

Day dayOf(const QDateEdit &edit)
{
    const QDate date = edit.date();
    return Day::fromYmd(date.year(), date.month(), date.day()).value_or(Day::today());
}

void setDay(QDateEdit &edit, Day day)
{
    const QSignalBlocker quiet(edit);
    edit.setDate(toDate(day));
}

} // namespace cuntu::ui
