// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/solve/graph.h"
#include "plugins/roads/declare.h"
#include "plugins/roads/funds.h"
#include "plugins/roads/reasons.h"

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace cuntu::roads {

namespace {

constexpr double k_yuan = 0.005; ///< less than a fen is rounding
using Findings = Result<std::vector<CheckFinding>>;

QString money(double yuan)
{
    return QString::number(yuan, 'f', std::abs(yuan - std::round(yuan)) < k_yuan ? 0 : 2);
}

Result<Funds> allFunds(const ProjectSnapshot &project, const JobContext &job)
{
    return fundsOn(project, Day::today(), job, segmentNameFields());
}

Findings checkRoutes(const ProjectSnapshot &project, const JobContext &job)
{
    const auto funds = allFunds(project, job);
    if (!funds) {
        return funds.error();
    }
    std::vector<CheckFinding> findings;
    for (const Payment &payment : funds->list) {
        if (payment.road == k_noIndex) {
            findings.push_back({id(k_payments), funds->payments->id(payment.row),
                                Text{u"道路图层中没有路线 %1"_s, u"there is no road %1"_s}.toString().arg(
                                    funds->payments->column(u"route_code"_s)->display(payment.row))});
        }
    }
    return findings;
}

/// The first day on which more was paid than issued.
Findings checkPaidOverIssued(const ProjectSnapshot &project, const JobContext &job)
{
    const auto funds = allFunds(project, job);
    if (!funds) {
        return funds.error();
    }
    std::vector<RoadFunds> sums(funds->byRoad.size());
    std::vector<bool> said(sums.size(), false);
    std::vector<CheckFinding> findings;
    for (const Payment &payment : funds->list) {
        if (payment.road == k_noIndex) {
            continue;
        }
        RoadFunds &sum = sums[payment.road];
        (payment.isPaid ? sum.paid : sum.issued) += payment.amount;
        if (sum.paid > sum.issued + k_yuan && !said[payment.road]) {
            said[payment.road] = true;
            findings.push_back({id(k_roads), funds->roads->id(payment.road),
                                Text{u"%1：到 %2 已支付 %3 元，只下达了 %4 元"_s,
                                     u"%1: up to %2 %3 yuan were paid, but only %4 yuan issued"_s}
                                    .toString()
                                    .arg(segmentName(*funds->roads, payment.road), payment.day.toText(),
                                         money(sum.paid), money(sum.issued))});
        }
    }
    return findings;
}

Findings checkIssuedOverBudget(const ProjectSnapshot &project, const JobContext &job)
{
    const auto funds = allFunds(project, job);
    if (!funds) {
        return funds.error();
    }
    std::vector<CheckFinding> findings;
    for (std::uint32_t row = 0; row < funds->byRoad.size(); ++row) {
        const RoadFunds &road = funds->byRoad[row];
        if (road.issued > road.budget + k_yuan) {
            findings.push_back(
                {id(k_roads), funds->roads->id(row),
                 Text{u"%1：已下达 %2 元，预算只有 %3 元"_s, u"%1: %2 yuan were issued, but the budget is %3 yuan"_s}
                     .toString()
                     .arg(segmentName(*funds->roads, row), money(road.issued), money(road.budget))});
        }
    }
    return findings;
}

Findings checkNegative(const ProjectSnapshot &project, const JobContext &job)
{
    const auto funds = allFunds(project, job);
    if (!funds) {
        return funds.error();
    }
    std::vector<CheckFinding> findings;
    for (const Payment &payment : funds->list) {
        if (payment.amount < 0) {
            findings.push_back({id(k_payments), funds->payments->id(payment.row),
                                Text{u"金额 %1 元为负：确为收回，还是填错了？"_s,
                                     u"an amount of %1 yuan: was it taken back, or is it a slip?"_s}
                                    .toString()
                                    .arg(money(payment.amount))});
        }
    }
    return findings;
}

/// The first day from which @p changes say that the works are approved, or have got beyond that.
std::optional<Day> approvalDay(const std::vector<TrackView::Change> &changes,
                               const std::vector<const Status *> &statuses)
{
    for (const TrackView::Change &change : changes) {
        const Status *status = statuses[change.status];
        const bool before = status == nullptr || status->countsAs == StatusClass::Need ||
                            status->countsAs == StatusClass::Removed || status->id == u"PLANNED"_s;
        if (!before) {
            return change.day;
        }
    }
    return std::nullopt;
}

/// Money paid for works before they were approved, or without an approval where the ledger tells of them.
Findings checkApproval(const ProjectSnapshot &project, const JobContext &job)
{
    const auto funds = allFunds(project, job);
    if (!funds) {
        return funds.error();
    }
    const LifeCycle works = worksLifeCycle();
    const TrackView track = project.ledger().track({id(k_programme), id(k_roads), {}});
    const std::vector<const Status *> statuses = works.findStatuses(track.statuses());
    std::vector<bool> said(funds->byRoad.size(), false);
    std::vector<CheckFinding> findings;
    for (const Payment &payment : funds->list) {
        if (payment.road == k_noIndex || !payment.isPaid || said[payment.road]) {
            continue;
        }
        said[payment.road] = true; // the first payment tells
        const FeatureId road = funds->roads->id(payment.road);
        const auto changes = track.changes(road);
        const auto approved = approvalDay(changes, statuses);
        if (changes.empty() || (approved && *approved <= payment.day)) {
            continue;
        }
        const Text sentence = approved ? Text{u"%1：%2 已有支付，%3 才批复"_s, u"%1: paid on %2, approved on %3 only"_s}
                                       : Text{u"%1：%2 已有支付，台账中没有批复"_s,
                                              u"%1: paid on %2, and the ledger knows of no approval"_s};
        QString text = sentence.toString().arg(segmentName(*funds->roads, payment.road), payment.day.toText());
        findings.push_back({id(k_roads), road, approved ? text.arg(approved->toText()) : text});
    }
    return findings;
}

} // namespace

void addFundChecks(Registry &draft)
{
    const auto add = [&](const QString &name, const Text &title, auto run, Severity severity) {
        draft.checks.push_back({name, id(k_programme), title, run, severity});
    };
    add(u"roads.payment_route"_s, {u"资金记录的路线不存在"_s, u"Payments for unknown roads"_s}, checkRoutes,
        Severity::Error);
    add(u"roads.paid_over_issued"_s, {u"支付超过下达"_s, u"More paid than issued"_s}, checkPaidOverIssued,
        Severity::Error);
    add(u"roads.issued_over_budget"_s, {u"下达超过预算"_s, u"More issued than the budget"_s}, checkIssuedOverBudget,
        Severity::Error);
    add(u"roads.payment_negative"_s, {u"金额为负"_s, u"Negative amounts"_s}, checkNegative, Severity::Warning);
    add(u"roads.payment_approval"_s, {u"批复前支付"_s, u"Paid before approval"_s}, checkApproval, Severity::Error);
}

} // namespace cuntu::roads
