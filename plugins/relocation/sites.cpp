// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/relocation/sites.h"

#include "core/snapshot/known_columns.h"

#include <algorithm>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace cuntu::relocation {

namespace {

/// Dwellings of the buildings of each site.
struct Built {
    std::vector<double> all;
    std::vector<double> begun;
    std::vector<double> done;
};

SiteStage stageByDays(const LayerSnapshot &layer, std::size_t row, Day day)
{
    if (numberAt(layer.column(u"completed_on"_s), row) <= day.number()) {
        return SiteStage::Completed;
    }
    return numberAt(layer.column(u"started_on"_s), row) <= day.number() ? SiteStage::Started : SiteStage::None;
}

std::uint8_t utilitiesOf(const LayerSnapshot &layer, std::size_t row, SiteStage stage)
{
    // From UTILITIES_DONE on the status says so. But dwellings may be allotted before the last of them works, with a
    // note: then the table decides.
    if (stage == SiteStage::UtilitiesDone) {
        return k_allUtilities;
    }
    std::uint8_t there = 0;
    for (int bit = 0; bit < k_utilities; ++bit) {
        if (numberAt(layer.column(u"has_"_s + utilityIds()[bit]), row) == 1) {
            there = static_cast<std::uint8_t>(there | (1U << bit));
        }
    }
    const bool stated = std::any_of(utilityIds().begin(), utilityIds().end(), [&](const QString &utility) {
        return !std::isnan(numberAt(layer.column(u"has_"_s + utility), row));
    });
    return !stated && isReached(stage, SiteStage::UtilitiesDone) ? k_allUtilities : there;
}

QStringList utilityFields()
{
    QStringList fields;
    for (const QString &utility : utilityIds()) {
        fields << u"has_"_s + utility;
    }
    return fields;
}

Result<Built> readBuildings(const ProjectSnapshot &project, const Sites &sites, Day day, const JobContext &job)
{
    const auto layer = layerWith(project, id(k_buildings), {u"site_code"_s, u"dwellings"_s, u"completed_on"_s}, job);
    if (!layer) {
        return layer.error();
    }
    const LifeCycle cycle = buildingCycle();
    const std::vector<std::uint8_t> positions = statusPositions(project, **layer, cycle, day);
    const std::size_t n = sites.layer->size();
    Built built{std::vector<double>(n, 0), std::vector<double>(n, 0), std::vector<double>(n, 0)};
    for (std::size_t row = 0; row < (*layer)->size(); ++row) {
        const std::uint32_t site = sites.find(stringAt((*layer)->column(u"site_code"_s), row));
        const double dwellings = numberAt((*layer)->column(u"dwellings"_s), row);
        if (site == Sites::k_none || std::isnan(dwellings)) {
            continue;
        }
        const Status *status = positions[row] > 0 ? &cycle.statuses[positions[row] - 1U] : nullptr;
        if (status != nullptr && status->countsAs == StatusClass::Removed) {
            continue;
        }
        const bool done = status != nullptr
                              ? status->countsAs == StatusClass::Finished || status->countsAs == StatusClass::Done
                              : numberAt((*layer)->column(u"completed_on"_s), row) <= day.number();
        const bool begun = done || (status != nullptr && status->countsAs == StatusClass::Started);
        built.all[site] += dwellings;
        built.begun[site] += begun ? dwellings : 0;
        built.done[site] += done ? dwellings : 0;
    }
    return built;
}

void index(Sites &sites)
{
    // The code of a site goes before that of a settlement which happens to be the same.
    for (const auto &field : {u"code"_s, u"settlement_code"_s}) {
        for (std::uint32_t row = 0; row < sites.layer->size(); ++row) {
            const QString code = stringAt(sites.layer->column(field), row);
            if (!code.isEmpty() && !sites.byCode.contains(code)) {
                sites.byCode.insert(code, row);
            }
        }
    }
}

} // namespace

const QStringList &utilityIds()
{
    static const QStringList ids{u"water"_s, u"power"_s, u"access"_s, u"gas"_s, u"heating"_s, u"telecom"_s};
    return ids;
}

Result<Sites> readSites(const ProjectSnapshot &project, Day day, const QStringList &moreFields, const JobContext &job)
{
    const auto layer = layerWith(project, id(k_sites),
                                 QStringList{u"code"_s, u"settlement_code"_s, u"village_code"_s, u"gradient"_s,
                                             u"planned_dwellings"_s, u"started_on"_s, u"completed_on"_s} +
                                     utilityFields() + moreFields,
                                 job);
    if (!layer) {
        return layer.error();
    }
    Sites sites;
    sites.layer = *layer;
    index(sites);
    const auto built = readBuildings(project, sites, day, job);
    if (!built) {
        return built.error();
    }
    const ChoiceColumn<Gradient> gradients((*layer)->column(u"gradient"_s), gradientChoices());
    const std::vector<std::uint8_t> positions = statusPositions(project, **layer, siteCycle(), day);
    for (std::size_t row = 0; row < (*layer)->size(); ++row) {
        const auto stage = positions[row] > 0 ? static_cast<SiteStage>(positions[row]) : stageByDays(**layer, row, day);
        const double planned = numberAt((*layer)->column(u"planned_dwellings"_s), row);
        const bool byBuildings = built->all[row] > 0;
        sites.stages.push_back(stage);
        sites.counted.push_back(stage != SiteStage::Cancelled || !isDocumented(project, **layer, row, day));
        sites.planned.push_back(std::isnan(planned) && byBuildings ? built->all[row] : planned);
        sites.begun.push_back(byBuildings ? built->begun[row] : isReached(stage, SiteStage::Started) ? planned : 0);
        sites.built.push_back(byBuildings ? built->done[row] : isReached(stage, SiteStage::Completed) ? planned : 0);
        sites.gradients.push_back(gradients.at(row));
        sites.utilities.push_back(utilitiesOf(**layer, row, stage));
    }
    return sites;
}

} // namespace cuntu::relocation
