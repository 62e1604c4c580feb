// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/relocation/withdrawal.h"

#include "core/snapshot/home_finder.h"
#include "core/snapshot/known_columns.h"
#include "core/snapshot/layer_memo.h"

using namespace Qt::Literals::StringLiterals;

namespace cuntu::relocation {

namespace {

/// The homes of all households: the same on every day between two changes of areas.
struct HomesKey {
    using Value = std::vector<std::uint32_t>;
    Immutable<std::vector<FeatureId>> settlements; ///< holds the address
    qint64 revision = 0;                           ///< of the settlements
    std::size_t stretch = 0;
    QStringList changes; ///< of areas
    bool operator==(const HomesKey &) const = default;
};

Result<Immutable<std::vector<std::uint32_t>>> homesOf(const LayerSnapshot &settlements, const LayerSnapshot &households,
                                                      const AreaTree &areas, Day day, const JobContext &job)
{
    HomesKey key{settlements.sharedIds(), settlements.revision(), areas.stretchOf(day), {}};
    for (const AreaEvent &event : areas.events()) {
        key.changes << event.date.toIso() + event.from.toString() + u'>' + event.to.toString();
    }
    return households.memo().get(key, job, [&]() -> Result<std::vector<std::uint32_t>> {
        HomeFinder finder(settlements, households, areas, day);
        std::vector<std::uint32_t> homes(households.size());
        for (std::size_t row = 0; row < homes.size(); ++row) {
            homes[row] = finder.at(row);
        }
        return homes;
    });
}

/// Counts the households of each settlement, by those that moved away and those that are there.
void countHouseholds(const Movers &movers, Withdrawals &made)
{
    for (std::size_t row = 0; row < movers.households.size(); ++row) {
        if (const std::uint32_t home = (*made.homes)[row]; home != HomeFinder::k_nowhere) {
            ++(hasMovedIn(movers.households[row].stage) ? made.moved : made.stillThere)[home];
        }
    }
}

Leaving leavingOf(const Withdrawals &made, std::uint32_t row, Day day)
{
    const std::uint32_t left = made.stillThere[row];
    const std::uint32_t gone = made.moved[row];
    const bool approved = numberAt(made.layer->column(u"withdrawn_on"_s), row) <= day.number();
    const bool stated = left + gone == 0 && numberAt(made.layer->column(u"hh_resident"_s), row) > 0;
    if (left == 0 && !stated && (approved || gone > 0)) {
        return approved ? Leaving::Withdrawn : Leaving::AllMoved;
    }
    if (gone > 0) {
        return Leaving::Partly;
    }
    return made.planned[row] ? Leaving::NobodyYet : Leaving::NotPlanned;
}

Result<IndicatorSet> evaluate(const IndicatorInput &input, const JobContext &job)
{
    const auto movers = readMovers(input.project, input.asOf, HomeFinder::householdFields(), job);
    const auto found =
        movers ? readWithdrawals(input.project, *movers, input.asOf, {}, job) : Result<Withdrawals>(movers.error());
    if (!found) {
        return found.error();
    }
    IndicatorSet set{found->layer, {}};
    for (std::uint32_t row = 0; row < found->planned.size(); ++row) {
        if (found->planned[row]) {
            set.items.push_back({row, found->leaving[row] == Leaving::Withdrawn ? 1.0 : 0.0, 1});
        }
    }
    return set;
}

} // namespace

Result<Withdrawals> readWithdrawals(const ProjectSnapshot &project, const Movers &movers, Day day,
                                    const QStringList &moreFields, const JobContext &job)
{
    const auto layer = layerWith(project, id(k_settlements),
                                 QStringList{u"code"_s, u"name"_s, u"village_code"_s, u"to_be_withdrawn"_s,
                                             u"withdrawn_on"_s, u"hh_resident"_s} +
                                     moreFields,
                                 job);
    if (!layer) {
        return layer.error();
    }
    const std::size_t n = (*layer)->size();
    auto homes = homesOf(**layer, *movers.layer, project.areas(), day, job);
    if (!homes) {
        return homes.error();
    }
    Withdrawals made{*layer,           {}, {}, std::vector<std::uint32_t>(n, 0), std::vector<std::uint32_t>(n, 0),
                     std::move(*homes)};
    countHouseholds(movers, made);
    for (std::uint32_t row = 0; row < n; ++row) {
        made.planned.push_back(numberAt((*layer)->column(u"to_be_withdrawn"_s), row) == 1);
        made.leaving.push_back(leavingOf(made, row, day));
    }
    return made;
}

void addWithdrawalIndicators(Registry &draft)
{
    const Text rule{u"拟撤并的自然村中，撤并已批复、且登记农户全部实际搬走的；没有登记农户的，表中不得有常住户。"_s,
                    u"Of the settlements to be withdrawn, those whose withdrawal is approved and whose registered "
                    u"households have all moved; of one without registered households the table must not say that "
                    u"somebody lives there."_s};
    Indicator rate =
        newIndicator(u"village_withdraw_rate"_s, {u"撤并完成率"_s, u"Settlements withdrawn, share"_s}, rule, u"个"_s);
    rate.evaluate = evaluate;
    draft.indicators.push_back(rate);
    Indicator sum =
        newIndicator(u"villages_withdrawn"_s, {u"已撤并自然村"_s, u"Settlements withdrawn"_s}, rule, u"个"_s);
    sum.kind = Indicator::Kind::Sum;
    sum.unit = u"个"_s;
    sum.evaluate = evaluate;
    draft.indicators.push_back(sum);
}

} // namespace cuntu::relocation
