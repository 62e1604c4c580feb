// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/photovoltaic/declare.h"
#include "plugins/photovoltaic/money.h"

using namespace Qt::Literals::StringLiterals;

namespace cuntu::photovoltaic {

namespace {

/// Numerator and denominator of household @p row; nothing where it does not count.
using IncomeJudge = std::optional<std::pair<double, double>> (*)(const Incomes &, std::size_t row,
                                                                 const ParameterValues &);

Indicator ofIncome(Indicator made, std::vector<Parameter> more, IncomeJudge judge)
{
    made.parameters = {MoneyWindow::parameter()};
    made.parameters.insert(made.parameters.end(), more.begin(), more.end());
    made.evaluate = [judge](const IndicatorInput &input, const JobContext &job) -> Result<IndicatorSet> {
        const auto stations = readStations(input.project, StationRule{}, input.asOf, job);
        if (!stations) {
            return stations.error();
        }
        const auto incomes =
            readIncomes(input.project, *stations, MoneyWindow::from(input.parameters, input.asOf), job);
        if (!incomes) {
            return incomes.error();
        }
        IndicatorSet set{incomes->layer, {}};
        for (std::uint32_t row = 0; row < incomes->layer->size(); ++row) {
            if (const auto counted = judge(*incomes, row, input.parameters)) {
                set.items.push_back({row, counted->first, counted->second});
            }
        }
        return set;
    };
    return made;
}

Parameter registeredOnly()
{
    return yesNoParameter(u"registered_only"_s, {u"仅建档立卡户"_s, u"Registered poor households only"_s},
                          {u"只计建档立卡贫困户；否则所有受益户都计。"_s,
                           u"Only registered poor households count, else all beneficiaries."_s},
                          true);
}

bool isAsked(const Incomes &incomes, std::size_t row, const ParameterValues &given)
{
    return incomes.registered[row] || !given.boolean(u"registered_only"_s);
}

} // namespace

void addIncomeIndicators(Registry &draft)
{
    draft.indicators.push_back(ofIncome(
        newIndicator(
            u"pv_cover_rate"_s, {u"贫困户覆盖率"_s, u"Registered poor households reached"_s},
            {u"年度内得到光伏收益、或与电站有当年关联的建档立卡贫困户占比（S04）。一户关联两个电站只计一次。"_s,
             u"Registered poor households that received income in the year or are linked to a station in it "
             u"(S04). One that is linked to two stations counts once."_s},
            u"户"_s),
        {}, [](const Incomes &incomes, std::size_t row, const ParameterValues &) {
            return incomes.registered[row] ? std::optional(std::pair(incomes.benefits(row) ? 1.0 : 0.0, 1.0))
                                           : std::nullopt;
        }));
    Indicator average =
        newIndicator(u"pv_income_avg"_s, {u"户均光伏收益"_s, u"Income per beneficiary"_s},
                     {u"年度内发放到户的金额除以受益户数（S04 的第一种读法：平均每户 1,500 元）。"_s,
                      u"Money paid to households in the year by the beneficiary households: S04 read as an average."_s},
                     u"户"_s);
    average.kind = Indicator::Kind::Mean;
    average.unit = u"元"_s;
    draft.indicators.push_back(ofIncome(average, {registeredOnly()},
                                        [](const Incomes &incomes, std::size_t row, const ParameterValues &given) {
                                            return incomes.benefits(row) && isAsked(incomes, row, given)
                                                       ? std::optional(std::pair(incomes.yuan[row], 1.0))
                                                       : std::nullopt;
                                        }));
    draft.indicators.push_back(ofIncome(
        newIndicator(
            u"pv_income_ok_rate"_s, {u"达标受益户占比"_s, u"Beneficiaries with enough"_s},
            {u"受益户中年度内到户金额不少于标准（1,500 元）的比例（S04 的第二种读法：每户都达到）。"_s,
             u"Beneficiary households that were paid at least the threshold (1,500 yuan) in the year: S04 read "
             u"as every household."_s},
            u"户"_s),
        {registeredOnly(), numberParameter(u"least_yuan"_s, {u"每户标准"_s, u"Enough"_s},
                                           {u"每户每年的金额；2016 年政策为 3,000 元。"_s,
                                            u"Per household and year; the policy of 2016 has 3,000."_s},
                                           u"元"_s, 0, 100000, 1500)},
        [](const Incomes &incomes, std::size_t row, const ParameterValues &given) {
            return incomes.benefits(row) && isAsked(incomes, row, given)
                       ? std::optional(std::pair(incomes.yuan[row] >= given.number(u"least_yuan"_s) ? 1.0 : 0.0, 1.0))
                       : std::nullopt;
        }));
}

} // namespace cuntu::photovoltaic
