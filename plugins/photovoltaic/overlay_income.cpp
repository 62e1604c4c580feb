// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/photovoltaic/declare.h"
#include "plugins/photovoltaic/money.h"
#include "plugins/photovoltaic/words.h"

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace cuntu::photovoltaic {

namespace {

/// Numbers of the classes, in the order of incomeClasses().
enum Income : std::uint8_t { Enough, TooLittle, PartReached, NotReached, NobodyPoor };

constexpr double k_goodCover = 0.8; // S04
constexpr double k_goodYuan = 1500;

/// Okabe & Ito's colours; what is missing is also told apart by its marking.
std::vector<OverlayClass> incomeClasses()
{
    return {
        {u"enough"_s, {u"覆盖 80% 以上，户均达标"_s, u"80 % reached, enough on average"_s}, 0x009E73, Marking::Plain},
        {u"too_little"_s, {u"覆盖 80% 以上，户均不足"_s, u"80 % reached, too little"_s}, 0x56B4E9, Marking::Hatched},
        {u"part_reached"_s, {u"覆盖不足 80%"_s, u"less than 80 % reached"_s}, 0xE69F00, Marking::Dashed},
        {u"not_reached"_s, {u"没有覆盖"_s, u"nobody reached"_s}, 0xD55E00, Marking::Crossed},
        {u"nobody_poor"_s, {u"没有建档立卡户"_s, u"no registered poor households"_s}, 0x999999, Marking::Hollow},
    };
}

struct VillageIncome {
    int poor = 0;
    int reached = 0;
    double yuan = 0;
};

std::uint8_t incomeClass(const VillageIncome &village)
{
    if (village.poor == 0) {
        return NobodyPoor;
    }
    if (village.reached == 0) {
        return NotReached;
    }
    if (village.reached < k_goodCover * village.poor) {
        return PartReached;
    }
    return village.yuan >= k_goodYuan * village.reached ? Enough : TooLittle;
}

Result<std::vector<OverlayFeatures>> classifyIncome(const OverlayInput &input, const JobContext &job)
{
    const auto stations = readStations(input.project, StationRule{}, input.asOf, job);
    const auto villages = layerWith(input.project, id(k_villages), {u"code"_s}, job);
    if (!stations || !villages) {
        return !stations ? stations.error() : villages.error();
    }
    const auto incomes = readIncomes(input.project, *stations, MoneyWindow::from(input.parameters, input.asOf), job);
    if (!incomes) {
        return incomes.error();
    }
    QHash<QString, VillageIncome> sums;
    const Column *codes = incomes->layer->column(u"village_code"_s);
    for (std::size_t row = 0; row < incomes->layer->size(); ++row) {
        if (incomes->registered[row]) {
            VillageIncome &sum = sums[codeOn(input.project.areas(), stringAt(codes, row), input.asOf)];
            ++sum.poor;
            sum.reached += incomes->benefits(row) ? 1 : 0;
            sum.yuan += incomes->yuan[row];
        }
    }
    OverlayFeatures features{*villages, {}, {}};
    for (std::size_t row = 0; row < (*villages)->size(); ++row) {
        const VillageIncome sum =
            sums.value(codeOn(input.project.areas(), stringAt((*villages)->column(u"code"_s), row), input.asOf));
        features.classes.push_back(incomeClass(sum));
        features.reasons.push_back(Text{u"建档立卡户 %1 户，受益 %2 户，户均 %3 元"_s,
                                        u"%1 registered poor households, %2 reached, %3 yuan each on average"_s}
                                       .toString()
                                       .arg(sum.poor)
                                       .arg(sum.reached)
                                       .arg(sum.reached > 0 ? numberText(sum.yuan / sum.reached, 0) : u"0"_s));
    }
    std::vector<OverlayFeatures> all;
    all.push_back(std::move(features));
    return all;
}

} // namespace

void addIncomeOverlay(Registry &draft)
{
    Overlay income;
    income.id = u"photovoltaic.income"_s;
    income.programme = id(k_programme);
    income.name = {u"光伏收益覆盖"_s, u"Income reached"_s};
    income.help = {
        u"各村建档立卡贫困户的光伏收益覆盖面（80%）与户均金额（1,500 元）。"_s,
        u"How many of the registered poor households of each village have income (80 %), and how much (1,500 "
        u"yuan)."_s};
    income.classes = incomeClasses();
    income.parameters = {MoneyWindow::parameter()};
    income.classify = classifyIncome;
    draft.overlays.push_back(income);
}

} // namespace cuntu::photovoltaic
