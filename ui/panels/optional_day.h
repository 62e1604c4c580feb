// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/date.h"

#include <QWidget>

class QCheckBox;
class QDateEdit;

namespace cuntu::ui {

/// A day that may be left open: a check box that says what it is for, and a date edit, also for days to come.
class OptionalDay : public QWidget {
    Q_OBJECT

public:
    /// @p suggested is shown, greyed, until the box is checked.
    OptionalDay(const QString &name, const QString &text, Day suggested);

    std::optional<Day> day() const;
    void setDay(const std::optional<Day> &day);

Q_SIGNALS:
    void changed();

private:
    QCheckBox *m_given;
    QDateEdit *m_day;
};

} // namespace cuntu::ui
