// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/settings.h"

#include "core/check/check_defaults.h"
#include "core/ledger/entry.h"

#include <algorithm>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace cuntu {

const std::vector<SettingInfo> &projectSettings()
{
    using Kind = SettingInfo::Kind;
    static const std::vector<SettingInfo> settings{
        {u"milestone.risk_gap"_s,
         Kind::Number,
         u"5"_s,
         {u"落后计划超过多少个百分点为预警"_s, u"Percentage points behind the plan: at risk"_s}},
        {u"milestone.behind_gap"_s,
         Kind::Number,
         u"15"_s,
         {u"“力争”目标落后超过多少个百分点为滞后"_s, u"The same: behind, for what is striven for"_s}},
        {u"milestone.ensure_behind_gap"_s,
         Kind::Number,
         u"10"_s,
         {u"“确保”目标落后超过多少个百分点为滞后"_s, u"The same: behind, for what is ensured"_s}},
        {u"milestone.risk_speed_up"_s,
         Kind::Number,
         u"1"_s,
         {u"需提速到多少倍以上为预警"_s, u"Required over observed rate: at risk"_s}},
        {u"milestone.behind_speed_up"_s,
         Kind::Number,
         u"1.25"_s,
         {u"需提速到多少倍以上为滞后"_s, u"Required over observed rate: behind"_s}},
        {u"milestone.standstill_days"_s,
         Kind::Count,
         u"60"_s,
         {u"多少天没有进展为滞后"_s, u"Days without progress: behind"_s}},
        {u"milestone.early_share"_s,
         Kind::Number,
         u"0.1"_s,
         {u"时间过去多少（0 到 1）之前不评判"_s, u"Share of the time before which nothing is judged, 0 to 1"_s}},
        {u"milestone.window_days"_s,
         Kind::Count,
         u"90"_s,
         {u"按最近多少天计算速度"_s, u"Days over which the pace is observed"_s}},
        {u"milestone.few_pieces"_s,
         Kind::Count,
         u"10"_s,
         {u"少于多少件时按件数评判"_s, u"Below so many things the gap is counted in things"_s}},
        {u"milestone.working_days"_s,
         Kind::YesNo,
         u"no"_s,
         {u"时间进度按工作日计"_s, u"Time progress counts working days"_s}},
        {u"milestone.improvement_rung"_s,
         Kind::Rung,
         u"reported"_s,
         {u"灯色好转须由哪一级记录支持"_s, u"Rung that a light needs to get better"_s}},
        {u"alert.escalation_days"_s,
         Kind::Count,
         u"14"_s,
         {u"预警无人认领多少天升一级"_s, u"Days after which an alert nobody acknowledged rises"_s}},
        {u"alert.working_days"_s, Kind::YesNo, u"no"_s, {u"升级按工作日计"_s, u"Those days are working days"_s}},
        {u"check.outside_village_m"_s,
         Kind::Number,
         QString::number(k_outside_m),
         {u"点在所属村边界以外多少米以上为错"_s, u"Metres outside its village from which a position is wrong"_s}},
        {u"check.area_tolerance_m2"_s,
         Kind::Number,
         QString::number(k_tolerance_m2),
         {u"区划重叠、空隙多少平方米以下不报"_s, u"Square metres of overlap or gap that are passed over"_s}},
        {u"check.dangling_m"_s,
         Kind::Number,
         QString::number(k_dangling_m),
         {u"线端离另一条线多少米以内应当接上"_s, u"Metres within which a line's end should meet another line"_s}},
        {u"check.overshoot_m"_s,
         Kind::Number,
         QString::number(k_overshoot_m),
         {u"线端越过交点多少米以内算出头"_s, u"Metres up to which an end that crosses a line stands out of it"_s}},
        {u"check.same_position"_s,
         Kind::Count,
         QString::number(k_atOnePlace),
         {u"同一位置有多少个要素为可疑"_s, u"Features at one position from which that is suspicious"_s}},
        {u"check.same_figures"_s,
         Kind::Count,
         QString::number(k_sameFigures),
         {u"同村多少行数字雷同为可疑"_s, u"Rows of a village with the same figures: suspicious from so many"_s}},
        {QString::fromUtf16(k_smallestGroupSetting),
         Kind::Count,
         QString::number(k_smallestGroup),
         {u"公开名单中一组至少多少户"_s, u"Households that a group of a public list has at least"_s},
         k_smallestGroup},
        {QString::fromUtf16(k_photoReachSetting),
         Kind::Number,
         u"200"_s,
         {u"照片归到多少米以内的要素"_s, u"Metres within which a photo belongs to a feature"_s}},
        {QString::fromUtf16(k_photoLikenessSetting),
         Kind::Number,
         u"6"_s,
         {u"两张照片相差多少位以内算同一张（共 64 位）"_s, u"Bits of 64 by which the same photo may differ"_s}},
    };
    return settings;
}

