// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/text.h"
#include "core/export.h"
#include "core/oversight/case.h"

#include <functional>
#include <vector>

namespace cuntu {

/// A setting of a project that people change.
struct SettingInfo {
    enum class Kind {
        Number, ///< 0 or more
        Count,  ///< a whole number, 1 or more
        YesNo,  ///< "yes" or "no"
        Rung    ///< see rungFromString()
    };
    QString key;
    Kind kind = Kind::Number;
    QString defaultValue;
    Text name;
};

/// All of them: the thresholds of the colour rule (DOMAIN E.3) and what alerts go by (E.7).
CUNTU_CORE_EXPORT const std::vector<SettingInfo> &projectSettings();
/// Whether setting @p key may be @p value; empty: the default. NotFound, or Invalid with what is expected.
CUNTU_CORE_EXPORT Result<void> checkSetting(const QString &key, const QString &value);

/// Key of the setting that holds the working days, as WorkCalendar::toText().
inline constexpr char16_t k_calendarSetting[] = u"calendar";
/// How alerts rise by the settings that @p setting gives by key: "alert.escalation_days", "alert.working_days" and the
/// working days; what is not set is as Escalation has it.
CUNTU_CORE_EXPORT Escalation escalationBy(const std::function<QString(const QString &key)> &setting);

} // namespace cuntu
