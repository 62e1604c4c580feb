// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/schema/field.h"

namespace cuntu {

namespace {

QString stars(qsizetype count)
{
    return QString(std::max<qsizetype>(count, 0), QLatin1Char('*'));
}

/// Keeps @p head characters in front and @p tail behind; too short a value is hidden wholly.
QString keepEnds(const QString &value, qsizetype head, qsizetype tail)
{
    if (value.size() <= head + tail) {
        return stars(value.size());
    }
    return value.left(head) + stars(value.size() - head - tail) + value.right(tail);
}

} // namespace

std::optional<QString> Field::choiceFor(QStringView word) const
{
    const QString wanted = normalised(word);
    const auto same = [&](const QString &text) { return normalised(text).compare(wanted, Qt::CaseInsensitive) == 0; };
    for (const Choice &choice : choices) {
        if (same(choice.id) || same(choice.name.zh) || same(choice.name.en) ||
            std::any_of(choice.synonyms.begin(), choice.synonyms.end(), same)) {
            return choice.id;
        }
    }
    return std::nullopt;
}

QString masked(const QString &value, Personal kind)
{
    switch (kind) {
    case Personal::No:
        return value;
    case Personal::Name:
        return keepEnds(value, value.size() > 1 ? 1 : 0, 0);
    case Personal::IdNumber:
        return keepEnds(value, 6, 4);
    case Personal::Phone:
        return keepEnds(value, 3, 4);
    case Personal::Account:
        return keepEnds(value, 0, 4);
    case Personal::Sensitive:
        return {};
    }
    return {};
}

} // namespace cuntu
