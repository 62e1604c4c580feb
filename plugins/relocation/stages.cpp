// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/relocation/stages.h"

namespace cuntu::relocation {

std::vector<std::uint8_t> statusPositions(const ProjectSnapshot &project, const LayerSnapshot &layer,
                                          const LifeCycle &cycle, Day day)
{
    const TrackView track = project.ledger().track({id(k_programme), layer.schema().id, {}});
    std::vector<std::uint8_t> positionOf;
    for (const Status *status : cycle.findStatuses(track.statuses())) {
        positionOf.push_back(status == nullptr ? 0 : static_cast<std::uint8_t>(status - cycle.statuses.data() + 1));
    }
    std::vector<std::uint8_t> positions;
    for (const auto number : track.statusesOn(*layer.sharedIds(), day)) {
        positions.push_back(positionOf[number]);
    }
    return positions;
}

bool isDocumented(const ProjectSnapshot &project, const LayerSnapshot &layer, std::size_t row, Day day)
{
    const TrackView track = project.ledger().track({id(k_programme), layer.schema().id, {}});
    const auto standing = track.standingOn(layer.id(row), day);
    return standing && standing->documented;
}

} // namespace cuntu::relocation
