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
