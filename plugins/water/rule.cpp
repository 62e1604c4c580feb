// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/water/rule.h"

#include "plugins/water/rule_set.h"

using namespace Qt::Literals::StringLiterals;

namespace cuntu::water {

namespace {

Parameter perParameter()
{
    return choiceParameter(
        u"per"_s, {u"统计单元"_s, u"Counted by"_s},
        {u"按自然村的人口统计，还是按农户登记的人口统计。"_s,
         u"Whether the persons of settlements are counted or those of the register of households."_s},
        {{u"settlements"_s, {u"自然村"_s, u"settlements"_s}, {}}, {u"households"_s, {u"农户"_s, u"households"_s}, {}}});
}

Parameter ruleSetParameter()
{
    Parameter made;
    made.id = u"rule_set"_s;
    made.name = {u"评价标准"_s, u"Rule set"_s};
    made.help = {u"评价标准的代号：T_CHES_18、LOCAL_1KM，或“饮水安全评价标准”图层中的一条。"_s,
                 u"Code of the rule set: T_CHES_18, LOCAL_1KM, or one of layer water_rule_sets."_s};
    made.type = ParameterType::Text;
    made.defaultValue = RuleSet().code;
    return made;
}

} // namespace

Parameter poorOnlyParameter()
{
    return yesNoParameter(u"poor_only"_s, {u"仅贫困村"_s, u"Poor villages only"_s},
                          {u"只计入贫困村。"_s, u"Count only villages that are marked as poor."_s});
}

std::vector<Parameter> Rule::parametersOfPlaces()
{
    return {poorOnlyParameter(),
            yesNoParameter(u"accept_unmarked"_s, {u"未记录验收的也算"_s, u"Count unmarked works"_s},
                           {u"默认情况下，没有人说过已验收的供水工程不算供水。"_s,
                            u"By default works of which nobody said that they were accepted supply nobody."_s}),
            ruleSetParameter()};
}

std::vector<Parameter> Rule::parameters()
{
    std::vector<Parameter> all = parametersOfPlaces();
    all.insert(all.begin(), perParameter());
    return all;
}

Rule Rule::from(const ParameterValues &values, bool places)
{
    Rule rule;
    if (!places) {
        rule.per = values.text(u"per"_s) == u"households"_s ? Per::Households : Per::Settlements;
    }
    rule.poorOnly = values.boolean(u"poor_only"_s);
    rule.acceptUnmarked = values.boolean(u"accept_unmarked"_s);
    rule.ruleSet = values.text(u"rule_set"_s);
    return rule;
}

} // namespace cuntu::water
