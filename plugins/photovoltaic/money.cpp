// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/photovoltaic/money.h"

#include "plugins/photovoltaic/declare.h"
#include "plugins/photovoltaic/words.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace cuntu::photovoltaic {

namespace {

Result<void> addReceived(const ProjectSnapshot &project, const Stations &stations, const MoneyWindow &window,
                         const JobContext &job, std::vector<StationMoney> &money)
{
    const auto layer =
        layerWith(project, id(k_received), {u"station_code"_s, u"earned_year"_s, u"received_on"_s, u"amount"_s}, job);
    if (!layer) {
        return layer.error();
    }
    for (std::size_t row = 0; row < (*layer)->size(); ++row) {
        const auto station = stations.find(stringAt((*layer)->column(u"station_code"_s), row));
        if (station && window.holds(numberAt((*layer)->column(u"received_on"_s), row),
                                    numberAt((*layer)->column(u"earned_year"_s), row))) {
            money[*station].received += numberAt((*layer)->column(u"amount"_s), row);
        }
    }
    return {};
}

Result<void> readLinks(const ProjectSnapshot &project, const Stations &stations, int year, const JobContext &job,
                       Incomes &incomes)
{
    const auto links = layerWith(project, id(k_beneficiaries), {u"station_code"_s, u"hh_id"_s, u"link_year"_s}, job);
    if (!links) {
        return links.error();
    }
    incomes.householdsOf.resize(stations.size());
    for (std::size_t row = 0; row < (*links)->size(); ++row) {
        const auto household = incomes.byNumber.constFind(stringAt((*links)->column(u"hh_id"_s), row));
        const auto station = stations.find(stringAt((*links)->column(u"station_code"_s), row));
        if (numberAt((*links)->column(u"link_year"_s), row) == year && household != incomes.byNumber.cend() &&
            station && stations.stands[*station] != Stand::Outside) {
            incomes.linked[*household] = true;
            incomes.householdsOf[*station].push_back(*household);
        }
    }
    for (std::vector<std::uint32_t> &linked : incomes.householdsOf) {
        std::sort(linked.begin(), linked.end());
        linked.erase(std::unique(linked.begin(), linked.end()), linked.end());
    }
    return {};
}

} // namespace

bool isCost(const QString &use)
{
    return use == u"OM"_s || use == u"RENT"_s || use == u"LOAN"_s || use == u"TAX"_s;
}

Result<std::vector<Payment>> readPayments(const ProjectSnapshot &project, const Stations &stations,
                                          const JobContext &job)
{
    const auto layer =
        layerWith(project, id(k_paid),
                  {u"station_code"_s, u"hh_id"_s, u"use_kind"_s, u"amount"_s, u"paid_on"_s, u"earned_year"_s}, job);
    if (!layer) {
        return layer.error();
    }
    std::vector<Payment> payments;
    for (std::uint32_t row = 0; row < (*layer)->size(); ++row) {
        payments.push_back({stations.find(stringAt((*layer)->column(u"station_code"_s), row)),
                            stringAt((*layer)->column(u"hh_id"_s), row), stringAt((*layer)->column(u"use_kind"_s), row),
                            numberAt((*layer)->column(u"amount"_s), row), numberAt((*layer)->column(u"paid_on"_s), row),
                            numberAt((*layer)->column(u"earned_year"_s), row), row});
    }
    return payments;
}

Result<std::vector<StationMoney>> moneyOf(const ProjectSnapshot &project, const Stations &stations,
                                          const MoneyWindow &window, const JobContext &job)
{
    std::vector<StationMoney> money(stations.size());
    if (auto added = addReceived(project, stations, window, job, money); !added) {
        return added.error();
    }
    const auto payments = readPayments(project, stations, job);
    if (!payments) {
        return payments.error();
    }
    for (const Payment &payment : *payments) {
        if (!payment.station || payment.use == u"RESERVE"_s || !window.holds(payment.paid, payment.earnedYear)) {
            continue;
        }
        StationMoney &sum = money[*payment.station];
        sum.distributed += payment.amount;
        sum.costs += isCost(payment.use) ? payment.amount : 0;
        sum.wages += payment.use == u"POST_WAGE"_s || payment.use == u"PUBLIC_WORK"_s ? payment.amount : 0;
    }
    return money;
}

Result<Incomes> readIncomes(const ProjectSnapshot &project, const Stations &stations, const MoneyWindow &window,
                            const JobContext &job)
{
    const auto layer = layerWith(project, id(k_households), {u"hh_id"_s, u"poor_attr"_s, u"village_code"_s}, job);
    const auto payments = readPayments(project, stations, job);
    if (!layer || !payments) {
        return !layer ? layer.error() : payments.error();
    }
    Incomes incomes;
    incomes.layer = *layer;
    const std::size_t size = (*layer)->size();
    incomes.linked.resize(size);
    incomes.paid.resize(size);
    incomes.yuan.resize(size);
    for (std::uint32_t row = 0; row < size; ++row) {
        const std::string_view kind = textAt((*layer)->column(u"poor_attr"_s), row);
        incomes.registered.push_back(!kind.empty() && kind != "ORDINARY");
        incomes.byNumber.insert(stringAt((*layer)->column(u"hh_id"_s), row), row);
    }
    for (const Payment &payment : *payments) {
        const auto household = incomes.byNumber.constFind(payment.household);
        if (household != incomes.byNumber.cend() && payment.station && window.holds(payment.paid, payment.earnedYear)) {
            incomes.yuan[*household] += payment.amount;
            incomes.paid[*household] = true;
        }
    }
    if (auto read = readLinks(project, stations, window.year, job, incomes); !read) {
        return read.error();
    }
    return incomes;
}

} // namespace cuntu::photovoltaic
