// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/relocation/words.h"

using namespace Qt::Literals::StringLiterals;

namespace cuntu::relocation {

std::vector<Choice> gradientChoices()
{
    return {{u"COUNTY_SEAT"_s, {u"县城"_s, u"county seat"_s}, {u"进城"_s, u"城区"_s}},
            {u"INDUSTRIAL_PARK"_s, {u"园区"_s, u"industrial park"_s}, {u"工业园区"_s, u"进园"_s}},
            {u"MARKET_TOWN"_s, {u"集镇"_s, u"market town"_s}, {u"中心镇"_s, u"乡镇"_s, u"镇区"_s}},
            {u"CENTRAL_VILLAGE"_s, {u"中心村"_s, u"central village"_s}, {u"行政村"_s}}};
}

std::vector<Choice> moverChoices()
{
    return {{u"REGISTERED"_s,
             {u"建档立卡"_s, u"registered as poor"_s},
             {u"建档立卡户"_s, u"建档立卡贫困户"_s, u"贫困户"_s}},
            {u"SYNC"_s, {u"同步搬迁"_s, u"moves along"_s}, {u"同步搬迁户"_s, u"随迁户"_s, u"非贫困户"_s}}};
}

std::vector<Choice> settleChoices()
{
    return {{u"CENTRAL"_s, {u"集中安置"_s, u"at a site"_s}, {u"集中"_s}},
            {u"SCATTERED"_s,
             {u"分散安置"_s, u"scattered"_s},
             {u"分散"_s, u"插花安置"_s, u"投亲靠友"_s, u"货币化安置"_s, u"自主购房"_s}}};
}

std::vector<Choice> reasonChoices()
{
    return {{u"HAZARD"_s, {u"地质灾害"_s, u"landslides and the like"_s}, {u"地灾"_s, u"地质灾害频发"_s}},
            {u"HARSH"_s, {u"生存条件恶劣"_s, u"nobody can thrive there"_s}, {u"条件恶劣"_s, u"资源匮乏"_s}},
            {u"WATER"_s, {u"缺水"_s, u"no water"_s}, {}},
            {u"REMOTE"_s, {u"偏远"_s, u"remote"_s}, {u"交通不便"_s, u"深山"_s, u"库区"_s}},
            {u"ECO"_s, {u"生态脆弱"_s, u"fragile nature"_s}, {u"限制开发"_s, u"禁止开发"_s, u"生态保护"_s}},
            {u"HOLLOW"_s, {u"空心村"_s, u"hollow village"_s}, {}}};
}

} // namespace cuntu::relocation
