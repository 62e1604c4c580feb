// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/relocation/homesteads.h"

#include "core/snapshot/known_columns.h"

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace cuntu::relocation {

namespace {

HomesteadStage stageByDays(const LayerSnapshot &layer, std::size_t row, Day day)
{
    static const std::pair<QString, HomesteadStage> steps[]{{u"reclaimed_on"_s, HomesteadStage::Reclaimed},
                                                            {u"demolished_on"_s, HomesteadStage::Demolished},
                                                            {u"vacated_on"_s, HomesteadStage::Vacated}};
    for (const auto &[field, stage] : steps) {
        if (numberAt(layer.column(field), row) <= day.number()) {
            return stage;
        }
    }
    return HomesteadStage::None;
}

Result<IndicatorSet> evaluate(const IndicatorInput &input, const JobContext &job, HomesteadStage least, bool byArea)
{
    const auto homesteads = readHomesteads(input.project, input.asOf, {u"reclaim_mu"_s}, job);
    if (!homesteads) {
        return homesteads.error();
    }
    IndicatorSet set{homesteads->layer, {}};
    for (std::uint32_t row = 0; row < homesteads->stages.size(); ++row) {
        const double weight = byArea ? numberAt(homesteads->layer->column(u"reclaim_mu"_s), row) : 1;
        if (homesteads->mustGo[row] && weight > 0) {
            set.items.push_back({row, isReached(homesteads->stages[row], least) ? weight : 0, weight});
        }
    }
    return set;
}

} // namespace

Result<Homesteads> readHomesteads(const ProjectSnapshot &project, Day day, const QStringList &moreFields,
                                  const JobContext &job)
{
    const auto layer = layerWith(
        project, id(k_homesteads),
        QStringList{u"village_code"_s, u"must_vacate"_s, u"vacated_on"_s, u"demolished_on"_s, u"reclaimed_on"_s} +
            moreFields,
        job);
    if (!layer) {
        return layer.error();
    }
    Homesteads homesteads{*layer, {}, {}};
    const std::vector<std::uint8_t> positions = statusPositions(project, **layer, homesteadCycle(), day);
    for (std::size_t row = 0; row < (*layer)->size(); ++row) {
        const auto stage =
            positions[row] > 0 ? static_cast<HomesteadStage>(positions[row]) : stageByDays(**layer, row, day);
        homesteads.stages.push_back(stage);
        homesteads.mustGo.push_back(numberAt((*layer)->column(u"must_vacate"_s), row) != 0 && !isExcepted(stage));
    }
    return homesteads;
}

void addHomesteadIndicators(Registry &draft)
{
    const auto add = [&](const QString &indicatorId, const Text &name, const Text &what, HomesteadStage least,
                         bool byArea) {
        static const Text rule{u"连体房、文物、过渡期等例外在例外期间不计。"_s,
                               u"Exceptions - shared walls, heritage, in transition - are not counted while they "
                               u"last."_s};
        Indicator made = newIndicator(indicatorId, name, {what.zh + rule.zh, what.en + u" "_s + rule.en},
                                      byArea ? u"亩"_s : u"处"_s);
        made.evaluate = [least, byArea](const IndicatorInput &input, const JobContext &job) {
            return evaluate(input, job, least, byArea);
        };
        draft.indicators.push_back(made);
    };
    add(u"old_vacate_rate"_s, {u"旧宅腾退率"_s, u"Old homesteads vacated"_s},
        {u"已腾退及以后的旧宅基地，占应腾退的。"_s, u"Old homesteads vacated or later, of those that must be."_s},
        HomesteadStage::Vacated, false);
    add(u"old_demolish_rate"_s, {u"拆旧率"_s, u"Old houses pulled down"_s},
        {u"旧房已拆除的宅基地，占应拆除的。"_s, u"Old houses pulled down, of those that must be."_s},
        HomesteadStage::Demolished, false);
    add(u"reclaim_rate"_s, {u"复垦率"_s, u"Land reclaimed"_s},
        {u"复垦验收的面积占应复垦面积；应复垦面积不明的不计。"_s,
         u"Area reclaimed and accepted, of that to be reclaimed; where that is not known it is not counted."_s},
        HomesteadStage::Reclaimed, true);
    add(u"quota_rate"_s, {u"指标交易率"_s, u"Quota traded"_s},
        {u"复垦指标已交易（增减挂钩）的面积占应复垦面积；应复垦面积不明的不计。"_s,
         u"Area whose quota was traded, of that to be reclaimed; where that is not known it is not counted."_s},
        HomesteadStage::QuotaTraded, true);
}

} // namespace cuntu::relocation
