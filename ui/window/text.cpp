// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/text.h"

#include "core/algorithm/unit.h"

#include <QLocale>
#include <QRegularExpression>

namespace cuntu::ui {
namespace {

QString bareText(const Value &value)
{
    switch (value.index()) {
    case 1:
        return QString::number(std::get<1>(value));
    case 2:
        return QString::number(std::get<2>(value), 'g', 12);
    case 3:
        return QString::fromStdString(std::get<3>(value));
    default:
        return {};
    }
}

QString withUnit(const QString &text, const Field &field)
{
    return (text + QLatin1Char(' ') + unitText(field.unit)).trimmed();
}

} // namespace

QString levelName(AreaLevel level)
{
    switch (level) {
    case AreaLevel::County:
        return Ui::tr("County");
    case AreaLevel::Township:
        return Ui::tr("Townships");
    case AreaLevel::Village:
        return Ui::tr("Villages");
    }
    return {};
}

QString rungName(Rung rung)
{
    switch (rung) {
    case Rung::Reported:
        return Ui::tr("Reported");
    case Rung::Checked:
        return Ui::tr("Checked");
    case Rung::Certified:
        return Ui::tr("Certified");
    }
    return {};
}

QString displayText(const Value &value, const Field &field)
{
    const QString text = bareText(value);
    if (text.isEmpty()) {
        return {};
    }
    switch (field.type) {
    case FieldType::Boolean:
        return text == QStringLiteral("1") ? Ui::tr("yes") : Ui::tr("no");
    case FieldType::Date:
        if (const auto day = Day::fromIso(text)) {
            return day->toText();
        }
        return text;
    case FieldType::Choice:
        for (const Choice &choice : field.choices) {
            if (choice.id == text) {
                return choice.name.toString();
            }
        }
        return text;
    default:
        return withUnit(text, field);
    }
}

QString maskedText(const Value &value, const Field &field)
{
    if (field.personal == Personal::No) {
        return displayText(value, field);
    }
    return std::holds_alternative<std::string>(value) ? masked(bareText(value), field.personal) : QString();
}

QString problemText(const Error &problem)
{
    QStringList lines{problem.sentence, problem.advice};
    lines.removeAll(QString());
    QString text = lines.join(QLatin1Char('\n'));
    if (!text.isEmpty()) {
        text[0] = text[0].toUpper();
    }
    return text;
}

QStringList unitsIn(const QString &text)
{
    static const QRegularExpression between(QStringLiteral("[、;；\\n]"));
    QStringList units;
    for (const QString &unit : text.split(between, Qt::SkipEmptyParts)) {
        units << unit.trimmed();
    }
    units.removeAll(QString());
    return units;
}

QString countText(qint64 count)
{
    return QLocale(QLocale::English).toString(count);
}

} // namespace cuntu::ui
