// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/photovoltaic/declare.h"

using namespace Qt::Literals::StringLiterals;

namespace cuntu::photovoltaic {

void addProgramme(Registry &draft)
{
    draft.programmes.push_back(
        {id(k_programme),
         {u"光伏扶贫"_s, u"Photovoltaics"_s},
         {u"电站建成并网了多少，发了多少电，收益覆盖了多少建档立卡贫困户，每户多少元。"_s,
          u"How much is connected to the grid, what it generates, how many registered poor households it reaches, and "
          u"with how much."_s},
         u"pv_grid_mw"_s,
         u"photovoltaic.capacity"_s,
         40});
}

void addAll(Registry &draft)
{
    addProgramme(draft);
    addLifeCycles(draft);
    addLayers(draft);
    addRowChecks(draft);
    addCapacityIndicators(draft);
    addEnergyIndicators(draft);
    addMoneyIndicators(draft);
    addIncomeIndicators(draft);
    addCapacityOverlay(draft);
    addIncomeOverlay(draft);
    addYieldOverlay(draft);
    addCalendar(draft);
    addStationChecks(draft);
    addReadingChecks(draft);
    addMoneyChecks(draft);
    addLowYieldAlgorithm(draft);
    addOutagesAlgorithm(draft);
    addYieldAlgorithm(draft);
    addLinksAlgorithm(draft);
    addSettlementAlgorithm(draft);
    addSitingAlgorithm(draft);
    addTargets(draft);
    addStyles(draft);
}

Indicator newIndicator(const QString &indicatorId, const Text &name, const Text &help, const QString &counted)
{
    Indicator made;
    made.id = indicatorId;
    made.programme = id(k_programme);
    made.name = name;
    made.help = help;
    made.source = u"DOMAIN B.4"_s;
    made.unit = u"%"_s;
    made.countedThing = counted;
    return made;
}

} // namespace cuntu::photovoltaic
