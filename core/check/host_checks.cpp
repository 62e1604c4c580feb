// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/check/host_checks.h"

#include "core/check/rules.h"

using namespace Qt::Literals::StringLiterals;

namespace cuntu {

namespace {

using Run = FoundResult (*)(const ProjectSnapshot &, const JobContext &);

Check rule(const QString &id, Severity severity, Text name, Text help, Run run)
{
    return {id, {}, std::move(name), run, severity, std::move(help), {}};
}

void addCodes(std::vector<Check> &rules)
{
    rules.push_back(rule(
        u"code_missing"_s, Severity::Error, {u"没有所属村"_s, u"Belongs to no village"_s},
        {u"没有村代码的要素不计入任何乡镇和村的数字。补上代码，或重新导入并匹配村名。"_s,
         u"A feature without a village code is counted in no township and no village. Fill the code in, or import the file again so that the names of villages are matched."_s},
        checkMissingCodes));
    rules.push_back(rule(
        u"code_malformed"_s, Severity::Error, {u"代码格式错误"_s, u"Codes that are none"_s},
        {u"区划代码为 6 位（县）、9 位（乡镇）或 12 位（村）数字；电子表格常把它们变成 3.61E+11 或去掉末位的零。"_s,
         u"Area codes have 6 digits for a county, 9 for a township, 12 for a village; spreadsheets turn them into 3.61E+11 or drop zeros."_s},
        checkMalformedCodes));
    rules.push_back(rule(
        u"code_unknown"_s, Severity::Error, {u"代码不在区划名单中"_s, u"Codes that are not in the list of areas"_s},
        {u"代码的格式正确，但导入过的乡镇和村中没有它：可能是旧代码（用 cuntu areas 比较新旧名单），也可能抄错。"_s,
         u"The code is well formed, but no township or village has it: an old one (compare lists with cuntu areas), or a slip."_s},
        checkUnknownCodes));
    rules.push_back(rule(
        u"code_parent"_s, Severity::Error, {u"代码与上级不符"_s, u"Codes that do not lie under their parent"_s},
        {u"村代码的前 9 位应是所属乡镇的代码，乡镇代码的前 6 位应是县代码。"_s,
         u"The first 9 digits of a village's code are its township's, the first 6 of a township's its county's."_s},
        checkParents));
    rules.push_back(
        rule(u"code_duplicate"_s, Severity::Error, {u"编号重复"_s, u"Codes that occur twice"_s},
             {u"编号用来认出一个要素：进度表按它登记，更新按它匹配；两个要素不能同号。"_s,
              u"A feature is recognised by its code, in progress tables and in updates; two cannot share one."_s},
             checkRepeatedKeys));
    rules.push_back(rule(
        u"identity_number"_s, Severity::Error, {u"身份证号有误"_s, u"Identity numbers that cannot be right"_s},
        {u"核对位数、出生日期、校验码（GB 11643），以及与性别、出生日期两列是否一致；号码只显示前六位和后四位。"_s,
         u"Length, birth date and check digit (GB 11643) are looked at, and whether sex and birth date agree where a layer has them. Numbers are never shown whole."_s},
        checkIdentityNumbers));
    rules.push_back(rule(u"identity_repeated"_s, Severity::Warning,
                         {u"身份证号重复"_s, u"Identity numbers that occur twice"_s},
                         {u"同一人在一个图层中登记了两次：常见于分户、迁移后没有删去的旧行。"_s,
                          u"One person stands in a layer twice, as after a move or when a household was divided."_s},
                         checkRepeatedIdentityNumbers));
}

void addGeometry(std::vector<Check> &rules)
{
    Check valid = rule(
        u"geometry_invalid"_s, Severity::Error, {u"图形无效"_s, u"Invalid geometry"_s},
        {u"边界自相交等错误使面积和包含关系算错。可以自动修复（GEOS MakeValid），修复记入操作，可以撤销。"_s,
         u"A border that crosses itself makes areas and what lies inside wrong. It can be repaired (GEOS MakeValid); the repair is recorded as an action and can be undone."_s},
        checkGeometry);
    valid.fix = fixGeometry;
    rules.push_back(std::move(valid));
    rules.push_back(rule(
        u"area_overlap"_s, Severity::Error, {u"区划重叠"_s, u"Areas that overlap"_s},
        {u"同级的两个区划不应共有土地；小于设置 check.area_tolerance_m2（默认 100 平方米）的不报。"_s,
         u"Two areas of one level have no ground in common. Less than the setting check.area_tolerance_m2 (100 m2 unless set) is passed over."_s},
        checkOverlaps));
    rules.push_back(rule(
        u"area_gap"_s, Severity::Warning, {u"区划之间的空隙"_s, u"Gaps between areas"_s},
        {u"被同级区划围住而不属于任何一个的土地：多是边界没有接上；湖泊、飞地也会如此。容差同上。"_s,
         u"Ground that areas of one level enclose and none has: borders that do not meet, mostly; a lake or another county's land as well. The tolerance is that of overlaps."_s},
        checkGaps));
    rules.push_back(rule(
        u"position_outside"_s, Severity::Error, {u"位置在所属村之外"_s, u"Positions outside their village"_s},
        {u"点落在所属村的边界以外超过设置 check.outside_village_m（默认 500 米）：代码或坐标有一个是错的。"_s,
         u"The point lies more than the setting check.outside_village_m (500 m unless set) outside the border of the village it names: code or coordinates are wrong."_s},
        checkOutsideVillage));
}

/// Lines as networks: what is mended in bulk, and then what a person must look at.
void addNetworks(std::vector<Check> &rules)
{
    const auto mended = [&rules](Check check, decltype(Check::fix) fix) {
        check.fix = std::move(fix);
        rules.push_back(std::move(check));
    };
    mended(
        rule(
            u"line_duplicate"_s, Severity::Warning, {u"重复的线"_s, u"Lines that are there twice"_s},
            {u"两条线处处相距不到 1 米：长度会算两遍。修复时去掉后一条，台账中对它的记录一并撤回。"_s,
             u"Two lines are nowhere more than 1 m apart: their length is counted twice. Mending removes the later one and takes back what the ledger says of it."_s},
            checkRepeatedLines),
        removeFeatures);
    mended(rule(u"line_empty"_s, Severity::Error, {u"没有长度的线"_s, u"Lines without length"_s},
                {u"两端在同一处的线不足 5 厘米长，多半是误点。修复时去掉。"_s,
                 u"A line shorter than 5 cm is a slip of the hand. Mending removes it."_s},
                checkEmptyLines),
           removeFeatures);
    mended(
        rule(
            u"line_overshoot"_s, Severity::Warning, {u"线端出头"_s, u"Line ends that stand out"_s},
            {u"一端越过另一条线不到设置 check.overshoot_m（默认 5 米）：应止于交点。修复时剪到交点，并在两条线上设同一结点。"_s,
             u"An end stands out of a line it crosses by less than the setting check.overshoot_m (5 m unless set). Mending cuts it back to the crossing, where both get the same vertex."_s},
            checkOvershoots),
        fixOvershoots);
    mended(
        rule(
            u"line_dangling"_s, Severity::Warning, {u"线端未接上"_s, u"Line ends that meet nothing"_s},
            {u"一端离另一条线不到设置 check.dangling_m（默认 20 米）却没有接上：网络分析会当作断开。修复时把端点移到该线上。"_s,
             u"An end lies within the setting check.dangling_m (20 m unless set) of another line and does not meet it: analyses take it as a break. Mending moves the end onto that line."_s},
            checkDanglingEnds),
        fixDanglingEnds);
    mended(
        rule(
            u"line_crossing"_s, Severity::Warning, {u"交叉处没有结点"_s, u"Crossings without a vertex"_s},
            {u"两条线相交而都没有结点：是路口，还是立交？是路口的才修复：在两条线上设同一结点。"_s,
             u"Two lines cross where neither has a vertex: a junction, or a bridge? Mend only junctions: both lines get the same vertex there."_s},
            checkBareCrossings),
        fixBareCrossings);
    rules.push_back(
        rule(u"line_outline"_s, Severity::Warning, {u"混入的面轮廓"_s, u"Outlines among lines"_s},
             {u"首尾相接、围住一块地的线：可能是地块或房屋的轮廓混进了线图层，也可能是环线。"_s,
              u"A line that closes around some ground: the outline of a plot or a house among lines, or a ring."_s},
             checkOutlines));
    rules.push_back(
        rule(u"line_island"_s, Severity::Warning, {u"孤立的线"_s, u"Islands of a network"_s},
             {u"与最大的网络不相连的一组线（端点相距 30 米以内算相连）。"_s,
              u"Lines that do not hang together with the largest network (ends within 30 m count as joined)."_s},
             checkIslands));
    rules.push_back(
        rule(u"line_outside"_s, Severity::Warning, {u"县外的线"_s, u"Lines outside the county"_s},
             {u"没有一个顶点落在任何乡镇内：可能坐标系错了，或者带进了邻县的数据。"_s,
              u"No vertex lies in any township: the coordinate system is wrong, or data of a neighbour came along."_s},
             checkLinesOutside));
}

void addSense(std::vector<Check> &rules)
{
    rules.push_back(rule(
        u"same_position"_s, Severity::Warning, {u"多个要素在同一位置"_s, u"Many features at one position"_s},
        {u"至少 check.same_position（默认 5）个点的坐标完全相同：多半用村委会的坐标代替了实测。"_s,
         u"At least check.same_position (5 unless set) points have the very same coordinates: mostly the village office's instead of their own."_s},
        checkSamePosition));
    rules.push_back(rule(u"same_name"_s, Severity::Warning, {u"同村同名"_s, u"A name twice in a village"_s},
                         {u"同一个村中有两个同名的要素：可能重复登记。"_s,
                          u"Two features of one village have the same name: one may be entered twice."_s},
                         checkSameName));
    rules.push_back(rule(
        u"same_figures"_s, Severity::Warning, {u"数字雷同"_s, u"Figures that repeat"_s},
        {u"同村至少 check.same_figures（默认 5）行的各项数字（至少三项）完全相同：像是向下复制的。"_s,
         u"At least check.same_figures (5 unless set) rows of a village agree in every figure, of three or more: as if copied down."_s},
        checkSameFigures));
    rules.push_back(rule(
        u"orphan_ledger"_s, Severity::Error, {u"台账所指的要素不存在"_s, u"Ledger entries without a feature"_s},
        {u"台账中有记录，图层中却没有这个要素：图层可能被删去后重建。"_s,
         u"The ledger has entries about a feature that its layer does not have, as after a layer was removed and made anew."_s},
        checkLedgerOrphans));
    rules.push_back(
        rule(u"orphan_reference"_s, Severity::Error, {u"引用的要素不存在"_s, u"References to what is not there"_s},
             {u"一行给出另一图层要素的编号（如自然村编号），但那里没有这个编号。"_s,
              u"A row gives the code of a feature of another layer, such as a settlement, that has no such code."_s},
             checkReferences));
    rules.push_back(rule(
        u"household_count"_s, Severity::Warning, {u"户数与农户名册不符"_s, u"Household counts against the register"_s},
        {u"自然村的户数与农户图层中的户数比较：多出的总是报告；农户图层看来完整时，缺少 5% 和两户以上的也报告。"_s,
         u"What a settlement says is held against the households layer: more there is always told; fewer, by over 5 % and two, where that layer looks complete."_s},
        checkHouseholdCounts));
    rules.push_back(rule(
        u"village_sum"_s, Severity::Warning,
        {u"村合计与自然村之和不符"_s, u"Village totals against their settlements"_s},
        {u"村的户数、人口应等于其自然村之和：分项与合计不符是报表最常见的错误。"_s,
         u"Households and people of a village are the sum of its settlements: parts that do not add up are the commonest error of tables."_s},
        checkVillageSums));
    rules.push_back(rule(u"date_future"_s, Severity::Error, {u"日期在将来"_s, u"Days that have not come yet"_s},
                         {u"已发生之事的日期晚于今天；计划、期限一类的日期不在此列。"_s,
                          u"The day of something that happened lies after today; plans and deadlines may."_s},
                         checkFutureDates));
}

} // namespace

std::vector<Check> hostChecks()
{
    std::vector<Check> rules;
    addCodes(rules);
    addGeometry(rules);
    addNetworks(rules);
    addSense(rules);
    return rules;
}

} // namespace cuntu
