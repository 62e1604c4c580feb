// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/water/declare.h"

using namespace Qt::Literals::StringLiterals;

namespace cuntu::water {

void addProgramme(Registry &draft)
{
    draft.programmes.push_back(
        {id(k_programme),
         {u"农村饮水"_s, u"Rural water supply"_s},
         {u"多少人通了自来水，多少人饮水安全，还差哪些自然村、哪些农户。"_s,
          u"How many persons have tap water, how many safe water, and which settlements and households are left."_s},
         u"tap_rate"_s,
         u"water.coverage"_s,
         20});
}

void addAlgorithms(Registry &draft)
{
    for (auto made : {planAlgorithm, capacityAlgorithm, criticalAlgorithm, fetchAlgorithm, areasAlgorithm}) {
        draft.algorithms.push_back(made());
    }
}

void addAll(Registry &draft)
{
    addProgramme(draft);
    addLifeCycles(draft);
    addLayers(draft);
    addRowChecks(draft);
    addIndicators(draft);
    addOverlays(draft);
    addAlgorithms(draft);
    addOutageCalendar(draft);
    addChecks(draft);
    addTargets(draft);
    addStyles(draft);
}

} // namespace cuntu::water
