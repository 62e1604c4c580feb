// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/optional_day.h"

#include "ui/panels/date_edit.h"

#include <QCheckBox>
#include <QDateEdit>
#include <QHBoxLayout>

namespace cuntu::ui {

OptionalDay::OptionalDay(const QString &name, const QString &text, Day suggested)
    : m_given(new QCheckBox(text)), m_day(makeDateEdit(Day::today()))
{
    m_given->setObjectName(name + QStringLiteral("Given"));
    m_day->setObjectName(name);
    m_day->setAccessibleName(text);
    m_day->setMaximumDate(QDate(2199, 12, 31)); // deadlines lie ahead
    cuntu::ui::setDay(*m_day, suggested);
    m_day->setEnabled(false);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins({});
    row->addWidget(m_given);
    row->addWidget(m_day, 1);
    setFocusProxy(m_given);
    connect(m_given, &QCheckBox::toggled, this, [this](bool given) {
        m_day->setEnabled(given);
        Q_EMIT changed();
    });
    connect(m_day, &QDateEdit::dateChanged, this, &OptionalDay::changed);
}

std::optional<Day> OptionalDay::day() const
{
    return m_given->isChecked() ? std::optional(dayOf(*m_day)) : std::nullopt;
}

void OptionalDay::setDay(const std::optional<Day> &day)
{
    if (day) {
        cuntu::ui::setDay(*m_day, *day);
    }
    m_given->setChecked(day.has_value());
}

} // namespace cuntu::ui
