// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/progress/physical_progress.h"

#include <algorithm>
#include <cmath>

namespace cuntu {

double workShare(const LifeCycle &cycle, const Status *status, std::optional<double> measured, double size)
{
    const Measure *measure = cycle.workMeasure.isEmpty() ? nullptr : cycle.findMeasure(cycle.workMeasure);
    const double whole = measure && measure->isShare() ? 100 : size;
    const bool isKnown = measure && measured && std::isfinite(*measured) && whole > 0;
    const double share = isKnown ? std::clamp(*measured / whole, 0.0, 1.0) : 0;
    return status ? std::clamp(share, status->leastShare, status->mostShare) : share;
}

namespace {

/// What stands of the features on a day.
class Standings {
public:
    Standings(const PhysicalProgress &declaration, const LedgerView &ledger, const LayerSnapshot &layer, Day day)
        : m_declaration(declaration),
          m_layer(layer),
          m_day(day),
          m_statuses(ledger.track({declaration.programme, declaration.layer, {}})),
          m_measured(ledger.track({declaration.programme, declaration.layer, declaration.cycle.workMeasure})),
          m_measures(!declaration.cycle.workMeasure.isEmpty()),
          m_doneSince(declaration.doneSinceField.isEmpty() ? nullptr : layer.column(declaration.doneSinceField))
    {
    }

    /// The share that the feature in @p row, of @p size, has done; empty: it does not count.
    std::optional<double> shareOf(std::size_t row, double size) const
    {
        const FeatureId id = m_layer.id(row);
        const auto standing = m_statuses.standingOn(id, m_day);
        const auto measured = m_measures ? m_measured.valueOn(id, m_day) : std::nullopt;
        if (!standing && !measured) {
            const bool done = isDoneByTable(row);
            return done || m_declaration.countsUnmarked ? std::optional(done ? 1.0 : 0.0) : std::nullopt;
        }
        const Status *status = standing ? m_declaration.cycle.findStatus(standing->status) : nullptr;
        if (status && status->countsAs == StatusClass::Removed) {
            return standing->documented ? std::nullopt : std::optional(0.0);
        }
        return workShare(m_declaration.cycle, status, measured, size);
    }

private:
    bool isDoneByTable(std::size_t row) const
    {
        return m_doneSince && m_doneSince->number(row) <= m_day.number(); // never where there is none
    }

    const PhysicalProgress &m_declaration;
    const LayerSnapshot &m_layer;
    Day m_day;
    TrackView m_statuses;
    TrackView m_measured;
    bool m_measures;
    const Column *m_doneSince;
};

} // namespace

std::function<Result<IndicatorSet>(const IndicatorInput &, const JobContext &)>
physicalProgress(PhysicalProgress declaration)
{
    return [declaration = std::move(declaration)](const IndicatorInput &input,
                                                  const JobContext &job) -> Result<IndicatorSet> {
        auto known = input.project.layer(declaration.layer, {}, job);
        if (!known) {
            return known.error();
        }
        QStringList fields = declaration.fields;
        fields << (*known)->schema().areaField << declaration.doneSinceField;
        fields.removeAll(QString());
        auto layer = input.project.layer(declaration.layer, fields, job);
        auto sizes = layer ? declaration.sizes(**layer, job) : Result<std::vector<double>>(layer.error());
        if (!sizes) {
            return sizes.error();
        }
        const Standings standings(declaration, input.project.ledger(), **layer, input.asOf);
        IndicatorSet set{*layer, {}};
        for (std::size_t row = 0; row < (*layer)->size(); ++row) {
            const double size = (*sizes)[row];
            const auto share = size > 0 ? standings.shareOf(row, size) : std::nullopt;
            if (share) {
                set.items.push_back({static_cast<std::uint32_t>(row), size * *share, size});
            }
        }
        return set;
    };
}

} // namespace cuntu