double numberSetting(const ProjectSnapshot &project, QStringView key)
{
    const auto &all = projectSettings();
    const auto info = std::find_if(all.begin(), all.end(), [&](const SettingInfo &each) { return each.key == key; });
    const double otherwise = info == all.end() ? 0 : parseNumber(info->defaultValue).value_or(0);
    return parseNumber(project.setting(key.toString())).value_or(otherwise);
}

namespace {

/// The smallest number that it can be.
double leastOf(const SettingInfo &info)
{
    return info.kind == SettingInfo::Kind::Count ? std::max(info.least, 1.0) : info.least;
}

bool isFit(const SettingInfo &info, const QString &value)
{
    const auto number = parseNumber(value);
    switch (info.kind) {
    case SettingInfo::Kind::Number:
        return number && *number >= leastOf(info) && *number < 1e5;
    case SettingInfo::Kind::Count:
        return number && *number >= leastOf(info) && *number < 1e5 && *number == std::floor(*number);
    case SettingInfo::Kind::YesNo:
        return parseYesNo(value).has_value();
    case SettingInfo::Kind::Rung:
        return rungFromString(value).has_value();
    }
    return false;
}

QString expected(const SettingInfo &info)
{
    switch (info.kind) {
    case SettingInfo::Kind::Number:
        return Core::tr("Give a number, %1 or more.").arg(leastOf(info));
    case SettingInfo::Kind::Count:
        return Core::tr("Give a whole number, %1 or more.").arg(leastOf(info));
    case SettingInfo::Kind::YesNo:
        return Core::tr("Give yes or no.");
    case SettingInfo::Kind::Rung:
        return Core::tr("Give reported, checked or certified.");
    }
    return {};
}

} // namespace

Result<void> checkSetting(const QString &key, const QString &value)
{
    const std::vector<SettingInfo> &all = projectSettings();
    const auto found = std::find_if(all.begin(), all.end(), [&](const SettingInfo &each) { return each.key == key; });
    if (found == all.end()) {
        QStringList keys;
        for (const SettingInfo &each : all) {
            keys << each.key;
        }
        return Error{ErrorCode::NotFound,
                     Core::tr("there is no setting %1").arg(key),
                     {},
                     Core::tr("Known: %1").arg(keys.join(u", "_s)),
                     {},
                     {}};
    }
    if (!value.isEmpty() && !isFit(*found, value)) {
        return Error{ErrorCode::Invalid,
                     Core::tr("'%1' is nothing that %2 can be").arg(value, key),
                     {},
                     expected(*found),
                     {},
                     {}};
    }
    return {};
}

Escalation escalationBy(const std::function<QString(const QString &key)> &setting)
{
    Escalation escalation;
    const double days = parseNumber(setting(u"alert.escalation_days"_s)).value_or(0);
    escalation.after_days = days >= 1 ? static_cast<int>(days) : escalation.after_days;
    escalation.inWorkingDays = parseYesNo(setting(u"alert.working_days"_s)).value_or(false);
    escalation.calendar = WorkCalendar::fromText(setting(QString::fromUtf16(k_calendarSetting)));
    return escalation;
}

} // namespace cuntu
