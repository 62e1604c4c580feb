// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plugins/water/rating.h"
#include "plugins/water/rule.h"

#include <QHash>

namespace cuntu::water {

/// Verdicts and outages that were recorded up to a day, by the code of what they are about.
struct Evidence {
    QHash<QString, std::vector<Verdict>> verdicts; ///< by code of works, village or settlement
    QHash<QString, double> outage_days;            ///< within the 365 days up to the day, by works or village
};

/// The water works, by row of layer water_sources.
struct Works {
    Immutable<LayerSnapshot> layer;
    std::vector<bool> supplying;  ///< accepted or in service on the day
    std::vector<Supply> supplies; ///< what they give; without what tests say
    std::vector<Verdict> stated;  ///< quality as the table states it
    std::vector<double> servedPersons;
    std::vector<QStringList> served; ///< parts of the list of what they serve
    QHash<QString, std::uint32_t> byCode;
    Evidence evidence;
};

/// Reads works, samples and outages of @p project as they were on @p day; @p moreFields of works are loaded too.
Result<Works> readWorks(const ProjectSnapshot &project, const Rule &rule, Day day, const JobContext &job,
                        const QStringList &moreFields = {});

/// The parts of a list of villages as tables write it: separated by ; , 、 | or white space.
QStringList listParts(std::string_view text);
QString toQString(std::string_view text);

/// The numbers and choices of a settlement, household or works, over what is known from elsewhere.
class SupplyColumns {
public:
    static QStringList fields();
    explicit SupplyColumns(const LayerSnapshot &layer);
    /// Puts what row @p row states over @p supply.
    void putOver(std::size_t row, Supply &supply) const;
    /// True where the row says by itself how it is supplied.
    bool isStated(std::size_t row) const;
    /// True where the row says nothing at all about its water, not even which works it comes from.
    bool saysNothing(std::size_t row) const;
    Verdict verdict(std::size_t row) const;

private:
    ChoiceColumn<Mode> m_mode;
    ChoiceColumn<Delivery> m_delivery;
    ChoiceColumn<Kind> m_kind;
    ChoiceColumn<Quality> m_quality;
    const Column *m_tested, *m_lpcd, *m_min, *m_h, *m_v, *m_outage, *m_scarce, *m_refused, *m_worksCode, *m_suppliedOn;
};

} // namespace cuntu::water
