// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/report.h"

namespace cuntu::test {

inline QString text(const char16_t *words)
{
    return QString::fromUtf16(words);
}

/// The smallest picture: one grey pixel.
inline QByteArray onePixel()
{
    return QByteArray::fromBase64(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==");
}

inline ReportMilestone milestone(MilestoneState state, const char16_t *label, Day due)
{
    ReportMilestone item;
    item.milestone.state = state;
    item.milestone.target.label = text(label);
    item.milestone.target.value = 90;
    item.milestone.target.due = due;
    item.milestone.target.leadUnit = text(u"县建设局");
    item.milestone.value = 89.996;
    item.milestone.reason = text(u"因为");
    item.indicatorName = text(u"完成率");
    item.areaName = text(u"云溪县");
    item.unit = text(u"%");
    return item;
}

inline Figure figure(const char16_t *name, double numerator, double denominator)
{
    Figure result;
    result.areaName = text(name);
    result.numerator = numerator;
    result.denominator = denominator;
    if (denominator != 0) {
        result.value = 100 * numerator / denominator;
    }
    result.unit = text(u"%");
    return result;
}

/// A quarterly report of a county with a bit of everything.
inline ReportInput quarterlyInput()
{
    ReportInput input;
    input.areaName = text(u"云溪县");
    input.period = *ReportPeriod::parse(u"2018-Q2");
    input.asOf = input.period->last;
    input.revision = 17;
    input.map = {onePixel(), text(u"进度图"), {}};
    const Day due = *Day::fromYmd(2020, 12, 31);
    input.milestones = {milestone(MilestoneState::Done, u"R01", due),
                        milestone(MilestoneState::Behind, u"R02", due),
                        milestone(MilestoneState::OnTrack, u"R03", due),
                        milestone(MilestoneState::Overdue, u"R04", due),
                        milestone(MilestoneState::AtRisk, u"R05", due),
                        milestone(MilestoneState::NoYear, u"R06", due),
                        milestone(MilestoneState::Behind, u"R07", due.plusDays(-365))};
    ReportIndicator indicator;
    indicator.name = text(u"村庄完成率");
    indicator.rule = text(u"已验收的村");
    indicator.countedThing = text(u"个");
    indicator.areas = {figure(u"甲镇", 3, 4), figure(u"乙乡", 0, 0)};
    indicator.before = {figure(u"甲镇", 2, 4)};
    indicator.areas[0].area = *AreaCode::parse(u"361126001");
    indicator.areas[1].area = *AreaCode::parse(u"361126002");
    indicator.before[0].area = indicator.areas[0].area;
    indicator.total = figure(u"云溪县", 3, 4);
    ReportList left;
    left.title = text(u"未完成的村");
    left.columns = {{text(u"村"), false}, {text(u"户数"), true}};
    left.rows = {{text(u"上村"), text(u"31")}, {text(u"下村"), text(u"26")}};
    left.all = 5;
    input.programmes = {{text(u"村庄"), {indicator}, {left}, {}}};
    return input;
}

} // namespace cuntu::test
