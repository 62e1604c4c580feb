// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/algorithm/parameter_makers.h"
#include "core/snapshot/known_columns.h"
#include "plugins/relocation/movers.h"

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace cuntu::relocation {

namespace {

/// Units of numerator and denominator. One indicator has one: publishers mix them up (DOMAIN B.3).
enum class Per { Households, Persons };

/// Which households an indicator is about, and in what they are counted.
struct Scope {
    MoverType only = MoverType::None; ///< None: all
    std::string reason;               ///< empty: all
    Per per = Per::Households;

    static Scope from(const ParameterValues &values, Per per);
    /// What household @p row weighs; 0 where it is not asked about.
    double weight(const Movers &movers, std::size_t row) const;
};

Scope Scope::from(const ParameterValues &values, Per per)
{
    Scope scope;
    const QString type = values.text(u"mover_type"_s);
    scope.only = type == u"REGISTERED"_s ? MoverType::Registered
                 : type == u"SYNC"_s     ? MoverType::Sync
                                         : MoverType::None;
    const QString reason = values.text(u"out_reason"_s);
    scope.reason = reason == u"ALL"_s ? std::string() : reason.toStdString();
    scope.per = per;
    return scope;
}

double Scope::weight(const Movers &movers, std::size_t row) const
{
    const Mover &mover = movers.households[row];
    const bool asked = mover.counted && (only == MoverType::None || mover.type == only) &&
                       (reason.empty() || textAt(movers.layer->column(u"out_reason"_s), row) == reason);
    return !asked ? 0 : per == Per::Persons ? mover.persons : 1;
}

std::vector<Parameter> scopeParameters()
{
    std::vector<Choice> types = moverChoices();
    types.insert(types.begin(), {u"ALL"_s, {u"全部"_s, u"all"_s}, {}});
    std::vector<Choice> reasons = reasonChoices();
    reasons.insert(reasons.begin(), {u"ALL"_s, {u"全部"_s, u"all"_s}, {}});
    return {choiceParameter(u"mover_type"_s, {u"搬迁对象类型"_s, u"Kind of mover"_s},
                            {u"只计此类对象。"_s, u"Count only these."_s}, types),
            choiceParameter(u"out_reason"_s, {u"搬迁原因"_s, u"Why they move"_s},
                            {u"只计因此搬迁的。"_s, u"Count only those that move for this."_s}, reasons)};
}

using Holds = std::function<bool(const Movers &, std::size_t row, const ParameterValues &)>;

/// Households for which @p asked holds below the line, and of them those for which @p holds does above.
std::function<Result<IndicatorSet>(const IndicatorInput &, const JobContext &)> evaluator(Holds holds, Holds asked,
                                                                                          Per per)
{
    return [holds = std::move(holds), asked = std::move(asked), per](const IndicatorInput &input,
                                                                     const JobContext &job) -> Result<IndicatorSet> {
        const auto movers =
            readMovers(input.project, input.asOf,
                       {u"out_reason"_s, u"floor_area_m2"_s, u"labour_count"_s, u"employed_count"_s}, job);
        if (!movers) {
            return movers.error();
        }
        const Scope scope = Scope::from(input.parameters, per);
        IndicatorSet set{movers->layer, {}};
        for (std::uint32_t row = 0; row < movers->households.size(); ++row) {
            const double weight = scope.weight(*movers, row);
            if (weight > 0 && (!asked || asked(*movers, row, input.parameters))) {
                set.items.push_back({row, holds(*movers, row, input.parameters) ? weight : 0, weight});
            }
        }
        return set;
    };
}

const Text &denominator()
{
    static const Text text{
        u"分母为列入搬迁的户（人）：有搬迁对象类型或搬迁状态的；凭批文放弃的不计。人数按签约人口，没有的按家庭人口。"_s,
        u"Divided by the households (persons) that are to move: those with a kind of mover or a status of the move, "
        u"but for those that gave up with an approval. Persons are those at signing, else the members."_s};
    return text;
}

void add(Registry &draft, const QString &indicatorId, const Text &name, const Text &what, Holds holds, Holds asked = {},
         Per per = Per::Households)
{
    Indicator made = newIndicator(indicatorId, name, {what.zh + denominator().zh, what.en + u" "_s + denominator().en},
                                  per == Per::Persons ? u"人"_s : u"户"_s);
    made.parameters = scopeParameters();
    made.evaluate = evaluator(std::move(holds), std::move(asked), per);
    draft.indicators.push_back(made);
}

Holds reached(MoverStage least)
{
    return [least](const Movers &movers, std::size_t row, const ParameterValues &) {
        const MoverStage stage = movers.households[row].stage;
        return stage >= least && stage <= MoverStage::OutOfPoverty;
    };
}

void addSteps(Registry &draft)
{
    add(draft, u"reloc_movein_rate"_s, {u"实际入住率"_s, u"Moved in"_s},
        {u"实际入住（经现场核实）的占比，领钥匙不算，回流的不算。"_s,
         u"Share of those that live at their new home, as seen on the spot; keys do not count, nor do those who went "
         u"back."_s},
        reached(MoverStage::MovedIn));
    add(draft, u"reloc_movein_pop_rate"_s, {u"实际入住率（人口）"_s, u"Moved in, by persons"_s},
        {u"实际入住的人口占比，口径同实际入住率。"_s, u"The same by persons."_s}, reached(MoverStage::MovedIn), {},
        Per::Persons);
    add(draft, u"reloc_allot_rate"_s, {u"分房率"_s, u"Dwellings allotted"_s},
        {u"已分房到户及以后的占比。"_s, u"Share of those to whom a dwelling was allotted."_s},
        reached(MoverStage::Allotted));
    add(draft, u"reloc_stable_rate"_s, {u"稳定率"_s, u"Settled"_s},
        {u"稳得住及以后的占比。"_s, u"Share of those that have settled."_s}, reached(MoverStage::Stable));
}

/// The utilities that @p text asks for, by bit; Invalid where a word names none, or nothing is asked for.
Result<std::uint8_t> utilitiesIn(const QString &text)
{
    std::uint8_t asked = 0;
    for (const QString &word : text.split(u',', Qt::SkipEmptyParts)) {
        const qsizetype bit = utilityIds().indexOf(word.trimmed());
        if (bit < 0) {
            return Error{ErrorCode::Invalid,
                         Text{u"没有配套“%1”"_s, u"there is no utility '%1'"_s}.toString().arg(word.trimmed()),
                         {},
                         Text{u"可用：%1"_s, u"Known: %1"_s}.toString().arg(utilityIds().join(u", "_s)),
                         {},
                         {}};
        }
        asked = static_cast<std::uint8_t>(asked | (1U << bit));
    }
    if (asked == 0) {
        return Error{ErrorCode::Invalid,
                     Text{u"没有写明须配套的项目"_s, u"no utility is asked for"_s}.toString(),
                     {},
                     Text{u"可用：%1"_s, u"Known: %1"_s}.toString().arg(utilityIds().join(u", "_s)),
                     {},
                     {}};
    }
    return asked;
}

void addUtilities(Registry &draft)
{
    Parameter utilities;
    utilities.id = u"utilities"_s;
    utilities.name = {u"须配套项目"_s, u"Utilities asked for"_s};
    utilities.help = {u"须齐全的配套：water、power、access、gas、heating、telecom，用逗号隔开。"_s,
                      u"Which must be there: water, power, access, gas, heating, telecom, with commas between."_s};
    utilities.type = ParameterType::Text;
    utilities.defaultValue = utilityIds().join(u',');
    add(draft, u"reloc_utility_rate"_s, {u"配套率"_s, u"Utilities complete"_s},
        {u"所在安置点水、电、路、气、暖、讯配套齐全的占比；安置点不明的不算。"_s,
         u"Share of those whose site has all utilities: water, power, access, gas, heating, telecommunication; of an "
         u"unknown site none."_s},
        {});
    draft.indicators.back().parameters.push_back(utilities);
    draft.indicators.back().evaluate = [](const IndicatorInput &input, const JobContext &job) -> Result<IndicatorSet> {
        const auto asked = utilitiesIn(input.parameters.text(u"utilities"_s));
        if (!asked) {
            return asked.error();
        }
        const Holds complete = [asked = *asked](const Movers &movers, std::size_t row, const ParameterValues &) {
            const std::uint32_t site = movers.households[row].site;
            return site != Sites::k_none && (movers.sites.utilities[site] & asked) == asked;
        };
        return evaluator(complete, {}, Per::Households)(input, job);
    };
}

void addGradients(Registry &draft)
{
    const std::vector<Choice> choices = gradientChoices();
    for (std::size_t i = 0; i < choices.size(); ++i) {
        const auto gradient = static_cast<Gradient>(i + 1);
        const Text &where = choices[i].name;
        add(
            draft, u"gradient_share_"_s + choices[i].id.toLower(),
            {u"梯度安置："_s + where.zh, u"Moved to: "_s + where.en},
            {u"已入住人口中安置在此类地点的占比。"_s, u"Of those that moved in, the share at such places."_s},
            [gradient](const Movers &movers, std::size_t row, const ParameterValues &) {
                const std::uint32_t site = movers.households[row].site;
                return site != Sites::k_none && movers.sites.gradients[site] == gradient;
            },
            [](const Movers &movers, std::size_t row, const ParameterValues &) {
                return hasMovedIn(movers.households[row].stage);
            },
            Per::Persons);
    }
}

/// Of households that moved in and have somebody who can work.
void addJobs(Registry &draft)
{
    add(
        draft, u"job_rate"_s, {u"就业率"_s, u"Households with somebody at work"_s},
        {u"已入住且有劳动力的户中，至少一人就业的占比。"_s,
         u"Of the households that moved in and have somebody able to work, those with at least one at work."_s},
        [](const Movers &movers, std::size_t row, const ParameterValues &) {
            return numberAt(movers.layer->column(u"employed_count"_s), row) >= 1;
        },
        [](const Movers &movers, std::size_t row, const ParameterValues &) {
            return hasMovedIn(movers.households[row].stage) &&
                   numberAt(movers.layer->column(u"labour_count"_s), row) >= 1;
        });
}

/// The red line of the 13th five-year plan for relocation (DOMAIN B.3): 25 square metres a person at signing.
void addArea(Registry &draft)
{
    const Parameter most =
        numberParameter(u"most_m2"_s, {u"人均面积上限"_s, u"Most floor area a person"_s},
                        {u"建档立卡搬迁户人均住房面积的上限。"_s, u"For households registered as poor."_s}, u"m²"_s, 1,
                        200, k_mostArea_m2);
    add(
        draft, u"area_ok_rate"_s, {u"面积达标率"_s, u"Within the floor area"_s},
        {u"建档立卡搬迁户中，人均住房面积不超过上限的占比；面积或签约人口不明的不计入。"_s,
         u"Of the households registered as poor of which floor area and persons at signing are known, those within the "
         u"limit."_s},
        [](const Movers &movers, std::size_t row, const ParameterValues &values) {
            const double area_m2 = numberAt(movers.layer->column(u"floor_area_m2"_s), row);
            const double persons = numberAt(movers.layer->column(u"persons_at_signing"_s), row);
            return area_m2 <= values.number(u"most_m2"_s) * persons;
        },
        [](const Movers &movers, std::size_t row, const ParameterValues &) {
            return movers.households[row].type == MoverType::Registered &&
                   !std::isnan(numberAt(movers.layer->column(u"floor_area_m2"_s), row)) &&
                   numberAt(movers.layer->column(u"persons_at_signing"_s), row) >= 1;
        });
    draft.indicators.back().parameters.push_back(most);
}

/// As amounts, for plans that promise so many households or persons.
void addAmounts(Registry &draft)
{
    const auto addSum = [&](const QString &indicatorId, const Text &name, Per per) {
        add(draft, indicatorId, name, {u"实际入住的数量。"_s, u"How many have moved in."_s},
            reached(MoverStage::MovedIn), {}, per);
        draft.indicators.back().kind = Indicator::Kind::Sum;
        draft.indicators.back().unit = draft.indicators.back().countedThing;
    };
    addSum(u"reloc_moved_households"_s, {u"已搬迁户数"_s, u"Households moved"_s}, Per::Households);
    addSum(u"reloc_moved_persons"_s, {u"已搬迁人口"_s, u"Persons moved"_s}, Per::Persons);
}

} // namespace

void addMoverIndicators(Registry &draft)
{
    addSteps(draft);
    addUtilities(draft);
    addGradients(draft);
    addJobs(draft);
    addArea(draft);
    addAmounts(draft);
}

} // namespace cuntu::relocation
