// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/relocation/declare.h"
#include "plugins/relocation/minutes.h"
#include "plugins/relocation/records.h"

using namespace Qt::Literals::StringLiterals;

namespace cuntu::relocation {

void addProgramme(Registry &draft)
{
    draft.programmes.push_back(
        {id(k_programme),
         {u"易地搬迁"_s, u"Relocation"_s},
         {u"安置点选在哪里，谁搬到哪里；建到哪一步，谁已入住，旧宅基地是否腾退复垦。"_s,
          u"Where new settlements go and who moves to which; how far they are built, who lives there, and whether the "
          u"old homesteads are given back."_s},
         u"reloc_movein_rate"_s,
         u"relocation.progress"_s,
         30});
}

void addAll(Registry &draft)
{
    addProgramme(draft);
    addLifeCycles(draft);
    addLayers(draft);
    addRecords(draft);
    addRowChecks(draft);
    addMoverIndicators(draft);
    addSiteIndicators(draft);
    addHomesteadIndicators(draft);
    addWithdrawalIndicators(draft);
    addFollowUpIndicator(draft);
    addOverlays(draft);
    addAlgorithms(draft);
    addSuitability(draft);
    addHollowVillages(draft);
    addMinutes(draft);
    addChecks(draft);
    addBenefitCheck(draft);
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
    made.source = u"DOMAIN B.3"_s;
    made.unit = u"%"_s;
    made.countedThing = counted;
    return made;
}

} // namespace cuntu::relocation
