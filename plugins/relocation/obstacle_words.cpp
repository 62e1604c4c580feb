// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/relocation/obstacle_words.h"

#include "plugins/relocation/siting_layers.h"

#include <algorithm>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace cuntu::relocation {

QString filled(const Text &text, const QStringList &arguments)
{
    QString sentence = text.toString();
    for (const QString &argument : arguments) {
        sentence = sentence.arg(argument);
    }
    return sentence;
}

QString shown(double number)
{
    return QString::number(number, 'g', 10);
}

QString shown(std::size_t count)
{
    return QString::number(count);
}

std::size_t count(const SitingInput &siting, SiteRule rule)
{
    return static_cast<std::size_t>(std::count(siting.rules.begin(), siting.rules.end(), rule));
}

bool isCounted(const SitingInput &siting, std::size_t demand)
{
    return siting.weights[demand] > 0 || (!siting.sizes.empty() && siting.sizes[demand] > 0);
}

double nearest(const SitingInput &siting, std::size_t demand, bool forbiddenToo)
{
    double least = k_never;
    for (std::size_t site = 0; site < siting.candidateCount(); ++site) {
        if (forbiddenToo || siting.rules[site] != SiteRule::Forbidden) {
            least = std::min(least, siting.distance(demand, site));
        }
    }
    return least;
}

Unserved unservedWithin(const SitingInput &siting, double limit)
{
    Unserved found;
    for (std::size_t demand = 0; demand < siting.demandCount(); ++demand) {
        if (!isCounted(siting, demand)) {
            continue;
        }
        const double way = nearest(siting, demand);
        if (std::isinf(way)) {
            found.cutOff.push_back(demand);
        } else {
            found.longest = std::max(found.longest, way);
        }
        if (std::isfinite(way) && way > limit) {
            found.beyond.push_back(demand);
        }
        found.weight += way > limit ? siting.weights[demand] : 0;
    }
    return found;
}

QString nameDemands(const SitingInput &siting, const std::vector<std::size_t> &rows)
{
    if (siting.demandNames.isEmpty()) {
        return siting.demand ? nameSome(*siting.demand, rows, siting.demandKey) : QString();
    }
    QStringList names;
    for (std::size_t k = 0; k < rows.size() && k < k_namedInMessage; ++k) {
        names << siting.demandName(rows[k]);
    }
    const QString list = names.join(Text{u"、"_s, u", "_s}.toString());
    return rows.size() <= k_namedInMessage ? list : Text{u"%1 等"_s, u"%1 and others"_s}.toString().arg(list);
}

QString nameCandidate(const SitingInput &siting, std::size_t site)
{
    return siting.candidates ? siting.candidateLabel(site) : QString::number(site);
}

void addCutOff(const SitingInput &siting, const std::vector<std::size_t> &cutOff, Obstacle &obstacle)
{
    if (cutOff.empty()) {
        return;
    }
    const QString names = nameDemands(siting, cutOff);
    double weight = 0;
    double farthest_m = 0;
    for (const std::size_t demand : cutOff) {
        weight += siting.weights[demand];
        const double off_m = siting.offNetwork_m.empty() ? 0 : siting.offNetwork_m[demand];
        farthest_m = off_m > 0 ? std::max(farthest_m, off_m) : k_never;
    }
    obstacle.violations.push_back({u"cut_off"_s, static_cast<double>(cutOff.size()),
                                   filled({u"%1 个需求点（权重 %2）不通到任何可选的候选点：%3"_s,
                                           u"%1 demands (weight %2) have no way to any candidate: %3"_s},
                                          {shown(cutOff.size()), shown(weight), names})});
    if (std::isfinite(farthest_m) && farthest_m > 0) {
        obstacle.relaxations.push_back(
            {u"snap_m"_s, farthest_m, farthest_m, names, true,
             filled({u"接入距离 snap_m 放宽到 %1 米"_s, u"a snap_m of %1 m lets all of them join the network"_s},
                    {shown(std::ceil(farthest_m))})});
    }
    obstacle.relaxations.push_back(
        {u"leave_out"_s, static_cast<double>(cutOff.size()), weight, names, true,
         filled({u"不计这 %1 个需求点（权重 %2）"_s, u"leave these %1 demands (weight %2) out"_s},
                {shown(cutOff.size()), shown(weight)})});
}

void addMoreSites(std::size_t more, std::size_t sites, bool proven, Obstacle &obstacle)
{
    obstacle.relaxations.push_back({u"sites"_s,
                                    static_cast<double>(more),
                                    static_cast<double>(sites),
                                    {},
                                    proven,
                                    more == 1 ? Text{u"再多选 1 个点"_s, u"one more site"_s}.toString()
                                              : filled({u"再多选 %1 个点，共 %2 个"_s, u"%1 more sites, %2 in all"_s},
                                                       {shown(more), shown(sites)})});
}

void addReach(double to, double from, bool proven, Obstacle &obstacle)
{
    obstacle.relaxations.push_back(
        {u"reach"_s,
         to - from,
         to,
         {},
         proven,
         filled({u"服务范围从 %2 放宽到 %1（加 %3）"_s, u"a reach of %1 instead of %2 (%3 more)"_s},
                {shown(to), shown(from), shown(to - from)})});
}

} // namespace cuntu::relocation
