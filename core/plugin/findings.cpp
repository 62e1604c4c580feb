// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plugin/findings.h"

#include <algorithm>

namespace cuntu {

namespace {

bool isLowerCase(QStringView id)
{
    const auto allowed = [](QChar c) {
        return (c >= QLatin1Char('a') && c <= QLatin1Char('z')) || (c >= QLatin1Char('0') && c <= QLatin1Char('9')) ||
               c == QLatin1Char('_');
    };
    return !id.isEmpty() && !id.front().isDigit() && std::all_of(id.begin(), id.end(), allowed);
}

} // namespace

void Findings::add(const QString &thing, const QString &sentence)
{
    m_errors.push_back({ErrorCode::Invalid, Core::tr("%1: %2").arg(thing, sentence), {}, {}, {}, {}});
}

void Findings::requireLowerCase(const QString &thing, const QString &id)
{
    if (!isLowerCase(id)) {
        add(thing, Core::tr("the id must be lower_case letters, digits and _, beginning with a letter"));
    }
}

void Findings::requirePrefixed(const QString &thing, const QString &id, const QString &programme)
{
    const QString prefix = programme + QLatin1Char('.');
    if (!id.startsWith(prefix)) {
        add(thing, Core::tr("the id must begin with '%1'").arg(prefix));
    } else {
        requireLowerCase(thing, id.mid(prefix.size()));
    }
}

void Findings::requireBothLanguages(const QString &thing, const Text &text)
{
    if (text.zh.isEmpty() && text.en.isEmpty()) {
        add(thing, Core::tr("has no name or help text in Chinese and English"));
    } else {
        requireAllOrNone(thing, text);
    }
}

void Findings::requireAllOrNone(const QString &thing, const Text &text)
{
    if (text.zh.isEmpty() != text.en.isEmpty()) {
        add(thing, text.zh.isEmpty() ? Core::tr("'%1' is not translated into Chinese").arg(text.en)
                                     : Core::tr("'%1' is not translated into English").arg(text.zh));
    }
}

void Findings::requireRange(const QString &thing, std::optional<double> min, std::optional<double> max)
{
    if (min && max && *min > *max) {
        add(thing, Core::tr("the smallest allowed value, %1, is greater than the largest, %2").arg(*min).arg(*max));
    }
}

void Findings::requireChoices(const QString &thing, const std::vector<Choice> &choices)
{
    SeenIds seen;
    if (choices.empty()) {
        add(thing, Core::tr("offers no choices"));
    }
    for (const Choice &choice : choices) {
        const QString which = Core::tr("%1, choice %2").arg(thing, choice.id);
        if (choice.id.isEmpty()) {
            add(which, Core::tr("has no id"));
        } else if (seen.isRepeated(choice.id)) {
            add(which, Core::tr("occurs twice"));
        }
        requireBothLanguages(which, choice.name);
    }
}

bool SeenIds::isRepeated(const QString &id)
{
    const bool repeated = m_ids.contains(id);
    m_ids.insert(id);
    return repeated;
}

} // namespace cuntu
