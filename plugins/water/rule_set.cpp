// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/water/rule_set.h"

#include "plugins/water/declare.h"
#include "plugins/water/words.h"

#include <cmath>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace cuntu::water {

namespace {

/// Fields of layer water_rule_sets and the numbers they are.
const std::vector<std::pair<QString, double RuleSet::*>> &numbers()
{
    static const std::vector<std::pair<QString, double RuleSet::*>> all{
        {u"full_lpcd"_s, &RuleSet::fullLpcd},
        {u"basic_lpcd"_s, &RuleSet::basicLpcd},
        {u"full_lpcd_scarce"_s, &RuleSet::fullLpcdScarce},
        {u"basic_lpcd_scarce"_s, &RuleSet::basicLpcdScarce},
        {u"full_fetch_min"_s, &RuleSet::fullFetch_min},
        {u"basic_fetch_min"_s, &RuleSet::basicFetch_min},
        {u"full_fetch_h_m"_s, &RuleSet::fullFetchH_m},
        {u"basic_fetch_h_m"_s, &RuleSet::basicFetchH_m},
        {u"full_fetch_v_m"_s, &RuleSet::fullFetchV_m},
        {u"basic_fetch_v_m"_s, &RuleSet::basicFetchV_m},
        {u"full_reliability"_s, &RuleSet::fullReliability},
        {u"basic_reliability"_s, &RuleSet::basicReliability},
        {u"retest_days"_s, &RuleSet::retest_days}};
    return all;
}

RuleSet fromRow(const LayerSnapshot &layer, std::size_t row)
{
    RuleSet set;
    const auto text = [&](const QString &field) {
        const std::string_view found = textAt(layer.column(field), row);
        return QString::fromUtf8(found.data(), static_cast<qsizetype>(found.size()));
    };
    set.code = text(u"code"_s);
    const QString name = text(u"name"_s).isEmpty() ? set.code : text(u"name"_s);
    set.name = {name, name};
    for (const auto &[field, member] : numbers()) {
        const double value = numberAt(layer.column(field), row);
        set.*member = std::isnan(value) ? set.*member : value;
    }
    return set;
}

} // namespace

std::vector<RuleSet> builtInRuleSets()
{
    RuleSet local;
    local.code = u"LOCAL_1KM"_s;
    local.name = {u"地方标准（1 公里/100 米）"_s, u"local rule (1 km, 100 m)"_s};
    local.basicFetchH_m = 1000;
    local.basicFetchV_m = 100;
    return {RuleSet(), local};
}

Result<RuleSet> findRuleSet(const ProjectSnapshot &project, const QString &code, const JobContext &job)
{
    QStringList fields{u"code"_s, u"name"_s};
    for (const auto &[field, member] : numbers()) {
        fields << field;
    }
    const auto layer = layerWith(project, id(k_ruleSets), fields, job);
    if (!layer) {
        return layer.error();
    }
    for (std::size_t row = 0; row < (*layer)->size(); ++row) {
        if (textAt((*layer)->column(u"code"_s), row) == code.toStdString()) {
            return fromRow(**layer, row);
        }
    }
    for (const RuleSet &set : builtInRuleSets()) {
        if (set.code == code) {
            return set;
        }
    }
    return Error{ErrorCode::NotFound,
                 Text{u"没有评价标准 %1"_s, u"there is no rule set %1"_s}.toString().arg(code),
                 {},
                 Text{u"用 T_CHES_18、LOCAL_1KM，或先导入 water_rule_sets。"_s,
                      u"Use T_CHES_18 or LOCAL_1KM, or import it as water_rule_sets."_s}
                     .toString(),
                 {},
                 {}};
}

} // namespace cuntu::water
