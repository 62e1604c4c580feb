// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/text.h"
#include "core/export.h"
#include "core/oversight/case.h"
#include "core/snapshot/project_snapshot.h"

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
    double least = 0; ///< of Number and Count; a Count is 1 at least
};

/// All of them: the thresholds of the colour rule (DOMAIN E.3) and what alerts go by (E.7).
CUNTU_CORE_EXPORT const std::vector<SettingInfo> &projectSettings();
/// Whether setting @p key may be @p value; empty: the default. NotFound, or Invalid with what is expected.
CUNTU_CORE_EXPORT Result<void> checkSetting(const QString &key, const QString &value);

/// The number that setting @p key of projectSettings() has in @p project, or its default.
double numberSetting(const ProjectSnapshot &project, QStringView key);

/// Key of the setting for the smallest group of people that a public list counts (DOMAIN C.8).
inline constexpr char16_t k_smallestGroupSetting[] = u"public.smallest_group";
/// What that is at least.
inline constexpr double k_smallestGroup = 5;
/// Key of the setting for how far a photo may be from what it shows, in metres.
inline constexpr char16_t k_photoReachSetting[] = u"photo.within_m";
/// Key of the setting for by how many bits the hashes of the same photo may differ.
inline constexpr char16_t k_photoLikenessSetting[] = u"photo.likeness_bits";
/// Key of the setting that holds the working days, as WorkCalendar::toText().
inline constexpr char16_t k_calendarSetting[] = u"calendar";
/// How alerts rise by the settings that @p setting gives by key: "alert.escalation_days", "alert.working_days" and the
/// working days; what is not set is as Escalation has it.
CUNTU_CORE_EXPORT Escalation escalationBy(const std::function<QString(const QString &key)> &setting);

} // namespace cuntu
