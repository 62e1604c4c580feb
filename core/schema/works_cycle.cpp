// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/schema/works_cycle.h"

#include <tuple>

using namespace Qt::Literals::StringLiterals;

namespace cuntu {

namespace {

// Colours: Paul Tol's 'muted' set, safe for colour-blind eyes.
std::vector<Status> worksStatuses()
{
    return {
        {u"IDENTIFIED"_s,
         {u"已摸底"_s, u"Identified"_s},
         StatusClass::Need,
         {u"待列入"_s, u"已摸底/待列入"_s, u"未列入"_s, u"未开工"_s},
         0xDDDDDD},
        {u"PLANNED"_s,
         {u"已列入计划"_s, u"Planned"_s},
         StatusClass::Plan,
         {u"已列入"_s, u"计划"_s, u"已计划"_s, u"列入计划"_s},
         0xDDCC77},
        {u"APPROVED"_s,
         {u"已批复"_s, u"Approved"_s},
         StatusClass::Plan,
         {u"已批复(前期手续办结)"_s, u"前期手续办结"_s, u"已立项"_s, u"批复"_s},
         0x999933},
        {u"CONTRACTED"_s,
         {u"已招标"_s, u"Contracted"_s},
         StatusClass::Plan,
         {u"已招标/已落实施工单位"_s, u"已落实施工单位"_s, u"已中标"_s, u"已签合同"_s},
         0x6699CC},
        {u"CONSTRUCTING"_s,
         {u"在建"_s, u"Under construction"_s},
         StatusClass::Started,
         {u"施工中"_s, u"建设中"_s, u"正在施工"_s, u"已开工"_s, u"开工"_s},
         0xEE7733},
        {u"COMPLETED"_s,
         {u"已完工待验收"_s, u"Completed, not yet accepted"_s},
         StatusClass::Finished,
         {u"已完工"_s, u"完工"_s, u"已竣工"_s, u"竣工"_s, u"待验收"_s, u"完工待验收"_s, u"已完成"_s},
         0x88CCEE},
        {u"ACCEPTED"_s,
         {u"已验收"_s, u"Accepted"_s},
         StatusClass::Done,
         {u"已验收(销号)"_s, u"已销号"_s, u"销号"_s, u"验收"_s, u"验收合格"_s, u"已验收销号"_s},
         0x117733},
        {u"IN_SERVICE"_s,
         {u"已投用"_s, u"In service"_s},
         StatusClass::Done,
         {u"已投用/管护中"_s, u"管护中"_s, u"投用"_s, u"已移交"_s, u"已交付使用"_s},
         0x44AA99},
        {u"DEFECTIVE"_s,
         {u"损毁"_s, u"Damaged or substandard"_s},
         StatusClass::Broken,
         {u"损毁/不达标"_s, u"已损毁"_s, u"水毁"_s},
         0x882255},
        {u"REWORK"_s,
         {u"整改中"_s, u"Being put right"_s},
         StatusClass::Started,
         {u"整改"_s, u"返工"_s, u"限期整改"_s},
         0xCC6677},
        {u"SUSPENDED"_s,
         {u"停工"_s, u"Suspended"_s},
         StatusClass::Halted,
         {u"停工/缓建"_s, u"缓建"_s, u"已停工"_s},
         0xAA4499},
        {u"CANCELLED"_s,
         {u"取消"_s, u"Cancelled"_s},
         StatusClass::Removed,
         {u"已取消"_s, u"调出"_s, u"撤并"_s},
         0x555555},
    };
}

/// DOMAIN B.0.3. Cancelling and taking up again ask for a reason.
std::vector<Transition> worksTransitions()
{
    const QStringList forward{u"IDENTIFIED"_s,   u"PLANNED"_s,   u"APPROVED"_s, u"CONTRACTED"_s,
                              u"CONSTRUCTING"_s, u"COMPLETED"_s, u"ACCEPTED"_s, u"IN_SERVICE"_s};
    std::vector<Transition> steps;
    for (qsizetype i = 1; i < forward.size(); ++i) {
        steps.push_back({forward[i - 1], forward[i]});
    }
    steps.push_back({u"PLANNED"_s, u"CONSTRUCTING"_s}); // small works of the village itself (一事一议) need no tender
    steps.push_back({u"COMPLETED"_s, u"REWORK"_s});
    steps.push_back({u"REWORK"_s, u"COMPLETED"_s});
    steps.push_back({u"ACCEPTED"_s, u"DEFECTIVE"_s});
    steps.push_back({u"IN_SERVICE"_s, u"DEFECTIVE"_s});
    steps.push_back({u"DEFECTIVE"_s, u"REWORK"_s});
    for (const QString &status : {u"APPROVED"_s, u"CONTRACTED"_s, u"CONSTRUCTING"_s}) {
        steps.push_back({status, u"SUSPENDED"_s});
        steps.push_back({u"SUSPENDED"_s, status});
    }
    QStringList open = forward.mid(0, 5);
    open << u"SUSPENDED"_s;
    for (const QString &status : open) {
        steps.push_back({status, u"CANCELLED"_s, true});
    }
    steps.push_back({u"CANCELLED"_s, u"IDENTIFIED"_s, true});
    return steps;
}

/// How much of a work is built, as it is reported while it is under construction.
Measure workProgress()
{
    return {u"physical_progress"_s,
            {u"形象进度"_s, u"Physical progress"_s},
            u"%"_s,
            true,
            {u"形象进度(%)"_s, u"工程进度"_s, u"完成比例"_s, u"完成百分比"_s, u"已完成比例"_s}};
}

/// Shares of the work by status (DOMAIN E.2, a suggestion there). What is damaged, put right or stopped counts with
/// what was measured of it.
void addShares(std::vector<Status> &statuses)
{
    const std::map<QString, std::pair<double, double>> shares{
        {u"APPROVED"_s, {0.05, 0.05}},  {u"CONTRACTED"_s, {0.10, 0.10}}, {u"CONSTRUCTING"_s, {0.10, 0.90}},
        {u"COMPLETED"_s, {0.95, 0.95}}, {u"ACCEPTED"_s, {1, 1}},         {u"IN_SERVICE"_s, {1, 1}},
        {u"DEFECTIVE"_s, {0, 0.90}},    {u"REWORK"_s, {0.10, 0.90}},     {u"SUSPENDED"_s, {0, 0.90}}};
    for (Status &status : statuses) {
        if (const auto found = shares.find(status.id); found != shares.end()) {
            std::tie(status.leastShare, status.mostShare) = found->second;
        }
    }
}

} // namespace

LifeCycle worksCycle(const QString &id, const Text &name, const std::map<QString, QStringList> &synonyms)
{
    std::vector<Status> statuses = worksStatuses();
    addShares(statuses);
    for (Status &status : statuses) {
        if (const auto more = synonyms.find(status.id); more != synonyms.end()) {
            status.synonyms += more->second;
        }
    }
    return {id, name, std::move(statuses), worksTransitions(), {workProgress()}, workProgress().id};
}

} // namespace cuntu
