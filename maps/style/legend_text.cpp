// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/style/legend_text.h"

#include "maps/text.h"

namespace cuntu {
namespace {

QString choiceName(const Field &field, const QString &id)
{
    for (const Choice &choice : field.choices) {
        if (choice.id == id) {
            return choice.name.toString();
        }
    }
    return id;
}

/// "households ≥ 25"
QString conditionText(const Condition &condition, const LayerSchema &schema)
{
    const Field *field = schema.findField(condition.field);
    const QString name = field != nullptr ? field->name.toString() : condition.field;
    const QString value = field != nullptr ? choiceName(*field, condition.operand) : condition.operand;
    switch (condition.comparison) {
    case Condition::Comparison::Is:
        return Maps::tr("%1 = %2").arg(name, value);
    case Condition::Comparison::IsNot:
        return Maps::tr("%1 ≠ %2").arg(name, value);
    case Condition::Comparison::Less:
        return Maps::tr("%1 < %2").arg(name, value);
    case Condition::Comparison::AtMost:
        return Maps::tr("%1 ≤ %2").arg(name, value);
    case Condition::Comparison::More:
        return Maps::tr("%1 > %2").arg(name, value);
    case Condition::Comparison::AtLeast:
        return Maps::tr("%1 ≥ %2").arg(name, value);
    case Condition::Comparison::Contains:
        return Maps::tr("%1 contains %2").arg(name, value);
    case Condition::Comparison::BeginsWith:
        return Maps::tr("%1 begins with %2").arg(name, value);
    case Condition::Comparison::IsEmpty:
        return Maps::tr("%1 is empty").arg(name);
    case Condition::Comparison::IsNotEmpty:
        return Maps::tr("%1 is not empty").arg(name);
    }
    return {};
}

QString ruleText(const StyleClass &rule, const LayerSchema &schema)
{
    if (rule.conditions.empty()) {
        return Maps::tr("others");
    }
    QStringList texts;
    for (const Condition &condition : rule.conditions) {
        texts << conditionText(condition, schema);
    }
    return texts.join(rule.match == Match::All ? Maps::tr(" and ") : Maps::tr(" or "));
}

} // namespace

QString legendNumber(double value, int decimals)
{
    QString text = QString::number(value, 'f', decimals);
    if (text.contains(QLatin1Char('.'))) {
        while (text.endsWith(QLatin1Char('0'))) {
            text.chop(1);
        }
        if (text.endsWith(QLatin1Char('.'))) {
            text.chop(1);
        }
    }
    return text == QStringLiteral("-0") ? QStringLiteral("0") : text;
}

QString classText(const LayerStyle &style, std::size_t index, const LayerSchema &schema)
{
    const StyleClass &entry = style.classes[index];
    if (!entry.label.isEmpty()) {
        return entry.label;
    }
    if (style.kind == LayerStyle::Kind::Rules) {
        return ruleText(entry, schema);
    }
    const Field *field = schema.findField(style.field);
    if (style.kind == LayerStyle::Kind::Graduated) {
        const QString unit = field != nullptr && !field->unit.isEmpty() ? QLatin1Char(' ') + field->unit : QString();
        return QStringLiteral("%1 – %2%3").arg(legendNumber(entry.from), legendNumber(entry.to), unit);
    }
    if (entry.value.isEmpty()) {
        return Maps::tr("others");
    }
    return field != nullptr ? choiceName(*field, entry.value) : entry.value;
}

} // namespace cuntu
