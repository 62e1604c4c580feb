// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/schema/field_makers.h"
#include "plugins/roads/declare.h"

using namespace Qt::Literals::StringLiterals;

namespace cuntu::roads {

using namespace field_makers;

namespace {

std::vector<Choice> paymentKinds()
{
    return {{u"ISSUED"_s,
             {u"下达"_s, u"issued"_s},
             {u"资金下达"_s, u"指标下达"_s, u"到位"_s, u"下达资金"_s, u"资金到位"_s}},
            {u"PAID"_s,
             {u"支付"_s, u"paid"_s},
             {u"拨付"_s, u"已支付"_s, u"付款"_s, u"报账"_s, u"资金拨付"_s, u"工程款"_s, u"支出"_s}}};
}

std::vector<Choice> fundSources()
{
    return {{u"PROVINCE"_s, {u"省级"_s, u"province"_s}, {u"省"_s, u"省级资金"_s}},
            {u"CITY"_s, {u"市级"_s, u"city"_s}, {u"市"_s, u"市级资金"_s}},
            {u"COUNTY"_s, {u"县级"_s, u"county"_s}, {u"县"_s, u"县级资金"_s, u"县配套"_s}},
            {u"TOWN"_s, {u"乡镇"_s, u"township"_s}, {u"乡镇资金"_s, u"镇"_s, u"乡"_s}},
            {u"VILLAGE"_s, {u"村自筹"_s, u"village"_s}, {u"村"_s, u"自筹"_s, u"村自筹资金"_s}},
            {u"SOCIAL"_s, {u"社会"_s, u"donated"_s}, {u"社会资金"_s, u"捐赠"_s}}};
}

} // namespace

void addPayments(Registry &draft)
{
    LayerSchema layer;
    layer.id = id(k_payments);
    layer.name = {u"道路资金拨付"_s, u"Payments for roads"_s};
    layer.programme = id(k_programme);
    layer.nameField = u"route_code"_s;
    layer.fields = {
        required(field(u"route_code"_s, {u"路线编号"_s, u"Route code"_s}, FieldType::Text,
                       {u"路线编码"_s, u"路线代码"_s, u"道路编号"_s, u"路段编号"_s})),
        required(field(u"paid_on"_s, {u"日期"_s, u"Date"_s}, FieldType::Date,
                       {u"下达日期"_s, u"支付日期"_s, u"拨付日期"_s, u"付款日期"_s})),
        required(
            choice(u"payment_kind"_s, {u"资金环节"_s, u"Kind"_s}, paymentKinds(), {u"类别"_s, u"环节"_s, u"类型"_s})),
        required(withHelp(field(u"amount"_s, {u"金额"_s, u"Amount"_s}, FieldType::Real,
                                {u"下达金额"_s, u"支付金额"_s, u"拨付金额"_s}, u"元"_s),
                          {u"收回的填负数。"_s, u"Below 0 where money was taken back."_s})),
        choice(u"fund_source"_s, {u"资金来源"_s, u"Source"_s}, fundSources(), {u"来源"_s}),
        field(u"document"_s, {u"文号或凭证号"_s, u"Document"_s}, FieldType::Text, {u"文号"_s, u"凭证号"_s, u"依据"_s}),
        field(u"payee"_s, {u"收款单位"_s, u"Payee"_s}, FieldType::Text, {u"施工单位"_s}),
        field(u"remark"_s, {u"备注"_s, u"Remark"_s}, FieldType::Text, {u"说明"_s}),
    };
    draft.layers.push_back(layer);
}

} // namespace cuntu::roads
