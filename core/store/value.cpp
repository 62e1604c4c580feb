// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/value.h"

namespace cuntu {

QString valueText(const Value &value)
{
    constexpr int digits = 12;
    if (const auto *word = std::get_if<std::string>(&value)) {
        return QString::fromStdString(*word);
    }
    if (const auto *whole = std::get_if<std::int64_t>(&value)) {
        return QString::number(*whole);
    }
    const auto *real = std::get_if<double>(&value);
    return real ? QString::number(*real, 'g', digits) : QString();
}

} // namespace cuntu
