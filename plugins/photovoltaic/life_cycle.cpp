// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/photovoltaic/declare.h"

using namespace Qt::Literals::StringLiterals;

namespace cuntu::photovoltaic {

namespace {

// Colours: Paul Tol's 'muted' set, safe for colour-blind eyes. A fault or a low yield does not take the capacity off
// the grid: it is the connection that S01 and S02 count (stations.h).
std::vector<Status> statuses()
{
    return {
        {u"PLANNED"_s,
         {u"已列入计划"_s, u"Planned"_s},
         StatusClass::Plan,
         {u"已列入"_s, u"计划"_s, u"已计划"_s, u"列入计划"_s, u"待建"_s},
         0xDDCC77},
        {u"APPROVED"_s,
         {u"已批复"_s, u"Approved"_s},
         StatusClass::Plan,
         {u"批复"_s, u"已备案"_s, u"备案"_s, u"已立项"_s},
         0x999933},
        {u"CONSTRUCTING"_s,
         {u"在建"_s, u"Under construction"_s},
         StatusClass::Started,
         {u"施工中"_s, u"建设中"_s, u"正在施工"_s, u"已开工"_s},
         0xEE7733},
        {u"COMPLETED"_s,
         {u"已建成待并网"_s, u"Built, not yet connected"_s},
         StatusClass::Finished,
         {u"已建成"_s, u"建成"_s, u"已完工"_s, u"完工"_s, u"待并网"_s, u"已竣工"_s},
         0x88CCEE},
        {u"GRID_CONNECTED"_s,
         {u"已并网"_s, u"Connected to the grid"_s},
         StatusClass::Done,
         {u"并网"_s, u"并网发电"_s, u"已并网发电"_s},
         0x117733},
        {u"IN_CATALOG"_s,
         {u"已纳入补助目录"_s, u"In the subsidy catalogue"_s},
         StatusClass::Done,
         {u"已纳入目录"_s, u"纳入目录"_s, u"纳入国家目录"_s},
         0x6699CC},
        {u"OPERATING"_s,
         {u"运行中"_s, u"Operating"_s},
         StatusClass::Done,
         {u"正常运行"_s, u"运行正常"_s, u"运行"_s, u"运行正常发电"_s},
         0x44AA99},
        {u"LOW_YIELD"_s,
         {u"发电偏低"_s, u"Yields too little"_s},
         StatusClass::Done,
         {u"低效"_s, u"发电量偏低"_s, u"低效运行"_s},
         0xCC6677},
        {u"FAULT"_s, {u"故障"_s, u"Out of order"_s}, StatusClass::Broken, {u"故障停机"_s, u"停机"_s}, 0x882255},
        {u"RETIRED"_s,
         {u"已退役"_s, u"Retired"_s},
         StatusClass::Removed,
         {u"退役"_s, u"拆除"_s, u"已拆除"_s, u"报废"_s, u"取消"_s},
         0xDDDDDD},
    };
}

/// DOMAIN B.4. Stations often run before they are in the catalogue; some never get there.
std::vector<Transition> transitions()
{
    const QStringList connected{u"GRID_CONNECTED"_s, u"IN_CATALOG"_s, u"OPERATING"_s};
    const QStringList failing{u"LOW_YIELD"_s, u"FAULT"_s};
    std::vector<Transition> steps{{u"PLANNED"_s, u"APPROVED"_s},         {u"PLANNED"_s, u"CONSTRUCTING"_s},
                                  {u"APPROVED"_s, u"CONSTRUCTING"_s},    {u"CONSTRUCTING"_s, u"COMPLETED"_s},
                                  {u"COMPLETED"_s, u"GRID_CONNECTED"_s}, {u"GRID_CONNECTED"_s, u"IN_CATALOG"_s},
                                  {u"GRID_CONNECTED"_s, u"OPERATING"_s}, {u"IN_CATALOG"_s, u"OPERATING"_s},
                                  {u"OPERATING"_s, u"IN_CATALOG"_s},     {u"LOW_YIELD"_s, u"FAULT"_s},
                                  {u"FAULT"_s, u"LOW_YIELD"_s}};
    for (const QString &bad : failing) {
        for (const QString &good : connected) {
            steps.push_back({good, bad, true});
        }
        steps.push_back({bad, u"OPERATING"_s, true});
    }
    for (const QString &from :
         QStringList{u"PLANNED"_s, u"APPROVED"_s, u"CONSTRUCTING"_s, u"COMPLETED"_s} + connected + failing) {
        steps.push_back({from, u"RETIRED"_s, true});
    }
    return steps;
}

} // namespace

LifeCycle stationLifeCycle()
{
    return {id(k_stationCycle), {u"光伏电站"_s, u"Photovoltaic station"_s}, statuses(), transitions()};
}

void addLifeCycles(Registry &draft)
{
    draft.lifeCycles.push_back(stationLifeCycle());
}

} // namespace cuntu::photovoltaic
