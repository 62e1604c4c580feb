// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/progress/target.h"

#include <array>

namespace cuntu {

namespace {

constexpr std::array<std::pair<Cadence, const char *>, 6> k_cadences{{{Cadence::None, ""},
                                                                      {Cadence::Weekly, "weekly"},
                                                                      {Cadence::Monthly, "monthly"},
                                                                      {Cadence::Quarterly, "quarterly"},
                                                                      {Cadence::HalfYearly, "half_yearly"},
                                                                      {Cadence::Yearly, "yearly"}}};

constexpr std::array<std::pair<TargetState, const char *>, 7> k_states{{{TargetState::Draft, "draft"},
                                                                        {TargetState::Issued, "issued"},
                                                                        {TargetState::Active, "active"},
                                                                        {TargetState::Adjusted, "adjusted"},
                                                                        {TargetState::Closed, "closed"},
                                                                        {TargetState::Failed, "failed"},
                                                                        {TargetState::CarriedOver, "carried_over"}}};

template <typename Table, typename Key> QString wordFor(const Table &table, Key key)
{
    for (const auto &[each, word] : table) {
        if (each == key) {
            return QString::fromLatin1(word);
        }
    }
    return {};
}

template <typename Key, std::size_t n>
std::optional<Key> keyFor(const std::array<std::pair<Key, const char *>, n> &table, QStringView text)
{
    for (const auto &[key, word] : table) {
        if (text == QLatin1String(word)) {
            return key;
        }
    }
    return std::nullopt;
}

} // namespace

QString toString(Cadence cadence)
{
    return wordFor(k_cadences, cadence);
}

std::optional<Cadence> cadenceFromString(QStringView text)
{
    return keyFor(k_cadences, text);
}

int cadence_days(Cadence cadence)
{
    switch (cadence) {
    case Cadence::None:
        return 0;
    case Cadence::Weekly:
        return 7;
    case Cadence::Monthly:
        return 31;
    case Cadence::Quarterly:
        return 92;
    case Cadence::HalfYearly:
        return 184;
    case Cadence::Yearly:
        return 366;
    }
    return 0;
}

QString toString(TargetState state)
{
    return wordFor(k_states, state);
}

std::optional<TargetState> targetStateFromString(QStringView text)
{
    return keyFor(k_states, text);
}

} // namespace cuntu
