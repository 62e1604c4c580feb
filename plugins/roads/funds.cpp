// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/roads/funds.h"

#include "core/progress/physical_progress.h"
#include "core/snapshot/known_columns.h"
#include "core/solve/graph.h"
#include "plugins/roads/declare.h"

#include <QHash>

#include <algorithm>
#include <cmath>
#include <tuple>

using namespace Qt::Literals::StringLiterals;

namespace cuntu::roads {

namespace {

double orZero(double value)
{
    return std::isnan(value) ? 0 : value;
}

std::vector<RoadFunds> budgets(const LayerSnapshot &roads)
{
    std::vector<RoadFunds> funds(roads.size());
    const QStringList fields = fundFields();
    for (std::size_t source = 0; source < k_fundSources; ++source) {
        const Column *column = roads.column(fields[static_cast<qsizetype>(source)]);
        for (std::size_t row = 0; row < funds.size(); ++row) {
            funds[row].sources[source] = orZero(numberAt(column, row));
            funds[row].budget += funds[row].sources[source];
        }
    }
    return funds;
}

std::vector<Payment> paymentsUntil(const LayerSnapshot &payments, const LayerSnapshot &roads, Day day)
{
    QHash<QString, std::uint32_t> rows;
    const Column *codes = roads.column(u"route_code"_s);
    for (std::uint32_t row = 0; row < roads.size(); ++row) {
        rows.insert(stringAt(codes, row), row);
    }
    const Column *code = payments.column(u"route_code"_s);
    const Column *on = payments.column(u"paid_on"_s);
    const Column *kind = payments.column(u"payment_kind"_s);
    const Column *amount = payments.column(u"amount"_s);
    std::vector<Payment> list;
    for (std::uint32_t row = 0; row < payments.size(); ++row) {
        if (numberAt(on, row) <= day.number() && !std::isnan(numberAt(amount, row))) { // false without a day
            list.push_back({row, rows.value(stringAt(code, row), k_noIndex),
                            Day::fromNumber(static_cast<std::int32_t>(numberAt(on, row))), textAt(kind, row) == "PAID",
                            numberAt(amount, row)});
        }
    }
    std::stable_sort(list.begin(), list.end(), [](const Payment &a, const Payment &b) {
        return std::tuple(a.day, a.isPaid) < std::tuple(b.day, b.isPaid);
    });
    return list;
}

} // namespace

QStringList fundFields()
{
    return {u"fund_province"_s, u"fund_city"_s, u"fund_county"_s, u"fund_town"_s, u"fund_village"_s, u"fund_social"_s};
}

QStringList fundedRoadFields()
{
    return fundFields() + QStringList{u"route_code"_s};
}

Result<Funds> fundsOn(const ProjectSnapshot &project, Day day, const JobContext &job, const QStringList &moreRoadFields)
{
    auto roads = project.layer(id(k_roads), fundedRoadFields() + moreRoadFields, job);
    auto payments =
        roads ? project.layer(id(k_payments), {u"route_code"_s, u"paid_on"_s, u"payment_kind"_s, u"amount"_s}, job)
              : Result<Immutable<LayerSnapshot>>(roads.error());
    if (!payments) {
        return payments.error();
    }
    Funds funds{std::move(*roads), std::move(*payments), {}, {}};
    funds.byRoad = budgets(*funds.roads);
    funds.list = paymentsUntil(*funds.payments, *funds.roads, day);
    for (const Payment &payment : funds.list) {
        if (payment.road != k_noIndex) {
            RoadFunds &road = funds.byRoad[payment.road];
            (payment.isPaid ? road.paid : road.issued) += payment.amount;
        }
    }
    return funds;
}

Result<std::vector<double>> builtShares(const ProjectSnapshot &project, Day day, const JobContext &job)
{
    const auto ones = [](const LayerSnapshot &roads, const JobContext &) -> Result<std::vector<double>> {
        return std::vector<double>(roads.size(), 1.0);
    };
    const auto evaluate =
        physicalProgress({id(k_programme), id(k_roads), worksLifeCycle(), {}, u"accepted_on"_s, false, ones});
    const auto set = evaluate({project, ParameterValues(), day}, job);
    if (!set) {
        return set.error();
    }
    std::vector<double> shares(set->layer->size(), 0);
    for (const Contribution &item : set->items) {
        shares[item.row] = item.numerator;
    }
    return shares;
}

} // namespace cuntu::roads
