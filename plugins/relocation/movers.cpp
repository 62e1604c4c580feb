// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/relocation/movers.h"

#include "core/snapshot/known_columns.h"

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace cuntu::relocation {

namespace {

/// What the days in a household's row say: looked up once, as a province has ten million rows.
struct MoverDays {
    const Column *movedIn;
    const Column *allotted;

    explicit MoverDays(const LayerSnapshot &layer)
        : movedIn(layer.column(u"moved_in_on"_s)), allotted(layer.column(u"allotted_on"_s))
    {
    }
    MoverStage stage(std::size_t row, Day day) const
    {
        if (numberAt(movedIn, row) <= day.number()) {
            return MoverStage::MovedIn;
        }
        return numberAt(allotted, row) <= day.number() ? MoverStage::Allotted : MoverStage::None;
    }
};

double personsOf(const LayerSnapshot &layer, std::size_t row)
{
    const double atSigning = numberAt(layer.column(u"persons_at_signing"_s), row);
    const double members = numberAt(layer.column(u"members"_s), row);
    return !std::isnan(atSigning) ? atSigning : std::isnan(members) ? 0 : members;
}

} // namespace

Result<Movers> readMovers(const ProjectSnapshot &project, Day day, const QStringList &moreFields, const JobContext &job)
{
    auto sites = readSites(project, day, {}, job);
    if (!sites) {
        return sites.error();
    }
    const auto layer = layerWith(project, id(k_households),
                                 QStringList{u"village_code"_s, u"members"_s, u"reloc_site"_s, u"mover_type"_s,
                                             u"persons_at_signing"_s, u"allotted_on"_s, u"moved_in_on"_s} +
                                     moreFields,
                                 job);
    if (!layer) {
        return layer.error();
    }
    Movers movers{*layer, std::move(*sites), std::vector<Mover>((*layer)->size())};
    const ChoiceColumn<MoverType> types((*layer)->column(u"mover_type"_s), moverChoices());
    const std::vector<std::uint8_t> positions = statusPositions(project, **layer, moverCycle(), day);
    const MoverDays days(**layer);
    for (std::size_t row = 0; row < movers.households.size(); ++row) {
        Mover &mover = movers.households[row];
        mover.type = types.at(row);
        mover.stage = positions[row] > 0 ? static_cast<MoverStage>(positions[row]) : days.stage(row, day);
        mover.moves = mover.type != MoverType::None || mover.stage != MoverStage::None;
        if (!mover.moves) {
            continue;
        }
        mover.counted = mover.stage != MoverStage::Withdrawn || !isDocumented(project, **layer, row, day);
        mover.persons = personsOf(**layer, row);
        const QString site = stringAt((*layer)->column(u"reloc_site"_s), row);
        mover.site = movers.sites.find(site);
        mover.namesUnknownSite = !site.isEmpty() && mover.site == Sites::k_none;
    }
    return movers;
}

} // namespace cuntu::relocation
